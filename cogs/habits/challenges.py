"""The public card of a challenge and its buttons: join with a habit of one's own, leave, look anew, end."""

from __future__ import annotations

from dataclasses import replace

import discord

from bot.delivery import NOBODY, still
from bot.errors import BadRequest
from bot.habits import words
from bot.habits.model import Habit
from bot.habits.together import words as said
from bot.habits.together.store import Challenge
from bot.services import Services
from cogs import cards
from cogs.habits import render
from cogs.ui import Interaction, RecordButton, RecordSelect


async def _lines(services: Services, challenge: Challenge) -> list[str]:
    standings = await services.challenges.standings(challenge)
    shown = [replace(one, habit=cards.escaped(one.habit)) for one in standings]
    return said.lines(cards.escaped(challenge.title), challenge, shown)


async def card(services: Services, challenge: Challenge) -> discord.ui.LayoutView:
    """As it stands now."""
    lines = await _lines(services, challenge)
    buttons = [
        cards.button("Join", f"challenge:join:{challenge.id}", cards.PRIMARY),
        cards.button("Leave", f"challenge:leave:{challenge.id}"),
        cards.button("Refresh", f"challenge:look:{challenge.id}"),
        cards.button("End", f"challenge:end:{challenge.id}"),
    ]
    return still(cards.card(lines, [cards.row(*buttons)]))


async def begin_challenge(interaction: Interaction, habit: Habit, title: str, days: int) -> None:
    """Posts the card with the person who began it as its first member."""
    challenges, user_id = interaction.client.services.challenges, interaction.user.id
    challenge = await challenges.begin(user_id, title, days, interaction.guild_id, interaction.channel_id or 0)
    await challenges.join(challenge.id, user_id, habit.id)
    view = await card(interaction.client.services, challenge)
    reply = await interaction.response.send_message(view=view, allowed_mentions=NOBODY)
    await challenges.placed(challenge.id, reply.message_id)


class Join(RecordButton, template=r"challenge:join:(?P<id>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        services = interaction.client.services
        challenge = await services.challenges.find(self.record_id)
        standings = await services.habits.overview(interaction.user.id)
        if not standings:
            raise BadRequest(words.NO_HABITS)
        view = render.pick(f"challenge:with:{challenge.id}", said.PICK, standings)
        await interaction.response.send_message(view=still(view), ephemeral=True, allowed_mentions=NOBODY)


class With(RecordSelect, template=r"challenge:with:(?P<id>\d+)(?::\d)?"):
    async def choose(self, interaction: Interaction) -> None:
        challenges = interaction.client.services.challenges
        await challenges.join(int(self.given["id"]), interaction.user.id, int(self.values[0]))
        await interaction.response.edit_message(view=still(render.plain(said.JOINED)))


class Leave(RecordButton, template=r"challenge:leave:(?P<id>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        challenge = await interaction.client.services.challenges.leave(self.record_id, interaction.user.id)
        view = await card(interaction.client.services, challenge)
        await interaction.response.edit_message(view=view, allowed_mentions=NOBODY)


class Look(RecordButton, template=r"challenge:look:(?P<id>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        challenge = await interaction.client.services.challenges.find(self.record_id)
        view = await card(interaction.client.services, challenge)
        await interaction.response.edit_message(view=view, allowed_mentions=NOBODY)


class End(RecordButton, template=r"challenge:end:(?P<id>\d+)"):
    """The card stays as it is then, without buttons."""

    async def press(self, interaction: Interaction) -> None:
        challenges = interaction.client.services.challenges
        challenge = await challenges.find(self.record_id)
        lines = await _lines(interaction.client.services, challenge)
        await challenges.end(challenge.id, interaction.user.id)
        view = cards.card([*lines, said.OVER], colour=cards.CALM)
        await interaction.response.edit_message(view=still(view), allowed_mentions=NOBODY)


ITEMS: tuple[type[discord.ui.DynamicItem[discord.ui.Item[discord.ui.LayoutView]]], ...] = (
    Join, With, Leave, Look, End,
)  # fmt: skip
