"""Commands, menus, buttons, forms and replies at the hour when the day ends, and over both changes of the clocks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest_asyncio

from bot.client import InklingBot
from bot.habits.model import Event
from tests.walks.hand import Hand, at
from tests.walks.people import Person, words

WED, THU = date(2026, 11, 25), date(2026, 11, 26)


@pytest_asyncio.fixture(loop_scope="session", autouse=True)
async def zone(hand: Hand, hand_bot: InklingBot, alice: Person) -> None:
    await hand_bot.services.people.set_zone(alice.id, "Europe/Berlin")


async def events(hand: Hand, person: Person, name: str) -> list[Event]:
    assert hand.bot is not None
    habits = hand.bot.services.habits
    return await habits.events(await habits.by_name(person.id, name))


async def days(hand: Hand, person: Person, name: str) -> list[date]:
    return [event.day for event in await events(hand, person, name)]


async def with_reminder(hand: Hand, person: Person, name: str, when: str, **wanted: object) -> None:
    options = {"name": name, "reminder": when, **wanted}
    asked = await hand.discord.slash(person.id, person.channel, "habit add", options)
    await hand.press(person, await person.answer(asked, "Nothing is saved yet"), "Save")


async def test_a_command_counts_for_the_day_that_the_hour_belongs_to(hand: Hand, alice: Person) -> None:
    await hand.run(alice, "habit add", name="Walk")
    await hand.turn("2026-11-26 02:59")
    await hand.run(alice, "habit done", habit="walk")
    await hand.turn("2026-11-26 03:00")
    await hand.run(alice, "habit done", habit="walk")
    await hand.run(alice, "habit done", habit="walk", day="yesterday")
    assert await days(hand, alice, "walk") == [WED, WED, THU]
    await hand.run(alice, "settings", day_starts=5)
    card = await hand.run(alice, "habit today")
    assert "Today · Wed 25 Nov" in words(card), "an hour that was set later: the day is Wednesday again"
    assert "2 days" in words(card), "and nothing was lost"


async def test_yesterdays_card_goes_on_being_about_yesterday(hand: Hand, alice: Person) -> None:
    for name in ("Walk", "Swim", "Read"):
        await hand.run(alice, "habit add", name=name, measure="minutes" if name == "Read" else "yes-no")
    card = await hand.run(alice, "habit today")
    await hand.turn("2026-11-26 03:01")
    await hand.acked(await hand.choose(alice, card, "1", menu="habit:did"))
    card = hand.fresh(alice, card)
    assert "### Wed 25 Nov" in words(card)
    form, fields = await alice.form(card, "Skip or no")
    values = {fields[0]["custom_id"]: ["2"], fields[1]["custom_id"]: ["no"]}
    await hand.acked(await hand.discord.submit_modal(alice.id, form, values))
    assert (await days(hand, alice, "walk"), await days(hand, alice, "swim")) == ([WED], [WED])
    card = await hand.press(alice, hand.fresh(alice, card), "Undo")
    assert await days(hand, alice, "swim") == []
    card = await hand.press(alice, card, "▶")
    assert "Today · Thu 26 Nov" in words(card)
    await hand.acked(await hand.choose(alice, card, "2", menu="habit:did"))
    assert await days(hand, alice, "swim") == [THU]


async def test_a_timer_belongs_to_the_day_it_was_started_on(hand: Hand, alice: Person) -> None:
    await hand.run(alice, "habit add", name="Read", measure="minutes", target=30)
    await hand.turn("2026-11-26 02:50")
    card = await hand.run(alice, "habit today")
    menu = await alice.answer(await alice.press(card, "Timer"))
    await hand.acked(await hand.choose(alice, menu, "1"))
    await hand.turn("2026-11-26 03:20")
    stopped = await hand.press(alice, hand.fresh(alice, menu), "Stop")
    assert "30 min for Wed 25 Nov" in words(stopped)
    form, fields = await alice.form(stopped, "Details")
    more = await hand.fill(alice, form, fields, "40 min", ["2"], "", "")
    assert "40 min, good for Wed 25 Nov" in words(more), "and so do its details"
    assert await days(hand, alice, "read") == [WED]


async def test_a_reminders_buttons_form_and_reply_are_about_its_own_day(hand: Hand, alice: Person) -> None:
    await with_reminder(hand, alice, "Walk", "every day 20:00")
    await with_reminder(hand, alice, "Read", "every day 21:00", measure="minutes", target=30)
    await with_reminder(hand, alice, "Swim", "every day 22:00")
    await hand.turn("2026-11-25 20:00")
    walk = await hand.reminded(alice, "Walk")
    await hand.turn("2026-11-25 21:00")
    read = await hand.reminded(alice, "Read")
    await hand.turn("2026-11-25 22:00")
    swim = await hand.reminded(alice, "Swim")
    await hand.committed(alice, swim)
    await hand.turn("2026-11-26 08:00")
    await hand.press(alice, walk, "Done")
    form, fields = await alice.form(read, "Log")
    values: dict[str, Any] = {fields[0]["custom_id"]: "20", fields[1]["custom_id"]: [], fields[2]["custom_id"]: ""}
    await hand.acked(await hand.discord.submit_modal(alice.id, form, values))
    await hand.discord.send_message(alice.id, hand.discord.dm_channel(alice.id), "skip: ill", reply_to=int(swim["id"]))
    await hand.reminded(alice, "Swim: skipped: ill for Wed 25 Nov")
    for name in ("walk", "read", "swim"):
        assert await days(hand, alice, name) == [WED], name
    walk = await hand.press(alice, hand.fresh(alice, walk), "Undo")
    await hand.press(alice, walk, "Skip")
    assert await days(hand, alice, "walk") == [WED]


async def test_a_snooze_over_the_days_end_counts_for_the_day_it_comes_on(hand: Hand, alice: Person) -> None:
    await with_reminder(hand, alice, "Walk", "every day 20:00")
    await hand.turn("2026-11-26 02:30")
    card = await hand.press(alice, await hand.reminded(alice, "Walk"), "Snooze")
    await hand.press(alice, card, "1 h")
    await hand.turn("2026-11-26 03:30")
    again = await hand.reminded(alice, "Walk", count=2)
    await hand.press(alice, again, "Done")
    assert await days(hand, alice, "walk") == [THU]


async def test_tonight_is_this_evening_and_after_it_tomorrow_morning(hand: Hand, alice: Person) -> None:
    await with_reminder(hand, alice, "Walk", "every day 15:00")
    await hand.turn("2026-11-25 15:00")
    card = await hand.press(alice, await hand.reminded(alice, "Walk"), "Snooze")
    assert "Again Wed 25 Nov, 20:00" in words(await hand.press(alice, card, "Tonight"))
    await hand.turn("2026-11-25 20:00")
    card = await hand.press(alice, await hand.reminded(alice, "Walk", count=2), "Snooze")
    assert "Again Thu 26 Nov, 09:00" in words(await hand.press(alice, card, "Tonight"))


async def test_the_night_that_has_an_hour_less(hand: Hand, alice: Person) -> None:
    """2027-03-28 in Berlin: after 01:59 comes 03:00, and with it the next day."""
    await hand.turn("2027-03-27 20:00")
    await with_reminder(hand, alice, "Walk", "every day 2:30")
    await hand.run(alice, "habit add", name="Read", measure="minutes", target=30)
    await hand.turn("2027-03-28 01:59")
    card = await hand.run(alice, "habit today")
    assert "Today · Sat 27 Mar" in words(card)
    menu = await alice.answer(await alice.press(card, "Timer"))
    await hand.acked(await hand.choose(alice, menu, "2"))
    hand.now += 31 * 60  # 03:30 by the clock on the wall
    assert hand.now == at("2027-03-28 03:30")
    assert hand.bot is not None
    hand.bot.services.schedule.ticker.wake()
    reminder = await hand.reminded(alice, "Walk")
    stopped = await hand.press(alice, hand.fresh(alice, menu), "Stop")
    assert "31 min for Sat 27 Mar" in words(stopped), "minutes that passed, not those the wall's clock jumped"
    await hand.press(alice, reminder, "Done")
    assert await days(hand, alice, "walk") == [date(2027, 3, 28)]
    assert "Today · Sun 28 Mar" in words(await hand.run(alice, "habit today"))
    snoozed = await hand.run(alice, "remind me", when="in 24 hours", what="later")
    assert "Mon 29 Mar, 03:30" in words(snoozed)
    await hand.turn("2027-03-29 02:30")  # still the 28th, and that is done
    await hand.turn("2027-03-30 02:30")
    await hand.reminded(alice, "Walk", count=2)


async def test_the_night_that_has_an_hour_twice(hand: Hand, alice: Person) -> None:
    """2027-10-31 in Berlin: 02:00 to 02:59 come twice, and both belong to the 30th."""
    await hand.turn("2027-10-30 20:00")
    await with_reminder(hand, alice, "Walk", "every day 2:30")
    await hand.turn("2027-10-31 02:30")
    first = await hand.reminded(alice, "Walk")
    await hand.press(alice, first, "Done")
    assert await days(hand, alice, "walk") == [date(2027, 10, 30)]
    hand.now += 3600  # 02:30 once more
    assert hand.bot is not None
    hand.bot.services.schedule.ticker.wake()
    assert "Today · Sat 30 Oct" in words(await hand.run(alice, "habit today"))
    await hand.run(alice, "habit done", habit="walk")
    assert len(hand.direct(alice)) == 1, "the hour's second coming brings no second reminder"
    await hand.turn("2027-10-31 03:00")
    card = await hand.run(alice, "habit today")
    assert "Today · Sun 31 Oct" in words(card)
    assert "**Walk** · 1 day" in words(card), "one day, though it had two sessions an hour apart"
    await hand.turn("2027-11-01 02:30")
    await hand.reminded(alice, "Walk", count=2)


async def test_quiet_hours_over_the_change_end_when_they_were_meant_to(hand: Hand, alice: Person) -> None:
    await hand.run(alice, "settings", quiet_hours="23:00-7:00")
    await hand.turn("2027-03-27 20:00")
    await with_reminder(hand, alice, "Walk", "every day 23:30")
    await hand.turn("2027-03-28 06:59")
    await hand.run(alice, "habit today")
    assert not hand.direct(alice)
    await hand.turn("2027-03-28 07:00")
    card = await hand.reminded(alice, "Walk", "For Sat 27 Mar.")
    await hand.press(alice, card, "Done")
    assert await days(hand, alice, "walk") == [date(2027, 3, 27)]
