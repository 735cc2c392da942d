"""What somebody types into the search: words, "phrases", -not, and filters like tag:work. Pure.

Words are alternatives, ranked by how well they fit; phrases must occur; what has a minus must not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from bot.errors import BadRequest
from bot.notes.markup import fold

MAX_TERMS = 32
_TOKEN = re.compile(r'(?P<minus>-?)(?:(?P<key>[a-z]+):(?=\S))?(?:"(?P<phrase>[^"]*)"?|(?P<word>\S+))')
_WORD = re.compile(r"\w+")

HAS = ("image", "audio", "video", "file", "link", "todo", "summary")
IS = ("pinned", "archived", "trash")
KEYS = ("tag", "in", "book", "has", "is", "before", "after")
EXAMPLE = '`tag:` `in:` `book:` `before:` `after:` `has:` `is:`, "exact words", -without'

STOP_WORDS = frozenset(
    _WORD.findall(
        "a about an and any are as at be been but by can do does for from had has have how i if in into is it its made"
        " may must of on or over should so such than that the their them then there these they this those through to"
        " under up was we were what when where which who why will with would you your"
    )
)
"""Too common to tell one note from another; they count only where nothing else is asked."""


@dataclass(frozen=True, slots=True)
class Filter:
    """``value`` is folded; for before and after it is UTC seconds."""

    key: str
    value: str | float
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.words or self.phrases or self.excluded or self.filters)

    @property
    def in_trash(self) -> bool:
        return any(f.key == "is" and f.value == "trash" and not f.negated for f in self.filters)

    @property
    def text(self) -> str:
        """What it is about, as words to be compared by meaning."""
        return " ".join((*self.words, *self.phrases))

    @property
    def telling(self) -> tuple[str, ...]:
        """The words that tell notes apart."""
        return tuple(word for word in self.words if word not in STOP_WORDS) or self.words

    def match(self, needed: Sequence[str] = ()) -> str:
        """The FTS5 expression (https://sqlite.org/fts5.html#full_text_query_syntax); empty when only filters count.

        Without phrases one of ``needed`` must occur, where given: the other words then only rank what has it.
        """
        telling = self.telling
        parts = [f"({' OR '.join(map(_quoted, telling))})"] if telling and not self.phrases else []
        if needed and parts and len(needed) < len(telling):
            parts.insert(0, f"({' OR '.join(map(_quoted, needed))})")
        parts += [_quoted(phrase) for phrase in self.phrases]
        wanted = " AND ".join(parts)
        if wanted and telling and self.phrases:  # the words then only rank what has the phrases
            wanted = f"({wanted}) AND ({' OR '.join(map(_quoted, (*self.phrases, *telling)))})"
        if wanted and self.excluded:
            wanted = f"({wanted}) NOT ({self.unwanted()})"
        return wanted

    def unwanted(self) -> str:
        """The FTS5 expression of what must not occur; empty without any."""
        return " OR ".join(map(_quoted, self.excluded))


def parse(text: str, today: date, start_of: Callable[[date], float]) -> Query:
    """The query for what was typed. ``start_of`` gives the UTC seconds at which a day begins for this person.

    Raises BadRequest for a filter that does not exist or a date that cannot be read.
    """
    words: list[str] = []
    phrases: list[str] = []
    excluded: list[str] = []
    filters: list[Filter] = []
    for token in _TOKEN.finditer(text):
        negated, key = bool(token["minus"]), token["key"] or ""
        value = token["word"] if token["phrase"] is None else token["phrase"]
        if key in KEYS or key == "mood":
            filters.append(_filter(key, value, negated, today, start_of))
            continue
        found = _WORD.findall(f"{key} {value}".casefold())
        if not found:
            continue
        if negated:
            excluded.append(" ".join(found))
        elif token["phrase"] is not None:
            phrases.append(" ".join(found))
        else:
            words += found
    if len(words) + len(phrases) + len(excluded) + len(filters) > MAX_TERMS:
        raise BadRequest(f"That is a long search: {MAX_TERMS} words and filters are the most.")
    return Query(_once(words), _once(phrases), _once(excluded), tuple(filters))


def _filter(key: str, value: str, negated: bool, today: date, start_of: Callable[[date], float]) -> Filter:
    word = fold(value)
    if key == "has" and word not in HAS:
        raise BadRequest(f"`has:` takes one of: {', '.join(HAS)}.")
    if key == "is" and word not in IS:
        raise BadRequest(f"`is:` takes one of: {', '.join(IS)}.")
    if key == "mood":
        raise BadRequest(f"`{key}:` is not known. There are {EXAMPLE}.")
    if key in ("before", "after"):
        try:
            return Filter(key, start_of(_day(word, today, after=key == "after")), negated)
        except (OverflowError, ValueError):  # a year that no calendar has
            raise BadRequest(f"“{word[:40]}” is too far away to be a date here.") from None
    return Filter(key, word.strip("#") if key == "tag" else word, negated)


def _day(word: str, today: date, *, after: bool) -> date:
    """The first day that counts: before:2025 ends with 2024, after:2025 begins with 2026, a date with that day."""
    ago = re.fullmatch(r"(\d{1,4})([dwmy])", word)
    if word in ("today", "yesterday"):
        return today - timedelta(days=word == "yesterday")
    if ago:
        return today - timedelta(days=int(ago[1]) * {"d": 1, "w": 7, "m": 30, "y": 365}[ago[2]])
    for form, step in (("%Y-%m-%d", 0), ("%Y-%m", 31), ("%Y", 366)):
        try:
            first = datetime.strptime(word, form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
        if not after or not step:
            return first
        return (first + timedelta(days=step)).replace(day=1, **({"month": 1} if step == 366 else {}))
    raise BadRequest(f"“{word[:40]}” is not a date. Write 2026-03-01, 2026-03, 2026, yesterday or 7d.")


def _once(words: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _quoted(words: str) -> str:
    return f'"{words}"'
