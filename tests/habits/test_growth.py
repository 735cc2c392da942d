"""Goals, the Sunday review, linked notes, challenges, and reminders that follow their person."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.errors import BadRequest, NotAllowed, NotFound
from bot.habits import review, review_words, words
from bot.habits.goals import bounds
from bot.habits.model import DaySum, Form, Habit, History, Measure, Schedule
from bot.habits.together.service import Challenges
from bot.habits.together.store import ChallengeStore
from tests.habits.house import ALICE, BOB, House
from tests.schedule.desk import at

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        ("week", date(2026, 11, 23), date(2026, 11, 29)),
        ("month", date(2026, 11, 1), date(2026, 11, 30)),
        ("year", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_the_spans_of_goals(span: str, first: date, last: date) -> None:
    assert bounds(span, TODAY) == (first, last)


async def test_goals_are_set_shown_and_removed(house: House) -> None:
    read = await house.habits.add(ALICE, name="read", measure=Measure.MINUTES, target=30.0)
    await house.habits.check_in(read.id, ALICE, 45)
    await house.habits.check_in(read.id, ALICE, 60, day=date(2026, 11, 2))
    await house.habits.set_goals(read.id, ALICE, {"week": 40.0, "month": 300.0, "year": None})
    lines = [words.goal_line(read, one) for one in await house.habits.goals(read)]
    assert lines == ["Goal: 45 of 40 min this week · reached", "Goal: 105 of 300 min this month · 6 days left"]
    await house.habits.set_goals(read.id, ALICE, {"week": None})
    assert [one.goal.span for one in await house.habits.goals(read)] == ["month"]
    with pytest.raises(BadRequest):
        await house.habits.set_goals(read.id, ALICE, {"week": -1.0})
    with pytest.raises(NotFound):
        await house.habits.set_goals(read.id, BOB, {"week": 1.0})


def history(name: str, area: str, days: set[int]) -> History:
    begin = TODAY - timedelta(days=40)
    one = Habit(1, 1, name, Measure.YES_NO, Schedule(Form.PER_DAY), begin, area=area)
    return History(one, {begin + timedelta(days=n): DaySum(1.0, 1) for n in days})


def test_a_review_says_what_rose_what_fell_and_has_one_idea_from_the_weakest_area() -> None:
    rising, falling = history("read", "Mind", set(range(30, 41))), history("walk", "Body", set(range(30)))
    steady = history("sing", "Mind", set())
    found = review.compose([rising, falling, steady], [[], [], []], TODAY)
    assert [name for name, _ in found.rose] == ["read"]
    assert [name for name, _ in found.fell] == ["walk"]
    assert found.idea is not None
    assert found.idea.name == "sing"
    lines = review_words.lines_of(found.rose, found.fell, found.idea)
    assert lines[0].startswith("Rose: read +")
    assert lines[1].startswith("Fell: walk −")
    assert lines[2] == "One idea, from Mind: sing once more than last week."
    assert review_words.lines_of((), (), None) == ("Steady: nothing moved much.",)


async def test_the_review_comes_on_sundays_to_those_who_asked(house: House) -> None:
    reviews = review.SundayReviews(house.habits, house.schedule, lambda: house.now)
    house.schedule.register(review.KIND, reviews)
    await house.habits.add(ALICE, name="walk")
    await house.turn("2026-11-29 18:00")
    assert not house.postman.brought
    assert await reviews.switch(ALICE)
    await house.turn("2026-12-06 17:59")
    assert not house.postman.brought
    await house.turn("2026-12-06 18:00")
    assert house.postman.texts == ["Your week"]
    assert not await reviews.switch(ALICE)
    await house.turn("2026-12-13 18:00")
    assert len(house.postman.brought) == 1
    assert await reviews.switch(ALICE)
    [alarm] = await house.schedule.listed(ALICE, review.KIND)
    await house.schedule.mute(alarm.id, ALICE)
    assert await reviews.switch(ALICE), "muted is off"
    assert len(await house.schedule.listed(ALICE, review.KIND)) == 1


async def test_a_challenge_shows_counts_of_those_who_joined_only(house: House) -> None:
    challenges = Challenges(house.database, ChallengeStore(house.database), house.habits)
    walk = await house.habits.add(ALICE, name="walk")
    read = await house.habits.add(BOB, name="read", measure=Measure.MINUTES, target=30.0)
    begun = await challenges.begin(ALICE, " Move  a bit ", 3, 10, 100)
    assert begun.title == "Move a bit"
    await challenges.join(begun.id, ALICE, walk.id)
    await house.habits.check_in(walk.id, ALICE)
    await house.habits.check_in(read.id, BOB, 10)
    assert [(one.user_id, one.done, one.days) for one in await challenges.standings(begun)] == [(ALICE, 1, 1)]
    with pytest.raises(NotFound):
        await challenges.join(begun.id, BOB, walk.id)
    await challenges.join(begun.id, BOB, read.id)
    house.now = at("2026-11-26 09:00")
    await house.habits.check_in(read.id, BOB, 30)
    assert [(one.habit, one.done, one.days) for one in await challenges.standings(begun)] == [
        ("walk", 1, 2),
        ("read", 1, 2),
    ]
    await challenges.leave(begun.id, BOB)
    assert len(await challenges.standings(begun)) == 1
    house.now = at("2026-12-10 09:00")
    with pytest.raises(BadRequest, match="over"):
        await challenges.join(begun.id, BOB, read.id)
    assert [(one.done, one.days) for one in await challenges.standings(begun)] == [(1, 3)]
    with pytest.raises(NotAllowed):
        await challenges.end(begun.id, BOB)
    await challenges.end(begun.id, ALICE)
    with pytest.raises(NotFound):
        await challenges.find(begun.id)
    for title, days in (("", 5), ("x" * 81, 5), ("x", 1), ("x", 366)):
        with pytest.raises(BadRequest):
            await challenges.begin(ALICE, title, days, None, 1)


async def test_recurring_reminders_follow_their_person_and_single_ones_keep_their_moment(house: House) -> None:
    await house.remind("every day 9am", "daily")
    await house.remind("tomorrow 9am", "once")
    assert await house.schedule.follow(ALICE, "Europe/Berlin", "Asia/Tokyo") == 1
    await house.turn(at("2026-11-26 01:00"))  # nine in Tokyo
    assert house.postman.texts == ["daily"]
    await house.turn("2026-11-26 09:00")
    assert house.postman.texts == ["daily", "once"]
    assert await house.schedule.follow(ALICE, "Asia/Tokyo", "Asia/Tokyo") == 0
