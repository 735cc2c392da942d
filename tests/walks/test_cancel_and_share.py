"""Cancelling exactly one job, and sharing the engine between people."""

from __future__ import annotations

import asyncio

from bot.client import InklingBot
from tests.walks.people import Person, buttons, is_private, words

LONG = 100


async def test_cancel_while_it_is_drawn(bot: InklingBot, alice: Person) -> None:
    asked = await alice.imagine("a cat", steps=LONG, count=4)
    drawing = await alice.answer(asked, "Drawing")
    await alice.press(drawing, "Cancel")
    stopped = await alice.answer(asked, "Cancelled while it was being drawn")
    assert list(buttons(stopped)) == ["Again", "Edit"]
    done = await alice.picture(await alice.imagine("a dog", steps=4))
    assert "a dog" in words(done), "the engine is free again"


async def test_cancel_while_it_waits_stops_only_that_one(bot: InklingBot, alice: Person) -> None:
    asked = [await alice.imagine(f"cat number {n}", steps=LONG if n < 4 else 4) for n in range(6)]
    waiting = await alice.answer(asked[4])
    await alice.press(waiting, "Cancel")
    await alice.answer(asked[4], "Cancelled while it was waiting")
    for other in asked[:4]:
        await alice.press((await alice.answer(other)), "Cancel")
        await alice.answer(other, "Cancelled")
    assert "cat number 5" in words(await alice.picture(asked[5]))


async def test_nobody_cancels_for_another_but_a_moderator(bot: InklingBot, alice: Person, bob: Person) -> None:
    asked = await alice.imagine("a cat", steps=LONG, count=4)
    drawing = await alice.answer(asked, "Drawing")
    refused = await bob.answer(await bob.press(drawing, "Cancel"), "Only the person who asked")
    assert is_private(refused)
    moderator = Person(alice.discord, alice.discord.add_user("mo", admin=True), alice.channel)
    await moderator.press(drawing, "Cancel")
    await alice.answer(asked, "Cancelled while it was being drawn")


async def test_a_newcomer_does_not_wait_behind_somebodys_whole_line(
    bot: InklingBot, alice: Person, bob: Person
) -> None:
    hers = [await alice.imagine(f"cat {n}", steps=40) for n in range(8)]
    await alice.answer(hers[-1])
    his = await bob.imagine("a dog", steps=10)
    await bob.picture(his)
    unfinished = [i for i in hers if not any("Again" in buttons(m) for m in alice.answers(i))]
    assert len(unfinished) >= 4, "his came before most of hers, although all of hers were asked before"
    await asyncio.gather(*(alice.picture(i, 120) for i in hers))


async def test_fifty_people_at_once_are_all_answered_in_time(bot: InklingBot, alice: Person) -> None:
    discord = alice.discord
    busy = await alice.imagine("a cat", steps=LONG, count=4)
    await alice.answer(busy, "Drawing")
    crowd = [Person(discord, discord.add_user(f"user{n}"), discord.channel) for n in range(50)]
    asked = await asyncio.gather(*(person.imagine("a star", steps=2) for person in crowd))
    for person, interaction in zip(crowd, asked, strict=True):
        await person.picture(interaction, 120)
    late = [seconds for seconds in (discord.acks[i] for i in asked) if seconds >= 3]
    assert not late, "Discord gives up on an interaction after three seconds"
