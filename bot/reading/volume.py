"""A book on its way out or in, as JSON values: what each part of it must look like. Pure.

Chapters, questions and terms are named by the book's uid and their place in it, from 0: ``<uid>:3``.
"""

from __future__ import annotations

from typing import Any

from bot.errors import BadRequest
from bot.notes.exchange.values import (
    UID,
    Check,
    flag,
    form,
    listed,
    moment,
    one_of,
    optional,
    record,
    row,
    up_to,
    whole,
    words,
)
from bot.notes.markup import fold
from bot.reading.limits import read_limit
from bot.reading.model import (
    MAX_ANSWER,
    MAX_BOOKS,
    MAX_CONTENTS,
    MAX_LABEL,
    MAX_MEANING,
    MAX_PREFACE,
    MAX_QUESTION,
    MAX_TERM,
    MAX_TITLE,
    MAX_TOPIC,
    Stage,
    Step,
)

MOST_HELD = 5_000
"""Chapters of one book, those that were split included."""
MOST_KEPT = 20_000
"""Questions, terms and index entries of one book, each."""
_PAGE = optional(up_to(1_000_000))
_PLACE = optional(up_to(MOST_HELD))

_CHAPTER = record(
    position=whole,
    label=words(MAX_LABEL),
    title=words(MAX_TITLE + MAX_LABEL),
    page=_PAGE,
    part=words(2 * MAX_TITLE),
    headings=listed(row(words(MAX_TITLE + MAX_LABEL), _PAGE), 1000),
    step=one_of([step.value for step in Step]),
    again=whole,
    note=optional(form(UID)),
    finished_utc=optional(moment),
    split_of=_PLACE,
)
_QUESTION = record(
    chapter=_PLACE,
    text=words(MAX_QUESTION, 1),
    answer=words(MAX_ANSWER),
    answered_in=_PLACE,
    asked_utc=moment,
    answered_utc=optional(moment),
    removed=flag,
)
_TERM = record(term=words(MAX_TERM, 1), meaning=words(MAX_MEANING), refused=flag)
_INDEX = record(topic=words(MAX_TOPIC, 1), place=words(MAX_TOPIC, 1), removed=flag)
_BOOK = record(
    uid=form(UID),
    title=words(MAX_TITLE, 1),
    contents=words(MAX_CONTENTS),
    reference=flag,
    stage=one_of([stage.value for stage in Stage]),
    chapter=_PLACE,
    who=words(MAX_PREFACE),
    about=words(MAX_PREFACE),
    how=words(MAX_PREFACE),
    stop_at=words(60),
    gone_on=whole,
    started_utc=moment,
    updated_utc=moment,
    finished_utc=optional(moment),
    removed_utc=optional(moment),
    chapters=listed(_CHAPTER, MOST_HELD),
    questions=listed(_QUESTION, MOST_KEPT),
    terms=listed(_TERM, MOST_KEPT),
    places=listed(_INDEX, MOST_KEPT),
)


def _consistent(value: Any) -> dict[str, Any]:
    """What is pointed to is there, and what must differ does."""
    book: dict[str, Any] = _BOOK(value)
    chapters = book["chapters"]
    pointed = [book["chapter"]]
    pointed += [one[key] for one in book["questions"] for key in ("chapter", "answered_in")]
    if any(place is not None and place >= len(chapters) for place in pointed):
        raise ValueError("a chapter that is not there")
    if any(one["split_of"] is not None and one["split_of"] >= at for at, one in enumerate(chapters)):
        raise ValueError("a part of a chapter that is not before it")
    terms = [fold(one["term"]) for one in book["terms"]]
    if len(set(terms)) < len(terms):
        raise ValueError("a term twice")
    try:
        read_limit(book["stop_at"])
    except BadRequest as error:
        raise ValueError(str(error)) from None
    return book


checked: Check = listed(_consistent, 2 * MAX_BOOKS)
"""Books as ``ReadingCompanion.give`` writes them; raises ValueError, TypeError or KeyError for anything else."""


def place_name(uid: str, place: int) -> str:
    return f"{uid}:{place}"
