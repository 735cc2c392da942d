"""Habit reminders and answers in words: a fact, a choice, and silence after any entry."""

from __future__ import annotations

from datetime import date

import pytest

from bot.habits import words
from bot.habits.model import Form, Mark, Measure, Schedule
from bot.habits.reminding import halved
from bot.schedule.recurrence import Rule
from tests.habits.house import ALICE, BOB, House
from tests.schedule.desk import at


async def test_a_reminder_states_the_fact_and_is_silent_after_any_entry(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk", question="Did you walk?")
    await house.reminder(walk.id, "every day 20:00")
    await house.habits.check_in(walk.id, ALICE)
    await house.turn("2026-11-25 20:00")
    assert not house.postman.brought, "an entry"
    house.now = at("2026-11-26 10:00")
    await house.habits.check_in(walk.id, ALICE, mark=Mark.NO)
    await house.turn("2026-11-26 20:00")
    assert not house.postman.brought, "a no is an entry too"
    await house.turn("2026-11-27 20:00")
    assert house.postman.texts == ["Did you walk?"]
    house.now = at("2026-11-28 10:00")
    await house.habits.pause(walk.id, ALICE, None)
    await house.turn("2026-11-28 20:00")
    await house.life.archive(walk.id, ALICE)
    await house.turn("2026-11-29 20:00")
    await house.life.delete(walk.id, ALICE)
    await house.turn("2026-11-30 20:00")
    assert len(house.postman.brought) == 1


async def test_a_weekly_habit_that_is_reached_is_not_reminded(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk", schedule=Schedule(Form.PER_WEEK, 1))
    await house.reminder(walk.id, "every day 20:00")
    await house.habits.check_in(walk.id, ALICE, day=date(2026, 11, 24))
    await house.turn("2026-11-25 20:00")
    assert not house.postman.brought
    await house.turn("2026-11-30 20:00")
    assert len(house.postman.brought) == 1, "a new week"


async def test_done_skip_and_undo_on_the_card_are_check_ins(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    alarm = await house.reminder(walk.id, "every day 20:00")
    await house.turn("2026-11-25 20:00")
    [one] = await house.schedule.recent(alarm)
    house.now = at("2026-11-26 01:00")
    await house.schedule.answer(one.id, ALICE, "done")
    [event] = await house.habits.events(walk)
    assert (event.day, event.mark) == (date(2026, 11, 25), Mark.ENTRY)
    await house.schedule.undo(one.id, ALICE)
    assert await house.habits.events(walk) == []
    await house.schedule.answer(one.id, ALICE, "skip")
    assert (await house.habits.events(walk))[0].mark is Mark.SKIP


async def test_a_late_habit_reminder_of_a_day_gone_by_is_not_sent(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    await house.reminder(walk.id, "every day 20:00")
    await house.turn("2026-11-26 09:00")
    assert not house.postman.brought


@pytest.mark.parametrize(("comes_by", "shown"), [("2026-11-26 09:00", ["For Wed 25 Nov."]), ("2026-11-27 09:00", [])])
async def test_what_closed_messages_kept_may_be_written_down_the_day_after(
    house: House, comes_by: str, shown: list[str]
) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    await house.reminder(walk.id, "every week on wednesday at 20:00")
    house.postman.closed.add(ALICE)
    await house.turn("2026-11-25 20:00")
    house.now = at(comes_by)
    kept = await house.schedule.kept_for(ALICE)
    assert [item.face.lines[0] for item in kept] == shown
    for item in kept:
        await house.schedule.answer(item.occurrence.id, ALICE, "done")
        assert [event.day for event in await house.habits.events(walk)] == [date(2026, 11, 25)]


async def test_after_five_unanswered_it_asks_once(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    alarm = await house.reminder(walk.id, "every day 20:00")
    for day in range(8):
        await house.turn(at("2026-11-25 20:00") + day * 86_400)
    asked = [bool(items[0].face.extra) for items in house.postman.brought]
    assert asked == [False] * 5 + [True] + [False] * 2
    assert (await house.schedule.find(alarm, ALICE)).rule.rrule == "FREQ=DAILY", "nothing changes without a tap"
    await house.reminders.fewer(alarm, ALICE)
    assert (await house.schedule.find(alarm, ALICE)).rule.rrule == "FREQ=DAILY;INTERVAL=2"


async def test_who_writes_things_down_elsewhere_is_not_asked(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    await house.reminder(walk.id, "every day 20:00")
    for day in range(8):
        await house.turn(at("2026-11-25 20:00") + day * 86_400)
        house.now += 3600
        await house.habits.check_in(walk.id, ALICE)
    assert len(house.postman.brought) == 8
    assert not any(items[0].face.extra for items in house.postman.brought)


async def test_an_entry_before_its_time_ends_the_silence_too(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    await house.reminder(walk.id, "every day 20:00")
    for day in range(8):
        if day == 4:
            house.now = at("2026-11-25 10:00") + day * 86_400
            await house.habits.check_in(walk.id, ALICE)
        await house.turn(at("2026-11-25 20:00") + day * 86_400)
    assert len(house.postman.brought) == 7
    assert not any(items[0].face.extra for items in house.postman.brought)


async def test_the_question_stays_on_its_card_when_that_is_shown_again(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    alarm = await house.reminder(walk.id, "every day 20:00")
    for day in range(6):
        await house.turn(at("2026-11-25 20:00") + day * 86_400)
    [newest, *_] = await house.schedule.recent(alarm)
    [item] = await house.schedule.card(newest)
    assert [label for label, _ in item.face.extra] == ["Keep", "Fewer", "Stop"]


async def test_a_skipped_day_does_not_silence_the_rest_of_the_week(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk", schedule=Schedule(Form.PER_WEEK, 3))
    await house.reminder(walk.id, "every day 20:00")
    await house.habits.check_in(walk.id, ALICE, mark=Mark.SKIP)
    await house.turn("2026-11-25 20:00")
    assert not house.postman.brought
    await house.turn("2026-11-26 20:00")
    assert len(house.postman.brought) == 1


@pytest.mark.parametrize(
    ("rule", "half"),
    [
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("FREQ=DAILY;BYHOUR=8,13,21;BYMINUTE=0", "FREQ=DAILY;BYHOUR=8,21;BYMINUTE=0"),
        ("FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=MO;INTERVAL=2"),
    ],
)
def test_fewer(rule: str, half: str) -> None:
    given = Rule(date(2026, 11, 25), "UTC", rule)  # type: ignore[arg-type]
    assert dict(p.split("=") for p in halved(given).rrule.split(";")) == dict(p.split("=") for p in half.split(";"))


async def test_a_reply_in_words_is_a_check_in(house: House) -> None:
    read = await house.habits.add(ALICE, name="read", measure=Measure.MINUTES, target=30.0)
    await house.reminder(read.id, "every day 20:00")
    await house.turn("2026-11-25 20:00")
    said = await house.understanding.understand_dm(ALICE, "20 min, good", 1001, 1, house.now)
    assert said == "read: 20 min, good · 20 of 30 min"
    [event] = await house.habits.events(read)
    assert (event.value, event.quality, event.day) == (20.0, 2, date(2026, 11, 25))
    assert await house.understanding.understand_dm(ALICE, "what is this", 1001, 2, house.now) == words.NOT_UNDERSTOOD
    assert await house.understanding.understand_dm(BOB, "done", 1001, 3, house.now) is None
    assert await house.understanding.understand_dm(ALICE, "done", 999, 3, house.now) is None


async def test_done_without_a_reminder(house: House) -> None:
    await house.habits.add(ALICE, name="reading", measure=Measure.MINUTES, target=30.0)
    assert await house.understanding.understand_dm(ALICE, "done reading 20 min", None, 5, house.now) is not None
    assert await house.understanding.understand_dm(ALICE, "done reading 20 min", None, 5, house.now) is not None
    [event] = await house.habits.events(await house.habits.by_name(ALICE, "reading"))
    assert event.value == 20.0, "the same message counts once"
    assert await house.understanding.understand_dm(ALICE, "done", None, 6, house.now) is None
    assert await house.understanding.understand_dm(ALICE, "20 apples", None, 7, house.now) is None


async def test_a_message_read_late_counts_for_the_day_it_was_sent(house: House) -> None:
    reading = await house.habits.add(ALICE, name="reading")
    house.now = at("2026-11-27 10:00")
    assert await house.understanding.understand_dm(ALICE, "done reading", None, 5, at("2026-11-26 02:59")) is not None
    assert await house.understanding.understand_dm(ALICE, "done reading", None, 6, at("2026-11-26 03:00")) is not None
    assert await house.understanding.understand_dm(ALICE, "done reading", None, 7, at("2026-11-29 09:00")) is not None
    days = [event.day for event in await house.habits.events(reading)]
    assert days == [date(2026, 11, 25), date(2026, 11, 26), date(2026, 11, 27)], (
        "a clock ahead of ours is not the future"
    )


async def test_an_answer_that_is_read_twice_counts_once(house: House) -> None:
    """As after a crash between the check-in and the note of the message."""
    read = await house.habits.add(ALICE, name="read", measure=Measure.MINUTES, target=30.0)
    await house.reminder(read.id, "every day 20:00")
    await house.turn("2026-11-25 20:00")
    said = [await house.understanding.understand_dm(ALICE, "20 min", 1001, 1, house.now) for _ in range(2)]
    assert said == ["read: 20 min · 20 of 30 min"] * 2
    said = [await house.understanding.understand_dm(ALICE, "10 min", 1001, 2, house.now) for _ in range(2)]
    assert said == ["read: 10 min · 30 of 30 min · 1 day"] * 2, "another message is another session"
    await house.turn("2026-11-26 20:00")
    said = [await house.understanding.understand_dm(ALICE, "done", None, 3, house.now) for _ in range(2)]
    assert said == ["read: 30 min · 30 of 30 min · 2 days"] * 2
    assert len(await house.habits.events(read)) == 3


async def test_replies_to_a_plain_reminder(house: House) -> None:
    await house.remind("every day 20:00", "pills")
    await house.turn("2026-11-25 20:00")
    assert "Again" in str(await house.understanding.understand_dm(ALICE, "in 2 hours", 1001, 1, house.now))
    await house.turn("2026-11-25 22:00")
    assert await house.understanding.understand_dm(ALICE, "done", 1002, 2, house.now) == words.DONE
    assert await house.understanding.understand_dm(ALICE, "hm?", 1002, 3, house.now) == words.NOT_UNDERSTOOD_PLAIN


async def test_done_undone_and_done_again_is_done(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    alarm = await house.reminder(walk.id, "every day 20:00")
    await house.turn("2026-11-25 20:00")
    [one] = await house.schedule.recent(alarm)
    for _ in range(3):
        await house.schedule.answer(one.id, ALICE, "done")
        assert len(await house.habits.events(walk)) == 1
        await house.schedule.undo(one.id, ALICE)
        assert await house.habits.events(walk) == []


async def test_of_three_a_day_each_reminder_is_silenced_by_its_own_entry(house: House) -> None:
    breathe = await house.habits.add(ALICE, name="breathe", schedule=Schedule(Form.PER_DAY, 3))
    await house.reminder(breathe.id, "every day at 9:00, 13:00 and 21:00")
    await house.habits.check_in(breathe.id, ALICE)
    await house.turn("2026-11-25 09:00")
    assert not house.postman.brought
    await house.turn("2026-11-25 13:00")
    assert len(house.postman.brought) == 1, "one entry does for the first only"
    await house.habits.check_in(breathe.id, ALICE, 2.0)
    await house.turn("2026-11-25 21:00")
    assert len(house.postman.brought) == 1


async def test_a_habit_reminder_held_back_by_quiet_hours_is_about_its_own_day(house: House) -> None:
    await house.people.set_quiet(ALICE, "22:00-7:00")
    walk = await house.habits.add(ALICE, name="walk")
    alarm = await house.reminder(walk.id, "every day 23:00")
    await house.turn("2026-11-25 23:00")
    assert not house.postman.brought
    await house.turn("2026-11-26 07:00")
    assert house.postman.brought[0][0].face.lines[0] == "For Wed 25 Nov."
    [one] = await house.schedule.recent(alarm)
    await house.schedule.answer(one.id, ALICE, "done")
    assert [event.day for event in await house.habits.events(walk)] == [date(2026, 11, 25)]


async def test_a_habit_reminder_put_off_until_tomorrow_comes_and_counts_for_tomorrow(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    alarm = await house.reminder(walk.id, "every day 20:00")
    await house.turn("2026-11-25 20:00")
    [one] = await house.schedule.recent(alarm)
    await house.schedule.snooze_by_words(one.id, ALICE, "tomorrow 9am")
    await house.turn("2026-11-26 09:00")
    assert len(house.postman.brought) == 2
    await house.schedule.answer(one.id, ALICE, "done")
    assert [event.day for event in await house.habits.events(walk)] == [date(2026, 11, 26)]
