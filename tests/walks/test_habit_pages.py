"""Pages of habits: charts, sharing, export and import, editing, milestones."""

from __future__ import annotations

from typing import Any

import pytest_asyncio

from bot.client import InklingBot
from tests.walks.hand import Hand
from tests.walks.people import Person, buttons, is_private, parts, words


@pytest_asyncio.fixture(loop_scope="session", autouse=True)
async def zone(hand: Hand, hand_bot: InklingBot, alice: Person) -> None:
    await hand_bot.services.people.set_zone(alice.id, "Europe/Berlin")


def options(message: dict[str, Any], menu: str) -> dict[str, str]:
    """Label -> value of a menu's options."""
    found = next(p for p in parts(message["components"]) if p["type"] == 3 and p["custom_id"].startswith(menu))
    return {option["label"]: option["value"] for option in found["options"]}


async def added(hand: Hand, person: Person, name: str, **wanted: object) -> dict[str, Any]:
    return await hand.run(person, "habit add", name=name, **wanted)


async def test_stats_share_and_why(hand: Hand, alice: Person, bob: Person) -> None:
    await added(hand, alice, "Read", measure="minutes", target=30, area="Mind")
    await added(hand, alice, "Walk", schedule="3 a week", area="Body")
    for day in ("yesterday", "today"):
        await hand.run(alice, "habit done", habit="read", day=day, amount="30", quality=3)
    await hand.run(alice, "habit done", habit="walk", result="skip", remark="a secret")
    whole = await alice.answer(await hand.discord.slash(alice.id, alice.channel, "habit stats"), "Your habits")
    assert is_private(whole)
    assert "Mind 100%" in words(whole)
    shown = [item for part in parts(whole["components"]) if part["type"] == 12 for item in part["items"]]
    assert len(shown) == 2
    assert "November 2026, days kept: Read 2 days" in shown[1]["description"]
    opened = await hand.choose(alice, whole, "1")
    one = await alice.answer(opened, "Read")
    shown = [item for part in parts(one["components"]) if part["type"] == 12 for item in part["items"]]
    assert [item["media"]["url"].rpartition("/")[2].partition("?")[0] for item in shown] == [
        "year.png",
        "strength.png",
        "weeks.png",
        "weekdays.png",
    ]
    assert "Now **2 days**" in words(one)
    why = await alice.answer(await alice.press(one, "Why?"), "why 2 days")
    assert "● Wed 25 Nov kept → 2" in words(why)
    assert is_private(why)
    before = len(bob.seen())
    await alice.answer(await alice.press(one, "Share"), "Shared by")
    assert len(bob.seen()) == before + 1
    shared = bob.seen()[-1]
    assert "**2 days** in a row" in words(shared)
    assert "a secret" not in str(shared)
    assert not shared["mentions"]
    assert not buttons(shared)
    await alice.press(whole, "◀")
    await hand.discord.wait_for(lambda: "October 2026" in str(hand.fresh(alice, whole)["components"]), 30)
    await alice.press(hand.fresh(alice, whole), "▶")
    await hand.discord.wait_for(lambda: "November 2026" in str(hand.fresh(alice, whole)["components"]), 30)
    assert "Read" in words(await alice.answer(await alice.press(one, "Edit"), "Read"))


async def test_share_by_command_is_public(hand: Hand, alice: Person, bob: Person) -> None:
    await added(hand, alice, "Walk")
    await alice.answer(await hand.discord.slash(alice.id, alice.channel, "habit share", {"habit": "walk"}), "Shared by")
    assert "Walk" in words(bob.seen()[-1])


async def test_export_and_import(hand: Hand, alice: Person, bob: Person) -> None:
    await added(hand, alice, "Read", measure="minutes", target=30)
    await hand.run(alice, "habit done", habit="read", amount="20", remark="chapter one")
    whole = await alice.answer(await hand.discord.slash(alice.id, alice.channel, "habit stats"), "Your habits")
    given = await alice.answer(await alice.press(whole, "Export"), "Loop Habit Tracker")
    assert is_private(given)
    kinds = [item["filename"].rpartition(".")[2] for item in given["attachments"]]
    assert kinds == ["zip", "xlsx", "json"]
    stored = hand.discord.media(given["attachments"][0]["url"])
    assert stored is not None
    empty = await bob.answer(await hand.discord.slash(bob.id, bob.channel, "habit stats"), "No habits yet")
    for content, said in ((b"rubbish", "no zip file"), (stored[0], "1 new habit, 1 check-in")):
        form, fields = await bob.form(empty, "Import")
        answer = await hand.discord.submit_modal(bob.id, form, {fields[0]["custom_id"]: [("loop.zip", content)]})
        await bob.answer(answer, said)
    assert "20 of 30 min" in words(await hand.run(bob, "habit today"))


async def test_edit_by_options(hand: Hand, alice: Person) -> None:
    await added(hand, alice, "Coffee", measure="count", target=2, unit="cups", at_most=True, emoji="☕")
    card = await hand.run(alice, "habit edit", habit="coffee", area="Rest", colour="sand", emoji="-", unit="mugs")
    assert "### Coffee" in words(card)
    assert "at most 2 mugs · Rest" in words(card)


async def test_another_measure_where_the_record_stays_true_and_a_new_habit_where_it_would_not(
    hand: Hand, alice: Person
) -> None:
    await added(hand, alice, "Pages", schedule="3 a day")
    await hand.run(alice, "habit done", habit="pages", amount="2")
    card = await hand.run(alice, "habit edit", habit="pages", measure="count")
    assert "daily · 3 · Other" in words(card)
    assert "2 of 3" in words(await hand.run(alice, "habit today"))
    options_ = {"name": "Walk", "reminder": "every day 20:00"}
    asked = await hand.discord.slash(alice.id, alice.channel, "habit add", options_)
    await hand.press(alice, await alice.answer(asked, "Every day at 20:00"), "Save")
    assert "has no target" in words(await hand.run(alice, "habit edit", habit="walk", target=30))
    await hand.run(alice, "habit done", habit="walk")
    offer = await hand.run(alice, "habit edit", habit="walk", measure="minutes", target=30)
    assert is_private(offer)
    assert "written down as done or not done" in words(offer)
    begun = await hand.press(alice, offer, "Begin a new habit")
    assert "in the archive as Walk, until 25 Nov 2026" in words(begun)
    assert "**Walk** · 0 of 30 min" in words(await hand.run(alice, "habit today"))
    card = await hand.press(alice, begun, "Undo")
    assert "Now **1 day**" in words(card)
    assert "Reminder: every day at 20:00" in words(card)


async def test_edit_pause_archive_delete_and_back(hand: Hand, alice: Person) -> None:
    await added(hand, alice, "Walk")
    card = await hand.run(alice, "habit edit", habit="walk")
    form, fields = await alice.form(card, "Edit")
    values = dict(
        zip([f["custom_id"] for f in fields], ["Stroll", "3 a week", "Did you stroll?", "#stroll"], strict=True)
    )
    await hand.acked(await hand.discord.submit_modal(alice.id, form, values))
    card = hand.fresh(alice, card)
    for said in ("Stroll", "3 a week", "Did you stroll?", "#stroll"):
        assert said in words(card)
    form, fields = await alice.form(card, "Pause")
    await hand.acked(await hand.discord.submit_modal(alice.id, form, {fields[1]["custom_id"]: "in 2 weeks"}))
    card = hand.fresh(alice, card)
    assert "paused" in words(card)
    card = await hand.press(alice, card, "Go on")
    card = await hand.press(alice, card, "Archive")
    assert "archived" in words(card)
    card = await hand.press(alice, card, "Unarchive")
    card = await hand.press(alice, card, "Delete")
    assert "You can bring it back" in words(card)
    assert "No habits yet" in words(await hand.run(alice, "habit today"))
    card = await hand.press(alice, card, "Undo")
    form, fields = await alice.form(card, "Reminder")
    echo = await hand.fill(alice, form, fields, "every day 21:00")
    await hand.press(alice, echo, "Save")
    assert "Reminder: every day at 21:00" in words(await hand.run(alice, "habit edit", habit="stroll"))
