"""Streaks, derived: a pure fold over the days, by the habit's own schedule.

A period (a day, a week, a month, n days) is kept, missed, or neutral. Neutral ones (skipped, paused, frozen, cut
short by travel) neither end a streak nor lengthen it. A freeze is earned with every tenth kept day, at most three are
held, and one is used by itself when a period is missed while a streak stands. The current period is open until it is
over.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.habits.model import DaySum, Form, Habit, History

DAYS_A_FREEZE, MOST_FREEZES = 10, 3
DAY = timedelta(days=1)


class Verdict(StrEnum):
    KEPT = "kept"
    MISSED = "missed"
    SKIPPED = "skipped"
    PAUSED = "paused"
    FROZEN = "frozen"
    TRAVEL = "travel"
    OPEN = "open"
    OFF = "off"  # not scheduled for this day


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, what became of it, and how much of the target was reached (0 to 1)."""

    first: date
    last: date
    verdict: Verdict
    share: float = 0.0
    days_done: int = 0


@dataclass(frozen=True, slots=True)
class Streaks:
    """``current`` and ``best`` count kept periods; ``since`` is the current streak's first kept day."""

    current: int = 0
    best: int = 0
    freezes: int = 0
    since: date | None = None
    periods: tuple[Period, ...] = ()

    @property
    def lapsed(self) -> bool:
        """A streak stood before and does not now."""
        return self.current == 0 and self.best > 0


def fold(history: History, today: date) -> Streaks:
    """Streaks as of the end of ``today``, which is open as long as its period lasts."""
    habit = history.habit
    if habit.schedule.form is Form.OCCASIONAL:
        return Streaks()
    current = best = freezes = credit = 0
    since: date | None = None
    periods = []
    today = max([today, *history.days])
    for first, last in spans(habit, history.begin, today):
        period = judged(history, first, last, today)
        if period.verdict is Verdict.KEPT:
            since = since if current else period.first
            current += 1
            best = max(best, current)
            earned, credit = divmod(credit + period.days_done, DAYS_A_FREEZE)
            freezes = min(MOST_FREEZES, freezes + earned)
        elif period.verdict is Verdict.MISSED:
            if current and freezes:
                freezes -= 1
                period = Period(first, last, Verdict.FROZEN, period.share, period.days_done)
            else:
                current, since = 0, None
        periods.append(period)
    return Streaks(current, best, freezes, since, tuple(periods))


def spans(habit: Habit, begin: date, today: date) -> Iterator[tuple[date, date]]:
    """The first and last days of the periods from ``begin`` to ``today``."""
    schedule = habit.schedule
    first = begin
    if schedule.form is Form.PER_WEEK:
        first = begin - timedelta(days=begin.weekday())
    elif schedule.form is Form.PER_MONTH:
        first = begin.replace(day=1)
    elif schedule.form is Form.EVERY:  # rounds are counted from the habit's begin, also backwards: an earlier
        rounds = (begin - habit.created).days // schedule.number  # check-in must not move those that were
        first = habit.created + timedelta(days=rounds * schedule.number)
    while first <= today:
        if schedule.form is Form.PER_WEEK:
            last = first + timedelta(days=6)
        elif schedule.form is Form.PER_MONTH:
            last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        elif schedule.form is Form.EVERY:
            last = first + timedelta(days=schedule.number - 1)
        else:
            last = first
        yield first, last
        first = last + DAY


def judged(history: History, first: date, last: date, today: date) -> Period:
    """One period by itself, without freezes."""
    habit, days = history.habit, history.days
    inside = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
    sums = {day: days[day] for day in inside if day in days}
    share, done = _reached(habit, sums)
    over = last < today
    if habit.at_most:
        total = sum(one.total for one in sums.values())
        verdict = Verdict.MISSED if total > habit.target else Verdict.KEPT if over else Verdict.OPEN
        done = len(inside) if verdict is Verdict.KEPT else 0
    elif share >= 1.0:
        verdict = Verdict.KEPT
    else:
        verdict = Verdict.MISSED if over else Verdict.OPEN
    off = habit.schedule.form is Form.DAYS and first.weekday() not in habit.schedule.weekdays
    if off and (verdict is not Verdict.KEPT or habit.at_most):
        return Period(first, last, Verdict.OFF, share, done)
    if verdict is not Verdict.KEPT:
        verdict = _excused(history, inside, sums) or verdict
    return Period(first, last, verdict, share, done)


def _excused(history: History, inside: list[date], sums: dict[date, DaySum]) -> Verdict | None:
    if any(one.skipped for one in sums.values()):
        return Verdict.SKIPPED
    if any(pause.covers(day) for pause in history.pauses for day in inside):
        return Verdict.PAUSED
    if any(day in history.travel for day in inside):
        return Verdict.TRAVEL
    return None


def _reached(habit: Habit, sums: dict[date, DaySum]) -> tuple[float, int]:
    """The share of the target that was reached, and the days that count towards a freeze."""
    number = habit.schedule.number
    totals = [one.total for one in sums.values()]
    if habit.schedule.by_day:
        need = target_a_day(habit)
        share = min(1.0, sum(totals) / need) if need > 0 else float(bool(sums))
        return share, int(share >= 1.0)
    times = habit.schedule.times if habit.schedule.form is Form.EVERY else number
    if habit.is_numeric and times == 1:
        share = min(1.0, sum(totals) / habit.target) if habit.target > 0 else float(bool(sums))
        return share, sum(total > 0 for total in totals)
    need = habit.target if habit.is_numeric else 1.0
    met = sum(total >= need and total > 0 for total in totals)
    return min(1.0, met / times), met


def target_a_day(habit: Habit) -> float:
    """Sessions for yes-no habits, else the target."""
    if habit.is_numeric:
        return habit.target
    return float(habit.schedule.number if habit.schedule.form is Form.PER_DAY else 1)


def period_name(habit: Habit, count: int) -> str:
    """ "3 weeks", "1 day", "2 times"."""
    form = habit.schedule.form
    word = {Form.PER_WEEK: "week", Form.PER_MONTH: "month", Form.EVERY: "round"}.get(form, "day")
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
