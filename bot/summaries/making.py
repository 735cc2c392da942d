"""The making of summaries: whose turn it is, one after the other for each kind, and what becomes of them.

Those that are picked out of notes never wait for those that a model writes. Of these, the next is one of whoever has
had the least work done lately, and of theirs the oldest: many from one person do not hold up another's first.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence

from bot.clock import Clock
from bot.db.database import Database, Tx
from bot.errors import StorageError, UserError
from bot.notes.scope import Scope
from bot.summaries.abstract import abstract
from bot.summaries.extract import Sentence, extract
from bot.summaries.model import Line, Method, Piece, Progress, Summary, hash_of
from bot.summaries.sentences import sentences
from bot.summaries.sources import Sources
from bot.summaries.store import SummaryStore
from bot.summaries.turns import Turns
from bot.summaries.writers import Writer, WriterError

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 3
MOST_DEATHS = 10
"""So often the bot may end while one is made; then it may well be the reason."""
RETRY_SECONDS = 20.0
LOOK_SECONDS = 60.0
SENTENCES = 5
BY_EXTRACT = "Sentences picked out of your notes, on this machine"
NOT_AGREED = "Your notes would leave this machine for that. Agree to it first."
NOT_THERE: Mapping[Method, str] = {
    Method.LOCAL: "No local language model is set up here (SUMMARY_MODEL).",
    Method.ENDPOINT: "No endpoint is set up here (SUMMARY_ENDPOINT).",
}
RECENT = 0.7
"""How much of the newest part's time counts in the forecast of the next."""

Bring = Callable[[Tx, int, int], Awaitable[None]]
"""The transaction in which a summary ends that is to be brought to its owner; owner and summary."""


class Making:
    """``chosen`` says how a person's summaries are made now; ``bring`` brings one to somebody who waits no more."""

    def __init__(
        self,
        database: Database,
        store: SummaryStore,
        sources: Sources,
        writers: Mapping[Method, Writer],
        chosen: Callable[[int], Awaitable[Method]],
        clock: Clock,
    ) -> None:
        self._database = database
        self._store = store
        self._sources = sources
        self._writers = writers
        self._chosen = chosen
        self._clock = clock
        self.bring: Bring | None = None
        self.ended = asyncio.Condition()
        self._wakes = {False: asyncio.Event(), True: asyncio.Event()}
        self._tasks: list[asyncio.Task[None]] = []
        self._now: dict[bool, tuple[int, int, asyncio.Task[bool]]] = {}
        self._turns = {False: Turns(), True: Turns()}
        self._parts: dict[int, tuple[int, int]] = {}
        self._pace: dict[Method, float] = {}

    async def start(self) -> None:
        """Take up again what was interrupted."""
        async with self._database.transaction() as tx:
            await self._store.take_up_again(tx, MOST_DEATHS)
            await self._store.expect(tx)
            for owner_id, summary_id in await self._store.left_behind(tx):
                await self._bring(tx, Scope(self._database, owner_id), summary_id)
        for written, wake in self._wakes.items():
            self._tasks.append(asyncio.create_task(self._work(wake, written=written), name="summaries"))

    async def close(self) -> None:
        """What is being made waits for the next start."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._tasks:
            async with self._database.transaction() as tx:
                await self._store.put_back(tx)

    def wake(self, method: Method) -> None:
        self._wakes[method.is_written].set()

    def end(self, owner_id: int, summary_id: int | None = None) -> None:
        """End at once what is being made for that person, if it is that one; its row is the caller's."""
        for owner, summary, task in self._now.values():
            if owner == owner_id and summary_id in (None, summary):
                task.cancel()

    async def stop(self, owner_id: int, summary_id: int) -> None:
        """The same, and tell those who wait for it, also where its turn had not come."""
        self.end(owner_id, summary_id)
        await self._tell()

    async def progress(self, summary: Summary) -> Progress:
        """How far it is, how many come first, and how long it may still take."""
        done, parts = self._parts.get(summary.id, (0, 1))
        ahead = await self._store.ahead(summary.id) if summary.method.is_written else 0
        pace = self._pace.get(summary.method)
        left = None if pace is None or ahead else pace * max(1, parts - done)
        return Progress(done, parts, ahead, left)

    # ---- one after the other

    async def _next(self, *, written: bool) -> tuple[int, int] | None:
        """(owner, summary)."""
        return self._turns[written].pick(await self._store.waiting(written=written))

    async def _work(self, wake: asyncio.Event, *, written: bool) -> None:
        while True:
            wake.clear()
            wait = LOOK_SECONDS
            try:
                while (job := await self._next(written=written)) is not None:
                    if not await self._one(*job, written=written):
                        wait = RETRY_SECONDS
                        break
            except StorageError as error:
                log.info("summaries wait for the database: %s", error)
            except Exception:
                log.exception("making summaries stumbled; it goes on")
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await wake.wait()

    async def _one(self, owner_id: int, summary_id: int, *, written: bool) -> bool:
        """False when it failed and waits for another try."""
        task = asyncio.create_task(self._make(owner_id, summary_id), name=f"summary-{summary_id}")
        self._now[written] = owner_id, summary_id, task
        self._turns[written].begin(owner_id)
        began = time.monotonic()
        try:
            await asyncio.wait([task])
        finally:
            del self._now[written]
            self._turns[written].end(owner_id, time.monotonic() - began)
            if not task.done():  # the bot ends
                task.cancel()
                await asyncio.wait([task])
            if not task.cancelled() and task.exception() is not None:
                await self._put_back(Scope(self._database, owner_id), summary_id)
            self._parts.pop(summary_id, None)
            await self._tell()
        return task.cancelled() or task.result()

    async def _put_back(self, scope: Scope, summary_id: int) -> None:
        """What came of it could not be written: it waits for another try."""
        summary = await self._store.find(scope, summary_id)
        again = summary is not None and summary.attempts < MOST_DEATHS
        await self._database.insist(
            lambda tx: self._store.fail(tx, scope, summary_id, "It could not be kept.", again=again)
        )

    # ---- one of them

    async def _make(self, owner_id: int, summary_id: int) -> bool:
        scope = Scope(self._database, owner_id)
        async with self._database.transaction() as tx:
            if not await self._store.begin(tx, scope, summary_id):
                return True
        summary = await self._store.find(scope, summary_id)
        if summary is None:
            return True
        try:
            pieces = await self._sources.pieces(owner_id, summary.target)
            made_by, lines = await self._lines(owner_id, summary, pieces)
        except (WriterError, UserError) as error:
            may_again = getattr(error, "again", False) and summary.attempts < MOST_ATTEMPTS
            await self._fail(scope, summary_id, str(error), again=may_again)
            return not may_again
        except Exception:
            log.exception("summary %d could not be made", summary_id)
            await self._fail(scope, summary_id, "It could not be made; the log says why.", again=False)
            return True
        async with self._database.transaction() as tx:
            finished = await self._store.finish(
                tx, scope, summary_id, made_by=made_by, hash=hash_of(pieces), now_utc=self._clock()
            )
            if finished:
                await self._store.add_lines(tx, scope, summary_id, lines)
                await self._store.add_sources(tx, scope, summary_id, pieces)
                if await self._store.to_bring(tx, scope, summary_id):
                    await self._bring(tx, scope, summary_id)
        return True

    async def _lines(self, owner_id: int, summary: Summary, pieces: Sequence[Piece]) -> tuple[str, list[Line]]:
        if summary.method is Method.EXTRACT:
            return BY_EXTRACT, await asyncio.to_thread(pick, pieces)
        writer = self._writers.get(summary.method)
        if writer is None:
            raise WriterError(NOT_THERE[summary.method], again=False)
        if await self._chosen(owner_id) is not summary.method:  # the agreement may have been taken back meanwhile
            raise WriterError(NOT_AGREED, again=False)
        began = 0.0

        async def told(done: int, parts: int) -> None:
            nonlocal began
            if done:
                self._measure(summary.method, time.monotonic() - began)
            began = time.monotonic()
            self._parts[summary.id] = (done, parts)

        label = f"Written by {writer.label}"
        if summary.method is Method.ENDPOINT:
            label += ": your notes left this machine for it"
        lines = await abstract(pieces, writer, told)
        self._measure(summary.method, time.monotonic() - began)
        return label, lines

    def _measure(self, method: Method, seconds: float) -> None:
        known = self._pace.get(method, seconds)
        self._pace[method] = RECENT * seconds + (1 - RECENT) * known

    async def _fail(self, scope: Scope, summary_id: int, error: str, *, again: bool) -> None:
        async with self._database.transaction() as tx:
            failed = await self._store.fail(tx, scope, summary_id, error, again=again)
            if failed and not again and await self._store.to_bring(tx, scope, summary_id):
                await self._bring(tx, scope, summary_id)

    async def _bring(self, tx: Tx, scope: Scope, summary_id: int) -> None:
        await self._store.set_bring(tx, scope, summary_id, 0)
        if self.bring is not None:
            await self.bring(tx, scope.owner_id, summary_id)

    async def let_go(self, scope: Scope, summary_id: int) -> None:
        """Whoever waited for it can wait no more: it is brought when it has ended, at once if it has."""
        async with self._database.transaction() as tx:
            if await self._store.is_open(tx, scope, summary_id):
                await self._store.set_bring(tx, scope, summary_id, 2)
            else:
                await self._bring(tx, scope, summary_id)

    async def _tell(self) -> None:
        async with self.ended:
            self.ended.notify_all()


def pick(pieces: Sequence[Piece]) -> list[Line]:
    """The most telling sentences, each with its note. Pure; takes a moment for a long text."""
    found = []
    for piece in pieces:
        own = sentences(piece.text)
        last = max(1, len(own) - 1)
        found += [Sentence(text, piece.note_id, number / last) for number, text in enumerate(own)]
    return [Line(sentence.text, sentence.source) for sentence in extract(found, SENTENCES)]
