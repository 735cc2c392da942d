"""Streaks in words: what was kept, what was neutral, and why. Pure."""

from __future__ import annotations

from datetime import date

from bot.habits.model import Habit
from bot.habits.shelf import Standing
from bot.habits.streaks import Period, Verdict

LEGEND = (
    "● kept  ○ not done  – skipped  ❄ frozen  ‖ paused  → travel  ◌ open",
    "Skipped, frozen and paused ones keep a streak and do not lengthen it. Ten kept days earn a freeze, up to three.",
)

VERDICTS = {
    Verdict.KEPT: "kept",
    Verdict.MISSED: "not done",
    Verdict.SKIPPED: "skipped",
    Verdict.PAUSED: "paused",
    Verdict.FROZEN: "frozen",
    Verdict.TRAVEL: "travel",
    Verdict.OPEN: "open",
    Verdict.OFF: "day off",
}
SIGNS = {
    Verdict.KEPT: "●",
    Verdict.MISSED: "○",
    Verdict.SKIPPED: "–",
    Verdict.PAUSED: "‖",
    Verdict.FROZEN: "❄",
    Verdict.TRAVEL: "→",
    Verdict.OPEN: "◌",
    Verdict.OFF: "·",
}


def short(day: date) -> str:
    """ "Tue 3 Nov"."""
    return f"{day:%a} {day.day} {day:%b}"


def neutral_note(standing: Standing, periods: int = 10, most: int = 4) -> str:
    """ "Frozen Tue 3 Nov, skipped Wed 4 Nov": what of the last ``periods`` that are over was neutral."""
    verdicts = (Verdict.FROZEN, Verdict.SKIPPED, Verdict.TRAVEL)
    recent = [one for one in standing.streaks.periods[-periods:] if one.last < standing.kept.as_of]
    found = [one for one in recent if one.verdict in verdicts][-most:]
    text = ", ".join(f"{VERDICTS[one.verdict]} {_span(standing.habit, one)}" for one in found)
    return text[:1].upper() + text[1:]


def why_lines(standing: Standing, count: int = 14) -> list[str]:
    """A streak explained, period by period, newest first, with the count after each."""
    habit = standing.habit
    running, rows = 0, []
    for period in standing.streaks.periods:
        if period.verdict is Verdict.KEPT:
            running += 1
        elif period.verdict is Verdict.MISSED:
            running = 0
        rows.append(f"{SIGNS[period.verdict]} {_span(habit, period)} {_why(habit, period)} → {running}")
    return rows[::-1][:count]


def _span(habit: Habit, period: Period) -> str:
    if period.first == period.last:
        return short(period.first)
    if period.first.month == period.last.month:
        return f"{period.first.day}–{period.last.day} {period.last:%b}"
    return f"{period.first.day} {period.first:%b}–{period.last.day} {period.last:%b}"


def _why(habit: Habit, period: Period) -> str:
    text = VERDICTS[period.verdict]
    if period.verdict in (Verdict.MISSED, Verdict.OPEN, Verdict.FROZEN) and 0 < period.share < 1:
        text += f", {round(period.share * 100)}%"
    return text
