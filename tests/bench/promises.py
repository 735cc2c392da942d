"""How well the queue keeps its word: what is promised to people who come and go, and when their pictures are ready.

    python -m tests.bench.promises [--jobs 60] [--people 4] [--load 0.8] [--seed 1]

The real queue and engine with the starter model. People ask at random moments (Poisson) for one or two pictures of 2
to 16 steps, at about ``load`` of what the engine can do. Goal: at least 80 % ready by the time first said.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import tempfile
import time
from pathlib import Path

from bot.app import child_engine
from bot.db.database import Database
from bot.files import FileStore
from bot.gpu.catalog import read_catalog
from bot.gpu.fleet import Fleet
from bot.gpu.job import Generation
from bot.gpu.queue import Queue
from bot.gpu.report import report
from bot.gpu.store import JobStore
from bot.settings import Settings
from tests.gpu.recorder import KEPT, Recorder

WARM_UP = 5


def wish(chance: random.Random) -> Generation:
    seeds = tuple(range(chance.randint(1, 2)))
    return Generation("starter", "a red apple", "", 128, 128, chance.randint(2, 16), 3.5, seeds)


async def played(options: argparse.Namespace, folder: Path) -> None:
    chance = random.Random(options.seed)
    engine = child_engine(Settings(), read_catalog((), folder), "auto")
    async with await Database.open(folder / "inkling.db") as database:
        async with database.transaction() as tx:
            await tx.execute(KEPT)
        store, fleet = JobStore(database), Fleet([engine])
        queue, told = Queue(database, store, fleet, time.time), Recorder(FileStore(folder / "files"))
        await fleet.start()
        await engine.ready()
        await queue.start(told)
        for _ in range(WARM_UP):
            job = await queue.submit(0, None, wish(chance))
            await told.until(lambda job=job: job.id in told.delivered)  # type: ignore[misc]
        spans = await store.latest_spans(WARM_UP)
        seconds = statistics.mean(span.ended_utc - span.started_utc for span in spans)
        asked = [job.id for job in [await ask(queue, chance, options, seconds) for _ in range(options.jobs)]]
        await told.until(lambda: set(asked) <= set(told.delivered))
        jobs = [job for job_id in asked if (job := await store.find(job_id))]
        made = report(await store.facts(0, 10**6), time.time(), 1)
        await queue.close()
    await engine.close()
    ratios = sorted(
        (job.ended_utc - job.created_utc) / job.promise.estimate_seconds
        for job in jobs
        if job.promise and job.promise.estimate_seconds and job.ended_utc
    )
    kept, tenth = made.kept, len(ratios) // 10
    first, latest = kept.first / kept.count, kept.latest / kept.count
    print(f"{len(jobs)} requests of {options.people} people, load {options.load}, about {seconds:.2f} s each")
    print(f"ready by the time first said  {first:.0%}, by the time last said {latest:.0%}")
    print("took / bare estimate          ", end="")
    print(f"p10 {ratios[tenth]:.2f}, p50 {statistics.median(ratios):.2f}, p90 {ratios[-tenth - 1]:.2f}")
    print(f"wait                          {made.waits}")
    print(f"with ideal sharing            {made.ideal}")


async def ask(queue: Queue, chance: random.Random, options: argparse.Namespace, seconds: float):  # type: ignore[no-untyped-def]
    await asyncio.sleep(chance.expovariate(options.load / seconds))
    return await queue.submit(1 + chance.randrange(options.people), None, wish(chance))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, default=60)
    parser.add_argument("--people", type=int, default=4)
    parser.add_argument("--load", type=float, default=0.8)
    parser.add_argument("--seed", type=int, default=1)
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(played(parser.parse_args(), Path(folder)))


if __name__ == "__main__":
    main()
