"""More than a person or a server may have is refused before it is queued, and what came to nothing is given back."""

from __future__ import annotations

import dataclasses
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.address import Origin
from bot.db.database import Database
from bot.errors import BadRequest, OverLimit, Refused
from bot.files import FileStore
from bot.gpu.catalog import read_catalog
from bot.gpu.fleet import Fleet
from bot.gpu.queue import Queue
from bot.gpu.store import JobStore
from bot.imagine.grid import parse_grid
from bot.imagine.model import Wish
from bot.imagine.service import ImagineService
from bot.imagine.starter import starter_prompt
from bot.imagine.store import ImagineStore
from bot.moderation.service import Moderation
from bot.moderation.store import ModerationStore
from bot.rules.model import Limits
from bot.rules.service import RulesService
from bot.rules.store import RulesStore
from bot.settings import Settings
from tests.gpu.paper_engine import PaperEngine, Trick
from tests.imagine.quiet import QuietPresenter

NOW = 1_000_000.0
ANN = Origin(user_id=1, guild_id=10, channel_id=100, token="t", token_expires_utc=NOW + 900)
BOB = dataclasses.replace(ANN, user_id=2)
COST = 2 * 20 * 128 * 128 / 1e6  # a picture of the starter model


class House:
    def __init__(self, folder: Path, engine: PaperEngine | None, **settings: Any) -> None:
        self.settings = Settings(data_dir=folder, **settings)
        self.engine = engine or PaperEngine(tricks={starter_prompt("a dog"): [Trick.FAIL]})
        self.now = NOW
        self.presenter = QuietPresenter()
        self.service: ImagineService
        self.rules: RulesService
        self.moderation: Moderation
        self.queue: Queue

    async def made(self, origin: Origin, prompt: str = "a cat") -> str:
        work = await self.service.submit(origin, Wish(prompt))
        return await self.presenter.wait_for(work.job.id)


@asynccontextmanager
async def opened(folder: Path, engine: PaperEngine | None = None, **settings: Any) -> AsyncIterator[House]:
    house = House(folder, engine, **settings)
    async with await Database.open(house.settings.database_path) as database:
        house.queue = Queue(database, JobStore(database), Fleet([house.engine]), lambda: house.now)
        house.moderation = Moderation(database, ModerationStore(database), lambda: house.now)
        house.rules = RulesService(database, RulesStore(database), house.settings, house.moderation)
        house.service = ImagineService(
            database,
            ImagineStore(database),
            house.queue,
            FileStore(house.settings.files_dir),
            read_catalog((), house.settings.models_dir),
            house.settings,
            house.rules,
            house.moderation,
            lambda: house.now,
        )
        house.service.presenter = house.presenter
        await house.queue.start(house.service.telling)
        yield house
        await house.queue.close()


async def test_a_days_cost_is_kept_and_comes_back(tmp_path: Path) -> None:
    async with opened(tmp_path, daily_cost=2) as house:
        for _ in range(3):
            await house.made(ANN)
        with pytest.raises(OverLimit, match=r"costs 0.66 points, and you have used 2 points of 2 points"):
            await house.service.submit(ANN, Wish("a cat"))
        assert await house.made(BOB) == "delivered", "each has their own"
        house.now += 24 * 3600 + 1
        assert await house.made(ANN) == "delivered"


async def test_what_failed_or_was_cancelled_is_given_back(tmp_path: Path) -> None:
    async with opened(tmp_path, daily_cost=1) as house:
        assert "too thin" in await house.made(ANN, "a dog")
        house.engine.hold()
        work = await house.service.submit(ANN, Wish("a cat"))
        with pytest.raises(OverLimit):
            await house.service.submit(ANN, Wish("a cat"))
        await house.service.cancel(work.job.id, ANN.user_id, moderator_of=None)
        await house.engine.release()
        assert await house.made(ANN) == "delivered"


async def test_a_refused_one_leaves_nothing_behind(tmp_path: Path) -> None:
    async with opened(tmp_path, daily_cost=1) as house:
        with pytest.raises(OverLimit):
            await house.service.submit(ANN, Wish("a cat", count=4))
        assert await house.queue.open_jobs(ANN.user_id) == 0
        assert await house.queue.find(1) is None


async def test_a_server_has_limits_of_its_own(tmp_path: Path) -> None:
    async with opened(tmp_path, server_max_waiting=2, server_daily_cost=1) as house:
        await house.made(ANN)
        with pytest.raises(OverLimit, match="this server has used"):
            await house.service.submit(BOB, Wish("a cat"))
        elsewhere = dataclasses.replace(BOB, guild_id=11)
        house.engine.hold()
        cheap = Wish("a cat", steps=1)
        await house.service.submit(elsewhere, cheap)
        await house.service.submit(elsewhere, cheap)
        with pytest.raises(OverLimit, match="already has 2 requests"):
            await house.service.submit(dataclasses.replace(elsewhere, user_id=3), cheap)


async def test_a_role_can_be_shut_out(tmp_path: Path) -> None:
    async with opened(tmp_path) as house:
        await house.rules.set_role(10, 7, Limits(waiting=0))
        with pytest.raises(OverLimit, match="may not ask"):
            await house.service.submit(dataclasses.replace(ANN, role_ids=(7,)), Wish("a cat"))
        assert await house.made(ANN) == "delivered"


async def test_what_fits_on_no_engine_is_refused_with_a_size_that_does(tmp_path: Path) -> None:
    async with opened(tmp_path) as house:
        house.engine.pixels["starter"] = 128 * 128
        with pytest.raises(BadRequest, match=r"192×192 does not fit .* Try 128x128"):
            await house.service.submit(ANN, Wish("a cat", size="192"))
        assert await house.made(ANN) == "delivered"
        house.engine.pixels["starter"] = 0
        with pytest.raises(BadRequest, match="whatever the size"):
            await house.service.submit(ANN, Wish("a cat"))


async def test_boosts_weigh_and_are_kept_with_the_job(tmp_path: Path) -> None:
    async with opened(tmp_path, boosts=((ANN.user_id, 2.0), (7, 3.0))) as house:
        for origin, weight in ((ANN, 2.0), (BOB, 1.0), (dataclasses.replace(ANN, role_ids=(7,)), 3.0)):
            work = await house.service.submit(origin, Wish("a cat"))
            job = await house.queue.find(work.job.id)
            assert job is not None
            assert job.standing.weight == weight


async def test_a_role_may_have_more_running_at_once(tmp_path: Path) -> None:
    async with opened(tmp_path, max_running=4) as house:
        await house.rules.set_limits(10, Limits(running=1))
        await house.rules.set_role(10, 7, Limits(running=2))
        for origin, most in (
            (ANN, 1),
            (dataclasses.replace(ANN, role_ids=(7,)), 2),
            (dataclasses.replace(ANN, guild_id=11), 4),
        ):
            work = await house.service.submit(origin, Wish("a cat"))
            job = await house.queue.find(work.job.id)
            assert job is not None
            assert job.standing.most_running == most
        with pytest.raises(BadRequest, match="allows at most 4 running"):
            await house.rules.set_limits(10, Limits(running=5))
        with pytest.raises(BadRequest, match="nothing would ever be drawn"):
            await house.rules.set_role(10, 7, Limits(running=0))


async def test_a_grid_counts_in_full_as_one_request_and_comes_back_in_full(tmp_path: Path) -> None:
    four = parse_grid("guidance", "2, 4", "steps", "10, 20")
    whole = 2 * (10 + 20) * 2 * 128 * 128 / 1e6
    async with opened(tmp_path, daily_cost=2, max_waiting=1) as house:
        with pytest.raises(OverLimit, match=r"costs 3.9 points"):
            await house.service.submit(ANN, Wish("a cat", grid=parse_grid("steps", "10, 20, 30, 60")))
        assert await house.queue.open_jobs(ANN.user_id) == 0, "none of it is queued"
        work = await house.service.submit(ANN, Wish("a dog", grid=four))
        assert work.job.generation.cost == pytest.approx(whole)
        assert await house.presenter.wait_for(work.job.id) != "delivered"
        work = await house.service.submit(ANN, Wish("a cat", grid=four))
        assert await house.presenter.wait_for(work.job.id) == "delivered"
        pictures = (await house.service.find(work.job.id)).pictures
        assert [picture.position for picture in pictures] == [0, 1, 2, 3]
        with pytest.raises(OverLimit):
            await house.service.submit(ANN, Wish("a cat"))


async def test_words_that_a_server_refuses_cost_nothing_and_are_on_record(tmp_path: Path) -> None:
    async with opened(tmp_path, daily_cost=1, refused_words=("gore",)) as house:
        await house.rules.set_refused(10, ["  Bad   Cat ", "bad cat", "!!"], by=9)
        assert (await house.rules.of(10)).refused == ("Bad Cat",)
        for origin, prompt, says in (
            (ANN, "a BÁD cat", r"rules of this server refuse “Bad Cat”.*cost nothing"),
            (ANN, "a (bad:1.2) (cat:0.5)", "refuse “Bad Cat”"),
            (ANN, "a {dog|bad cat}", "refuse “Bad Cat”"),
            (dataclasses.replace(ANN, guild_id=None), "Gore!", "Whoever runs this bot refuses “gore”"),
        ):
            with pytest.raises(Refused, match=says):
                await house.service.submit(origin, Wish(prompt))
        with pytest.raises(Refused):
            await house.service.submit(ANN, Wish("my bad cat", private=True))
        elsewhere = dataclasses.replace(ANN, guild_id=11)
        assert await house.made(elsewhere, "a bad cat") == "delivered", "another server, other rules"
        entries = (await house.moderation.audit(None, 0)).entries
        assert [entry.deed.detail for entry in entries] == [
            "",
            "“gore”",
            "“Bad Cat”",
            "“Bad Cat”",
            "“Bad Cat”",
            "refused words and phrases: 1",
        ]
        assert await house.queue.find(2) is None, "only the one that was drawn"


async def test_what_a_wildcard_puts_in_is_refused_too(tmp_path: Path) -> None:
    async with opened(tmp_path) as house:
        (tmp_path / "wildcards").mkdir()
        (tmp_path / "wildcards" / "pet.txt").write_text("cat\n", encoding="utf-8")
        await house.rules.set_refused(10, ["cat"])
        with pytest.raises(Refused, match="“cat”"):
            await house.service.submit(ANN, Wish("a red __pet__"))
        await house.rules.set_refused(10, [])
        assert await house.made(ANN, "a red __pet__") == "delivered"


async def test_again_and_replay_obey_rules_that_came_later(tmp_path: Path) -> None:
    async with opened(tmp_path) as house:
        work = await house.service.submit(ANN, Wish("a cat", seed=5))
        await house.presenter.wait_for(work.job.id)
        await house.rules.set_refused(10, ["cat"])
        for wish in (work.wish.again(), dataclasses.replace(work.wish, replay=True)):
            with pytest.raises(Refused):
                await house.service.submit(ANN, wish, work.job.id)


async def test_too_many_or_too_long_words_are_refused(tmp_path: Path) -> None:
    async with opened(tmp_path) as house:
        with pytest.raises(BadRequest, match="101 words"):
            await house.rules.set_refused(10, [f"word {n}" for n in range(101)])
        with pytest.raises(BadRequest, match="60 characters at most"):
            await house.rules.set_refused(10, ["a" * 61])
        assert (await house.rules.of(10)).refused == ()
