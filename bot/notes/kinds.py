"""What a file is, by its content and not by its name. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

import filetype

from bot.notes.model import Kind

_SAFE_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")
_PLAIN = {".md": "text/markdown", ".csv": "text/csv", ".json": "application/json"}
_AUDIO_ALSO = {"audio/ogg", "application/ogg"}


@dataclass(frozen=True, slots=True)
class FileType:
    kind: Kind
    suffix: str
    media_type: str


def file_type(head: bytes, name: str) -> FileType:
    """The type of a file that begins with ``head`` (8 KiB are enough). The name only tells plain texts apart."""
    guess = filetype.guess(head)
    own = PurePosixPath(name).suffix.lower()
    suffix = own if _SAFE_SUFFIX.fullmatch(own) else ".bin"
    if guess is None:
        return FileType(Kind.FILE, suffix, _PLAIN.get(suffix, "text/plain") if _is_text(head) else _OTHER)
    family = guess.mime.partition("/")[0]
    if guess.mime in _AUDIO_ALSO:
        family = "audio"
    kind = Kind(family) if family in (Kind.IMAGE, Kind.AUDIO, Kind.VIDEO) else Kind.FILE
    if kind is Kind.FILE and guess.mime == "application/zip" and suffix != ".bin":
        return FileType(kind, suffix, guess.mime)  # office documents and books are zips with a name of their own
    return FileType(kind, f".{guess.extension}", guess.mime)


_OTHER = "application/octet-stream"


def _is_text(head: bytes) -> bool:
    if b"\0" in head:
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start >= len(head) - 3  # a character cut in two by the end of the head
    return True
