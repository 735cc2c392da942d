"""The policy by table: each rule in a case that a person would recognise."""

from __future__ import annotations

import pytest

from bot.gpu import policy
from bot.gpu.policy import Rules, Running, Seats, Shares, Waiting

ANN, BOB, CAT = 1, 2, 3


def waits(job_id: int, user: int, cost: float = 1.0, created: float = 0.0, *, alone: bool = False) -> Waiting:
    return Waiting(job_id, user, cost, created, alone)


def runs(job_id: int, user: int, left: float = 1.0, *, alone: bool = False) -> Running:
    return Running(job_id, user, left, alone)


def chosen(
    waiting: list[Waiting], running: list[Running], shares: Shares, places: int = 4, now: float = 0.0
) -> int | None:
    choice = policy.choose(waiting, running, shares, [Seats("", places)], now)
    return None if choice is None else choice.job.id


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
        pytest.param([waits(3, ANN)], [runs(1, ANN), runs(2, BOB)], EVEN, 3, None, id="kept for a newcomer"),
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


# ---- weights


def test_a_boost_makes_the_same_work_weigh_less() -> None:
    shares = policy.joined(policy.joined(Shares(), ANN), BOB)
    order = []
    waiting = [
        *(Waiting(number, ANN, 6.0, 0.0, weight=2.0) for number in range(6)),
        *(Waiting(number, BOB, 6.0, 0.0) for number in range(6, 12)),
    ]
    while waiting:
        choice = policy.choose(waiting, [], shares, [Seats("", 1)], 0.0)
        assert choice is not None
        shares = policy.started(shares, choice.job, waiting, 0.0)
        waiting.remove(choice.job)
        order.append(choice.job.user_id)
    assert order[:6].count(ANN) == 4, "twice as much for Ann while both wait"


# ---- a cap on what one user has running


def test_who_is_at_the_cap_waits_and_the_others_go_on() -> None:
    capped = Waiting(3, ANN, 1.0, 0.0, most_running=2)
    running = [runs(1, ANN), runs(2, ANN)]
    choice = policy.choose([capped, waits(4, BOB)], running, EVEN, [Seats("", 8)], 0.0)
    assert choice is not None
    assert choice.job.id == 4
    assert policy.choose([capped], running, EVEN, [Seats("", 8)], 0.0) is None
    assert policy.choose([capped], running[:1], EVEN, [Seats("", 8)], 0.0) is not None


# ---- several engines and models

CAT_ON_B = [Seats("a", 1, frozenset({"dogs"})), Seats("b", 1, frozenset({"cats"}))]


def asks(job_id: int, user: int, model: str, *, created: float = 0.0, alone: bool = False) -> Waiting:
    return Waiting(job_id, user, 1.0, created, alone, model)


def seated(
    waiting: list[Waiting],
    engines: list[Seats],
    running: list[Running] | None = None,
    shares: Shares = EVEN,
    now: float = 0.0,
    slack: float = 0.0,
) -> tuple[int, str] | None:
    choice = policy.choose(waiting, running or [], shares, engines, now, Rules(slack=slack))
    return None if choice is None else (choice.job.id, choice.engine)


def test_a_job_goes_to_the_engine_that_has_its_model() -> None:
    assert seated([asks(1, ANN, "cats")], CAT_ON_B) == (1, "b")
    assert seated([asks(1, ANN, "dogs")], CAT_ON_B) == (1, "a")


def test_an_idle_engine_loads_rather_than_idles() -> None:
    busy = [Running(9, BOB, 1.0, engine="b")]
    assert seated([asks(1, ANN, "cats")], CAT_ON_B, busy) == (1, "a")


def test_a_lone_user_gets_whole_idle_engines() -> None:
    """A place is kept where a newcomer can share an engine's batch; keeping a whole engine would halve the speed."""
    busy = [Running(9, ANN, 1.0, engine="b")]
    assert seated([asks(1, ANN, "cats")], CAT_ON_B, busy) == (1, "a")
    two = [Seats("a", 2, frozenset({"cats"}))]
    assert seated([asks(1, ANN, "cats")], two, [Running(9, ANN, 1.0, engine="a")]) is None


def test_the_loaded_model_goes_first_within_the_slack_only() -> None:
    waiting = [asks(1, ANN, "dogs"), asks(2, BOB, "cats")]
    cats = [Seats("a", 1, frozenset({"cats"}))]
    near, far = (Shares(virtual_time={ANN: 0.0, BOB: ahead}) for ahead in (5.0, 6.0))
    assert seated(waiting, cats, shares=near, slack=5.0) == (2, "a")
    assert seated(waiting, cats, shares=far, slack=5.0) == (1, "a")
    assert seated(waiting, cats, shares=near) == (1, "a")


def test_above_the_age_cap_no_model_goes_first() -> None:
    waiting = [asks(1, ANN, "dogs"), asks(2, BOB, "cats")]
    cats = [Seats("a", 1, frozenset({"cats"}))]
    assert seated(waiting, cats, now=policy.AGE_CAP_SECONDS - 1, slack=5.0) == (2, "a")
    assert seated(waiting, cats, now=policy.AGE_CAP_SECONDS, slack=5.0) == (1, "a")


def test_a_model_that_one_engine_cannot_load_goes_to_another() -> None:
    engines = [Seats("a", 1, unusable=frozenset({"huge"})), Seats("b", 1)]
    assert seated([asks(1, ANN, "huge")], engines) == (1, "b")
    waiting, busy = [asks(1, ANN, "huge"), asks(2, BOB, "cats")], [Running(9, CAT, 1.0, engine="b")]
    assert seated(waiting, engines, busy) == (2, "a"), "those behind it go on meanwhile"
    assert seated(waiting[:1], engines, busy) is None
    assert seated(waiting[:1], engines[:1]) == (1, "a"), "what no engine can load is tried, and fails with a reason"


def test_what_must_be_alone_empties_one_engine_and_the_others_go_on() -> None:
    engines = [Seats("a", 2), Seats("b", 2)]
    busy = [Running(8, BOB, 1.0, engine="a"), Running(9, CAT, 1.0, engine="b"), Running(10, CAT, 1.0, engine="b")]
    waiting = [asks(1, ANN, "", alone=True), asks(2, BOB, "")]
    assert seated(waiting, engines, busy) is None, "a is being emptied and b is full"
    assert seated(waiting, engines, busy[:2]) == (2, "b")
    assert seated(waiting, engines, busy[1:]) == (1, "a")
    assert seated([asks(2, BOB, "")], engines, [Running(1, ANN, 1.0, alone=True, engine="a")]) == (2, "b")
