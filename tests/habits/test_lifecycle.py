"""A habit and its reminders go together: away, back, anew, and for good."""

from __future__ import annotations

from datetime import date

import pytest

from bot.errors import BadRequest, NotFound
from bot.habits.measures import remeasured, same_count
from bot.habits.model import DAILY, Form, Habit, Mark, Measure, Schedule
from bot.habits.reminding import KIND
from bot.schedule import service
from tests.habits.house import ALICE, BOB, House
from tests.schedule.desk import at


async def rows(house: House) -> int:
    return len(await house.database.fetch_all("SELECT 1 FROM alarms"))


async def test_delete_and_back(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    await house.life.archive(walk.id, ALICE)
    assert await house.habits.listed(ALICE) == []
    await house.life.archive(walk.id, ALICE, archived=False)
    await house.life.delete(walk.id, ALICE)
    with pytest.raises(NotFound):
        await house.habits.find(walk.id, ALICE)
    with pytest.raises(NotFound):
        await house.life.restore(walk.id, BOB)
    assert (await house.life.restore(walk.id, ALICE)).name == "walk"
    assert (await house.life.restore(walk.id, ALICE)).name == "walk", "twice is once"
    await house.life.delete(walk.id, ALICE)
    await house.habits.add(ALICE, name="Walk")
    with pytest.raises(BadRequest, match="named walk already"):
        await house.life.restore(walk.id, ALICE)


async def test_reminders_of_a_deleted_habit_rest_and_come_back_with_it(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    spoken, muted = [await house.reminder(walk.id, f"every day {hour}:00") for hour in (20, 21)]
    await house.schedule.mute(muted, ALICE)
    await house.life.delete(walk.id, ALICE)
    assert await house.store.next_wake() is None, "nothing wakes for it"
    assert await house.store.count_open(ALICE) == 0
    for alarm in (spoken, muted):
        with pytest.raises(NotFound):
            await house.schedule.save(alarm, ALICE)
    await house.turn("2026-11-27 20:00")
    assert not house.postman.brought
    await house.life.restore(walk.id, ALICE)
    assert (await house.schedule.find(spoken, ALICE)).next_utc == at("2026-11-28 20:00")
    assert (await house.schedule.find(muted, ALICE)).muted
    await house.turn("2026-11-28 21:00")
    assert house.postman.texts == ["walk"]


async def test_reminders_of_an_archived_habit_rest_and_come_back_with_it(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    spoken = await house.reminder(walk.id, "every day 20:00")
    await house.life.archive(walk.id, ALICE)
    assert await house.store.count_open(ALICE) == 0, "it counts no more"
    await house.turn("2026-11-26 20:00")
    assert not house.postman.brought
    await house.life.delete(walk.id, ALICE)
    await house.life.restore(walk.id, ALICE)
    assert await house.store.count_open(ALICE) == 0, "it is back in the archive"
    await house.life.archive(walk.id, ALICE, archived=False)
    assert (await house.schedule.find(spoken, ALICE)).next_utc == at("2026-11-27 20:00")


async def test_what_was_stopped_with_all_others_rests_as_well(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    alarm = await house.reminder(walk.id, "every day 20:00")
    await house.remind("every day 21:00", "pills")
    assert await house.schedule.stopping.stop(ALICE) == 2
    await house.life.delete(walk.id, ALICE)
    assert await house.schedule.stopping.resume(ALICE) == 1, "only the plain one comes again"
    await house.life.restore(walk.id, ALICE)
    assert await house.schedule.stopping.resume(ALICE) == 1
    assert (await house.schedule.find(alarm, ALICE)).next_utc == at("2026-11-25 20:00")


async def test_reminders_go_with_their_habit_when_it_can_no_longer_be_brought_back(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "MAX_ALARMS", 2)
    walk, swim = [await house.habits.add(ALICE, name=name) for name in ("walk", "swim")]
    for habit in (walk, swim):
        await house.reminder(habit.id, "every day 20:00")
    await house.turn("2026-11-25 20:00")
    await house.life.delete(walk.id, ALICE)
    await house.reminder(swim.id, "every day 21:00")  # there is room for it again
    house.now += 29 * 86_400
    assert await house.life.tidy() == 0
    assert await rows(house) == 3
    house.now += 2 * 86_400
    assert await house.life.tidy() == 1
    assert await rows(house) == 2
    assert await house.schedule.about(KIND, walk.id) == []
    assert len(await house.database.fetch_all("SELECT 1 FROM occurrences")) == 1, "its occurrences, too"
    with pytest.raises(NotFound):
        await house.life.restore(walk.id, ALICE)


# ---- another measure


def habit(**wanted: object) -> Habit:
    return Habit(**{"id": 1, "user_id": 1, "name": "x", "created": date(2026, 1, 1), "schedule": DAILY, **wanted})  # type: ignore[arg-type]


YES, MINUTES = {"measure": Measure.YES_NO}, {"measure": Measure.MINUTES}


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        (YES, {"measure": Measure.COUNT}, True),
        (YES, {"measure": Measure.COUNT, "unit": "pages"}, False),
        (YES, MINUTES, False),
        (MINUTES, YES, False),
        (MINUTES, {"measure": Measure.COUNT, "unit": "min"}, True),
        ({"measure": Measure.COUNT, "unit": "Minutes"}, MINUTES, True),
        ({"measure": Measure.COUNT, "unit": "times"}, YES, True),
        ({"measure": Measure.COUNT, "unit": "cups"}, {"measure": Measure.COUNT, "unit": "mugs"}, True),
        ({"measure": Measure.COUNT, "unit": "cups"}, MINUTES, False),
    ],
)
def test_what_an_amount_counts(old: dict[str, object], new: dict[str, object], same: bool) -> None:
    assert same_count(habit(**old), habit(**new)) is same


async def test_without_check_ins_any_measure_will_do(house: House) -> None:
    read = await house.habits.add(ALICE, name="read")
    await house.habits.check_in(read.id, ALICE, mark=Mark.SKIP)
    event = await house.habits.check_in(read.id, ALICE)
    await house.habits.undo(event.id, ALICE)
    changed = await house.habits.change(read.id, ALICE, measure=Measure.MINUTES, target=20.0)
    await house.habits.check_in(read.id, ALICE, 20)
    assert (await house.habits.standing(changed)).kept.current == 1


async def test_three_a_day_become_a_target_of_three_and_the_streak_is_derived_anew(house: House) -> None:
    breathe = await house.habits.add(ALICE, name="breathe", schedule=Schedule(Form.PER_DAY, 3))
    for day, times in enumerate((3, 3, 2, 3)):
        house.now = at("2026-11-25 09:00") + day * 86_400
        for _ in range(times):
            await house.habits.check_in(breathe.id, ALICE)
    before = await house.habits.standing(breathe)
    assert (before.kept.current, before.kept.best) == (1, 2)
    new = remeasured(breathe, Measure.COUNT, None)
    assert (new.schedule, new.target) == (DAILY, 3.0)
    changed = await house.habits.change(
        breathe.id, ALICE, measure=new.measure, target=new.target, schedule=new.schedule
    )
    same = await house.habits.standing(changed)
    assert (same.kept.current, same.kept.best) == (1, 2), "the same days are kept"
    lower = await house.habits.change(breathe.id, ALICE, target=2.0)
    assert (await house.habits.standing(lower)).kept.current == 4, "a new target judges the old days anew"
    limit = await house.habits.change(breathe.id, ALICE, target=2.0, at_most=True)
    standing = await house.habits.standing(limit)
    assert (standing.kept.current, standing.kept.best) == (0, 1), "and so does a limit: only the day with two kept it"
    assert len(await house.habits.events(limit)) == 11, "the record is as it was"


async def test_a_measure_that_would_falsify_the_record_is_refused(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    await house.habits.check_in(walk.id, ALICE)
    with pytest.raises(BadRequest, match="would say something else"):
        await house.habits.change(walk.id, ALICE, measure=Measure.MINUTES, target=30.0)
    assert (await house.habits.find(walk.id, ALICE)).measure is Measure.YES_NO


async def test_a_habit_begun_anew_takes_name_tag_and_reminders_along(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk", tag="walk", emoji="🚶", area="Body")
    alarm = await house.reminder(walk.id, "every day 20:00")
    await house.habits.check_in(walk.id, ALICE)
    new, old = await house.life.begin_anew(walk.id, ALICE, Measure.MINUTES, 30.0, False, "")
    assert (new.name, new.tag, new.emoji, new.area, new.measure, new.target) == (
        *("walk", "walk", "🚶", "Body", Measure.MINUTES, 30.0),
    )
    assert new.created == date(2026, 11, 25)
    assert (old.name, old.tag, old.archived) == ("walk, until 25 Nov 2026", "", True)
    assert len(await house.habits.events(old)) == 1
    assert await house.habits.events(new) == []
    await house.turn("2026-11-25 20:00")
    assert house.postman.texts == ["🚶 walk"]
    assert (await house.schedule.find(alarm, ALICE)).subject_id == new.id
    with pytest.raises(BadRequest, match="archive"):
        await house.life.begin_anew(old.id, ALICE, Measure.MINUTES, 30.0, False, "")
    with pytest.raises(NotFound):
        await house.life.begin_anew(new.id, BOB, Measure.COUNT, 1.0, False, "")


async def test_begun_anew_and_taken_back(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk", tag="walk")
    alarm = await house.reminder(walk.id, "every day 20:00")
    await house.habits.check_in(walk.id, ALICE)
    new, old = await house.life.begin_anew(walk.id, ALICE, Measure.MINUTES, 30.0, False, "")
    with pytest.raises(NotFound):
        await house.life.take_back(new.id, old.id, BOB)
    assert await house.life.take_back(new.id, old.id, ALICE) == walk
    assert (await house.schedule.find(alarm, ALICE)).subject_id == walk.id
    with pytest.raises(NotFound):
        await house.habits.find(new.id, ALICE)
    new, old = await house.life.begin_anew(walk.id, ALICE, Measure.MINUTES, 30.0, False, "")
    await house.habits.check_in(new.id, ALICE, 10)
    with pytest.raises(BadRequest, match="so it stays"):
        await house.life.take_back(new.id, old.id, ALICE)
