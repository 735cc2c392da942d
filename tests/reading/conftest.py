"""A reader on a real database, with a clock that the test moves."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.db.database import Database
from bot.files import FileStore
from bot.notes.service import NotesService
from bot.people.service import PeopleService
from bot.people.store import PeopleStore
from bot.reading.model import Book, Step
from bot.reading.service import ReadingService

ALICE, BOB = 11, 22
CONTENTS = """Preface ix
Part I: Storage
1. Trees ........ 3
   1.1 B-trees 5
   1.2 Logs 20
2. Hashing ...... 41
Part II: Many machines
3. Replication .. 80"""


@dataclass
class Reader:
    service: ReadingService
    notes: NotesService
    database: Database
    now: float = 1_764_082_800.0  # 25 November 2025, 15:00 UTC
    keys: list[int] = field(default_factory=lambda: [5000])

    def key(self) -> int:
        self.keys[0] += 1
        return self.keys[0]

    async def begun(self, contents: str = CONTENTS, owner: int = ALICE) -> Book:
        """A book behind its preface."""
        book = await self.service.start(owner, "Databases", contents)
        return await self.service.preface(owner, book.id, "Engineers", "Storage, then many machines", "In order")

    async def to(self, book: Book, step: Step) -> Book:
        """The book with its present chapter at that step, notes included on the way."""
        while (chapter := book.chapter) is not None and chapter.step is not step:
            if chapter.step is Step.NOTES:
                book = await self.service.steps.write_notes(ALICE, book.id, chapter.id, "My words", self.key())
            else:
                book = await self.service.steps.advance(ALICE, book.id, chapter.id, chapter.step)
        return book


@contextlib.asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Reader]:
    async with await Database.open(folder / "inkling.db") as database:
        notes = NotesService(database, FileStore(folder / "files"), 100_000, lambda: made.now)
        people = PeopleService(database, PeopleStore(database), lambda: made.now)
        made = Reader(ReadingService(database, notes, people, lambda: made.now), notes, database)
        yield made


@pytest.fixture
async def reader(tmp_path: Path) -> AsyncIterator[Reader]:
    async with opened(tmp_path) as made:
        yield made
