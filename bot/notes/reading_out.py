"""What lists and searches need of a note, read out of its current version. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.notes.markup import Link, Task, links_of, tags_of, tasks_of, title_of
from bot.notes.model import Kind, NoteFile, Preview

UNTITLED = "Untitled"


@dataclass(frozen=True, slots=True)
class ReadOut:
    """``pictures``, ``speech`` and ``names`` are what is searched besides the title and the text."""

    title: str
    body: str
    tags: tuple[str, ...]
    links: tuple[Link, ...]
    tasks: tuple[Task, ...]
    pictures: str
    speech: str
    names: str


def read_out(body: str, files: Sequence[NoteFile], previews: Sequence[Preview], places: Sequence[str]) -> ReadOut:
    """``places`` are further words that the note is found by: its notebook and its source."""
    title = title_of(body) or next((preview.title for preview in previews), "")
    sounding = (Kind.AUDIO, Kind.VIDEO)
    named = [*(file.name for file in files), *(f"{p.title} {p.description}" for p in previews), *places]
    return ReadOut(
        title=title or (files[0].name if files else UNTITLED),
        body=body,
        tags=tags_of(body),
        links=links_of(body),
        tasks=tasks_of(body),
        pictures="\n".join(file.text or "" for file in files if file.kind not in sounding),
        speech="\n".join(file.text or "" for file in files if file.kind in sounding),
        names="\n".join(named),
    )
