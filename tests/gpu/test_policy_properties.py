"""The policy's promises over random days: who comes when, what each job costs, and in which order places free up.

The engine here is an adversary: it ends whichever running job it likes.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.gpu import policy
from bot.gpu.policy import Past, Running, Shares, Waiting

NEVER = float("inf")


@dataclass(frozen=True)
class Ask:
    user: int
    cost: int
    count: int = 1


@dataclass(frozen=True)
class End:
    """The running job at ``which`` modulo their number ends; ``count`` times, places being filled in between."""

    which: int
    count: int = 1


asks = st.builds(Ask, st.integers(1, 4), st.sampled_from([1, 1, 2, 20]), st.integers(1, 12))
ends = st.builds(End, st.integers(0, 7), st.integers(1, 8))
days = st.lists(st.one_of(asks, ends), max_size=24)


@dataclass
class Day:
    """Plays a day and remembers what was started, by whom, at whose turn."""

    places: int
    age_cap: float = NEVER
    now: float = 0.0
    shares: Shares = field(default_factory=Shares)
    waiting: list[Waiting] = field(default_factory=list)
    running: list[Running] = field(default_factory=list)
    past: dict[int, Past] = field(default_factory=dict)
    order: list[int] = field(default_factory=list)
    served: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    out_of_turn: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    together: dict[tuple[int, int], tuple[float, float]] = field(default_factory=dict)

    def play(self, events: list[Ask | End]) -> None:
        for event in events:
            for _ in range(event.count):
                self.now += 1
                if isinstance(event, Ask):
                    self.ask(event)
                elif self.running:
                    self.end(event.which % len(self.running))
                self.fill()

    def ask(self, ask: Ask) -> None:
        job_id = len(self.past)
        if all(job.user_id != ask.user for job in self.waiting):
            self.shares = policy.joined(self.shares, ask.user)
        self.waiting.append(Waiting(job_id, ask.user, ask.cost, self.now))
        self.past[job_id] = Past(ask.user, ask.cost, self.now)

    def end(self, index: int) -> None:
        job = self.running.pop(index)
        was = self.past[job.id]
        self.past[job.id] = Past(was.user_id, was.cost, was.created_utc, was.started_utc, self.now)
        if not self.waiting and not self.running:
            self.shares = Shares()
            self.served.clear()
            self.out_of_turn.clear()

    def fill(self) -> None:
        while job := policy.choose(self.waiting, self.running, self.shares, self.places, self.now, self.age_cap):
            self.check_turn(job)
            self.check_lag()
            self.shares = policy.started(self.shares, job, self.waiting, self.now)
            self.waiting.remove(job)
            self.running.append(Running(job.id, job.user_id, job.cost))
            self.order.append(job.id)
            self.served[job.user_id] += job.cost
            was = self.past[job.id]
            self.past[job.id] = Past(was.user_id, was.cost, was.created_utc, self.now)
            self.now += 0.001
        self.check_lag()
        self.check_work_conserving()

    def check_turn(self, job: Waiting) -> None:
        own = [other.id for other in self.waiting if other.user_id == job.user_id]
        assert job.id == min(own), "first come, first served within one user"
        if self.shares.of(job.user_id) > min(self.shares.of(other.user_id) for other in self.waiting):
            self.out_of_turn[job.user_id] += job.cost

    def check_work_conserving(self) -> None:
        free = self.places - len(self.running)
        if free and self.waiting:
            holders = {job.user_id for job in self.running}
            assert free == 1, "a place is left free only as the kept one"
            assert self.places > 1
            assert {job.user_id for job in self.waiting} == holders, "and only while nobody else waits"
            assert len(holders) == 1

    def check_lag(self) -> None:
        """W_i - W_j moves by at most C_i + C_j (plus what was out of turn) while both wait throughout."""
        waiting = {job.user_id for job in self.waiting}
        largest: dict[int, float] = defaultdict(float)
        for past in self.past.values():
            largest[past.user_id] = max(largest[past.user_id], past.cost)
        for pair in combinations(range(1, 5), 2):
            if not set(pair) <= waiting:
                self.together.pop(pair, None)
                continue
            one, two = pair
            ahead = self.served[one] - self.served[two]
            low, high = self.together.get(pair, (ahead, ahead))
            low, high = self.together[pair] = (min(low, ahead), max(high, ahead))
            allowed = largest[one] + largest[two] + self.out_of_turn[one] + self.out_of_turn[two]
            assert high - low <= allowed + 1e-9

    def finish(self) -> None:
        """Everything that waits is started, if only the engine goes on: nobody starves."""
        for _ in range(len(self.waiting) + len(self.running)):
            if self.running:
                self.now += 1
                self.end(0)
                self.fill()
        assert not self.waiting
        assert not self.running


@settings(max_examples=250, deadline=None)
@given(days)
def test_bounded_lag_with_one_place(events: list[Ask | End]) -> None:
    day = Day(places=1)
    day.play(events)
    assert not any(day.out_of_turn.values())
    day.finish()


@settings(max_examples=250, deadline=None)
@given(days, st.integers(2, 4))
def test_bounded_lag_work_conserving_in_order_and_nobody_starves(events: list[Ask | End], places: int) -> None:
    day = Day(places)
    day.play(events)
    day.finish()
    assert sorted(day.order) == list(range(len(day.past)))


@settings(max_examples=150, deadline=None)
@given(days, st.integers(1, 4), st.sampled_from([5.0, 20.0, 60.0]))
def test_the_promises_that_the_age_cap_leaves(events: list[Ask | End], places: int, age_cap: float) -> None:
    day = Day(places, age_cap)
    day.play(events)
    day.finish()


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 4), st.integers(1, 50), st.lists(st.integers(1, 20), min_size=40, max_size=40))
def test_a_flood_of_newcomers_cannot_starve_anybody(places: int, debt: int, costs: list[int]) -> None:
    """Somebody far ahead of their share waits while new users keep coming, each with a claim to go first."""
    age_cap = 10.0
    day = Day(places, age_cap)
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


@settings(max_examples=100, deadline=None)
@given(st.integers(2, 6), st.integers(2, 12), st.lists(st.integers(0, 7), max_size=10))
def test_a_newcomers_first_waits_for_nobody_elses_twelve(places: int, many: int, which: list[int]) -> None:
    day = Day(places)
    day.play([*(Ask(1, 5) for _ in range(many)), *map(End, which)])
    day.play([Ask(2, 20)])
    newest = len(day.past) - 1
    assert newest in day.order, "the kept place was free"
    assert {job.user_id for job in day.running} >= {2}


@settings(max_examples=150, deadline=None)
@given(days, st.integers(1, 4))
def test_the_shares_can_be_rebuilt_from_the_rows(events: list[Ask | End], places: int) -> None:
    day = Day(places)
    day.play(events)
    rebuilt = policy.replay(list(day.past.values()))
    users = {past.user_id for past in day.past.values()}
    assert {user: rebuilt.of(user) for user in users} == {user: day.shares.of(user) for user in users}
    assert rebuilt.last_start_utc == day.shares.last_start_utc


@settings(max_examples=150, deadline=None)
@given(days, st.integers(1, 4), st.sampled_from([None, 0.5]), st.randoms(use_true_random=False))
def test_the_forecast_is_what_happens_if_nobody_else_comes(
    events: list[Ask | End], places: int, pace: float | None, random: Random
) -> None:
    day = Day(places)
    day.play(events)
    played = policy.forecast(day.waiting, day.running, day.shares, places, day.now, pace)
    assert set(played) == {job.id for job in day.waiting} | {job.id for job in day.running}
    positions = sorted(seen.position for seen in played.values() if seen.position)
    assert positions == list(range(1, len(day.waiting) + 1))
    total = sum(job.cost for job in day.waiting) + sum(job.cost_left for job in day.running)
    assert max((seen.cost_until_done for seen in played.values()), default=0.0) <= total + 1e-6
    assert all(played[running.id].position == 0 for running in day.running)
    by_position = sorted(played.values(), key=lambda seen: seen.position)
    starts = [seen.cost_until_start for seen in by_position]
    assert starts == sorted(starts)
    shuffled = list(day.waiting)
    random.shuffle(shuffled)
    assert policy.forecast(shuffled, day.running, day.shares, places, day.now, pace) == played, "deterministic"


@settings(max_examples=150, deadline=None)
@given(days, st.integers(1, 4), st.randoms(use_true_random=False))
def test_the_choice_depends_on_the_values_alone(events: list[Ask | End], places: int, random: Random) -> None:
    day = Day(places)
    day.play(events)
    shuffled = list(day.waiting)
    random.shuffle(shuffled)
    for more in (0, 1, 2):
        first = policy.choose(day.waiting, day.running, day.shares, places + more, day.now)
        assert policy.choose(shuffled, list(reversed(day.running)), day.shares, places + more, day.now) == first
