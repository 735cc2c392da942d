"""An upload as notes, whatever program it comes from: told by its content, not by its name."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from bot.errors import BadRequest, OverLimit
from bot.notes.exchange.archive import MAX_TEXTS_BYTES, Archive
from bot.notes.exchange.document import from_whole
from bot.notes.exchange.enex import EnexReader
from bot.notes.exchange.model import Haul, Losses
from bot.notes.exchange.names import safe_name
from bot.notes.exchange.vault import Vault

HEAD = 4096
UNKNOWN = (
    "I can read a zip of Markdown files (mine, an Obsidian vault, or Joplin's “MD - Markdown + Front Matter”),"
    " Evernote's .enex, and my own JSON. That file is none of them."
)


@dataclass(frozen=True, slots=True)
class Upload:
    """``folder`` takes what has to be unpacked; ``room_bytes`` is what the files may have together."""

    path: Path
    name: str
    folder: Path
    room_bytes: int
    now_utc: float


@contextlib.contextmanager
def read(upload: Upload, progress: Callable[[int, int], None]) -> Iterator[Haul]:
    """The notes; their files can be read until the block ends. Raises BadRequest and OverLimit."""
    with upload.path.open("rb") as file:
        head = file.read(HEAD)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if head[:2] == b"PK":
        with Archive(upload.path, upload.room_bytes) as archive:
            yield Vault(archive, upload.now_utc).read(progress)
    elif start[:1] == b"<":
        notebook = safe_name(PurePosixPath(upload.name).stem, "")[:60].strip()
        yield EnexReader(upload.folder, upload.room_bytes, upload.now_utc, notebook).read(upload.path, progress)
    elif start[:1] == b"{":
        yield _json(upload.path)
    else:
        raise BadRequest(UNKNOWN)


def _json(path: Path) -> Haul:
    if path.stat().st_size > MAX_TEXTS_BYTES:
        raise OverLimit(f"That JSON is larger than {MAX_TEXTS_BYTES // 10**6} MB. Nothing was taken.")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadRequest(f"That JSON is not UTF-8 text (byte {error.start:,}). Nothing was taken.") from None
    losses = Losses()
    documents, beside = from_whole(text)
    parcels = [document.parcel for document in documents]
    for parcel in parcels:
        for file in parcel.files:
            losses.add(f"{file.name}: JSON only names files, the zip has them")
    return Haul(parcels, losses, beside)
