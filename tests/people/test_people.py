"""A person's own clock."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.db.database import Database
from bot.errors import BadRequest
from bot.people.model import Person, cut_short, find_zones, zones
from bot.people.service import PeopleService, parse_quiet
from bot.people.store import PeopleStore
from bot.schedule.recurrence import to_utc

BERLIN = "Europe/Berlin"


def at(text: str) -> float:
    return to_utc(datetime.fromisoformat(text), BERLIN)


def test_the_small_hours_belong_to_yesterday() -> None:
    person = Person(1, BERLIN, day_start=180)
    assert person.day(at("2026-11-25 02:59")) == date(2026, 11, 24)
    assert person.day(at("2026-11-25 03:00")) == date(2026, 11, 25)


@given(st.sampled_from(zones()), st.dates(date(2025, 1, 1), date(2027, 12, 31)), st.integers(0, 12))
def test_a_day_begins_where_it_is_said_to_begin(zone: str, day: date, hour: int) -> None:
    person = Person(1, zone, day_start=hour * 60)
    begin = person.day_begins(day)
    assert person.day(begin) >= day
    assert person.day(begin - 90_000) < day


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("2026-11-25 21:59", "2026-11-25 21:59"),
        ("2026-11-25 22:00", "2026-11-26 07:00"),
        ("2026-11-26 03:00", "2026-11-26 07:00"),
        ("2026-11-26 07:00", "2026-11-26 07:00"),
        ("2027-03-28 01:30", "2027-03-28 07:00"),
    ],
)
def test_quiet_hours_over_midnight(now: str, then: str) -> None:
    person = Person(1, BERLIN, quiet_from=22 * 60, quiet_to=7 * 60)
    assert person.after_quiet(at(now)) == at(then)


def test_quiet_hours_within_a_day() -> None:
    person = Person(1, BERLIN, quiet_from=13 * 60, quiet_to=14 * 60 + 30)
    assert person.after_quiet(at("2026-11-25 13:15")) == at("2026-11-25 14:30")
    assert person.after_quiet(at("2026-11-25 15:00")) == at("2026-11-25 15:00")
    assert Person(1).after_quiet(5.0) == 5.0


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("22:00-7:00", (1320, 420)),
        ("10pm to 7am", (1320, 420)),
        ("22 - 7", (1320, 420)),
        ("off", (None, None)),
    ],
)
def test_quiet_hours_are_read(text: str, minutes: tuple[int | None, int | None]) -> None:
    assert parse_quiet(text) == minutes


@pytest.mark.parametrize("text", ["", "night", "22:00", "25:00-7:00", "13pm-2am", "7:00-7:00", "22:70-3:00"])
def test_other_quiet_hours_are_refused(text: str) -> None:
    with pytest.raises(BadRequest, match="22:00-7:00"):
        parse_quiet(text)


def test_zones_are_found_by_city() -> None:
    assert find_zones("berl")[0] == "Europe/Berlin"
    assert find_zones("new york")[0] == "America/New_York"
    assert len(find_zones("a")) == 25
    assert find_zones("atlantis") == []


async def test_what_is_set_is_kept(tmp_path: Path) -> None:
    async with await Database.open(tmp_path / "inkling.db") as database:
        people = PeopleService(database, PeopleStore(database), lambda: 0.0)
        assert await people.find(1) == Person(1)
        await people.set_zone(1, "europe/berlin")
        await people.set_day_start(1, 5)
        await people.set_quiet(1, "22:00-7:00")
        assert await people.find(1) == Person(1, BERLIN, 300, 1320, 420)
        assert (await people.set_zone(1, "tokyo")).zone == "Asia/Tokyo"
        for wrong in ("Mars/Olympus", "../../etc/passwd", "san"):
            with pytest.raises(BadRequest, match="no time zone"):
                await people.set_zone(1, wrong)
        with pytest.raises(BadRequest, match="between"):
            await people.set_day_start(1, 13)


@pytest.mark.parametrize(
    ("before", "after", "now", "days"),
    [
        (None, "Asia/Tokyo", "2026-11-25 12:00", []),  # a first choice
        (BERLIN, "Europe/Helsinki", "2026-11-25 12:00", []),  # an hour
        (BERLIN, "Asia/Tokyo", "2026-11-25 12:00", [25]),  # eight hours of the day are gone
        (BERLIN, "Asia/Tokyo", "2026-11-25 22:00", [25, 26]),  # the 25th was left at ten in the evening
        (BERLIN, "America/New_York", "2026-11-25 12:00", []),  # a longer day
        ("Pacific/Honolulu", "Pacific/Auckland", "2026-11-25 12:00", [24, 25]),
    ],
)
def test_what_a_journey_cuts_short(before: str | None, after: str, now: str, days: list[int]) -> None:
    found = cut_short(Person(1, before), Person(1, after), at(now))
    assert [day.day for day in found] == days
