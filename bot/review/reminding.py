"""The daily reminder of reviews, for those who asked for it: silent on days with nothing due."""

from __future__ import annotations

from datetime import datetime

from bot.clock import Clock
from bot.people.service import PeopleService
from bot.review.service import ReviewService
from bot.schedule.model import Alarm, Face, Occurrence
from bot.schedule.recurrence import Rule
from bot.schedule.service import ScheduleService

KIND = "cards"
HOUR = 19
BEGIN = "review:begin"
"""Custom id of the button that begins."""


class ReviewReminders:
    """The clock's kind for reviews of cards."""

    waits_for_quiet = True

    def __init__(self, reviews: ReviewService, people: PeopleService, schedule: ScheduleService, clock: Clock) -> None:
        self._reviews = reviews
        self._people = people
        self._schedule = schedule
        self._clock = clock

    async def face(self, occurrence: Occurrence) -> Face | None:
        if occurrence.alarm.muted:
            return None
        hand = await self._reviews.hand(occurrence.alarm.user_id)
        if hand.card is None:
            return None
        title = "One card to review" if hand.left == 1 else f"{hand.left} cards to review"
        return Face(title, ("They take a few minutes; what is not done today comes another day.",), "Begin", BEGIN)

    async def answered(self, occurrence: Occurrence, answer: str) -> None:
        """Nothing hangs on it."""

    async def alarm(self, user_id: int) -> Alarm | None:
        """The person's reminder, when it is on."""
        return next((one for one in await self._schedule.listed(user_id, KIND) if not one.muted), None)

    async def switch(self, user_id: int) -> bool:
        """On becomes off and off becomes on; what it is then."""
        on = await self.alarm(user_id)
        if on is not None:
            await self._schedule.remove(on.id, user_id)
            return False
        person = await self._people.find(user_id)
        start = datetime.combine(person.local(self._clock()).date(), datetime.min.time()).replace(hour=HOUR)
        rule = Rule(start, person.clock_zone, "FREQ=DAILY")
        draft = await self._schedule.draft(user_id, "Reviews", rule, kind=KIND)
        await self._schedule.save(draft.id, user_id)
        return True
