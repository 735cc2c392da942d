"""Knowing when to stop: the limit that a reader sets, read from words and held against what is done. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.errors import BadRequest
from bot.reading.model import Book

EXAMPLES = "`3 chapters`, `1 a day`, `chapter 7` or `2026-12-31`"
_DAILY = re.compile(r"(\d{1,2})(?: chapters?)? (?:a|per|each|every) day")
_IN_ALL = re.compile(r"(\d{1,3}) chapters?(?: in all)?")
_UP_TO = re.compile(r"(?:up )?(?:to |until |after )?chapter (\d{1,3})")
_DAY = re.compile(r"(?:until |by |to )?(\d{4}-\d{2}-\d{2})")


@dataclass(frozen=True, slots=True)
class Limit:
    """Exactly one of the three: chapters a day, chapters in all, or the last day."""

    a_day: int | None = None
    in_all: int | None = None
    last_day: date | None = None

    def __str__(self) -> str:
        """In the words that ``read_limit`` understands."""
        if self.a_day is not None:
            return f"{self.a_day} a day"
        if self.in_all is not None:
            return f"{self.in_all} chapter{'' if self.in_all == 1 else 's'}"
        return f"until {self.last_day}" if self.last_day else ""


def read_limit(text: str) -> Limit | None:
    """None for no limit. Raises BadRequest for what cannot be read."""
    tidy = " ".join(text.casefold().split()).strip(".")
    if tidy in ("", "none", "no", "off", "-"):
        return None
    if (match := _DAILY.fullmatch(tidy)) and int(match[1]):
        return Limit(a_day=int(match[1]))
    if (match := _IN_ALL.fullmatch(tidy) or _UP_TO.fullmatch(tidy)) and int(match[1]):
        return Limit(in_all=int(match[1]))
    if match := _DAY.fullmatch(tidy):
        try:
            return Limit(last_day=date.fromisoformat(match[1]))
        except ValueError:
            pass
    raise BadRequest(f"“{text.strip()[:40]}” is no limit that I understand. Write {EXAMPLES}, or leave it empty.")


def is_reached(book: Book, finished: Sequence[date], today: date) -> bool:
    """Whether it is time to stop: the limit is reached, and no further chapter was allowed by going on.

    ``finished`` are the days on which chapters were read to their end.
    """
    limit = read_limit(book.stop_at)
    if limit is None or book.done < book.gone_on:
        return False
    if limit.a_day is not None:
        return finished.count(today) >= limit.a_day
    if limit.in_all is not None:
        return book.done >= limit.in_all
    return limit.last_day is not None and today > limit.last_day
