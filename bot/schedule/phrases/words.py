"""The words of everyday phrases about time, and a text from which each word is taken once."""

from __future__ import annotations

import re

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday|s)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1}
_SMALL = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty"""
_NUMBERS = {word: number for number, word in enumerate(_SMALL.split(), start=1)} | {
    "thirty": 30,
    "forty": 40,
    "forty-five": 45,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
}
_SPELLINGS = (
    (r"[‐-―]", "-"),
    (r"[’`]", "'"),
    (r"\b([ap])\.\s?m\b\.?", r"\1m"),
    (r"\bhalf an hour\b", "30 minutes"),
    (r"\ban hour and a half\b|\bone and a half hours\b", "90 minutes"),
    (r"\b(?:a )?quarter of an hour\b", "15 minutes"),
    (r"\b(?:a )?couple of\b", "2"),
    (r"\btom+or+ow\b|\btmrw?\b|\b2moro\b", "tomorrow"),
    (r"\btonight\b|\btonite\b|\bthis night\b", "today night"),
    (r"\bthis (?=morning|afternoon|evening)", "today "),
    (r"\beveryday\b", "every day"),
    (r"\bo'? ?clock\b", "oclock"),
    (r"\bworkdays?\b|\bworking days?\b|\bbusiness days?\b", "weekday"),
    (r"\bevery single\b|\beach\b|\beach and every\b", "every"),
    (r"\bonce (?:a|per|every) (day|week|month|year|hour)\b", r"every \1"),
    (r"\b(\d+) ?x\b", r"\1 times"),
)


def normal(text: str) -> str:
    """Lower case, one kind of dash and quote, number words as digits, usual shorthands spelled out."""
    text = " ".join(text.lower().split())
    for pattern, spelling in _SPELLINGS:
        text = re.sub(pattern, spelling, text)
    names = "|".join(sorted(_NUMBERS, key=len, reverse=True))
    return re.sub(rf"\b({names})\b", lambda match: str(_NUMBERS[match[0]]), text)


def weekday(word: str) -> int:
    """0 for Monday."""
    return [day.lower() for day in DAYS].index(word[:2])


def month(word: str) -> int:
    return MONTHS.index(word[:3]) + 1


class Rest:
    """What of a phrase is not understood yet. Whatever stays here at the end was not understood at all."""

    def __init__(self, text: str) -> None:
        self.text = text

    def take(self, pattern: str) -> re.Match[str] | None:
        """The first match, which is then gone from the text."""
        match = re.search(pattern, self.text)
        if match:
            self.text = f"{self.text[: match.start()]} | {self.text[match.end() :]}"
        return match

    def has(self, pattern: str) -> bool:
        return re.search(pattern, self.text) is not None

    def unknown(self) -> list[str]:
        """The words that nothing has taken, without those that mean nothing by themselves."""
        words = re.findall(r"[^\s|,;.&!]+", self.text)
        return [word for word in words if word not in _FILLERS]


_FILLERS = {
    "at",
    "on",
    "the",
    "of",
    "and",
    "in",
    "by",
    "please",
    "sharp",
    "exactly",
    "then",
    "also",
    "oclock",
    "me",
    "is",
}
_FILLERS |= {"it", "to"}
