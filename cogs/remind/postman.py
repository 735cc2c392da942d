"""Brings reminders to people: by direct message, or into the channel that they were made for."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import discord

from bot.clock import Clock
from bot.delivery import NOBODY, REFUSED, still
from bot.schedule.model import Item, Placed
from cogs.remind import render

log = logging.getLogger(__name__)


class DiscordPostman:
    def __init__(self, client: discord.Client, clock: Clock) -> None:
        self._client = client
        self._clock = clock

    async def send(self, items: Sequence[Item]) -> Placed | None:
        alarm = items[0].occurrence.alarm
        if alarm.channel_id is not None:
            channel = self._client.get_partial_messageable(alarm.channel_id, guild_id=alarm.guild_id)
            try:
                return await self._send(channel, items, mention=alarm.user_id)
            except discord.HTTPException as refused:
                _check_refused(refused)
        try:
            direct = await self._client.create_dm(discord.Object(alarm.user_id))
            return await self._send(direct, items)
        except discord.HTTPException as refused:
            _check_refused(refused)
        return None

    async def _send(
        self, channel: discord.abc.Messageable, items: Sequence[Item], mention: int | None = None
    ) -> Placed:
        first = items[0].occurrence
        people = (
            discord.AllowedMentions(users=[discord.Object(mention)], everyone=False, roles=False) if mention else NOBODY
        )
        message = await channel.send(
            view=still(render.reminder(items, self._clock(), mention=mention)),
            allowed_mentions=people,
            nonce=f"r{first.id}.{first.snoozes}.{len(items)}",
        )
        return Placed(message.channel.id, message.id)


def _check_refused(error: discord.HTTPException) -> None:
    """Discord's final "no" is the end of this way; anything else is raised and tried again."""
    if error.status not in REFUSED or error.status == 401:
        raise error
    log.info("a reminder was refused: %s %s (%s)", error.status, error.code, error.text)
