"""Recurrence in a phrase: "weekdays", "every 2 hours", "last friday of the month", "mon, wed and fri"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.errors import Unclear
from bot.schedule.phrases.words import DAYS, MONTH, ORDINALS, WEEKDAY, Rest, month, weekday

_LIST = rf"{WEEKDAY}s?(?:\s*(?:,|and|&|/|\+|,\s*and)?\s*{WEEKDAY}s?\b)*"
_ORDINAL = r"(?P<nth>first|1st|second|2nd|third|3rd|fourth|4th|last)"
_OF_MONTH = r"(?:of|in) (?:(?:every|the|a|any) )?month"
_WORDS = {
    "hourly": ("HOURLY", 1),
    "daily": ("DAILY", 1),
    "nightly": ("DAILY", 1),
    "weekly": ("WEEKLY", 1),
    "fortnightly": ("WEEKLY", 2),
    "monthly": ("MONTHLY", 1),
    "quarterly": ("MONTHLY", 3),
    "yearly": ("YEARLY", 1),
    "annually": ("YEARLY", 1),
}
_UNITS = {"mi": "MINUTELY", "ho": "HOURLY", "da": "DAILY", "we": "WEEKLY", "mo": "MONTHLY", "ye": "YEARLY"}
WORKWEEK = DAYS[:5]


@dataclass(slots=True)
class Repeat:
    """``parts`` are RRULE parts beyond FREQ and INTERVAL."""

    freq: str
    interval: int = 1
    parts: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def take_repeat(rest: Rest, phrase: str) -> Repeat | None:
    """Take how often it recurs out of ``rest``; None when nothing says so. Raises Unclear."""
    _refuse_vague(rest, phrase)
    repeat = _of_the_month(rest) or _units(rest)
    _days(rest, phrase, holder := [repeat])
    repeat = holder[0]
    if repeat is not None and repeat.freq == "YEARLY":
        _day_of_year(rest, repeat)
    if repeat is None:
        repeat = _yearly_date(rest)
    if repeat is not None and repeat.freq == "MONTHLY" and not repeat.parts:
        _days_of_month(rest, repeat)
    return repeat


def _refuse_vague(rest: Rest, phrase: str) -> None:
    if match := rest.take(r"\bbi-?(weekly|monthly|annually|yearly)\b"):
        unit = {"weekly": "week", "monthly": "month"}.get(match[1], "year")
        raise Unclear(
            f"“{match[0]}” means every two {unit}s to some and twice a {unit} to others.",
            (phrase.replace(match[0], f"every 2 {unit}s"),),
        )
    if match := rest.take(r"\b(twice|thrice|\d+ times|once or twice) (?:a|per|every) (?:day|week|month|year|hour)\b"):
        raise Unclear(
            f"“{match[0]}”: at which times? Write them out, for example “every day at 8am, 1pm and 9pm”"
            " or “mon and thu 18:00”."
        )
    if match := rest.take(
        r"\b(sometimes|occasionally|often|regularly|soon|later|whenever|now and then|some time|sometime)\b"
    ):
        raise Unclear(f"“{match[0]}” is no time I can keep. Write for example “in 2 hours” or “every sunday 18:00”.")
    if match := rest.take(r"\bevery (?:few|couple of|several) \w+\b"):
        raise Unclear(f"How many is “{match[0]}”? Write a number, for example “every 3 days”.")


def _of_the_month(rest: Rest) -> Repeat | None:
    match = rest.take(rf"\b(?:every |on )?(?:the )?{_ORDINAL} (?P<day>{WEEKDAY}|day|weekday) {_OF_MONTH}\b")
    if match:
        nth, day = ORDINALS[match["nth"]], match["day"]
        if day == "day":
            return Repeat("MONTHLY", parts={"BYMONTHDAY": str(nth)})
        if day == "weekday":
            return Repeat("MONTHLY", parts={"BYDAY": ",".join(WORKWEEK), "BYSETPOS": str(nth)})
        return Repeat("MONTHLY", parts={"BYDAY": f"{nth}{DAYS[weekday(day)]}"})
    if rest.take(rf"\b(?:at |on )?(?:the )?end {_OF_MONTH.replace('the|', '')}\b"):
        return Repeat("MONTHLY", parts={"BYMONTHDAY": "-1"})
    numbers = r"(?P<days>\d{1,2}(?:st|nd|rd|th)(?:(?: ?, ?| and )(?:the )?\d{1,2}(?:st|nd|rd|th))*)"
    match = rest.take(rf"\b(?:every |on )?(?:the )?{numbers} {_OF_MONTH}\b") or rest.take(
        rf"\bevery (?:the )?{numbers}(?! (?:of )?{MONTH}| (?:minute|hour|day|week|month|year|{WEEKDAY}))"
    )
    return _month_days(Repeat("MONTHLY"), match["days"]) if match else None


def _month_days(repeat: Repeat, text: str) -> Repeat:
    days = [int(number) for number in re.findall(r"\d+", text)]
    if any(not 1 <= day <= 31 for day in days):
        raise Unclear("A month has the days 1 to 31.")
    repeat.parts["BYMONTHDAY"] = ",".join(map(str, days))
    if max(days) > 28:
        repeat.notes.append(f"Months without a day {max(days)} are left out.")
    return repeat


def _units(rest: Rest) -> Repeat | None:
    unit = r"(?P<unit>min(?:ute)?|hour|hr|day|week|month|year|h(?![a-z])|m(?![a-z]))s?\b"
    if match := rest.take(rf"\b(?:every|once every|one every) (?:other|second|2nd) {unit}"):
        return Repeat(_freq(match["unit"]), 2)
    if match := rest.take(rf"\b(?:once )?every (?P<n>\d+)(?:st|nd|rd|th)? ?{unit}"):
        number = int(match["n"])
        if not 1 <= number <= 1000:
            raise Unclear("Write a number from 1 to 1000 after “every”.")
        return Repeat(_freq(match["unit"]), number)
    if rest.take(r"\bevery (?=(?:morning|afternoon|evening|night)\b)") or rest.has(
        r"\b(?:mornings|evenings|nights|afternoons)\b"
    ):
        return Repeat("DAILY")
    if match := rest.take(rf"\bevery {unit}"):
        return Repeat(_freq(match["unit"]))
    if match := rest.take(rf"\b(?P<word>{'|'.join(_WORDS)})\b"):
        return Repeat(*_WORDS[match["word"]])
    return None


def _freq(unit: str) -> str:
    return _UNITS[{"hr": "ho", "h": "ho", "m": "mi"}.get(unit, unit[:2])]


def _days(rest: Rest, phrase: str, holder: list[Repeat | None]) -> None:
    """Days of the week: a list, a range, "weekdays", or one day where something says that it recurs."""
    repeat = holder[0]
    if match := rest.take(rf"\bevery (?:second|2nd|third|3rd|fourth|4th) (?P<day>{WEEKDAY})\b"):
        day = match["day"]
        nth = match[0].split()[1]
        raise Unclear(
            f"Is “{match[0]}” counted in weeks or in the month?",
            (
                phrase.replace(match[0], f"every {ORDINALS[nth]} weeks on {day}"),
                phrase.replace(match[0], f"{nth} {day} of the month"),
            ),
        )
    days: set[str] = set()
    interval = 1
    if match := rest.take(rf"\bevery other (?P<day>{WEEKDAY})\b"):
        days, interval = {DAYS[weekday(match["day"])]}, 2
    elif rest.take(r"\b(?:on |every )?weekdays?\b"):
        days = set(WORKWEEK)
    elif rest.take(r"\b(?:on |every )?(?:the )?weekends?\b"):
        days = {"SA", "SU"}
    elif match := rest.take(
        rf"\b(?:every |from )?(?P<a>{WEEKDAY})s?\s*(?:-|to|through|thru|till|until)\s*(?P<b>{WEEKDAY})s?\b"
    ):
        first, last = weekday(match["a"]), weekday(match["b"])
        days = {DAYS[(first + step) % 7] for step in range((last - first) % 7 + 1)}
    else:
        days = _list_of_days(rest, repeat)
    if not days:
        return
    if repeat is None:
        repeat = holder[0] = Repeat("WEEKLY", interval)
    if repeat.freq not in ("WEEKLY", "DAILY", "HOURLY", "MINUTELY") or "BYDAY" in repeat.parts:
        raise Unclear("Which day is meant? Write for example “first monday of the month” or “every monday”.")
    if repeat.freq == "DAILY" and repeat.interval == 1:
        repeat.freq = "WEEKLY"
    elif repeat.freq == "DAILY":
        raise Unclear("Days counted and days of the week do not go together. Write one of them.")
    repeat.parts["BYDAY"] = ",".join(day for day in DAYS if day in days)


def _list_of_days(rest: Rest, repeat: Repeat | None) -> set[str]:
    match = re.search(rf"\b(?P<every>every |on )?(?P<list>{_LIST})\b", rest.text)
    if not match or re.search(r"\b(?:next|this|coming) $", rest.text[: match.start()]):
        return set()
    found = re.findall(rf"\b{WEEKDAY}", match["list"])
    plural = any(
        re.fullmatch(rf"(?:{WEEKDAY})s", word) and word.endswith("days")
        for word in re.findall(r"[a-z]+", match["list"])
    )
    if len(found) > 1 or plural or (match["every"] or "").startswith("every") or repeat is not None:
        rest.text = f"{rest.text[: match.start()]} | {rest.text[match.end() :]}"
        return {DAYS[weekday(word)] for word in found}
    return set()


def _yearly_date(rest: Rest) -> Repeat | None:
    match = rest.take(rf"\bevery (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m>{MONTH})\b") or rest.take(
        rf"\bevery (?P<m>{MONTH}) (?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:| ?am| ?pm)"
    )
    return _on(Repeat("YEARLY"), match) if match else None


def _day_of_year(rest: Rest, repeat: Repeat) -> None:
    match = rest.take(rf"\b(?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m>{MONTH})\b") or rest.take(
        rf"\b(?P<m>{MONTH}) (?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:| ?am| ?pm)"
    )
    if match:
        _on(repeat, match)


def _on(repeat: Repeat, match: re.Match[str]) -> Repeat:
    repeat.parts |= {"BYMONTH": str(month(match["m"])), "BYMONTHDAY": str(int(match["d"]))}
    if (month(match["m"]), int(match["d"])) == (2, 29):
        repeat.notes.append("Years without a 29 February are left out.")
    return repeat


def _days_of_month(rest: Rest, repeat: Repeat) -> None:
    if rest.take(r"\b(?:on )?(?:the )?last day\b"):
        repeat.parts["BYMONTHDAY"] = "-1"
    elif match := rest.take(rf"\b(?:on )?(?:the )?{_ORDINAL} (?P<day>{WEEKDAY})\b"):
        repeat.parts["BYDAY"] = f"{ORDINALS[match['nth']]}{DAYS[weekday(match['day'])]}"
    elif match := rest.take(
        r"\b(?:on )?(?:the )?(?P<days>\d{1,2}(?:st|nd|rd|th)(?:(?: ?, ?| and )(?:the )?\d{1,2}(?:st|nd|rd|th))*)\b"
    ):
        _month_days(repeat, match["days"])
