"""The buttons and forms of reminders. Each carries an id and calls the same service verb as the command."""

from __future__ import annotations

import discord
from discord import ui

from bot.delivery import NOBODY, still
from bot.errors import BadRequest, Unclear
from bot.schedule.model import PLAIN, Alarm, Occurrence
from bot.schedule.phrases import Reading
from cogs.remind import render
from cogs.ui import Choices, Form, Interaction, RecordButton, RecordSelect

SNOOZES = {"10m": 600.0, "1h": 3600.0}


# ---- making one


async def propose(interaction: Interaction, text: str, phrase: str, link: str | None = None) -> None:
    """Say back what was understood; with buttons where it could be two things."""
    schedule = interaction.client.services.schedule
    try:
        reading = await schedule.read(interaction.user.id, phrase)
    except Unclear as unclear:
        if not unclear.choices:
            raise

        async def chosen(again: Interaction, words: str) -> None:
            await propose(again, text, words, link)

        await interaction.response.send_message(
            str(unclear), view=Choices(unclear.choices, chosen), ephemeral=True, allowed_mentions=NOBODY
        )
        return
    alarm = await schedule.draft(interaction.user.id, text, reading.rule, link=link)
    await _show_proposal(interaction, alarm, reading)


async def _show_proposal(interaction: Interaction, alarm: Alarm, reading: Reading) -> None:
    schedule = interaction.client.services.schedule
    person = await schedule.person(interaction.user.id)
    view = render.proposal(alarm, schedule.next_times(alarm), reading.notes, person)
    await interaction.response.send_message(view=still(view), ephemeral=True, allowed_mentions=NOBODY)


async def show_saved(interaction: Interaction, alarm: Alarm) -> None:
    times = interaction.client.services.schedule.next_times(alarm, 1)
    await interaction.response.edit_message(view=still(render.saved(alarm, times)))


class Save(RecordButton, template=r"remind:(?P<verb>save|unmute):(?P<id>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        await show_saved(
            interaction, await interaction.client.services.schedule.save(self.record_id, interaction.user.id)
        )


class Discard(RecordButton, template=r"remind:discard:(?P<id>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        await interaction.client.services.schedule.remove(self.record_id, interaction.user.id)
        await interaction.response.edit_message(view=still(render.discarded()))


class Remove(RecordButton, template=r"remind:remove:(?P<id>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        alarm = await interaction.client.services.schedule.retire(self.record_id, interaction.user.id)
        await interaction.response.edit_message(view=still(render.removed(alarm)))


class Hush(RecordButton, template=r"remind:hush:(?P<id>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        await show_saved(
            interaction, await interaction.client.services.schedule.mute(self.record_id, interaction.user.id)
        )


class Change(RecordButton, template=r"remind:change:(?P<id>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        alarm = await interaction.client.services.schedule.find(self.record_id, interaction.user.id)
        await interaction.response.send_modal(ChangeForm(alarm))


class Open(RecordSelect, template=r"remind:open(?::\d)?"):
    async def choose(self, interaction: Interaction) -> None:
        schedule = interaction.client.services.schedule
        alarm = await schedule.find(int(self.values[0]), interaction.user.id)
        view = render.saved(alarm, schedule.next_times(alarm, 1))
        await interaction.response.send_message(view=still(view), ephemeral=True, allowed_mentions=NOBODY)


class Page(RecordButton, template=r"remind:page:(?P<id>-?\d+)"):
    async def press(self, interaction: Interaction) -> None:
        alarms = await interaction.client.services.schedule.listed(interaction.user.id)
        await interaction.response.edit_message(view=still(render.listing(alarms, self.record_id)))


class RemindForm(Form, title="Remind me"):
    """What and when, for a message's menu."""

    def __init__(self, text: str, link: str | None) -> None:
        super().__init__()
        self._link = link
        self.when: ui.TextInput[RemindForm] = ui.TextInput(placeholder="tomorrow 9am", max_length=200)
        self.what: ui.TextInput[RemindForm] = ui.TextInput(default=text or None, max_length=500)
        self.add_item(ui.Label(text="When", description="In your words, once or recurring", component=self.when))
        self.add_item(ui.Label(text="What", component=self.what))

    async def submit(self, interaction: Interaction) -> None:
        await propose(interaction, self.what.value, self.when.value, self._link)


class ChangeForm(Form, title="Change this reminder"):
    def __init__(self, alarm: Alarm) -> None:
        super().__init__()
        self._alarm = alarm
        self.when: ui.TextInput[ChangeForm] = ui.TextInput(
            placeholder="leave empty to keep the times", required=False, max_length=200
        )
        self.what: ui.TextInput[ChangeForm] = ui.TextInput(default=alarm.text, max_length=500)
        self.add_item(ui.Label(text="When", description="Empty: as it is", component=self.when))
        if alarm.kind == PLAIN:  # others take their words from what they are about
            self.add_item(ui.Label(text="What", component=self.what))

    async def submit(self, interaction: Interaction) -> None:
        schedule = interaction.client.services.schedule
        rule = self._alarm.rule
        if self.when.value.strip():
            rule = (await schedule.read(interaction.user.id, self.when.value)).rule
        if self._alarm.kind != PLAIN and not rule.recurs:
            raise BadRequest(render.RECURS)
        text = self.what.value if self._alarm.kind == PLAIN else self._alarm.text
        alarm = await schedule.change(self._alarm.id, interaction.user.id, text, rule)
        await show_saved(interaction, alarm)


# ---- when it comes


async def show_again(interaction: Interaction, one: Occurrence, snoozing: int | None = None) -> None:
    """The message as it stands now."""
    services = interaction.client.services
    items = await services.schedule.card(one)
    mention = one.alarm.user_id if one.alarm.channel_id and interaction.guild_id else None
    view = render.reminder(items, services.clock(), mention=mention, snoozing=snoozing)
    await interaction.response.edit_message(view=still(view), allowed_mentions=NOBODY)


class Answer(RecordButton, template=r"remind:(?P<answer>done|skip|undo):(?P<id>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        schedule = interaction.client.services.schedule
        if self.given["answer"] == "undo":
            one = await schedule.undo(self.record_id, interaction.user.id)
        else:
            one = await schedule.answer(self.record_id, interaction.user.id, self.given["answer"])
        await show_again(interaction, one)


class Snooze(RecordButton, template=r"remind:snooze:(?P<id>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        one = await interaction.client.services.schedule.occurrence(self.record_id, interaction.user.id)
        await show_again(interaction, one, snoozing=one.id)


class SnoozeFor(RecordButton, template=r"remind:for:(?P<span>10m|1h|tonight|other|back):(?P<id>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        services, user_id, span = interaction.client.services, interaction.user.id, self.given["span"]
        one = await services.schedule.occurrence(self.record_id, user_id)
        if span == "other":
            await interaction.response.send_modal(SnoozeForm(one))
            return
        if span != "back":
            until = services.clock() + SNOOZES[span] if span in SNOOZES else await services.schedule.tonight(user_id)
            one = await services.schedule.snooze(one.id, user_id, until)
        await show_again(interaction, one)


class SnoozeForm(Form, title="Snooze"):
    def __init__(self, one: Occurrence) -> None:
        super().__init__()
        self._id = one.id
        self.until: ui.TextInput[SnoozeForm] = ui.TextInput(placeholder="in 2 hours, tomorrow 9am", max_length=100)
        self.add_item(ui.Label(text="Until when", component=self.until))

    async def submit(self, interaction: Interaction) -> None:
        schedule = interaction.client.services.schedule
        one = await schedule.snooze_by_words(self._id, interaction.user.id, self.until.value)
        await show_again(interaction, one)


class Mute(RecordButton, template=r"remind:(?P<verb>mute|speak):(?P<id>\d+)"):
    """Quietens the whole series, or lets it speak again."""

    async def press(self, interaction: Interaction) -> None:
        schedule, user_id = interaction.client.services.schedule, interaction.user.id
        one = await schedule.occurrence(self.record_id, user_id)
        change = schedule.mute if self.given["verb"] == "mute" else schedule.save
        await change(one.alarm.id, user_id)
        await show_again(interaction, await schedule.occurrence(one.id, user_id))


class Rest(RecordButton, template=r"remind:rest:(?P<verb>snooze|skip):(?P<id>\d+)"):
    """All of a message that is not answered yet."""

    async def press(self, interaction: Interaction) -> None:
        services, user_id = interaction.client.services, interaction.user.id
        first = await services.schedule.occurrence(self.record_id, user_id)
        for item in await services.schedule.card(first):
            one = item.occurrence
            if one.answer is None and not one.alarm.muted:
                if self.given["verb"] == "skip":
                    await services.schedule.answer(one.id, user_id, "skip")
                else:
                    await services.schedule.snooze(one.id, user_id, services.clock() + SNOOZES["1h"])
        await show_again(interaction, await services.schedule.occurrence(first.id, user_id))


ITEMS: tuple[type[discord.ui.DynamicItem[discord.ui.Item[discord.ui.LayoutView]]], ...] = (
    Save, Discard, Remove, Hush, Change, Open, Page, Answer, Snooze, SnoozeFor, Mute, Rest,
)  # fmt: skip
