"""Pictures that a safety check flags, as people see them or do not: the engine of paper flags what it is told to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from bot.client import InklingBot
from bot.imagine.starter import starter_prompt
from bot.playground.loopback import Loopback
from tests.gpu.paper_engine import PaperEngine
from tests.walks.conftest import paper_world
from tests.walks.people import Person, buttons, gallery, is_private, spoilers, words

FLAGGED = {starter_prompt("a dog"): [True], starter_prompt("a cat"): [True, False]}


@pytest.fixture(scope="module")
def paper() -> PaperEngine:
    return PaperEngine(flagged=FLAGGED)


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def world(
    tmp_path_factory: pytest.TempPathFactory, paper: PaperEngine
) -> AsyncIterator[tuple[Loopback, InklingBot]]:
    folder = tmp_path_factory.mktemp("flagged")
    async with paper_world(folder, paper, safety_checker="on-paper", daily_cost=1) as world:
        yield world


@pytest.fixture
def discord(world: tuple[Loopback, InklingBot]) -> Loopback:
    """The same for all walks here, each with people of its own."""
    return world[0]


@pytest.fixture
def checking(world: tuple[Loopback, InklingBot]) -> InklingBot:
    """A bot whose pictures are all checked."""
    return world[1]


def files(bot: InklingBot) -> set[str]:
    return {path.name for path in bot.services.settings.files_dir.rglob("*.png")}


async def choose(discord: Loopback, admin: Person, *values: object) -> dict[str, Any]:
    """What an admin sets about flagged pictures: in the server, in age-restricted channels, of a role."""
    asked = await discord.slash(admin.id, admin.channel, "admin setup")
    card = await admin.answer(asked, "Inkling in")
    form, fields = await admin.form(card, "Flagged pictures")
    filled = {field["custom_id"]: value for field, value in zip(fields, values, strict=False) if value is not None}
    await discord.submit_modal(admin.id, form, filled)
    return card


async def test_behind_a_spoiler_where_nobody_chose(checking: InklingBot, discord: Loopback, alice: Person) -> None:
    done = await alice.picture(await alice.imagine("a cat", count=2, steps=4))
    assert spoilers(done) == [True, False]
    assert "Behind a spoiler" in words(done)
    plain = await alice.picture(await alice.imagine("a star", steps=1))
    assert spoilers(plain) == [False] and "spoiler" not in words(plain)


async def test_withheld_its_asker_is_told_and_nobody_else_learns_why(
    checking: InklingBot, discord: Loopback, owner: Person, alice: Person
) -> None:
    card = await choose(discord, owner, ["withhold"])
    await discord.wait_for(lambda: "Withheld; in age" in words(discord.message(int(card["id"]))))
    before = files(checking)
    for _ in range(3):  # more than a day's worth, were it not given back
        asked = await alice.imagine("a dog", steps=20)
        public = await alice.answer(asked, "Not shown here. Who asked for it was told why.")
        assert not gallery(public) and list(buttons(public)) == ["Again", "Edit"] and not is_private(public)
        told = next(m for m in alice.answers(asked) if "safety check flagged" in words(m) and is_private(m))
        assert "its cost was given back" in words(told)
    assert files(checking) == before, "nothing of it is kept"
    log = await owner.answer(await discord.slash(owner.id, owner.channel, "admin audit"), "Audit log")
    assert f"A picture of <@{alice.id}> was withheld" in words(log) and "a dog" not in words(log)
    half = await alice.picture(await alice.imagine("a cat", count=2, steps=1))
    assert spoilers(half) == [False] and "One picture was flagged by the safety check and withheld" in words(half)


async def test_age_restricted_channels_may_be_more_open(
    checking: InklingBot, discord: Loopback, owner: Person, alice: Person
) -> None:
    there = Person(discord, alice.id, discord.add_channel("after-dark", age_restricted=True))
    card = await choose(discord, owner, ["withhold"], ["show"])
    await discord.wait_for(
        lambda: "Withheld; in age-restricted channels: shown" in words(discord.message(int(card["id"])))
    )
    done = await there.picture(await there.imagine("a dog", steps=1))
    assert spoilers(done) == [False]
    mine = await alice.answer(await discord.slash(alice.id, alice.channel, "gallery"), "1 of 1")
    assert not gallery(mine) and "not shown here" in words(mine), "the same picture looked at elsewhere"
    mine = await there.answer(await discord.slash(alice.id, there.channel, "gallery"), "1 of 1")
    assert len(gallery(mine)) == 1


async def test_direct_messages_are_the_operators(
    checking: InklingBot, discord: Loopback, owner: Person, alice: Person
) -> None:
    here = Person(discord, alice.id, discord.dm_channel(alice.id))
    asked = await here.imagine("a dog", steps=1, private=True)
    told = await here.answer(asked, "The safety check flagged this")
    assert is_private(told) and not gallery(told)
    await here.picture(await here.imagine("a star", steps=1))


async def test_what_may_not_come_directly_waits_for_a_place_where_it_may(
    checking: InklingBot, discord: Loopback, paper: PaperEngine, owner: Person
) -> None:
    card = await choose(discord, owner, ["spoiler"])
    await discord.wait_for(lambda: "Behind a spoiler; in age" in words(discord.message(int(card["id"]))))
    paper.hold()
    asked = await owner.imagine("a dog", steps=2, private=True)
    await owner.answer(asked, "Before your first picture")  # the last that is said with the token
    discord.expire_token(asked)
    await paper.release()
    while not await checking.services.imagine.undelivered.kept_for(owner.id):
        await asyncio.sleep(0.05)
    direct = discord.dm_channel(owner.id)
    await discord.slash(owner.id, direct, "help")
    await asyncio.sleep(0.3)
    assert not any(gallery(m) for m in owner.seen(direct))
    await discord.slash(owner.id, owner.channel, "help")
    kept = await discord.wait_for(lambda: next((m for m in owner.seen() if gallery(m) and is_private(m)), None), 30)
    assert kept is not None and spoilers(kept) == [True]
