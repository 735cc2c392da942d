"""One queue, several engines: jobs go where their model is, and go on elsewhere when an engine is lost."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.db.database import Database
from bot.files import FileStore
from bot.gpu import watch
from bot.gpu.fleet import Fleet
from bot.gpu.job import JobStatus
from bot.gpu.queue import Queue
from bot.gpu.store import JobStore
from bot.gpu.trouble import Kind, Trouble
from tests.gpu.paper_engine import PaperEngine, Trick, paint
from tests.gpu.recorder import KEPT, Recorder, generation

ANN, BOB = 1, 2


class Works(SimpleNamespace):
    fleet: Fleet
    queue: Queue
    told: Recorder
    database: Database
    troubles: list[Trouble]
    now: list[float]

    async def ask(self, user: int = ANN, model: str = "paper", prompt: str = "a red apple") -> int:
        made = dataclasses.replace(generation(prompt), model=model)
        return (await self.queue.submit(user, None, made)).id

    async def settled(self, *job_ids: int) -> None:
        """Wait until the ends of all of these were told, and the table says so."""
        await self.told.until(lambda: all({"delivered", "failed"} & set(self.told.told(job)) for job in job_ids))
        while set(job_ids) & set(await JobStore(self.database).untold()):
            await asyncio.sleep(0)

    async def until(self, holds: object) -> None:
        while not holds():  # type: ignore[operator]
            await asyncio.sleep(0.005)


@asynccontextmanager
async def works(folder: Path, engines: Sequence[PaperEngine]) -> AsyncIterator[Works]:
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(await Database.open(folder / "inkling.db"))
        async with database.transaction() as tx:
            await tx.execute(KEPT)
        fleet = Fleet(engines)
        now = [1000.0]
        queue = Queue(database, JobStore(database), fleet, lambda: now[0])
        troubles: list[Trouble] = []
        queue.on_trouble.append(troubles.append)
        told = Recorder(FileStore(folder / "files"))
        stack.push_async_callback(queue.close)
        await queue.start(told)
        yield Works(fleet=fleet, queue=queue, told=told, database=database, troubles=troubles, now=now)


async def test_all_engines_work_at_once(tmp_path: Path) -> None:
    one, two = PaperEngine(1, name="one"), PaperEngine(1, name="two")
    for engine in (one, two):
        engine.hold()
    async with works(tmp_path, [one, two]) as house:
        jobs = [await house.ask(), await house.ask()]
        await house.until(lambda: one.running and two.running)
        for engine in (one, two):
            await engine.release()
        await house.settled(*jobs)
        made = [await house.queue.find(job_id) for job_id in jobs]
        assert sorted(job.engine or "" for job in made if job) == ["one", "two"]


async def test_a_job_goes_where_its_model_is(tmp_path: Path) -> None:
    one, two = PaperEngine(2, name="one"), PaperEngine(2, name="two")
    one.load("cats")
    two.load("dogs")
    async with works(tmp_path, [one, two]) as house:
        cats = [await house.ask(user, "cats") for user in (ANN, BOB)]
        dogs = [await house.ask(user, "dogs") for user in (ANN, BOB)]
        await house.settled(*cats, *dogs)
        assert sorted(one.started) == sorted(cats)
        assert sorted(two.started) == sorted(dogs)


async def test_a_lost_engines_jobs_are_made_elsewhere_and_are_the_same(tmp_path: Path) -> None:
    one, two = PaperEngine(2, name="one", restarts=False), PaperEngine(2, name="two", ready=False)
    one.hold()
    async with works(tmp_path, [one, two]) as house:
        jobs = [await house.ask(ANN), await house.ask(BOB)]
        await house.until(lambda: len(one.running) == 2)
        two.become_ready()
        await one.die()  # and it does not come back
        await house.settled(*jobs)
        assert sorted(two.started) == jobs
        assert all(len(company) == 1 for company in two.company), "one at a time: either may have killed it"
        assert house.told.delivered == dict.fromkeys(jobs, 1)
        for job_id in jobs:
            job = await house.queue.find(job_id)
            assert job is not None
            assert (job.engine, job.attempts) == ("two", 2)
            row = await house.database.fetch_one("SELECT sha256 FROM kept WHERE job_id = ?", (job_id,))
            assert row is not None
            assert await house.told.files.read(row["sha256"], ".png") == paint(job.generation, 0)


async def test_an_engine_that_leaves_on_purpose_is_not_held_against_its_jobs(tmp_path: Path) -> None:
    one, two = PaperEngine(2, name="one"), PaperEngine(2, name="two", ready=False)
    one.hold()
    async with works(tmp_path, [one, two]) as house:
        jobs = [await house.ask(ANN), await house.ask(BOB)]
        await house.until(lambda: len(one.running) == 2)
        two.become_ready()
        house.fleet.leave(one)
        await one.close()
        await house.settled(*jobs)
        for job_id in jobs:
            job = await house.queue.find(job_id)
            assert job is not None
            assert (job.engine, job.attempts, job.status) == ("two", 1, JobStatus.DELIVERED)


async def test_an_engine_that_joins_takes_part_at_once(tmp_path: Path) -> None:
    one = PaperEngine(1, name="one")
    one.hold()
    async with works(tmp_path, [one]) as house:
        jobs = [await house.ask(ANN), await house.ask(BOB)]
        await house.until(lambda: bool(one.running))
        two = PaperEngine(1, name="two")
        house.fleet.join(two)
        await house.settled(jobs[1])
        assert two.started == [jobs[1]]
        await one.release()
        await house.settled(jobs[0])


async def test_without_any_engine_everything_waits(tmp_path: Path) -> None:
    async with works(tmp_path, []) as house:
        job_id = await house.ask()
        place = house.queue.place(job_id)
        assert place is not None
        assert (place.position, place.engine_ready) == (1, False)
        house.fleet.join(PaperEngine(1))
        await house.settled(job_id)


async def test_when_the_last_engine_leaves_its_operator_hears_and_those_who_wait_are_told(tmp_path: Path) -> None:
    one = PaperEngine(1)
    one.hold()
    async with works(tmp_path, [one]) as house:
        job_id = await house.ask()
        await house.until(lambda: one.running)
        house.fleet.leave(one)
        await one.close()
        await house.until(lambda: job_id in [job.id for job in house.queue.jobs() if job.status is JobStatus.QUEUED])
        place = house.queue.place(job_id)
        assert place is not None
        assert place.engines == 0
        assert [trouble.kind for trouble in house.troubles] == [Kind.LOST]
        house.fleet.join(PaperEngine(1))
        await house.settled(job_id)


async def test_engines_of_one_name_are_told_apart(tmp_path: Path) -> None:
    one, two = PaperEngine(1), PaperEngine(1)
    async with works(tmp_path, [one, two]) as house:
        assert [seats.engine for seats in house.queue.roster.seats()] == ["paper", "paper (2)"]
        house.fleet.leave(one)
        assert [seats.engine for seats in house.queue.roster.seats()] == ["paper (2)"], "a name stays"


async def test_a_model_that_one_engine_cannot_load_is_made_on_the_other_and_its_operator_hears(tmp_path: Path) -> None:
    one, two = PaperEngine(1, name="one"), PaperEngine(1, name="two")
    async with works(tmp_path, [one, two]) as house:
        one.unusable["huge"] = "it needs 24 GB"
        one.load()
        jobs = [await house.ask(user, "huge") for user in (ANN, BOB, ANN)]
        await house.settled(*jobs)
        assert one.started == []
        assert house.queue.roster.unusable() == {}
        assert [(trouble.kind, trouble.text) for trouble in house.troubles] == [
            (Kind.MODEL, "The model huge cannot be loaded on one: it needs 24 GB")
        ]
        two.unusable["huge"] = "it needs 24 GB"
        assert house.queue.roster.unusable() == {"huge": "it needs 24 GB"}


async def test_a_crash_loop_is_told_once_and_a_picture_ends_it(tmp_path: Path) -> None:
    engine = PaperEngine(1, tricks={"poison": [Trick.DIE] * 3})
    async with works(tmp_path, [engine]) as house:
        poison = await house.ask(ANN, prompt="poison")
        await house.settled(poison)
        kinds = [trouble.kind for trouble in house.troubles]
        assert kinds == [Kind.CRASH_LOOP, Kind.QUARANTINE]
        await house.settled(await house.ask(BOB))
        await engine.die()
        await house.until(lambda: engine.places)
        assert len(house.troubles) == 2


async def test_a_lost_source_of_engines_is_told_once_while_the_others_go_on(tmp_path: Path) -> None:
    async with works(tmp_path, [PaperEngine(1)]) as house:
        house.fleet.report("the Ray cluster 10.0.0.1:6379", "it was lost (head node gone)")
        house.fleet.report("the Ray cluster 10.0.0.1:6379", "it was lost (head node gone)")
        assert [(trouble.kind, trouble.text) for trouble in house.troubles] == [
            (
                Kind.LOST,
                "The Ray cluster 10.0.0.1:6379: it was lost (head node gone). "
                "The bot goes on with the engines that are left.",
            )
        ]
        await house.settled(await house.ask())
        house.fleet.report("the Ray cluster 10.0.0.1:6379", None)
        house.fleet.report("the Ray cluster 10.0.0.1:6379", "it was lost again")
        assert len(house.troubles) == 2


async def test_an_engine_that_never_comes_up_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(watch, "LOOK_SECONDS", 0.01)
    async with works(tmp_path, [PaperEngine(1, ready=False)]) as house:
        await asyncio.sleep(0.05)
        assert house.troubles == []
        house.now[0] += watch.ABSENT_SECONDS
        await house.until(lambda: house.troubles)
        assert "has not been ready for 5 minutes" in house.troubles[0].text


async def test_the_largest_picture_is_that_of_the_largest_engine(tmp_path: Path) -> None:
    one, two = PaperEngine(1), PaperEngine(1)
    one.pixels["m"] = 512 * 512
    async with works(tmp_path, [one, two]) as house:
        assert house.queue.roster.most_pixels("m") is None, "the other knows no limit"
        two.pixels["m"] = 768 * 768
        assert house.queue.roster.most_pixels("m") == 768 * 768


async def test_a_listener_that_raises_ends_no_engine(tmp_path: Path) -> None:
    async with works(tmp_path, [PaperEngine(1)]) as house:

        def broken(trouble: Trouble) -> None:
            raise RuntimeError("nobody is there")

        house.queue.on_trouble.insert(0, broken)
        for _ in range(2):
            house.fleet.report("the Ray cluster 10.0.0.1:6379", "it was lost")
            house.fleet.report("the Ray cluster 10.0.0.1:6379", None)
        assert house.troubles and house.troubles[0].kind is Kind.LOST, "the others are told"
        await house.settled(await house.ask())


async def test_an_engine_that_joins_in_anothers_place_has_its_own_name(tmp_path: Path) -> None:
    """Its address in memory may be that of one which has left."""
    first = PaperEngine(1, name="first")
    async with works(tmp_path, [first]) as house:
        await house.settled(await house.ask())
        house.fleet.leave(first)
        second = PaperEngine(1, name="second")
        house.fleet.join(second)
        job = await house.queue.find(await house.ask())
        assert job is not None
        await house.settled(job.id)
        assert [seats.engine for seats in house.queue.roster.seats()] == ["second"]
        made = await house.queue.find(job.id)
        assert made is not None and made.engine == "second"
        assert house.queue.roster.engine("first") is None
