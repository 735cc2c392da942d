"""A day that was, in words: "yesterday", "3 days ago", "monday", "2026-11-20", "20.11.", "3 march". Pure."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.errors import BadRequest
from bot.schedule.phrases.words import MONTH, WEEKDAY, month, normal, weekday

EXAMPLES = "yesterday, 3 days ago, monday, or a date like 2026-11-20"


def read_day(text: str, today: date) -> date:
    """Today or earlier. Raises BadRequest for what is none of these, or is to come."""
    words = normal(text)
    if words in ("", "today"):
        return today
    if words == "yesterday":
        return today - timedelta(days=1)
    if match := re.fullmatch(r"(\d{1,4}|an?) (day|week)s? ago", words):
        number = 1 if match[1].startswith("a") else int(match[1])
        return today - timedelta(days=number * (7 if match[2] == "week" else 1))
    if match := re.fullmatch(rf"(?:last |on )?({WEEKDAY})", words):
        back = (today.weekday() - weekday(match[1])) % 7
        return today - timedelta(days=back or 7)
    found = _dated(words, today)
    if found is None:
        raise BadRequest(f"“{text[:40]}” is no day I know. Write {EXAMPLES}.")
    if found > today:
        raise BadRequest("That day is still to come.")
    return found


def _dated(words: str, today: date) -> date | None:
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", words):
        return _made(int(match[1]), int(match[2]), int(match[3]))
    if match := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})?", words):
        return _latest(int(match[1]), int(match[2]), match[3], today)
    if match := re.fullmatch(rf"(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({MONTH})(?: (\d{{4}}))?", words):
        return _latest(int(match[1]), month(match[2]), match[3], today)
    if match := re.fullmatch(rf"({MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?(?:,? (\d{{4}}))?", words):
        return _latest(int(match[2]), month(match[1]), match[3], today)
    return None


def _latest(day: int, month_number: int, year: str | None, today: date) -> date | None:
    if year:
        return _made(int(year), month_number, day)
    this_year = _made(today.year, month_number, day)
    return this_year if this_year and this_year <= today else _made(today.year - 1, month_number, day)


def _made(year: int, month_number: int, day: int) -> date | None:
    try:
        return date(year, month_number, day)
    except ValueError:
        return None
