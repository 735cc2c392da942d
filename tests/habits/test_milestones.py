"""Milestones: reached once, shown once, with a card that a picture may come on."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pytest
from PIL import Image

from bot.errors import NotFound
from bot.habits.canvas import MARGIN, WIDTH
from bot.habits.milestones import words
from bot.habits.milestones.card import SIDE, card, with_picture
from bot.habits.milestones.model import Milestone
from bot.habits.model import DAILY, Form, Habit, Mark, Measure, Schedule
from tests.habits.house import ALICE, BOB, House
from tests.schedule.desk import at

TODAY = date(2026, 11, 25)


async def kept(house: House, habit: Habit, days: int, until: date = TODAY) -> None:
    for back in range(days - 1, -1, -1):
        await house.habits.check_in(habit.id, ALICE, day=until - timedelta(days=back))


async def news(house: House, user_id: int = ALICE) -> list[str]:
    """What is told now, and then counts as shown."""
    found = await house.milestones.news(user_id)
    for _, one in found:
        await house.milestones.shown(one.id)
    return [f"{habit.name}: {words.head(one)}, {words.period(one)}" for habit, one in found]


async def test_the_seventh_day_is_said_once(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    await kept(house, walk, 6, TODAY - timedelta(days=1))
    assert await news(house) == []
    event = await house.habits.check_in(walk.id, ALICE)
    assert house.milestones.is_suspect(ALICE)
    assert await news(house) == ["walk: 7 days in a row, 19 Nov – 25 Nov 2026"]
    assert not house.milestones.is_suspect(ALICE)
    await house.habits.undo(event.id, ALICE)
    await house.habits.check_in(walk.id, ALICE)
    await house.habits.check_in(walk.id, ALICE)
    assert await news(house) == [], "not for a second session, nor for the same day anew"
    await house.habits.check_in(walk.id, ALICE, day=TODAY - timedelta(days=7))
    assert await news(house) == [], "nor for a day added at the streak's begin"
    house.now = at("2026-11-26 09:00")
    await house.habits.check_in(walk.id, ALICE)
    assert await news(house) == []


async def test_what_was_not_shown_comes_again(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    await kept(house, walk, 7)
    assert len(await house.milestones.news(ALICE)) == 1
    assert len(await house.milestones.news(ALICE)) == 1
    await house.life.delete(walk.id, ALICE)
    assert await news(house) == []
    await house.life.restore(walk.id, ALICE)
    assert len(await news(house)) == 1
    assert await news(house, BOB) == []


async def test_a_new_streak_may_reach_it_again(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    await kept(house, walk, 7)
    assert len(await news(house)) == 1
    house.now = at("2026-12-10 09:00")
    await kept(house, walk, 7, date(2026, 12, 10))
    assert await news(house) == ["walk: 7 days in a row, 4 Dec – 10 Dec 2026"]
    assert [one.count for one in await house.milestones.of_habit(walk)] == [7, 7]


async def test_days_filled_in_may_jump_over_it_and_skips_do_not_count(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    await kept(house, walk, 4, TODAY - timedelta(days=5))
    await kept(house, walk, 4)
    await house.habits.check_in(walk.id, ALICE, day=TODAY - timedelta(days=4), mark=Mark.SKIP)
    assert await news(house) == ["walk: 7 days in a row, 17 Nov – 24 Nov 2026"]


async def test_weeks_are_counted_in_weeks(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk", schedule=Schedule(Form.PER_WEEK, 1))
    for back in range(6, -1, -1):
        await house.habits.check_in(walk.id, ALICE, day=TODAY - timedelta(weeks=back))
    assert await news(house) == ["walk: 7 weeks in a row, 12 Oct – 25 Nov 2026"]


async def test_a_limit_is_kept_by_what_is_not_written_down(house: House) -> None:
    coffee = await house.habits.add(ALICE, name="coffee", measure=Measure.COUNT, target=2.0, at_most=True)
    house.now = at("2026-12-02 09:00")
    house.milestones.suspect(coffee)
    assert await news(house) == ["coffee: 7 days in a row, 25 Nov – 1 Dec 2026"]


async def test_what_was_reached_long_ago_is_no_news(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    await kept(house, walk, 60)
    assert await news(house) == []
    await kept(house, await house.habits.add(ALICE, name="read"), 32)
    assert await news(house) == ["read: 30 days in a row, 25 Oct – 23 Nov 2026"]


async def test_a_milestone_is_its_owners_only(house: House) -> None:
    walk = await house.habits.add(ALICE, name="walk")
    await kept(house, walk, 7)
    [(_, one)] = await house.milestones.news(ALICE)
    with pytest.raises(NotFound):
        await house.milestones.find(one.id, BOB)
    with pytest.raises(NotFound):
        await house.milestones.decorated(BOB, one.id, 1, "x", picture("red"))
    with pytest.raises(NotFound):
        await house.milestones.find(99, ALICE)


# ---- the card

WALK = Habit(1, ALICE, "Walk", Measure.YES_NO, DAILY, date(2026, 1, 1), colour="green", emoji="🚶")
ONE = Milestone(1, 1, 7, "7 days", date(2026, 11, 19), TODAY)


def picture(colour: str, size: tuple[int, int] = (128, 96)) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, colour).save(file, "PNG")
    return file.getvalue()


def opened(png: bytes) -> Image.Image:
    with Image.open(io.BytesIO(png)) as image:
        return image.convert("RGB")


def test_the_card_says_what_it_shows() -> None:
    chart = card(WALK, ONE)
    assert opened(chart.png).size == (WIDTH, SIDE + 2 * MARGIN)
    assert chart.alt == "A card: 🚶 Walk, 7 days in a row, 19 Nov – 25 Nov 2026."
    assert len(chart.png) < 100_000
    others = [card(WALK, Milestone(1, 1, 30, "30 days", date(2026, 10, 27), TODAY)), card(plain("Walk"), ONE)]
    assert len({chart.png, *(other.png for other in others)}) == 3


def plain(name: str) -> Habit:
    return Habit(1, ALICE, name, Measure.YES_NO, DAILY, date(2026, 1, 1))


@pytest.mark.parametrize("name", ["W" * 60, "Читать", "瑜伽", "🧘", "<:x:1>"])
def test_any_name_makes_a_card(name: str) -> None:
    opened(card(plain(name), ONE).png)


@pytest.mark.parametrize("size", [(128, 128), (96, 128), (1024, 512), (8, 8)])
def test_a_picture_comes_on_the_card_in_place_of_the_emoji(size: tuple[int, int]) -> None:
    chart = with_picture(WALK, ONE, picture("red", size), "a red walk")
    card_ = opened(chart.png)
    assert card_.getpixel((MARGIN + SIDE // 2, MARGIN + SIDE // 2)) == (255, 0, 0)
    assert card_.getpixel((MARGIN + 4, MARGIN + SIDE // 2)) == (255, 0, 0), "as wide as the sheet"
    assert card_.getpixel((2, 2)) != (255, 0, 0)
    words_only = (MARGIN * 2 + SIDE, 0, WIDTH, SIDE)
    assert card_.crop(words_only).getcolors(100_000) is not None, "the words are still there"
    assert "a red walk" in chart.alt


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(OSError):
        with_picture(WALK, ONE, b"no picture", "x")
