"""A notebook on a real database and real files, with a clock that the test moves."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.db.database import Database
from bot.files import FileStore
from bot.notes.model import Arriving, Captured, Incoming, Note
from bot.notes.service import NotesService

ALICE, BOB = 11, 22


@dataclass
class Notebook:
    service: NotesService
    database: Database
    folder: Path
    now: float = 1_700_000_000.0
    ids: list[int] = field(default_factory=lambda: [1000])

    async def write(self, text: str = "", *, owner: int = ALICE, **more: Any) -> Captured:
        """A message long after the one before it, unless ``channel_id`` and times say otherwise."""
        self.now += 3600
        self.ids[0] += 1
        return await self.service.capture.capture(
            owner, Incoming(**{"message_id": self.ids[0], "sent_utc": self.now, "text": text, **more})
        )

    async def note(self, note_id: int, owner: int = ALICE) -> Note:
        return await self.service.find(owner, note_id)

    def on_disk(self) -> set[str]:
        return {path.parent.name + path.stem for path in self.folder.rglob("*") if path.is_file()}


def file(content: bytes, name: str = "a.bin", size: int | None = None) -> Arriving:
    async def chunks() -> AsyncIterator[bytes]:
        for start in range(0, len(content), 1000):
            yield content[start : start + 1000]

    return Arriving(name, len(content) if size is None else size, chunks)


Open = Callable[..., Notebook]


@pytest.fixture
async def notebook(tmp_path: Path) -> AsyncIterator[Notebook]:
    async with await Database.open(tmp_path / "inkling.db") as database:
        files = tmp_path / "files" / "notes"
        book = Notebook(NotesService(database, FileStore(files), 100_000, lambda: book.now), database, files)
        yield book
