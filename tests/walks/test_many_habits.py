"""Somebody with as many habits as there may be: none is out of reach."""

from __future__ import annotations

from typing import Any

import pytest_asyncio

from bot.client import InklingBot
from bot.habits.model import MAX_HABITS, Habit
from tests.walks.hand import Hand
from tests.walks.people import Person, buttons, parts, words


@pytest_asyncio.fixture(loop_scope="session")
async def habits(hand: Hand, hand_bot: InklingBot, alice: Person) -> list[Habit]:
    await hand_bot.services.people.set_zone(alice.id, "Europe/Berlin")
    long = "a habit with a rather long name "
    return [await hand_bot.services.habits.add(alice.id, name=f"{long}{number}") for number in range(MAX_HABITS)]


def menus(message: dict[str, Any], beginning: str) -> list[dict[str, Any]]:
    found = [part for part in parts(message["components"]) if part["type"] == 3]
    return [menu for menu in found if menu["custom_id"].startswith(beginning)]


def offered(message: dict[str, Any], beginning: str) -> list[str]:
    return [option["value"] for menu in menus(message, beginning) for option in menu["options"]]


async def test_the_days_card_has_all_of_them(hand: Hand, alice: Person, habits: list[Habit]) -> None:
    card = await hand.run(alice, "habit today")
    assert sorted(offered(card, "habit:did"), key=int) == [str(habit.id) for habit in habits]
    assert "more, all of them in the menus" in words(card)
    last = menus(card, "habit:did")[-1]
    chosen = [option["value"] for option in last["options"]]
    await hand.acked(await hand.discord.select(alice.id, int(card["id"]), last["custom_id"], chosen))
    card = hand.fresh(alice, card)
    assert len(offered(card, "habit:did")) == MAX_HABITS
    assert len(offered(card, "habit:detail")) == 25
    second = menus(card, "habit:did")[1]
    chosen = [option["value"] for option in second["options"]]
    await hand.acked(await hand.discord.select(alice.id, int(card["id"]), second["custom_id"], chosen))
    card = hand.fresh(alice, card)
    assert len(offered(card, "habit:detail")) == 50
    assert hand.bot is not None
    done = [one for one in await hand.bot.services.habits.overview(alice.id) if one.today.sessions]
    assert len(done) == 50
    await hand.press(alice, card, "Undo")
    done = [one for one in await hand.bot.services.habits.overview(alice.id) if one.today.sessions]
    assert len(done) == 25


async def test_skip_or_no_reaches_the_first_and_the_last(hand: Hand, alice: Person, habits: list[Habit]) -> None:
    card = await hand.run(alice, "habit today")
    for label, habit, field in (("Skip or no", habits[60], 2), ("Skip or no, the rest", habits[99], 0)):
        form, fields = await alice.form(card, label)
        what = next(n for n, one in enumerate(fields) if any(o["value"] == "skip" for o in one.get("options", ())))
        values: dict[str, object] = {fields[field]["custom_id"]: [str(habit.id)], fields[what]["custom_id"]: ["skip"]}
        await hand.acked(await hand.discord.submit_modal(alice.id, form, values))
        assert hand.bot is not None
        assert (await hand.bot.services.habits.standing(habit)).today.skipped
    form, fields = await alice.form(card, "Skip or no")
    values = {fields[3]["custom_id"]: ["no"]}
    refusal = await alice.answer(await hand.discord.submit_modal(alice.id, form, values))
    assert "Choose at least one habit." in words(refusal)


async def test_timers_pages_and_challenges_reach_all_of_them(hand: Hand, alice: Person, habits: list[Habit]) -> None:
    card = await hand.run(alice, "habit today")
    picked = await alice.answer(await alice.press(card, "Timer"))
    assert len(offered(picked, "habit:timer")) == MAX_HABITS
    last = menus(picked, "habit:timer")[-1]
    chosen = last["options"][-1]["value"]
    await hand.acked(await hand.discord.select(alice.id, int(picked["id"]), last["custom_id"], [chosen]))
    assert "Timer for" in words(hand.fresh(alice, picked))
    whole = await alice.answer(await hand.discord.slash(alice.id, alice.channel, "habit stats"), "Your habits")
    shown = [item for part in parts(whole["components"]) if part["type"] == 12 for item in part["items"]]
    said = " ".join(item["description"] for item in shown)
    assert sum("November 2026, days kept" in item["description"] for item in shown) == 5
    assert "name 0 0 days" in said and "name 80 0 days" in said
    last = menus(whole, "habit:page")[-1]
    opened = await hand.discord.select(alice.id, int(whole["id"]), last["custom_id"], [last["options"][-1]["value"]])
    assert "name 99" in words(await alice.answer(opened, "name 99"))
    options = {"habit": str(habits[0].id), "challenge": "All together"}
    public = await alice.answer(await hand.discord.slash(alice.id, alice.channel, "habit share", options), "All")
    picked = await alice.answer(await alice.press(public, "Join"))
    last = menus(picked, "challenge:with")[-1]
    await hand.acked(
        await hand.discord.select(alice.id, int(picked["id"]), last["custom_id"], [last["options"][-1]["value"]])
    )
    assert "You are in" in words(hand.fresh(alice, picked))
    assert "End" in buttons(public)
