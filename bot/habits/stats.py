"""What the charts and reviews show, derived from histories. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.habits.model import Event, Form, History, Mark, Measure
from bot.habits.streaks import Period, Verdict, fold, judged, target_a_day

WEEK = timedelta(days=7)
LOOK_BACK_DAYS = 30


@dataclass(frozen=True, slots=True)
class Cell:
    """One day of a heat map: the share of a day's aim (0 to 1), and what was neutral about it."""

    share: float
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class AreaScore:
    """Each from 0 to 1, None where nothing is known: how often, how long, how good."""

    area: str
    often: float | None
    long: float | None
    good: float | None

    @property
    def whole(self) -> float:
        known = [score for score in (self.often, self.long, self.good) if score is not None]
        return sum(known) / len(known) if known else 0.0


def cells(history: History, today: date, days: int = 364) -> dict[date, Cell]:
    """The last ``days`` days that lie within the habit's life."""
    habit = history.habit
    neutral = {}
    for period in fold(history, today).periods:
        if period.verdict in (Verdict.SKIPPED, Verdict.FROZEN, Verdict.PAUSED, Verdict.TRAVEL):
            for offset in range((period.last - period.first).days + 1):
                neutral[period.first + timedelta(days=offset)] = period.verdict
    aim = target_a_day(habit) if habit.schedule.by_day or habit.is_numeric else 1.0
    if habit.is_numeric and not habit.schedule.by_day and habit.schedule.number == 1:
        aim = habit.target / habit.schedule.frequency()[1] * 2  # a sum for the whole period: a day's fair part, doubled
    found = {}
    day = max(history.begin, today - timedelta(days=days - 1))
    while day <= today:
        total = history.days[day].total if day in history.days else 0.0
        if habit.at_most:
            share = 1.0 if total <= habit.target else 0.0
        else:
            share = min(1.0, total / aim) if aim > 0 else float(total > 0)
        found[day] = Cell(share, None if share > 0 else neutral.get(day))
        day += timedelta(days=1)
    return found


def weeks(history: History, today: date, count: int = 12) -> list[tuple[date, float]]:
    """Totals by week, oldest first; each week by its Monday."""
    last = today - timedelta(days=today.weekday())
    found = []
    for number in range(count - 1, -1, -1):
        monday = last - WEEK * number
        total = sum(one.total for day, one in history.days.items() if monday <= day < monday + WEEK)
        found.append((monday, total))
    return found


def weekday_profile(history: History, today: date) -> list[float]:
    """The share of each weekday's days with an entry, Monday first, over the habit's last year."""
    done, all_days = [0] * 7, [0] * 7
    day = max(history.begin, today - timedelta(days=363))
    while day <= today:
        all_days[day.weekday()] += 1
        found = history.days.get(day)
        done[day.weekday()] += bool(found and found.sessions)
        day += timedelta(days=1)
    return [a / b if b else 0.0 for a, b in zip(done, all_days, strict=True)]


def recent_periods(history: History, first: date, today: date) -> list[Period]:
    """Those that ended or are open, begun on ``first`` or later; neutral ones left out."""
    counted = (Verdict.KEPT, Verdict.MISSED, Verdict.FROZEN)
    return [p for p in fold(history, today).periods if p.first >= first and p.verdict in counted]


def often(history: History, first: date, today: date) -> float | None:
    """The share of periods that were kept, with partial credit; None when none is over yet."""
    periods = recent_periods(history, first, today)
    if not periods:
        return None
    return sum(1.0 if p.verdict is Verdict.KEPT else p.share for p in periods) / len(periods)


def area_scores(
    histories: Sequence[History], events: Sequence[Sequence[Event]], today: date, days: int = LOOK_BACK_DAYS
) -> list[AreaScore]:
    """The strongest area first. ``events`` run along ``histories``."""
    first = today - timedelta(days=days - 1)
    shares: defaultdict[str, list[float]] = defaultdict(list)
    times: defaultdict[str, list[float]] = defaultdict(list)
    qualities: defaultdict[str, list[int]] = defaultdict(list)
    for history, own in zip(histories, events, strict=True):
        area = history.habit.area
        share = often(history, max(first, history.begin), today)
        if share is not None and history.habit.schedule.form is not Form.OCCASIONAL:
            shares[area].append(share)
        recent = [event for event in own if event.mark is Mark.ENTRY and first <= event.day <= today]
        if history.habit.measure is Measure.MINUTES and recent and history.habit.target > 0:
            active = len({event.day for event in recent})
            times[area].append(min(1.0, sum(event.value for event in recent) / active / history.habit.target))
        qualities[area] += [event.quality for event in recent if event.quality]
    names = sorted({*shares, *times, *(area for area, known in qualities.items() if known)})
    found = [
        AreaScore(
            name,
            _mean(shares[name]),
            _mean(times[name]),
            _mean([quality / 3 for quality in qualities[name]]),
        )
        for name in names
    ]
    return sorted(found, key=lambda one: -one.whole)


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def month_matrix(
    histories: Sequence[History], first: date, last: date, today: date
) -> list[tuple[str, list[Verdict | None]]]:
    """A row a habit, a column a day: what became of each; None before the habit began and after today."""
    rows = []
    for history in histories:
        row: list[Verdict | None] = []
        for offset in range((last - first).days + 1):
            day = first + timedelta(days=offset)
            row.append(None if day > today or day < history.begin else _of_day(history, day, today))
        rows.append((history.habit.name, row))
    return rows


def _of_day(history: History, day: date, today: date) -> Verdict:
    if history.habit.schedule.by_day:
        return judged(history, day, day, today).verdict
    one = history.days.get(day)
    if one and one.sessions:
        return Verdict.KEPT
    if one and one.skipped:
        return Verdict.SKIPPED
    return Verdict.PAUSED if any(pause.covers(day) for pause in history.pauses) else Verdict.OFF
