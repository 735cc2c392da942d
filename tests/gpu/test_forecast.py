"""When those who wait are served: the queue played to its end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.gpu import policy
from bot.gpu.forecast import Forecast, forecast, in_order, squeezed_in
from bot.gpu.policy import Running, Seats, Shares, Waiting

ANN, BOB = 1, 2


def second_each(engine: str, model: str, cost: float) -> float:
    return cost


def played(
    waiting: list[Waiting], running: list[Running], engines: list[Seats], shares: Shares | None = None
) -> dict[int, tuple[int, float, float]]:
    seen = forecast(waiting, running, shares or policy.joined(Shares(), ANN), engines, second_each)
    return {
        job: (at.position, round(at.seconds_until_start, 9), round(at.seconds_until_done, 9))
        for job, at in seen.items()
    }


def waits(job_id: int, user: int, cost: float, model: str = "") -> Waiting:
    return Waiting(job_id, user, cost, 0.0, model=model)


ONE = [Seats("a", 1)]


def test_one_after_another() -> None:
    waiting = [waits(2, ANN, 4), waits(3, ANN, 4), waits(4, BOB, 2)]
    seen = played(waiting, [Running(1, ANN, 3, engine="a")], ONE)
    assert seen == {1: (0, 0, 3), 2: (1, 3, 7), 4: (2, 7, 9), 3: (3, 9, 13)}


def test_an_engine_divides_its_speed_among_what_it_runs() -> None:
    both = [Running(1, ANN, 1, engine="a"), Running(2, BOB, 3, engine="a")]
    assert played([], both, [Seats("a", 2)]) == {1: (0, 0, 2), 2: (0, 0, 4)}


def test_two_engines_work_side_by_side() -> None:
    waiting = [waits(1, ANN, 2), waits(2, BOB, 4), waits(3, ANN, 6)]
    assert played(waiting, [], [Seats("a", 1), Seats("b", 1)]) == {1: (1, 0, 2), 2: (2, 0, 4), 3: (3, 2, 8)}


def test_each_engine_and_model_has_its_own_speed() -> None:
    engines = [Seats("slow", 1, frozenset({"m"})), Seats("fast", 1, frozenset({"n"}))]
    seen = forecast(
        [waits(1, ANN, 2, "m"), waits(2, BOB, 2, "n")],
        [],
        Shares(),
        engines,
        lambda engine, model, cost: cost * {("slow", "m"): 10.0, ("fast", "n"): 1.0}[engine, model],
    )
    assert (seen[1].seconds_until_done, seen[2].seconds_until_done) == (20, 2)


def test_who_is_at_their_cap_is_stepped_over() -> None:
    capped = [Waiting(n, ANN, 4, 0.0, most_running=1) for n in (1, 2, 3)]
    four = [Seats("", 4)]
    seen = played(capped, [], four)
    assert [seen[n][1] for n in (1, 2, 3)] == [0, 4, 8], "one after another, though places are free"
    seen = played([*capped, waits(4, BOB, 4)], [], four)
    assert seen[4][:2] == (2, 0), "others go on"


def test_without_an_engine_one_place_is_assumed() -> None:
    assert played([waits(1, ANN, 1)], [], [])[1] == (1, 0, 1)
    assert played([waits(1, ANN, 1), waits(2, ANN, 1)], [], [Seats("gone", 0)])[2] == (2, 1, 2)


def test_a_newcomer_stands_before_whoever_starts_next_after_them() -> None:
    old = [waits(1, ANN, 4), waits(2, ANN, 4), waits(3, ANN, 4)]
    shares = policy.joined(policy.joined(Shares(), ANN), BOB)
    before = forecast(old, [], shares, ONE, second_each)
    newcomer = waits(4, BOB, 4)
    assert squeezed_in(newcomer, [old, [newcomer]], shares, before) == before[2]
    last = waits(5, ANN, 4)
    assert squeezed_in(last, [[*old, last]], shares, before) == Forecast(4, 8, 12)


jobs = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 9)), min_size=1, max_size=20)


@settings(max_examples=150, deadline=None)
@given(jobs, st.integers(1, 3))
def test_one_place_is_played_as_the_policy_fills_it(asked: list[tuple[int, int]], weight: int) -> None:
    """With one engine of one place the last-resort rules have no say, so the order is the policy's own."""
    waiting = [Waiting(n, user, cost, 0.0, weight=weight if user == 1 else 1.0) for n, (user, cost) in enumerate(asked)]
    shares = Shares()
    for user in {job.user_id for job in waiting}:
        shares = policy.joined(shares, user)
    expected = in_order(waiting, shares)
    seen = forecast(waiting, [], shares, ONE, second_each)
    left, now, order = list(waiting), 0.0, []
    while left:
        choice = policy.choose(left, [], shares, ONE, 0.0)
        assert choice is not None
        assert seen[choice.job.id] == Forecast(len(order) + 1, now, now + choice.job.cost)
        shares = policy.started(shares, choice.job, left, 0.0)
        left.remove(choice.job)
        order.append(choice.job)
        now += choice.job.cost
    assert order == expected


@settings(max_examples=150, deadline=None)
@given(jobs, st.lists(st.integers(1, 4), min_size=1, max_size=3))
def test_no_second_of_any_engine_is_lost_or_counted_twice(asked: list[tuple[int, int]], places: list[int]) -> None:
    waiting = [waits(n, user, cost) for n, (user, cost) in enumerate(asked)]
    engines = [Seats(str(n), count) for n, count in enumerate(places)]
    seen = forecast(waiting, [], Shares(), engines, second_each)
    assert sorted(at.position for at in seen.values()) == list(range(1, len(asked) + 1))
    total = sum(cost for _, cost in asked)
    end = max(at.seconds_until_done for at in seen.values())
    assert total / len(engines) - 1e-6 <= end <= total + 1e-6
    for job in waiting:
        assert seen[job.id].seconds_until_done - seen[job.id].seconds_until_start >= job.cost - 1e-6


@settings(max_examples=150, deadline=None)
@given(jobs, st.integers(1, 5), st.integers(1, 9))
def test_a_newcomers_position_is_that_of_a_whole_new_play(asked: list[tuple[int, int]], user: int, cost: int) -> None:
    waiting = [waits(n, asker, own) for n, (asker, own) in enumerate(asked)]
    shares = Shares()
    for asker in {job.user_id for job in waiting} | {user}:
        shares = policy.joined(shares, asker)
    before = forecast(waiting, [], shares, ONE, second_each)
    newcomer = waits(len(waiting), user, cost)
    everyone = [*waiting, newcomer]
    lines = [[job for job in everyone if job.user_id == asker] for asker in {job.user_id for job in everyone}]
    again = forecast(everyone, [], shares, ONE, second_each)[newcomer.id]
    seen = squeezed_in(newcomer, lines, shares, before)
    assert (seen.position, seen.seconds_until_start) == (
        again.position,
        pytest.approx(again.seconds_until_start) if seen.position <= len(waiting) else seen.seconds_until_start,
    )
