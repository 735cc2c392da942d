"""Keeps a vector for every note, and asks the media helper which are alike. Without the helper, words do alone."""

from __future__ import annotations

import asyncio
import contextlib
import logging

from bot.db.database import Database
from bot.errors import HelperError, StorageError
from bot.media.helper import MediaHelper
from bot.notes.scope import Scope
from bot.notes.vector_store import Unread, VectorStore

log = logging.getLogger(__name__)

WAIT_SECONDS = 2.0
"""Longer than this nobody waits for meaning: the words' answer is shown alone."""
EMBED_SECONDS = 120.0
BATCH = 8
LOAD_ROWS = 10_000
VECTOR_BYTES = 768
LOOK_SECONDS = 60.0
SETTLE_SECONDS = 0.5


class AlikeNotes:
    def __init__(self, database: Database, vectors: VectorStore, helper: MediaHelper) -> None:
        self._database = database
        self._vectors = vectors
        self._helper = helper
        self._changed = asyncio.Event()
        self._loaded: dict[int, int] = {}
        self._loading = asyncio.Lock()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._task = asyncio.create_task(self._fill_in(), name="note vectors")

    async def close(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    def changed(self) -> None:
        """Some note has a new text."""
        self._changed.set()

    def forget(self, owner_id: int) -> None:
        """That person's notes are gone: what the helper still holds of them goes with the next that it is handed."""
        self._loaded.pop(owner_id, None)

    async def nearest(self, owner_id: int, text: str, limit: int) -> list[tuple[int, float]]:
        """(note, cosine), best first; empty when the helper cannot say in time."""
        try:
            async with asyncio.timeout(WAIT_SECONDS):
                await self._load(owner_id)
                request = {"type": "nearest", "owner": owner_id, "text": text, "limit": limit}
                answer = await self._helper.ask(request, timeout_seconds=WAIT_SECONDS)
        except (HelperError, TimeoutError) as error:
            log.info("searched by words alone: %s", error or "no answer in time")
            return []
        return list(zip(answer.header.get("notes", ()), answer.header.get("scores", ()), strict=True))

    async def _load(self, owner_id: int) -> None:
        """Hand the person's vectors to the helper, once in each of its lives."""
        async with self._loading:
            if self._helper.pid is not None and self._loaded.get(owner_id) == self._helper.life:
                return
            scope, after, whole = Scope(self._database, owner_id), 0, False
            await self._helper.ask({"type": "forget", "owner": owner_id}, timeout_seconds=EMBED_SECONDS)
            while not whole:
                rows = await self._vectors.some(scope, after, LOAD_ROWS)
                whole = len(rows) < LOAD_ROWS
                after = rows[-1][0] if rows else after
                request = {"type": "index", "owner": owner_id, "notes": [note for note, _ in rows], "whole": whole}
                vectors = b"".join(vector for _, vector in rows)
                await self._helper.ask(request, (vectors,), timeout_seconds=EMBED_SECONDS)
            self._loaded[owner_id] = self._helper.life

    async def _fill_in(self) -> None:
        """Behind everything else: read what has no vector yet."""
        while True:
            self._changed.clear()
            try:
                while await self.read_some():
                    pass
            except (HelperError, StorageError) as error:
                log.info("notes are not read by meaning yet: %s", error)
            except Exception:
                log.exception("reading notes by meaning failed; it is tried again")
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._changed.wait()
            await asyncio.sleep(SETTLE_SECONDS)  # what is being written is committed by then

    async def read_some(self) -> int:
        """Make the vectors of a few notes; how many. Raises HelperError."""
        unread = await self._vectors.unread(BATCH)
        if not unread:
            return 0
        request = {"type": "embed", "texts": [note.text for note in unread]}
        answer = await self._helper.ask(request, timeout_seconds=EMBED_SECONDS)
        for number, note in enumerate(unread):
            await self._keep(note, answer.blobs[0][number * VECTOR_BYTES : (number + 1) * VECTOR_BYTES])
        return len(unread)

    async def _keep(self, note: Unread, vector: bytes) -> None:
        async with self._database.transaction() as tx:
            kept = await self._vectors.put(tx, Scope(self._database, note.owner_id), note, vector)
        async with self._loading:  # a load under way may have gone past this note already
            if kept and self._loaded.get(note.owner_id) == self._helper.life:
                request = {"type": "index", "owner": note.owner_id, "notes": [note.note_id]}
                await self._helper.ask(request, (vector,), timeout_seconds=EMBED_SECONDS)
