"""Base classes for buttons and modals: the same door and the same error replies as slash commands.

discord.py only logs what a dynamic item raises, and modals have their own ``on_error``; both are routed here to
``InklingBot.report``.
"""

from __future__ import annotations

import contextlib
from abc import abstractmethod
from collections.abc import AsyncIterator
from re import Match
from typing import Any, Self

import discord

from bot.client import InklingBot

Interaction = discord.Interaction[InklingBot]


FORM_SECONDS = 3600.0


@contextlib.asynccontextmanager
async def reported(interaction: Interaction) -> AsyncIterator[None]:
    """Check the person at the door, then turn whatever is raised into a private reply."""
    try:
        await interaction.client.check_admitted(interaction)
        yield
    except Exception as error:
        await interaction.client.report(interaction, error)


class JobButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=r"(?!)"):
    """A button that carries a job id and nothing else, so it works after a restart.

    Subclasses give a ``template`` with one group ``job``, and ``press``.
    """

    def __init__(self, item: discord.ui.Button[Any], job_id: int) -> None:
        super().__init__(item)
        self.job_id = job_id

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: Match[str], /
    ) -> Self:
        if not isinstance(item, discord.ui.Button):
            raise TypeError(f"{match.string} is not a button")
        return cls(item, int(match["job"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        async with reported(interaction):
            await self.press(interaction)

    @abstractmethod
    async def press(self, interaction: Interaction) -> None:
        """What the button does. May raise UserError."""


class Form(discord.ui.Modal):
    """A modal whose errors reach the person. One that nobody sends is forgotten after an hour."""

    def __init__(self) -> None:
        super().__init__(timeout=FORM_SECONDS)

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        async with reported(interaction):
            await self.submit(interaction)

    async def on_error(self, interaction: discord.Interaction[Any], error: Exception, /) -> None:  # type: ignore[override]  # as discord.py's own Modal does
        await interaction.client.report(interaction, error)

    @abstractmethod
    async def submit(self, interaction: Interaction) -> None:
        """What the form does. May raise UserError."""


def is_moderator(interaction: Interaction) -> bool:
    """Discord's own permission to remove other people's messages, in this channel."""
    return interaction.guild_id is not None and interaction.permissions.manage_messages
