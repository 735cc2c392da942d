"""Summaries for somebody who waits no more: an answer of Discord's can be changed for 15 minutes, and not by a bot that
was started anew. They come as what the clock brings comes: by direct message, and kept where these are closed."""

from __future__ import annotations

from bot.db.database import Tx
from bot.errors import NotFound
from bot.schedule.model import Face, Occurrence
from bot.schedule.service import ScheduleService
from bot.summaries.faces import face_of
from bot.summaries.service import SummaryService

KIND = "summary"


class LateSummaries:
    """The clock's kind for them."""

    waits_for_quiet = False
    """It was asked for a few minutes ago."""

    def __init__(self, summaries: SummaryService, schedule: ScheduleService) -> None:
        self._summaries = summaries
        self._schedule = schedule

    async def bring(self, tx: Tx, owner_id: int, summary_id: int) -> None:
        await self._schedule.tell(tx, owner_id, "A summary", kind=KIND, subject_id=summary_id)

    async def face(self, occurrence: Occurrence) -> Face | None:
        """None for one that is gone."""
        owner, summary_id = occurrence.alarm.user_id, occurrence.alarm.subject_id or 0
        try:
            summary = await self._summaries.find(owner, summary_id)
            return face_of(await self._summaries.name(owner, summary.target), summary)
        except NotFound:
            return None

    async def answered(self, occurrence: Occurrence, answer: str) -> None:
        """Nothing hangs on it."""
