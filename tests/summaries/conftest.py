"""Summaries on a real database, over the reader's own notebook."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.notes.model import Incoming
from bot.people.service import PeopleService
from bot.people.store import PeopleStore
from bot.summaries.model import Summary, Target
from bot.summaries.service import SummaryService
from bot.summaries.sources import Sources
from bot.summaries.writers import EndpointWriter, LocalWriter
from tests.reading.conftest import ALICE, Reader, opened

INK = "Ink\n\nInk is made of soot. Soot comes from burning oil. It keeps for a thousand years. I like the smell of it."


@dataclass
class Scribe:
    reader: Reader
    service: SummaryService

    async def note(self, text: str = INK, owner: int = ALICE) -> int:
        incoming = Incoming(self.reader.key(), self.reader.now, text)
        return (await self.reader.notes.add(owner, incoming)).note_id

    async def made(self, target: Target, owner: int = ALICE) -> Summary:
        asked = await self.service.ask(owner, target)
        return await self.service.ended(owner, asked.id, 20)


@contextlib.asynccontextmanager
async def scribe_at(
    folder: Path, local: LocalWriter | None = None, endpoint: EndpointWriter | None = None, *, start: bool = True
) -> AsyncIterator[Scribe]:
    async with opened(folder) as reader:
        people = PeopleService(reader.database, PeopleStore(reader.database), lambda: reader.now)
        sources = Sources(reader.notes, reader.service, people, lambda: reader.now)
        service = SummaryService(reader.database, sources, lambda: reader.now, local, endpoint)
        if start:
            await service.start()
        try:
            yield Scribe(reader, service)
        finally:
            await service.close()


@pytest.fixture
async def scribe(tmp_path: Path) -> AsyncIterator[Scribe]:
    async with scribe_at(tmp_path) as made:
        yield made
