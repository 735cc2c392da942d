"""What people do with reminders that came: answer, snooze, mute, remove; and whose they are."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.errors import BadRequest, NotFound, OverLimit
from bot.schedule.model import Occurrence, State
from tests.schedule.desk import Desk, at, desk_at


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with desk_at(tmp_path / "inkling.db", "2026-11-25 08:00") as desk:
        yield desk


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
