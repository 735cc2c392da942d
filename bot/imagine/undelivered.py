"""What could not be brought to its asker: held until they next come by. And what a crash may have told twice."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.clock import Clock
from bot.db.database import Database
from bot.imagine.store import ImagineStore
from bot.imagine.work import Work
from bot.rules.model import DAY_SECONDS


class Undelivered:
    def __init__(
        self, database: Database, store: ImagineStore, find: Callable[[int], Awaitable[Work]], clock: Clock
    ) -> None:
        """``find`` gives the work of a job by its id."""
        self._database = database
        self._store = store
        self._find = find
        self._clock = clock

    async def keep(self, job_id: int) -> None:
        """Hold the finished pictures until their owner next comes by."""
        await self._set_kept(job_id, kept=True)

    async def kept_for(self, user_id: int) -> list[Work]:
        works = [await self._find(job_id) for job_id in await self._store.kept_jobs(user_id)]
        return [work for work in works if work.pictures or work.withheld or work.words]

    async def handed_over(self, job_id: int) -> None:
        await self._set_kept(job_id, kept=False)

    async def _set_kept(self, job_id: int, *, kept: bool) -> None:
        await self._database.insist(lambda tx: self._store.set_kept(tx, job_id, kept=kept))

    async def repeats(self, days: int) -> int:
        """How many ends may have been told twice in the last days: a crash can repeat one, never lose one."""
        return await self._store.repeats(self._clock() - days * DAY_SECONDS)

    async def wipe_expired_tokens(self) -> None:
        async with self._database.transaction() as tx:
            await self._store.wipe_expired_tokens(tx, self._clock())
