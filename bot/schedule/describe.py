"""A recurrence rule in plain words. Pure."""

from __future__ import annotations

import calendar

from bot.schedule.phrases.words import DAYS
from bot.schedule.recurrence import Rule

_NTH = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
_UNITS = {
    "MINUTELY": "minute",
    "HOURLY": "hour",
    "DAILY": "day",
    "WEEKLY": "week",
    "MONTHLY": "month",
    "YEARLY": "year",
}
_WEEK, _WEEKEND = ",".join(DAYS[:5]), "SA,SU"


def describe(rule: Rule) -> str:
    """ "every weekday at 20:00", "once, on Friday 4 December 2026 at 09:00"."""
    if not rule.recurs:
        at = rule.start
        return f"once, on {at:%A} {at.day} {at:%B %Y} at {at:%H:%M}"
    parts = dict(part.split("=", 1) for part in rule.rrule.split(";"))
    freq = parts["FREQ"]
    words = [_how_often(freq, int(parts.get("INTERVAL", "1")), parts)]
    if freq not in ("HOURLY", "MINUTELY"):
        words.append(f"at {_clock(rule, parts)}")
    if until := parts.get("UNTIL"):
        words.append(f"until {int(until[6:8])} {calendar.month_name[int(until[4:6])]} {until[:4]}")
    if count := parts.get("COUNT"):
        words.append(f"{count} times")
    return " ".join(words)


def _how_often(freq: str, interval: int, parts: dict[str, str]) -> str:
    days = parts.get("BYDAY", "")
    unit = _UNITS[freq]
    every = f"every {unit}" if interval == 1 else f"every {interval} {unit}s"
    if freq in ("WEEKLY", "DAILY") and days:
        named = "weekday" if days == _WEEK else "Saturday and Sunday" if days == _WEEKEND else _join(_named(days))
        return f"every {named}" if interval == 1 else f"{every} on {named}"
    if freq == "MONTHLY":
        return f"{every} on {_in_month(parts)}"
    if freq == "YEARLY":
        return f"{every} on {parts['BYMONTHDAY']} {calendar.month_name[int(parts['BYMONTH'])]}"
    if days:
        return f"{every} on {_join(_named(days))}"
    return every


def _in_month(parts: dict[str, str]) -> str:
    if "BYSETPOS" in parts:
        return f"the {_NTH[int(parts['BYSETPOS'])]} weekday"
    if day := parts.get("BYDAY"):
        return f"the {_NTH[int(day[:-2])]} {_named(day[-2:])[0]}"
    days = [int(number) for number in parts["BYMONTHDAY"].split(",")]
    if days == [-1]:
        return "the last day"
    return "the " + _join([_ordinal(number) for number in days])


def _clock(rule: Rule, parts: dict[str, str]) -> str:
    if "BYHOUR" not in parts:
        return f"{rule.start:%H:%M}"
    times = [
        f"{int(hour):02}:{int(minute):02}"
        for hour in parts["BYHOUR"].split(",")
        for minute in parts["BYMINUTE"].split(",")
    ]
    return _join(times) if len(times) <= 6 else f"{times[0]}, {times[1]}, {times[2]} … {times[-1]}"


def _named(days: str) -> list[str]:
    return [calendar.day_name[DAYS.index(day)] for day in days.split(",")]


def _ordinal(number: int) -> str:
    suffix = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _join(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
