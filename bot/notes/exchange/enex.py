"""Evernote's export (.enex) as notes: read as a stream, no entity is expanded, nothing is fetched.

The format: https://xml.evernote.com/pub/evernote-export4.dtd. Its DOCTYPE names that address, which expat never opens.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import mimetypes
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO
from xml.parsers import expat

from bot.errors import BadRequest, OverLimit
from bot.notes.exchange.enml import to_markdown
from bot.notes.exchange.model import MAX_NOTES, Enclosed, Haul, Losses, Parcel
from bot.notes.exchange.names import Names, safe_name
from bot.notes.markup import fold, title_of, with_tags
from bot.notes.model import MAX_BODY, Version

MAX_MARKUP = 8 * MAX_BODY
MAX_FIELD = 100_000
MAX_DEPTH = 64
CHUNK = 1 << 18
_SPACE = re.compile(r"\s+")
_LOST = {
    "latitude": "The place where a note was written has no field here",
    "recognition": "",  # Evernote's own reading of pictures: they are read anew here
    "alternate-data": "",
}


@dataclass(slots=True)
class _Resource:
    path: Path
    file: BinaryIO
    digest: hashlib._Hash
    rest: str = ""
    size: int = 0
    name: str = ""
    media_type: str = ""
    hash: str = ""


@dataclass(slots=True)
class _Note:
    fields: dict[str, str] = field(default_factory=dict)
    tags: list[str] = field(default_factory=list)
    tasks: list[dict[str, str]] = field(default_factory=list)
    resources: list[_Resource] = field(default_factory=list)


class EnexReader:
    """``folder`` takes the files until they are stored; ``room_bytes`` is what they may have together."""

    def __init__(self, folder: Path, room_bytes: int, now_utc: float, notebook: str = "") -> None:
        self._folder = folder
        self._room = room_bytes
        self._now = now_utc
        self._notebook = notebook
        self._losses = Losses()
        self._parcels: list[Parcel] = []
        self._path: list[str] = []
        self._text: list[str] = []
        self._length = 0
        self._note: _Note | None = None
        self._resource: _Resource | None = None
        self._number = 0

    def read(self, path: Path, progress: Callable[[int, int], None]) -> Haul:
        """Every note of the file. ``progress`` is told how many bytes of how many are read.

        Raises BadRequest for what is no Evernote export, OverLimit for what is too large.
        """
        parser = expat.ParserCreate()
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        parser.EntityDeclHandler = _refuse_entity
        total, done = path.stat().st_size, 0
        try:
            with path.open("rb") as file:
                while chunk := file.read(CHUNK):
                    parser.Parse(chunk, False)
                    done += len(chunk)
                    progress(done, total)
                parser.Parse(b"", True)
        except (expat.ExpatError, UnicodeDecodeError, ValueError) as error:
            raise BadRequest(f"That Evernote export is damaged ({error}). Nothing was taken.") from None
        finally:
            for one in [*(self._note.resources if self._note else []), *([self._resource] if self._resource else [])]:
                one.file.close()
        if not self._parcels:
            raise BadRequest("There are no notes in that Evernote export.")
        return Haul(self._parcels, self._losses)

    # ---- what expat says

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._path and name != "en-export":
            raise BadRequest("That file is not an Evernote export.")
        self._path.append(name)
        if len(self._path) > MAX_DEPTH:
            raise BadRequest("That Evernote export is nested too deeply. Nothing was taken.")
        self._text, self._length = [], 0
        if name == "note":
            self._note = _Note()
        elif name == "resource" and self._note is not None:
            self._number += 1
            path = self._folder / f"{self._number}.part"
            self._resource = _Resource(path, path.open("wb"), hashlib.md5(usedforsecurity=False))
        elif name == "task" and self._note is not None:
            self._note.tasks.append({})

    def _data(self, text: str) -> None:
        if self._path[-1:] == ["data"] and self._resource is not None:
            self._decode(text)
            return
        self._length += len(text)
        if self._length > (MAX_MARKUP if self._path[-1] == "content" else MAX_FIELD):
            title = self._note.fields.get("title", "A note") if self._note else "A note"
            raise OverLimit(
                f"“{title[:80]}” is too long: a note has {MAX_BODY:,} characters at most. Nothing was taken."
            )
        self._text.append(text)

    def _end(self, name: str) -> None:
        self._path.pop()
        text, self._text, self._length = "".join(self._text), [], 0
        above = self._path[-1] if self._path else ""
        note, resource = self._note, self._resource
        if note is None:
            return
        if name == "resource" and resource is not None:
            self._finish_resource(note, resource)
        elif resource is not None:
            if name == "mime":
                resource.media_type = text.strip()
            elif name == "file-name":
                resource.name = text.strip()
        elif name == "tag":
            note.tags.append(_SPACE.sub("-", text.strip().strip("#")))
        elif above == "task":
            note.tasks[-1][name] = text.strip()
        elif above in ("note", "note-attributes") and name not in ("note-attributes", "task"):
            note.fields[name] = text if name == "content" else " ".join(text.split())
        if name == "note":
            self._finish_note(note)
            self._note = None

    def _decode(self, text: str) -> None:
        resource = self._resource
        if resource is None:
            return
        packed = resource.rest + _SPACE.sub("", text)
        whole = len(packed) - len(packed) % 4
        resource.rest = packed[whole:]
        try:
            content = base64.b64decode(packed[:whole], validate=True)
        except binascii.Error:
            raise BadRequest("A file in that Evernote export is damaged. Nothing was taken.") from None
        self._room -= len(content)
        if self._room < 0:
            raise OverLimit("The files in that Evernote export are more than there is room for. Nothing was taken.")
        resource.size += len(content)
        resource.digest.update(content)
        resource.file.write(content)

    # ---- a note is whole

    def _finish_resource(self, note: _Note, resource: _Resource) -> None:
        resource.file.close()
        if resource.rest:
            raise BadRequest("A file in that Evernote export is damaged. Nothing was taken.")
        resource.hash = resource.digest.hexdigest()
        note.resources.append(resource)
        self._resource = None

    def _finish_note(self, note: _Note) -> None:
        if len(self._parcels) >= MAX_NOTES:
            raise OverLimit(f"That export holds more than {MAX_NOTES:,} notes, the most at once. Nothing was taken.")
        taken, names = Names(), {}
        for one in note.resources:
            stem, suffix = posixpath.splitext(one.name or f"file{mimetypes.guess_extension(one.media_type) or '.bin'}")
            if one.hash not in names:
                names[one.hash] = taken.take(safe_name(stem, "file"), suffix[:9])
        pictures = {one.hash for one in note.resources if one.media_type.startswith("image/")}

        def media(key: str) -> tuple[str, bool] | None:
            return (names[key], key in pictures) if key in names else None

        title = note.fields.get("title", "")
        text = to_markdown(note.fields.get("content", ""), media, self._losses.add)
        for task in note.tasks:
            text = f"{text}\n{_task(task)}".lstrip("\n")
        if title and fold(title_of(text)) != fold(title):
            text = f"# {title}\n\n{text}".rstrip()
        text = with_tags(text, " ".join(note.tags))
        if len(text) > MAX_BODY:
            raise OverLimit(
                f"“{title[:80]}” is too long: a note has {MAX_BODY:,} characters at most. Nothing was taken."
            )
        for name, words in _LOST.items():
            if name in note.fields and words:
                self._losses.add(words)
        if "reminder-time" in note.fields and "reminder-done-time" not in note.fields:
            day = _moment(note.fields["reminder-time"])
            text += f"\n\n- [ ] {title or 'Reminder'} due {datetime.fromtimestamp(day, UTC).date()}" if day else ""
        created = _moment(note.fields.get("created", "")) or self._now
        content = f"{title}\0{created}\0{note.fields.get('content', '')}"
        self._parcels.append(
            Parcel(
                uid=hashlib.sha256(f"evernote\0{content}".encode()).hexdigest()[:32],
                title=title,
                versions=(Version(1, text, "imported", created),),
                created_utc=created,
                updated_utc=_moment(note.fields.get("updated", "")) or created,
                notebook=self._notebook,
                source=note.fields.get("source-url", "")[:500],
                files=tuple(self._enclosed(note, names)),
            )
        )

    def _enclosed(self, note: _Note, names: dict[str, str]) -> Iterator[Enclosed]:
        seen: set[str] = set()
        for one in note.resources:
            if one.hash not in seen:
                seen.add(one.hash)
                yield Enclosed(names[one.hash], lambda path=one.path: path.open("rb"), size=one.size)  # type: ignore[misc]


def _task(values: dict[str, str]) -> str:
    due = _moment(values.get("dueDate", ""))
    day = f" due {datetime.fromtimestamp(due, UTC).date()}" if due else ""
    done = values.get("taskStatus", "open") == "completed"
    return f"- [{'x' if done else ' '}] {values.get('title', '').strip() or 'Task'}{day}"


def _moment(text: str) -> float | None:
    try:
        return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).timestamp()
    except ValueError:
        return None


def _refuse_entity(*_: object) -> None:
    raise BadRequest("That file defines entities, which no Evernote export does. Nothing was taken.")
