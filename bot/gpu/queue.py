"""The durable queue: submit, cancel, place; asks the policy, feeds the engines, tells the listener.

The jobs table is the truth, and every change of status is one guarded UPDATE that either finds the status it expects
or does nothing: whichever of two racing events commits first wins. ``Line`` is the memory beside it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from typing import Any

from bot.clock import Clock
from bot.db.database import Database
from bot.errors import StorageError
from bot.gpu.accounts import Accounts
from bot.gpu.engine import Engine
from bot.gpu.fleet import Fleet
from bot.gpu.job import Generation, Job, JobStatus, Standing
from bot.gpu.line import SPANS, Line, Run
from bot.gpu.listener import CancelOutcome, Listener, Place, Within
from bot.gpu.maker import Maker
from bot.gpu.policy import Choice, Rules
from bot.gpu.promises import MEMORY, Promises
from bot.gpu.roster import Roster
from bot.gpu.store import JobStore
from bot.gpu.telling import Teller
from bot.gpu.trouble import Kind, Trouble, tell_each
from bot.gpu.watch import FleetWatch

__all__ = ["CancelOutcome", "Listener", "Place", "Queue", "Within"]

log = logging.getLogger(__name__)

LOOK_AGAIN_SECONDS = 1.0
"""An engine may get more places without a word, so those who wait are looked at again."""

ANNOUNCE_SECONDS = 0.5
"""Least time between two looks at what people were told, and ..."""
OVERDUE_SECONDS = 10.0
"""... the longest while somebody waits: time alone makes a promise wrong."""

NOTHING_SPECIAL = Standing()

HISTORY_SECONDS = 24 * 3600.0
"""How far back the fair shares are read after a restart."""


class Queue:
    """``start`` before anything is rendered; ``close`` before the engines and the database are closed."""

    def __init__(
        self, database: Database, store: JobStore, fleet: Fleet, clock: Clock, rules: Rules | None = None
    ) -> None:
        self._database = database
        self._store = store
        self._fleet = fleet
        self._clock = clock
        self._listener: Listener  # this and the next two from the start on
        self._teller: Teller
        self._maker: Maker
        self.roster = Roster(fleet)
        self.accounts = Accounts(store)
        self._line = Line(rules)
        self._promises = Promises()
        self._watch = FleetWatch(self.roster, self._warn)
        self.on_trouble: list[Callable[[Trouble], None]] = []
        self._look = asyncio.Event()
        self._moved = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._submits: set[asyncio.Task[Job]] = set()

    async def start(self, listener: Listener) -> None:
        """Take up what an earlier life left, then begin to dispatch. Does not start the engines."""
        self._listener = listener
        self._teller = Teller(self._database, self._store, listener, self._clock)
        self._maker = Maker(self._database, self._store, listener, self._line, self._clock, self._warn)
        interrupted = await self._database.insist(self._store.requeue_running)
        if interrupted:
            log.info("%d jobs were running when the bot ended; they start over", interrupted)
        past = await self._store.since(self._clock() - HISTORY_SECONDS)
        jobs = await self._store.open_jobs()
        self._line.restore(jobs, past, await self._store.latest_spans(SPANS))
        self._promises.restore(jobs, await self._store.latest_kept(MEMORY))
        self._fleet.on_change.append(self._fleet_changed)
        for work in (self._dispatch(), self._announce(), self._watch.keep(self._clock), self.redeliver()):
            self._spawn(work)
        self._fleet_changed()

    async def close(self) -> None:
        """Stop; what waits or runs stays in the table and starts over at the next start."""
        with suppress(ValueError):
            self._fleet.on_change.remove(self._fleet_changed)
        await asyncio.gather(*self._submits, return_exceptions=True)
        for task in (tasks := list(self._tasks)):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    # ---- asking

    async def submit(
        self,
        user_id: int,
        guild_id: int | None,
        generation: Generation,
        *,
        standing: Standing = NOTHING_SPECIAL,
        within: Within | None = None,
    ) -> Job:
        """Add a job; its row, and what ``within`` wrote, are committed when this returns. Raises StorageError, and
        whatever ``within`` raises: then nothing was added."""
        self._line.arriving[user_id] += 1
        task = asyncio.ensure_future(self._submit(user_id, guild_id, generation, standing, within))
        self._submits.add(task)
        task.add_done_callback(self._submits.discard)
        return await asyncio.shield(task)  # if the asker is cancelled, a row that is committed still gets its turn

    async def _submit(
        self, user_id: int, guild_id: int | None, generation: Generation, standing: Standing, within: Within | None
    ) -> Job:
        now = self._clock()
        try:
            async with self._database.transaction() as tx:
                job_id = await self._store.add(tx, user_id, guild_id, generation, now, standing)
                if within is not None:
                    await within(tx, job_id)
        finally:
            self._line.arriving[user_id] -= 1
        job = Job(job_id, user_id, guild_id, JobStatus.QUEUED, generation, 0, 0, created_utc=now, standing=standing)
        self._line.join(job)
        if seen := self._line.place(job_id, self.roster.seats(), now):  # the caller says this one
            running, known = len(self._line.running), self._line.knows_speed and self.roster.ready
            self._promises.made(job_id, seen, running, now, known=known)
        self._changed()
        return job

    async def cancel(self, job_id: int) -> CancelOutcome:
        """Cancel exactly this job and say what it was doing. Asking twice changes nothing and answers the same."""
        run = self._line.running.get(job_id)
        async with self._database.transaction() as tx:
            found = await self._store.status(tx, job_id)
            await self._store.set_cancelled(tx, job_id, self._clock(), run.done if run else 0.0)
        if found is None or not (found[0].is_open or found[0] is JobStatus.CANCELLED):
            return CancelOutcome.TOO_LATE
        status, was_started = found
        if run := self._line.running.get(job_id):
            run.cancelled = True
            if engine := self.roster.engine(run.engine):
                await self._maker.stop(run, engine)
        else:
            self._line.leave(job_id)
            self._promises.forget(job_id)
            self._changed()
        if status is JobStatus.QUEUED:
            self._spawn(self._teller.tell(job_id))
        return CancelOutcome.RUNNING if was_started else CancelOutcome.WAITING

    async def cancel_all(self, user_id: int, guild_id: int | None) -> None:
        """Cancel whatever somebody has open in a server, or (None) anywhere."""
        for job in [job for job in self.jobs() if job.user_id == user_id and guild_id in (None, job.guild_id)]:
            await self.cancel(job.id)

    async def find(self, job_id: int) -> Job | None:
        """The job as it is committed, whatever its status."""
        return await self._store.find(job_id)

    def place(self, job_id: int) -> Place | None:
        """Where an open job stands; None for any other."""
        seen = self._line.place(job_id, self.roster.seats(), self._clock())
        if seen is None:
            return None
        wait = self._promises.seconds(seen) if self._line.knows_speed else None
        run = self._line.running.get(job_id)
        return Place(seen.position, wait, self.roster.ready, run.done if run else 0.0, self.roster.count)

    def jobs(self) -> Sequence[Job]:
        """Everything that runs, then everything that waits, in the order of starting. Without what is being stopped."""
        played = self._line.forecast(self.roster.seats(), self._clock())
        last = len(played)
        waiting = sorted(
            self._line.waiting.values(), key=lambda job: played[job.id].position if job.id in played else last
        )
        return [*(run.job for run in self._line.running.values() if not run.cancelled), *waiting]

    async def open_jobs(self, user_id: int) -> int:
        """How many jobs of this user wait, run or are being submitted.

        It never gives way to other tasks, so a limit checked with it right before ``submit`` holds.
        """
        return self._line.count(user_id)

    def open_in(self, guild_id: int) -> int:
        """How many jobs of this server wait or run."""
        return sum(job.guild_id == guild_id for job in self.jobs())

    async def redeliver(self) -> None:
        """Tell every end that could not be told so far."""
        await self._teller.tell_all()

    # ---- from the line to the engines

    async def _dispatch(self) -> None:
        while True:
            await self._something_to_start()
            try:
                while choice := self._line.next(self.roster.seats(), self._clock()):
                    await self._begin(choice)
            except StorageError as error:
                log.error("no job can be started: %s", error.__cause__)
                self._warn(Trouble(Kind.DATABASE, f"No job can be started: {error.__cause__}."))
            except Exception:
                log.exception("no job could be started; trying again")

    async def _something_to_start(self) -> None:
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_AGAIN_SECONDS if self._line.waiting else None):
                    await self._look.wait()
            self._look.clear()
            if self._line.waiting:
                return

    async def _begin(self, choice: Choice) -> None:
        """Commit the attempt, then give the job to the engine."""
        engine = self.roster.engine(choice.engine)
        if engine is None:
            return
        job, now = self._line.waiting[choice.job.id], self._clock()
        run = self._line.begin(choice, now)
        try:
            async with self._database.transaction() as tx:
                began = await self._store.set_running(tx, job.id, now, choice.engine)
        except BaseException:
            self._line.back(run, job)
            raise
        if began:
            self._spawn(self._run(run, engine))
        else:
            self._line.leave(job.id)  # cancelled in this very moment
            self._promises.forget(job.id)
        self._changed()

    async def _run(self, run: Run, engine: Engine) -> None:
        try:
            if await self._maker.make(run, engine, self.roster.is_gone):
                self._watch.made(run.engine)
                self._promises.over(run.job, self._clock())
        finally:
            if run.job.id in self._line.running:
                self._line.leave(run.job.id)
                self._promises.forget(run.job.id)
            self._changed()
        await self._teller.tell(run.job.id)

    # ---- telling

    async def _announce(self) -> None:
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(OVERDUE_SECONDS if self._line.waiting else None):
                    await self._moved.wait()
            self._moved.clear()
            try:
                await self._announce_once()
            except Exception:
                log.exception("the listener failed")
            await asyncio.sleep(ANNOUNCE_SECONDS)

    async def _announce_once(self) -> None:
        now, known = self._clock(), self._line.knows_speed and self.roster.ready
        played = self._line.forecast(self.roster.seats(), now)
        moved = self._promises.moved(played, now, known=known)
        if unwritten := self._promises.unwritten():
            await self._database.insist(lambda tx: self._store.set_promises(tx, unwritten))
        if jobs := [self._line.waiting[job_id] for job_id in moved if job_id in self._line.waiting]:
            await self._listener.on_moved(jobs)

    def _fleet_changed(self) -> None:
        self._watch.look(self._clock())
        self._changed()

    def _warn(self, trouble: Trouble) -> None:
        tell_each(self.on_trouble, trouble)

    def _changed(self) -> None:
        self._look.set()
        self._moved.set()

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            log.error("a task of the queue failed", exc_info=error)
