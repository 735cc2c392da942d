"""Strength, held against vectors computed by hand from Loop's definition."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.habits.model import DAILY, DaySum, Form, Habit, History, Measure, Schedule
from bot.habits.strength import scores, strength

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)
DAILY_M = 0.5 ** (1 / 13)


def history(values: list[float | None], measure: Measure = Measure.YES_NO, **changes: object) -> History:
    """None is a skip; 0 is nothing."""
    one = Habit(1, 1, "walk", measure, changes.pop("schedule", DAILY), MONDAY, **changes)  # type: ignore[arg-type]
    days = {}
    for number, value in enumerate(values):
        if value is None:
            days[MONDAY + DAY * number] = DaySum(skipped=True)
        elif value:
            days[MONDAY + DAY * number] = DaySum(value, 1)
    return History(one, days)


def last(values: list[float | None], measure: Measure = Measure.YES_NO, **changes: object) -> float:
    return strength(history(values, measure, **changes), MONDAY + DAY * (len(values) - 1))


def test_daily_yes_no_by_hand() -> None:
    m = DAILY_M
    assert m == pytest.approx(0.948078, abs=1e-6)
    assert last([1]) == pytest.approx(1 - m)
    assert last([1, 1]) == pytest.approx((1 - m) * m + (1 - m))
    assert last([1, 0]) == pytest.approx((1 - m) * m)
    assert last([1] * 13) == pytest.approx(0.5), "thirteen days halve what is missing"
    assert last([1] * 60) == pytest.approx(1 - 0.5 ** (60 / 13))


def test_a_skip_leaves_the_score_as_it_was() -> None:
    assert last([1, 1, None]) == last([1, 1])
    assert last([1, None, None, 1]) == pytest.approx(last([1, 1]))


def test_three_a_week_by_hand() -> None:
    f = 3 / 7
    m = 0.5 ** (f**0.5 / 13)
    # num and den are doubled: c is checks in the last 14 days out of 6.
    expected = 0.0
    for checks in (1, 1, 2, 2, 3):
        expected = expected * m + min(1, checks / 6) * (1 - m)
    assert last([1, 0, 1, 0, 1], schedule=Schedule(Form.PER_WEEK, 3)) == pytest.approx(expected)
    regular = [float(day % 7 in (0, 2, 4)) for day in range(700)]
    assert last(list(regular), schedule=Schedule(Form.PER_WEEK, 3)) == pytest.approx(1.0, abs=1e-3)


def test_numeric_at_least_and_at_most_by_hand() -> None:
    m = DAILY_M
    assert last([15.0], Measure.MINUTES, target=30.0) == pytest.approx(0.5 * (1 - m))
    assert last([90.0], Measure.MINUTES, target=30.0) == pytest.approx(1 - m)
    limit = last([3.0], Measure.COUNT, target=2.0, at_most=True)
    assert limit == pytest.approx(m + 0.5 * (1 - m)), "a limit begins whole"
    assert last([9.0] * 500, Measure.COUNT, target=2.0, at_most=True) == pytest.approx(0.0, abs=1e-6)
    assert last([0.0] * 9, Measure.COUNT, target=2.0, at_most=True) == pytest.approx(1.0)


def test_a_weekly_sum_by_hand() -> None:
    f = 1 / 7
    m = 0.5 ** (f**0.5 / 13)
    expected = 0.0
    for total in (10, 10, 20):
        expected = expected * m + min(1, total / 20) * (1 - m)
    found = last([10.0, 0, 10.0], Measure.COUNT, target=20.0, schedule=Schedule(Form.PER_WEEK, 1))
    assert found == pytest.approx(expected)


def test_every_day_has_a_score_from_0_to_1() -> None:
    found = scores(history([1, 0, None, 1]), MONDAY + DAY * 9)
    assert [day for day, _ in found] == [MONDAY + DAY * n for n in range(10)]
    assert all(0 <= score <= 1 for _, score in found)
