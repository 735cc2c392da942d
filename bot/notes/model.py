"""Notes as plain values: what is kept, and what comes in."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from enum import StrEnum

MAX_BODY = 1_000_000
"""Characters of one note's text."""
MAX_NOTEBOOK = 60
"""Characters of a notebook's name, and of a mood."""
MAX_FORM = 4000
"""Characters that a Discord form's field holds."""
TRASH_SECONDS = 30 * 86_400.0
BURST_SECONDS = 15.0
"""Messages this close after each other are one note: albums and thoughts come in several messages."""
MAX_BURST = 20


class Kind(StrEnum):
    """What a file is, by its content."""

    IMAGE = "image"
    AUDIO = "audio"
    VIDEO = "video"
    FILE = "file"


class Place(StrEnum):
    """Where a note is."""

    NOTES = "notes"
    ARCHIVE = "archive"
    TRASH = "trash"


@dataclass(frozen=True, slots=True)
class NoteFile:
    """A file of a note; ``size`` in bytes.

    ``text`` is what was read or heard in it, None while nothing was; ``state`` is "read" or "failed" once it was tried.
    """

    id: int
    sha256: str
    suffix: str
    name: str
    size: int
    kind: Kind
    media_type: str
    duration_seconds: float | None = None
    text: str | None = None
    state: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """The current version of a note; times are UTC seconds. ``source`` is where it came from, if not from its owner."""

    id: int
    version: int
    title: str
    body: str
    notebook: str
    mood: str
    source: str
    created_utc: float
    updated_utc: float
    pinned: bool
    archived: bool
    trashed_utc: float | None
    files: tuple[NoteFile, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def place(self) -> Place:
        if self.trashed_utc is not None:
            return Place.TRASH
        return Place.ARCHIVE if self.archived else Place.NOTES


@dataclass(frozen=True, slots=True)
class Version:
    number: int
    body: str
    why: str
    made_utc: float


@dataclass(frozen=True, slots=True)
class Arriving:
    """A file on its way in. ``open`` starts the download; it may be called again after a failure."""

    name: str
    size: int
    open: Callable[[], AsyncIterator[bytes]]
    duration_seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What Discord's own embed says about an address in a message."""

    url: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message, or a form, that becomes a note. ``message_id`` makes sure that it becomes one note only.

    ``channel_id`` is None for what cannot belong to a burst. ``sent_utc`` is when it was written, in UTC seconds.
    """

    message_id: int
    sent_utc: float
    text: str = ""
    files: tuple[Arriving, ...] = ()
    previews: tuple[Preview, ...] = ()
    source: str = ""
    notebook: str = ""
    mood: str = ""
    channel_id: int | None = None
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A message that was dealt with: the note that it is in, if any, and its text there."""

    message_id: int
    note_id: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Captured:
    """What became of a message. ``missed`` names the files that could not be kept, each with its reason."""

    note_id: int
    is_new: bool
    is_first: bool = False
    again: bool = False
    missed: tuple[str, ...] = field(default=())
