"""Who runs next, and where: functions of values.

Precedence: waited past the age cap > furthest below the fair share > first come, first served; within one user always
first come, first served. Fair shares are weighted start-time fair queueing (Goyal, Vin, Cheng 1996): a job's cost, over
its user's weight, is charged to the user when it starts; a newcomer begins at the virtual time of the latest start, so
that neither idling nor leaving pays. Affinity: a free engine takes a job whose model it has loaded before one that
would have to be loaded, as long as that user is ahead of the first in turn by at most the stated slack. Last-resort
rules: the last free place goes only to a user who has nothing running, though it is never a whole engine, and a job
that may have killed an engine runs alone on one.

**Lag.** C_i is the largest cost that one job of user i has, w_i their weight, S the slack. For two users who both wait
throughout an interval, the costs started for them, each over its weight, differ by at most C_i/w_i + C_j/w_j + 2 S,
whatever the engines do; hence what is started for one user is within w_i (C_i/w_i + max_j C_j/w_j + 2 S) of the share
that the weights give. To that add only what the kept place, the age cap, a cap on running jobs, an engine drained for a
job that must be alone, or a model that no free engine can load gave out of turn.

**Start.** A newcomer's first job starts at once if the last place is free, as it is unless another newcomer took it
just now; else with the next job that ends, after those who came earlier and are as far behind, each of them once. How
much anybody else has waiting makes no difference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

AGE_CAP_SECONDS = 900.0
"""A user who waited so long without anything being started for them goes first, whatever the shares say."""

SLACK_SECONDS = 20.0
"""The affinity slack as seconds of an engine; loading a model takes about as long."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A queued job. Ids grow in the order of asking. ``alone``: nothing else may run beside it on its engine.

    It starts only while its user has fewer than ``most_running`` jobs running (None: any number).
    """

    id: int
    user_id: int
    cost: float
    created_utc: float
    alone: bool = False
    model: str = ""
    weight: float = 1.0
    most_running: int | None = None

    @property
    def charge(self) -> float:
        """What its user's virtual time grows by when it starts."""
        return self.cost / self.weight


@dataclass(frozen=True, slots=True)
class Running:
    """A job in a place of ``engine``; ``cost_left`` is what its remaining steps cost."""

    id: int
    user_id: int
    cost_left: float
    alone: bool = False
    engine: str = ""
    model: str = ""


@dataclass(frozen=True, slots=True)
class Seats:
    """One engine: how many jobs it takes at once, the models it has loaded, and those it cannot load."""

    engine: str
    places: int
    resident: frozenset[str] = frozenset()
    unusable: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rules:
    """``slack`` is in units of cost."""

    age_cap_seconds: float = AGE_CAP_SECONDS
    slack: float = 0.0


@dataclass(frozen=True, slots=True)
class Choice:
    job: Waiting
    engine: str


@dataclass(frozen=True, slots=True)
class Shares:
    """What each user got, as virtual time (cost over weight), since the queue was last empty."""

    floor: float = 0.0
    virtual_time: Mapping[int, float] = field(default_factory=dict)
    last_start_utc: Mapping[int, float] = field(default_factory=dict)

    def of(self, user_id: int) -> float:
        return self.virtual_time.get(user_id, self.floor)


def joined(shares: Shares, user_id: int) -> Shares:
    """``user_id``, who had nothing waiting, now has."""
    own = max(shares.of(user_id), shares.floor)
    return replace(shares, virtual_time={**shares.virtual_time, user_id: own})


def started(shares: Shares, job: Waiting, waiting: Iterable[Waiting], now_utc: float) -> Shares:
    """``job``, one of ``waiting`` (at least one of each user who waits), starts: its user is charged for it."""
    lowest = min(shares.of(other.user_id) for other in waiting)
    return Shares(
        floor=max(shares.floor, lowest),
        virtual_time={**shares.virtual_time, job.user_id: shares.of(job.user_id) + job.charge},
        last_start_utc={**shares.last_start_utc, job.user_id: now_utc},
    )


def refunded(shares: Shares, user_id: int, charge: float) -> Shares:
    """The user got nothing for so much of what was charged: the engine died, or the job was stopped early."""
    return replace(shares, virtual_time={**shares.virtual_time, user_id: shares.of(user_id) - charge})


def choose(
    waiting: Sequence[Waiting],
    running: Sequence[Running],
    shares: Shares,
    engines: Sequence[Seats],
    now_utc: float,
    rules: Rules | None = None,
) -> Choice | None:
    """The job to start now and the engine to start it on, or None.

    None only if no place is free, nobody waits, the last place is kept because all who wait have something running,
    those who wait are at their cap, no free engine can load their models, or an engine is being emptied for a job that
    must be alone.
    """
    rules = rules or Rules()
    floor = _Floor(engines, running)
    if not floor.free:
        return None
    heads = floor.who_may_sit(_first_of_each_user(waiting))

    def precedence(head: Waiting) -> tuple[bool, float, int]:
        since = max(head.created_utc, shares.last_start_utc.get(head.user_id, head.created_utc))
        aged = now_utc - since >= rules.age_cap_seconds
        return (not aged, since if aged else shares.of(head.user_id), head.id)

    heads.sort(key=precedence)
    for first in heads:
        if engine := floor.engine_for(first):
            break
        if first.alone:
            floor.drain_for(first)  # the other engines go on
    else:
        return None
    aged, loaded = not precedence(first)[0], first.model in engine.resident
    if rules.slack and not (aged or loaded):
        limit = shares.of(first.user_id) + rules.slack
        for head in heads:
            other = floor.engine_for(head)
            if other and head.model in other.resident and shares.of(head.user_id) <= limit:
                return Choice(head, other.engine)
    return Choice(first, engine.engine)


class _Floor:
    """The engines with a free place, and who is on them."""

    def __init__(self, engines: Sequence[Seats], running: Sequence[Running]) -> None:
        self._busy = Counter(job.engine for job in running)
        self._holds = Counter(job.user_id for job in running)
        shut = {job.engine for job in running if job.alone}
        self._open = [e for e in engines if e.places]
        self._hopeless = frozenset.intersection(*(e.unusable for e in self._open)) if self._open else frozenset()
        self.free = [e for e in self._open if e.engine not in shut and e.places > self._busy[e.engine]]

    def who_may_sit(self, heads: list[Waiting]) -> list[Waiting]:
        """Those below their cap. The last free place is for who has nothing running, unless it is a whole engine."""
        heads = [head for head in heads if head.most_running is None or self._holds[head.user_id] < head.most_running]
        left = sum(e.places - self._busy[e.engine] for e in self.free)
        if left == 1 and self._busy[self.free[0].engine]:
            return [head for head in heads if not self._holds[head.user_id]]
        return heads

    def engine_for(self, head: Waiting) -> Seats | None:
        """The free engine that suits it best: its model is loaded, most places free, first by name."""
        able = [e for e in self.free if self._can_load(e, head) and not (head.alone and self._busy[e.engine])]
        return min(
            able,
            key=lambda e: (head.model not in e.resident, self._busy[e.engine] - e.places, e.engine),
            default=None,
        )

    def drain_for(self, head: Waiting) -> None:
        """No more jobs for the least busy engine that can take this one, which must be alone."""
        able = [e for e in self._open if self._can_load(e, head)]
        drained = min(able, key=lambda e: (self._busy[e.engine], e.engine))
        self.free = [e for e in self.free if e is not drained]

    def _can_load(self, engine: Seats, head: Waiting) -> bool:
        # A model that no engine can load is tried all the same: one of them says why, and that ends the job.
        return head.model not in engine.unusable or head.model in self._hopeless


def _first_of_each_user(waiting: Sequence[Waiting]) -> list[Waiting]:
    heads: dict[int, Waiting] = {}
    for job in waiting:
        if job.user_id not in heads or job.id < heads[job.user_id].id:
            heads[job.user_id] = job
    return list(heads.values())
