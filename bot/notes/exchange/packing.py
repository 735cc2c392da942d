"""Notes as zips of Markdown that each open on their own: what goes where, and the writing of it."""

from __future__ import annotations

import hashlib
import json
import posixpath
import shutil
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from bot.notes.exchange.archive import MAX_TEXTS_BYTES
from bot.notes.exchange.document import NOTEBOOK_FORMAT, VERSION, beside_json, to_json, to_values
from bot.notes.exchange.layout import BESIDE, BOOKS, FILES, OURS, TRASH
from bot.notes.exchange.model import Losses, Parcel
from bot.notes.exchange.names import Names, safe_name
from bot.notes.exchange.page import to_page
from bot.notes.markup import fold

OVERHEAD = 1200
"""Bytes that a note or a file takes in a zip beside its content, with room to spare."""
STORED = frozenset({"image", "audio", "video"})
"""Compressed already."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What has to be known of a note to plan the zips. ``text_bytes`` is of all its versions."""

    note_id: int
    title: str
    notebook: str
    is_trashed: bool
    text_bytes: int
    files: tuple[tuple[str, str, str, int, bool], ...]
    """(sha256, suffix, name, bytes, is current)"""


@dataclass(slots=True)
class Part:
    """One zip: the notes in it, and of their files those that are in it."""

    notes: dict[int, set[str]] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    size: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """``pages`` gives each note's path, ``stems`` the page's name for a folded title, ``places`` each file's path;
    ``beside`` is what hangs on the notes, the same in each zip: whichever is read last, nothing waits for another."""

    parts: Sequence[Part]
    pages: Mapping[int, str]
    stems: Mapping[str, str]
    places: Mapping[str, str]
    losses: Losses
    beside: bytes = b""
    readable: Mapping[str, bytes] = field(default_factory=dict)
    """Pages that tell people of it, by path; in the first zip."""


def plan(
    outlines: Sequence[Outline],
    limit_bytes: int,
    *,
    with_files: bool = True,
    beside: Mapping[str, Any] | None = None,
    losses: Losses | None = None,
    readable: Callable[[Callable[[str], str | None]], Sequence[tuple[str, str]]] = lambda _: (),
) -> Plan:
    """Zips of at most ``limit_bytes``. A note whose files do not fit into one is in each that has some of them.

    ``readable`` gives titles and texts of pages that tell people of what hangs on the notes; it is given the way from a
    note's title to the name of its page.
    """
    losses, names, stems = Losses() if losses is None else losses, Names(), dict[str, str]()
    taken = [names.take(safe_name(note.title, "Untitled")) for note in outlines]
    for note, stem in zip(outlines, taken, strict=True):
        stems.setdefault(fold(note.title), stem)
    told = {
        f"{BOOKS}/{names.take(safe_name(title, 'Untitled'))}.md": text.encode()
        for title, text in readable(lambda title: stems.get(fold(title)))
    }
    hashes = [hashlib.sha256(text).hexdigest() for text in told.values()]
    hanging = beside_json({**beside, "pages": hashes}) if beside else b""
    packed = len(zlib.compress(hanging, 6)) + OVERHEAD if hanging else 0
    room = min(limit_bytes, MAX_TEXTS_BYTES // 2) - 65_536
    if packed > room // 2 or len(hanging) > MAX_TEXTS_BYTES // 2:
        losses.add("What hangs on the notes (books, cards, summaries) is too large for Discord; JSON has it")
        hanging, packed = b"", 0
    room -= packed
    pages, places, file_names = dict[int, str](), dict[str, str](), Names()
    parts = [Part(size=sum(map(len, told.values())))]
    for note, stem in zip(outlines, taken, strict=True):
        pages[note.note_id] = posixpath.join(*_folders(note), f"{stem}.md")
        text = 3 * note.text_bytes + OVERHEAD * (1 + len(note.files))
        held: set[str] = set()
        for sha256, suffix, name, size, is_current in note.files:
            if not with_files or size > room - OVERHEAD:
                losses.add(
                    "Files were left out, as you asked" if not with_files else f"{name} is too large for Discord"
                )
                continue
            held.add(sha256)
            if sha256 not in places:
                path = posixpath.join(FILES, file_names.take(safe_name(posixpath.splitext(name)[0], "file"), suffix))
                places[sha256] = path if is_current else f"{OURS}/{FILES}/{sha256}{suffix}"
        sizes = {sha256: size for sha256, _, _, size, _ in note.files}
        _place(parts, note.note_id, text, [(sha256, sizes[sha256]) for sha256 in sorted(held)], room)
    return Plan([part for part in parts if part.notes or not outlines], pages, stems, places, losses, hanging, told)


def _place(parts: list[Part], note_id: int, text: int, files: list[tuple[str, int]], room: int) -> None:
    """Into the newest zip, and further ones where that is full."""
    part = parts[-1]
    whole = text + sum(size + OVERHEAD for sha256, size in files if sha256 not in part.files)
    if part.notes and part.size + whole > room:
        parts.append(part := Part())
    part.notes[note_id] = set()
    part.size += text
    for sha256, size in files:
        cost = 0 if sha256 in part.files else size + OVERHEAD
        if part.files and part.size + cost > room:
            parts.append(part := Part({note_id: set()}, size=text))
            cost = size + OVERHEAD
        part.notes[note_id].add(sha256)
        part.files.add(sha256)
        part.size += cost


def _folders(note: Outline) -> Iterator[str]:
    if note.is_trashed:
        yield TRASH
    for folder in filter(None, note.notebook.split("/")):
        name = safe_name(folder, "")
        if name:
            yield name if name.casefold() != FILES else f"{name}-"


class Packer:
    """Writes one zip; a context manager's worth of state, all of it to be used in one thread at a time."""

    def __init__(self, path: Path, outline: Plan, number: int, opened: Callable[[str, str], BinaryIO | None]) -> None:
        """``opened`` gives a file's content by hash and suffix, None when it is missing on the disk."""
        self._plan = outline
        self._part = outline.parts[number]
        self._opened = opened
        self._written: set[str] = set()
        self._zip = zipfile.ZipFile(path, "x", zipfile.ZIP_DEFLATED, compresslevel=6)
        head = {"format": NOTEBOOK_FORMAT, "version": VERSION, "part": number + 1, "parts": len(outline.parts)}
        self._write(f"{OURS}/format.json", json.dumps(head).encode(), 0.0)
        if outline.beside:
            self._write(f"{OURS}/{BESIDE}", outline.beside, 0.0)
        for told, text in outline.readable.items() if number == 0 else ():
            self._write(told, text, 0.0)

    def close(self) -> None:
        self._zip.close()

    def add(self, note_id: int, parcel: Parcel) -> None:
        held = self._part.notes[note_id]
        files, places = [], list[str | None]()
        for file in parcel.files:
            place = self._plan.places.get(file.sha256) if file.sha256 in held else None
            if (
                place is not None
                and place not in self._written
                and not self._copy(place, file.sha256, file.suffix, file.kind)
            ):
                self._plan.losses.add(f"{file.name} is missing on this machine")
                place = None
            files.append(file)
            places.append(place)
        page = to_page(
            replace(parcel, files=tuple(files)), self._plan.pages[note_id], self._plan.stems, places
        ).encode()
        lines = page.replace(b"\r\n", b"\n")  # as it is read again
        values = to_values(parcel, hashlib.sha256(lines).hexdigest(), places)
        self._write(self._plan.pages[note_id], page, parcel.updated_utc)
        self._write(f"{OURS}/{parcel.uid}.json", to_json(values), parcel.updated_utc)

    def _copy(self, place: str, sha256: str, suffix: str, kind: str) -> bool:
        content = self._opened(sha256, suffix)
        if content is None:
            return False
        info = zipfile.ZipInfo(place)
        info.compress_type = zipfile.ZIP_STORED if kind in STORED else zipfile.ZIP_DEFLATED
        info.external_attr = 0o644 << 16
        with content, self._zip.open(info, "w") as target:
            shutil.copyfileobj(content, target)
        self._written.add(place)
        return True

    def _write(self, path: str, content: bytes, updated_utc: float) -> None:
        moment = datetime.fromtimestamp(max(updated_utc, 315_619_200.0), UTC)  # 1980-01-02: zips know none before
        info = zipfile.ZipInfo(path, moment.timetuple()[:6])
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o644 << 16
        self._zip.writestr(info, content)
