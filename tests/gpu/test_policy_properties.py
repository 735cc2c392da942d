"""The policy's promises over random days: who comes when, what each job costs, which model it needs, and in which order
places free up."""

from __future__ import annotations

from collections import Counter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.gpu import policy
from bot.gpu.history import replay
from bot.gpu.policy import Rules, Seats
from tests.gpu.policy_day import NEVER, Ask, Day, End

asks = st.builds(Ask, st.integers(1, 4), st.sampled_from([1, 1, 2, 20]), st.integers(1, 12))
ends = st.builds(End, st.integers(0, 7), st.integers(1, 8))
days = st.lists(st.one_of(asks, ends), max_size=24)

mixed_asks = st.builds(
    Ask, st.integers(1, 4), st.sampled_from([1, 1, 2, 20]), st.integers(1, 12), st.sampled_from("mnop")
)
mixed_days = st.lists(st.one_of(mixed_asks, ends), max_size=24)
fleets = st.lists(st.integers(1, 4), min_size=1, max_size=3)
weights = st.fixed_dictionaries({user: st.sampled_from([1.0, 1.0, 0.5, 2.0]) for user in range(1, 5)})


@settings(max_examples=250, deadline=None)
@given(days)
def test_bounded_lag_with_one_place(events: list[Ask | End]) -> None:
    day = Day([1])
    day.play(events)
    assert not any(day.out_of_turn.values())
    day.finish()


@settings(max_examples=250, deadline=None)
@given(days, st.integers(2, 4))
def test_bounded_lag_work_conserving_in_order_and_nobody_starves(events: list[Ask | End], places: int) -> None:
    day = Day([places])
    day.play(events)
    day.finish()
    assert sorted(day.order) == list(range(len(day.past)))


@settings(max_examples=150, deadline=None)
@given(days, st.integers(1, 4), st.sampled_from([5.0, 20.0, 60.0]))
def test_the_promises_that_the_age_cap_leaves(events: list[Ask | End], places: int, age_cap: float) -> None:
    day = Day([places], Rules(age_cap_seconds=age_cap))
    day.play(events)
    day.finish()


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 4), st.integers(1, 50), st.lists(st.integers(1, 20), min_size=40, max_size=40))
def test_a_flood_of_newcomers_cannot_starve_anybody(places: int, debt: int, costs: list[int]) -> None:
    """Somebody far ahead of their share waits while new users keep coming, each with a claim to go first."""
    age_cap = 10.0
    day = Day([places], Rules(age_cap_seconds=age_cap))
    day.play([Ask(1, debt), *(Ask(2, 1) for _ in range(places)), Ask(1, 1)])
    patient = max(job_id for job_id, past in day.past.items() if past.user_id == 1)
    for newcomer, cost in enumerate(costs, start=10):
        day.play([Ask(newcomer, cost), End(0)])
        if patient in day.order:
            break
    # Within the cap, then after those few who were past it earlier: here nobody else was.
    assert patient in day.order
    started = day.past[patient].started_utc
    assert started is not None
    assert started - day.past[patient].created_utc <= age_cap + 2 * places + 4


@settings(max_examples=200, deadline=None)
@given(mixed_days, fleets, st.lists(st.integers(0, 7), min_size=5, max_size=5))
def test_a_newcomers_first_waits_for_nobody_elses_twelve(
    events: list[Ask | End], places: list[int], which: list[int]
) -> None:
    """It starts at once, or with the next job that ends, after those who came before and are as far behind."""
    day = Day(places)
    day.play(events)
    waiting = {job.user_id for job in day.waiting}
    was_free = len(day.running) < sum(places)
    day.play([Ask(9, 20, model="q")])
    newest = len(day.past) - 1
    assert newest in day.order or not was_free
    first = {user for user in waiting if day.shares.of(user) <= day.shares.of(9)}
    for end in which[: 1 + len(first)]:
        if newest not in day.order:
            day.play([End(end)])
    assert newest in day.order


@settings(max_examples=150, deadline=None)
@given(days, st.integers(1, 4))
def test_the_shares_can_be_rebuilt_from_the_rows(events: list[Ask | End], places: int) -> None:
    day = Day([places])
    day.play(events)
    rebuilt = replay(list(day.past.values()))
    users = {past.user_id for past in day.past.values()}
    assert {user: rebuilt.of(user) for user in users} == {user: day.shares.of(user) for user in users}
    assert rebuilt.last_start_utc == day.shares.last_start_utc


@settings(max_examples=150, deadline=None)
@given(mixed_days, fleets, st.randoms(use_true_random=False))
def test_the_choice_depends_on_the_values_alone(events: list[Ask | End], places: list[int], random: Random) -> None:
    day = Day(places, Rules(age_cap_seconds=NEVER, slack=5.0))
    day.play(events)
    shuffled = list(day.waiting)
    random.shuffle(shuffled)
    for more in (0, 1, 2):
        engines = [Seats(e.engine, e.places + more, e.resident) for e in day.engines]
        first = policy.choose(day.waiting, day.running, day.shares, engines, day.now, day.rules)
        again = policy.choose(shuffled, day.running[::-1], day.shares, engines[::-1], day.now, day.rules)
        assert again == first


# ---- several engines, several models, weights


@settings(max_examples=300, deadline=None)
@given(mixed_days, fleets, st.sampled_from([0.0, 3.0, 15.0]), weights)
def test_several_engines_and_models_keep_the_same_promises(
    events: list[Ask | End], places: list[int], slack: float, weights: dict[int, float]
) -> None:
    """Bounded lag between any two and behind ideal sharing, work conserving, in order, and nobody starves."""
    day = Day(places, Rules(age_cap_seconds=NEVER, slack=slack), weights)
    day.play(events)
    day.finish()
    assert sorted(day.order) == list(range(len(day.past)))
    if places == [1]:
        assert not any(day.out_of_turn.values()), "no last-resort rule has a say there"


@settings(max_examples=150, deadline=None)
@given(mixed_days, fleets, st.sampled_from([5.0, 20.0]), st.integers(1, 2))
def test_and_what_the_age_cap_and_a_cap_on_running_jobs_leave_of_them(
    events: list[Ask | End], places: list[int], age_cap: float, most_running: int
) -> None:
    day = Day(places, Rules(age_cap_seconds=age_cap, slack=3.0), most_running=most_running)
    day.check_work_conserving = lambda: None  # type: ignore[method-assign]  # the cap leaves places free on purpose
    day.play(events)
    for _ in range(len(day.waiting) + len(day.running)):
        held = Counter(job.user_id for job in day.running)
        assert all(count <= most_running for count in held.values())
        if day.running:
            day.end(0)
            day.fill()
    assert not day.waiting


def test_the_slack_saves_loading() -> None:
    """Two users, two models, room for one: without slack every job loads, with it some in a row share a load."""
    loads = []
    for slack in (0.0, 10.0):
        day = Day([1], Rules(age_cap_seconds=NEVER, slack=slack))
        day.play([Ask(1, 1, 30, "m"), Ask(2, 1, 30, "n")])
        day.load = lambda engine, model, day=day: (  # type: ignore[misc,method-assign]
            setattr(day, "loads", day.loads + ([model] != day.resident[engine])),
            day.resident.update({engine: [model]}),
        )
        day.finish()
        loads.append(day.loads)
    assert loads[1] * 5 < loads[0]
