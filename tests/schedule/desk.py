"""The clock on real SQLite with a hand that turns it, and a postman who notes what he brings."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import datetime
from pathlib import Path

from bot.db.database import Database
from bot.people.service import PeopleService
from bot.people.store import PeopleStore
from bot.schedule.model import Alarm, Item, Placed
from bot.schedule.recurrence import Rule, to_utc
from bot.schedule.service import ScheduleService
from bot.schedule.store import ScheduleStore

ZONE = "Europe/Berlin"


def at(text: str) -> float:
    """ "2026-11-25 09:00" in Berlin, as UTC seconds."""
    return to_utc(datetime.fromisoformat(text), ZONE)


class NotingPostman:
    def __init__(self) -> None:
        self.brought: list[list[Item]] = []
        self.closed: set[int] = set()
        self.failures = 0

    async def send(self, items: Sequence[Item]) -> Placed | None:
        if self.failures:
            self.failures -= 1
            raise ConnectionError("Discord is down")
        if items[0].occurrence.alarm.user_id in self.closed:
            return None
        self.brought.append(list(items))
        return Placed(1, 1000 + len(self.brought))

    @property
    def texts(self) -> list[str]:
        return [item.face.title for items in self.brought for item in items]


class Desk:
    def __init__(self, database: Database, now: float) -> None:
        self.database = database
        self.now = now
        self.people = PeopleService(database, PeopleStore(database), lambda: self.now)
        self.store = ScheduleStore(database)
        self.schedule = ScheduleService(database, self.store, self.people, lambda: self.now)
        self.postman = NotingPostman()

    async def remind(self, phrase: str, text: str = "stretch", user_id: int = 1) -> Alarm:
        reading = await self.schedule.read(user_id, phrase)
        return await self.schedule.save((await self.schedule.draft(user_id, text, reading.rule)).id, user_id)

    async def rule(self, rule: Rule, text: str = "stretch", user_id: int = 1) -> Alarm:
        return await self.schedule.save((await self.schedule.draft(user_id, text, rule)).id, user_id)

    async def turn(self, to: str | float) -> None:
        """Set the clock and let it do what is due, to the end."""
        self.now = at(to) if isinstance(to, str) else to
        await self.schedule.ticker.tick()
        await self.settled()

    async def settled(self) -> None:
        while tasks := list(self.schedule.ticker._sending):
            await asyncio.gather(*tasks)

    async def until(self, look: Callable[[], bool]) -> None:
        async with asyncio.timeout(10):
            while not look():
                await asyncio.sleep(0.01)


@contextlib.asynccontextmanager
async def desk_at(path: Path, now: str | float, *, running: bool = False) -> AsyncIterator[Desk]:
    """``running`` starts the clock's own task; else ``turn`` drives it."""
    async with await Database.open(path) as database:
        desk = Desk(database, at(now) if isinstance(now, str) else now)
        await desk.people.set_zone(1, ZONE)
        await desk.people.set_zone(2, ZONE)
        await desk.schedule.start(desk.postman)
        if not running:
            await desk.schedule.close()
        yield desk
        await desk.schedule.close()
