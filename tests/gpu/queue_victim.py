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
    chance = random.Random(seed)
    async with await Database.open(folder / "inkling.db") as database:
        async with database.transaction() as tx:
            await tx.execute(KEPT)
        engine = PaperEngine(3, step_seconds=0.001)
        queue = Queue(database, JobStore(database), Fleet([engine]), time.time)
        await queue.start(LastingRecorder(folder))
        while True:
            job = await queue.submit(chance.randrange(4), None, generation(steps=chance.randint(1, 8)))
            print(f"asked {job.id}", flush=True)
            await asyncio.sleep(chance.choice([0, 0, 0.002, 0.01]))
            if chance.random() < 0.03:
                await engine.die()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2])))
