"""The weekly digest of what was noted down, for those who asked for it: silent in weeks without notes."""

from __future__ import annotations

import re

from bot.clock import Clock
from bot.errors import BadRequest, HelperError
from bot.people.service import PeopleService
from bot.schedule.model import Alarm, Face, Occurrence
from bot.schedule.service import ScheduleService
from bot.summaries.model import State, Target
from bot.summaries.service import SummaryService

KIND = "digest"
TITLE = "Your week in notes"
WHEN = "sundays 18:00"
WAIT_SECONDS = 600.0


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
        if summary.state is State.FAILED:
            return Face(TITLE, (f"It could not be made: {summary.error}",), "Try", f"sum:again:{summary.id}")
        if summary.state is not State.READY:
            raise HelperError("the digest is not made yet")
        lines = tuple(f"{number}. {_plain(line.text)}" for number, line in enumerate(summary.lines, start=1))
        return Face(TITLE, (*lines, summary.made_by), "Open", f"sum:show:{summary.id}")

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
        return await self._schedule.draft(user_id, TITLE, reading.rule, kind=KIND), tuple(reading.notes)

    async def stop(self, user_id: int) -> None:
        on = await self.alarm(user_id)
        if on is not None:
            await self._schedule.remove(on.id, user_id)


def _plain(text: str) -> str:
    """A sentence out of a note with nothing in it that would be formatted: a face's lines hold markup."""
    return re.sub(r"([\\*_~`|>#\[\]<])", r"\\\1", text)
