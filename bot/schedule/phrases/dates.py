"""Dates in a phrase: "tomorrow", "next friday", "3 march", "24.12.", "the 15th"; and "in 20 minutes"."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta

from bot.errors import BadRequest, Unclear
from bot.schedule.phrases.words import MONTH, MONTHS, WEEKDAY, Rest, month, weekday

_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks", "mo": "months", "y": "years"}
_UNIT = r"(?:(?P<u>seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\b|(?P<v>[smhdw])(?![a-z]))"
_AMOUNT = rf"(?P<n>\d+(?:[.,]\d+)?|\ban?\b)\s*{_UNIT}"
_YEARS_AHEAD = 20
_NOT_A_TIME = r"(?!\s*(?:am|pm|:|h\d|times|x\b)|\d)"


def take_delay(rest: Rest) -> relativedelta | None:
    """ "in 1 hour and 30 minutes", "2 days from now", or nothing but "20 min"."""
    amount = re.sub(r"\(\?P<\w>", "(?:", _AMOUNT)
    several = rf"(?P<all>{amount}(?:\s*(?:,|and)?\s*{amount})*(?:\s*\d{{2}}\b)?)"
    match = (
        rest.take(rf"\b(?:in|after) {several}(?:'?s)?(?: time)?")
        or rest.take(rf"\b{several} from (?:now|today)\b")
        or rest.take(rf"^\s*{several}\s*$")
    )
    if not match:
        return None
    delay = relativedelta()
    text = match["all"]
    if short := re.fullmatch(r"(\d+)h\s?(\d{2})", text):
        return relativedelta(hours=int(short[1]), minutes=int(short[2]))
    for part in re.finditer(_AMOUNT, text):
        delay += _amount(part)
    return delay


def _amount(part: re.Match[str]) -> relativedelta:
    word = part["u"] or part["v"]
    unit = _UNITS["mo" if word.startswith("mo") else word[0]]
    number = 1.0 if part["n"].startswith("a") else float(part["n"].replace(",", "."))
    if number > 10_000:
        raise BadRequest("That is too far away.")
    if number != int(number):
        if unit in ("months", "years"):
            raise BadRequest(f"Write whole {unit}, or a date.")
        seconds = number * {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86_400, "weeks": 604_800}[unit]
        return relativedelta(seconds=round(seconds))
    return relativedelta(**{unit: int(number)})


def take_date(rest: Rest, today: date, phrase: str) -> date | None:
    """One date, today or later. Raises Unclear for one that could be two, BadRequest for one that is past."""
    for reader in (_numbers, _named, _relative_day, _week_day, _day_of_month):
        found = reader(rest, today, phrase)
        if found is not None:
            return found
    return None


def _numbers(rest: Rest, today: date, phrase: str) -> date | None:
    if match := rest.take(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)"):
        return _checked(int(match[1]), int(match[2]), int(match[3]), today)
    if match := rest.take(r"(?<![\d:.])(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?(?!\d)"):
        return _dated(int(match[1]), int(match[2]), match[3], today)
    if match := rest.take(r"(?<![\d:/])(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?(?![\d/])"):
        a, b, year = int(match[1]), int(match[2]), match[3]
        if a > 12 or a == b:
            return _dated(a, b, year, today)
        if b > 12:
            return _dated(b, a, year, today)
        tail = f" {_year(year)}" if year else ""
        ways = (f"{b} {MONTHS[a - 1]}{tail}", f"{a} {MONTHS[b - 1]}{tail}")
        raise Unclear(
            f"Is {match[0]} the {b} {calendar.month_name[a]} or the {a} {calendar.month_name[b]}?",
            tuple(phrase.replace(match[0], way) for way in ways),
        )
    return None


def _named(rest: Rest, today: date, phrase: str) -> date | None:
    day = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
    year = r"(?:,? (?P<y>20\d{2})(?!\d|:))?"
    match = rest.take(rf"\b(?:{WEEKDAY},? )?(?:the )?{day}(?: of)? (?P<m>{MONTH})\b\.?{year}") or rest.take(
        rf"\b(?:{WEEKDAY},? )?(?P<m>{MONTH})\.? (?:the )?{day}{_NOT_A_TIME}{year}"
    )
    if match:
        return _dated(int(match["d"]), month(match["m"]), match["y"], today)
    return None


def _relative_day(rest: Rest, today: date, phrase: str) -> date | None:
    if rest.take(r"\b(?:the )?day after tomorrow\b|\bovermorrow\b"):
        return today + timedelta(days=2)
    if rest.take(r"\btomorrow\b"):
        return today + timedelta(days=1)
    if rest.take(r"\btoday\b"):
        return today
    if match := rest.take(r"\bnext (week|month|year|weekend)\b"):
        ways = {
            "week": ("next monday", "in 7 days"),
            "month": ("on the 1st", "in 1 month"),
            "year": (f"1 january {today.year + 1}", "in 1 year"),
            "weekend": ("on saturday", "in 7 days"),
        }[match[1]]
        raise Unclear(f"Which day of {match[0]}?", tuple(phrase.replace(match[0], way) for way in ways))
    if rest.take(r"\b(?:the )?end of (?:the |this )?month\b"):
        return today.replace(day=calendar.monthrange(today.year, today.month)[1])
    return None


def _week_day(rest: Rest, today: date, phrase: str) -> date | None:
    match = rest.take(rf"\b(?P<which>next |this |coming )?(?P<day>{WEEKDAY})\b")
    if not match:
        return None
    ahead = (weekday(match["day"]) - today.weekday()) % 7
    coming = today + timedelta(days=ahead)
    if (match["which"] or "").strip() == "next":
        later = coming + timedelta(days=7)
        if ahead == 0:
            return later
        if coming.isocalendar()[1] == today.isocalendar()[1]:
            raise Unclear(
                f"Is “{match[0]}” the {_said(coming)} or the {_said(later)}?",
                tuple(phrase.replace(match[0], f"{_said(day)} {day.year}".lower()) for day in (coming, later)),
            )
    return coming


def _day_of_month(rest: Rest, today: date, phrase: str) -> date | None:
    match = rest.take(r"\bthe (\d{1,2})(?:st|nd|rd|th)\b")
    if not match:
        return None
    number = int(match[1])
    for months in range(12):
        first = today.replace(day=1) + relativedelta(months=months)
        if number <= calendar.monthrange(first.year, first.month)[1]:
            found: date | None = first.replace(day=number) if number else None
            if found and found >= today:
                return found
    raise BadRequest(f"No month has a day {number}.")


def _dated(day: int, month_number: int, year: str | None, today: date) -> date:
    if year:
        return _checked(_year(year), month_number, day, today)
    for candidate in range(today.year, today.year + 9):  # 29 February comes round after eight years at the latest
        try:
            found = date(candidate, month_number, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise BadRequest(f"There is no {day}.{month_number}. in the calendar.")


def _checked(year: int, month_number: int, day: int, today: date) -> date:
    try:
        found = date(year, month_number, day)
    except ValueError:
        raise BadRequest(f"{year}-{month_number:02}-{day:02} is not in the calendar.") from None
    if found < today:
        raise BadRequest(f"{_said(found)} {found.year} is past.")
    if found.year > today.year + _YEARS_AHEAD:
        raise BadRequest(f"{_said(found)} {found.year} is too far away.")
    return found


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def moved(local: datetime, delay: relativedelta) -> datetime:
    """Raises BadRequest beyond the calendar."""
    try:
        then: datetime = local + delay
    except (OverflowError, ValueError):
        raise BadRequest("That is too far away.") from None
    return then


def _said(day: date) -> str:
    return f"{day.day} {calendar.month_name[day.month]}"
