"""The helper as a real process: asked, killed, asked again; and what it does for searching."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import psutil
import pytest

from bot.db.database import Database
from bot.errors import HelperError
from bot.files import FileStore
from bot.media.helper import MediaHelper
from bot.notes.query import parse
from bot.notes.service import NotesService
from tests.notes.conftest import ALICE, BOB, Notebook
from tests.notes.test_query import TODAY, start_of


@pytest.fixture
async def helper() -> AsyncIterator[MediaHelper]:
    helper = MediaHelper()
    yield helper
    await helper.close()


async def again(helper: MediaHelper, request: dict[str, object]) -> None:
    """Asks until a new life answers: the first tries come before the pause is over."""
    async with asyncio.timeout(60):
        while True:
            try:
                await helper.ask(request, timeout_seconds=60)
                return
            except HelperError:
                await asyncio.sleep(0.1)


async def test_it_answers_refuses_and_survives_its_own_death(helper: MediaHelper) -> None:
    answer = await helper.ask({"type": "embed", "texts": ["one", "two"]}, timeout_seconds=60)
    assert len(answer.blobs[0]) == 2 * 768
    with pytest.raises(HelperError, match="does not know"):
        await helper.ask({"type": "sing", "owner": 1}, timeout_seconds=60)
    nobody = await helper.ask({"type": "nearest", "owner": 1, "text": "x", "limit": 3}, timeout_seconds=60)
    assert nobody.header["unknown"] is True
    pid = helper.pid
    assert pid is not None and not any("torch" in m.path for m in psutil.Process(pid).memory_maps())
    waiting = asyncio.create_task(helper.ask({"type": "embed", "texts": ["word " * 300] * 64}, timeout_seconds=60))
    await asyncio.sleep(0.1)
    os.kill(pid, signal.SIGKILL)
    with pytest.raises(HelperError, match="ended"):
        await waiting
    await again(helper, {"type": "embed", "texts": ["one"]})
    assert helper.life == 2 and helper.pid != pid


async def test_notes_are_found_by_meaning_and_by_words_when_the_helper_is_dead(
    tmp_path: Path, helper: MediaHelper
) -> None:
    async with await Database.open(tmp_path / "inkling.db") as database:
        files = FileStore(tmp_path / "files")
        book = Notebook(NotesService(database, files, 10**6, lambda: book.now, helper), database, tmp_path / "files")
        assert book.service.alike is not None
        await book.write("The cat sleeps on the warm windowsill")
        await book.write("Shares fell sharply on Monday")
        await book.write("My kitten is called Ada", owner=BOB)
        while await book.service.alike.read_some():
            pass

        async def found(text: str) -> list[str]:
            hits = await book.service.search.find(ALICE, parse(text, TODAY, start_of), limit=5)
            return [hit.note.title for hit in hits.hits]

        assert (await found("kitten"))[0].startswith("The cat")
        made = await book.write("A dog in the garden")
        assert await book.service.alike.read_some() == 1
        assert (await found("puppy outside"))[0] == "A dog in the garden", "it is known at once, without a new start"
        assert not any("Ada" in title for title in await found("kitten"))
        await book.service.edit(ALICE, made.note_id, "Tax forms", seen_version=1, notebook=None, mood=None)
        assert await book.service.alike.read_some() == 1
        assert (await found("income declaration"))[0] == "Tax forms"
        assert helper.pid is not None
        os.kill(helper.pid, signal.SIGKILL)
        assert (await found("shares"))[0] == "Shares fell sharply on Monday"
        await again(helper, {"type": "embed", "texts": ["warm"]})
        assert (await found("kitten"))[0].startswith("The cat"), "the new life is handed the vectors again"
