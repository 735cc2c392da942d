"""The queue's report, computed from the jobs table beside the event loop."""

from __future__ import annotations

import asyncio

from bot.clock import Clock
from bot.gpu.report import DAY_SECONDS, Report, report
from bot.gpu.store import JobStore

MOST_FACTS = 50_000
"""The latest jobs that a report takes into account: a second or two of work."""


class Reports:
    def __init__(self, store: JobStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def of(self, days: int) -> Report:
        """The last ``days`` times 24 hours."""
        now = self._clock()
        facts = await self._store.facts(now - (days + 1) * DAY_SECONDS, MOST_FACTS)
        return await asyncio.to_thread(report, facts, now, days)
