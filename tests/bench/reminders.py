"""The clock with many rules: memory, cost of a wake, and how late a thousand reminders of the same minute are.

    python -m tests.bench.reminders [--rules 100000] [--due 1000]

The postman takes 50 messages a second, as Discord does for a whole bot. Goals: the clock itself errs by less than a
second; the last of a thousand is bound by the send limit (20 s); a wake costs the same whatever the number of rules.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import tempfile
import time
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import psutil

from bot.db.database import Database
from bot.people.service import PeopleService
from bot.people.store import PeopleStore
from bot.schedule.model import Item, Placed
from bot.schedule.recurrence import Rule, next_after, to_local
from bot.schedule.service import ScheduleService
from bot.schedule.store import ScheduleStore

SENDS_A_SECOND = 50
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Tokyo", "Australia/Sydney")


class LimitedPostman:
    def __init__(self) -> None:
        self.called: list[float] = []
        self.sent: list[float] = []
        self._free = 0.0

    async def send(self, items: Sequence[Item]) -> Placed | None:
        self.called.append(time.time())
        now = time.monotonic()
        self._free = max(self._free, now) + 1 / SENDS_A_SECOND
        await asyncio.sleep(self._free - now)
        self.sent.append(time.time())
        return Placed(1, len(self.sent))


def rules(count: int, now: float) -> list[tuple[object, ...]]:
    chance = random.Random(1)
    kinds = ("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")
    rows = []
    for number in range(count):
        zone = chance.choice(ZONES)
        start = to_local(now, zone).replace(microsecond=0) + timedelta(seconds=chance.randrange(3600, 80_000))
        rule = Rule(start, zone, chance.choice(kinds))
        rows.append((number, "x", zone, start.isoformat(), rule.rrule, next_after(rule, now + 3600), now))
    return rows


INSERT = (
    "INSERT INTO alarms (user_id, kind, text, zone, start_local, rrule, next_utc, created_utc)"
    " VALUES (?, 'plain', ?, ?, ?, ?, ?, ?)"
)


async def waking(schedule: ScheduleService, times: int = 30) -> float:
    """Median milliseconds of one look at the table with nothing due."""
    took = []
    for _ in range(times):
        began = time.perf_counter()
        await schedule.ticker.tick()
        await schedule.ticker._store.next_wake()
        took.append(time.perf_counter() - began)
    return statistics.median(took) * 1000


async def measure(count: int, due: int) -> None:
    process = psutil.Process()
    with tempfile.TemporaryDirectory() as folder:
        async with await Database.open(Path(folder) / "inkling.db") as database:
            people = PeopleService(database, PeopleStore(database), time.time)
            schedule = ScheduleService(database, ScheduleStore(database), people, time.time)
            before = process.memory_info().rss
            inserted = 0
            for size in (count // 100, count // 10, count):
                async with database.transaction() as tx:
                    await tx.executemany(INSERT, rules(size - inserted, time.time()))
                inserted = size
                postman = LimitedPostman()
                await schedule.start(postman)
                await schedule.close()
                print(f"a wake with nothing due   {size:>7} rules: {await waking(schedule):.2f} ms")
            print(f"memory for {count} rules  {(process.memory_info().rss - before) / 1e6:.0f} MB more")
            at = time.time() + 5
            start = to_local(at, "UTC")
            async with database.transaction() as tx:
                rows = [(10**6 + n, "x", "UTC", start.isoformat(), "FREQ=DAILY", at, at) for n in range(due)]
                await tx.executemany(INSERT, rows)
            postman = LimitedPostman()
            await schedule.start(postman)
            while len(postman.sent) < due:
                await asyncio.sleep(0.1)
            await schedule.close()
    late = sorted(sent - at for sent in postman.sent)
    print(f"clock error               {min(postman.called) - at:.3f} s to the first send (goal <= 1 s)")
    print(
        f"{due} due at once         p50 {late[len(late) // 2]:.1f} s, p99 {late[int(len(late) * 0.99)]:.1f} s,"
        f" last {late[-1]:.1f} s (the send limit alone: {due / SENDS_A_SECOND:.0f} s)"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rules", type=int, default=100_000)
    parser.add_argument("--due", type=int, default=1000)
    options = parser.parse_args()
    asyncio.run(measure(options.rules, options.due))


if __name__ == "__main__":
    main()
