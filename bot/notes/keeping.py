"""A note's files on their way to the disk: measured, typed by content, within the person's quota."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence

from bot.errors import FileGone, FileTooLarge
from bot.files import FileStore
from bot.notes.kinds import FileType, file_type
from bot.notes.model import Arriving, NoteFile
from bot.notes.scope import Scope
from bot.notes.store import NotesStore

MAX_NAME = 200


class Keeping:
    """Also knows when files may be removed: never while some arrive, for the same bytes are one file."""

    def __init__(self, store: NotesStore, files: FileStore, quota_bytes: int) -> None:
        self._store = store
        self._files = files
        self.quota_bytes = quota_bytes
        self._gate = asyncio.Lock()
        self._arriving = 0

    @contextlib.asynccontextmanager
    async def arriving(self) -> AsyncIterator[None]:
        """While files arrive and until their rows are committed, none is removed."""
        async with self._gate:
            self._arriving += 1
        try:
            yield
        finally:
            self._arriving -= 1

    async def receive(self, scope: Scope, arriving: Sequence[Arriving]) -> tuple[list[NoteFile], list[str]]:
        """The files, durably kept, and a sentence for each that could not be.

        Raises what a broken connection raises: the message is then taken up again later. To be called within
        ``arriving``.
        """
        kept: list[NoteFile] = []
        missed: list[str] = []
        room = self.quota_bytes - await self._store.bytes_used(scope) if arriving else 0
        for file in arriving:
            name = clean_name(file.name)
            if file.size > room:
                missed.append(f"{name} was not kept: {self._full(room)}")
                continue
            found: list[FileType] = []

            def suffix(head: bytes, name: str = name, found: list[FileType] = found) -> str:
                found.append(file_type(head, name))
                return found[0].suffix

            try:
                stored = await self._files.receive(file.open(), suffix, room)
            except FileTooLarge:
                missed.append(f"{name} was not kept: {self._full(room)}")
                continue
            except FileGone:
                missed.append(f"{name} could not be fetched: Discord no longer has it.")
                continue
            room -= stored.size
            kind = found[0]
            kept.append(
                NoteFile(
                    id=0,
                    sha256=stored.sha256,
                    suffix=stored.suffix,
                    name=name,
                    size=stored.size,
                    kind=kind.kind,
                    media_type=kind.media_type,
                    duration_seconds=file.duration_seconds,
                )
            )
        return kept, missed

    async def remove_unused(self, hashes: set[str], used: set[str], names: dict[str, str]) -> int:
        """Remove the files of ``hashes`` that are in no row, unless some are just arriving; how many went.

        ``names`` gives the suffix of each hash. What stays behind is swept at the next start.
        """
        async with self._gate:
            if self._arriving:
                return 0
            gone = hashes - used
            for sha256 in gone:
                await self._files.delete(sha256, names[sha256])
            return len(gone)

    def _full(self, room: int) -> str:
        left = f"{max(room, 0) / 1e6:,.1f} MB are left."
        return f"your notes hold {self.quota_bytes / 1e6:,.0f} MB of files at most, and {left}"


def clean_name(name: str) -> str:
    """A file's name without folders and without what cannot be shown."""
    plain = "".join(letter for letter in name.replace("\\", "/").rpartition("/")[2] if letter.isprintable()).strip(". ")
    return plain[-MAX_NAME:] or "file"
