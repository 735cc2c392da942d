"""The durable queue: submit, cancel, place; asks the policy, feeds the engine, tells the listener.

The jobs table is the truth, and every change of status is one guarded UPDATE that either finds the status it expects
or does nothing: whichever of two racing events commits first wins. ``Line`` is the memory beside it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Coroutine
from contextlib import suppress
from dataclasses import replace
from typing import Any

from bot.clock import Clock
from bot.db.database import Database
from bot.errors import EngineDied, EngineError, JobFailed
from bot.gpu.engine import Engine, EngineState
from bot.gpu.job import Generation, Job, JobStatus, Rendered, Started, Stepped
from bot.gpu.line import SPANS, Line, Run
from bot.gpu.listener import FAILED, GIVEN_UP, NOT_SAVED, CancelOutcome, Listener, Place, Within
from bot.gpu.policy import Forecast, Span
from bot.gpu.store import JobStore
from bot.gpu.telling import Teller

__all__ = ["CancelOutcome", "Listener", "Place", "Queue", "Within"]

log = logging.getLogger(__name__)

DEATHS_ALONE = 2
"""A job under which the engine died so often while it ran alone is quarantined."""

LOOK_AGAIN_SECONDS = 1.0
"""An engine may get more places without a word, so those who wait are looked at again."""

HISTORY_SECONDS = 24 * 3600.0
"""How far back the fair shares are read after a restart."""


class Queue:
    """``start`` before anything is rendered; ``close`` before the engine and the database are closed."""

    def __init__(self, database: Database, store: JobStore, engine: Engine, clock: Clock) -> None:
        self._database = database
        self._store = store
        self._engine = engine
        self._clock = clock
        self._listener: Listener  # this and the next from the start on
        self._teller: Teller
        self._line = Line()
        self._announced: dict[int, int] = {}
        self._look = asyncio.Event()
        self._moved = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._submits: set[asyncio.Task[Job]] = set()

    async def start(self, listener: Listener) -> None:
        """Take up what an earlier life left, then begin to dispatch. Does not start the engine."""
        self._listener = listener
        self._teller = Teller(self._database, self._store, listener, self._clock)
        async with self._database.transaction() as tx:
            interrupted = await self._store.requeue_running(tx)
        if interrupted:
            log.info("%d jobs were running when the bot ended; they start over", interrupted)
        past = await self._store.since(self._clock() - HISTORY_SECONDS)
        self._line.restore(await self._store.open_jobs(), past, await self._store.latest_spans(SPANS))
        for work in (self._dispatch(), self._announce(), self.redeliver()):
            self._spawn(work)
        self._changed()

    async def close(self) -> None:
        """Stop; what waits or runs stays in the table and starts over at the next start."""
        await asyncio.gather(*self._submits, return_exceptions=True)
        for task in (tasks := list(self._tasks)):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    # ---- asking

    async def submit(
        self, user_id: int, guild_id: int | None, generation: Generation, *, within: Within | None = None
    ) -> Job:
        """Add a job; its row, and what ``within`` wrote, are committed when this returns."""
        self._line.arriving[user_id] += 1
        task = asyncio.ensure_future(self._submit(user_id, guild_id, generation, within))
        self._submits.add(task)
        task.add_done_callback(self._submits.discard)
        return await asyncio.shield(task)  # if the asker is cancelled, a row that is committed still gets its turn

    async def _submit(self, user_id: int, guild_id: int | None, generation: Generation, within: Within | None) -> Job:
        now = self._clock()
        try:
            async with self._database.transaction() as tx:
                job_id = await self._store.add(tx, user_id, guild_id, generation, now)
                if within is not None:
                    await within(tx, job_id)
        finally:
            self._line.arriving[user_id] -= 1
        job = Job(job_id, user_id, guild_id, JobStatus.QUEUED, generation, attempts=0, deaths_alone=0, created_utc=now)
        self._line.join(job)
        self._announced[job_id] = self._forecast()[job_id].position  # the caller says this one
        self._changed()
        return job

    async def cancel(self, job_id: int) -> CancelOutcome:
        """Cancel exactly this job and say what it was doing. Asking twice changes nothing and answers the same."""
        async with self._database.transaction() as tx:
            found = await self._store.status(tx, job_id)
            await self._store.set_cancelled(tx, job_id, self._clock())
        if found is None or not (found[0].is_open or found[0] is JobStatus.CANCELLED):
            return CancelOutcome.TOO_LATE
        status, was_started = found
        if run := self._line.running.get(job_id):
            run.cancelled = True
            await self._stop(run)
        else:
            self._line.leave(job_id)
            self._changed()
        if status is JobStatus.QUEUED:
            self._spawn(self._teller.tell(job_id))
        return CancelOutcome.RUNNING if was_started else CancelOutcome.WAITING

    async def find(self, job_id: int) -> Job | None:
        """The job as it is committed, whatever its status."""
        return await self._store.find(job_id)

    def place(self, job_id: int) -> Place | None:
        """Where an open job stands; None for any other."""
        played = self._forecast().get(job_id)
        if played is None:
            return None
        return Place(played.position, self._line.estimate(played), self._engine.state is EngineState.READY)

    async def open_jobs(self, user_id: int) -> int:
        """How many jobs of this user wait, run or are being submitted.

        It never gives way to other tasks, so a limit checked with it right before ``submit`` holds.
        """
        return self._line.count(user_id)

    async def redeliver(self) -> None:
        """Tell every end that could not be told so far."""
        await self._teller.tell_all()

    # ---- from the line to the engine

    async def _dispatch(self) -> None:
        while True:
            await self._something_to_start()
            try:
                await self._engine.ready()
                while job := self._line.next(self._engine.places, self._clock()):
                    await self._begin(job)
            except EngineError as error:
                log.debug("the engine takes no jobs: %s", error)
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

    async def _begin(self, job: Job) -> None:
        """Commit the attempt, then give the job to the engine."""
        run = self._line.begin(job, self._clock())
        try:
            async with self._database.transaction() as tx:
                began = await self._store.set_running(tx, job.id, self._clock())
        except BaseException:
            self._line.back(run, job)
            raise
        if began:
            self._spawn(self._run(run))
        else:
            self._line.leave(job.id)  # cancelled in this very moment
        self._changed()

    async def _run(self, run: Run) -> None:
        """One job from the engine to its end, or back into the line when the engine died under it."""
        try:
            await self._make(run)
        finally:
            if run.job.id in self._line.running:
                self._line.leave(run.job.id)
            self._changed()
        await self._teller.tell(run.job.id)

    async def _make(self, run: Run) -> None:
        try:
            rendered = await self._render(run)
            if rendered is not None:
                await self._finish(run, rendered)
            else:  # cancelled; if not, the engine let go of it unasked
                await self._fail(run, FAILED)
        except EngineDied:
            await self._died(run)
        except JobFailed as error:
            log.info("job %d failed: %s: %s", run.job.id, error.code, error)
            await self._fail(run, str(error))
        except OSError:
            log.exception("job %d could not be saved", run.job.id)
            await self._fail(run, NOT_SAVED)
        except Exception:
            log.exception("job %d failed", run.job.id)
            await self._fail(run, FAILED)

    async def _render(self, run: Run) -> Rendered | None:
        rendered: Rendered | None = None
        async for event in self._engine.generate(run.job.id, run.job.generation):
            if isinstance(event, Rendered):
                rendered = event
            elif run.cancelled and isinstance(event, Started):
                await self._stop(run)  # the engine did not know the job yet when it was cancelled
            elif run.cancelled:
                continue
            elif isinstance(event, Started):
                await self._tell(self._listener.on_started(run.job))
            elif isinstance(event, Stepped):
                run.done = event.step / event.steps
                await self._tell(self._listener.on_progress(run.job, event))
        return rendered

    async def _stop(self, run: Run) -> None:
        try:
            await self._engine.cancel(run.job.id)
        except EngineError:
            log.info("job %d ended with the engine before it could be stopped", run.job.id)

    # ---- how it ended. Where the guarded UPDATE finds no running job, it was cancelled meanwhile and stays so.

    async def _finish(self, run: Run, rendered: Rendered) -> None:
        kept = await self._listener.keep_files(run.job, rendered)
        ended = self._clock()
        async with self._database.transaction() as tx:
            finished = await self._store.set_finished(tx, run.job.id, rendered.notes, ended)
            if finished:
                await self._listener.keep_rows(tx, run.job, kept)
        if finished and run.job.started_utc is not None:
            self._line.spans.append(Span(run.job.started_utc, ended, run.job.generation.cost))

    async def _fail(self, run: Run, message: str, status: JobStatus = JobStatus.FAILED) -> None:
        async with self._database.transaction() as tx:
            await self._store.set_failed(tx, run.job.id, status, message, self._clock())

    async def _died(self, run: Run) -> None:
        deaths = run.job.deaths_alone + run.alone
        log.warning("the engine died under job %d (attempt %d)", run.job.id, run.job.attempts)
        if deaths >= DEATHS_ALONE:
            await self._fail(run, GIVEN_UP, JobStatus.QUARANTINED)
            return
        async with self._database.transaction() as tx:
            waits = await self._store.set_queued(tx, run.job.id, deaths)
        if waits:
            again = replace(run.job, status=JobStatus.QUEUED, started_utc=None, deaths_alone=deaths)
            self._line.back(run, again)

    # ---- telling

    async def _announce(self) -> None:
        while True:
            await self._moved.wait()
            self._moved.clear()
            positions = {job_id: played.position for job_id, played in self._forecast().items() if played.position}
            moved = [self._line.waiting[i] for i, at in positions.items() if self._announced.get(i) != at]
            self._announced = positions
            if moved:
                await self._tell(self._listener.on_moved(moved))

    async def _tell(self, call: Awaitable[None]) -> None:
        try:
            await call
        except Exception:
            log.exception("the listener failed")

    def _forecast(self) -> dict[int, Forecast]:
        return self._line.forecast(self._engine.places, self._clock())

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
