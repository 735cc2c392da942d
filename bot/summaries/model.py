"""Summaries as plain values: what is summarised, how, and what came of it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

WEEK = timedelta(days=7)
MAX_NOTES = 100
"""Notes that one summary reads, the most fitting or newest."""


class Method(StrEnum):
    EXTRACT = "extract"
    LOCAL = "local"
    ENDPOINT = "endpoint"

    @property
    def is_written(self) -> bool:
        """By a model, which takes its time."""
        return self is not Method.EXTRACT


class About(StrEnum):
    NOTE = "note"
    TAG = "tag"
    SEARCH = "search"
    BOOK = "book"
    WEEK = "week"


class State(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    READY = "ready"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_open(self) -> bool:
        return self in (State.WAITING, State.RUNNING)


@dataclass(frozen=True, slots=True)
class Target:
    """``subject``: a note's or a book's id, a tag, a search, or a week's first day (YYYY-MM-DD)."""

    about: About
    subject: str

    @classmethod
    def week_until(cls, day: date) -> Target:
        """Since the same day of last week, which is in it: what was written late on that day is new since then."""
        return cls(About.WEEK, (day - WEEK).isoformat())


@dataclass(frozen=True, slots=True)
class Piece:
    """A note as it is read for a summary."""

    note_id: int
    title: str
    text: str

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence; ``note_id`` is the note it is from, None where it is of several."""

    text: str
    note_id: int | None


@dataclass(frozen=True, slots=True)
class Summary:
    """``sources`` are the notes that were read, each with the hash of its text then. ``made_by`` says what made it."""

    id: int
    target: Target
    method: Method
    state: State
    attempts: int
    made_by: str
    error: str
    hash: str
    asked_utc: float
    made_utc: float | None
    lines: tuple[Line, ...] = ()
    sources: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """Of one that is being made. ``ahead`` counts those that may come first; ``left_seconds`` is None while nothing is
    known of that."""

    done: int = 0
    parts: int = 1
    ahead: int = 0
    left_seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """What has become of a summary's sources since."""

    changed: tuple[int, ...] = ()
    added: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()

    @property
    def is_stale(self) -> bool:
        return bool(self.changed or self.added or self.gone)


def hash_of(pieces: Sequence[Piece]) -> str:
    """One hash over all sources, whatever their order."""
    return hash_of_sources([(piece.note_id, piece.sha256) for piece in pieces])


def hash_of_sources(sources: Sequence[tuple[int, str]]) -> str:
    """The same, of notes with the hashes of their texts."""
    each = sorted(f"{note_id}:{sha256}" for note_id, sha256 in sources)
    return hashlib.sha256("\n".join(each).encode()).hexdigest()


def changes(sources: Sequence[tuple[int, str]], pieces: Sequence[Piece]) -> Changes:
    """What differs between the sources then and the notes now."""
    then, now = dict(sources), {piece.note_id: piece.sha256 for piece in pieces}
    return Changes(
        changed=tuple(sorted(note for note in then.keys() & now.keys() if then[note] != now[note])),
        added=tuple(sorted(now.keys() - then.keys())),
        gone=tuple(sorted(then.keys() - now.keys())),
    )
