"""From an everyday phrase to a recurrence rule: right, or asked back, never guessed in silence.

Every word must be understood by one of the readers here. A phrase of which something stays over goes to dateparser,
if it could be a single date, and what that says is taken only if it accounts for every number in the phrase; else the
person is asked. An hour that could be morning or evening is asked back with both ways as choices.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta

from bot.errors import BadRequest, Unclear
from bot.schedule.phrases import dates
from bot.schedule.phrases.other import read_elsewhere
from bot.schedule.phrases.repeats import Repeat, take_repeat
from bot.schedule.phrases.times import DAYPARTS, DEFAULT, Times, take_times
from bot.schedule.phrases.words import DAYS, Rest, normal
from bot.schedule.recurrence import Rule, next_after, to_local, to_utc

MAX_PHRASE = 200
SHORTEST_MINUTES = 5
EXAMPLES = (
    "“in 20 minutes”, “tomorrow 9am”, “weekdays 20:00”, “every 2 hours between 9 and 17”,"
    " “last friday of the month 10:00”"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """``notes`` say what was assumed, in whole sentences."""

    rule: Rule
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Bounds:
    until: date | None = None
    count: int | None = None
    days: int | None = None
    begin: date | None = None


def read(phrase: str, now_utc: float, zone: str) -> Reading:
    """What ``phrase`` means when it is said at ``now_utc`` in ``zone``.

    Raises Unclear when it could mean two things or is not understood, BadRequest for what is past or impossible.
    """
    text = normal(phrase)
    if not text:
        raise BadRequest(f"When? For example {EXAMPLES}.")
    if len(text) > MAX_PHRASE:
        raise BadRequest("That is too long for a time. Write only when, not what.")
    now = to_local(now_utc, zone)
    rest = Rest(text)
    bounds = _take_bounds(rest, now.date(), text)
    delay = dates.take_delay(rest)
    repeat = None if delay else take_repeat(rest, text)
    day = None if delay or repeat else dates.take_date(rest, now.date(), text)
    times = take_times(rest, text)
    if delay is None and repeat is None and day is None:
        day = dates.take_date(rest, now.date(), text)
    if unknown := rest.unknown():
        elsewhere = None if repeat or bounds != _Bounds() else read_elsewhere(phrase, now)
        if elsewhere is None:
            raise Unclear(f"I am not sure about “{' '.join(unknown)}”. What I understand is for example {EXAMPLES}.")
        return _once(*elsewhere, now_utc, zone)
    if repeat is not None:
        return _recurring(repeat, times, bounds, now_utc, zone)
    if bounds != _Bounds():
        raise Unclear(f"How often? For example “every day until 31 december”. I understand {EXAMPLES}.")
    if times.between is not None:
        raise Unclear("When exactly between these? Write one time, or for example “every 2 hours between 9 and 17”.")
    if delay is not None:
        return _delayed(delay, times, now_utc, zone)
    return _single(day, times, now_utc, zone, text)


# ---- once


def _delayed(delay: relativedelta, times: Times, now_utc: float, zone: str) -> Reading:
    now = to_local(now_utc, zone)
    clock = delay.hours or delay.minutes or delay.seconds
    if clock:
        if times.at or times.daypart:
            raise Unclear("After so long, or at that time? Write one of them.")
        then = dates.moved(now, relativedelta(years=delay.years, months=delay.months, days=delay.days))
        due = to_utc(then, zone) + delay.hours * 3600 + delay.minutes * 60 + delay.seconds
        if due - now_utc < 1:
            raise BadRequest("That is now already.")
        return Reading(Rule(to_local(due, zone), zone))
    then = dates.moved(now, delay)
    chosen = _only_time(times)
    if chosen is None:
        return Reading(Rule(then.replace(second=0, microsecond=0), zone))
    return _once(datetime.combine(then, chosen), True, now_utc, zone)


def _single(day: date | None, times: Times, now_utc: float, zone: str, text: str) -> Reading:
    now = to_local(now_utc, zone)
    if day is None and not times.at and times.daypart is None:
        raise Unclear(f"When? I understand for example {EXAMPLES}.")
    chosen = _only_time(times)
    given = chosen is not None
    if times.midnight and day is not None and chosen == time(0):
        raise Unclear(
            f"Midnight at the beginning or at the end of {day.day} {day:%B}?",
            (text.replace("midnight", "00:00"), text.replace("midnight", "23:59")),
        )
    moment = datetime.combine(day or now.date(), chosen or DEFAULT)
    if to_utc(moment, zone) <= now_utc:
        weekday_named = day == now.date() and not re.search(r"\btoday\b|\d{4}-|\d\.\d", text)
        if day is None:
            moment += timedelta(days=1)
        elif weekday_named and re.search(r"\b(?:mon|tue|wed|thu|fri|sat|sun)", text):
            moment += timedelta(days=7)
        else:
            raise BadRequest(f"{moment:%H:%M} on {day.day} {day:%B} is past. It is {now:%H:%M} for you now.")
    return _once(moment, given, now_utc, zone)


def _once(moment: datetime, time_given: bool, now_utc: float, zone: str) -> Reading:
    if not time_given:
        moment = datetime.combine(moment.date(), DEFAULT)
    due = to_utc(moment, zone)
    if due <= now_utc:
        raise BadRequest(f"{moment:%Y-%m-%d %H:%M} is past.")
    notes = [] if time_given else [f"You gave no time of day, so I took {DEFAULT:%H:%M}."]
    if (there := to_local(due, zone)) != moment:
        notes.append(f"The clocks change then: {moment:%H:%M} does not exist that day, so it comes at {there:%H:%M}.")
    return Reading(Rule(moment, zone), tuple(notes))


def _only_time(times: Times) -> time | None:
    if len(times.at) > 1:
        raise Unclear("Which of these times? For each one make a reminder of its own, or write “every day at …”.")
    if times.at:
        return times.at[0]
    return DAYPARTS[times.daypart] if times.daypart else None


# ---- again and again


def _recurring(repeat: Repeat, times: Times, bounds: _Bounds, now_utc: float, zone: str) -> Reading:
    now = to_local(now_utc, zone)
    notes = list(repeat.notes)
    parts = dict(repeat.parts)
    freq, interval = repeat.freq, repeat.interval
    minutes = interval * {"MINUTELY": 1, "HOURLY": 60}.get(freq, 100_000)
    if minutes < SHORTEST_MINUTES:
        raise BadRequest(f"Every {SHORTEST_MINUTES} minutes is the most often that I remind.")
    if minutes < 100_000:
        if times.at or times.daypart:
            raise Unclear("Write the hours it should stay within: for example “every 2 hours between 9 and 17”.")
        begin = now + timedelta(minutes=minutes)
        if times.between:
            freq, interval, first = "DAILY", 1, _hours(parts, minutes, times.between)
            begin = datetime.combine(now.date(), first)
    else:
        if times.between:
            raise Unclear("Write one time, or for example “every 2 hours between 9 and 17”.")
        begin = datetime.combine(now.date(), _day_times(parts, times, notes))
    begin = begin.replace(second=0, microsecond=0)
    if bounds.begin:
        begin = datetime.combine(bounds.begin, begin.time())
    rule = Rule(begin, zone, _text(freq, 1, parts))
    first_due = next_after(rule, max(now_utc, to_utc(begin, zone) - 1))
    if first_due is None:
        raise BadRequest("There is no such day in the calendar.")
    start = to_local(first_due, zone)
    start = datetime.combine(start.date(), begin.time()) if minutes >= 100_000 else start
    if freq == "MONTHLY" and not repeat.parts and begin.day > 28:
        notes.append(f"Months without a day {begin.day} are left out.")
    if freq == "YEARLY" and not repeat.parts:
        raise Unclear("On which day of the year? For example “every year on 3 march”.")
    if freq == "WEEKLY" and not repeat.parts:
        parts["BYDAY"] = DAYS[start.weekday()]
    if freq == "MONTHLY" and not repeat.parts:
        parts["BYMONTHDAY"] = str(start.day)
    _bound(parts, bounds, start)
    rule = Rule(start, zone, _text(freq, interval, parts))
    if next_after(rule, now_utc) is None:
        raise BadRequest("That ends before it begins.")
    return Reading(rule, tuple(notes))


def _text(freq: str, interval: int, parts: dict[str, str]) -> str:
    every = {"INTERVAL": str(interval)} if interval > 1 else {}
    return ";".join(f"{name}={value}" for name, value in {"FREQ": freq, **every, **parts}.items())


def _hours(parts: dict[str, str], minutes: int, between: tuple[time, time]) -> time:
    """Write the times of an hourly rule inside ``between`` into ``parts``; the first of the day."""
    first, last = (end.hour * 60 + end.minute for end in between)
    moments = list(range(first, last + 1, minutes))
    hours = sorted({moment // 60 for moment in moments})
    past_hour = sorted({moment % 60 for moment in moments})
    if len(hours) * len(past_hour) != len(moments):
        last_full = [hour for hour in hours if all(hour * 60 + minute in moments for minute in past_hour)]
        if {h * 60 + m for h in last_full for m in past_hour} != {m for m in moments if m // 60 in last_full} or len(
            last_full
        ) < len(hours) - 1:
            raise Unclear(
                "These times do not fall on the same minutes of every hour."
                " Write for example “every hour between 9 and 17”."
            )
        hours = last_full
    parts |= {"BYHOUR": ",".join(map(str, hours)), "BYMINUTE": ",".join(map(str, past_hour))}
    return between[0]


def _day_times(parts: dict[str, str], times: Times, notes: list[str]) -> time:
    at = times.at or [DAYPARTS[times.daypart] if times.daypart else DEFAULT]
    if not times.at and not times.daypart:
        notes.append(f"You gave no time of day, so I took {DEFAULT:%H:%M}.")
    if len({moment.minute for moment in at}) > 1:
        shown = " and ".join(f"{moment:%H:%M}" for moment in at)
        raise Unclear(f"{shown} need a reminder each, because their minutes differ.")
    if len(at) > 1:
        parts |= {"BYHOUR": ",".join(str(moment.hour) for moment in at), "BYMINUTE": str(at[0].minute)}
    return at[0]


# ---- from when, until when


def _take_bounds(rest: Rest, today: date, phrase: str) -> _Bounds:
    bounds = _Bounds()
    if match := rest.take(
        r"\b(?:until|till|through|ending)(?: on)? (?!\d{1,2}(?::\d{2})?\s*(?:am|pm)?(?:$| \|))(?P<to>.+)$"
    ):
        head = rest.text[: match.start()]
        is_range = re.search(r"\b(?:between|from) \d{1,2}\S* (?:am |pm )?$", head) or (
            re.search(r"(?:mon|tue|wed|thu|fri|sat|sun)\w*\s*$", head)
            and re.match(r"(?:mon|tue|wed|thu|fri|sat|sun)", match["to"])
        )
        if is_range:
            rest.text = phrase
        else:
            inner = Rest(match["to"])
            bounds.until = dates.take_date(inner, today, match["to"])
            rest.text += f" | {inner.text}"
            if bounds.until is None:
                raise Unclear(f"Until when is “{match['to']}”? Write a date, for example “until 31 december”.")
    if match := rest.take(r"\bfor (?:the next )?(?P<n>\d+|an?) (?P<unit>day|week|month|year)s?\b"):
        number = int(match["n"]) if match["n"].isdigit() else 1
        bounds.days = number * {"day": 1, "week": 7, "month": 30, "year": 365}[match["unit"]]
        if match["unit"] in ("month", "year"):
            months = number * (12 if match["unit"] == "year" else 1)
            bounds.days = (today + relativedelta(months=months) - today).days
    if match := rest.take(r"(?:\bfor )?\b(?P<n>\d+) times\b(?! (?:a|per|every))"):
        bounds.count = int(match["n"])
        if not 1 <= bounds.count <= 1000:
            raise BadRequest("From 1 to 1000 times.")
    if match := rest.take(
        r"\b(?:starting|beginning|from)(?: on| from)? (?!now\b|today\b)"
        r"(?!\d{1,2}(?::\d{2})?\s*(?:am|pm|to\b|until\b|till\b|-))(?=\S)"
    ):
        head, tail = rest.text[: match.start()], rest.text[match.start() :]
        if re.match(r" \| +(?:mon|tue|wed|thu|fri|sat|sun)\w*\s*(?:-|to|through|till|until)", tail):
            rest.text = head + tail
        else:
            inner = Rest(tail)
            bounds.begin = dates.take_date(inner, today, phrase)
            rest.text = head + inner.text
            if bounds.begin is None:
                raise Unclear("From which day on? Write for example “starting 1 march”.")
    return bounds


def _bound(parts: dict[str, str], bounds: _Bounds, start: datetime) -> None:
    until = bounds.until
    if bounds.days is not None:
        until = start.date() + timedelta(days=bounds.days - 1)
    if until is not None:
        parts["UNTIL"] = f"{until:%Y%m%d}T235959"
    if bounds.count is not None:
        parts["COUNT"] = str(bounds.count)
