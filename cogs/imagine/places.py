"""Of which kind the place is that somebody is in, and what flagged pictures may be seen there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import discord

from bot.client import InklingBot
from bot.imagine.model import shown_as
from bot.imagine.work import Work
from bot.rules.showing import Place, Showing


def place_of(interaction: discord.Interaction[Any]) -> Place:
    """A group of people without a server counts as direct messages; a thread is as its channel is."""
    if interaction.guild_id is None:
        return Place.DIRECT
    if not interaction.is_guild_integration():
        return Place.ELSEWHERE
    is_restricted = getattr(interaction.channel, "is_nsfw", None)
    return Place.AGE_RESTRICTED if is_restricted is not None and is_restricted() else Place.SERVER


def roles_of(interaction: discord.Interaction[Any]) -> tuple[int, ...]:
    """Those that the person has there."""
    return tuple(role.id for role in getattr(interaction.user, "roles", ()))


async def showing_here(interaction: discord.Interaction[InklingBot]) -> Showing:
    """What becomes of flagged pictures that this person looks at here."""
    rules = interaction.client.services.rules
    return await rules.showing(interaction.guild_id, place_of(interaction), roles_of(interaction))


async def seen_here(interaction: discord.Interaction[Any], work: Work) -> Work:
    """The work with what may be seen of it here, wherever it was made."""
    if not any(picture.flagged for picture in work.pictures):
        return work
    return replace(work, pictures=shown_as(work.pictures, await showing_here(interaction)))
