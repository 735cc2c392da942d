"""The service's own rules, on real SQLite and files, with an engine of paper."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.address import Origin
from bot.db.database import Database
from bot.errors import NotAllowed, NotFound, OverLimit
from bot.files import FileStore
from bot.gpu.catalog import read_catalog
from bot.gpu.fleet import Fleet
from bot.gpu.job import JobStatus, Rendered
from bot.gpu.queue import Queue
from bot.gpu.store import JobStore
from bot.imagine.model import Wish
from bot.imagine.service import ImagineService
from bot.imagine.store import ImagineStore
from bot.moderation.service import Moderation
from bot.moderation.store import ModerationStore
from bot.rules.service import RulesService
from bot.rules.store import RulesStore
from bot.settings import Settings
from tests.gpu.paper_engine import PaperEngine
from tests.imagine.quiet import QuietPresenter

NOW = 1_000_000.0
ALICE = Origin(user_id=1, guild_id=10, channel_id=100, token="secret", token_expires_utc=NOW + 900)


class House:
    def __init__(self, service: ImagineService, queue: Queue, database: Database, presenter: QuietPresenter) -> None:
        self.service, self.queue, self.database, self.presenter = service, queue, database, presenter
        self.folder = database.path.parent / "files"


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    settings = Settings(data_dir=tmp_path, max_waiting=3)
    engine = PaperEngine()
    engine.hold()
    async with await Database.open(settings.database_path) as database:
        queue = Queue(database, JobStore(database), Fleet([engine]), lambda: NOW)
        files = FileStore(settings.files_dir)
        models = read_catalog((), settings.models_dir)
        moderation = Moderation(database, ModerationStore(database), lambda: NOW)
        rules = RulesService(database, RulesStore(database), settings, moderation)
        service = ImagineService(
            database, ImagineStore(database), queue, files, models, settings, rules, moderation, lambda: NOW
        )
        presenter = service.presenter = QuietPresenter()
        await queue.start(service.telling)
        built = House(service, queue, database, presenter)
        built.release = engine.release  # type: ignore[attr-defined]
        yield built
        await queue.close()


async def finished(house: House, wish: Wish, origin: Origin = ALICE) -> int:
    await house.release()  # type: ignore[attr-defined]
    work = await house.service.submit(origin, wish)
    await house.presenter.wait_for(work.job.id)
    return work.job.id


async def test_a_private_one_is_found_by_its_owner_only(house: House) -> None:
    job_id = await finished(house, Wish("secret", private=True))
    assert (await house.service.find_for(job_id, 1)).wish.prompt == "secret"
    with pytest.raises(NotFound, match="no longer known"):
        await house.service.find_for(job_id, 2)
    with pytest.raises(NotAllowed):
        await house.service.delete(job_id, 2, moderator=True)


async def test_same_bytes_are_kept_once_and_deleted_last(house: House, tmp_path: Path) -> None:
    first = await finished(house, Wish("a cat", seed=5))
    second = await finished(house, Wish("a cat", seed=5))
    one, two = (await house.service.find(first)).pictures, (await house.service.find(second)).pictures
    assert one[0].sha256 == two[0].sha256
    await house.service.delete(first, 1, moderator=False)
    assert len(await house.service.originals(await house.service.find(second))) == 1
    await house.service.delete(second, 1, moderator=False)
    assert not [path for path in (tmp_path / "files").rglob("*") if path.is_file()]
    with pytest.raises(NotFound, match="deleted"):
        await house.service.originals(await house.service.find(second))


async def test_the_limit_counts_what_is_open(house: House) -> None:
    for _ in range(3):
        await house.service.submit(ALICE, Wish("a cat"))
    with pytest.raises(OverLimit, match="3 requests"):
        await house.service.submit(ALICE, Wish("a cat"))


async def test_tokens_are_wiped_when_told_and_when_expired(house: House) -> None:
    waiting = await house.service.submit(ALICE, Wish("a cat"))
    assert waiting.address.token == "secret"
    await house.release()  # type: ignore[attr-defined]
    await house.presenter.wait_for(waiting.job.id)
    while (job := await house.queue.find(waiting.job.id)) is None or job.status is not JobStatus.DELIVERED:
        pass
    rows = await house.database.fetch_all("SELECT token FROM addresses")
    assert [row["token"] for row in rows] == [None]
    expired = Origin(1, 10, 100, "old", NOW - 1)
    await house.service.submit(expired, Wish("a dog", steps=90))
    await house.service.undelivered.wipe_expired_tokens()
    rows = await house.database.fetch_all("SELECT token FROM addresses WHERE token IS NOT NULL")
    assert not rows


async def test_a_file_on_its_way_is_not_removed_with_its_twin(house: House) -> None:
    first = await finished(house, Wish("a cat", seed=5))
    twin = await house.service.find(first)
    await house.service.telling.keep_files(
        twin.job, Rendered(tuple([png for _, png in await house.service.originals(twin)]))
    )
    await house.service.delete(first, 1, moderator=False)
    assert await FileStore(house.folder).read(twin.pictures[0].sha256, ".png")


async def test_missing_files_are_told_and_not_tried_for_ever(house: House) -> None:
    job_id = await finished(house, Wish("a cat"))
    work = await house.service.find(job_id)
    house.presenter.fails_with = FileNotFoundError("gone")
    await house.service.telling.deliver(work.job)
    assert "files are missing" in house.presenter.ended[job_id]


async def test_a_wish_is_kept_tidy_so_that_it_fits_the_form_again(house: House) -> None:
    work = await house.service.submit(ALICE, Wish("a" + " " * 1200 + "cat", negative=" \n", size=" 128  x 128 "))
    assert (work.wish.prompt, work.wish.negative, work.wish.size) == ("a cat", "", "128 x 128")
