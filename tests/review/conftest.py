"""Reviews on a real database, over the reader's own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.notes.model import Incoming
from bot.people.service import PeopleService
from bot.people.store import PeopleStore
from bot.review.service import ReviewService
from bot.review.sources import sources
from tests.reading.conftest import ALICE, Reader, opened


@dataclass
class Reviewer:
    reader: Reader
    service: ReviewService

    async def note(self, text: str, owner: int = ALICE) -> int:
        incoming = Incoming(self.reader.key(), self.reader.now, text)
        return (await self.reader.notes.add(owner, incoming)).note_id

    async def terms(self, count: int) -> int:
        """A book with that many terms; its id."""
        book = await self.reader.begun()
        for number in range(count):
            await self.reader.service.shelf.keep_term(ALICE, book.id, f"term {number}", f"meaning {number}")
        return book.id


@pytest.fixture
async def reviewer(tmp_path: Path) -> AsyncIterator[Reviewer]:
    async with opened(tmp_path) as reader:
        people = PeopleService(reader.database, PeopleStore(reader.database), lambda: reader.now)
        service = ReviewService(reader.database, people, sources(reader.notes, reader.service), lambda: reader.now)
        yield Reviewer(reader, service)
