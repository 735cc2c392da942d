"""Summaries as jobs: asked for, made one after the other behind everything else, kept, and compared with what is now.

A job is a row: waiting -> running -> ready or failed. What a crash interrupts is made again after the next start.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.clock import Clock
from bot.db.database import Database
from bot.errors import BadRequest, NotAllowed, NotFound, StorageError, UserError
from bot.notes.scope import Scope
from bot.summaries.abstract import abstract
from bot.summaries.extract import Sentence, extract
from bot.summaries.model import About, Changes, Line, Method, Piece, Summary, Target, changes, hash_of
from bot.summaries.sentences import sentences
from bot.summaries.sources import Sources
from bot.summaries.store import SummaryStore
from bot.summaries.writers import EndpointWriter, LocalWriter, Writer, WriterError

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 3
RETRY_SECONDS = 20.0
LOOK_SECONDS = 60.0
SENTENCES = 5
KEPT = 5
"""Summaries of one thing that are kept."""
GONE = "That summary is not here any more."
NOTHING = "There is nothing to summarise there yet."
BY_EXTRACT = "Sentences picked out of your notes, on this machine"
NOT_AGREED = "Your notes would leave this machine for that. Agree to it first."
NOT_THERE: Mapping[Method, str] = {
    Method.LOCAL: "No local language model is set up here (SUMMARY_MODEL).",
    Method.ENDPOINT: "No endpoint is set up here (SUMMARY_ENDPOINT).",
}


@dataclass(frozen=True, slots=True)
class Way:
    """A way to make summaries: ``problem`` says why it cannot be used, ``agreed`` whether the person allowed it."""

    method: Method
    label: str
    problem: str = ""
    agreed: bool = True


class SummaryService:
    def __init__(
        self,
        database: Database,
        sources: Sources,
        clock: Clock,
        local: LocalWriter | None = None,
        endpoint: EndpointWriter | None = None,
    ) -> None:
        self._database = database
        self._sources = sources
        self._clock = clock
        self._store = SummaryStore(database)
        self._writers: dict[Method, Writer] = {}
        self._local, self._endpoint = local, endpoint
        if local is not None:
            self._writers[Method.LOCAL] = local
        if endpoint is not None:
            self._writers[Method.ENDPOINT] = endpoint
        self._wakes = {False: asyncio.Event(), True: asyncio.Event()}
        self._ended = asyncio.Condition()
        self._progress: dict[int, tuple[int, int]] = {}
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        async with self._database.transaction() as tx:
            await self._store.take_up_again(tx, MOST_ATTEMPTS)
        for written, wake in self._wakes.items():  # what is picked out never waits for a model
            self._tasks.append(asyncio.create_task(self._work(wake, written=written), name="summaries"))

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for writer in self._writers.values():
            await writer.close()

    def _scope(self, owner_id: int) -> Scope:
        return Scope(self._database, owner_id)

    # ---- choosing how

    async def ways(self, owner_id: int) -> list[Way]:
        """All three, with why one cannot be used."""
        _, agreed_to = await self._store.choice(self._scope(owner_id))
        local = self._local
        if local is None:
            by_model = Way(Method.LOCAL, "A local language model", NOT_THERE[Method.LOCAL])
        else:
            by_model = Way(Method.LOCAL, local.label, local.problem)
        endpoint = self._endpoint
        if endpoint is None:
            elsewhere = Way(Method.ENDPOINT, "A language model elsewhere", NOT_THERE[Method.ENDPOINT])
        else:
            elsewhere = Way(Method.ENDPOINT, endpoint.label, agreed=agreed_to == endpoint.label)
        return [Way(Method.EXTRACT, BY_EXTRACT), by_model, elsewhere]

    async def chosen(self, owner_id: int) -> Method:
        """The way that this person's summaries are made; the plain one where theirs is not there any more."""
        method, _ = await self._store.choice(self._scope(owner_id))
        way = next(one for one in await self.ways(owner_id) if one.method is method)
        return method if way.agreed and not way.problem else Method.EXTRACT

    async def choose(self, owner_id: int, method: Method, *, agree: bool = False) -> Way:
        """From now on. Raises BadRequest for what is not set up, NotAllowed where notes would leave the machine and
        the person has not agreed; ``agree`` is their word for it, to this address and model only."""
        way = next(one for one in await self.ways(owner_id) if one.method is method)
        if way.problem:
            raise BadRequest(way.problem)
        scope = self._scope(owner_id)
        _, agreed_to = await self._store.choice(scope)
        if method is Method.ENDPOINT and agree:
            agreed_to = way.label
        if method is Method.ENDPOINT and agreed_to != way.label:
            raise NotAllowed(NOT_AGREED)
        async with self._database.transaction() as tx:
            await self._store.set_choice(tx, scope, method, agreed_to)
        return Way(way.method, way.label)

    async def withdraw(self, owner_id: int) -> None:
        """Notes stay on this machine from now on."""
        scope = self._scope(owner_id)
        method, _ = await self._store.choice(scope)
        async with self._database.transaction() as tx:
            await self._store.set_choice(tx, scope, Method.EXTRACT if method is Method.ENDPOINT else method, "")

    # ---- asking and looking

    async def ask(self, owner_id: int, target: Target) -> Summary:
        """A summary that is being made, or the one that says the same of the same already.

        Raises NotFound for what is not there, BadRequest where there is nothing to read.
        """
        pieces = await self._sources.pieces(owner_id, target)
        if not await asyncio.to_thread(lambda: any(sentences(piece.text) for piece in pieces)):
            raise BadRequest(NOTHING)
        scope, method = self._scope(owner_id), await self.chosen(owner_id)
        known = await self._store.ready(scope, target, method, hash_of(pieces))
        if known is not None:
            return await self.find(owner_id, known)
        async with self._database.transaction() as tx:
            summary_id = await self._store.add(tx, scope, target, method, self._clock())
            await self._store.forget_older(tx, scope, target, KEPT)
        self._wakes[method is not Method.EXTRACT].set()
        return await self.find(owner_id, summary_id)

    async def find(self, owner_id: int, summary_id: int) -> Summary:
        """Raises NotFound."""
        summary = await self._store.find(self._scope(owner_id), summary_id)
        if summary is None:
            raise NotFound(GONE)
        return summary

    async def latest(self, owner_id: int, target: Target) -> Summary | None:
        """The newest that is ready."""
        summary_id = await self._store.latest(self._scope(owner_id), target)
        return None if summary_id is None else await self.find(owner_id, summary_id)

    async def text_of(self, owner_id: int, note_id: int) -> str | None:
        """What the newest summary of that note says."""
        summary = await self.latest(owner_id, Target(About.NOTE, str(note_id)))
        return None if summary is None else " ".join(line.text for line in summary.lines)

    async def changes(self, owner_id: int, summary: Summary) -> Changes:
        """What has become of its notes since it was made."""
        try:
            pieces = await self._sources.pieces(owner_id, summary.target)
        except UserError:
            pieces = []
        return changes(summary.sources, pieces)

    async def name(self, owner_id: int, target: Target) -> str:
        return await self._sources.name(owner_id, target)

    def progress(self, summary_id: int) -> tuple[int, int]:
        """(parts done, parts in all) of one that is being made."""
        return self._progress.get(summary_id, (0, 1))

    async def ended(self, owner_id: int, summary_id: int, wait_seconds: float) -> Summary:
        """The summary once it is ready or failed, or as it is when that takes longer. Raises NotFound."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(wait_seconds), self._ended:
                while (await self.find(owner_id, summary_id)).state.is_open:
                    await self._ended.wait()
        return await self.find(owner_id, summary_id)

    # ---- making

    async def _work(self, wake: asyncio.Event, *, written: bool) -> None:
        while True:
            wake.clear()
            wait = LOOK_SECONDS
            try:
                while (job := await self._store.next(MOST_ATTEMPTS, written=written)) is not None:
                    if not await self._make(*job):
                        wait = RETRY_SECONDS
                        break
            except StorageError as error:
                log.info("summaries wait for the database: %s", error)
            except Exception:
                log.exception("making summaries stumbled; it goes on")
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await wake.wait()

    async def _make(self, owner_id: int, summary_id: int) -> bool:
        """False when it failed and waits for another try."""
        scope = self._scope(owner_id)
        async with self._database.transaction() as tx:
            if not await self._store.begin(tx, scope, summary_id):
                return True
        summary = await self.find(owner_id, summary_id)
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
            await self._store.finish(
                tx,
                scope,
                summary_id,
                made_by=made_by,
                hash=hash_of(pieces),
                lines=lines,
                pieces=pieces,
                now_utc=self._clock(),
            )
        await self._tell(summary_id)
        return True

    async def _lines(self, owner_id: int, summary: Summary, pieces: Sequence[Piece]) -> tuple[str, list[Line]]:
        if summary.method is Method.EXTRACT:
            return BY_EXTRACT, await asyncio.to_thread(pick, pieces)
        writer = self._writers.get(summary.method)
        if writer is None:
            raise WriterError(NOT_THERE[summary.method], again=False)
        if await self.chosen(owner_id) is not summary.method:  # the agreement may have been taken back meanwhile
            raise WriterError(NOT_AGREED, again=False)

        async def told(done: int, parts: int) -> None:
            self._progress[summary.id] = (done, parts)

        label = f"Written by {writer.label}"
        if summary.method is Method.ENDPOINT:
            label += ": your notes left this machine for it"
        return label, await abstract(pieces, writer, told)

    async def _fail(self, scope: Scope, summary_id: int, error: str, *, again: bool) -> None:
        async with self._database.transaction() as tx:
            await self._store.fail(tx, scope, summary_id, error, again=again)
        if not again:
            await self._tell(summary_id)

    async def _tell(self, summary_id: int) -> None:
        self._progress.pop(summary_id, None)
        async with self._ended:
            self._ended.notify_all()


def pick(pieces: Sequence[Piece]) -> list[Line]:
    """The most telling sentences, each with its note. Pure; takes a moment for a long text."""
    found = []
    for piece in pieces:
        own = sentences(piece.text)
        last = max(1, len(own) - 1)
        found += [Sentence(text, piece.note_id, number / last) for number, text in enumerate(own)]
    return [Line(sentence.text, sentence.source) for sentence in extract(found, SENTENCES)]
