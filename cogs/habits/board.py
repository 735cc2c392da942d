"""Keeps the public cards of challenges true: a member's check-in changes the card by itself, a little later.

Edits are few: what changes within ``settle_seconds`` is one edit, a card is edited at most every ``every_seconds``, and
one card after the other. What Discord refuses for good is not tried again.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging

import discord
from discord.ext import commands

from bot.client import InklingBot
from bot.delivery import EDITED_TOO_OFTEN, NOBODY, REFUSED
from bot.errors import NotFound
from bot.habits.model import Habit
from cogs.habits.challenges import card

SETTLE_SECONDS = 5.0
EVERY_SECONDS = 60.0
PAUSE_SECONDS = 1.0
"""Between the edits of two cards."""
HOUR_SECONDS = 3600.0
"""A message over an hour old takes only some edits an hour."""

log = logging.getLogger(__name__)


class BoardCog(commands.Cog):
    def __init__(self, bot: InklingBot) -> None:
        self._bot = bot
        self._services = bot.services
        self.settle_seconds, self.every_seconds, self.pause_seconds = SETTLE_SECONDS, EVERY_SECONDS, PAUSE_SECONDS
        self._habits: set[int] = set()
        self._due: dict[int, float] = {}
        self._free: dict[int, float] = {}
        self._news = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def cog_load(self) -> None:
        self._services.habits.on_change.append(self.habit_changed)
        self._services.challenges.on_change.append(self.members_changed)
        self._task = asyncio.create_task(self._run(), name="challenges")

    async def cog_unload(self) -> None:
        self._services.habits.on_change.remove(self.habit_changed)
        self._services.challenges.on_change.remove(self.members_changed)
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def habit_changed(self, habit: Habit) -> None:
        self._habits.add(habit.id)
        self._news.set()

    def members_changed(self, challenge_id: int) -> None:
        self._plan(challenge_id)
        self._news.set()

    def _plan(self, challenge_id: int, wait: float | None = None) -> None:
        """Show it once things have settled, and not before it may be edited again."""
        now = asyncio.get_running_loop().time()
        soon = now + (self.settle_seconds if wait is None else wait)
        self._due.setdefault(challenge_id, max(soon, self._free.get(challenge_id, 0.0)))

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            wait = max(0.0, min(self._due.values()) - loop.time()) if self._due else None
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await self._news.wait()
            self._news.clear()
            try:
                habits, self._habits = self._habits, set()
                for challenge_id in await self._services.challenges.shown_with(list(habits), self._services.clock()):
                    self._plan(challenge_id)
                for challenge_id in [one for one, due in self._due.items() if due <= loop.time()]:
                    del self._due[challenge_id]
                    await self._show(challenge_id)
                    await asyncio.sleep(self.pause_seconds)
            except Exception:
                log.exception("a challenge's card could not be brought up to date")

    async def _show(self, challenge_id: int) -> None:
        now = asyncio.get_running_loop().time()
        self._free = {one: until for one, until in self._free.items() if until > now}
        self._free[challenge_id] = now + self.every_seconds
        try:
            challenge = await self._services.challenges.find(challenge_id)
        except NotFound:
            return
        if challenge.message_id is None:
            return
        channel = self._bot.get_partial_messageable(challenge.channel_id, guild_id=challenge.guild_id)
        view = await card(self._services, challenge)
        try:
            await channel.get_partial_message(challenge.message_id).edit(view=view, allowed_mentions=NOBODY)
        except discord.HTTPException as error:
            log.info("a challenge's card was refused: %s %s (%s)", error.status, error.code, error.text)
            if error.code == EDITED_TOO_OFTEN:
                self._plan(challenge_id, HOUR_SECONDS)
            elif error.status in REFUSED:
                await self._services.challenges.placed(challenge_id, None)
            else:
                self._plan(challenge_id)
        except OSError as error:
            log.info("a challenge's card could not be sent: %s", type(error).__name__)
            self._plan(challenge_id)
