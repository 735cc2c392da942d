"""Claim, send, commit: nothing lost, nothing twice, whatever the clock, the network or the person's settings do."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from bot.schedule.model import Face, Item, Occurrence, Placed, State
from tests.schedule.desk import Desk, at, desk_at


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with desk_at(tmp_path / "inkling.db", "2026-11-25 08:00") as desk:
        yield desk


class Habitual:
    """A kind that waits for quiet hours and can be answered beforehand."""

    waits_for_quiet = True

    def __init__(self) -> None:
        self.wanted = True
        self.heard: list[str] = []

    async def face(self, occurrence: Occurrence) -> Face | None:
        return Face(occurrence.alarm.text) if self.wanted else None

    async def answered(self, occurrence: Occurrence, answer: str) -> None:
        self.heard.append(answer)


async def test_once_comes_once(desk: Desk) -> None:
    await desk.remind("9am")
    await desk.turn("2026-11-25 08:59")
    assert not desk.postman.brought
    await desk.turn("2026-11-25 09:00")
    await desk.turn("2026-11-25 09:01")
    assert desk.postman.texts == ["stretch"]
    assert await desk.schedule.listed(1) == []


async def test_a_series_goes_on_by_its_rule_not_by_when_it_was_sent(desk: Desk) -> None:
    alarm = await desk.remind("every day 9am")
    await desk.turn("2026-11-25 09:04")
    again = await desk.schedule.find(alarm.id, 1)
    assert again.next_utc == at("2026-11-26 09:00")


async def test_what_was_missed_comes_once_and_marked_late(desk: Desk) -> None:
    await desk.remind("every day 9am")
    await desk.remind("in 2 hours", "tea")
    await desk.turn("2026-11-30 12:00")
    [[*items]] = desk.postman.brought
    assert [(item.face.title, item.late) for item in items] == [("tea", True), ("stretch", True)]
    assert items[1].occurrence.due_utc == at("2026-11-30 09:00"), "of the five missed only the last"
    await desk.turn("2026-12-01 09:00")
    assert [item.late for item in desk.postman.brought[1]] == [False]


async def test_the_same_minute_is_one_message_for_each_person(desk: Desk) -> None:
    for text in ("a", "b", "c"):
        await desk.remind("every day 9am", text)
    await desk.remind("every day 9am", "d", user_id=2)
    await desk.turn("2026-11-25 09:00")
    assert [[item.face.title for item in items] for items in desk.postman.brought] == [["a", "b", "c"], ["d"]]


async def test_more_than_a_message_holds(desk: Desk) -> None:
    for number in range(23):
        await desk.remind("every day 9am", str(number))
    await desk.turn("2026-11-25 09:00")
    assert [len(items) for items in desk.postman.brought] == [10, 10, 3]


async def test_closed_messages_are_kept_only_the_newest_of_a_series(desk: Desk) -> None:
    desk.postman.closed.add(1)
    await desk.remind("every day 9am")
    await desk.turn("2026-11-25 09:00")
    await desk.turn("2026-11-26 09:00")
    kept = await desk.schedule.kept_for(1)
    assert [item.occurrence.due_utc for item in kept] == [at("2026-11-26 09:00")]
    desk.now = at("2026-11-26 12:00")
    assert (await desk.schedule.kept_for(1))[0].late
    assert await desk.schedule.kept_for(2) == []


async def test_a_failed_one_is_tried_again_with_growing_pauses(desk: Desk) -> None:
    await desk.remind("9am")
    desk.postman.failures = 2
    await desk.turn("2026-11-25 09:00")
    await desk.turn(at("2026-11-25 09:00") + 29)
    assert desk.postman.failures == 1, "not before its time"
    await desk.turn(at("2026-11-25 09:00") + 31)
    assert not desk.postman.brought
    await desk.turn(at("2026-11-25 09:00") + 31 + 61)
    assert desk.postman.texts == ["stretch"]


async def test_while_discord_is_down_a_frequent_series_does_not_pile_up(desk: Desk) -> None:
    await desk.remind("hourly")
    desk.postman.failures = 10**6
    for hour in range(9, 15):
        await desk.turn(f"2026-11-25 {hour:02}:00")
    desk.postman.failures = 0
    await desk.turn("2026-11-25 14:59")
    assert len(desk.postman.brought) == 1
    assert desk.postman.brought[0][0].late


async def test_the_clock_set_ahead_and_back(desk: Desk) -> None:
    alarm = await desk.remind("every day 9am")
    await desk.turn("2027-11-25 12:00")
    assert len(desk.postman.brought) == 1, "a year ahead: one late message"
    await desk.turn("2026-11-25 08:10")
    again = await desk.schedule.find(alarm.id, 1)
    assert again.next_utc == at("2026-11-25 09:00"), "set back: the next time is near again"
    await desk.turn("2026-11-25 09:00")
    await desk.turn("2026-11-26 09:00")
    assert len(desk.postman.brought) == 3


async def test_a_clock_a_little_back_sends_nothing_twice(desk: Desk) -> None:
    await desk.remind("every day 9am")
    await desk.turn("2026-11-25 09:00")
    await desk.turn("2026-11-25 08:30")
    await desk.turn("2026-11-25 09:00")
    assert len(desk.postman.brought) == 1


async def test_the_clock_set_back_while_the_bot_was_off(tmp_path: Path) -> None:
    async with desk_at(tmp_path / "a.db", "2026-11-25 08:00") as desk:
        await desk.remind("every day 9am")
        await desk.turn("2027-11-25 12:00")
    async with desk_at(tmp_path / "a.db", "2026-11-25 08:30") as desk:
        await desk.turn("2026-11-25 08:31")
        await desk.turn("2026-11-25 09:00")
        assert desk.postman.texts == ["stretch"]


async def test_yesterdays_backup_restored_is_no_storm(tmp_path: Path) -> None:
    path, backup = tmp_path / "inkling.db", tmp_path / "backup.db"
    async with desk_at(path, "2026-11-24 08:00") as desk:
        for number in range(30):
            await desk.remind("every 30 minutes between 9:00 and 18:00", f"{number}")
        await desk.remind("every day 10:00", "pills", user_id=2)
    shutil.copy(path, backup)
    async with desk_at(backup, "2026-11-25 12:10") as desk:
        await desk.turn("2026-11-25 12:10")
        assert len(desk.postman.texts) == 31, "one each of what a day of half hours would have been"
        assert len(desk.postman.brought) == 4, "in as few messages as hold them"
        assert all(item.late for items in desk.postman.brought for item in items)
        await desk.turn("2026-11-25 12:11")
        assert len(desk.postman.brought) == 4


async def test_quiet_hours_hold_back_what_the_bot_says_by_itself(desk: Desk) -> None:
    kind = Habitual()
    desk.schedule.register("habit", kind)
    await desk.people.set_quiet(1, "22:00-7:00")
    reading = await desk.schedule.read(1, "every day 23:00")
    draft = await desk.schedule.draft(1, "walk", reading.rule, kind="habit")
    await desk.schedule.save(draft.id, 1)
    await desk.remind("every day 23:00", "pills")
    await desk.turn("2026-11-25 23:00")
    assert desk.postman.texts == ["pills"], "a time that the person chose for a plain reminder is kept"
    await desk.turn("2026-11-26 07:00")
    assert desk.postman.texts == ["pills", "walk"]
    assert not desk.postman.brought[1][0].late, "held back on purpose is not late"


async def test_what_is_not_wanted_any_more_is_dropped(desk: Desk) -> None:
    kind = Habitual()
    desk.schedule.register("habit", kind)
    reading = await desk.schedule.read(1, "every day 9am")
    draft = await desk.schedule.draft(1, "walk", reading.rule, kind="habit")
    await desk.schedule.save(draft.id, 1)
    kind.wanted = False
    await desk.turn("2026-11-25 09:00")
    assert not desk.postman.brought
    kind.wanted = True
    await desk.turn("2026-11-26 09:00")
    assert desk.postman.texts == ["walk"]


async def test_the_running_clock_is_woken_by_an_earlier_row(tmp_path: Path) -> None:
    async with desk_at(tmp_path / "a.db", "2026-11-25 08:00", running=True) as desk:
        await desk.remind("every day 9am", "later")
        await desk.remind("in 2 minutes", "sooner")
        desk.now = at("2026-11-25 08:02")
        desk.schedule.ticker.wake()
        await desk.until(lambda: desk.postman.texts == ["sooner"])


async def test_what_was_claimed_but_never_sent_comes_after_the_next_start(tmp_path: Path) -> None:
    async with desk_at(tmp_path / "a.db", "2026-11-25 08:00") as desk:
        alarm = await desk.remind("9am")
        desk.now = at("2026-11-25 09:00")
        while await desk.schedule.ticker._claim(desk.now):
            pass
        [one] = await desk.schedule.recent(alarm.id)
        async with desk.database.transaction() as tx:
            await desk.store.begin_telling(tx, [one.id], desk.now + 900)
    async with desk_at(tmp_path / "a.db", "2026-11-25 09:02") as desk:
        await desk.turn("2026-11-25 09:02")
        assert desk.postman.texts == ["stretch"]
        [one] = await desk.schedule.recent(alarm.id)
        assert one.tellings == 2, "it may have come twice, and is counted"


async def test_a_snooze_in_the_moment_of_sending_is_kept(desk: Desk) -> None:
    """The person is quicker than the commit: the message is there, its row does not say so yet."""
    alarm = await desk.remind("9am")
    send = desk.postman.send

    async def and_snoozed(items: Sequence[Item]) -> Placed | None:
        placed = await send(items)
        await desk.schedule.snooze(items[0].occurrence.id, 1, at("2026-11-25 09:30"))
        return placed

    desk.postman.send = and_snoozed  # type: ignore[method-assign]
    await desk.turn("2026-11-25 09:00")
    desk.postman.send = send  # type: ignore[method-assign]
    [one] = await desk.schedule.recent(alarm.id)
    assert one.state is State.PENDING
    assert one.message_id is not None
    await desk.turn("2026-11-25 09:30")
    assert len(desk.postman.brought) == 2
