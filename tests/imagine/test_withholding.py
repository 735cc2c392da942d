"""Flagged pictures by the rules of their place: kept, hidden or withheld, and paid for or not."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from bot.errors import BadRequest, NotFound, OverLimit
from bot.imagine.model import Wish, shown_as
from bot.imagine.starter import starter_prompt
from bot.moderation.model import Action
from bot.rules.showing import Place, Showing
from tests.gpu.paper_engine import PaperEngine
from tests.imagine.test_admission import ANN, House, opened

RESTRICTED = dataclasses.replace(ANN, place=Place.AGE_RESTRICTED)
DIRECT = dataclasses.replace(ANN, guild_id=None, place=Place.DIRECT)
FLAGGED = {starter_prompt("a dog"): [True], starter_prompt("a cat"): [True, False, False, True]}
COST = 2 * 20 * 128 * 128 / 1e6


def strict() -> PaperEngine:
    return PaperEngine(flagged=FLAGGED)


def files(house: House) -> int:
    return len(list(house.settings.files_dir.rglob("*.png")))


async def test_a_spoiler_hides_what_is_flagged_and_nothing_else(tmp_path: Path) -> None:
    async with opened(tmp_path, strict()) as house:
        job = (await house.service.submit(ANN, Wish("a cat", count=4))).job.id
        await house.presenter.wait_for(job)
        work = await house.service.find(job)
        assert [p.flagged for p in work.pictures] == [True, False, False, True]
        assert [p.spoiler for p in work.pictures] == [True, False, False, True]
        unflagged = await house.service.submit(ANN, Wish("a star"))
        await house.presenter.wait_for(unflagged.job.id)
        assert [p.flagged for p in (await house.service.find(unflagged.job.id)).pictures] == [False]


async def test_withheld_pictures_leave_no_file_cost_nothing_and_are_on_record(tmp_path: Path) -> None:
    async with opened(tmp_path, strict(), daily_cost=1) as house:
        for _ in range(3):  # each would be more than half of what a day has
            job = (await house.service.submit(DIRECT, Wish("a dog", private=True))).job.id
            assert await house.presenter.wait_for(job) == "delivered"
        work = await house.service.find(job)
        assert (work.pictures, work.withheld, files(house)) == ((), 1, 0)
        with pytest.raises(NotFound, match="safety check flagged it"):
            house.service.check_has_pictures(work)
        entries = (await house.moderation.audit(None, 0)).entries
        assert {entry.deed.action for entry in entries} == {Action.WITHHELD} and len(entries) == 3
        assert entries[0].deed.subject_id == ANN.user_id and not entries[0].deed.detail


async def test_of_four_the_two_that_pass_are_delivered_and_paid_for(tmp_path: Path) -> None:
    async with opened(tmp_path, strict(), daily_cost=4 * COST + 0.01) as house:
        await house.rules.set_flagged(10, Showing.WITHHOLD, None, by=9)
        job = (await house.service.submit(ANN, Wish("a cat", count=4))).job.id
        await house.presenter.wait_for(job)
        work = await house.service.find(job)
        assert ([p.position for p in work.pictures], work.withheld, files(house)) == ([1, 2], 2, 2)
        await house.made(ANN, "a star")
        await house.made(ANN, "a star")
        with pytest.raises(OverLimit):
            await house.service.submit(ANN, Wish("a star"))


async def test_where_it_is_asked_for_decides_and_not_what_comes_later(tmp_path: Path) -> None:
    async with opened(tmp_path, strict()) as house:
        await house.rules.set_flagged(10, Showing.WITHHOLD, Showing.SHOW)
        shown = (await house.service.submit(RESTRICTED, Wish("a dog"))).job.id
        await house.presenter.wait_for(shown)
        await house.rules.set_flagged(10, Showing.WITHHOLD, Showing.WITHHOLD)
        (picture,) = (await house.service.find(shown)).pictures
        assert picture.flagged and not picture.spoiler
        assert shown_as([picture], Showing.WITHHOLD) == ()
        assert shown_as([picture], Showing.SPOILER)[0].spoiler


async def test_a_role_may_be_stricter_and_nobody_below_the_floor(tmp_path: Path) -> None:
    async with opened(tmp_path, strict()) as house:
        await house.rules.set_role_flagged(10, 7, Showing.WITHHOLD, by=9)
        guest = dataclasses.replace(ANN, role_ids=(7,))
        assert (await house.service.submit(guest, Wish("a dog"))).address.showing is Showing.WITHHOLD
        assert (await house.service.submit(ANN, Wish("a dog"))).address.showing is Showing.SPOILER
        await house.rules.set_role_flagged(10, 7, None)
        assert (await house.service.submit(guest, Wish("a dog"))).address.showing is Showing.SPOILER
        with pytest.raises(BadRequest, match="at least “spoiler”"):
            await house.rules.set_flagged(10, Showing.SHOW, None)
        assert (await house.rules.of(10)).flagged.usual is None


async def test_comparing_shows_nothing_that_this_place_hides(tmp_path: Path) -> None:
    """The first was asked for where it may be seen, the comparison where it may not."""
    async with opened(tmp_path, strict()) as house:
        await house.rules.set_flagged(10, Showing.WITHHOLD, Showing.SHOW)
        first = (await house.service.submit(RESTRICTED, Wish("a dog"))).job.id
        await house.presenter.wait_for(first)
        for origin, others in ((ANN, 0), (RESTRICTED, 1)):
            second = await house.service.submit(origin, Wish("a star", beside=first))
            await house.presenter.wait_for(second.job.id)
            assert len(house.presenter.works[second.job.id].others) == others


async def test_no_preview_before_the_check_where_it_hides(tmp_path: Path) -> None:
    engine = PaperEngine(flagged=FLAGGED, previews=True)
    async with opened(tmp_path, engine, safety_checker="of paper") as house:
        await house.rules.set_flagged(10, None, Showing.SHOW)
        for origin, seen in ((ANN, False), (DIRECT, False), (RESTRICTED, True)):
            job = (await house.service.submit(origin, Wish("a star", steps=3))).job.id
            await house.presenter.wait_for(job)
            assert (job in house.presenter.previewed) is seen


async def test_where_nothing_is_checked_there_is_a_preview(tmp_path: Path) -> None:
    async with opened(tmp_path, PaperEngine(previews=True)) as house:
        job = (await house.service.submit(DIRECT, Wish("a star", steps=3))).job.id
        await house.presenter.wait_for(job)
        assert job in house.presenter.previewed
