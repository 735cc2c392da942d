"""The weekly digest of what was noted down, for those who asked for it: silent in weeks without notes."""

from __future__ import annotations

from bot.clock import Clock
from bot.errors import BadRequest
from bot.people.service import PeopleService
from bot.schedule.model import Alarm, Face, Occurrence
from bot.schedule.service import ScheduleService
from bot.summaries.faces import WEEK_TITLE, face_of
from bot.summaries.model import Target
from bot.summaries.service import SummaryService

KIND = "digest"
WHEN = "sundays 18:00"
WAIT_SECONDS = 5.0


class Digests:
    """The clock's kind for digests."""

    waits_for_quiet = True

    def __init__(
        self, summaries: SummaryService, people: PeopleService, schedule: ScheduleService, clock: Clock
    ) -> None:
        self._summaries = summaries
        self._people = people
        self._schedule = schedule
        self._clock = clock

    async def face(self, occurrence: Occurrence) -> Face | None:
        owner = occurrence.alarm.user_id
        if occurrence.alarm.muted:
            return None
        day = (await self._people.find(owner)).day(occurrence.due_utc)
        try:
            summary = await self._summaries.ask(owner, Target.week_until(day))
        except BadRequest:
            return None
        summary = await self._summaries.ended(owner, summary.id, WAIT_SECONDS)
        if summary.state.is_open:  # what comes at the same time must not wait for a model: it comes by itself later
            await self._summaries.let_go(owner, summary.id)
        return face_of(WEEK_TITLE, summary)

    async def answered(self, occurrence: Occurrence, answer: str) -> None:
        """Nothing hangs on it."""

    async def alarm(self, user_id: int) -> Alarm | None:
        """The person's digest, when it is on."""
        return next((one for one in await self._schedule.listed(user_id, KIND) if not one.muted), None)

    async def propose(self, user_id: int, phrase: str) -> tuple[Alarm, tuple[str, ...]]:
        """A digest at these times, to be saved, and what was assumed. Raises Unclear, BadRequest as ``read`` does."""
        reading = await self._schedule.read(user_id, phrase)
        if not reading.rule.recurs:
            raise BadRequest("A digest recurs: write for example “sundays 18:00”.")
        await self.stop(user_id)
        return await self._schedule.draft(user_id, WEEK_TITLE, reading.rule, kind=KIND), tuple(reading.notes)

    async def stop(self, user_id: int) -> None:
        on = await self.alarm(user_id)
        if on is not None:
            await self._schedule.remove(on.id, user_id)
