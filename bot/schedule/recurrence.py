"""When something recurs: local wall time in an IANA zone, and an RFC 5545 recurrence rule. Pure.

A rule is kept as the person meant it, in wall time, so that "9:00" stays 9:00 when the clocks change. A time that a
spring-forward change leaves out comes that much later (02:30 becomes 03:30); of a time that comes twice in autumn the
first is taken. Both are what ``fold=0`` means in PEP 495.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from dateutil import rrule

NEAR_CHANGE = timedelta(hours=26)
"""Further than any zone has ever moved its clocks at once (Samoa left out a whole day in 2011)."""
_UNIT = {
    rrule.WEEKLY: timedelta(weeks=1),
    rrule.DAILY: timedelta(days=1),
    rrule.HOURLY: timedelta(hours=1),
    rrule.MINUTELY: timedelta(minutes=1),
}
_SPANS = (3600.0, 86_400.0, 32 * 86_400.0, 400 * 86_400.0)


@dataclass(frozen=True, slots=True)
class Rule:
    """``start`` is naive wall time in ``zone``; an empty ``rrule`` means once, at ``start``.

    ``rrule`` is the value of an RRULE without its name, such as ``FREQ=WEEKLY;BYDAY=MO,FR``.
    """

    start: datetime
    zone: str
    rrule: str = ""

    @property
    def recurs(self) -> bool:
        return bool(self.rrule)


@lru_cache(maxsize=700)
def zone_of(name: str) -> ZoneInfo:
    """Raises zoneinfo.ZoneInfoNotFoundError for a name that IANA does not know."""
    return ZoneInfo(name)


def to_utc(local: datetime, zone: str) -> float:
    """UTC seconds of a naive wall time; in a gap the time after it, of two the first."""
    return local.replace(tzinfo=zone_of(zone), fold=0).timestamp()


def to_local(utc: float, zone: str) -> datetime:
    """Naive wall time; which of two equal ones it was is forgotten."""
    return datetime.fromtimestamp(utc, zone_of(zone)).replace(tzinfo=None, fold=0)


def next_after(rule: Rule, after_utc: float) -> float | None:
    """The first occurrence later than ``after_utc``, in UTC seconds; None when there is none."""
    if not rule.recurs:
        due = to_utc(rule.start, rule.zone)
        return due if due > after_utc else None
    local = to_local(after_utc, rule.zone)
    # Near a change of the clocks the order of wall times is not the order of instants: look a day back and on.
    begin = local if _is_settled(after_utc, rule.zone) else local - NEAR_CHANGE
    best: float | None = None
    horizon: datetime | None = None
    for candidate in _series(rule, begin).xafter(begin, inc=True):
        if horizon is not None and candidate > horizon:
            break
        due = to_utc(candidate, rule.zone)
        if due <= after_utc:
            continue
        if best is None or due < best:
            best = due
        if horizon is None:
            moved = to_local(due, rule.zone) - candidate
            horizon = candidate + max(moved, timedelta())
    return best


def latest(rule: Rule, since_utc: float, until_utc: float) -> float | None:
    """The last occurrence in ``since_utc <= t <= until_utc``; None when there is none."""
    spans = [until_utc - span for span in _SPANS if until_utc - span > since_utc]
    for begin in (*spans, since_utc):
        found: float | None = None
        due = next_after(rule, begin - 1e-3)
        while due is not None and due <= until_utc:
            found, due = due, next_after(rule, due)
        if found is not None:
            return found
    return None


def upcoming(rule: Rule, after_utc: float, count: int) -> list[float]:
    """The next ``count`` occurrences, or as many as there are."""
    found: list[float] = []
    due = next_after(rule, after_utc)
    while due is not None and len(found) < count:
        found.append(due)
        due = next_after(rule, due)
    return found


def _is_settled(utc: float, zone: str) -> bool:
    here = zone_of(zone)
    around = datetime.fromtimestamp(utc, UTC)
    try:
        offsets = {(around + shift).astimezone(here).utcoffset() for shift in (-NEAR_CHANGE, timedelta(), NEAR_CHANGE)}
    except OverflowError:  # the first or last day that there is
        return True
    return len(offsets) == 1


def _series(rule: Rule, begin: datetime) -> rrule.rrule:
    """The rule's wall times, with its start moved near ``begin``: dateutil counts up from the start each time."""
    series = _parsed(rule.rrule, rule.start)
    if series._count is not None or begin <= rule.start:
        return series
    if series._freq in _UNIT:
        step = _UNIT[series._freq] * series._interval
        steps = (begin - rule.start) // step - 1
        return series.replace(dtstart=rule.start + steps * step) if steps > 0 else series
    months = series._interval * (12 if series._freq == rrule.YEARLY else 1)
    passed = (begin.year - rule.start.year) * 12 + begin.month - rule.start.month
    steps = passed // months - 1
    if steps <= 0:
        return series
    whole = rule.start.year * 12 + rule.start.month - 1 + steps * months
    first = rule.start.replace(year=whole // 12, month=whole % 12 + 1, day=1)
    return series.replace(dtstart=first, **_day_of_start(series, rule.start))


def _day_of_start(series: rrule.rrule, start: datetime) -> dict[str, int]:
    """What RFC 5545 takes from the start where the rule does not say it, spelled out."""
    given = series._original_rule
    if any(given.get(part) for part in ("byweekday", "bymonthday", "byyearday", "byweekno", "byeaster")):
        return {}
    if series._freq == rrule.YEARLY and not given.get("bymonth"):
        return {"bymonth": start.month, "bymonthday": start.day}
    return {"bymonthday": start.day}


@lru_cache(maxsize=4096)
def _parsed(text: str, start: datetime) -> rrule.rrule:
    """Raises ValueError for what is no recurrence rule."""
    series = rrule.rrulestr(text, dtstart=start)
    if not isinstance(series, rrule.rrule):
        raise ValueError(f"{text!r} is more than one rule")
    return series
