"""A note on its way out or in, with everything that belongs to it, as plain values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from bot.notes.model import Preview, Version

MAX_NOTES = 50_000
MAX_LINES = 30


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file of a note. ``open`` gives its content, None where that is missing; ``sha256`` is empty while unknown.

    ``texts`` is what was read or heard in it, as (seconds or None, text). It belongs to the versions from ``added`` on,
    until ``removed`` (not included).
    """

    name: str
    open: Callable[[], BinaryIO] | None = None
    sha256: str = ""
    suffix: str = ""
    size: int = 0
    kind: str = ""
    media_type: str = ""
    duration_seconds: float | None = None
    added: int = 1
    removed: int | None = None
    texts: tuple[tuple[float | None, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Parcel:
    """A note with its versions, oldest first; the last one is the current one. Times are UTC seconds."""

    uid: str
    title: str
    versions: tuple[Version, ...]
    created_utc: float
    updated_utc: float
    notebook: str = ""
    mood: str = ""
    source: str = ""
    pinned: bool = False
    archived: bool = False
    trashed_utc: float | None = None
    files: tuple[Enclosed, ...] = ()
    previews: tuple[Preview, ...] = ()

    @property
    def body(self) -> str:
        return self.versions[-1].body

    @property
    def current_files(self) -> tuple[Enclosed, ...]:
        return tuple(file for file in self.files if file.removed is None)


@dataclass(slots=True)
class Losses:
    """What could not be taken along. The same thing in several notes is one line with their number."""

    counted: Counter[str] = field(default_factory=Counter)

    def add(self, what: str) -> None:
        self.counted[what] += 1

    def lines(self) -> list[str]:
        """At most MAX_LINES sentences."""
        found = [f"{what} ({count} times)" if count > 1 else what for what, count in self.counted.items()]
        more = len(found) - MAX_LINES
        return [*found[:MAX_LINES], f"and {more} more"] if more > 0 else found


@dataclass(frozen=True, slots=True)
class Haul:
    """What was found in an upload. ``beside`` is what hangs on the notes, by companion, as the file says it."""

    parcels: Sequence[Parcel]
    losses: Losses
    beside: Mapping[str, Any] = field(default_factory=dict)
