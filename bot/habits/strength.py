"""Strength as Loop Habit Tracker defines it (uhabits 2.3.1): an exponentially smoothed share of what was meant.

For ``num`` times in ``den`` days let f = num/den and m = 0.5 ** (sqrt(f) / 13); each day
``score = previous * m + c * (1 - m)``. For yes-no habits c = min(1, checks in the last den days / num), where num and
den are doubled when f < 1; for numeric ones c compares the sum of the last den days with the target. A skip leaves the
score as it was.
"""

from __future__ import annotations

import math
from datetime import date, timedelta

from bot.habits.model import Form, Habit, History
from bot.habits.streaks import target_a_day


def scores(history: History, today: date) -> list[tuple[date, float]]:
    """The score of every day from the first to ``today``, each from 0 to 1."""
    habit = history.habit
    numeric = _is_sum(habit)
    num, den = habit.schedule.frequency()
    frequency = num / den
    if not numeric and frequency < 1:
        num, den = num * 2, den * 2
    multiplier = 0.5 ** (math.sqrt(frequency) / 13)
    score = 1.0 if numeric and habit.at_most else 0.0
    result = []
    values: list[float] = []
    rolling = 0.0
    day = history.begin
    while day <= today:
        found = history.days.get(day)
        value = _value(habit, found.total if found else 0.0, numeric)
        values.append(value)
        rolling += value
        if len(values) > den:
            rolling -= values[-den - 1]
        if not (found and found.skipped):
            score = score * multiplier + _completed(habit, rolling, num, numeric) * (1 - multiplier)
        result.append((day, score))
        day += timedelta(days=1)
    return result


def strength(history: History, today: date) -> float:
    """Today's score, 0 to 1."""
    found = scores(history, today)
    return found[-1][1] if found else 0.0


def _is_sum(habit: Habit) -> bool:
    """Numeric in Loop's sense: a sum is held against a target. Several sessions a day are such a sum."""
    if habit.schedule.form in (Form.PER_WEEK, Form.PER_MONTH, Form.DAYS) and not habit.at_most:
        return habit.is_numeric and habit.schedule.form is not Form.DAYS and habit.schedule.number == 1
    return habit.is_numeric or target_a_day(habit) > 1


def _value(habit: Habit, total: float, numeric: bool) -> float:
    if numeric:
        return max(0.0, total)
    need = habit.target if habit.is_numeric else 1.0
    return float(total > 0 and total >= need)


def _completed(habit: Habit, rolling: float, num: int, numeric: bool) -> float:
    if not numeric:
        return min(1.0, rolling / num)
    target = habit.target if habit.is_numeric else target_a_day(habit)
    if target <= 0:
        return float(rolling <= 0) if habit.at_most else 1.0
    if habit.at_most:
        return min(1.0, max(0.0, 1 - (rolling - target) / target))
    return min(1.0, rolling / target)
