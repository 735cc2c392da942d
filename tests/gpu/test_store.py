from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.db.database import Database
from bot.gpu.history import Kept, Past, Span
from bot.gpu.job import Generation, JobStatus, Promise, Standing
from bot.gpu.store import JobStore

WISH = Generation(
    model="paper",
    prompt="a “red” apple 🍎",
    negative_prompt="blue",
    width=64,
    height=32,
    steps=4,
    guidance=7.5,
    seeds=(1, 2**32 - 1),
    sampler=None,
    texts=({"parameters": "a\nb"}, {}),
)
GUILD = 2**63 - 1  # ids of Discord fit a signed 64-bit integer


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with await Database.open(tmp_path / "inkling.db") as opened:
        yield opened


@pytest.fixture
def store(database: Database) -> JobStore:
    return JobStore(database)


async def add(database: Database, store: JobStore, user: int = 5, at: float = 10.0) -> int:
    async with database.transaction() as tx:
        return await store.add(tx, user, GUILD, WISH, at, Standing(2.0, 3))


async def test_a_job_comes_back_as_it_was_put(database: Database, store: JobStore) -> None:
    job_id = await add(database, store)
    job = await store.find(job_id)
    assert job is not None
    assert (job.generation, job.user_id, job.guild_id, job.status) == (WISH, 5, GUILD, JobStatus.QUEUED)
    assert (job.attempts, job.deaths_alone, job.created_utc, job.standing) == (0, 0, 10.0, Standing(2.0, 3))
    assert (job.started_utc, job.ended_utc, job.error, job.notes) == (None, None, None, ())
    assert await store.find(job_id + 1) is None


async def test_a_whole_life(database: Database, store: JobStore) -> None:
    job_id = await add(database, store)
    async with database.transaction() as tx:
        assert await store.set_running(tx, job_id, 11)
        assert not await store.set_running(tx, job_id, 12)
    async with database.transaction() as tx:
        assert await store.set_finished(tx, job_id, ("The prompt was cut.",), 20)
        assert not await store.set_finished(tx, job_id, (), 21)
        assert not await store.set_failed(tx, job_id, JobStatus.FAILED, "no", 21)
        await store.set_cancelled(tx, job_id, 21)
    finished = await store.find_untold(job_id)
    assert finished is not None
    assert (finished.status, finished.notes, finished.attempts) == (JobStatus.FINISHED, ("The prompt was cut.",), 1)
    assert (finished.started_utc, finished.ended_utc) == (11, 20)
    assert await store.untold() == (job_id,)
    async with database.transaction() as tx:
        await store.set_told(tx, job_id, 22)
    assert finished.done == 1
    assert await store.find(job_id) == replace(finished, status=JobStatus.DELIVERED)
    assert await store.untold() == ()
    assert await store.find_untold(job_id) is None


async def test_cancelling_and_failing(database: Database, store: JobStore) -> None:
    waiting, running, quarantined = [await add(database, store) for _ in range(3)]
    async with database.transaction() as tx:
        await store.set_running(tx, running, 11)
        await store.set_running(tx, quarantined, 11)
        assert await store.status(tx, waiting) == (JobStatus.QUEUED, False)
        assert await store.status(tx, running) == (JobStatus.RUNNING, True)
        assert await store.status(tx, 99) is None
        await store.set_cancelled(tx, waiting, 12)
        assert await store.set_failed(tx, running, JobStatus.FAILED, "too thin", 12)
        assert await store.set_failed(tx, quarantined, JobStatus.QUARANTINED, "too hot", 12)
        assert not await store.set_running(tx, waiting, 13)
    failed, gone = await store.find(running), await store.find(quarantined)
    assert failed is not None
    assert gone is not None
    assert (failed.status, failed.error, failed.deaths_alone) == (JobStatus.FAILED, "too thin", 0)
    assert (gone.status, gone.error, gone.deaths_alone) == (JobStatus.QUARANTINED, "too hot", 1)
    assert await store.open_jobs() == ()
    async with database.transaction() as tx:
        await store.set_told(tx, running, 13)
    failed = await store.find(running)
    assert failed is not None
    assert failed.status is JobStatus.FAILED  # told, not delivered
    assert await store.untold() == (waiting, quarantined)


async def test_the_engines_death_counts_and_the_bots_does_not(database: Database, store: JobStore) -> None:
    first, second, queued = [await add(database, store) for _ in range(3)]
    async with database.transaction() as tx:
        await store.set_running(tx, first, 11)
        await store.set_running(tx, second, 11)
        assert await store.set_queued(tx, first, 1, 1)
        assert not await store.set_queued(tx, queued, 1, 1)
        assert await store.requeue_running(tx) == 1
    jobs = await store.open_jobs()
    assert [(job.id, job.status, job.attempts, job.deaths_alone, job.started_utc) for job in jobs] == [
        (first, JobStatus.QUEUED, 1, 1, None),
        (second, JobStatus.QUEUED, 0, 0, None),
        (queued, JobStatus.QUEUED, 0, 0, None),
    ]


async def test_what_the_policy_reads(database: Database, store: JobStore) -> None:
    old, made, waiting = [await add(database, store, at=at) for at in (1.0, 100.0, 101.0)]
    async with database.transaction() as tx:
        for job_id, started in ((old, 2), (made, 102)):
            await store.set_running(tx, job_id, started)
            await store.set_finished(tx, job_id, (), started + 5)
    assert await store.since(50) == (
        Past(5, WISH.cost, 100, 102, 107, 2.0),
        Past(5, WISH.cost, 101, weight=2.0, done=0.0),
    )
    assert await store.latest_spans(1) == (Span(102, 107, WISH.cost, "", "paper"),)
    assert await store.latest_spans(9) == (Span(2, 7, WISH.cost, "", "paper"), Span(102, 107, WISH.cost, "", "paper"))
    assert waiting == 3


async def test_ids_are_never_used_twice(database: Database, store: JobStore) -> None:
    job_id = await add(database, store)
    async with database.transaction() as tx:
        await tx.execute("DELETE FROM jobs")
    assert await add(database, store) == job_id + 1


async def test_what_failed_costs_nothing_and_what_was_cancelled_its_part(database: Database, store: JobStore) -> None:
    waiting, made, failed, cancelled, unstarted, old = [
        await add(database, store, at=at) for at in (100, 100, 100, 100, 100, 1)
    ]
    async with database.transaction() as tx:
        for job_id in (made, failed, cancelled):
            await store.set_running(tx, job_id, 101)
        await store.set_finished(tx, made, (), 102)
        await store.set_failed(tx, failed, JobStatus.FAILED, "no", 102, 0.9)
        await store.set_cancelled(tx, cancelled, 102, 0.25)
        await store.set_cancelled(tx, unstarted, 102)
        assert await store.spent(tx, 5, 50) == pytest.approx(2.25 * WISH.cost)
        assert await store.spent(tx, 6, 50) == 0
        assert await store.spent_in(tx, GUILD, 0) == pytest.approx(3.25 * WISH.cost)
    assert waiting != old


async def test_promises_come_back_and_are_held_against_what_it_took(database: Database, store: JobStore) -> None:
    job_id, unpromised = await add(database, store, at=100), await add(database, store, at=100)
    promise = Promise(3, 2, 8.0, 110.0, 120.0)
    async with database.transaction() as tx:
        await store.set_promises(tx, {job_id: promise})
        for number in (job_id, unpromised):
            await store.set_running(tx, number, 101, "card 1")
            await store.set_finished(tx, number, (), 109)
    job = await store.find(job_id)
    assert job is not None
    assert (job.promise, job.engine) == (promise, "card 1")
    assert await store.latest_kept(9) == (Kept(8.0, 9.0),)
