"""Goals, the Sunday review, challenges, shared reminders and linked notes, as people meet them."""

from __future__ import annotations

import asyncio

import discord
import pytest_asyncio

from bot.client import InklingBot
from bot.playground.loopback.simcord_adapter import Overwrite, OverwriteType
from tests.walks.hand import Hand
from tests.walks.people import Person, buttons, is_private, words


@pytest_asyncio.fixture(loop_scope="session", autouse=True)
async def zone(hand: Hand, hand_bot: InklingBot, alice: Person, bob: Person) -> None:
    for person in (alice, bob):
        await hand_bot.services.people.set_zone(person.id, "Europe/Berlin")


async def test_goals(hand: Hand, alice: Person) -> None:
    await hand.run(alice, "habit add", name="Read", measure="minutes", target=30)
    card = await hand.run(alice, "habit edit", habit="read")
    form, fields = await alice.form(card, "Goals")
    values = {fields[0]["custom_id"]: "2h", fields[1]["custom_id"]: "", fields[2]["custom_id"]: ""}
    await hand.acked(await hand.discord.submit_modal(alice.id, form, values))
    assert "Goal: 0 of 120 min this week" in words(hand.fresh(alice, card))


async def test_the_sunday_review_is_asked_for(hand: Hand, alice: Person) -> None:
    await hand.run(alice, "habit add", name="Walk", area="Body")
    await hand.run(alice, "habit done", habit="walk")
    whole = await alice.answer(await hand.discord.slash(alice.id, alice.channel, "habit stats"), "Your habits")
    assert "On Sundays" in words(await alice.answer(await alice.press(whole, "Sunday review")))
    await hand.turn("2026-11-29 18:00")
    card = await hand.reminded(alice, "Your week", "One idea, from Body")
    assert "✓" in words(await hand.press(alice, card, "Read"))
    assert "is off" in words(await alice.answer(await alice.press(whole, "Sunday review")))


async def test_a_challenge_is_joined_and_left(hand: Hand, alice: Person, bob: Person) -> None:
    await hand.run(alice, "habit add", name="Walk")
    await hand.run(bob, "habit add", name="Swim")
    begun = await hand.run(alice, "habit share", habit="walk", challenge="Move a *bit*", days=7)
    assert not is_private(begun)
    assert "Move a \\*bit\\*" in words(begun)
    assert f"<@{alice.id}> · Walk · **0** of 1 day" in words(begun)
    menu = await bob.answer(await bob.press(begun, "Join"))
    assert is_private(menu)
    await hand.acked(await hand.choose(bob, menu, "2"))
    await hand.run(bob, "habit done", habit="swim")
    card = await hand.press(bob, begun, "Refresh")
    assert f"<@{bob.id}> · Swim · **1** of 1 day" in words(card)
    assert not card["mentions"]
    card = await hand.press(bob, card, "Leave")
    assert f"<@{bob.id}>" not in words(card)
    refusal = await bob.answer(await bob.press(card, "End"), "Only who began it")
    assert is_private(refusal)
    card = await hand.press(alice, card, "End")
    assert "It has ended." in words(card)
    assert not buttons(card)


async def test_a_shared_reminder_comes_in_the_channel_and_is_its_owners(hand: Hand, alice: Person, bob: Person) -> None:
    await hand.run(alice, "habit add", name="Walk")
    options = {"habit": "walk", "reminder": "every day 20:00"}
    asked = await hand.discord.slash(alice.id, alice.channel, "habit share", options)
    echo = await alice.answer(asked, "where everyone here sees it")
    assert is_private(echo)
    await hand.press(alice, echo, "Save")
    await hand.turn("2026-11-25 20:00")
    card = await hand.discord.wait_for(
        lambda: next((m for m in bob.seen() if "Walk" in words(m) and "Snooze" in buttons(m)), None), 10
    )
    assert [int(user["id"]) for user in card["mentions"]] == [alice.id]
    refusal = await bob.answer(await bob.press(card, "Done"), "somebody else's")
    assert is_private(refusal)
    assert "✓" in words(await hand.press(alice, card, "Done"))


async def test_the_bot_writes_for_nobody_where_they_may_not_write(hand: Hand, alice: Person) -> None:
    write = discord.Permissions(send_messages=True).value
    overwrites = [
        Overwrite(hand.discord.guild, OverwriteType.ROLE, deny=write),  # @everyone has the server's id
        Overwrite(hand.discord.bot_user_id, OverwriteType.MEMBER, allow=write),
    ]
    news = int(hand.discord.state.create_channel(hand.discord.guild, "news", overwrites=overwrites).id)
    await hand.run(alice, "habit add", name="Walk")
    reader = Person(hand.discord, alice.id, news)
    refusal = await hand.run(reader, "habit share", habit="walk", reminder="every day 20:00")
    assert is_private(refusal)
    assert "You may not write in this channel" in words(refusal)
    assert len(reader.seen()) == 1


async def test_a_note_with_a_habits_tag_counts(hand: Hand, alice: Person) -> None:
    await hand.run(alice, "habit add", name="Write")
    card = await hand.run(alice, "habit edit", habit="write")
    form, fields = await alice.form(card, "Edit")
    await hand.acked(await hand.discord.submit_modal(alice.id, form, {fields[-1]["custom_id"]: "#journal"}))
    await hand.discord.send_message(alice.id, hand.discord.dm_channel(alice.id), "a long day #journal")
    assert hand.bot is not None
    habits = hand.bot.services.habits
    write = await habits.by_name(alice.id, "write")
    await hand.discord.wait_for(lambda: len(hand.direct(alice)) > 0, 30)
    async with asyncio.timeout(10):
        while not await habits.events(write):
            await asyncio.sleep(0.02)
    assert "● **Write** · 1 day" in words(await hand.run(alice, "habit today"))


async def test_a_new_zone_takes_recurring_reminders_along(hand: Hand, alice: Person) -> None:
    proposal = await hand.run(alice, "remind me", when="every day 9am", what="pills")
    await hand.press(alice, proposal, "Save")
    assert "Your recurring reminders follow (1)" in words(await hand.run(alice, "settings", timezone="Asia/Tokyo"))
    await hand.turn("2026-11-26 09:00", "Asia/Tokyo")
    await hand.reminded(alice, "pills")
