"""Summaries on a real database, over the reader's own notebook."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import web

from bot.notes.model import Incoming
from bot.people.service import PeopleService
from bot.people.store import PeopleStore
from bot.summaries.model import About, Summary, Target
from bot.summaries.service import SummaryService
from bot.summaries.sources import Sources
from bot.summaries.writers import Endpoint, EndpointWriter, LocalWriter
from tests.reading.conftest import ALICE, Reader, opened

INK = "Ink\n\nInk is made of soot. Soot comes from burning oil. It keeps for a thousand years. I like the smell of it."


def of_note(note_id: int) -> Target:
    return Target(About.NOTE, str(note_id))


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


@dataclass
class Elsewhere:
    """A service that speaks OpenAI's protocol, on this machine."""

    url: str = ""
    asked: list[dict[str, object]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    says: str = "Ink is soot. It keeps long."
    going: asyncio.Event = field(default_factory=asyncio.Event)

    async def answer(self, request: web.Request) -> web.Response:
        await self.going.wait()
        self.asked.append(await request.json())
        self.keys.append(request.headers.get("Authorization", ""))
        status = self.statuses.pop(0) if self.statuses else 200
        if status == 302:
            return web.Response(status=302, headers={"Location": "http://127.0.0.1:1/elsewhere"})
        body = {"choices": [{"message": {"role": "assistant", "content": self.says}}]}
        return web.Response(status=status, text=json.dumps(body), content_type="application/json")


@pytest.fixture
async def elsewhere() -> AsyncIterator[Elsewhere]:
    service = Elsewhere()
    service.going.set()
    app = web.Application()
    app.router.add_post("/v1/chat/completions", service.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    service.url = f"http://127.0.0.1:{port}/v1"
    yield service
    await runner.cleanup()


def endpoint(elsewhere: Elsewhere, model: str = "small") -> EndpointWriter:
    return EndpointWriter(Endpoint(elsewhere.url, model, "secret-key"))
