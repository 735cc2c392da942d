"""A random day for the policy: who comes when, and what was started at whose turn.

The engines here are adversaries: they end whichever running job they like, so their speed is anything at all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import combinations

from bot.gpu import policy
from bot.gpu.history import Past
from bot.gpu.policy import Rules, Running, Seats, Shares, Waiting

NEVER = float("inf")
ROOM = 2
"""Models that an engine here holds at once."""


@dataclass(frozen=True)
class Ask:
    user: int
    cost: int
    count: int = 1
    model: str = "m"


@dataclass(frozen=True)
class End:
    """The running job at ``which`` modulo their number ends; ``count`` times, places being filled in between."""

    which: int
    count: int = 1


@dataclass
class Day:
    """Plays a day and remembers what was started, by whom, at whose turn. ``places`` has a number an engine."""

    places: list[int]
    rules: Rules = field(default_factory=lambda: Rules(age_cap_seconds=NEVER))
    weights: dict[int, float] = field(default_factory=lambda: defaultdict(lambda: 1.0))
    most_running: int | None = None
    now: float = 0.0
    shares: Shares = field(default_factory=Shares)
    waiting: list[Waiting] = field(default_factory=list)
    running: list[Running] = field(default_factory=list)
    past: dict[int, Past] = field(default_factory=dict)
    order: list[int] = field(default_factory=list)
    loads: int = 0
    resident: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    served: dict[int, float] = field(default_factory=lambda: defaultdict(float))  # cost over weight
    out_of_turn: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    together: dict[tuple[int, int], tuple[float, float]] = field(default_factory=dict)
    ideal_left: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    ideal: dict[int, float] = field(default_factory=lambda: defaultdict(float))

    @property
    def engines(self) -> list[Seats]:
        return [Seats(str(n), places, frozenset(self.resident[str(n)])) for n, places in enumerate(self.places)]

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
        job_id, weight = len(self.past), self.weights[ask.user]
        if all(job.user_id != ask.user for job in self.waiting):
            self.shares = policy.joined(self.shares, ask.user)
        asked = Waiting(job_id, ask.user, ask.cost, self.now, False, ask.model, weight, self.most_running)
        self.waiting.append(asked)
        self.past[job_id] = Past(ask.user, ask.cost, self.now, weight=weight)
        self.ideal_left[ask.user] += ask.cost

    def end(self, index: int) -> None:
        job = self.running.pop(index)
        was = self.past[job.id]
        self.past[job.id] = Past(was.user_id, was.cost, was.created_utc, was.started_utc, self.now, was.weight)
        if not self.waiting and not self.running:
            self.shares = Shares()
            for memory in (self.served, self.out_of_turn, self.ideal, self.ideal_left, self.together):
                memory.clear()  # type: ignore[attr-defined]

    def fill(self) -> None:
        while choice := policy.choose(self.waiting, self.running, self.shares, self.engines, self.now, self.rules):
            job = choice.job
            self.check_turn(job)
            self.check_lag()
            self.shares = policy.started(self.shares, job, self.waiting, self.now)
            self.waiting.remove(job)
            self.running.append(Running(job.id, job.user_id, job.cost, engine=choice.engine))
            assert sum(other.engine == choice.engine for other in self.running) <= self.places[int(choice.engine)]
            self.load(choice.engine, job.model)
            self.order.append(job.id)
            self.served[job.user_id] += job.charge
            self.share_ideally(job.cost)
            was = self.past[job.id]
            self.past[job.id] = Past(was.user_id, was.cost, was.created_utc, self.now, weight=was.weight)
            self.now += 0.001
        self.check_lag()
        self.check_ideal()
        self.check_work_conserving()

    def load(self, engine: str, model: str) -> None:
        held = self.resident[engine]
        self.loads += model not in held
        self.resident[engine] = [*(other for other in held if other != model), model][-ROOM:]

    def share_ideally(self, cost: float) -> None:
        """What is started is handed out drop by drop, by weight, to all who have something left."""
        while cost > 1e-9:
            users = [user for user, left in self.ideal_left.items() if left > 1e-9]
            total = sum(self.weights[user] for user in users)
            drop = min(cost, *(self.ideal_left[user] * total / self.weights[user] for user in users))
            for user in users:
                part = drop * self.weights[user] / total
                self.ideal_left[user] -= part
                self.ideal[user] += part
            cost -= drop

    def largest(self) -> dict[int, float]:
        found: dict[int, float] = defaultdict(float)
        for past in self.past.values():
            found[past.user_id] = max(found[past.user_id], past.cost / past.weight)
        return found

    def check_turn(self, job: Waiting) -> None:
        own = [other.id for other in self.waiting if other.user_id == job.user_id]
        assert job.id == min(own), "first come, first served within one user"
        lowest = min(self.shares.of(other.user_id) for other in self.waiting)
        if self.shares.of(job.user_id) > lowest + self.rules.slack:
            excused = self.rules.age_cap_seconds < NEVER or self.most_running is not None
            assert excused or self.is_kept_place(), "the furthest below their share, within the slack"
            self.out_of_turn[job.user_id] += job.charge

    def is_kept_place(self) -> bool:
        return sum(self.places) - len(self.running) == 1

    def check_work_conserving(self) -> None:
        """A place is left free only as the kept one: the last, of an engine that is at work, while all who wait have
        something running."""
        busy = Counter(job.engine for job in self.running)
        free = {e.engine: e.places - busy[e.engine] for e in self.engines if e.places > busy[e.engine]}
        if free and self.waiting:
            assert sum(free.values()) == 1
            assert all(busy[engine] for engine in free), "an idle engine is never kept"
            assert {job.user_id for job in self.waiting} <= {job.user_id for job in self.running}

    def check_lag(self) -> None:
        """W_i/w_i - W_j/w_j moves by at most C_i/w_i + C_j/w_j + 2 S (plus what was out of turn) while both wait."""
        waiting = {job.user_id for job in self.waiting}
        largest = self.largest()
        for pair in combinations(range(1, 5), 2):
            if not set(pair) <= waiting:
                self.together.pop(pair, None)
                continue
            one, two = pair
            ahead = self.served[one] - self.served[two]
            low, high = self.together.get(pair, (ahead, ahead))
            low, high = self.together[pair] = (min(low, ahead), max(high, ahead))
            allowed = largest[one] + largest[two] + 2 * self.rules.slack
            assert high - low <= allowed + self.out_of_turn[one] + self.out_of_turn[two] + 1e-9

    def check_ideal(self) -> None:
        """Nobody is ever behind ideal sharing by more than one largest job, and the slack, of each user there is."""
        largest = self.largest()
        own_turns = sum(self.out_of_turn[user] * self.weights[user] for user in self.out_of_turn)
        allowed = sum((largest[user] + self.rules.slack) * self.weights[user] for user in largest) + own_turns
        for user, ideal in self.ideal.items():
            assert ideal - self.served[user] * self.weights[user] <= allowed + 1e-6

    def finish(self) -> None:
        """Everything that waits is started, if only the engine goes on: nobody starves."""
        for _ in range(len(self.waiting) + len(self.running)):
            if self.running:
                self.now += 1
                self.end(0)
                self.fill()
        assert not self.waiting
        assert not self.running
