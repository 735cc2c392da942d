"""One life of the bot around a paper engine: database, queue and a listener."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from types import SimpleNamespace

from bot.db.database import Database
from bot.files import FileStore
from bot.gpu.fleet import Fleet
from bot.gpu.job import JobStatus
from bot.gpu.queue import Queue
from bot.gpu.store import JobStore
from tests.gpu.paper_engine import PaperEngine, Trick
from tests.gpu.recorder import KEPT, Recorder, generation

ANN, BOB = 1, 2


class House(SimpleNamespace):
    """One life of the bot: database, engine, queue and a listener."""

    database: Database
    engine: PaperEngine
    queue: Queue
    told: Recorder
    now: list[float]

    async def ask(self, user: int, prompt: str = "a red apple", *, steps: int = 3) -> int:
        return (await self.queue.submit(user, None, generation(prompt, steps=steps))).id

    async def status(self, job_id: int) -> JobStatus:
        job = await self.queue.find(job_id)
        assert job is not None
        return job.status

    async def settled(self, *job_ids: int) -> None:
        """Wait until the listener was told the end of all of these and the table says so."""
        ends = {"delivered", "failed", "cancelled"}
        await self.told.until(lambda: all(ends & set(self.told.told(job_id)) for job_id in job_ids))
        while set(job_ids) & set(await JobStore(self.database).untold()):
            await asyncio.sleep(0)


@asynccontextmanager
async def life(
    folder: Path, *, places: int = 2, tricks: Mapping[str, Sequence[Trick]] | None = None, **engine: bool
) -> AsyncIterator[House]:
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(await Database.open(folder / "inkling.db"))
        async with database.transaction() as tx:
            await tx.execute(KEPT)
        paper = PaperEngine(places, tricks=tricks, **engine)
        now = [1000.0]
        queue = Queue(database, JobStore(database), Fleet([paper]), lambda: now[0])
        told = Recorder(FileStore(folder / "files"))
        stack.push_async_callback(queue.close)
        yield House(database=database, engine=paper, queue=queue, told=told, now=now)
