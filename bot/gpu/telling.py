"""Telling people how their jobs ended: from the row, once, and again later when it could not be told."""

from __future__ import annotations

import logging

from bot.clock import Clock
from bot.db.database import Database
from bot.gpu.job import JobStatus
from bot.gpu.listener import FAILED, Listener
from bot.gpu.store import JobStore

log = logging.getLogger(__name__)


class Teller:
    def __init__(self, database: Database, store: JobStore, listener: Listener, clock: Clock) -> None:
        self._database = database
        self._store = store
        self._listener = listener
        self._clock = clock
        self._telling: set[int] = set()

    async def tell_all(self) -> None:
        """Every end that was not told so far, oldest first."""
        for job_id in await self._store.untold():
            await self.tell(job_id)

    async def tell(self, job_id: int) -> None:
        """The end that the row has, unless it has none, was told, or is being told. What the listener raises is
        logged."""
        if job_id in self._telling:
            return
        self._telling.add(job_id)
        try:
            job = await self._store.find_untold(job_id)
            if job is None:
                return
            if job.status is JobStatus.FINISHED:
                await self._listener.deliver(job)
            elif job.status is JobStatus.CANCELLED:
                await self._listener.on_cancelled(job, job.started_utc is not None)
            else:
                await self._listener.on_failed(job, job.error or FAILED)
            await self.mark(job_id)
        except Exception:
            log.exception("the end of job %d could not be told; it will be told again", job_id)
        finally:
            self._telling.discard(job_id)

    async def mark(self, job_id: int) -> None:
        """The person knows: a finished job is DELIVERED by that. Else they would be told again."""
        now = self._clock()
        await self._database.insist(lambda tx: self._store.set_told(tx, job_id, now))
