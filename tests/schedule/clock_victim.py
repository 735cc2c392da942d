"""Sends reminders on a hurried clock until it is killed, and says of each message when Discord has it.

python -m tests.schedule.clock_victim DATABASE SEED BEGAN
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bot.db.database import Database
from bot.people.service import PeopleService
from bot.people.store import PeopleStore
from bot.schedule.model import Item, Placed
from bot.schedule.service import ScheduleService
from bot.schedule.store import ScheduleStore

BASE = 1_795_000_000.0
HURRY = 300.0
"""Seconds of the bot's clock in one real second."""


def hurried(began: float) -> float:
    return BASE + (time.time() - began) * HURRY


class PrintingPostman:
    """A message is with Discord once its line is out: whatever is killed after that was delivered."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._count = 0

    async def send(self, items: Sequence[Item]) -> Placed | None:
        await asyncio.sleep(self._chance.random() * 0.01)
        print(json.dumps([item.occurrence.alarm.id for item in items]), flush=True)
        await asyncio.sleep(self._chance.random() * 0.01)
        self._count += 1
        return Placed(1, self._count)


async def main(path: Path, seed: int, began: float) -> None:
    async with await Database.open(path) as database:
        people = PeopleService(database, PeopleStore(database), lambda: hurried(began))
        schedule = ScheduleService(database, ScheduleStore(database), people, lambda: hurried(began))
        await schedule.start(PrintingPostman(random.Random(seed)))
        while True:
            await asyncio.sleep(0.005)
            schedule.ticker.wake()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])))
