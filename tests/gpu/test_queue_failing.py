"""Engines that fail, listeners that fail, and the next life of the bot."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.gpu import maker
from bot.gpu.job import JobStatus
from bot.gpu.queue import CancelOutcome
from tests.gpu.paper_engine import Trick
from tests.gpu.paper_house import ANN, BOB, House, life

# ---- the engine fails


async def test_a_failed_job_is_told_and_stops_nobody_else(tmp_path: Path) -> None:
    tricks = {"fail": [Trick.FAIL], "break": [Trick.BREAK], "vanish": [Trick.VANISH]}
    async with life(tmp_path, tricks=tricks) as house:
        await house.queue.start(house.told)
        bad, broken, vanished = [await house.ask(ANN, prompt) for prompt in tricks]
        good = await house.ask(BOB)
        await house.settled(bad, broken, vanished, good)
        assert house.told.failed[bad] == "The paper is too thin for that."
        assert "torn" not in house.told.failed[broken]
        assert house.told.delivered == {good: 1}
        assert await house.status(bad) is JobStatus.FAILED
        assert house.engine.started.count(bad) == 1


async def test_after_a_death_the_jobs_run_again_one_at_a_time(tmp_path: Path) -> None:
    async with life(tmp_path, places=4) as house:
        await house.queue.start(house.told)
        house.engine.hold()
        jobs = [await house.ask(user) for user in (1, 2, 3, 4)]
        later = await house.ask(5)
        await house.told.until(lambda: len(house.engine.running) == 4)
        await house.engine.die()
        await house.engine.release()
        await house.settled(*jobs, later)
        assert house.told.delivered == dict.fromkeys([*jobs, later], 1)
        again = [house.engine.company[at] for at, job_id in enumerate(house.engine.started) if at >= 4]
        assert all(len(company) == 1 for company in again)


async def test_only_a_job_that_dies_alone_twice_is_quarantined(tmp_path: Path) -> None:
    async with life(tmp_path, places=3, tricks={"poison": [Trick.DIE] * 9}) as house:
        await house.queue.start(house.told)
        poison = await house.ask(ANN, "poison")
        innocent = [await house.ask(BOB), await house.ask(BOB)]
        await house.settled(poison, *innocent)
        job = await house.queue.find(poison)
        assert job is not None
        assert (job.status, job.deaths_alone, job.attempts) == (JobStatus.QUARANTINED, 2, 3)
        assert house.told.delivered == dict.fromkeys(innocent, 1)
        assert list(house.told.failed) == [poison]


async def test_a_job_cancelled_while_the_engine_dies_stays_cancelled(house: House) -> None:
    house.engine.hold()
    job_id = await house.ask(ANN)
    await house.told.until(lambda: job_id in house.engine.running)
    await asyncio.gather(house.queue.cancel(job_id), house.engine.die())
    await house.settled(job_id)
    assert await house.status(job_id) is JobStatus.CANCELLED
    assert house.told.told(job_id).count("cancelled") == 1


# ---- the listener fails


@pytest.mark.parametrize("call", ["started", "progress", "moved"])
async def test_a_listener_that_raises_stops_nothing(house: House, call: str) -> None:
    house.told.raises = {call}
    jobs = [await house.ask(ANN) for _ in range(3)]
    await house.settled(*jobs)
    assert house.told.delivered == dict.fromkeys(jobs, 1)


@pytest.mark.parametrize("call", ["keep_files", "keep_rows"])
async def test_pictures_that_cannot_be_saved_are_said_to_be_lost(
    house: House, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(maker, "SAVE_PAUSES", (0.0, 0.0))
    house.told.raises = {call}
    job_id = await house.ask(ANN)
    await house.settled(job_id)
    assert "could not be saved" in house.told.failed[job_id]
    assert await house.database.fetch_all("SELECT * FROM kept") == []
    assert await house.queue.open_jobs(ANN) == 0


async def test_what_could_not_be_delivered_is_delivered_later_and_once(house: House) -> None:
    house.told.raises = {"deliver"}
    job_id = await house.ask(ANN)
    await house.told.until(lambda: "deliver" in house.told.told(job_id))
    assert await house.status(job_id) is JobStatus.FINISHED
    house.told.raises = set()
    await asyncio.gather(house.queue.redeliver(), house.queue.redeliver())
    await house.settled(job_id)
    await house.queue.redeliver()
    assert house.told.delivered == {job_id: 1}
    assert house.engine.rendered == {job_id: 1}


# ---- another life


async def test_what_waited_or_ran_finishes_in_the_next_life(tmp_path: Path) -> None:
    async with life(tmp_path) as house:
        await house.queue.start(house.told)
        house.engine.hold()
        jobs = [await house.ask(ANN) for _ in range(3)]
        await house.told.until(lambda: bool(house.engine.running))
    async with life(tmp_path) as house:
        await house.queue.start(house.told)
        await house.settled(*jobs)
        assert house.told.delivered == dict.fromkeys(jobs, 1)
        for job_id in jobs:
            job = await house.queue.find(job_id)
            assert job is not None
            assert job.attempts == 1  # the bot's end does not count against it


async def test_finished_work_is_delivered_but_not_made_again(tmp_path: Path) -> None:
    async with life(tmp_path) as house:
        house.told.raises = {"deliver", "failed", "cancelled"}
        await house.queue.start(house.told)
        done = await house.ask(ANN)
        await house.told.until(lambda: "deliver" in house.told.told(done))
        house.engine.hold()
        gone = await house.ask(ANN)
        assert await house.queue.cancel(gone) in (CancelOutcome.RUNNING, CancelOutcome.WAITING)
        await house.told.until(lambda: "cancelled" in house.told.told(gone))
    async with life(tmp_path) as house:
        await house.queue.start(house.told)
        await house.settled(done, gone)
        assert house.told.delivered == {done: 1}
        assert list(house.told.cancelled) == [gone]
        assert house.engine.started == []


async def test_a_job_with_a_death_against_it_runs_alone_in_the_next_life_too(tmp_path: Path) -> None:
    async with life(tmp_path, places=3, restarts=False) as house:
        await house.queue.start(house.told)
        house.engine.hold()
        suspects = [await house.ask(ANN), await house.ask(BOB)]
        await house.told.until(lambda: len(house.engine.running) == 2)
        await house.engine.die()
        while [(await house.status(job_id)) for job_id in suspects] != [JobStatus.QUEUED] * 2:
            await asyncio.sleep(0)
    async with life(tmp_path, places=3) as house:
        await house.queue.start(house.told)
        await house.settled(*suspects)
        assert [len(company) for company in house.engine.company] == [1, 1]


async def test_the_shares_survive_a_restart(tmp_path: Path) -> None:
    async with life(tmp_path, places=1) as house:
        await house.queue.start(house.told)
        house.engine.hold()
        first = await house.ask(ANN, steps=50)
        rest = [await house.ask(ANN, steps=50) for _ in range(2)]
        bob = await house.ask(BOB)
        await house.told.until(lambda: first in house.engine.running)
        await house.engine.release()
        await house.told.until(lambda: "delivered" in house.told.told(first))
        house.engine.hold()
    async with life(tmp_path, places=1) as house:
        await house.queue.start(house.told)
        await house.settled(*rest, bob)
        assert house.engine.started == [bob, *rest]  # Ann had hers before
