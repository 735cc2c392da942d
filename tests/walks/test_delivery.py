"""The picture arrives, whatever became of the interaction it answers."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest

from bot.client import InklingBot
from bot.db.database import Database
from tests.gpu.paper_engine import PaperEngine
from tests.walks.conftest import Running
from tests.walks.people import Person, buttons, gallery, is_private, words
from tests.walks.test_faults import settled

LONG = 60


async def test_public_after_the_token_expired_edits_the_message_as_the_bot(bot: InklingBot, alice: Person) -> None:
    asked = await alice.imagine("a cat", steps=LONG)
    first = await alice.answer(asked)
    alice.discord.expire_token(asked)
    done = await alice.picture(asked)
    assert done["id"] == first["id"]


async def test_private_after_the_token_expired_comes_by_direct_message(bot: InklingBot, owner: Person) -> None:
    asked = await owner.imagine("my secret", steps=LONG, private=True)
    await owner.answer(asked)
    owner.discord.expire_token(asked)
    direct = owner.discord.dm_channel(owner.id)
    await owner.discord.wait_for(lambda: any(gallery(m) for m in owner.seen(direct)), 60)
    assert not any(gallery(m) for m in owner.seen()), "never in the channel"


async def test_what_cannot_be_delivered_is_kept_and_shown_when_its_owner_comes_by(
    bot: InklingBot, owner: Person
) -> None:
    discord = owner.discord
    discord.close_dms(owner.id)
    asked = await owner.imagine("my secret", steps=LONG, private=True)
    await owner.answer(asked)
    discord.expire_token(asked)
    while not await bot.services.imagine.undelivered.kept_for(owner.id):
        await asyncio.sleep(0.05)
    for _ in range(3):
        await discord.slash(owner.id, owner.channel, "help")
    kept = await discord.wait_for(
        lambda: next((m for m in owner.seen() if gallery(m) and "my secret" in words(m)), None), 30
    )
    assert is_private(kept)
    while await bot.services.imagine.undelivered.kept_for(owner.id):
        await asyncio.sleep(0.05)
    assert sum("my secret" in words(m) and bool(gallery(m)) for m in owner.seen()) == 1, "and only once"


async def test_a_deleted_message_is_posted_anew(bot: InklingBot, alice: Person, owner: Person) -> None:
    asked = await alice.imagine("a cat", steps=LONG)
    first = await alice.answer(asked, "Drawing")
    alice.discord.expire_token(asked)
    await owner.discord.delete_message(owner.id, int(first["id"]))
    await alice.discord.wait_for(lambda: any(gallery(m) and "Again" in buttons(m) for m in alice.seen()), 60)


async def test_a_long_job_comes_as_one_new_message_that_mentions_its_owner(running: Running, alice: Person) -> None:
    late = 0.0
    async with running(clock=lambda: time.time() + late):
        asked = await alice.imagine("a cat", steps=LONG)
        first = await alice.answer(asked, "Drawing")
        late = 61.0
        discord = alice.discord
        done = await discord.wait_for(
            lambda: next((m for m in alice.seen() if gallery(m) and "Again" in buttons(m)), None), 60
        )
        assert done["id"] != first["id"]
        assert [int(user["id"]) for user in done["mentions"]] == [alice.id]
        (sent,) = [r for r in discord.requests if r.method == "POST" and r.path.endswith("/messages")]
        assert sent.body["allowed_mentions"] == {"parse": [], "users": [alice.id]}
        assert f"<@{alice.id}>" in words(done)
        moved = await alice.answer(asked, "Finished:")
        assert done["id"] in words(moved)
        assert not buttons(moved)


async def test_a_long_jobs_picture_is_posted_once_even_if_the_link_to_it_fails(running: Running, alice: Person) -> None:
    late = 0.0
    async with running(clock=lambda: time.time() + late) as bot:
        discord = alice.discord
        asked = await alice.imagine("a cat", steps=LONG)
        await alice.answer(asked, "Drawing")
        late = 61.0
        discord.faults.fail("PATCH", "/", 413, 100)  # raised, not taken for a closed way
        await discord.wait_for(lambda: any(gallery(m) and "Again" in buttons(m) for m in alice.seen()), 60)
        job = await settled(bot.services.queue.find)
        await bot.services.queue.redeliver()
        discord.faults.clear()
        assert job.attempts == 1
        assert sum(bool(gallery(m)) and "Again" in buttons(m) for m in alice.seen()) == 1


async def test_a_long_jobs_picture_is_still_there_when_a_crash_makes_it_be_sent_again(
    running: Running, alice: Person
) -> None:
    late = 0.0
    async with running(clock=lambda: time.time() + late, engines=(PaperEngine(step_seconds=0.02),)) as bot:
        asked = await alice.imagine("a cat", steps=LONG)
        await alice.answer(asked, "Drawing")
        late = 61.0
        moved = await alice.answer(asked, "Finished:")
        job = await settled(bot.services.queue.find)
    async with await Database.open(bot.services.settings.database_path) as database, database.transaction() as tx:
        # As if it had been killed between the sending and its record.
        await tx.execute("UPDATE jobs SET status = 'finished', told_utc = NULL WHERE id = ?", (job.id,))
    async with running(clock=lambda: time.time() + late, engines=(PaperEngine(),)) as bot:
        await settled(bot.services.queue.find)
    shown = [m for m in alice.seen() if gallery(m) and "Again" in buttons(m)]
    assert shown, "the picture has not become a link to itself"
    assert any(f"/{m['id']}" in words(moved) for m in shown)


async def test_the_loops_live_through_a_slow_start(running: Running, alice: Person) -> None:
    alice.discord.faults.slow(0.3)
    async with running() as bot:
        cog: Any = bot.get_cog("ImagineCog")
        await alice.picture(await alice.imagine("a cat", steps=2), 60)
        for loop in (cog.forget, cog.tell_again):
            assert loop.is_running()
            assert not loop.failed()


async def test_when_discord_is_down_the_picture_waits_and_is_not_drawn_again(
    bot: InklingBot, alice: Person, caplog: pytest.LogCaptureFixture
) -> None:
    discord = alice.discord
    asked = await alice.imagine("a cat", steps=20)
    await alice.answer(asked, "Drawing")
    discord.faults.fail("PATCH", "/", 500, 1000)
    while "could not be told" not in caplog.text:  # discord.py tries five times, with growing pauses
        await asyncio.sleep(0.1)
    discord.faults.clear()
    assert not gallery(await alice.answer(asked))
    await bot.services.queue.redeliver()
    await alice.picture(asked)
    job = await bot.services.queue.find(1)
    assert job is not None
    assert job.attempts == 1


async def test_an_upload_that_is_too_large_after_all_is_sent_smaller(bot: InklingBot, alice: Person) -> None:
    asked = await alice.imagine("a cat", steps=20, count=4)
    await alice.answer(asked, "Drawing")
    alice.discord.faults.fail("PATCH", "/webhooks", 413, 1)
    done = await alice.picture(asked)
    assert len(gallery(done)) == 4
