"""The policy by table: each rule in a case that a person would recognise."""

from __future__ import annotations

import pytest

from bot.gpu import policy
from bot.gpu.policy import Past, Running, Shares, Span, Waiting

ANN, BOB, CAT = 1, 2, 3


def waits(job_id: int, user: int, cost: float = 1.0, created: float = 0.0, *, alone: bool = False) -> Waiting:
    return Waiting(job_id, user, cost, created, alone)


def runs(job_id: int, user: int, left: float = 1.0, *, alone: bool = False) -> Running:
    return Running(job_id, user, left, alone)


def chosen(
    waiting: list[Waiting], running: list[Running], shares: Shares, places: int = 4, now: float = 0.0
) -> int | None:
    job = policy.choose(waiting, running, shares, places, now)
    return None if job is None else job.id


EVEN = Shares()
ANN_AHEAD = Shares(virtual_time={ANN: 5.0, BOB: 1.0, CAT: 1.0})


@pytest.mark.parametrize(
    ("waiting", "running", "shares", "places", "expected"),
    [
        pytest.param([], [], EVEN, 4, None, id="nobody waits"),
        pytest.param([waits(1, ANN)], [], EVEN, 0, None, id="the engine takes none"),
        pytest.param([waits(3, CAT)], [runs(1, ANN), runs(2, BOB)], EVEN, 2, None, id="no place is free"),
        pytest.param([waits(2, ANN), waits(1, BOB)], [], EVEN, 4, 1, id="equal: first come"),
        pytest.param([waits(2, ANN), waits(1, ANN)], [], EVEN, 4, 1, id="one user: first come"),
        pytest.param([waits(1, ANN), waits(2, BOB)], [], ANN_AHEAD, 4, 2, id="furthest below the share"),
        pytest.param([waits(1, ANN), waits(3, CAT), waits(2, BOB)], [], ANN_AHEAD, 4, 2, id="equally below: first"),
        pytest.param([waits(2, ANN)], [runs(1, ANN)], EVEN, 2, None, id="the last place is kept"),
        pytest.param([waits(2, ANN)], [], EVEN, 1, 2, id="the only place is not"),
        pytest.param([waits(2, ANN)], [runs(1, ANN)], EVEN, 3, 2, id="the last but one is not"),
        pytest.param([waits(3, ANN), waits(4, BOB)], [runs(1, ANN), runs(2, ANN)], EVEN, 3, 4, id="kept for Bob"),
        pytest.param([waits(3, ANN)], [runs(1, ANN), runs(2, BOB)], EVEN, 3, 3, id="not kept when two share"),
        pytest.param([waits(2, ANN, alone=True)], [runs(1, BOB)], EVEN, 4, None, id="alone waits for the others"),
        pytest.param([waits(2, ANN, alone=True), waits(3, CAT)], [runs(1, BOB)], EVEN, 4, None, id="and holds them"),
        pytest.param([waits(2, ANN, alone=True)], [], EVEN, 4, 2, id="alone when nothing runs"),
        pytest.param([waits(2, ANN)], [runs(1, BOB, alone=True)], EVEN, 4, None, id="nothing beside one alone"),
    ],
)
def test_choose(
    waiting: list[Waiting], running: list[Running], shares: Shares, places: int, expected: int | None
) -> None:
    assert chosen(waiting, running, shares, places) == expected


def test_past_the_age_cap_the_longest_unserved_user_goes_first() -> None:
    waiting = [waits(1, ANN, created=0), waits(2, BOB, created=10), waits(3, CAT, created=800)]
    now = policy.AGE_CAP_SECONDS + 20
    assert chosen(waiting, [], ANN_AHEAD, now=now) == 1
    # Ann's twelve old jobs do not go before everybody: her age counts from what was last started for her.
    served = Shares(virtual_time=ANN_AHEAD.virtual_time, last_start_utc={ANN: now - 1})
    assert chosen(waiting, [], served, now=now) == 2


def test_a_newcomer_begins_at_the_virtual_time_of_the_latest_start() -> None:
    shares = policy.joined(Shares(), ANN)
    for number in range(10):
        job = waits(number, ANN)
        shares = policy.started(shares, job, [job], 0.0)
    shares = policy.joined(shares, BOB)
    assert shares.of(ANN) == 10
    assert shares.of(BOB) == 9  # ahead of Ann by no more than one of her jobs


def test_who_leaves_and_comes_back_has_gained_nothing() -> None:
    shares = policy.joined(policy.joined(Shares(), ANN), BOB)
    shares = policy.started(shares, waits(1, ANN, cost=50), [waits(1, ANN, cost=50), waits(2, BOB)], 0.0)
    assert policy.joined(shares, ANN).of(ANN) == 50


def test_a_refund_undoes_the_charge() -> None:
    job = waits(1, ANN, cost=7)
    before = policy.joined(Shares(), ANN)
    assert policy.refunded(policy.started(before, job, [job], 0.0), ANN, 7).of(ANN) == before.of(ANN)


def test_forecast_plays_the_queue_to_its_end() -> None:
    waiting = [waits(2, ANN, 4), waits(3, ANN, 4), waits(4, BOB, 2)]
    played = policy.forecast(waiting, [runs(1, ANN, 3)], policy.joined(Shares(), ANN), 1, 0.0)
    assert {job: seen.position for job, seen in played.items()} == {1: 0, 2: 1, 4: 2, 3: 3}
    assert {job: seen.cost_until_start for job, seen in played.items()} == {1: 0, 2: 3, 4: 7, 3: 9}
    assert {job: seen.cost_until_done for job, seen in played.items()} == {1: 3, 2: 7, 4: 9, 3: 13}
    assert policy.estimate(played[3], 2.0) == 26


def test_forecast_divides_the_speed_among_what_runs() -> None:
    played = policy.forecast([], [runs(1, ANN, 1), runs(2, BOB, 3)], Shares(), 2, 0.0)
    assert played[1].cost_until_done == 2  # one of each
    assert played[2].cost_until_done == 4


def test_forecast_without_an_engine_assumes_one_place() -> None:
    assert policy.forecast([waits(1, ANN)], [], Shares(), 0, 0.0)[1].position == 1


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], None),
        ([Span(0, 10, 5)], 2.0),
        ([Span(0, 10, 5), Span(100, 110, 5)], 2.0),  # idle time does not count
        ([Span(0, 10, 5), Span(0, 10, 5)], 1.0),  # together
        ([Span(5, 10, 5), Span(0, 8, 5)], 1.0),  # overlapping, in any order
        ([Span(10, 0, 5)], None),  # the clock was set back
        ([Span(0, 0, 5)], None),
    ],
)
def test_seconds_per_cost(spans: list[Span], expected: float | None) -> None:
    assert policy.seconds_per_cost(spans) == expected


def test_replay_survives_a_clock_that_was_set_back() -> None:
    assert policy.replay([Past(ANN, 3, created_utc=100, started_utc=90, ended_utc=None)]).of(ANN) == 3
    assert policy.replay([Past(ANN, 3, created_utc=100, started_utc=90, ended_utc=80)]) == Shares()
    assert policy.replay([Past(ANN, 3, created_utc=100, ended_utc=101)]) == Shares()
