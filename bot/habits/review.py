"""The Sunday review, for those who asked for it: what rose, what fell, one suggestion from the weakest area."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.clock import Clock
from bot.habits import review_words as said
from bot.habits import stats
from bot.habits.model import Form, Habit, History
from bot.habits.service import HabitService
from bot.habits.strength import strength
from bot.schedule.model import Face, Occurrence
from bot.schedule.recurrence import Rule
from bot.schedule.service import ScheduleService

KIND = "review"
HOUR = 18
NOTICEABLE = 0.02
"""Strength that changed by less in a week is said to be steady."""


@dataclass(frozen=True, slots=True)
class Review:
    """Names with the change of their strength in the last seven days; ``idea`` is from the weakest area."""

    rose: tuple[tuple[str, float], ...]
    fell: tuple[tuple[str, float], ...]
    idea: Habit | None


def compose(histories: Sequence[History], events: Sequence[Sequence[object]], today: date) -> Review:
    """Pure: the week up to ``today``."""
    changes = []
    for history in histories:
        if history.habit.schedule.form is not Form.OCCASIONAL:
            before = strength(history, today - timedelta(days=7))
            changes.append((history.habit.name, strength(history, today) - before))
    rose = sorted((one for one in changes if one[1] > NOTICEABLE), key=lambda one: -one[1])[:3]
    fell = sorted((one for one in changes if one[1] < -NOTICEABLE), key=lambda one: one[1])[:3]
    return Review(tuple(rose), tuple(fell), _idea(histories, events, today))


def _idea(histories: Sequence[History], events: Sequence[Sequence[object]], today: date) -> Habit | None:
    areas = stats.area_scores(histories, events, today)  # type: ignore[arg-type]
    if not areas:
        return None
    inside = [history for history in histories if history.habit.area == areas[-1].area]
    first = today - timedelta(days=29)
    weakest = min(inside, key=lambda h: stats.often(h, max(first, h.begin), today) or 0.0, default=None)
    return None if weakest is None else weakest.habit


class SundayReviews:
    """The clock's kind for reviews."""

    waits_for_quiet = True

    def __init__(self, habits: HabitService, schedule: ScheduleService, clock: Clock) -> None:
        self._habits = habits
        self._schedule = schedule
        self._clock = clock

    async def face(self, occurrence: Occurrence) -> Face | None:
        user_id = occurrence.alarm.user_id
        today = await self._habits.today(user_id)
        habits = await self._habits.listed(user_id)
        if not habits or today - (await self._habits.person(user_id)).day(occurrence.due_utc) > timedelta(days=1):
            return None
        histories = [await self._habits.history(habit) for habit in habits]
        events = [await self._habits.events(habit) for habit in habits]
        found = compose(histories, events, today)
        return Face(said.TITLE, said.lines_of(found.rose, found.fell, found.idea), "Read")

    async def answered(self, occurrence: Occurrence, answer: str) -> None:
        """Nothing hangs on it."""

    async def switch(self, user_id: int) -> bool:
        """On becomes off and off becomes on, also where its card was muted; what it is then."""
        known = await self._schedule.listed(user_id, KIND)
        for one in known:
            await self._schedule.remove(one.id, user_id)
        if any(not one.muted for one in known):
            return False
        person = await self._habits.person(user_id)
        start = datetime.combine(person.local(self._clock()).date(), datetime.min.time()).replace(hour=HOUR)
        rule = Rule(start, person.clock_zone, "FREQ=WEEKLY;BYDAY=SU")
        draft = await self._schedule.draft(user_id, said.TITLE, rule, kind=KIND)
        await self._schedule.save(draft.id, user_id)
        return True
