"""Times of day in a phrase: "9am", "21:00", "half past 8", "between 9 and 17", "in the evening"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import time

from bot.errors import BadRequest, Unclear
from bot.schedule.phrases.words import Rest

DAYPARTS = {"morning": time(9), "afternoon": time(15), "evening": time(19), "night": time(21)}
DEFAULT = time(9)
_HOUR = r"(?P<h>\d{1,2})"
_HALF = r"\s*(?P<half>am|pm)\b"
_PAST = rf"\b(?P<how>half|quarter|\d{{1,2}}(?: minutes?)?) (?P<way>past|to|before|after) {_HOUR}(?:{_HALF})?"
_CLOCK = rf"(?<![\d.:/-]){_HOUR}[:.h](?P<m>\d{{2}})(?![\d.])(?:{_HALF})?"
_PLAIN = rf"(?<![\d.:/-]){_HOUR}{_HALF}"
_HEURES = rf"(?<![\d.:/-]){_HOUR}(?: ?oclock|h)\b"
_BARE = (
    r"\b(?:at|around|about|@) ?(?P<list>\d{1,2}(?:(?: ?, ?(?:and )?| and | & )\d{1,2})*)"
    r"(?![\d:./-])(?!(?:st|nd|rd|th)\b)"
)
_MILITARY = r"\bat (?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)\b(?!-)"
_RANGE = (
    r"\b(?:between|from) (?P<a>\d{1,2}(?::\d{2})?)\s*(?P<ah>am|pm)?(?: ?oclock)?"
    r"\s*(?:and|to|till|until|-)\s*(?P<b>\d{1,2}(?::\d{2})?)\s*(?P<bh>am|pm)?(?: ?oclock)?\b(?![:./-])"
)


@dataclass(slots=True)
class Times:
    """``at`` in the order written; ``between`` bounds an hourly rule, both ends included."""

    at: list[time] = field(default_factory=list)
    between: tuple[time, time] | None = None
    daypart: str | None = None
    midnight: bool = False
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class _Said:
    hour: int
    minute: int
    half: str | None
    words: str
    exact: bool

    @property
    def unsure(self) -> bool:
        return self.half is None and not self.exact and 1 <= self.hour <= 11


def take_times(rest: Rest, phrase: str) -> Times:
    """Take every time of day out of ``rest``. Raises Unclear for an hour that could be morning or evening."""
    times = Times()
    _take_daypart(rest, times)
    _take_range(rest, times, phrase)
    said = [*_taken(rest)]
    if rest.take(r"\b(?:noon|midday)\b"):
        said.append(_Said(12, 0, None, "noon", True))
    if rest.take(r"\bmidnight\b"):
        times.midnight = True
        said.append(_Said(0, 0, None, "midnight", True))
    full_day = any(one.half is None and (one.hour >= 13 or one.hour == 0) for one in said)
    times.at = sorted({_decided(one, times.daypart, full_day, phrase) for one in said})
    return times


def _take_daypart(rest: Rest, times: Times) -> None:
    if match := rest.take(r"\b(?:in the |at |during the )?(?P<part>morning|afternoon|evening|night)s?\b"):
        times.daypart = match["part"]


def _take_range(rest: Rest, times: Times, phrase: str) -> None:
    match = rest.take(_RANGE)
    if not match:
        return
    begin, end = _hour_minute(match["a"]), _hour_minute(match["b"])
    begin_half, end_half = match["ah"], match["bh"]
    if begin_half is None and end_half is None and begin[0] <= 12 and end[0] <= 12:
        if end <= begin and begin[0] >= 5:  # nine to five
            end_half = "pm"
        elif not (begin[0] >= 7 and end[0] == 12):
            a, b = match["a"], match["b"]
            raise Unclear(
                f"Is “{match[0].strip()}” in the morning or in the afternoon?",
                tuple(phrase.replace(match[0].strip(), f"between {a}{h} and {b}{h}") for h in ("am", "pm")),
            )
    times.between = (
        _time(*begin, begin_half or (None if begin[0] > 12 or end_half is None else "am")),
        _time(*end, end_half),
    )
    if times.between[0] >= times.between[1]:
        raise BadRequest(f"“{match[0].strip()}” ends before it begins. Write for example: between 9 and 17.")


def _taken(rest: Rest) -> list[_Said]:
    said = []
    while match := rest.take(_PAST):
        said.append(_past(match))
    while match := rest.take(_MILITARY):
        said.append(_Said(int(match["h"]), int(match["m"]), None, match[0], True))
    while match := rest.take(_CLOCK):
        said.append(_Said(int(match["h"]), int(match["m"]), match["half"], match[0], True))
    while match := rest.take(_PLAIN):
        said.append(_Said(int(match["h"]), 0, match["half"], match[0], True))
    while match := rest.take(_HEURES):
        said.append(_Said(int(match["h"]), 0, None, match[0], match[0].endswith("h")))
    while match := rest.take(_BARE):
        said += [_Said(int(hour), 0, None, hour, False) for hour in re.findall(r"\d+", match["list"])]
    return said


def _past(match: re.Match[str]) -> _Said:
    minutes = {"half": 30, "quarter": 15}.get(match["how"]) or int(match["how"].split()[0])
    hour = int(match["h"])
    if match["way"] in ("to", "before"):
        hour, minutes = (hour - 1) % 24 if hour > 1 else 12, 60 - minutes
    return _Said(hour, minutes, match["half"], match[0], False)


def _decided(said: _Said, daypart: str | None, full_day: bool, phrase: str) -> time:
    half = said.half
    if half is None and said.unsure and not full_day:
        if daypart == "night" and said.hour < 6:
            raise Unclear(f"Is {said.words} at night late today or early tomorrow? Write the hour with am or pm.")
        if daypart is None:
            minute = f":{said.minute:02}" if said.minute else ""
            raise Unclear(
                f"Is “{said.words}” in the morning or in the evening?",
                tuple(
                    re.sub(rf"\b{re.escape(said.words)}\b", f"{said.hour}{minute}{h}", phrase, count=1)
                    for h in ("am", "pm")
                ),
            )
        half = "am" if daypart == "morning" else "pm"
    return _time(said.hour, said.minute, half)


def _hour_minute(text: str) -> tuple[int, int]:
    hour, _, minute = text.partition(":")
    return int(hour), int(minute or 0)


def _time(hour: int, minute: int, half: str | None) -> time:
    if minute > 59 or hour > 24 or (half and not 1 <= hour <= 12):
        raise BadRequest(f"{hour}:{minute:02}{half or ''} is no time of day. Write for example 9am or 18:30.")
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour == 24:
        raise Unclear("Write midnight as 00:00, with the day that begins then.")
    return time(hour, minute)
