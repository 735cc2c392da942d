""" "stop" and "start", and an alarm that is moved by what it belongs to."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.errors import NotFound
from bot.schedule.recurrence import Rule
from tests.schedule.desk import ZONE, Desk, at, desk_at


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with desk_at(tmp_path / "inkling.db", "2026-11-25 08:00") as desk:
        yield desk


async def test_stop_mutes_everything_of_theirs_and_resume_brings_back_what_still_comes(desk: Desk) -> None:
    daily = await desk.remind("every day 9am", "stretch")
    once = await desk.remind("today 10am", "call")
    muted = await desk.remind("every day 11am", "read")
    await desk.schedule.mute(muted.id, 1)
    await desk.remind("every day 9am", "bob's", user_id=2)
    await desk.turn("2026-11-25 09:00")
    (asked,) = await desk.schedule.recent(daily.id)
    await desk.schedule.snooze(asked.id, 1, at("2026-11-25 12:00"))
    assert await desk.schedule.stopping.stop(1) == 2
    await desk.turn("2026-11-25 23:00")
    assert desk.postman.texts.count("stretch") == 1 and "call" not in desk.postman.texts, "the snooze is stopped too"
    assert await desk.schedule.stopping.stop(1) == 0
    assert await desk.schedule.stopping.resume(1) == 1
    assert (await desk.schedule.find(daily.id, 1)).next_utc == at("2026-11-26 09:00")
    assert (await desk.schedule.find(once.id, 1)).muted, "its only time is past"
    assert (await desk.schedule.find(muted.id, 1)).muted, "muted by itself stays muted"
    await desk.turn("2026-11-26 09:00")
    assert desk.postman.texts.count("stretch") == 2 and desk.postman.texts.count("bob's") == 2


async def test_what_is_moved_comes_at_its_new_time_and_muted_stays_muted(desk: Desk) -> None:
    alarm = await desk.remind("today 10am", "call")
    later = Rule(datetime(2026, 11, 27, 9), ZONE, "")
    await desk.schedule.reschedule(alarm.id, 1, later)
    assert (await desk.schedule.find(alarm.id, 1)).next_utc == at("2026-11-27 09:00")
    await desk.schedule.stopping.stop(1)
    await desk.schedule.reschedule(alarm.id, 1, Rule(datetime(2026, 11, 28, 9), ZONE, ""))
    assert (await desk.schedule.find(alarm.id, 1)).next_utc is None
    assert await desk.schedule.stopping.resume(1) == 1
    assert (await desk.schedule.find(alarm.id, 1)).next_utc == at("2026-11-28 09:00")
    with pytest.raises(NotFound):
        await desk.schedule.reschedule(alarm.id, 2, later)
