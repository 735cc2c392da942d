"""What people do with habits, on real SQLite with a clock turned by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.db.database import Database
from bot.errors import BadRequest, NotFound, OverLimit
from bot.habits import streak_words, words
from bot.habits.model import Form, Mark, Measure, Schedule
from bot.habits.starters import SETS
from bot.habits.store import HabitStore
from bot.habits.streaks import Verdict
from tests.habits.house import ALICE, BOB, House
from tests.schedule.desk import at, desk_at


async def test_several_sessions_a_day_add_up(house: House) -> None:
    read = await house.habits.add(ALICE, name="read", measure=Measure.MINUTES, target=30.0)
    await house.habits.check_in(read.id, ALICE, 10)
    await house.habits.check_in(read.id, ALICE, 15, quality=3, feeling="calm")
    standing = await house.habits.standing(read)
    assert (standing.today.total, standing.today.sessions) == (25.0, 2)
    assert words.progress(standing) == "25 of 30 min"
    last = await house.habits.check_in(read.id, ALICE)
    assert last.value == 5.0, "without an amount: what is left"
    assert (await house.habits.standing(read)).kept.current == 1


async def test_undo_takes_back_and_erases_nothing(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    event = await house.habits.check_in(walk.id, ALICE)
    await house.habits.undo(event.id, ALICE)
    await house.habits.undo(event.id, ALICE)
    assert await house.habits.events(walk) == []
    assert len(await house.habit_store.events(walk.id)) == 2
    assert (await house.habits.standing(walk)).kept.current == 0


async def test_the_small_hours_count_for_yesterday(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    house.now = at("2026-11-26 02:30")
    assert (await house.habits.check_in(walk.id, ALICE)).day == date(2026, 11, 25)
    house.now = at("2026-11-26 03:00")
    assert (await house.habits.check_in(walk.id, ALICE)).day == date(2026, 11, 26)
    assert (await house.habits.standing(walk)).kept.current == 2


async def test_travel_east_and_west(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    for day in range(1, 4):
        house.now = at(f"2026-11-{25 + day} 09:00")
        await house.habits.check_in(walk.id, ALICE)
    house.now = at("2026-11-29 10:00")
    await house.people.set_zone(ALICE, "Pacific/Auckland")  # 22:00 there
    house.now = at("2026-11-29 23:00")  # 11:00 of the 30th there: the 29th was cut short, and nothing was done
    await house.habits.check_in(walk.id, ALICE)
    await house.people.set_zone(ALICE, "Pacific/Honolulu")  # the 29th once more
    standing = await house.habits.standing(walk)
    assert standing.kept.current == 4
    house.now = at("2026-11-30 23:00")
    await house.habits.check_in(walk.id, ALICE)
    assert (await house.habits.standing(walk)).kept.current == 4, "the 30th counts once"


async def test_the_table_of_streaks_is_rebuilt_from_the_events(house: House) -> None:
    made = []
    for number, one in enumerate(SETS["mind gym"]):
        made.append(await house.habits.add(ALICE, **one))
        for day in range(0, 20, 1 + number % 3):
            mark = Mark.SKIP if (day + number) % 7 == 6 else Mark.ENTRY
            house.now = at("2026-11-25 09:00") + day * 86_400
            await house.habits.check_in(made[-1].id, ALICE, mark=mark)
    await house.habits.pause(made[0].id, ALICE, None)
    before = {one.habit.id: one.kept for one in await house.habits.overview(ALICE)}
    kept = {habit.id: await house.habit_store.streak(habit.id) for habit in made}
    assert kept == before
    rebuilt = await house.habits.rebuild(made)
    assert {one.habit_id: one for one in rebuilt} == before
    assert any(one.current > 1 for one in rebuilt)


async def test_a_kept_streak_is_renewed_when_the_day_is_over(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    await house.habits.check_in(walk.id, ALICE)
    assert (await house.habits.standing(walk)).kept.current == 1
    house.now = at("2026-11-28 09:00")
    standing = await house.habits.standing(walk)
    assert (standing.kept.current, standing.kept.best) == (0, 1)
    assert "A new start whenever you like" in "\n".join(words.standing_lines(standing))
    assert words.way_back_line([standing]).startswith("walk: A new start whenever you like.")


async def test_pause_and_go_on(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    await house.habits.check_in(walk.id, ALICE)
    house.now = at("2026-11-26 09:00")
    await house.habits.pause(walk.id, ALICE, date(2026, 12, 5))
    assert (await house.habits.standing(walk)).paused
    house.now = at("2026-12-01 09:00")
    await house.habits.resume(walk.id, ALICE)
    await house.habits.check_in(walk.id, ALICE)
    standing = await house.habits.standing(walk)
    assert not standing.paused
    assert standing.kept.current == 2
    with pytest.raises(BadRequest, match="later"):
        await house.habits.pause(walk.id, ALICE, date(2026, 11, 1))
    await house.habits.pause(walk.id, ALICE, None)
    await house.habits.resume(walk.id, ALICE)
    assert not (await house.habits.standing(walk)).paused, "paused and gone on the same day"


async def test_why_explains_every_day(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    await house.habits.check_in(walk.id, ALICE)
    house.now = at("2026-11-26 09:00")
    await house.habits.check_in(walk.id, ALICE, mark=Mark.SKIP, remark="ill")
    house.now = at("2026-11-27 09:00")
    lines = streak_words.why_lines(await house.habits.standing(walk))
    assert lines == ["◌ Fri 27 Nov open → 1", "– Thu 26 Nov skipped → 1", "● Wed 25 Nov kept → 1"]
    assert streak_words.neutral_note(await house.habits.standing(walk)) == "Skipped Thu 26 Nov"


async def test_timer(house: House) -> None:
    read = await house.habits.add(ALICE, name="read", measure=Measure.MINUTES, target=30.0)
    with pytest.raises(BadRequest, match="No timer"):
        await house.habits.stop_timer(read.id, ALICE)
    await house.habits.start_timer(read.id, ALICE)
    await house.habits.start_timer(read.id, ALICE)
    house.now += 25 * 60
    assert (await house.habits.stop_timer(read.id, ALICE)).value == 25.0
    await house.habits.start_timer(read.id, ALICE)
    house.now += 13 * 3600
    with pytest.raises(BadRequest, match="12 hours"):
        await house.habits.stop_timer(read.id, ALICE)
    assert (await house.habits.standing(read)).timer_utc is None


async def test_limits_and_bad_input(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    for wrong in (
        {"name": " "},
        {"name": "x" * 61},
        {"name": "WALK"},
        {"name": "a", "colour": "plaid"},
        {"name": "a", "at_most": True},
        {"name": "a", "measure": Measure.COUNT, "target": 0.0},
        {"name": "a", "measure": Measure.COUNT, "schedule": Schedule(Form.PER_DAY, 3)},
        {"name": "a", "question": "x" * 121},
    ):
        with pytest.raises(BadRequest):
            await house.habits.add(ALICE, **wrong)
    with pytest.raises(BadRequest, match="still to come"):
        await house.habits.check_in(walk.id, ALICE, day=date(2026, 11, 26))
    with pytest.raises(BadRequest, match="ten years"):
        await house.habits.check_in(walk.id, ALICE, day=date(2010, 1, 1))
    with pytest.raises(BadRequest, match="number from"):
        await house.habits.check_in(walk.id, ALICE, -1)
    monkeypatch.setattr("bot.habits.shelf.MAX_HABITS", 1)
    with pytest.raises(OverLimit):
        await house.habits.add(ALICE, name="more")


async def test_everything_is_its_owners_only(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    event = await house.habits.check_in(walk.id, ALICE)
    for asked in (
        house.habits.find(walk.id, BOB),
        house.habits.change(walk.id, BOB, name="mine"),
        house.life.archive(walk.id, BOB),
        house.life.delete(walk.id, BOB),
        house.life.restore(walk.id, BOB),
        house.habits.pause(walk.id, BOB, None),
        house.habits.resume(walk.id, BOB),
        house.habits.check_in(walk.id, BOB),
        house.habits.undo(event.id, BOB),
        house.habits.detail(event.id, BOB, value=3.0),
        house.habits.event(event.id, BOB),
        house.habits.start_timer(walk.id, BOB),
        house.habits.stop_timer(walk.id, BOB),
        house.habits.by_name(BOB, "walk"),
    ):
        with pytest.raises(NotFound):
            await asked


async def test_a_habit_is_found_by_name(house: House) -> None:
    for name in ("Reading", "Running", "Dance"):
        await house.habits.add(ALICE, name=name)
    assert (await house.habits.by_name(ALICE, "read")).name == "Reading"
    assert (await house.habits.by_name(ALICE, "dance")).name == "Dance"
    assert (await house.habits.by_name(ALICE, "ance")).name == "Dance"
    with pytest.raises(NotFound, match="Reading, Running"):
        await house.habits.by_name(ALICE, "r")


async def test_frozen_days_are_said(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    for day in range(10):
        house.now = at("2026-11-25 09:00") + day * 86_400
        await house.habits.check_in(walk.id, ALICE)
    house.now = at("2026-12-06 09:00")
    standing = await house.habits.standing(walk)
    assert standing.streaks.periods[-2].verdict is Verdict.FROZEN
    assert standing.kept.current == 10
    assert streak_words.neutral_note(standing) == "Frozen Sat 5 Dec"
    assert words.today_line(standing) == "10 days · frozen Sat 5 Dec"
    assert words.way_back_line([standing]) == ""


async def test_details_put_a_new_event_in_the_place_of_the_old(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    event = await house.habits.check_in(walk.id, ALICE)
    changed = await house.habits.detail(event.id, ALICE, quality=3, feeling="light")
    [shown] = await house.habits.events(walk)
    assert shown == replace(changed, id=shown.id)
    assert (shown.quality, shown.feeling, shown.value) == (3, "light", 1.0)


async def test_only_the_database_knows(tmp_path: Path) -> None:
    """Everything is there again after a restart."""
    async with desk_at(tmp_path / "a.db", "2026-11-25 08:00") as desk:
        house = House(desk)
        walk = await house.habits.add(ALICE, name="walk", tag="#Walk")
        await house.habits.check_in(walk.id, ALICE, remark="far")
    async with await Database.open(tmp_path / "a.db") as database:
        store = HabitStore(database)
        assert (await store.find(walk.id)) == walk
        assert walk.tag == "walk"
        assert [event.remark for event in await store.events(walk.id)] == ["far"]
