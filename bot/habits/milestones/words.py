"""The sentences of milestones."""

from __future__ import annotations

from datetime import date

from bot.habits.milestones.model import Milestone
from bot.habits.model import Habit

DRAW = "Draw a picture on it"
DRAW_AGAIN = "Draw another"
OPEN = "Open a milestone…"


def head(one: Milestone) -> str:
    return f"{one.span} in a row"


def period(one: Milestone) -> str:
    """ "19 Nov – 25 Nov 2026"."""
    first = f"{one.first.day} {one.first:%b}" + ("" if one.first.year == one.last.year else f" {one.first.year}")
    return f"{first} – {dated(one.last)}"


def dated(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


def alt(habit: Habit, one: Milestone, picture: str = "") -> str:
    """What the card shows, for those who do not see it."""
    drawn = f" With a picture: {picture}" if picture else ""
    return f"A card: {habit.title}, {head(one)}, {period(one)}.{drawn}"[:1000]


def prompt(habit: Habit) -> str:
    """What the picture engine is asked for."""
    return f"a calm, warm illustration of {habit.name.lower()}, soft light"
