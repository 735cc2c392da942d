"""Claim, send, commit: nothing lost, nothing twice, whatever the clock, the network or the person's settings do."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from bot.errors import BadRequest, NotFound, OverLimit
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


async def sent(desk: Desk, phrase: str = "every day 9am") -> Occurrence:
    alarm = await desk.remind(phrase)
    await desk.turn("2026-11-25 09:00")
    [one] = await desk.schedule.recent(alarm.id)
    return one


async def test_snooze_leaves_the_series_alone(desk: Desk) -> None:
    one = await sent(desk)
    await desk.schedule.snooze(one.id, 1, desk.now + 600)
    assert (await desk.schedule.find(one.alarm.id, 1)).next_utc == at("2026-11-26 09:00")
    await desk.turn("2026-11-25 09:10")
    assert len(desk.postman.brought) == 2
    assert not desk.postman.brought[1][0].late
    await desk.turn("2026-11-26 09:00")
    assert len(desk.postman.brought) == 3


async def test_a_snooze_outlives_the_next_time_of_its_series(desk: Desk) -> None:
    one = await sent(desk, "hourly")
    await desk.schedule.snooze(one.id, 1, at("2026-11-25 13:30"))
    await desk.turn("2026-11-25 10:00")
    await desk.turn("2026-11-25 13:30")
    due = [item.occurrence.due_utc for items in desk.postman.brought for item in items]
    assert due.count(one.due_utc) == 2


async def test_done_skip_and_undo(desk: Desk) -> None:
    one = await sent(desk)
    assert (await desk.schedule.answer(one.id, 1, "done")).state is State.ANSWERED
    assert (await desk.schedule.undo(one.id, 1)).state is State.SENT
    assert (await desk.schedule.answer(one.id, 1, "skip")).answer == "skip"


async def test_snoozing_by_words_and_tonight(desk: Desk) -> None:
    one = await sent(desk)
    later = await desk.schedule.snooze_by_words(one.id, 1, "tomorrow 7:00")
    assert later.send_utc == at("2026-11-26 07:00")
    assert await desk.schedule.tonight(1) == at("2026-11-25 20:00")
    desk.now = at("2026-11-25 21:00")
    assert await desk.schedule.tonight(1) == at("2026-11-26 09:00")
    with pytest.raises(BadRequest, match="once"):
        await desk.schedule.snooze_by_words(one.id, 1, "every day 9am")


async def test_mute_and_speak_again(desk: Desk) -> None:
    one = await sent(desk)
    await desk.schedule.mute(one.alarm.id, 1)
    await desk.turn("2026-11-26 09:00")
    assert len(desk.postman.brought) == 1
    await desk.schedule.save(one.alarm.id, 1)
    await desk.turn("2026-11-27 09:00")
    assert len(desk.postman.brought) == 2


async def test_removed_and_brought_back(desk: Desk) -> None:
    alarm = await desk.remind("every day 9am")
    await desk.schedule.retire(alarm.id, 1)
    assert await desk.schedule.listed(1) == []
    await desk.turn("2026-11-25 09:00")
    assert not desk.postman.brought
    await desk.schedule.save(alarm.id, 1)
    await desk.turn("2026-11-26 09:00")
    assert desk.postman.texts == ["stretch"]


async def test_drafts_do_nothing_and_are_forgotten(desk: Desk) -> None:
    reading = await desk.schedule.read(1, "9am")
    draft = await desk.schedule.draft(1, "stretch", reading.rule)
    await desk.turn("2026-11-25 09:00")
    assert not desk.postman.brought
    with pytest.raises(BadRequest, match="past"):
        await desk.schedule.save(draft.id, 1)
    await desk.turn("2026-11-27 09:00")
    with pytest.raises(NotFound):
        await desk.schedule.find(draft.id, 1)


async def test_everything_is_its_owners_only(desk: Desk) -> None:
    one = await sent(desk)
    for verb in (
        desk.schedule.find,
        desk.schedule.save,
        desk.schedule.mute,
        desk.schedule.retire,
        desk.schedule.remove,
    ):
        with pytest.raises(NotFound):
            await verb(one.alarm.id, 2)
    for asked in (desk.schedule.occurrence(one.id, 2), desk.schedule.answer(one.id, 2, "done")):
        with pytest.raises(NotFound):
            await asked
    for asked in (desk.schedule.undo(one.id, 2), desk.schedule.snooze(one.id, 2, desk.now + 60)):
        with pytest.raises(NotFound):
            await asked
    assert await desk.schedule.in_message(one.message_id or 0, 2) == []


async def test_limits_are_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.schedule.service.MAX_ALARMS", 1)
    await desk.remind("9am")
    reading = await desk.schedule.read(1, "10am")
    with pytest.raises(OverLimit, match="the most for one person"):
        await desk.schedule.draft(1, "more", reading.rule)
    with pytest.raises(BadRequest, match="longer than"):
        await desk.schedule.draft(2, "x" * 501, reading.rule)
    with pytest.raises(BadRequest, match="What"):
        await desk.schedule.draft(2, "  ", reading.rule)


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
