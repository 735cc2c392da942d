"""One job from an engine to its end, or back into the line when the engine died under it.

Where a guarded UPDATE finds no running job, it was cancelled meanwhile and stays so. An end is a fact: it is written
even if the disk or a lock refuses at first.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar

from bot.clock import Clock
from bot.db.database import Database, Tx
from bot.errors import EngineDied, EngineError, JobFailed, StorageError
from bot.gpu.engine import Engine
from bot.gpu.job import JobStatus, Rendered, Started, Stepped
from bot.gpu.line import Line, Run
from bot.gpu.listener import FAILED, GIVEN_UP, NOT_SAVED, Listener
from bot.gpu.store import JobStore
from bot.gpu.trouble import Kind, Trouble

log = logging.getLogger(__name__)

DEATHS_ALONE = 2
"""A job under which an engine died so often while it ran alone is quarantined."""

SAVE_PAUSES = (1.0, 5.0, 20.0)
"""Seconds between the attempts to save finished pictures."""

T = TypeVar("T")
Warn = Callable[[Trouble], None]


class Maker:
    def __init__(
        self, database: Database, store: JobStore, listener: Listener, line: Line, clock: Clock, warn: Warn
    ) -> None:
        self._database = database
        self._store = store
        self._listener = listener
        self._line = line
        self._clock = clock
        self._warn = warn

    async def make(self, run: Run, engine: Engine, is_gone: Callable[[Engine], bool]) -> bool:
        """Run it to its end. ``is_gone`` tells whether an engine left on purpose. True when it made the pictures."""
        try:
            rendered = await self._render(run, engine)
            if rendered is not None:
                return await self._finish(run, rendered)
            await self.fail(run, FAILED)  # cancelled; if not, the engine let go of it unasked
        except EngineDied:
            await self._died(run, counts=not is_gone(engine))
        except JobFailed as error:
            log.info("job %d failed: %s: %s", run.job.id, error.code, error)
            await self.fail(run, str(error))
        except OSError as error:
            log.exception("job %d could not be saved", run.job.id)
            self._warn(Trouble(Kind.DISK_FULL, f"Finished pictures could not be saved: {error.strerror or error}."))
            await self.fail(run, NOT_SAVED)
        except Exception:
            log.exception("job %d failed", run.job.id)
            await self.fail(run, FAILED)
        return False

    async def stop(self, run: Run, engine: Engine) -> None:
        try:
            await engine.cancel(run.job.id)
        except EngineError:
            log.info("job %d ended with the engine before it could be stopped", run.job.id)

    async def _render(self, run: Run, engine: Engine) -> Rendered | None:
        rendered: Rendered | None = None
        inputs = await self._listener.inputs(run.job) if run.job.generation.inputs else ()
        async for event in engine.generate(run.job.id, run.job.generation, inputs):
            if isinstance(event, Rendered):
                rendered = event
            elif run.cancelled and isinstance(event, Started):
                await self.stop(run, engine)  # the engine did not know the job yet when it was cancelled
            elif run.cancelled:
                continue
            elif isinstance(event, Started):
                await self._tell(self._listener.on_started(run.job))
            elif isinstance(event, Stepped):
                run.done = event.step / event.steps
                await self._tell(self._listener.on_progress(run.job, event))
        return rendered

    async def _finish(self, run: Run, rendered: Rendered) -> bool:
        kept = await self._keep_files(run, rendered)
        ended = self._clock()

        async def write(tx: Tx) -> bool:
            finished = await self._store.set_finished(tx, run.job.id, rendered.notes, ended)
            if finished:
                await self._listener.keep_rows(tx, run.job, kept)
            return finished

        finished = await self._insist(write)
        if finished:
            self._line.made(run, ended)
        return finished

    async def _keep_files(self, run: Run, rendered: Rendered) -> object:
        """A full disk may be given room meanwhile. Raises OSError when it is not."""
        for pause in SAVE_PAUSES:
            try:
                return await self._listener.keep_files(run.job, rendered)
            except OSError as error:
                log.error("job %d could not be saved yet: %s", run.job.id, error)
            await asyncio.sleep(pause)
        return await self._listener.keep_files(run.job, rendered)

    async def fail(self, run: Run, message: str, status: JobStatus = JobStatus.FAILED) -> None:
        ended = self._clock()

        async def write(tx: Tx) -> None:
            await self._store.set_failed(tx, run.job.id, status, message, ended, run.done)

        await self._insist(write)

    async def _died(self, run: Run, *, counts: bool) -> None:
        deaths = run.job.deaths_alone + (run.alone and counts)
        log.warning("engine %s ended under job %d (attempt %d)", run.engine, run.job.id, run.job.attempts)
        if deaths >= DEATHS_ALONE:
            text = f"Job {run.job.id} was given up: the engine ended {deaths} times while it ran alone."
            self._warn(Trouble(Kind.QUARANTINE, text, str(run.job.id)))
            await self.fail(run, GIVEN_UP, JobStatus.QUARANTINED)
            return
        attempts = run.job.attempts - (not counts)

        async def write(tx: Tx) -> bool:
            return await self._store.set_queued(tx, run.job.id, attempts, deaths)

        if await self._insist(write):
            again = replace(run.job, status=JobStatus.QUEUED, started_utc=None, attempts=attempts, deaths_alone=deaths)
            self._line.back(run, again)

    async def _insist(self, write: Callable[[Tx], Awaitable[T]]) -> T:
        return await self._database.insist(write, self._refused)

    def _refused(self, error: StorageError) -> None:
        kind = Kind.DISK_FULL if error.is_full else Kind.DATABASE
        self._warn(Trouble(kind, f"The database cannot be written: {error.__cause__}. Nothing is lost yet."))

    async def _tell(self, call: Awaitable[None]) -> None:
        try:
            await call
        except Exception:
            log.exception("the listener failed")
