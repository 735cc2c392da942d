"""A task's due date is a reminder: it moves with the task and goes with it."""

from __future__ import annotations

import asyncio

import pytest_asyncio

from bot.client import InklingBot
from bot.playground.loopback import Loopback
from tests.walks.hand import Hand
from tests.walks.notebook import at_home, opened, pressed
from tests.walks.people import Person, buttons, is_private, words


@pytest_asyncio.fixture(loop_scope="session", autouse=True)
async def zone(hand: Hand, hand_bot: InklingBot, alice: Person) -> None:
    await hand_bot.services.people.set_zone(alice.id, "Europe/Berlin")


async def due(bot: InklingBot, person: Person) -> list[str]:
    """When the person's tasks are reminded of, once what was written is noticed."""
    await asyncio.sleep(0.6)
    return [one.rule.start.isoformat(" ", "minutes") for one in await bot.services.schedule.listed(person.id, "tasks")]


async def edited(person: Person, text: str) -> None:
    card = await opened(person)
    form, fields = await person.form(card, "Edit")
    await person.discord.submit_modal(person.id, form, {fields[0]["custom_id"]: text})
    await person.discord.wait_for(lambda: text.splitlines()[-1] in "".join(map(words, person.seen())))


async def test_it_comes_on_its_day_and_done_ticks_it(
    hand: Hand, hand_bot: InklingBot, alice: Person, discord: Loopback
) -> None:
    await hand.run(alice, "notes add", text="Bills\n- [ ] pay *rent* due 2026-11-27\n- [x] was due 2026-11-26")
    assert await due(hand_bot, alice) == ["2026-11-27 09:00"]
    assert "No reminders yet" in words(await hand.run(alice, "remind list")), "the list is of those people made"
    await hand.turn("2026-11-27 09:00")
    card = await hand.reminded(alice, "pay \\*rent\\*", "from Bills")
    assert {"Done", "Show"} <= set(buttons(card))
    card = await hand.press(alice, card, "Done")
    assert "✓" in words(card)
    assert "- [x] pay *rent*" in words(await opened(alice))
    card = await hand.press(alice, card, "Undo")
    assert "- [ ] pay *rent*" in words(await opened(alice))
    assert await due(hand_bot, alice) == []


async def test_it_moves_and_goes_with_the_task(hand: Hand, hand_bot: InklingBot, alice: Person) -> None:
    await hand.run(alice, "notes add", text="Plan\n- [ ] call due 2026-11-28")
    assert await due(hand_bot, alice) == ["2026-11-28 09:00"]
    await edited(alice, "Plan\n- [ ] call due 2026-11-30")
    assert await due(hand_bot, alice) == ["2026-11-30 09:00"]
    await edited(alice, "Plan\n- [ ] call due 2026-11-30\n- [ ] write due 2026-11-29")
    assert await due(hand_bot, alice) == ["2026-11-29 09:00"]
    card = await opened(alice)
    await pressed(alice, card, "Trash")
    assert await due(hand_bot, alice) == []
    await hand.turn("2026-11-30 10:00")
    await asyncio.sleep(0.3)
    assert not hand.direct(alice)


async def test_several_of_a_day_come_as_one_and_then_the_next_day(
    hand: Hand, hand_bot: InklingBot, alice: Person, bob: Person, discord: Loopback
) -> None:
    await hand.run(
        alice, "notes add", text="- [ ] one due 2026-11-26\n- [ ] two due 2026-11-26\n- [ ] old due 2020-01-01"
    )
    await hand.run(alice, "notes add", text="- [ ] three due 2026-11-27")
    await hand.run(bob, "notes add", text="- [ ] bob's due 2026-11-26")
    assert await due(hand_bot, alice) == ["2026-11-26 09:00"]
    await hand.turn("2026-11-26 09:00")
    card = await hand.reminded(alice, "2 tasks · one", "two", "1 more is overdue")
    assert "bob" not in words(card) and "All done" in buttons(card)
    shown = await at_home(alice).answer(await discord.press(alice.id, int(card["id"]), buttons(card)["Show"]))
    assert is_private(shown) and "three" in words(shown) and "bob" not in words(shown)
    assert await due(hand_bot, alice) == ["2026-11-27 09:00"]
    await hand.turn("2026-11-27 09:00")
    await hand.reminded(alice, "three", count=1)


async def test_muted_stays_muted_and_a_restart_loses_nothing(hand: Hand, hand_bot: InklingBot, alice: Person) -> None:
    await hand.run(alice, "notes add", text="- [ ] first due 2026-11-26\n- [ ] second due 2026-11-28")
    assert await due(hand_bot, alice) == ["2026-11-26 09:00"]
    hand.now += 86_400  # past nine of the next day, while the bot is off
    bot = await hand.restart()
    await hand.reminded(alice, "first")
    assert await due(bot, alice) == ["2026-11-28 09:00"]
    (alarm,) = await bot.services.schedule.listed(alice.id, "tasks")
    await bot.services.schedule.mute(alarm.id, alice.id)
    await hand.run(alice, "notes add", text="- [ ] third due 2026-11-27")
    assert await due(bot, alice) == ["2026-11-27 09:00"], "it moves"
    await hand.turn("2026-11-27 12:00")
    await asyncio.sleep(0.3)
    assert not any("third" in words(m) for m in hand.direct(alice)), "and says nothing"
