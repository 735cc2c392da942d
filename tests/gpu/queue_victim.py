"""A bot that only queues, to be killed at any moment: ``python -m tests.gpu.queue_victim FOLDER SEED``.

It says ``asked ID`` once a submit has returned, and lives until it is killed. What was rendered and delivered is
appended to a file at once, so that it outlives the process.
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
import time
from pathlib import Path

from bot.db.database import Database
from bot.files import FileStore
from bot.gpu.fleet import Fleet
from bot.gpu.job import Job, Rendered
from bot.gpu.queue import Queue
from bot.gpu.store import JobStore
from tests.gpu.paper_engine import PaperEngine
from tests.gpu.recorder import KEPT, Recorder, generation

TALE = "tale.txt"


class LastingRecorder(Recorder):
    """Writes down ``rendered ID`` and ``delivered ID`` where the next life can read it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(FileStore(folder / "files"))
        self._tale = os.open(folder / TALE, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    async def keep_files(self, job: Job, rendered: Rendered) -> list[object]:  # type: ignore[override]
        os.write(self._tale, f"rendered {job.id}\n".encode())
        return list(await super().keep_files(job, rendered))

    async def deliver(self, job: Job) -> None:
        os.write(self._tale, f"delivered {job.id}\n".encode())
        await super().deliver(job)

    def close(self) -> None:
        os.close(self._tale)


async def main(folder: Path, seed: int) -> None:
    """Several people ask and cancel; two engines work, die, leave and join."""
    chance = random.Random(seed)
    async with await Database.open(folder / "inkling.db") as database:
        async with database.transaction() as tx:
            await tx.execute(KEPT)
        fleet = Fleet([PaperEngine(3, step_seconds=0.001, name="one"), PaperEngine(2, step_seconds=0.001, name="two")])
        queue = Queue(database, JobStore(database), fleet, time.time)
        await queue.start(LastingRecorder(folder))
        while True:
            job = await queue.submit(chance.randrange(4), None, generation(steps=chance.randint(1, 8)))
            print(f"asked {job.id}", flush=True)
            await asyncio.sleep(chance.choice([0, 0, 0.002, 0.01]))
            event = chance.random()
            if event < 0.03:
                await some_engine(fleet, chance).die()
            elif event < 0.05:
                leaving = some_engine(fleet, chance)
                fleet.leave(leaving)
                fleet.join(PaperEngine(2, step_seconds=0.001, name=f"engine {job.id}"))
                await leaving.close()
            elif event < 0.1:
                await queue.cancel(max(1, job.id - chance.randrange(4)))


def some_engine(fleet: Fleet, chance: random.Random) -> PaperEngine:
    engine = chance.choice(fleet.engines)
    assert isinstance(engine, PaperEngine)
    return engine


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2])))
