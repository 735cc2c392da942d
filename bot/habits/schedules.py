"""How often, in words: "daily", "3 a week", "weekdays", "every 2 days", "2 a month", "3 a day", "occasional"."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace

from bot.errors import Unclear
from bot.habits.model import DAILY, MOST, Form, Habit, Measure, Schedule
from bot.schedule.phrases.words import WEEKDAY, normal, weekday

EXAMPLES = ("daily", "3 a week", "weekdays", "every 2 days", "2 a month", "3 a day", "mon, wed, fri", "occasional")


def read_schedule(text: str) -> Schedule:
    """Raises Unclear for what is none of the forms."""
    words = normal(text)
    words = re.sub(r"\b(?:once|one time)\b", "1", re.sub(r"\btwice\b", "2", words))
    words = (
        re.sub(r"(?: times?)?(?: per| every(?= day| week| month)| a)(?= )", " a", f"{words} ")
        .strip()
        .replace(" a a ", " a ")
    )
    if re.fullmatch(r"daily|a day|every day", words):
        return DAILY
    if re.fullmatch(r"occasional(?:ly)?|sometimes|now and then|whenever|-", words):
        return Schedule(Form.OCCASIONAL)
    if match := re.fullmatch(r"(\d+) ?(?:a|/|an) ?(day|week|month)", words):
        return _checked(int(match[1]), Form(match[2]))
    if match := re.fullmatch(r"(\d+)(?: a)? every (\d+) days", words):
        round_days, times = _checked(int(match[2]), Form.EVERY), int(match[1])
        if not 1 <= times <= round_days.number:
            raise Unclear(f"Write a number from 1 to {round_days.number} there.")
        return replace(round_days, times=times)
    if match := re.fullmatch(r"every (\d+)(?:st|nd|rd|th)? ?(day|week)s?|every (other) (day|week)", words):
        days = int(match[1] or 2) * (7 if (match[2] or match[4]) == "week" else 1)
        return _checked(days, Form.EVERY)
    if words in ("weekly", "a week", "every week"):
        return Schedule(Form.PER_WEEK, 1)
    if words in ("monthly", "a month", "every month"):
        return Schedule(Form.PER_MONTH, 1)
    if re.fullmatch(r"(?:every |on )?weekdays?", words):
        return Schedule(Form.DAYS, 1, frozenset(range(5)))
    if re.fullmatch(r"(?:every |on )?weekends?", words):
        return Schedule(Form.DAYS, 1, frozenset({5, 6}))
    if match := re.fullmatch(rf"(?:every |on )?({WEEKDAY}s?(?:\s*(?:,|and|&|/|\s)\s*(?:and )?{WEEKDAY}s?)*)", words):
        return Schedule(Form.DAYS, 1, frozenset(weekday(day) for day in re.findall(rf"\b{WEEKDAY}", match[1])))
    raise Unclear(f"“{text[:60]}” is no schedule I know. Write for example {', '.join(EXAMPLES)}.")


def _checked(number: int, form: Form) -> Schedule:
    if not 1 <= number <= MOST[form]:
        raise Unclear(f"Write a number from 1 to {MOST[form]} there.")
    if form is Form.EVERY and number == 1:
        return DAILY
    return DAILY if form is Form.PER_WEEK and number == 7 else Schedule(form, number)


def describe_schedule(schedule: Schedule) -> str:
    """Read back by ``read_schedule``."""
    if schedule == DAILY:
        return "daily"
    if schedule.form is Form.OCCASIONAL:
        return "occasional"
    if schedule.form is Form.EVERY:
        often = f"every {schedule.number} days"
        return often if schedule.times == 1 else f"{schedule.times} times {often}"
    if schedule.form is Form.DAYS:
        if schedule.weekdays == frozenset(range(5)):
            return "weekdays"
        return ", ".join(calendar.day_abbr[day].lower() for day in sorted(schedule.weekdays))
    return f"{schedule.number} a {schedule.form}"


def describe_target(habit: Habit) -> str:
    """ "30 min", "at most 2 cups"; empty for yes-no."""
    if habit.measure is Measure.YES_NO:
        return ""
    return f"{'at most ' if habit.at_most else ''}{amount(habit, habit.target)}"


def amount(habit: Habit, value: float) -> str:
    """ "20 min", "3 cups", "2×"."""
    if habit.measure is Measure.YES_NO:
        return f"{value:g}×"
    return f"{value:g} {habit.shown_unit}".strip()


def describe_measure(habit: Habit) -> str:
    """ "done or not done", "minutes", "cups"."""
    if habit.measure is Measure.YES_NO:
        return "done or not done"
    return "minutes" if habit.measure is Measure.MINUTES else habit.unit or "a number"
