"""/remind, /settings, the message menu and the cards that come, over a real client with a clock turned by hand."""

from __future__ import annotations

import asyncio

import pytest_asyncio

from bot.client import InklingBot
from tests.walks.hand import Hand
from tests.walks.people import Person, buttons, is_private, words


@pytest_asyncio.fixture(loop_scope="session", autouse=True)
async def zone(hand: Hand, hand_bot: InklingBot, alice: Person) -> None:
    await hand_bot.services.people.set_zone(alice.id, "Europe/Berlin")


async def saved(hand: Hand, person: Person, when: str, what: str) -> None:
    await hand.press(person, await hand.run(person, "remind me", when=when, what=what), "Save")


async def test_the_rule_is_echoed_with_its_next_times_before_anything_is_saved(hand: Hand, alice: Person) -> None:
    proposal = await hand.run(alice, "remind me", when="weekdays 8pm", what="stretch **now**")
    assert is_private(proposal)
    text = words(proposal)
    for said in ("Every weekday at 20:00", "Wed 25 Nov, 20:00", "then Thu 26 Nov, 20:00", "then Fri 27 Nov, 20:00"):
        assert said in text
    assert "Nothing is saved yet" in text
    assert "**now**" not in text
    assert "No reminders yet" in words(await hand.run(alice, "remind list"))
    after = await hand.press(alice, proposal, "Save")
    assert "Saved. Next: Wed 25 Nov, 20:00" in words(after)
    assert "every weekday at 20:00" in words(await hand.run(alice, "remind list"))


async def test_discard_and_what_cannot_be_read(hand: Hand, alice: Person) -> None:
    proposal = await hand.run(alice, "remind me", when="tomorrow", what="x")
    assert "You gave no time of day, so I took 09:00." in words(proposal)
    assert "Nothing was saved" in words(await hand.press(alice, proposal, "Discard"))
    refusal = await hand.run(alice, "remind me", when="when pigs fly", what="x")
    assert is_private(refusal)
    assert "not sure about" in words(refusal)
    assert "is past" in words(await hand.run(alice, "remind me", when="today 9am", what="x"))


async def test_what_could_be_two_things_is_asked_back_with_buttons(hand: Hand, alice: Person) -> None:
    asked = await hand.run(alice, "remind me", when="friday at 8", what="call")
    assert "morning or in the evening" in words(asked)
    assert list(buttons(asked)) == ["friday at 8am", "friday at 8pm"]
    answer = await alice.answer(await alice.press(asked, "friday at 8pm"))
    assert "Friday 27 November 2026 at 20:00" in words(answer)


async def test_it_comes_as_a_card_and_done_can_be_undone(hand: Hand, alice: Person) -> None:
    await saved(hand, alice, "every day 20:00", "stretch")
    await hand.turn("2026-11-25 20:00")
    card = await hand.reminded(alice, "stretch")
    assert list(buttons(card)) == ["Done", "Snooze", "Skip", "Mute"]
    assert not card["mentions"]
    card = await hand.press(alice, card, "Done")
    assert "✓ **stretch**" in words(card)
    card = await hand.press(alice, card, "Undo")
    card = await hand.press(alice, card, "Skip")
    assert "Skipped" in words(card)


async def test_snooze_by_button_and_by_words_leaves_the_series_alone(hand: Hand, alice: Person) -> None:
    await saved(hand, alice, "every day 20:00", "stretch")
    await hand.turn("2026-11-25 20:00")
    card = await hand.press(alice, await hand.reminded(alice, "stretch"), "Snooze")
    assert list(buttons(card)) == ["10 min", "1 h", "Tonight", "Other…", "Back"]
    card = await hand.press(alice, card, "Back")
    card = await hand.press(alice, card, "Snooze")
    card = await hand.press(alice, card, "10 min")
    assert "Again Wed 25 Nov, 20:10" in words(card)
    await hand.turn("2026-11-25 20:10")
    again = await hand.reminded(alice, "stretch", count=2)
    again = await hand.press(alice, again, "Snooze")
    form, fields = await alice.form(again, "Other…")
    await hand.acked(await hand.discord.submit_modal(alice.id, form, {fields[0]["custom_id"]: "tomorrow 7:00"}))
    assert "Again Thu 26 Nov, 07:00" in words(hand.fresh(alice, again))
    await hand.turn("2026-11-26 07:00")
    await hand.reminded(alice, "stretch", count=3)
    await hand.turn("2026-11-26 20:00")
    await hand.reminded(alice, "stretch", count=4)


async def test_mute_quietens_the_series_until_unmuted(hand: Hand, hand_bot: InklingBot, alice: Person) -> None:
    await saved(hand, alice, "every day 20:00", "stretch")
    await hand.turn("2026-11-25 20:00")
    card = await hand.press(alice, await hand.reminded(alice, "stretch"), "Mute")
    assert "Muted" in words(card)
    await hand.turn("2026-11-26 20:00")
    assert "muted" in words(await hand.run(alice, "remind list"))
    assert len(hand.direct(alice)) == 1
    await hand.press(alice, card, "Unmute")
    await hand.turn("2026-11-27 20:00")
    await hand.reminded(alice, "stretch", count=2)


async def test_buttons_work_after_a_restart(hand: Hand, alice: Person) -> None:
    await saved(hand, alice, "every day 20:00", "stretch")
    proposal = await hand.run(alice, "remind me", when="tomorrow 10:00", what="dentist")
    await hand.turn("2026-11-25 20:00")
    card = await hand.reminded(alice, "stretch")
    await hand.restart()
    assert "Saved" in words(await hand.press(alice, proposal, "Save"))
    assert "✓" in words(await hand.press(alice, card, "Done"))


async def test_what_falls_together_is_one_message(hand: Hand, alice: Person) -> None:
    for what in ("water", "plants", "letters"):
        await saved(hand, alice, "every day 20:00", what)
    await hand.turn("2026-11-25 20:00")
    card = await hand.reminded(alice, "water", "plants", "letters")
    assert len(hand.direct(alice)) == 1
    done = [part["accessory"] for part in card["components"][0]["components"] if part["type"] == 9]
    assert [item["label"] for item in done] == ["Done"] * 3
    await hand.acked(await hand.discord.press(alice.id, int(card["id"]), done[1]["custom_id"]))
    card = hand.fresh(alice, card)
    assert "✓ **plants**" in words(card)
    card = await hand.press(alice, card, "Snooze the rest 1 h")
    assert words(card).count("Again Wed 25 Nov, 21:00") == 2
    await hand.turn("2026-11-25 21:00")
    again = await hand.reminded(alice, "water", "letters", count=2)
    again = await hand.press(alice, again, "Skip all")
    assert words(again).count("Skipped") == 2


async def test_closed_direct_messages_are_kept_until_the_person_comes_by(hand: Hand, alice: Person) -> None:
    hand.discord.close_dms(alice.id)
    await saved(hand, alice, "at 20:00", "tea")
    await hand.turn("2026-11-25 20:00")
    assert hand.bot is not None
    while not await hand.bot.services.schedule.kept_for(alice.id):
        await asyncio.sleep(0.02)
    await hand.turn("2026-11-25 21:00")
    await hand.run(alice, "help")
    shown = await hand.discord.wait_for(
        lambda: next((m for m in alice.seen() if "tea" in words(m) and "Done" in buttons(m)), None), 10
    )
    assert is_private(shown)
    assert "Late: it was due Wed 25 Nov, 20:00" in words(shown)
    assert "✓" in words(await hand.press(alice, shown, "Done"))


async def test_the_message_menu_makes_one_about_a_message(hand: Hand, alice: Person, bob: Person) -> None:
    message = await hand.discord.send_message(bob.id, bob.channel, "please look at this")
    async with hand.discord.subscribe(alice.id) as events:
        await hand.discord.context_menu(alice.id, int(message["id"]), "Remind me")
        while (event := await events.get())["t"] != "MODAL_OPEN":
            pass
    fields = [part["component"] for part in event["d"]["components"]]
    proposal = await hand.fill(alice, int(event["d"]["id"]), fields, "in 2 hours", "look at Bob's plan")
    await hand.press(alice, proposal, "Save")
    await hand.turn("2026-11-25 16:30")
    card = await hand.reminded(alice, "look at Bob")
    assert message["id"] in words(card)


async def test_change_remove_and_undo_from_the_list(hand: Hand, alice: Person) -> None:
    await saved(hand, alice, "every day 20:00", "stretch")
    listing = await hand.run(alice, "remind list")
    one = await alice.answer(await hand.choose(alice, listing, "1"))
    form, fields = await alice.form(one, "Change")
    values = {fields[0]["custom_id"]: "every day 21:00", fields[1]["custom_id"]: "bend"}
    await hand.acked(await hand.discord.submit_modal(alice.id, form, values))
    one = hand.fresh(alice, one)
    assert "bend" in words(one) and "Every day at 21:00" in words(one)
    one = await hand.press(alice, one, "Mute")
    one = await hand.press(alice, one, "Unmute")
    one = await hand.press(alice, one, "Remove")
    assert "Removed" in words(one)
    assert "No reminders yet" in words(await hand.run(alice, "remind list"))
    await hand.press(alice, one, "Undo")
    assert "bend" in words(await hand.run(alice, "remind list"))


async def test_a_long_list_has_pages(hand: Hand, hand_bot: InklingBot, alice: Person) -> None:
    for number in range(20):
        await saved(hand, alice, f"every day {number % 24:02}:00", f"number {number}")
    listing = await hand.run(alice, "remind list")
    assert "page 1 of 2" in words(listing)
    assert "page 2 of 2" in words(await hand.press(alice, listing, "More"))


async def test_nobody_else_presses_ones_buttons(hand: Hand, alice: Person, bob: Person) -> None:
    await saved(hand, alice, "every day 20:00", "stretch")
    listing = await hand.run(bob, "remind list")
    assert "No reminders yet" in words(listing)
    await saved(hand, bob, "every day 20:00", "bobs own")
    theirs = await hand.run(bob, "remind list")
    assert "bobs own" in words(theirs) and "stretch" not in words(theirs)


async def test_over_the_change_of_the_clocks_a_time_stays_a_time(hand: Hand, alice: Person) -> None:
    await hand.turn("2027-03-27 12:00")
    await saved(hand, alice, "every day 2:30", "night watch")
    await hand.turn("2027-03-28 03:29")
    assert not hand.direct(alice)
    await hand.turn("2027-03-28 03:30")
    await hand.reminded(alice, "night watch")
    await hand.turn("2027-03-29 02:30")
    await hand.reminded(alice, "night watch", count=2)


async def test_settings_shows_and_changes_ones_clock(hand: Hand, bob: Person) -> None:
    shown = words(await hand.run(bob, "settings"))
    assert "You have not chosen a time zone" in shown
    offered = await hand.discord.autocomplete(bob.id, bob.channel, "settings", {"timezone": "new yo"}, "timezone")
    assert offered[0]["value"] == "America/New_York"
    assert offered[0]["name"] == "America/New York · 08:30"
    assert len(await hand.discord.autocomplete(bob.id, bob.channel, "settings", {}, "timezone")) == 6
    options = {"timezone": "America/New_York", "day_starts": 4, "quiet_hours": "22:00-7:00"}
    shown = words(await hand.run(bob, "settings", **options))
    for said in ("America/New York", "it is 08:30", "04:00", "22:00 to 07:00"):
        assert said in shown
    assert "no time zone I know" in words(await hand.run(bob, "settings", timezone="Mars"))
    assert "22:00-7:00" in words(await hand.run(bob, "settings", quiet_hours="at night"))


async def test_a_time_in_quiet_hours_is_pointed_out(hand: Hand, alice: Person) -> None:
    await hand.run(alice, "settings", quiet_hours="22:00-7:00")
    assert "comes all the same" in words(await hand.run(alice, "remind me", when="every day 23:00", what="x"))
    options = {"name": "Walk", "reminder": "every day 23:00"}
    asked = await hand.discord.slash(alice.id, alice.channel, "habit add", options)
    await alice.answer(asked, "it waits until Thu 26 Nov, 07:00")


async def test_without_a_zone_the_echo_says_so(hand: Hand, bob: Person) -> None:
    assert "Times are in UTC" in words(await hand.run(bob, "remind me", when="9am", what="x"))
    offered = await hand.discord.autocomplete(bob.id, bob.channel, "remind me", {"when": "wee"}, "when")
    assert [choice["value"] for choice in offered] == ["wee", "weekdays 20:00"]
