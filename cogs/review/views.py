"""The buttons of a review. Each carries a card's id and asks the service for the presser's own card."""

from __future__ import annotations

import discord
from discord import ui

from bot.delivery import NOBODY, REFUSED, still
from bot.errors import BadRequest
from bot.review.memory import waits
from bot.review.model import Kind, Rating
from cogs.cards import View
from cogs.review import render
from cogs.ui import Form, Interaction, RecordButton, WordButton

ON = "On. At 19:00 I write to you when something is due; what is not done comes another day. Press again to stop."
OFF = "Off. `/notes review` is there whenever you like."
THERE = "Your review is in your direct messages: {}"


async def begin(interaction: Interaction) -> None:
    """The first card, by direct message; here where those are closed."""
    hand = await interaction.client.services.review.hand(interaction.user.id)
    view = still(render.front(hand))
    if isinstance(interaction.channel, discord.DMChannel) and interaction.context.dm_channel:
        await interaction.response.send_message(view=view, allowed_mentions=NOBODY)
        return
    if hand.card is not None:
        try:
            channel = await interaction.user.create_dm()
            sent = await channel.send(view=view, allowed_mentions=NOBODY)
        except discord.HTTPException as error:
            if error.status not in REFUSED:
                raise
        else:
            await interaction.response.send_message(THERE.format(sent.jump_url), ephemeral=True)
            return
        view = still(render.front(hand))
    await interaction.response.send_message(view=view, ephemeral=True, allowed_mentions=NOBODY)


async def go_on(interaction: Interaction, said: str = "") -> None:
    hand = await interaction.client.services.review.hand(interaction.user.id)
    await _replace(interaction, render.front(hand, said))


async def _replace(interaction: Interaction, view: View) -> None:
    await interaction.response.edit_message(view=still(view), attachments=[])


class Begin(WordButton, template=r"review:begin(?P<here>:here)?"):
    """In a reminder, or in place of this card."""

    async def press(self, interaction: Interaction) -> None:
        if self.given["here"]:
            await go_on(interaction)
            return
        await begin(interaction)
        schedule = interaction.client.services.schedule
        if interaction.message is not None:
            for one in await schedule.in_message(interaction.message.id, interaction.user.id):
                await schedule.note_answer(one.id, "done")


class Show(RecordButton, template=r"review:show:(?P<id>\d{1,18})"):
    async def press(self, interaction: Interaction) -> None:
        services = interaction.client.services
        shown = await services.review.show(interaction.user.id, self.record_id)
        await _replace(interaction, render.back(shown, waits(shown.card.memory, services.clock())))


class Rate(RecordButton, template=r"review:rate:(?P<id>\d{1,18}):(?P<answers>\d{1,9}):(?P<rating>[1-4])"):
    async def press(self, interaction: Interaction) -> None:
        services, rating = interaction.client.services, Rating(int(self.given["rating"]))
        card = await services.review.answer(
            interaction.user.id, self.record_id, rating, answers=int(self.given["answers"])
        )
        comes = render.wait(max(60.0, card.memory.due_utc - services.clock()))
        await go_on(interaction, f"{rating.name.capitalize()}: it comes again in {comes}.")


class Undo(RecordButton, template=r"review:undo:(?P<id>\d{1,18})"):
    """Takes the last answer back and shows its card again."""

    async def press(self, interaction: Interaction) -> None:
        services = interaction.client.services
        card_id = await services.review.undo(interaction.user.id, self.record_id)
        shown = await services.review.show(interaction.user.id, card_id)
        await _replace(interaction, render.back(shown, waits(shown.card.memory, services.clock())))


class LeaveOut(RecordButton, template=r"review:out:(?P<id>\d{1,18})"):
    async def press(self, interaction: Interaction) -> None:
        card = await interaction.client.services.review.leave_out(interaction.user.id, self.record_id, True)
        await _replace(interaction, render.left_out(card))


class TakeIn(RecordButton, template=r"review:in:(?P<id>\d{1,18})"):
    async def press(self, interaction: Interaction) -> None:
        await interaction.client.services.review.leave_out(interaction.user.id, self.record_id, False)
        await go_on(interaction)


class AddNote(RecordButton, template=r"review:note:(?P<id>\d{1,18})"):
    """Under a note: puts it into the reviews."""

    async def press(self, interaction: Interaction) -> None:
        services, owner = interaction.client.services, interaction.user.id
        note = await services.notes.find(owner, self.record_id)
        card = await services.review.choose(owner, Kind.NOTE, note.id)
        view = still(render.added(card, note.title))
        await interaction.response.send_message(view=view, ephemeral=True, allowed_mentions=NOBODY)


class Remind(WordButton, template=r"review:remind"):
    """Opt in, or out again."""

    async def press(self, interaction: Interaction) -> None:
        on = await interaction.client.services.review_reminders.switch(interaction.user.id)
        await interaction.response.send_message(ON if on else OFF, ephemeral=True, allowed_mentions=NOBODY)


class DailyForm(Form, title="Daily limit"):
    def __init__(self, daily: int) -> None:
        super().__init__()
        self.number: ui.TextInput[Form] = ui.TextInput(default=str(daily), max_length=3)
        self.add_item(ui.Label(text="Cards a day, at most", component=self.number))

    async def submit(self, interaction: Interaction) -> None:
        if not self.number.value.strip().isdecimal():
            raise BadRequest("Write a number, for example 20.")
        await interaction.client.services.review.set_daily(interaction.user.id, int(self.number.value))
        await go_on(interaction)


class Daily(WordButton, template=r"review:daily"):
    async def press(self, interaction: Interaction) -> None:
        hand = await interaction.client.services.review.hand(interaction.user.id)
        await interaction.response.send_modal(DailyForm(hand.daily))


BUTTONS = (Begin, Show, Rate, Undo, LeaveOut, TakeIn, AddNote, Remind, Daily)
