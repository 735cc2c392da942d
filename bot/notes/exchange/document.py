"""A note as JSON: everything that is known of it. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from bot.errors import BadRequest
from bot.notes.exchange.model import Enclosed, Parcel
from bot.notes.model import MAX_BODY, Kind, Preview, Version

FORMAT = "inkling-note"
NOTEBOOK_FORMAT = "inkling-notes"
VERSION = 1
_UID = re.compile(r"[0-9a-f]{32}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")
MAX_VERSIONS = 10_000


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


def whole(parcels: Sequence[Mapping[str, Any]]) -> bytes:
    """All notes in one document."""
    return to_json({"format": NOTEBOOK_FORMAT, "version": VERSION, "notes": list(parcels)})


def from_whole(text: str) -> list[Document]:
    """Raises BadRequest for what ``whole`` did not write. The files' contents are missing."""
    values = _loaded(text, "That JSON")
    if values.get("format") != NOTEBOOK_FORMAT or not isinstance(values.get("notes"), list):
        raise BadRequest("That JSON is not an export of my notes. Nothing was taken.")
    return [_document(one, "That JSON", lambda _: None) for one in values["notes"]]


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
            uid=_matching(_UID, values["id"]),
            title=_text(values["title"]),
            versions=_versions(values["versions"]),
            created_utc=_number(values["created"]),
            updated_utc=_number(values["updated"]),
            notebook=_text(values["notebook"]),
            mood=_text(values["mood"]),
            source=_text(values["source"]),
            pinned=values["pinned"] is True,
            archived=values["archived"] is True,
            trashed_utc=None if values["trashed"] is None else _number(values["trashed"]),
            files=files,
            previews=tuple(
                Preview(_text(p["url"]), _text(p["title"]), _text(p["description"])) for p in values["previews"]
            ),
        )
        return Document(parcel, _text(values["page"]), paths)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError):
        raise BadRequest(f"{name} cannot be read as a note of mine. Nothing was taken.") from None


def _versions(values: Sequence[Mapping[str, Any]]) -> tuple[Version, ...]:
    found = tuple(Version(_whole(v["number"]), _body(v["body"]), _text(v["why"]), _number(v["made"])) for v in values)
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
        name=_text(values["name"]),
        open=way,
        sha256=_matching(_SHA256, values["sha256"]),
        suffix=_matching(_SUFFIX, values["suffix"]),
        size=_whole(values["size"]),
        kind=Kind(values["kind"]),
        media_type=_text(values["media_type"]),
        duration_seconds=None if duration is None else _number(duration),
        added=_whole(values["added"]),
        removed=None if removed is None else _whole(removed),
        texts=tuple((None if start is None else _number(start), _text(text)) for start, text in values["texts"]),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(type(value).__name__)
    value.encode()  # a lone surrogate cannot be kept
    return value


def _optional_text(value: Any) -> str | None:
    return None if value is None else _text(value)


def _body(value: Any) -> str:
    if len(_text(value)) > MAX_BODY:
        raise ValueError("longer than a note may be")
    return str(value)


def _number(value: Any) -> float:
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not abs(value) < 1e12:
        raise TypeError("not a number")
    return float(value)


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**53:
        raise TypeError("not a whole number")
    return value


def _matching(pattern: re.Pattern[str], value: Any) -> str:
    if not pattern.fullmatch(_text(value)):
        raise ValueError("not the form it has")
    return str(value)
