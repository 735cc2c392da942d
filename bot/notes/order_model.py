"""Tasks and connections between notes, as plain values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OpenTask:
    """A task that is not done; ``due`` is YYYY-MM-DD or None, ``title`` the note's."""

    note_id: int
    line: int
    text: str
    due: str | None
    title: str
    version: int


@dataclass(frozen=True, slots=True)
class Connected:
    """The other end of a link; ``note_id`` is None where no note has that title yet."""

    title: str
    relation: str
    note_id: int | None


@dataclass(frozen=True, slots=True)
class Connections:
    """``suggested`` mention this note's title, or are alike in meaning, without a link either way."""

    links: tuple[Connected, ...]
    backlinks: tuple[Connected, ...]
    suggested: tuple[Connected, ...]

    @property
    def count(self) -> int:
        return len(self.links) + len(self.backlinks)
