"""Files named by what is in them: ``files/ab/cdef….png``, by SHA-256.

The same bytes are kept once, so whoever deletes must know that no other row points there. A file is either whole or
absent: it is written under another name, fsynced, renamed, and the folder fsynced.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import re
import secrets
from collections.abc import AsyncIterator, Callable, Set
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from bot.errors import FileTooLarge

_SHA256 = re.compile(r"[0-9a-f]{64}")
_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")
_UNFINISHED = ".part"
_HEAD = 8192


@dataclass(frozen=True, slots=True)
class StoredFile:
    """``suffix`` begins with a dot; ``size`` is in bytes."""

    sha256: str
    suffix: str
    size: int
    path: Path


class FileStore:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._durable: set[Path] = set()

    @property
    def workshop(self) -> Path:
        """A folder beside the files for what is not one of them yet; its user makes, empties and sweeps it."""
        return self._folder / "workshop"

    def path(self, sha256: str, suffix: str) -> Path:
        """Where that file is or would be. Raises ValueError for anything but a hash and a plain suffix."""
        if not _SHA256.fullmatch(sha256) or not _SUFFIX.fullmatch(suffix):
            raise ValueError(f"not the name of a stored file: {sha256!r}, {suffix!r}")
        return self._folder / sha256[:2] / (sha256[2:] + suffix)

    async def put(self, content: bytes, suffix: str) -> StoredFile:
        """Keep ``content``; it is durable when this returns. Raises OSError, for example when the disk is full."""
        return await asyncio.to_thread(self._put, content, suffix)

    async def receive(
        self, chunks: AsyncIterator[bytes], suffix_of: Callable[[bytes], str], limit_bytes: int
    ) -> StoredFile:
        """Keep what arrives in pieces without holding it in memory; durable when this returns.

        ``suffix_of`` is given the first 8 KiB. Raises FileTooLarge past the limit, OSError when the disk is full, and
        whatever ``chunks`` raises; nothing is left behind then.
        """
        unfinished = self._folder / "00" / f"{secrets.token_hex(8)}{_UNFINISHED}"
        await asyncio.to_thread(self._make_folder, unfinished.parent)
        file = await _opened(unfinished)
        try:
            digest, size, head = hashlib.sha256(), 0, b""
            async for chunk in chunks:
                size += len(chunk)
                if size > limit_bytes:
                    raise FileTooLarge(limit_bytes)
                head += chunk[: max(0, _HEAD - len(head))]
                await asyncio.to_thread(_write, file, digest, chunk)
            await asyncio.to_thread(_fsync_and_close, file)
            return await asyncio.to_thread(self._name, unfinished, digest.hexdigest(), suffix_of(head), size)
        finally:
            file.close()
            unfinished.unlink(missing_ok=True)

    async def read(self, sha256: str, suffix: str) -> bytes:
        """Raises FileNotFoundError when it is not kept."""
        return await asyncio.to_thread(self.path(sha256, suffix).read_bytes)

    async def delete(self, sha256: str, suffix: str) -> None:
        """Remove it; no error when it is gone already."""
        await asyncio.to_thread(self.path(sha256, suffix).unlink, missing_ok=True)

    async def sweep(self, used: Set[str] | None = None) -> int:
        """Remove what a crash left half written; only while nobody writes. Returns how many files.

        With ``used``, the hashes that rows point to, also remove whole files that no row knows.
        """
        return await asyncio.to_thread(self._sweep, used)

    def _put(self, content: bytes, suffix: str) -> StoredFile:
        sha256 = hashlib.sha256(content).hexdigest()
        path = self.path(sha256, suffix)
        self._make_folder(path.parent)
        if not path.is_file() or path.stat().st_size != len(content):
            unfinished = path.with_name(f"{secrets.token_hex(8)}{_UNFINISHED}")
            try:
                with unfinished.open("xb") as file:
                    file.write(content)
                    file.flush()
                    os.fsync(file.fileno())
                unfinished.replace(path)
            except BaseException:
                unfinished.unlink(missing_ok=True)
                raise
        _fsync_folder(path.parent)  # also for a file that was there: its writer may not have come so far
        return StoredFile(sha256, suffix, len(content), path)

    def _name(self, unfinished: Path, sha256: str, suffix: str, size: int) -> StoredFile:
        """Give a written and fsynced file the name of its content."""
        path = self.path(sha256, suffix)
        self._make_folder(path.parent)
        unfinished.replace(path)
        _fsync_folder(path.parent)
        return StoredFile(sha256, suffix, size, path)

    def _make_folder(self, folder: Path) -> None:
        # That it exists does not mean that its maker came as far as the fsync: once a process, for each.
        if folder in self._durable and folder.is_dir():
            return
        above = [parent.parent for parent in folder.parents if not parent.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        for parent in dict.fromkeys((self._folder, self._folder.parent, *above)):
            _fsync_folder(parent)
        self._durable.add(folder)

    def _sweep(self, used: Set[str] | None) -> int:
        swept = list(self._folder.glob(f"??/*{_UNFINISHED}"))
        if used is not None:
            whole = [path for path in self._folder.glob("??/*") if path.suffix != _UNFINISHED]
            swept += [path for path in whole if path.parent.name + path.stem not in used]
        for path in swept:
            path.unlink(missing_ok=True)
        return len(swept)


async def _opened(path: Path) -> BinaryIO:
    """A new file; none is left, open or not, when this is cancelled."""
    opening = asyncio.ensure_future(asyncio.to_thread(path.open, "xb"))
    try:
        return await asyncio.shield(opening)
    except asyncio.CancelledError:
        (await opening).close()
        await asyncio.to_thread(path.unlink, missing_ok=True)
        raise


def _write(file: BinaryIO, digest: hashlib._Hash, chunk: bytes) -> None:
    digest.update(chunk)
    file.write(chunk)


def _fsync_and_close(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())
    file.close()


def _fsync_folder(folder: Path) -> None:
    """Make a folder's entries durable. Windows cannot and need not."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
