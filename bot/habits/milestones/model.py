"""When a streak has reached a milestone. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot.habits.shelf import Standing
from bot.habits.streaks import Verdict, period_name

COUNTS = (7, 30, 100, 365)
"""Kept periods: days, or whatever the habit's schedule counts."""
STILL_NEWS = timedelta(days=7)
"""What was reached longer ago (an import, an old habit) is no news."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """``span`` is the count in words. ``first`` and ``last`` are days of the streak: its begin, and that of reaching
    it. ``job_id`` is the job whose picture is on the card."""

    id: int
    habit_id: int
    count: int
    span: str
    first: date
    last: date
    job_id: int | None = None


def reached(standing: Standing) -> Milestone | None:
    """The highest that the current streak has reached lately."""
    streaks, today = standing.streaks, standing.kept.as_of
    count = max((one for one in COUNTS if one <= streaks.current), default=None)
    if count is None or streaks.since is None:
        return None
    kept = [one for one in streaks.periods if one.verdict is Verdict.KEPT and one.first >= streaks.since]
    last = min(kept[count - 1].last, today)
    if last < today - STILL_NEWS:
        return None
    return Milestone(0, standing.habit.id, count, period_name(standing.habit, count), streaks.since, last)
