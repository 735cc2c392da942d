"""The charts as PNG files. Pure: values in, bytes out. Light, dark and shape carry the meaning, not hue."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.habits.canvas import FAINT, GRID, INK, MARGIN, MEDIUM, PAPER, SMALL, Canvas, mixed
from bot.habits.model import COLOURS, Habit, colour_value
from bot.habits.stats import AreaScore, Cell
from bot.habits.streaks import Verdict
from bot.letters import printable

NEUTRAL = COLOURS["blue"]
MOST_AREAS = 12


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture and what it shows, in words, for those who do not see it."""

    name: str
    png: bytes
    alt: str


def year(habit: Habit, cells: dict[date, Cell], today: date) -> Chart:
    """A year as two rows of 26 weeks, a square a day, Monday on top; the newest at the end."""
    columns, gap, left = 26, 4, MARGIN + 62
    side = (1080 - left - MARGIN) / columns - gap
    block = 7 * (side + gap) + 76
    canvas = Canvas(round(2 * block + 112))
    colour = colour_value(habit.colour)
    first = today - timedelta(days=today.weekday() + 7 * (2 * columns - 1))
    for half in range(2):
        top = 24 + half * block + 46
        for row in (0, 2, 4, 6):
            canvas.text(MARGIN, top + row * (side + gap) + side / 2, calendar.day_abbr[row][:2], SMALL - 4, FAINT, "lm")
        for column in range(columns):
            monday = first + timedelta(days=7 * (half * columns + column))
            x = left + column * (side + gap)
            if monday.day <= 7 and column < columns - 1:
                canvas.text(x, top - 46, calendar.month_abbr[monday.month], SMALL, FAINT)
            for row in range(7):
                day = monday + timedelta(days=row)
                if day <= today:
                    _square(canvas, x, top + row * (side + gap), side, cells.get(day), colour)
    _year_legend(canvas, 2 * block + 40, side, colour)
    done = sum(cell.share >= 1 for cell in cells.values())
    return Chart("year.png", canvas.png(), f"{habit.name}: reached on {done} of the last {len(cells)} days.")


def _square(canvas: Canvas, x: float, y: float, side: float, cell: Cell | None, colour: int) -> None:
    if cell is None:
        canvas.box(x, y, side, side, PAPER, edge=GRID)
    elif cell.share > 0:
        canvas.box(x, y, side, side, mixed(colour, 0.25 + 0.75 * cell.share))
    elif cell.verdict is not None:
        canvas.box(x, y, side, side, PAPER, edge=FAINT)
        canvas.dot(x + side / 2, y + side / 2, side / 7, FAINT)
    else:
        canvas.box(x, y, side, side, GRID)


def _year_legend(canvas: Canvas, y: float, side: float, colour: int) -> None:
    x = float(MARGIN)
    samples = [
        ("none", Cell(0)),
        ("some", Cell(0.35)),
        ("reached", Cell(1)),
        ("skipped or frozen", Cell(0, Verdict.SKIPPED)),
    ]
    for label, cell in samples:
        _square(canvas, x, y, side, cell, colour)
        canvas.text(x + side + 12, y + side / 2, label, SMALL, FAINT, "lm")
        x += side + 12 + canvas.measure(label) + 40


def strength(habit: Habit, scores: Sequence[tuple[date, float]]) -> Chart:
    """A line from 0 to 100 %."""
    canvas = Canvas(600)
    canvas.title("Strength")
    left, top, bottom, right = MARGIN + 96, 116, 510, 1080 - MARGIN - 130
    for percent in (0, 50, 100):
        y = bottom - (bottom - top) * percent / 100
        canvas.line([(left, y), (right, y)], GRID, 2)
        canvas.text(left - 16, y, f"{percent}%", SMALL, FAINT, "rm")
    shown = list(scores)[-365:]
    step = (right - left) / max(1, len(shown) - 1)
    points = [(left + number * step, bottom - (bottom - top) * score) for number, (_, score) in enumerate(shown)]
    colour = colour_value(habit.colour)
    if points:
        canvas.area([*points, (points[-1][0], bottom), (points[0][0], bottom)], mixed(colour, 0.12))
        canvas.line(points, mixed(colour, 0.9), 6)
        canvas.dot(*points[-1], 11, mixed(colour, 1))
        canvas.text(points[-1][0] + 24, points[-1][1], f"{shown[-1][1] * 100:.0f}%", MEDIUM, INK, "lm")
        canvas.text(left, bottom + 24, _day(shown[0][0]), SMALL, FAINT)
        if len(shown) > 14:
            canvas.text(right, bottom + 24, _day(shown[-1][0]), SMALL, FAINT, "ra")
    now = shown[-1][1] if shown else 0.0
    return Chart("strength.png", canvas.png(), f"Strength of {habit.name} over time, now {now * 100:.0f}%.")


def weeks(habit: Habit, totals: Sequence[tuple[date, float]], unit: str) -> Chart:
    """Bars, a week each, with their values."""
    labels = [f"{monday.day} {calendar.month_abbr[monday.month]}" for monday, _ in totals]
    values = [total for _, total in totals]
    title = f"{unit.capitalize()} a week"
    png = _bars(
        title, labels, values, colour_value(habit.colour), [f"{value:g}" if value else "" for value in values], every=3
    )
    return Chart("weeks.png", png, f"{habit.name}, {unit} a week: {', '.join(f'{value:g}' for value in values)}.")


def weekdays(habit: Habit, shares: Sequence[float]) -> Chart:
    """Bars, a day of the week each: the share of such days with an entry."""
    labels = [name[:2] for name in calendar.day_abbr]
    texts = [f"{share * 100:.0f}%" if share else "" for share in shares]
    png = _bars("By day of the week", labels, list(shares), colour_value(habit.colour), texts, top_value=1.0)
    said = ", ".join(f"{name} {share * 100:.0f}%" for name, share in zip(calendar.day_name, shares, strict=True))
    return Chart("weekdays.png", png, f"{habit.name} by day of the week: {said}.")


def _bars(
    title: str,
    labels: Sequence[str],
    values: Sequence[float],
    colour: int,
    texts: Sequence[str],
    *,
    every: int = 1,
    top_value: float | None = None,
) -> bytes:
    canvas = Canvas(600)
    canvas.title(title)
    left, right, top, bottom = MARGIN, 1080 - MARGIN, 150, 510
    most = top_value or max([*values, 1.0])
    pitch = (right - left) / max(1, len(values))
    canvas.line([(left, bottom), (right, bottom)], GRID, 3)
    for number, value in enumerate(values):
        height = (bottom - top) * value / most
        x = left + number * pitch
        canvas.box(x + pitch * 0.14, bottom - height, pitch * 0.72, height, mixed(colour, 0.3 + 0.7 * value / most))
        canvas.text(x + pitch / 2, bottom - height - 12, texts[number], SMALL - 2, INK, "ms")
        if number % every == (len(values) - 1) % every:
            canvas.text(x + pitch / 2, bottom + 20, labels[number], SMALL, FAINT, "ma")
    return canvas.png()


def areas(scores: Sequence[AreaScore]) -> Chart:
    """Three bars an area: how often, how long, how good. The strongest is on top; of many the middle is left out."""
    block = 190
    head = 76
    shown = scores if len(scores) <= MOST_AREAS else [*scores[: MOST_AREAS // 2], *scores[-MOST_AREAS // 2 :]]
    canvas = Canvas(head + max(1, len(shown)) * block + 20)
    canvas.title("The last 30 days")
    left, right = MARGIN + 160, 1080 - MARGIN - 110
    for number, one in enumerate(shown):
        y = head + 24 + number * block
        name = one.area if printable(one.area) else f"Area {scores.index(one) + 1}"
        canvas.text(MARGIN, y, canvas.fitted(name, 1080 - 2 * MARGIN, MEDIUM), MEDIUM)
        for line, (label, value) in enumerate((("often", one.often), ("long", one.long), ("good", one.good))):
            at = y + 56 + line * 40
            canvas.text(MARGIN, at + 13, label, SMALL - 4, FAINT, "lm")
            canvas.box(left, at, right - left, 26, GRID, radius=13)
            if value is not None:
                canvas.box(
                    left, at, max(26.0, (right - left) * value), 26, mixed(NEUTRAL, 0.35 + 0.3 * line), radius=13
                )
            canvas.text(right + 18, at + 13, "-" if value is None else f"{value * 100:.0f}%", SMALL - 4, INK, "lm")
    said = "; ".join(f"{one.area} {one.whole * 100:.0f}%" for one in scores)
    return Chart("areas.png", canvas.png(), f"Areas of the last 30 days, the strongest first: {said or 'nothing yet'}.")


def month(first: date, rows: Sequence[tuple[str, Sequence[Verdict | None]]], part: int = 1, before: int = 0) -> Chart:
    """A checklist of one month: a row a habit, a column a day; kept is full, not done a ring, neutral a dash.

    Further ``part``s go on where ``before`` rows were shown. A name that no font here has is given as its number.
    """
    days = calendar.monthrange(first.year, first.month)[1]
    row_height, head = 82, 150
    canvas = Canvas(head + max(1, len(rows)) * row_height + 24)
    canvas.title(f"{calendar.month_name[first.month]} {first.year}")
    left = MARGIN
    pitch = (1080 - 2 * MARGIN) / days
    for number in range(days):
        if number in (0, 6, 13, 20, 27):
            canvas.text(left + (number + 0.5) * pitch, 94, str(number + 1), SMALL - 2, FAINT, "ma")
    for line, (name, verdicts) in enumerate(rows):
        y = head + line * row_height
        shown = name if printable(name) else f"Habit {before + line + 1}"
        canvas.text(left, y, canvas.fitted(shown, 1080 - 2 * MARGIN), SMALL)
        for number, verdict in enumerate(verdicts):
            _mark(canvas, left + (number + 0.5) * pitch, y + 54, pitch * 0.36, verdict)
    title = f"{calendar.month_name[first.month]} {first.year}"
    said = "; ".join(f"{name} {sum(v is Verdict.KEPT for v in verdicts)} days" for name, verdicts in rows)
    name = "month.png" if part == 1 else f"month-{part}.png"
    return Chart(name, canvas.png(), f"{title}, days kept: {said}."[:1000])


def _mark(canvas: Canvas, x: float, y: float, radius: float, verdict: Verdict | None) -> None:
    if verdict is Verdict.KEPT:
        canvas.dot(x, y, radius, mixed(NEUTRAL, 0.9))
    elif verdict in (Verdict.MISSED, Verdict.OPEN):
        canvas.dot(x, y, radius, PAPER, FAINT if verdict is Verdict.MISSED else GRID)
    elif verdict in (Verdict.SKIPPED, Verdict.PAUSED, Verdict.FROZEN, Verdict.TRAVEL):
        canvas.line([(x - radius, y), (x + radius, y)], FAINT, 5)
    elif verdict is Verdict.OFF:
        canvas.dot(x, y, 3, GRID)


def _day(day: date) -> str:
    return f"{day.day} {calendar.month_abbr[day.month]} {day.year}"
