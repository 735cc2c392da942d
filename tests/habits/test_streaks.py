"""Streaks as a fold over the days: what holds whatever the order, the zone, the breaks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.habits.model import DAILY, DaySum, Event, Form, Habit, History, Mark, Measure, Pause, Schedule, by_day
from bot.habits.streaks import MOST_FREEZES, Streaks, Verdict, fold
from bot.people.model import Person, cut_short, zones
from tests.schedule.edges import changes

MONDAY = date(2026, 3, 2)
SCHEDULES = (
    DAILY,
    Schedule(Form.PER_DAY, 3),
    Schedule(Form.PER_WEEK, 3),
    Schedule(Form.PER_MONTH, 4),
    Schedule(Form.DAYS, 1, frozenset({0, 2, 4})),
    Schedule(Form.EVERY, 3),
)


def habit(schedule: Schedule = DAILY, **changes: object) -> Habit:
    return replace(Habit(1, 1, "walk", Measure.YES_NO, schedule, MONDAY), **changes)  # type: ignore[arg-type]


def marks(text: str, **changes: object) -> Streaks:
    """One letter a day from a Monday: x kept, . nothing, s skip, n no, p paused, t travel."""
    days, pauses, travel = [], [], set()
    for offset, letter in enumerate(text):
        day = MONDAY + timedelta(days=offset)
        if letter in "xsn":
            mark = {"x": Mark.ENTRY, "s": Mark.SKIP, "n": Mark.NO}[letter]
            days.append(Event(offset + 1, 1, day, 0.0, mark, 1.0))
        elif letter == "p":
            pauses.append(Pause(day, day))
        elif letter == "t":
            travel.add(day)
    today = MONDAY + timedelta(days=len(text) - 1)
    return fold(History(habit(**changes), by_day(days), tuple(pauses), frozenset(travel)), today)


@pytest.mark.parametrize(
    ("text", "current", "best"),
    [
        ("x", 1, 1),
        ("xxx", 3, 3),
        ("xxx.", 3, 3),  # today is open
        ("xxx..", 0, 3),
        ("xxx.x", 1, 3),
        ("xxsx", 3, 3),
        ("xxppx", 3, 3),
        ("xxtx", 3, 3),
        ("xxn.", 0, 2),
        ("", 0, 0),
        ("...x", 1, 1),
        ("xxxxxxxxxx.x", 11, 11),  # ten kept days earned a freeze
        ("xxxxxxxxxx..x", 1, 10),  # one freeze covers one day
        ("x" * 30 + "..." + "x", 31, 31),
        ("x" * 40 + "...." + "x", 1, 40),  # at most three are held
    ],
)
def test_daily(text: str, current: int, best: int) -> None:
    found = marks(text)
    assert (found.current, found.best) == (current, best)


def test_three_a_week_is_counted_in_weeks() -> None:
    schedule = Schedule(Form.PER_WEEK, 3)
    assert marks("x.x.x.." + "xxx...." + "x......", schedule=schedule).current == 2
    assert marks("x.x.x.." + "xx....." + "xxx", schedule=schedule).current == 1
    assert marks("x.x.x.." + "xxs...." + "xxx", schedule=schedule).current == 2, "a week with a skip is neutral"
    assert marks("x.x.x.." + "xx", schedule=schedule).periods[-1].share == pytest.approx(2 / 3)


def test_weekdays_leave_the_weekend_out() -> None:
    schedule = Schedule(Form.DAYS, 1, frozenset(range(5)))
    assert marks("xxxxx..xx", schedule=schedule).current == 7
    assert marks("xxxxx..xx", schedule=schedule).periods[5].verdict is Verdict.OFF


def test_every_three_days_and_months() -> None:
    assert marks("x...x.x..x", schedule=Schedule(Form.EVERY, 3)).current == 4
    assert marks("x.....x", schedule=Schedule(Form.EVERY, 3)).current == 1
    assert marks("x" * 4 + "." * 30 + "xxxx", schedule=Schedule(Form.PER_MONTH, 4)).current == 2


def test_an_earlier_check_in_does_not_move_the_rounds_that_were() -> None:
    one = habit(Schedule(Form.EVERY, 3))
    days = {MONDAY + timedelta(days=n): DaySum(1.0, 1) for n in (0, 5, 6)}
    assert fold(History(one, days), MONDAY + timedelta(days=6)).current == 3
    earlier = {MONDAY - timedelta(days=1): DaySum(1.0, 1), **days}
    assert fold(History(one, earlier), MONDAY + timedelta(days=6)).current == 4


def sums(values: list[float], **changes: object) -> Streaks:
    events = [Event(n, 1, MONDAY + timedelta(days=n), 0.0, Mark.ENTRY, v) for n, v in enumerate(values) if v >= 0]
    one = habit(measure=Measure.MINUTES, **changes)
    return fold(History(one, by_day(events)), MONDAY + timedelta(days=len(values)))


def test_minutes_partial_credit_and_limits() -> None:
    found = sums([30, 40, 15], target=30.0)
    assert found.best == 2
    assert found.periods[2].share == 0.5
    assert found.periods[2].verdict is Verdict.MISSED
    assert sums([20, 0, 10], target=30.0, at_most=True).current == 3
    assert sums([20, 50, 10], target=30.0, at_most=True).current == 1
    weekly = sums([10, -1, 10, 10], target=30.0, schedule=Schedule(Form.PER_WEEK, 1))
    assert weekly.current == 1, "one a week with a target is a sum for the week"
    thrice = sums([30, -1, 30, 30, 5], target=30.0, schedule=Schedule(Form.PER_WEEK, 3))
    assert thrice.current == 1, "three a week with a target are three such days"


def test_occasional_has_no_streak() -> None:
    assert marks("xxx", schedule=Schedule(Form.OCCASIONAL)) == Streaks()


# ---- properties


@st.composite
def pasts(draw: st.DrawFn) -> tuple[Habit, list[Event], date]:
    schedule = draw(st.sampled_from(SCHEDULES))
    events = []
    for number in range(draw(st.integers(0, 80))):
        day = MONDAY + timedelta(days=draw(st.integers(0, 60)))
        mark = draw(st.sampled_from([Mark.ENTRY, Mark.ENTRY, Mark.ENTRY, Mark.SKIP, Mark.NO]))
        events.append(Event(number + 1, 1, day, float(number), mark, draw(st.sampled_from([1.0, 1.0, 2.0]))))
    if events and draw(st.booleans()):
        events.append(Event(99, 1, events[0].day, 99.0, Mark.VOID, voids=events[0].id))
    return habit(schedule), events, MONDAY + timedelta(days=draw(st.integers(61, 75)))


@settings(max_examples=300, deadline=None)
@given(pasts(), st.randoms())
def test_the_order_of_events_and_a_second_import_change_nothing(
    past: tuple[Habit, list[Event], date], random: object
) -> None:
    one, events, today = past
    mixed = list(events)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert fold(History(one, by_day(mixed)), today) == fold(History(one, by_day(events)), today)


@settings(max_examples=300, deadline=None)
@given(pasts())
def test_best_is_never_less_than_current_and_freezes_are_few(past: tuple[Habit, list[Event], date]) -> None:
    one, events, today = past
    found = fold(History(one, by_day(events)), today)
    assert 0 <= found.current <= found.best
    assert 0 <= found.freezes <= MOST_FREEZES
    assert (found.since is None) == (found.current == 0)
    for earlier, later in pairwise(found.periods):
        assert later.first == earlier.last + timedelta(days=1), "each day belongs to one period"
    kept = [period.verdict is Verdict.KEPT for period in found.periods]
    assert found.best <= sum(kept)


@settings(max_examples=300, deadline=None)
@given(pasts(), st.integers(0, 60), st.sampled_from([Mark.SKIP, Mark.NO]))
def test_a_skip_or_a_no_never_lengthens(past: tuple[Habit, list[Event], date], offset: int, mark: Mark) -> None:
    """An added skip may save a streak, but adds no kept period; a no adds none either."""
    one, events, today = past
    more = [*events, Event(1000, 1, MONDAY + timedelta(days=offset), 0.0, mark)]
    before, after = fold(History(one, by_day(events)), today), fold(History(one, by_day(more)), today)
    kept = [sum(p.verdict is Verdict.KEPT for p in found.periods) for found in (before, after)]
    assert kept[1] == kept[0]
    if mark is Mark.NO:
        assert (after.current, after.best) == (before.current, before.best)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(2, 20), st.sampled_from(zones())), max_size=8), st.sampled_from(zones()))
def test_travel_neither_breaks_nor_doubles_a_day(moves: list[tuple[int, str]], home: str) -> None:
    """Somebody writes an entry down every eight hours and moves between any zones: every day is kept or cut short."""
    now = 1_772_000_000.0
    person = Person(1, home)
    events, travel = [], set()
    for turns, zone in [*moves, (6, home)]:
        for _ in range(turns):
            events.append(Event(len(events) + 1, 1, person.day(now), now, Mark.ENTRY, 1.0))
            now += 8 * 3600
        moved = Person(1, zone)
        travel.update(cut_short(person, moved, now))
        person = moved
    days = by_day(events)
    first = min(days)
    found = fold(History(habit(created=first), days, (), frozenset(travel)), person.day(now))
    assert all(p.verdict in (Verdict.KEPT, Verdict.TRAVEL, Verdict.OPEN) for p in found.periods)
    assert found.current == found.best == len(days), "each local day once"


def test_each_local_day_counts_once_over_every_change_of_the_clocks_in_every_zone() -> None:
    edges = [(zone, at) for zone in zones() for at in changes(zone)]
    assert len(edges) > 500
    for zone, at in edges:
        person = Person(1, zone)
        days = [person.day(at + hours * 3600) for hours in range(-36, 37)]
        seen = sorted(set(days))
        assert days == sorted(days), zone
        assert [later - earlier for earlier, later in pairwise(seen)] == [timedelta(days=1)] * (len(seen) - 1), zone
        entered = by_day([Event(n, 1, day, 0.0, Mark.ENTRY, 1.0) for n, day in enumerate(days, start=1)])
        found = fold(History(habit(created=seen[0]), entered), seen[-1])
        assert found.current == found.best == len(seen), zone
