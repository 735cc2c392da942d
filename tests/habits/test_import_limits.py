"""What is imported is within the limits of what people may write."""

from __future__ import annotations

import json

import pytest

from bot.errors import BadRequest
from bot.habits import loop
from bot.habits.exchange import from_json, to_json
from bot.habits.model import Form, Measure, Schedule
from bot.habits.moving import HabitMoving
from tests.habits.house import ALICE, House


def said(**changes: object) -> bytes:
    """One habit of our JSON, with something else in it."""
    event = {
        "day": "2026-11-20",
        "at": 1.0,
        "mark": "entry",
        "value": 1.0,
        "quality": None,
        "feeling": "",
        "remark": "",
    }
    habit: dict[str, object] = {
        **dict.fromkeys(("unit", "question", "emoji", "tag", "description"), ""),
        "name": "x",
        "target": 1.0,
        "at_most": False,
        "area": "Other",
        "colour": "blue",
        "archived": False,
        "measure": "yes-no",
        "schedule": "day:1",
        "created": "2026-11-01",
        "pauses": [],
        "events": [{**event, **changes.pop("event", {})}],  # type: ignore[dict-item]
    }
    return json.dumps({"format": "inkling-habits", "version": 1, "habits": [{**habit, **changes}]}).encode()


@pytest.mark.parametrize(
    "changes",
    [
        {"schedule": "every:0"},  # a round of no days would never end
        {"schedule": "every:1000000000"},
        {"schedule": "every:3x9"},
        {"schedule": "days:9"},
        {"schedule": "days:"},
        {"schedule": "week:0"},
        {"emoji": "x" * 41},
        {"tag": "x" * 41},
        {"description": "x" * 501},
        {"measure": "count", "target": float("nan")},
        {"event": {"value": float("nan")}},
        {"event": {"value": -1.0}},
        {"event": {"at": float("inf")}},
        {"event": {"mark": "other"}},
        {"goals": {"decade": 5.0}},
        {"goals": {"week": -1.0}},
    ],
)
async def test_a_file_may_say_anything_and_only_what_is_possible_is_taken(
    house: House, changes: dict[str, object]
) -> None:
    moving = HabitMoving(house.database, house.habit_store, house.habits)
    with pytest.raises(BadRequest):
        await moving.take(ALICE, "x.json", said(**changes))
    assert await house.habits.listed(ALICE) == []
    assert (await moving.take(ALICE, "x.json", said())).events == 1


async def test_goals_go_along(house: House) -> None:
    moving = HabitMoving(house.database, house.habit_store, house.habits)
    await moving.take(ALICE, "x.json", said(goals={"week": 3.0, "year": 100.0}))
    [parcel] = await moving.parcels(ALICE)
    assert dict(parcel.goals) == {"week": 3.0, "year": 100.0}
    [again] = from_json(to_json([parcel]))
    assert again.goals == parcel.goals


async def test_days_before_any_counting_are_left_out(house: House) -> None:
    moving = HabitMoving(house.database, house.habit_store, house.habits)
    old = said(created="0001-01-01", target=float("nan"), event={"day": "0001-01-01"})
    found = await moving.take(ALICE, "x.json", old)
    assert (found.habits, found.events) == (1, 0)
    [habit] = await house.habits.listed(ALICE)
    assert habit.created.year == 2016
    assert habit.target == 1.0
    assert (await house.habits.standing(habit)).kept.best == 0


def test_a_round_longer_than_a_year_becomes_a_year() -> None:
    assert loop._schedule(1, 10**9) == Schedule(Form.EVERY, 365)


async def test_a_habit_of_that_name_with_another_measure_is_left_alone(house: House) -> None:
    moving = HabitMoving(house.database, house.habit_store, house.habits)
    await house.habits.add(ALICE, name="X")
    with pytest.raises(BadRequest, match="Your X is written down as done or not done, the file's as minutes"):
        await moving.take(ALICE, "x.json", said(measure="minutes", target=20.0))
    [habit] = await house.habits.listed(ALICE)
    assert habit.measure is Measure.YES_NO
    assert await house.habits.events(habit) == []
