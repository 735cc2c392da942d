"""Summaries as jobs: asked for, made one after the other behind everything else, kept, and compared with what is now.

A job is a row: waiting -> running -> ready, failed or cancelled. What a crash interrupts is made again after the next
start, and brought to whoever waited for it.
"""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass

from bot.clock import Clock
from bot.db.database import Database
from bot.errors import BadRequest, NotAllowed, NotFound, OverLimit, UserError
from bot.notes.scope import Scope
from bot.summaries.making import BY_EXTRACT, NOT_AGREED, NOT_THERE, Bring, Making
from bot.summaries.model import About, Changes, Method, Progress, Summary, Target, changes, hash_of
from bot.summaries.sentences import sentences
from bot.summaries.sources import Sources
from bot.summaries.store import SummaryStore
from bot.summaries.writers import EndpointWriter, LocalWriter, Writer

MOST_OPEN = 20
"""Summaries of one person that wait or are being made."""
KEPT = 5
"""Summaries of one thing that are kept."""
GONE = "That summary is not here any more."
NOTHING = "There is nothing to summarise there yet."


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
        self._making = Making(database, self._store, sources, self._writers, self.chosen, clock)

    def brought_by(self, bring: Bring) -> None:
        """Who brings a summary to somebody who waits no more; to be said before ``start``."""
        self._making.bring = bring

    async def start(self) -> None:
        await self._making.start()

    async def close(self) -> None:
        await self._making.close()
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

        Raises NotFound for what is not there, BadRequest where there is nothing to read, OverLimit.
        """
        pieces = await self._sources.pieces(owner_id, target)
        if not await asyncio.to_thread(lambda: any(sentences(piece.text) for piece in pieces)):
            raise BadRequest(NOTHING)
        scope, method = self._scope(owner_id), await self.chosen(owner_id)
        async with self._database.transaction() as tx:  # two presses at once make one
            summary_id = await self._store.ready(tx, scope, target, method, hash_of(pieces))
            if summary_id is None:
                if await self._store.count_open(scope) >= MOST_OPEN:
                    raise OverLimit(f"{MOST_OPEN} summaries of yours are waiting. Let some come first, or cancel them.")
                summary_id = await self._store.add(tx, scope, target, method, self._clock())
                await self._store.forget_older(tx, scope, target, KEPT)
        self._making.wake(method)
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

    async def progress(self, summary: Summary) -> Progress:
        """How far one is that is being made."""
        return await self._making.progress(summary)

    async def ended(self, owner_id: int, summary_id: int, wait_seconds: float) -> Summary:
        """The summary once it has ended, or as it is when that takes longer. Raises NotFound."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(wait_seconds), self._making.ended:
                while (await self.find(owner_id, summary_id)).state.is_open:
                    await self._making.ended.wait()
        return await self.find(owner_id, summary_id)

    # ---- waiting, and waiting no more

    async def watch(self, owner_id: int, summary_id: int) -> None:
        """A message shows it: should the bot end before it does, the summary is brought."""
        async with self._database.transaction() as tx:
            await self._store.set_bring(tx, self._scope(owner_id), summary_id, 1)

    async def shown(self, owner_id: int, summary_id: int) -> None:
        """The message says what came of it."""
        async with self._database.transaction() as tx:
            await self._store.set_bring(tx, self._scope(owner_id), summary_id, 0)

    async def let_go(self, owner_id: int, summary_id: int) -> None:
        """No message can show it any more: it is brought when it has ended, at once if it has."""
        await self._making.let_go(self._scope(owner_id), summary_id)

    async def cancel(self, owner_id: int, summary_id: int) -> Summary:
        """At once, whether it waits or is being made; one that has ended stays. Raises NotFound."""
        await self.find(owner_id, summary_id)
        async with self._database.transaction() as tx:
            cancelled = await self._store.cancel(tx, self._scope(owner_id), summary_id)
        if cancelled:
            await self._making.stop(owner_id, summary_id)
        return await self.find(owner_id, summary_id)

    def erased(self, owner_id: int) -> None:
        """All of that person's notes and summaries are gone: nothing of them is made any more."""
        self._making.end(owner_id)
