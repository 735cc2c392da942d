"""A challenge's public card follows its members' check-ins by itself, with few edits."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest_asyncio

from bot.client import InklingBot
from tests.walks.hand import Hand
from tests.walks.people import Person, words


@pytest_asyncio.fixture(loop_scope="session", autouse=True)
async def quick(hand: Hand, hand_bot: InklingBot, alice: Person, bob: Person) -> None:
    pace(hand_bot, every_seconds=0.0)
    for person, name in ((alice, "Walk"), (bob, "Swim")):
        await hand_bot.services.people.set_zone(person.id, "Europe/Berlin")
        await hand.run(person, "habit add", name=name)


def pace(bot: InklingBot, **seconds: float) -> None:
    for name, value in {"settle_seconds": 0.3, "pause_seconds": 0.0, **seconds}.items():
        setattr(bot.get_cog("BoardCog"), name, value)


async def begun(hand: Hand, alice: Person, bob: Person) -> dict[str, Any]:
    card = await hand.run(alice, "habit share", habit="walk", challenge="Move", days=7)
    menu = await bob.answer(await bob.press(card, "Join"))
    await hand.acked(await hand.choose(bob, menu, "2"))
    return await shows(hand, alice, card, f"<@{bob.id}> · Swim · **0** of 1 day")


async def shows(hand: Hand, person: Person, card: dict[str, Any], said: str) -> dict[str, Any]:
    await hand.discord.wait_for(lambda: said in words(hand.fresh(person, card)), 30)
    return hand.fresh(person, card)


def edits(hand: Hand, card: dict[str, Any]) -> int:
    return sum(one.method == "PATCH" and one.path.endswith(f"/messages/{card['id']}") for one in hand.discord.requests)


async def test_many_changes_in_a_moment_are_one_edit(hand: Hand, alice: Person, bob: Person) -> None:
    card = await begun(hand, alice, bob)
    before = edits(hand, card)
    assert hand.bot is not None
    habits = hand.bot.services.habits
    for number in range(10):
        await habits.check_in(1 + number % 2, (alice, bob)[number % 2].id)
    card = await shows(hand, alice, card, f"<@{bob.id}> · Swim · **1** of 1 day")
    assert f"<@{alice.id}> · Walk · **1** of 1 day" in words(card)
    await asyncio.sleep(0.5)
    assert edits(hand, card) == before + 1
    assert not card["mentions"]
    for event in await habits.events(await habits.by_name(bob.id, "swim")):
        await habits.undo(event.id, bob.id)
    await shows(hand, alice, card, f"<@{bob.id}> · Swim · **0** of 1 day")


async def test_between_two_edits_of_a_card_time_passes(
    hand: Hand, hand_bot: InklingBot, alice: Person, bob: Person
) -> None:
    card = await begun(hand, alice, bob)
    pace(hand_bot, every_seconds=1.5)
    await hand.run(alice, "habit done", habit="walk")
    await shows(hand, alice, card, f"<@{alice.id}> · Walk · **1** of 1 day")
    first = edits(hand, card)
    await hand.run(bob, "habit done", habit="swim")
    await asyncio.sleep(0.8)
    assert edits(hand, card) == first
    await shows(hand, alice, card, f"<@{bob.id}> · Swim · **1** of 1 day")


async def test_a_habit_that_goes_leaves_the_card_and_others_do_not_touch_it(
    hand: Hand, alice: Person, bob: Person
) -> None:
    card = await begun(hand, alice, bob)
    before = edits(hand, card)
    await hand.run(alice, "habit add", name="Read")
    await hand.run(alice, "habit done", habit="read")
    await asyncio.sleep(0.6)
    assert edits(hand, card) == before
    assert hand.bot is not None
    await hand.bot.services.habit_life.delete(2, bob.id)
    await hand.discord.wait_for(lambda: f"<@{bob.id}>" not in words(hand.fresh(alice, card)), 30)


async def test_a_card_that_was_deleted_is_not_tried_again(hand: Hand, alice: Person, bob: Person) -> None:
    card = await begun(hand, alice, bob)
    assert hand.bot is not None
    channel = hand.bot.get_partial_messageable(int(card["channel_id"]))
    await channel.get_partial_message(int(card["id"])).delete()
    await hand.run(alice, "habit done", habit="walk")
    challenges = hand.bot.services.challenges
    async with asyncio.timeout(10):
        while (await challenges.find(1)).message_id is not None:
            await asyncio.sleep(0.02)
    tried = edits(hand, card)
    await hand.run(bob, "habit done", habit="swim")
    await asyncio.sleep(0.6)
    assert edits(hand, card) == tried


async def test_the_card_is_known_after_a_restart(hand: Hand, alice: Person, bob: Person) -> None:
    card = await begun(hand, alice, bob)
    pace(await hand.restart())
    await hand.run(bob, "habit done", habit="swim")
    await shows(hand, alice, card, f"<@{bob.id}> · Swim · **1** of 1 day")
