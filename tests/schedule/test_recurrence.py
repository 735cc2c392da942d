"""The next occurrence, held against dateutil's own plain enumeration and against every zone's changes of the clocks."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from dateutil import rrule
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.people.model import zones
from bot.schedule.recurrence import Rule, latest, next_after, to_local, to_utc, upcoming
from tests.schedule.edges import changes

EDGY = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kolkata", "UTC"]
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def by_hand(rule: Rule, after_utc: float) -> float | None:
    """dateutil counts from the very start, every wall time is placed in UTC, and the least one later is taken."""
    best: float | None = None
    beyond = to_local(after_utc, rule.zone) + timedelta(days=2)
    for local in rrule.rrulestr(rule.rrule, dtstart=rule.start):
        due = local.replace(tzinfo=ZoneInfo(rule.zone)).timestamp()
        if due > after_utc and (best is None or due < best):
            best = due
        if best is not None and local > max(beyond, to_local(best, rule.zone) + timedelta(days=2)):
            break
    return best


@st.composite
def rules(draw: st.DrawFn) -> tuple[Rule, float]:
    freq = draw(st.sampled_from(["MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    days_on = {"MINUTELY": 4, "HOURLY": 40, "YEARLY": 4000}.get(freq, 900)
    start = draw(st.datetimes(datetime(2024, 1, 1), datetime(2026, 12, 31))).replace(microsecond=0)
    parts = [f"FREQ={freq}", f"INTERVAL={draw(st.sampled_from([7, 15, 30] if freq == 'MINUTELY' else [1, 2, 3, 5]))}"]
    if freq in ("DAILY", "WEEKLY") and draw(st.booleans()):
        parts.append("BYDAY=" + ",".join(draw(st.lists(st.sampled_from(DAYS), min_size=1, unique=True))))
    if freq == "MONTHLY":
        way = draw(
            st.sampled_from(["", "BYMONTHDAY=-1", "BYMONTHDAY=1,15", "BYMONTHDAY=31", "BYDAY=-1FR", "BYDAY=2TU"])
        )
        parts += [way] if way else []
    if freq == "YEARLY" and draw(st.booleans()):
        parts.append("BYMONTH=3;BYMONTHDAY=29")
    if freq in ("DAILY", "WEEKLY", "MONTHLY") and draw(st.booleans()):
        parts.append(
            "BYHOUR=" + ",".join(map(str, draw(st.lists(st.integers(0, 23), min_size=1, max_size=4, unique=True))))
        )
    ending = draw(st.sampled_from(["", "", "COUNT=7", "UNTIL=20270601T000000"]))
    parts += [ending] if ending else []
    zone = draw(st.sampled_from(EDGY))
    after = to_utc(start, zone) + draw(st.floats(-86_400.0, days_on * 86_400.0))
    return Rule(start, zone, ";".join(parts)), after


@settings(max_examples=1200, deadline=None)
@given(rules())
def test_the_next_time_is_what_plain_enumeration_finds(case: tuple[Rule, float]) -> None:
    rule, after = case
    assert next_after(rule, after) == by_hand(rule, after)


@settings(max_examples=150, deadline=None)
@given(rules(), st.floats(0, 40 * 86_400.0))
def test_the_latest_missed_time_is_the_last_of_all_that_were_due(case: tuple[Rule, float], away: float) -> None:
    rule, since = case
    if "MINUTELY" in rule.rrule:
        away /= 10
    due, last = next_after(rule, since), None
    while due is not None and due <= since + away:
        last, due = due, next_after(rule, due)
    assert latest(rule, since + 1e-3, since + away) == last


def test_a_daily_time_comes_once_each_day_over_every_change_of_every_zone() -> None:
    """Gaps come later, repeated hours the first time: one occurrence for each date, in order, never two."""
    edges = [(zone, at) for zone in sorted(available_timezones()) for at in changes(zone)]
    assert len(edges) > 500
    for zone, at in edges:
        for minutes in (-90, -30, 0, 30, 90):  # times around the change itself
            wall = to_local(at + minutes * 60, zone).replace(second=0)
            start = wall - timedelta(days=3)
            times = upcoming(Rule(start, zone, "FREQ=DAILY"), to_utc(start, zone) - 1, 7)
            assert times == sorted(set(times))
            dates = [to_local(due, zone).date() for due in times]
            assert len(set(dates)) == 7, (zone, wall)
            for due in times:
                meant = datetime.combine(to_local(due, zone).date(), wall.time())
                there = to_local(due, zone)
                assert there >= meant, "a time that does not exist comes later"
                if there != meant:
                    assert to_local(to_utc(meant, zone), zone) != meant, "only a time that does not exist moves"
                else:
                    earlier = due - 3600
                    assert to_local(earlier, zone) != there, "of a time that comes twice, the first"


@pytest.mark.parametrize(
    ("zone", "wall", "comes_at"),
    [
        ("America/New_York", datetime(2027, 3, 14, 2, 30), "2027-03-14T03:30:00-04:00"),
        ("America/New_York", datetime(2026, 11, 1, 1, 30), "2026-11-01T01:30:00-04:00"),
        ("Europe/Berlin", datetime(2027, 3, 28, 2, 15), "2027-03-28T03:15:00+02:00"),
        ("Australia/Lord_Howe", datetime(2026, 10, 4, 2, 15), "2026-10-04T02:45:00+11:00"),
    ],
)
def test_known_edges(zone: str, wall: datetime, comes_at: str) -> None:
    due = next_after(Rule(wall, zone), to_utc(wall, zone) - 1)
    assert due is not None
    assert datetime.fromtimestamp(due, ZoneInfo(zone)).isoformat() == comes_at


def test_a_moment_before_is_before_however_short() -> None:
    """Wall times have microseconds, floats a little more."""
    rule = Rule(datetime(2024, 1, 1), "Europe/Berlin", "FREQ=MINUTELY;INTERVAL=7")
    start = to_utc(rule.start, rule.zone)
    assert next_after(rule, start - 2e-7) == start
    assert next_after(rule, start) == start + 420


def test_once_is_over_afterwards() -> None:
    rule = Rule(datetime(2026, 5, 1, 9), "UTC")
    due = to_utc(rule.start, "UTC")
    assert next_after(rule, due - 1) == due
    assert next_after(rule, due) is None


def test_every_zone_that_can_be_chosen_is_known() -> None:
    assert len(zones()) > 300
    for name in zones():
        assert to_local(0.0, name)
