"""``kill -9`` at seeded random moments: what was asked for arrives, and what was finished is not made again.

Meanwhile engines die, leave and join, people cancel, and now and then another program locks the database.
"""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from bot.db.database import Database
from bot.gpu.fleet import Fleet
from bot.gpu.job import JobStatus
from bot.gpu.queue import Queue
from bot.gpu.store import JobStore
from tests.gpu.paper_engine import PaperEngine
from tests.gpu.queue_victim import TALE, LastingRecorder

IN_CI = 6
IN_ALL = 100


def killed_life(folder: Path, seed: int) -> list[int]:
    """Let a bot live for a while and kill it; returns the ids it had said were asked for."""
    chance = random.Random(seed)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.gpu.queue_victim", str(folder), str(seed)], stdout=subprocess.PIPE, text=True
    ) as victim:
        assert victim.stdout is not None
        asked = [victim.stdout.readline() for _ in range(chance.randint(1, 40))]
        if chance.random() < 0.3:
            with closing(sqlite3.connect(folder / "inkling.db", isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")  # it waits for this one meanwhile, and may be killed while it does
                time.sleep(chance.random() * 0.1)
        time.sleep(chance.random() * 0.02)
        victim.kill()
        asked += victim.stdout.readlines()
    return [int(line.split()[1]) for line in asked if line.endswith("\n")]


def tale(folder: Path, event: str) -> Counter[int]:
    lines = (folder / TALE).read_text().splitlines() if (folder / TALE).exists() else []
    return Counter(int(line.split()[1]) for line in lines if line.startswith(f"{event} "))


async def check(folder: Path, seed: int) -> Counter[str]:
    """Two lives that are killed and one that ends it all. Returns what came of it, counted."""
    asked = killed_life(folder, seed) + killed_life(folder, seed + 1000)  # the second takes over from the first
    async with await Database.open(folder / "inkling.db") as database:
        store = JobStore(database)
        finished = {
            row["id"]
            for row in await database.fetch_all("SELECT id FROM jobs WHERE status IN ('finished', 'delivered')")
        }
        told_of = {row["id"] for row in await database.fetch_all("SELECT id FROM jobs WHERE told_utc IS NOT NULL")}
        rendered_before, told_before = tale(folder, "rendered"), tale(folder, "delivered")

        recorder = LastingRecorder(folder)
        engine = PaperEngine(4)
        queue = Queue(database, store, Fleet([engine]), time.time)
        await queue.start(recorder)
        every = {row["id"] for row in await database.fetch_all("SELECT id FROM jobs")}
        assert set(asked) <= every, "what was said to be asked for is in the table"
        await recorder.until(lambda: every - told_of <= {*recorder.delivered, *recorder.failed, *recorder.cancelled})
        await queue.close()
        recorder.close()

        rendered, told = tale(folder, "rendered"), tale(folder, "delivered")
        jobs = {job_id: await store.find(job_id) for job_id in every}
        kept = {row["job_id"]: row["sha256"] for row in await database.fetch_all("SELECT * FROM kept")}
        counts: Counter[str] = Counter()
        for job_id in every:
            job = jobs[job_id]
            assert job is not None
            counts[job.status] += 1
            if job.status is JobStatus.QUARANTINED:  # the victim's engine died under it, twice while it ran alone
                assert job.deaths_alone == 2
                continue
            if job.status is JobStatus.CANCELLED:
                assert job_id in told_of or job_id in recorder.cancelled
                continue
            counts["told again"] += told[job_id] - 1
            counts["begun again"] += job.attempts > 1
            assert job.status in (JobStatus.DELIVERED, JobStatus.FINISHED)  # the last mark may be cut off by close
            assert told[job_id] >= 1
            assert await recorder.files.read(kept[job_id], ".png")
            assert told[job_id] <= 1 + 2, "a repeat needs a kill between sending and its record"
            if job_id in finished:
                assert rendered[job_id] == rendered_before[job_id], "finished work is not made again"
            if job_id in finished & told_of:
                assert told[job_id] == told_before[job_id], "delivered work is not sent again"
    return counts


@pytest.mark.parametrize("seed", range(IN_CI))
async def test_killed_at_a_random_moment(tmp_path: Path, seed: int) -> None:
    await check(tmp_path, seed)


@pytest.mark.faults
@pytest.mark.timeout(1200)
async def test_killed_at_many_random_moments(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    counts: Counter[str] = Counter()
    for seed in range(IN_CI, IN_ALL):
        folder = tmp_path / str(seed)
        os.makedirs(folder)
        counts += await check(folder, seed)
    with capsys.disabled():
        kills = 2 * (IN_ALL - IN_CI)
        print(f"\n{kills} kills: " + ", ".join(f"{number} {what}" for what, number in sorted(counts.items())))
