"""/habit over a real client with a clock turned by hand: every command, menu, button and form."""

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


async def test_from_a_starter_set_to_a_day_on_one_card(hand: Hand, alice: Person) -> None:
    empty = await hand.run(alice, "habit today")
    assert "No habits yet" in words(empty)
    offered = await hand.run(alice, "habit add", set="mind gym")
    assert len(options(offered, "habit:take")) == 15
    await hand.acked(await hand.choose(alice, offered, "0", "1", "7"))
    card = hand.fresh(alice, offered)
    for said in ("Today · Wed 25 Nov", "○ **🧘 Mindfulness** · 0 of 10 min", "0 of 3 times", "Reading"):
        assert said in words(card)
    chosen = options(card, "habit:did")
    await hand.acked(await hand.choose(alice, card, chosen["🧘 Mindfulness"], chosen["🌬️ Breathing"], menu="habit:did"))
    card = hand.fresh(alice, card)
    assert "● **🧘 Mindfulness** · 10 of 10 min · 1 day" in words(card)
    assert "◐ **🌬️ Breathing** · 1 of 3 times" in words(card)
    card = await hand.press(alice, card, "Undo")
    assert "○ **🧘 Mindfulness**" in words(card)
    assert "Taken back." in words(card)


async def test_details_are_asked_only_where_wanted(hand: Hand, alice: Person) -> None:
    await added(hand, alice, "Read", measure="minutes", target=30)
    card = await hand.run(alice, "habit today")
    await hand.acked(await hand.choose(alice, card, "1", menu="habit:did"))
    card = hand.fresh(alice, card)
    async with hand.discord.subscribe(alice.id) as events:
        await hand.choose(alice, card, *options(card, "habit:detail").values(), menu="habit:detail")
        while (event := await events.get())["t"] != "MODAL_OPEN":
            pass
    fields = [part["component"] for part in event["d"]["components"]]
    answer = await hand.fill(alice, int(event["d"]["id"]), fields, "45 min", ["3"], "absorbed", "a good chapter")
    assert "45 min, excellent, absorbed" in words(answer)
    assert "a good chapter" in words(answer)


async def test_done_for_any_day_with_all_that_can_be_said(hand: Hand, alice: Person) -> None:
    await added(hand, alice, "Read", measure="minutes", target=30, emoji="📖")
    said = {"amount": "1h30", "day": "yesterday", "quality": 2, "feeling": "calm", "remark": "two *books*"}
    answer = await hand.run(alice, "habit done", habit="read", **said)
    assert is_private(answer)
    assert "90 min, good, calm for Tue 24 Nov" in words(answer)
    assert "two \\*books\\*" in words(answer)
    answer = await hand.press(alice, answer, "Undo")
    assert "Taken back. 📖 Read" in words(answer)
    assert "skipped: ill" in words(await hand.run(alice, "habit done", habit="read", result="skip", remark="ill"))
    assert "still to come" in words(await hand.run(alice, "habit done", habit="read", day="2030-01-01"))
    assert "no number" in words(await hand.run(alice, "habit done", habit="read", amount="lots"))
    assert "You have: Read" in words(await hand.run(alice, "habit done", habit="swim"))
    offered = await hand.discord.autocomplete(alice.id, alice.channel, "habit done", {"habit": "re"}, "habit")
    assert [choice["name"] for choice in offered] == ["📖 Read"]
    offered = await hand.discord.autocomplete(alice.id, alice.channel, "habit done", {"day": "yes"}, "day")
    assert [choice["value"] for choice in offered] == ["yesterday"]


async def test_details_from_the_answer(hand: Hand, alice: Person) -> None:
    await added(hand, alice, "Walk")
    answer = await hand.run(alice, "habit done", habit="walk")
    form, fields = await alice.form(answer, "Details")
    more = await hand.fill(alice, form, fields, ["2"], "fresh", "")
    assert "done, good, fresh" in words(more)


async def test_skip_or_no_from_the_card_and_another_day(hand: Hand, alice: Person) -> None:
    await added(hand, alice, "Walk")
    card = await hand.press(alice, await hand.run(alice, "habit today"), "◀")
    assert "### Tue 24 Nov" in words(card)
    form, fields = await alice.form(card, "Skip or no")
    values = {fields[0]["custom_id"]: ["1"], fields[1]["custom_id"]: ["skip"], fields[2]["custom_id"]: "travel"}
    await hand.acked(await hand.discord.submit_modal(alice.id, form, values))
    card = hand.fresh(alice, card)
    assert "– **Walk**" in words(card)
    card = await hand.press(alice, card, "▶")
    assert "### Today" in words(card)


async def test_a_timer(hand: Hand, alice: Person) -> None:
    await added(hand, alice, "Read", measure="minutes", target=30)
    card = await hand.run(alice, "habit today")
    menu = await alice.answer(await alice.press(card, "Timer"))
    await hand.acked(await hand.choose(alice, menu, "1"))
    running = hand.fresh(alice, menu)
    assert "Timer for **Read**" in words(running)
    assert "timer since" in words(await hand.run(alice, "habit today"))
    await hand.turn("2026-11-25 14:55")
    stopped = await hand.press(alice, running, "Stop")
    assert "25 min" in words(stopped)
    for clock, says in (("2026-11-25 15:00", "Timer for **Read**"), ("2026-11-25 15:20", "20 min")):
        await hand.turn(clock)
        menu = await alice.answer(await alice.press(card, "Timer"))  # the same menu starts it and stops it
        await hand.acked(await hand.choose(alice, menu, "1"))
        assert says in words(hand.fresh(alice, menu))


async def test_add_says_what_it_made_and_echoes_the_reminder(hand: Hand, alice: Person) -> None:
    asked = await hand.discord.slash(
        alice.id,
        alice.channel,
        "habit add",
        {
            "name": "Write",
            "schedule": "3 a week",
            "area": "Mind",
            "reminder": "weekdays 20:00",
            "question": "Did you write?",
        },
    )
    card = await alice.answer(asked, "Write")
    for said in ("Added.", "3 a week · Mind", "Did you write?"):
        assert said in words(card)
    echo = await alice.answer(asked, "Every weekday at 20:00")
    assert "then Thu 26 Nov, 20:00" in words(echo)
    await hand.press(alice, echo, "Save")
    await hand.turn("2026-11-25 20:00")
    reminder = await hand.reminded(alice, "Did you write?", "0 of 3 this week")
    assert list(buttons(reminder)) == ["Done", "Snooze", "Skip", "Mute"]
    reminder = await hand.press(alice, reminder, "Done")
    assert "✓" in words(reminder)
    assert "1 of 3 this week" in words(await hand.run(alice, "habit today"))


async def test_bad_habits_are_refused_before_anything_is_made(hand: Hand, alice: Person) -> None:
    assert "no schedule I know" in words(await added(hand, alice, "a", schedule="often"))
    assert "not sure about" in words(await added(hand, alice, "a", reminder="when pigs fly"))
    assert "needs something to count" in words(await added(hand, alice, "a", at_most=True))
    assert "name, or choose a set" in words(await hand.run(alice, "habit add"))
    assert "No habits yet" in words(await hand.run(alice, "habit today"))
    offered = await hand.discord.autocomplete(alice.id, alice.channel, "habit add", {"schedule": "week"}, "schedule")
    assert [choice["value"] for choice in offered] == ["3 a week", "weekdays"]
    offered = await hand.discord.autocomplete(alice.id, alice.channel, "habit add", {"area": "mi"}, "area")
    assert [choice["value"] for choice in offered] == ["Mind"]


async def test_a_reminder_of_minutes_asks_how_much(hand: Hand, alice: Person) -> None:
    asked = await hand.discord.slash(
        alice.id,
        alice.channel,
        "habit add",
        {"name": "Read", "measure": "minutes", "target": 30, "reminder": "every day 20:00"},
    )
    await hand.press(alice, await alice.answer(asked, "Every day at 20:00"), "Save")
    await hand.turn("2026-11-25 20:00")
    card = await hand.reminded(alice, "Read")
    form, fields = await alice.form(card, "Log")
    second, others = await alice.form(card, "Log")
    values = {fields[0]["custom_id"]: "20", fields[1]["custom_id"]: ["2"], fields[2]["custom_id"]: ""}
    await hand.acked(await hand.discord.submit_modal(alice.id, form, values))
    await hand.discord.submit_modal(alice.id, second, {others[0]["custom_id"]: "20"})
    await hand.reminded(alice, "That is written down already.")
    assert "✓" in words(hand.fresh(alice, card))
    assert "20 of 30 min" in words(await hand.run(alice, "habit today"))
    card = await hand.press(alice, hand.fresh(alice, card), "Undo")
    assert "0 of 30 min" in words(await hand.run(alice, "habit today"))


async def test_a_reply_to_a_reminder_is_a_check_in(hand: Hand, alice: Person) -> None:
    asked = await hand.discord.slash(
        alice.id,
        alice.channel,
        "habit add",
        {"name": "Read", "measure": "minutes", "target": 30, "reminder": "every day 20:00"},
    )
    await hand.press(alice, await alice.answer(asked, "Every day at 20:00"), "Save")
    await hand.turn("2026-11-25 20:00")
    card = await hand.reminded(alice, "Read")
    await hand.committed(alice, card)
    direct = hand.discord.dm_channel(alice.id)
    await hand.discord.send_message(alice.id, direct, "20 min, good", reply_to=int(card["id"]))
    await hand.reminded(alice, "Read: 20 min, good · 20 of 30 min")
    assert not any("I draw pictures" in words(m) for m in hand.direct(alice)), "and nothing else is answered"
    await hand.discord.send_message(alice.id, direct, "done read 10 min")
    await hand.reminded(alice, "Read: 10 min · 30 of 30 min · 1 day")
    await hand.turn("2026-11-26 20:00")
    again = await hand.reminded(alice, "1 day in a row so far", count=1)
    await hand.committed(alice, again)
    await hand.discord.send_message(alice.id, direct, "hm", reply_to=int(again["id"]))
    await hand.reminded(alice, "I read replies like")


async def test_the_day_ends_at_three_and_no_reminder_follows_an_entry(hand: Hand, alice: Person) -> None:
    asked = await hand.discord.slash(
        alice.id, alice.channel, "habit add", {"name": "Walk", "reminder": "every day 20:00"}
    )
    await hand.press(alice, await alice.answer(asked, "Every day at 20:00"), "Save")
    await hand.turn("2026-11-26 02:59")  # the reminder of the evening is late, but its day is not over
    await hand.reminded(alice, "Walk", "Late: it was due Wed 25 Nov, 20:00")
    assert "Today · Wed 25 Nov" in words(await hand.run(alice, "habit today"))
    await hand.run(alice, "habit done", habit="walk")
    await hand.turn("2026-11-26 03:00")
    card = await hand.run(alice, "habit today")
    assert "Today · Thu 26 Nov" in words(card)
    assert "○ **Walk** · 1 day" in words(card)
    await hand.run(alice, "habit done", habit="walk", result="no")
    await hand.turn("2026-11-26 20:00")
    await hand.run(alice, "habit today")
    assert len(hand.direct(alice)) == 1


async def test_over_the_change_of_the_clocks_no_day_is_lost_or_doubled(hand: Hand, alice: Person) -> None:
    await hand.turn("2027-03-27 12:00")
    await added(hand, alice, "Walk")
    await hand.run(alice, "habit done", habit="walk")
    await hand.turn("2027-03-28 03:30")  # half an hour after 02:00 became 03:00
    await hand.run(alice, "habit done", habit="walk")
    await hand.turn("2027-03-29 12:00")
    assert "3 days" in words(await hand.run(alice, "habit done", habit="walk"))


async def test_after_five_unanswered_it_asks_once_and_changes_only_by_a_tap(hand: Hand, alice: Person) -> None:
    asked = await hand.discord.slash(
        alice.id, alice.channel, "habit add", {"name": "Walk", "reminder": "every day 20:00"}
    )
    await hand.press(alice, await alice.answer(asked, "Every day at 20:00"), "Save")
    for day in range(25, 31):
        await hand.turn(f"2026-11-{day} 20:00")
        card = await hand.reminded(alice, "Walk", count=day - 24)
    assert list(buttons(card))[-3:] == ["Keep", "Fewer", "Stop"]
    assert "Nothing changes unless you choose" in words(card)
    card = await hand.press(alice, card, "Fewer")
    assert "From now on every 2 days at 20:00." in words(card)


async def test_keep_and_stop(hand: Hand, alice: Person) -> None:
    for name in ("Walk", "Swim"):
        options_ = {"name": name, "reminder": "every day 20:00"}
        asked = await hand.discord.slash(alice.id, alice.channel, "habit add", options_)
        await hand.press(alice, await alice.answer(asked, "Every day at 20:00"), "Save")
        for day in range(6):
            await hand.turn(f"2026-12-{day + (10 if name == 'Swim' else 1):02} 20:00")
            card = await hand.reminded(alice, name, count=day + 1)
        if name == "Walk":
            assert "They stay as they are." in words(await hand.press(alice, card, "Keep"))
            walk = await hand.run(alice, "habit edit", habit="walk")
            await hand.press(alice, walk, "Delete")
        else:
            assert "They are off." in words(await hand.press(alice, card, "Stop"))
            assert "Reminder: off, every day" in words(await hand.run(alice, "habit edit", habit="swim"))


async def test_buttons_work_after_a_restart(hand: Hand, alice: Person) -> None:
    await added(hand, alice, "Walk")
    card = await hand.run(alice, "habit today")
    await hand.restart()
    await hand.acked(await hand.choose(alice, card, "1", menu="habit:did"))
    assert "● **Walk** · 1 day" in words(hand.fresh(alice, card))
    assert "○ **Walk**" in words(await hand.press(alice, hand.fresh(alice, card), "Undo"))
