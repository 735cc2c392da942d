"""Words into values: schedules, past days, replies."""

from __future__ import annotations

from datetime import date

import pytest

from bot.errors import BadRequest, Unclear
from bot.habits.days import read_day
from bot.habits.model import DAILY, Form, Mark, Schedule
from bot.habits.replies import Reply, is_answer, read_reply
from bot.habits.schedules import EXAMPLES, describe_schedule, read_schedule

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "schedule"),
    [
        ("daily", DAILY),
        ("every day", DAILY),
        ("Once a day", DAILY),
        ("3 a day", Schedule(Form.PER_DAY, 3)),
        ("three times a day", Schedule(Form.PER_DAY, 3)),
        ("3x per week", Schedule(Form.PER_WEEK, 3)),
        ("3 times a week", Schedule(Form.PER_WEEK, 3)),
        ("twice a week", Schedule(Form.PER_WEEK, 2)),
        ("weekly", Schedule(Form.PER_WEEK, 1)),
        ("once a week", Schedule(Form.PER_WEEK, 1)),
        ("7 a week", DAILY),
        ("2 a month", Schedule(Form.PER_MONTH, 2)),
        ("monthly", Schedule(Form.PER_MONTH, 1)),
        ("every 2 days", Schedule(Form.EVERY, 2)),
        ("every other day", Schedule(Form.EVERY, 2)),
        ("every 2 weeks", Schedule(Form.EVERY, 14)),
        ("weekdays", Schedule(Form.DAYS, 1, frozenset(range(5)))),
        ("weekends", Schedule(Form.DAYS, 1, frozenset({5, 6}))),
        ("mon, wed and fri", Schedule(Form.DAYS, 1, frozenset({0, 2, 4}))),
        ("tuesdays", Schedule(Form.DAYS, 1, frozenset({1}))),
        ("occasional", Schedule(Form.OCCASIONAL)),
    ],
)
def test_schedules(text: str, schedule: Schedule) -> None:
    assert read_schedule(text) == schedule
    assert read_schedule(describe_schedule(schedule)) == schedule
    assert Schedule.from_text(schedule.to_text()) == schedule


@pytest.mark.parametrize("text", ["", "often", "3", "8 a week", "every 0 days", "99 a day", "every blue moon"])
def test_other_schedules_are_asked_back(text: str) -> None:
    with pytest.raises(Unclear):
        read_schedule(text)


def test_all_examples_are_read() -> None:
    for example in EXAMPLES:
        read_schedule(example)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("", TODAY),
        ("Today", TODAY),
        ("yesterday", date(2026, 11, 24)),
        ("3 days ago", date(2026, 11, 22)),
        ("a week ago", date(2026, 11, 18)),
        ("monday", date(2026, 11, 23)),
        ("wednesday", date(2026, 11, 18)),
        ("2026-01-02", date(2026, 1, 2)),
        ("20.11.", date(2026, 11, 20)),
        ("24.12.", date(2025, 12, 24)),
        ("3 march", date(2026, 3, 3)),
        ("december 24", date(2025, 12, 24)),
        ("24 december 2024", date(2024, 12, 24)),
    ],
)
def test_days_that_were(text: str, day: date) -> None:
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize("text", ["tomorrow", "2026-12-01", "31.2.2026", "some day", "99.99.", "24 december 2026"])
def test_other_days_are_refused(text: str) -> None:
    with pytest.raises(BadRequest):
        read_day(text, TODAY)


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("done", Reply(Mark.ENTRY)),
        ("Done!", Reply(Mark.ENTRY)),
        ("yes", Reply(Mark.ENTRY)),
        ("20 min, good", Reply(Mark.ENTRY, 20.0, True, 2)),
        ("done 20 min", Reply(Mark.ENTRY, 20.0, True)),
        ("1.5h excellent", Reply(Mark.ENTRY, 90.0, True, 3)),
        ("30", Reply(Mark.ENTRY, 30.0)),
        ("good", Reply(Mark.ENTRY, quality=2)),
        ("done reading 20 min", Reply(Mark.ENTRY, 20.0, True, rest="reading")),
        ("15m moderate, a bit tired", Reply(Mark.ENTRY, 15.0, True, 1, "a bit tired")),
        ("no", Reply(Mark.NO)),
        ("not today", Reply(Mark.NO)),
        ("skip", Reply(Mark.SKIP)),
        ("skip: ill", Reply(Mark.SKIP, rest="ill")),
        ("hello there", None),
        ("what is this?", None),
    ],
)
def test_replies(text: str, reply: Reply | None) -> None:
    assert read_reply(text) == reply


def test_what_begins_as_an_answer() -> None:
    assert is_answer("done 20 min") and is_answer("Skip: ill")
    assert not is_answer("20 apples") and not is_answer("donelle called") and not is_answer("no milk left")
