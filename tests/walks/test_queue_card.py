"""/queue: yours with cancel buttons, everyone's for moderators, and the report for anyone."""

from __future__ import annotations

import asyncio
import dataclasses
import io

import aiohttp
from PIL import Image

from bot.client import InklingBot
from bot.playground.loopback import Loopback
from bot.settings import Settings
from tests.gpu.paper_engine import PaperEngine
from tests.walks.conftest import Running
from tests.walks.people import Person, buttons, gallery, is_private, parts, words

LONG = 100


async def card_of(person: Person) -> dict[str, object]:
    return await person.answer(await person.discord.slash(person.id, person.channel, "queue", {}), "queue")


def cancels(card: dict[str, object]) -> list[str]:
    """The custom ids of the cancel buttons, from top to bottom."""
    found = [p for p in parts(card["components"]) if p["type"] == 9]  # type: ignore[arg-type]
    return [section["accessory"]["custom_id"] for section in found]


async def shows(person: Person, card: dict[str, object], *said: str) -> dict[str, object]:
    message = lambda: person.discord.message(int(card["id"]))  # type: ignore[call-overload]  # noqa: E731
    await person.discord.wait_for(lambda: all(part in words(message()) for part in said), 30)
    return message()


async def stop_all(bot: InklingBot) -> None:
    for job in bot.services.queue.jobs():
        await bot.services.queue.cancel(job.id)


async def test_mine_with_buttons_that_cancel_exactly_one(bot: InklingBot, alice: Person, bob: Person) -> None:
    assert "Nothing of yours" in words(await card_of(alice))
    asked = [await alice.imagine(f"cat number {n}", steps=LONG, count=2) for n in range(4)]
    await bob.imagine("a dog", steps=LONG)
    await alice.answer(asked[0], "Drawing")
    await alice.answer(asked[3])
    card = await card_of(alice)
    assert is_private(card)
    assert all(f"cat number {n}" in words(card) for n in range(4))
    assert "Being drawn" in words(card)
    assert "in line" in words(card)
    assert "a dog" not in words(card)
    assert "5 waiting or being drawn in all" in words(card)
    assert "Everyone" not in buttons(card)
    first, *_, last = cancels(card)
    await alice.discord.press(alice.id, int(card["id"]), last)  # type: ignore[call-overload]
    after = await shows(alice, card, "Cancelled while it was waiting.")
    assert "cat number 3" not in words(after)
    assert "cat number 2" in words(after)
    await alice.answer(asked[3], "Cancelled while it was waiting")
    await alice.discord.press(alice.id, int(card["id"]), first)  # type: ignore[call-overload]
    await shows(alice, card, "Cancelled while it was being drawn.")
    await alice.answer(asked[0], "Cancelled while it was being drawn")
    await stop_all(bot)
    await alice.press(card, "Refresh")
    await shows(alice, card, "Nothing of yours")


async def test_place_and_time_are_said_anew_when_they_change(running: Running, alice: Person) -> None:
    engine = PaperEngine(1, step_seconds=0.05)
    async with running(engines=(engine,)) as bot:
        await alice.picture(await alice.imagine("a star", steps=4))
        engine.hold()
        asked = [await alice.imagine(f"cat number {n}", steps=20) for n in range(3)]
        await alice.answer(asked[2], "Number 2 in line · ready <t:")
        await alice.press(await alice.answer(asked[1]), "Cancel")
        await alice.answer(asked[2], "Next in line · ready <t:")
        job = bot.services.queue.jobs()[-1]
        while (found := await bot.services.queue.find(job.id)) is None or found.promise is None:
            await asyncio.sleep(0.05)
        assert (found.promise.ahead, found.promise.beside) == (1, 1)
        assert found.promise.latest_utc != found.promise.ready_utc, "the first promise is remembered, and the last"
        await engine.release()
        done = await alice.picture(asked[2])
        more = await alice.answer(await alice.press(done, "More"), "Why it waited")
        assert "Then 1 request was ahead of it and 1 was being made" in words(more)
        assert "It was made on paper." in words(more)


async def test_a_long_list_has_pages(bot: InklingBot, alice: Person) -> None:
    asked = [await alice.imagine(f"cat number {n}", steps=LONG) for n in range(10)]
    await alice.answer(asked[-1])
    card = await card_of(alice)
    assert "Page 1 of 2" in words(card)
    assert len(cancels(card)) == 8
    await alice.press(card, "Next")
    second = await shows(alice, card, "Page 2 of 2")
    assert len(cancels(second)) == 2
    await stop_all(bot)


async def test_moderators_see_everyones_without_the_words_of_private_ones(
    bot: InklingBot, discord: Loopback, alice: Person, bob: Person
) -> None:
    moderator = Person(discord, discord.add_user("mo", moderator=True), discord.channel)
    public = await alice.imagine("a cat", steps=LONG, count=4)
    secret = await bob.imagine("my secret", steps=LONG, count=4, private=True)
    await alice.answer(public, "Drawing")
    await bob.answer(secret)
    card = await card_of(moderator)
    await moderator.press(card, "Everyone")
    everyone = await shows(moderator, card, "The queue of this server")
    assert "a cat" in words(everyone)
    assert "my secret" not in words(everyone)
    assert "Private" in words(everyone)
    assert f"<@{bob.id}>" in words(everyone)
    await discord.press(moderator.id, int(card["id"]), cancels(everyone)[1])  # type: ignore[call-overload]
    await bob.answer(secret, "Cancelled")
    await stop_all(bot)


async def test_cancel_buttons_survive_a_restart(running: Running, alice: Person) -> None:
    async with running():
        asked = await alice.imagine("a cat", steps=LONG, count=4)
        await alice.answer(asked, "Drawing")
        card = await card_of(alice)
        (button,) = cancels(card)
    async with running():
        await alice.discord.press(alice.id, int(card["id"]), button)  # type: ignore[call-overload]
        await shows(alice, card, "Cancelled while it was")
        await alice.answer(asked, "Cancelled while it was")


async def test_the_report_is_for_anyone(
    discord: Loopback, running: Running, settings: Settings, alice: Person, bob: Person
) -> None:
    boosted = dataclasses.replace(settings, boosts=((alice.id, 2.0), (discord.guild, 1.5)), max_running=3)
    async with running(settings=boosted):
        await alice.picture(await alice.imagine("a cat", steps=3))
        report = await bob.answer(await bob.press(await card_of(bob), "Report"), "The queue in the last 7 days")
        assert is_private(report)
        for said in (
            "1 request of 1 person, 1 made",
            "Ideal sharing",
            f"<@{alice.id}> ×2, everyone in this server ×1.5",
            "3 at once",
            "0 maybe told twice",
        ):
            assert said in words(report)
        async with aiohttp.ClientSession() as session, session.get(gallery(report)[0]) as response:
            chart = Image.open(io.BytesIO(await response.read()))
        assert chart.size == (960, 480)
        media = next(part for part in parts(report["components"]) if part["type"] == 12)
        assert "A chart of the waits" in media["items"][0]["description"]
        await bob.press(report, "30 days")
        await shows(bob, report, "The queue in the last 30 days")
