"""Two real engine processes, killed at seeded random moments with jobs in flight: everything asked for comes, once.

An engine takes seconds to come back, so each kill waits for the engine that it kills, while the other goes on.
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
import time
from collections import Counter
from pathlib import Path

import pytest

from bot.db.database import Database
from bot.files import FileStore
from bot.gpu.catalog import read_catalog
from bot.gpu.engine import EngineState
from bot.gpu.fleet import Fleet
from bot.gpu.job import Generation
from bot.gpu.process_engine import ProcessEngine
from bot.gpu.queue import Queue
from bot.gpu.store import JobStore
from tests import tiny_models
from tests.gpu.recorder import KEPT, Recorder

IN_CI, IN_ALL = 2, 100
USERS = 3


def wish(chance: random.Random, seed: int) -> Generation:
    steps = chance.choice((2, 20, 60))
    return Generation("tiny", "a cat", "", 32, 32, steps, chance.choice((1.0, 5.0)), (seed,))


async def kills(folder: Path, count: int) -> Counter[str]:
    chance = random.Random(count)
    models = read_catalog((f"tiny={tiny_models.save(folder / 'tiny')}",), folder)
    engines = [ProcessEngine(models, first_model="tiny", device="cpu", threads=1) for _ in range(2)]
    fleet = Fleet(engines)
    await fleet.start()
    database = await Database.open(folder / "queue.db")
    async with database.transaction() as tx:
        await tx.execute(KEPT)
    told = Recorder(FileStore(folder / "files"))
    queue = Queue(database, JobStore(database), fleet, time.time)
    await queue.start(told)
    asked: list[int] = []
    counts: Counter[str] = Counter()

    async def people() -> None:
        while True:
            if len(asked) - len(told.delivered) - len(told.failed) < 8:
                job = await queue.submit(1 + len(asked) % USERS, None, wish(chance, len(asked)))
                asked.append(job.id)
            await asyncio.sleep(0.02)

    asking = asyncio.create_task(people())
    for number in range(count):
        engine = engines[number % 2]
        await engine.ready()
        await asyncio.sleep(chance.random() * 2)
        victims = {run.job_id for run in engine._runs.values()}
        alone = [await queue.find(job_id) for job_id in victims]
        if any(job is not None and job.deaths_alone for job in alone):
            continue  # a second death alone is rightly the job's own
        if engine.pid is not None and engine.state is EngineState.READY:
            os.kill(engine.pid, signal.SIGKILL)
            counts["kills"] += 1
            counts["jobs lost their engine"] += len(victims)
            while engine.state is EngineState.READY:
                await asyncio.sleep(0.01)
    asking.cancel()
    async with asyncio.timeout(120):
        await told.until(lambda: all(told.delivered[job_id] or job_id in told.failed for job_id in asked))
    await queue.close()
    await fleet.close()
    await database.close()
    counts["delivered"] = sum(told.delivered[job_id] == 1 for job_id in asked)
    counts["repeated"] = sum(told.delivered[job_id] > 1 for job_id in asked)
    counts["failed"] = len(told.failed)
    counts["asked"] = len(asked)
    return counts


@pytest.mark.timeout(300)
async def test_engines_killed_at_random_moments(tmp_path: Path) -> None:
    counts = await kills(tmp_path, IN_CI)
    assert counts["delivered"] == counts["asked"] > 0 and not counts["failed"], counts


@pytest.mark.faults
@pytest.mark.timeout(3600)
async def test_engines_killed_at_many_random_moments(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    counts = await kills(tmp_path, IN_ALL)
    with capsys.disabled():
        print("\nengine processes: " + ", ".join(f"{number} {what}" for what, number in counts.items()))
    assert counts["delivered"] == counts["asked"] and not counts["failed"], counts
