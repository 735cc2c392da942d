"""Goals: so much a week, a month or a year, and how far it is. Pure."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from bot.habits.model import History

SPANS = ("week", "month", "year")


@dataclass(frozen=True, slots=True)
class Goal:
    """``amount`` in sessions, minutes or whatever the habit counts; ``span`` is one of ``SPANS``."""

    habit_id: int
    span: str
    amount: float


@dataclass(frozen=True, slots=True)
class Progress:
    """``days_left`` counts today."""

    goal: Goal
    done: float
    days_left: int

    @property
    def share(self) -> float:
        return min(1.0, self.done / self.goal.amount) if self.goal.amount > 0 else 1.0


def bounds(span: str, today: date) -> tuple[date, date]:
    """First and last day of the calendar week, month or year around ``today``."""
    if span == "week":
        monday = today - timedelta(days=today.weekday())
        return monday, monday + timedelta(days=6)
    if span == "month":
        return today.replace(day=1), today.replace(day=calendar.monthrange(today.year, today.month)[1])
    return date(today.year, 1, 1), date(today.year, 12, 31)


def progress(history: History, goal: Goal, today: date) -> Progress:
    first, last = bounds(goal.span, today)
    done = sum(one.total for day, one in history.days.items() if first <= day <= last)
    return Progress(goal, done, (last - today).days + 1)


def describe(amount: str, found: Progress) -> str:
    """ "120 of 300 min this month · 6 days left"."""
    left = "reached" if found.share >= 1 else f"{found.days_left} {'day' if found.days_left == 1 else 'days'} left"
    return f"Goal: {found.done:g} of {amount} this {found.goal.span} · {left}"
