"""Tells whoever runs the bot what they should hear of: in ALERT_CHANNEL, else by direct message; once an hour each."""

from __future__ import annotations

import asyncio
import logging

import aiohttp
import discord
from discord.ext import commands

from bot.client import InklingBot
from bot.delivery import NOBODY
from bot.gpu.trouble import Quiet, Trouble

log = logging.getLogger(__name__)


class OperatorCog(commands.Cog):
    def __init__(self, bot: InklingBot) -> None:
        self._bot = bot
        self._quiet = Quiet()
        self._sending: set[asyncio.Task[None]] = set()

    async def cog_load(self) -> None:
        self._bot.services.queue.on_trouble.append(self.hear)

    async def cog_unload(self) -> None:
        self._bot.services.queue.on_trouble.remove(self.hear)
        for task in self._sending:
            task.cancel()

    def hear(self, trouble: Trouble) -> None:
        """Log it, and pass it on unless it was told within the last hour. Returns at once."""
        if self._quiet.lets_through(trouble, self._bot.services.clock()):
            log.warning("%s: %s", trouble.kind, trouble.text)
            task = asyncio.create_task(self._tell(f"**{trouble.kind.capitalize()}.** {trouble.text}"[:2000]))
            self._sending.add(task)
            task.add_done_callback(self._sending.discard)

    async def _tell(self, text: str) -> None:
        try:
            if not await self._in_channel(text):
                for owner in self._bot.owners:
                    channel = await self._bot.create_dm(discord.Object(owner))
                    await channel.send(text, allowed_mentions=NOBODY)
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            log.warning("whoever runs this bot could not be told: %s", error)

    async def _in_channel(self, text: str) -> bool:
        """False where there is none, or where it takes nothing."""
        chosen = self._bot.services.settings.alert_channel
        if not chosen:
            return False
        try:
            await self._bot.get_partial_messageable(chosen).send(text, allowed_mentions=NOBODY)
        except discord.HTTPException as error:
            log.warning("the channel of ALERT_CHANNEL takes no messages: %s", error)
            return False
        return True
