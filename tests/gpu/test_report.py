"""The report's figures: percentiles, promises, and ideal sharing worked out by hand and by property."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.db.database import Database
from bot.gpu.job import JobStatus, Standing
from bot.gpu.report import DAY_SECONDS, Fact, Kept, Waits, ideal_sharing, percentiles, report
from bot.gpu.reports import Reports
from bot.gpu.store import JobStore
from tests.gpu.recorder import generation

ANN, BOB = 1, 2


def fact(user: int, created: float, started: float | None, ended: float | None, **more: Any) -> Fact:
    known = {"weight": 1.0, "status": JobStatus.DELIVERED, "engine": "a", "attempts": 1}
    known |= {"promised_utc": None, "repromised_utc": None}
    return Fact(user, created_utc=created, started_utc=started, ended_utc=ended, **(known | more))


def test_percentiles() -> None:
    assert percentiles([]) is None
    assert percentiles([5]) == Waits(5, 5, 5)
    assert percentiles(list(range(100))) == Waits(50, 90, 99)


def test_ideal_sharing_gives_each_their_part_of_every_moment() -> None:
    # Ann's two of ten seconds came first and were made first; Bob's of five waited. Ideally he has half from the start.
    facts = [fact(ANN, 0, 0, 10), fact(ANN, 0, 10, 20), fact(BOB, 0, 20, 25)]
    assert ideal_sharing(facts) == [15, 25, 10]


def test_ideal_sharing_by_weight_and_over_engines() -> None:
    facts = [fact(ANN, 0, 0, 9, weight=2.0), fact(BOB, 0, 9, 18)]
    assert ideal_sharing(facts) == pytest.approx([13.5, 18])
    facts = [fact(ANN, 0, 0, 9), fact(BOB, 0, 0, 9, engine="b")]
    assert ideal_sharing(facts) == [9, 9]
    alone = [fact(ANN, 0, 0, 9), fact(ANN, 100, 100, 109, engine="b")]
    assert ideal_sharing(alone) == [9, 109], "one job is not faster than one engine"


def test_what_was_never_started_has_no_ideal() -> None:
    assert ideal_sharing([fact(ANN, 0, None, 5, status=JobStatus.CANCELLED)]) == [None]


asked = st.tuples(st.integers(1, 3), st.integers(0, 30), st.integers(1, 10))


@settings(max_examples=150, deadline=None)
@given(st.lists(asked, min_size=1, max_size=15))
def test_ideal_sharing_neither_makes_nor_loses_time(jobs: list[tuple[int, int, int]]) -> None:
    """One engine that makes them in the order of asking ends its busy times when ideal sharing does."""
    facts, now = [], 0.0
    for user, created, length in sorted(jobs, key=lambda job: job[1]):
        start = max(now, created)
        now = start + length
        facts.append(fact(user, created, start, now))
    ends = ideal_sharing(facts)
    assert max(end for end in ends if end is not None) == pytest.approx(now)
    for made, end in zip(facts, ends, strict=True):
        assert end is not None
        assert end >= made.created_utc + ((made.ended_utc or 0) - (made.started_utc or 0)) - 1e-6


def test_a_report_counts_what_was_asked_for_in_its_days() -> None:
    now = 10 * DAY_SECONDS
    today = now - 100
    facts = [
        fact(ANN, 0, 1, 2),  # long ago
        fact(ANN, today, today, today + 10, promised_utc=today + 12, repromised_utc=today + 12),
        fact(BOB, today, today + 10, today + 30, promised_utc=today + 20, repromised_utc=today + 40, attempts=2),
        fact(BOB, today, today + 30, today + 31, status=JobStatus.FAILED),
        fact(BOB, today, today + 31, today + 32, status=JobStatus.QUARANTINED, attempts=3),
        fact(ANN, today, None, today + 5, status=JobStatus.CANCELLED),
        fact(ANN, today, None, None, status=JobStatus.QUEUED),
    ]
    made = report(facts, now, 7)
    assert (made.asked, made.made, made.failed, made.given_up, made.cancelled, made.open) == (6, 2, 1, 1, 1, 1)
    assert (made.retried, made.people) == (2, 2)
    assert made.waits == Waits(30, 30, 30)
    assert made.kept == Kept(2, 1, 2)
    assert [day.waits is not None for day in made.days] == [False] * 6 + [True]
    empty = report([], now, 30)
    assert (empty.asked, empty.waits, empty.ideal, len(empty.days)) == (0, None, None, 30)


async def test_a_report_comes_from_the_table_and_is_kept_for_a_minute(tmp_path: Path) -> None:
    now = [10 * DAY_SECONDS]
    async with await Database.open(tmp_path / "inkling.db") as database:
        store = JobStore(database)
        reports = Reports(store, lambda: now[0])
        assert (await reports.of(7)).asked == 0
        async with database.transaction() as tx:
            job_id = await store.add(tx, ANN, None, generation(), now[0] - 60, Standing())
            await store.set_running(tx, job_id, now[0] - 50, "card 1")
            await store.set_finished(tx, job_id, (), now[0] - 40)
        assert (await reports.of(7)).asked == 0
        assert (await reports.of(30)).made == 1
        now[0] += 61
        made = await reports.of(7)
        assert (made.asked, made.waits, made.ideal) == (1, Waits(20, 20, 20), Waits(10, 10, 10))
