"""Has the words in pictures read and those in recordings heard, one file after the other, behind everything else."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from bot.children.channel import Frame
from bot.db.database import Database
from bot.errors import HelperAway, HelperError, HelperLacks, HelperRefused, StorageError
from bot.files import FileStore
from bot.media.models import Readers
from bot.notes.file_text_store import FileTextStore, Origin, Unread
from bot.notes.model import Kind
from bot.notes.scope import Scope

log = logging.getLogger(__name__)

PICTURE_SECONDS = 180.0
LEAST_SPEECH_SECONDS, LONGEST_SPEECH_SECONDS = 600.0, 6 * 3600.0
SLOWEST = 6.0
"""A reader that takes longer than this times a recording's length is thought to hang."""
LOOK_SECONDS = 60.0
SETTLE_SECONDS = 0.5
REST_SECONDS = 300.0
"""After this without work the reader's process ends: it holds some hundred megabytes."""

Texts = Sequence[tuple[float | None, str]]
Heard = Callable[[int, Origin, Texts], Awaitable[None]]


async def _nobody(owner_id: int, origin: Origin, texts: Texts) -> None:
    """Nobody wants to know."""


class Reader(Protocol):
    """Who reads and hears: the media helper, which is a process of its own."""

    async def ask(self, header: Mapping[str, Any], blobs: Sequence[bytes] = (), *, timeout_seconds: float) -> Frame: ...

    async def rest(self) -> None: ...


class FileTexts:
    """``on_heard`` is told of what was said in a file that came by direct message."""

    def __init__(
        self,
        database: Database,
        files: FileStore,
        helper: Reader | None,
        readers: Readers,
        keep: Callable[[int, str, Texts], Awaitable[None]],
    ) -> None:
        """``keep`` stores what was found in a file of an owner's. Without ``helper`` nothing is read."""
        self._database = database
        self._files = files
        self._helper = helper
        self.readers = readers if helper is not None else Readers()
        self._keep = keep
        self._store = FileTextStore(database)
        self._changed = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self.on_heard: Heard = _nobody

    def start(self) -> None:
        if self._helper is not None and self.readers.any:
            self._task = asyncio.create_task(self._fill_in(self._helper), name="note files")

    async def close(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    def changed(self) -> None:
        """Some note may have new files."""
        self._changed.set()

    async def _fill_in(self, helper: Reader) -> None:
        idle = 0.0
        while True:
            self._changed.clear()
            try:
                while await self.read_one():
                    idle = 0.0
            except (HelperError, StorageError) as error:
                log.info("files are not read yet: %s", error)
            except Exception:
                log.exception("reading files failed; it is tried again")
            try:
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._changed.wait()
            except TimeoutError:
                idle += LOOK_SECONDS
                if idle >= REST_SECONDS:
                    await helper.rest()
            await asyncio.sleep(SETTLE_SECONDS)  # what is being written is committed by then

    async def read_one(self) -> bool:
        """Read one file; False when there is none. Raises HelperError when the reader is not there."""
        kinds = [Kind.IMAGE] if self.readers.pictures else []
        kinds += [Kind.AUDIO, Kind.VIDEO] if self.readers.speech else []
        one = await self._store.next(kinds) if kinds else None
        if one is None or self._helper is None:
            return False
        scope = Scope(self._database, one.owner_id)
        async with self._database.transaction() as tx:
            await self._store.begin(tx, scope, one.sha256)
        try:
            texts = await self._read(self._helper, one)
        except HelperRefused as refused:
            async with self._database.transaction() as tx:
                await self._store.end(tx, scope, one.sha256, "failed", str(refused))
            return True
        except HelperLacks as lacks:
            log.warning("%s; such files are read after the next start", lacks)
            missing = "pictures" if one.kind is Kind.IMAGE else "speech"
            self.readers = replace(self.readers, **{missing: None})
            await self._not_tried(scope, one)
            return True
        except (HelperAway, asyncio.CancelledError):
            await self._not_tried(scope, one)  # it was not the file's fault
            raise
        except HelperError:
            async with self._database.transaction() as tx:
                await self._store.give_up(tx, scope, one.sha256)
            raise
        await self._keep(one.owner_id, one.sha256, texts)
        async with self._database.transaction() as tx:
            await self._store.end(tx, scope, one.sha256, "read")
        if texts and one.kind is not Kind.IMAGE and (origin := await self._store.origin(scope, one.sha256)) is not None:
            await self.on_heard(one.owner_id, origin, texts)
        return True

    async def _not_tried(self, scope: Scope, one: Unread) -> None:
        async with self._database.transaction() as tx:
            await self._store.not_tried(tx, scope, one.sha256)

    async def _read(self, helper: Reader, one: Unread) -> Texts:
        path = str(self._files.path(one.sha256, one.suffix).absolute())
        if one.kind is Kind.IMAGE:
            request, seconds = {"type": "read", "path": path, "how": self.readers.pictures}, PICTURE_SECONDS
        else:
            wanted = max(LEAST_SPEECH_SECONDS, SLOWEST * (one.duration_seconds or 0.0))
            request, seconds = {"type": "hear", "path": path, "model": self.readers.speech}, wanted
        try:
            answer = await helper.ask(request, timeout_seconds=min(seconds, LONGEST_SPEECH_SECONDS))
        except (HelperRefused, HelperLacks, HelperAway):
            raise
        except HelperError:
            await helper.rest()  # it may hang: the next file gets a new one
            raise
        return [(None if start is None else float(start), str(text)) for start, text in answer.header["texts"]]
