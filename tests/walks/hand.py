"""A bot whose clock a walk turns by hand. Its engine is of paper: what is walked here draws nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Any

from bot.client import InklingBot
from bot.playground.loopback import Loopback
from bot.schedule.model import State
from bot.schedule.recurrence import to_utc
from tests.walks.people import Person, parts, words

ZONE = "Europe/Berlin"


def at(text: str, zone: str = ZONE) -> float:
    return to_utc(datetime.fromisoformat(text), zone)


class Hand:
    """``clock`` is what the bot gets; ``turn`` moves it and wakes the bot."""

    def __init__(self, discord: Loopback, now: str = "2026-11-25 14:30") -> None:
        self.discord = discord
        self.now = at(now)
        self.bot: InklingBot | None = None

    async def begin(self, running: Callable[[], AbstractAsyncContextManager[InklingBot]]) -> InklingBot:
        self._running = running
        self._life = running()
        self.bot = await self._life.__aenter__()
        return self.bot

    async def end(self) -> None:
        await self._life.__aexit__(None, None, None)

    async def restart(self) -> InklingBot:
        await self.end()
        await self.discord.wait_for(lambda: not self.discord.connected, 20)
        return await self.begin(self._running)

    def clock(self) -> float:
        return self.now

    async def turn(self, to: str, zone: str = ZONE) -> None:
        self.now = at(to, zone)
        assert self.bot is not None
        self.bot.services.schedule.ticker.wake()

    async def run(self, person: Person, path: str, **options: object) -> dict[str, Any]:
        """Types a command; its first answer."""
        asked = await self.discord.slash(person.id, person.channel, path, options)
        return await person.answer(asked)

    def direct(self, person: Person) -> list[dict[str, Any]]:
        """What the bot wrote to this person by direct message."""
        history = self.discord.history(person.id, self.discord.dm_channel(person.id), limit=200)
        return [message for message in history if int(message["author"]["id"]) == self.discord.bot_user_id]

    async def reminded(self, person: Person, *said: str, count: int = 1) -> dict[str, Any]:
        """The newest direct message once there are ``count`` and it says all of ``said``."""

        def look() -> dict[str, Any] | None:
            found = [m for m in self.direct(person) if all(s in words(m) for s in said)]
            return found[-1] if len(found) >= count else None

        try:
            found = await self.discord.wait_for(look, 15)
        except TimeoutError:
            raise AssertionError(
                f"no reminder says {said}; there is {[words(m) for m in self.direct(person)]}"
            ) from None
        assert found is not None
        return found

    async def dropped(self, alarm_id: int) -> None:
        """Until the clock has seen that there is nothing to say at a time of this alarm."""
        assert self.bot is not None
        while not any(one.state is State.DROPPED for one in await self.bot.services.schedule.recent(alarm_id)):
            await asyncio.sleep(0.02)

    async def committed(self, person: Person, message: dict[str, Any]) -> None:
        """Until the bot knows which message it sent: a reply within those milliseconds would be to nothing."""
        assert self.bot is not None
        while not await self.bot.services.schedule.in_message(int(message["id"]), person.id):
            await asyncio.sleep(0.01)

    async def press(self, person: Person, message: dict[str, Any], label: str) -> dict[str, Any]:
        """Presses a button under a message; the message as it then is, once the press is answered."""
        pressed = await person.press(message, label)
        await self.acked(pressed)
        return self.fresh(person, message)

    async def acked(self, interaction: int) -> None:
        await self.discord.wait_for(lambda: self.discord.interactions.get(interaction) != "pending", 30)
        assert self.discord.interactions[interaction] == "done"

    def fresh(self, person: Person, message: dict[str, Any]) -> dict[str, Any]:
        seen = self.discord.history(person.id, int(message["channel_id"]), limit=200)
        return next(m for m in seen if m["id"] == message["id"])

    async def choose(self, person: Person, message: dict[str, Any], *values: str, menu: str = "") -> int:
        menus = [part for part in parts(message.get("components") or []) if part["type"] == 3]
        found = next(part for part in menus if part["custom_id"].startswith(menu))
        return await self.discord.select(person.id, int(message["id"]), found["custom_id"], values)

    async def fill(self, person: Person, form: int, fields: list[dict[str, Any]], *values: object) -> dict[str, Any]:
        """Sends a form, its fields in order; the first answer."""
        filled = {field["custom_id"]: value for field, value in zip(fields, values, strict=False) if value is not None}
        return await person.answer(await self.discord.submit_modal(person.id, form, filled))
