"""Reading a zip that somebody sent: nothing of it is ever written to a path that it names, and all of it is bounded."""

from __future__ import annotations

import contextlib
import lzma
import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import BinaryIO, Self, cast

from bot.errors import BadRequest, OverLimit
from bot.notes.model import MAX_BODY

MAX_ENTRIES = 100_000
MAX_TEXT_BYTES = 4 * MAX_BODY + 100_000
"""Of one note; a character takes at most four."""
MAX_TEXTS_BYTES = 64 * 10**6
"""Of all notes together: they are held in memory."""
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    struct.error,
    NotImplementedError,
    ValueError,
)
_DRIVE = re.compile(r"[A-Za-z]:")
_RUBBISH = re.compile(r"(^|/)(__MACOSX/.*|\.DS_Store|Thumbs\.db|desktop\.ini)$")


class Archive:
    """The files of a zip by their paths. A context manager."""

    def __init__(self, path: Path, room_bytes: int) -> None:
        """``room_bytes`` is what its files may have together, apart from MAX_TEXTS_BYTES of notes.

        Raises BadRequest for what is no zip or must not be opened, OverLimit for what is too large.
        """
        try:
            self._zip = zipfile.ZipFile(path)
        except _DAMAGED:
            raise BadRequest("That file is not a zip, or it is damaged.") from None
        try:
            self.entries = dict(_checked(self._zip.infolist()))
            total = sum(info.file_size for info in self.entries.values())
            if total > room_bytes + MAX_TEXTS_BYTES:
                room = f"{max(0, room_bytes) / 1e6:,.0f} MB"
                raise OverLimit(f"That zip holds {total / 1e6:,.0f} MB when unpacked; there is room for {room}.")
        except BaseException:
            self._zip.close()
            raise
        self._texts = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def text(self, name: str, limit_bytes: int = MAX_TEXT_BYTES) -> str:
        """A text file. Raises BadRequest when it is damaged or no UTF-8, OverLimit when it is too long for a note."""
        size = self.entries[name].file_size
        self._texts += size
        if size > limit_bytes:
            raise OverLimit(
                f"{name} has {size:,} bytes; a note has {MAX_BODY:,} characters at most. Nothing was taken."
            )
        if self._texts > MAX_TEXTS_BYTES:
            raise OverLimit(
                f"That is more than {MAX_TEXTS_BYTES // 10**6} MB of text at once. Bring it in several parts."
            )
        with self.open(name) as file:
            content = file.read()
        try:
            return content.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            raise BadRequest(f"{name} is not UTF-8 text (byte {error.start:,}). Nothing was taken.") from None

    def open(self, name: str) -> BinaryIO:
        """To be read while the archive is open. Reading raises BadRequest when it is damaged."""
        with _damage(name):
            return cast(BinaryIO, _Guarded(self._zip.open(self.entries[name]), name))

    def modified_utc(self, name: str) -> float | None:
        """As the zip says, which knows no zone; None when it is no date."""
        try:
            return datetime(*self.entries[name].date_time, tzinfo=UTC).timestamp()
        except (ValueError, OverflowError):
            return None


class _Guarded:
    """A file of the zip whose damage is told in words."""

    def __init__(self, file: object, name: str) -> None:
        self._file = cast(BinaryIO, file)
        self._name = name

    def read(self, size: int = -1) -> bytes:
        with _damage(self._name):
            return self._file.read(size)

    def close(self) -> None:
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@contextlib.contextmanager
def _damage(name: str) -> Iterator[None]:
    try:
        yield
    except _DAMAGED:
        raise BadRequest(f"{name} in that zip is damaged. Nothing was taken.") from None


def _checked(infos: list[zipfile.ZipInfo]) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    if len(infos) > MAX_ENTRIES:
        raise OverLimit(f"That zip holds {len(infos):,} files; {MAX_ENTRIES:,} are the most.")
    seen: set[str] = set()
    for info in infos:
        name = unicodedata.normalize("NFC", info.filename.replace("\\", "/"))
        shown = name[:80]
        if name.startswith("/") or _DRIVE.match(name) or ".." in PurePosixPath(name).parts:
            raise BadRequest(f"That zip has a path that leads out of it: {shown}. Nothing was taken.")
        kind = stat.S_IFMT(info.external_attr >> 16)
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise BadRequest(f"That zip has a link or a device in it: {shown}. Nothing was taken.")
        if info.flag_bits & 0x1:
            raise BadRequest("That zip is locked with a password. Nothing was taken.")
        if info.is_dir() or _RUBBISH.search(name):
            continue
        name = str(PurePosixPath(name))
        if name in seen:
            raise BadRequest(f"That zip has two files of one name: {shown}. Nothing was taken.")
        seen.add(name)
        yield name, info
