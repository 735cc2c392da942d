"""From asking to having: places, estimates, sharing and cancelling, over a paper engine."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.db.database import Tx
from bot.errors import InklingError
from bot.gpu.history import FIRST_STRETCH
from bot.gpu.job import JobStatus
from bot.gpu.queue import CancelOutcome
from bot.gpu.store import JobStore
from tests.gpu.paper_engine import Trick
from tests.gpu.paper_house import ANN, BOB, House, life
from tests.gpu.recorder import generation

# ---- the straight way


async def test_a_job_goes_from_asking_to_delivered(house: House) -> None:
    job_id = await house.ask(ANN)
    await house.settled(job_id)
    assert house.told.told(job_id) == [
        "started", "progress", "progress", "progress", "keep_files", "keep_rows", "deliver", "delivered",
    ]  # fmt: skip
    job = await house.queue.find(job_id)
    assert job is not None
    assert (job.status, job.attempts, job.user_id) == (JobStatus.DELIVERED, 1, ANN)
    row = await house.database.fetch_one("SELECT sha256 FROM kept WHERE job_id = ?", (job_id,))
    assert row is not None
    assert (await house.told.files.read(row["sha256"], ".png")).startswith(b"\x89PNG")


async def test_the_row_and_the_callers_rows_are_committed_together(house: House) -> None:
    async def within(tx: Tx, job_id: int) -> None:
        await tx.execute("INSERT INTO kept VALUES (?, 99, 'mine')", (job_id,))

    house.engine.hold()
    job = await house.queue.submit(ANN, 7, generation(), within=within)
    assert await house.database.fetch_one("SELECT 1 FROM kept WHERE job_id = ? AND position = 99", (job.id,))
    assert (await house.status(job.id)).is_open


async def test_a_caller_that_fails_leaves_no_job(house: House) -> None:
    async def within(tx: Tx, job_id: int) -> None:
        raise InklingError("no")

    with pytest.raises(InklingError):
        await house.queue.submit(ANN, None, generation(), within=within)
    assert await house.database.fetch_all("SELECT * FROM jobs") == []
    assert await house.queue.open_jobs(ANN) == 0


async def test_a_submit_whose_asker_is_gone_still_gets_its_turn(house: House) -> None:
    inside, go_on = asyncio.Event(), asyncio.Event()

    async def within(tx: Tx, job_id: int) -> None:
        inside.set()
        await go_on.wait()

    asker = asyncio.create_task(house.queue.submit(ANN, None, generation(), within=within))
    await inside.wait()
    asker.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asker
    go_on.set()
    await house.told.until(lambda: bool(house.told.delivered))


async def test_jobs_count_as_open_from_the_moment_of_asking(house: House) -> None:
    house.engine.hold()
    asked = [asyncio.create_task(house.ask(ANN)) for _ in range(4)]
    await asyncio.sleep(0)
    assert await house.queue.open_jobs(ANN) == 4
    job_ids = [await task for task in asked]
    assert await house.queue.open_jobs(ANN) == 4
    await house.engine.release()
    await house.settled(*job_ids)
    assert await house.queue.open_jobs(ANN) == 0


async def test_an_engine_that_is_still_loading_gets_its_jobs_later(tmp_path: Path) -> None:
    async with life(tmp_path, ready=False) as house:
        await house.queue.start(house.told)
        job_id = await house.ask(ANN)
        place = house.queue.place(job_id)
        assert place is not None
        assert (place.position, place.engine_ready) == (1, False)
        assert house.engine.started == []
        house.engine.become_ready()
        await house.settled(job_id)


async def test_two_users_share_and_each_is_served_in_order(tmp_path: Path) -> None:
    async with life(tmp_path, places=1, ready=False) as house:
        await house.queue.start(house.told)
        anns = [await house.ask(ANN) for _ in range(4)]
        bobs = [await house.ask(BOB) for _ in range(2)]
        house.engine.become_ready()
        await house.settled(*anns, *bobs)
        assert house.engine.started == [anns[0], bobs[0], anns[1], bobs[1], anns[2], anns[3]]


async def test_one_user_never_holds_the_last_place(tmp_path: Path) -> None:
    async with life(tmp_path, places=3) as house:
        await house.queue.start(house.told)
        house.engine.hold()
        anns = [await house.ask(ANN) for _ in range(5)]
        await house.told.until(lambda: len(house.engine.running) == 2)
        bob = await house.ask(BOB)
        await house.told.until(lambda: bob in house.engine.running)
        assert len(house.engine.running) == 3
        await house.engine.release()
        await house.settled(*anns, bob)


async def test_places_are_said_when_they_change(tmp_path: Path) -> None:
    async with life(tmp_path, places=1) as house:
        await house.queue.start(house.told)
        house.engine.hold()
        first, second, third = [await house.ask(ANN) for _ in range(3)]
        await house.told.until(lambda: first in house.engine.running)
        standing = [house.queue.place(job_id) for job_id in (first, second, third)]
        assert [place and place.position for place in standing] == [0, 1, 2]
        house.told.moves.clear()
        bob = await house.ask(BOB)
        await house.told.until(lambda: bool(house.told.moves))
        assert set(house.told.moves[-1]) == {second, third}
        await house.queue.cancel(second)
        await house.told.until(lambda: third in house.told.moves[-1])
        await house.engine.release()
        await house.settled(first, third, bob)
        assert house.queue.place(first) is None


async def test_the_estimate_comes_from_what_was_made(tmp_path: Path) -> None:
    async with life(tmp_path, places=1) as house:
        await house.queue.start(house.told)
        house.engine.hold()
        first = await house.ask(ANN, steps=10)
        second = await house.ask(ANN, steps=5)
        await house.told.until(lambda: first in house.engine.running)
        place = house.queue.place(second)
        assert place is not None
        assert place.estimate_seconds is None
        house.now[0] += 20  # ten steps in twenty seconds
        await house.engine.release()
        await house.settled(first, second)
        house.engine.hold()
        third = await house.ask(ANN, steps=30)
        await house.told.until(lambda: third in house.engine.running)
        place = house.queue.place(third)
        assert place is not None
        assert place.estimate_seconds == pytest.approx(30 * 2 * FIRST_STRETCH)
        while (job := await house.queue.find(third)) is None or job.promise is None:
            await asyncio.sleep(0.05)  # what was said is written down soon after
        asked = house.now[0]
        assert (job.promise.ahead, job.promise.beside) == (0, 0)
        assert job.promise.estimate_seconds == pytest.approx(60)
        assert job.promise.ready_utc == pytest.approx(asked + 60 * FIRST_STRETCH)
        house.now[0] += 70
        await house.engine.release()
        await house.settled(third)
        (kept,) = await JobStore(house.database).latest_kept(9)
        assert (kept.estimated, kept.took) == (pytest.approx(60), pytest.approx(70))


async def test_an_engine_that_grows_is_noticed(tmp_path: Path) -> None:
    async with life(tmp_path, places=1) as house:
        await house.queue.start(house.told)
        house.engine.hold()
        first, second = await house.ask(ANN), await house.ask(BOB)
        await house.told.until(lambda: first in house.engine.running)
        house.engine.grow(2)
        await house.told.until(lambda: second in house.engine.running)
        await house.engine.release()
        await house.settled(first, second)


# ---- cancelling


async def test_cancelling_says_what_the_job_was_doing_and_stops_only_it(tmp_path: Path) -> None:
    async with life(tmp_path, places=1) as house:
        await house.queue.start(house.told)
        house.engine.hold()
        running, waiting, other = [await house.ask(ANN) for _ in range(3)]
        await house.told.until(lambda: running in house.engine.running)
        for _ in range(2):  # idempotent
            assert await house.queue.cancel(waiting) is CancelOutcome.WAITING
            assert await house.queue.cancel(running) is CancelOutcome.RUNNING
        await house.settled(running, waiting)
        assert house.told.cancelled == {running: True, waiting: False}
        await house.engine.release()
        await house.settled(other)
        assert house.told.delivered == {other: 1}
        assert await house.queue.cancel(other) is CancelOutcome.TOO_LATE
        assert await house.queue.cancel(12345) is CancelOutcome.TOO_LATE
        assert house.engine.rendered == {other: 1}


async def test_a_hanging_job_can_be_cancelled(tmp_path: Path) -> None:
    async with life(tmp_path, tricks={"hang": [Trick.HANG]}) as house:
        await house.queue.start(house.told)
        job_id = await house.ask(ANN, "hang")
        await house.told.until(lambda: "progress" in house.told.told(job_id))
        assert await house.queue.cancel(job_id) is CancelOutcome.RUNNING
        await house.settled(job_id)


async def test_cancelling_at_any_moment_ends_in_exactly_one_way(house: House) -> None:
    """However cancel and the job's progress interleave, one end is told, and it is the one that cancel promised."""
    for delay in range(40):
        job_id = await house.ask(ANN)
        for _ in range(delay):
            await asyncio.sleep(0.0005)
        outcome = await house.queue.cancel(job_id)
        await house.settled(job_id)
        ends = [event for event in house.told.told(job_id) if event in ("delivered", "failed", "cancelled")]
        assert ends == (["delivered"] if outcome is CancelOutcome.TOO_LATE else ["cancelled"])
        if outcome is not CancelOutcome.TOO_LATE:
            assert house.told.cancelled[job_id] is (outcome is CancelOutcome.RUNNING)
