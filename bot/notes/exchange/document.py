"""A note as JSON: everything that is known of it. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from bot.errors import BadRequest
from bot.notes.exchange import values as check
from bot.notes.exchange.model import Enclosed, Parcel
from bot.notes.model import MAX_BODY, MAX_NOTEBOOK, Kind, Preview, Version

FORMAT = "inkling-note"
NOTEBOOK_FORMAT = "inkling-notes"
BESIDE_FORMAT = "inkling-beside"
VERSION = 1
_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")
MAX_VERSIONS = 10_000
MAX_SOURCE = 2000


@dataclass(frozen=True, slots=True)
class Document:
    """``page`` is the SHA-256 of the note's Markdown page beside it, ``paths`` where each file is in the zip."""

    parcel: Parcel
    page: str
    paths: tuple[str | None, ...]


def to_values(parcel: Parcel, page: str = "", paths: Sequence[str | None] = ()) -> dict[str, Any]:
    where = [*paths, *[None] * len(parcel.files)]
    return {
        "format": FORMAT,
        "version": VERSION,
        "id": parcel.uid,
        "title": parcel.title,
        "notebook": parcel.notebook,
        "mood": parcel.mood,
        "source": parcel.source,
        "created": parcel.created_utc,
        "updated": parcel.updated_utc,
        "pinned": parcel.pinned,
        "archived": parcel.archived,
        "trashed": parcel.trashed_utc,
        "versions": [{"number": v.number, "body": v.body, "why": v.why, "made": v.made_utc} for v in parcel.versions],
        "files": [_file_values(file, where[number]) for number, file in enumerate(parcel.files)],
        "previews": [{"url": p.url, "title": p.title, "description": p.description} for p in parcel.previews],
        "page": page,
    }


def to_json(values: Mapping[str, Any]) -> bytes:
    return json.dumps(values, ensure_ascii=False, indent=1, allow_nan=False).encode()


def whole(parcels: Sequence[Mapping[str, Any]], beside: Mapping[str, Any] | None = None) -> bytes:
    """All notes in one document, and what hangs on them."""
    return to_json({"format": NOTEBOOK_FORMAT, "version": VERSION, "notes": list(parcels), "beside": beside or {}})


def from_whole(text: str) -> tuple[list[Document], dict[str, Any]]:
    """The notes, and what hangs on them as it was written. The files' contents are missing.

    Raises BadRequest for what ``whole`` did not write.
    """
    values = _loaded(text, "That JSON")
    if values.get("format") != NOTEBOOK_FORMAT or not isinstance(values.get("notes"), list):
        raise BadRequest("That JSON is not an export of my notes. Nothing was taken.")
    beside = values.get("beside")
    notes = [_document(one, "That JSON", lambda _: None) for one in values["notes"]]
    return notes, beside if isinstance(beside, dict) else {}


def beside_json(beside: Mapping[str, Any]) -> bytes:
    """What hangs on the notes, as it lies in a zip."""
    return to_json({"format": BESIDE_FORMAT, "version": VERSION, **beside})


def from_beside(text: str, name: str) -> dict[str, Any]:
    """Raises BadRequest for what ``beside_json`` did not write."""
    values = _loaded(text, name)
    if values.get("format") != BESIDE_FORMAT:
        raise BadRequest(f"{name} is not a part of my exports. Nothing was taken.")
    return values


def from_json(text: str, name: str, opened: Callable[[str], Callable[[], BinaryIO] | None]) -> Document:
    """``opened`` gives the way to a file of the zip by its path.

    Raises BadRequest for what ``to_values`` and ``to_json`` did not write.
    """
    return _document(_loaded(text, name), name, opened)


def _loaded(text: str, name: str) -> dict[str, Any]:
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        raise BadRequest(f"{name} is not JSON. Nothing was taken.") from None
    if not isinstance(values, dict):
        raise BadRequest(f"{name} is not a note of mine. Nothing was taken.")
    if isinstance(values.get("version"), int) and values["version"] > VERSION:
        raise BadRequest(f"{name} was written by a newer Inkling. Update this one first. Nothing was taken.")
    return values


def _document(values: Any, name: str, opened: Callable[[str], Callable[[], BinaryIO] | None]) -> Document:
    try:
        if values["format"] != FORMAT:
            raise ValueError(values["format"])
        paths = tuple(_optional_text(one.get("path")) for one in values["files"])
        files = tuple(
            _file(one, opened(path) if path else None) for one, path in zip(values["files"], paths, strict=True)
        )
        parcel = Parcel(
            uid=check.matching(check.UID, values["id"]),
            title=check.text(values["title"]),
            versions=_versions(values["versions"]),
            created_utc=check.moment(values["created"]),
            updated_utc=check.moment(values["updated"]),
            notebook=check.words(MAX_NOTEBOOK)(values["notebook"]),
            mood=check.words(MAX_NOTEBOOK)(values["mood"]),
            source=check.words(MAX_SOURCE)(values["source"]),
            pinned=values["pinned"] is True,
            archived=values["archived"] is True,
            trashed_utc=None if values["trashed"] is None else check.moment(values["trashed"]),
            files=files,
            previews=tuple(
                Preview(check.text(p["url"]), check.text(p["title"]), check.text(p["description"]))
                for p in values["previews"]
            ),
        )
        return Document(parcel, check.text(values["page"]), paths)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError):
        raise BadRequest(f"{name} cannot be read as a note of mine. Nothing was taken.") from None


def _versions(values: Sequence[Mapping[str, Any]]) -> tuple[Version, ...]:
    found = tuple(
        Version(check.whole(v["number"]), _body(v["body"]), check.text(v["why"]), check.moment(v["made"]))
        for v in values
    )
    numbers = [version.number for version in found]
    if not found or len(found) > MAX_VERSIONS or numbers != list(range(1, len(found) + 1)):
        raise ValueError("versions are numbered 1, 2, 3, …")
    return found


def _file_values(file: Enclosed, path: str | None) -> dict[str, Any]:
    return {
        "name": file.name,
        "path": path,
        "sha256": file.sha256,
        "suffix": file.suffix,
        "size": file.size,
        "kind": file.kind,
        "media_type": file.media_type,
        "duration": file.duration_seconds,
        "added": file.added,
        "removed": file.removed,
        "texts": [[start, text] for start, text in file.texts],
    }


def _file(values: Mapping[str, Any], way: Callable[[], BinaryIO] | None) -> Enclosed:
    duration, removed = values["duration"], values["removed"]
    return Enclosed(
        name=check.text(values["name"]),
        open=way,
        sha256=check.matching(check.SHA256, values["sha256"]),
        suffix=check.matching(_SUFFIX, values["suffix"]),
        size=check.whole(values["size"]),
        kind=Kind(values["kind"]),
        media_type=check.text(values["media_type"]),
        duration_seconds=None if duration is None else check.number(duration),
        added=check.whole(values["added"]),
        removed=None if removed is None else check.whole(removed),
        texts=tuple(
            (None if start is None else check.number(start), check.text(text)) for start, text in values["texts"]
        ),
    )


def _optional_text(value: Any) -> str | None:
    return None if value is None else check.text(value)


def _body(value: Any) -> str:
    if len(check.text(value)) > MAX_BODY:
        raise ValueError("longer than a note may be")
    return str(value)
