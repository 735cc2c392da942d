"""The queue's report, computed from the jobs table beside the event loop."""

from __future__ import annotations

import asyncio

from bot.clock import Clock
from bot.gpu.report import DAY_SECONDS, Report, report
from bot.gpu.store import JobStore

MOST_FACTS = 50_000
"""The latest jobs that a report takes into account: a few seconds of work."""

FRESH_SECONDS = 60.0
"""Anyone may press the button, so a report is kept for so long."""


class Reports:
    def __init__(self, store: JobStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

        self._made: dict[int, tuple[float, Report]] = {}
        self._making = asyncio.Lock()

    async def of(self, days: int) -> Report:
        """The last ``days`` times 24 hours; at most a minute old."""
        async with self._making:
            now = self._clock()
            made = self._made.get(days)
            if made is None or not 0 <= now - made[0] < FRESH_SECONDS:
                facts = await self._store.facts(now - (days + 1) * DAY_SECONDS, MOST_FACTS)
                made = self._made[days] = now, await asyncio.to_thread(report, facts, now, days)
            return made[1]
