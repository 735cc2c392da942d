"""Who runs next, and what that means for those who wait: functions of values.

Precedence: waited past the age cap > furthest below the fair share > first come, first served; within one user always
first come, first served. Fair shares are start-time fair queueing (Goyal, Vin, Cheng 1996): a job's cost is charged to
its user when it starts; a newcomer begins at the virtual time of the latest start, so that neither idling nor
leaving pays. Last-resort rules: one place is kept from a user who holds all the others, and a job that may
have killed the engine runs alone.

**Lag.** For two users who both have jobs waiting throughout an interval, the costs started for each differ by at
most C1 + C2, the largest single costs of the two; hence each is within its own largest plus anybody's largest cost of
the equal share. To that add only what the kept place or the age cap gave out of turn.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

AGE_CAP_SECONDS = 900.0
"""A user who waited so long without anything being started for them goes first, whatever the shares say."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A queued job. Ids grow in the order of asking. ``alone``: nothing else may run beside it."""

    id: int
    user_id: int
    cost: float
    created_utc: float
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Running:
    """A job in one of the engine's places; ``cost_left`` is what its remaining steps cost."""

    id: int
    user_id: int
    cost_left: float
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Shares:
    """What each user got, as virtual time (cost), since the queue was last empty."""

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
    """``job``, one of ``waiting``, starts: its user is charged for it."""
    lowest = min(shares.of(other.user_id) for other in waiting)
    return Shares(
        floor=max(shares.floor, lowest),
        virtual_time={**shares.virtual_time, job.user_id: shares.of(job.user_id) + job.cost},
        last_start_utc={**shares.last_start_utc, job.user_id: now_utc},
    )


def refunded(shares: Shares, user_id: int, cost: float) -> Shares:
    """The engine died under a job: its user got nothing for the charge."""
    return replace(shares, virtual_time={**shares.virtual_time, user_id: shares.of(user_id) - cost})


def choose(
    waiting: Sequence[Waiting],
    running: Sequence[Running],
    shares: Shares,
    places: int,
    now_utc: float,
    age_cap_seconds: float = AGE_CAP_SECONDS,
) -> Waiting | None:
    """The job to start now, or None.

    None only if no place is free, nobody waits, the one free place is kept from the only user who waits, because they
    hold all the others, or a job runs, or is next, that must be alone.
    """
    free = places - len(running)
    if free < 1 or any(job.alone for job in running):
        return None
    heads = _first_of_each_user(waiting)
    if free == 1 and running:
        holders = {job.user_id for job in running}
        if len(holders) == 1:
            heads = [head for head in heads if head.user_id not in holders]
    if not heads:
        return None

    def precedence(head: Waiting) -> tuple[bool, float, int]:
        since = max(head.created_utc, shares.last_start_utc.get(head.user_id, head.created_utc))
        aged = now_utc - since >= age_cap_seconds
        return (not aged, since if aged else shares.of(head.user_id), head.id)

    first = min(heads, key=precedence)
    return None if first.alone and running else first


def _first_of_each_user(waiting: Sequence[Waiting]) -> list[Waiting]:
    heads: dict[int, Waiting] = {}
    for job in waiting:
        if job.user_id not in heads or job.id < heads[job.user_id].id:
            heads[job.user_id] = job
    return list(heads.values())


# ---- what it means for those who wait


@dataclass(frozen=True, slots=True)
class Forecast:
    """``position`` is the 1-based place in the order of starting; 0 for what runs. Costs are made by the whole
    engine until this job starts and until it is done."""

    position: int
    cost_until_start: float
    cost_until_done: float


def forecast(
    waiting: Sequence[Waiting],
    running: Sequence[Running],
    shares: Shares,
    places: int,
    now_utc: float,
    seconds_per_cost: float | None = None,
) -> dict[int, Forecast]:
    """Play the queue to its end, were nobody else to come, with the engine's speed divided equally among what runs.

    Without ``seconds_per_cost`` (nothing was made yet) nobody ages meanwhile. By job id.
    """
    places = max(places, 1)
    lines: dict[int, deque[Waiting]] = {}
    for job in sorted(waiting, key=lambda job: job.id):
        lines.setdefault(job.user_id, deque()).append(job)
    active = list(running)
    made = 0.0
    starts = {job.id: (0, 0.0) for job in running}
    ends: dict[int, float] = {}
    order = 0
    while lines or active:
        heads = [line[0] for line in lines.values()]
        now = now_utc + made * (seconds_per_cost or 0.0)
        if first := choose(heads, active, shares, places, now):
            shares = started(shares, first, heads, now)
            order += 1
            starts[first.id] = (order, made)
            active.append(Running(first.id, first.user_id, first.cost, first.alone))
            lines[first.user_id].popleft()
            if not lines[first.user_id]:
                del lines[first.user_id]
            continue
        step = min(job.cost_left for job in active)
        made += step * len(active)
        ends |= {job.id: made for job in active if job.cost_left <= step}
        active = [replace(job, cost_left=job.cost_left - step) for job in active if job.cost_left > step]
    return {job_id: Forecast(position, start, ends[job_id]) for job_id, (position, start) in starts.items()}


def estimate(of: Forecast, seconds_per_cost: float) -> float:
    """Seconds until the job is done."""
    return of.cost_until_done * seconds_per_cost


# ---- from facts: the engine's speed and, after a restart, the shares


@dataclass(frozen=True, slots=True)
class Span:
    """One job that was made, and when the engine had it."""

    started_utc: float
    ended_utc: float
    cost: float


def seconds_per_cost(spans: Iterable[Span]) -> float | None:
    """Busy seconds of the whole engine for one unit of cost; jobs made at the same time share the seconds."""
    busy = cost = 0.0
    until = float("-inf")
    for span in sorted(spans, key=lambda span: span.started_utc):
        busy += max(0.0, span.ended_utc - max(span.started_utc, until))
        until = max(until, span.ended_utc)
        cost += span.cost
    return busy / cost if busy > 0 and cost > 0 else None


@dataclass(frozen=True, slots=True)
class Past:
    """What one job did so far. ``started_utc`` is None while it waits, ``ended_utc`` until it is over."""

    user_id: int
    cost: float
    created_utc: float
    started_utc: float | None = None
    ended_utc: float | None = None


def replay(past: Sequence[Past]) -> Shares:
    """The shares that these jobs, in the order of asking, led to."""
    moments: list[tuple[float, int, int]] = []
    for index, job in enumerate(past):
        moment = job.created_utc
        for what, at in enumerate((moment, job.started_utc, job.ended_utc)):
            if at is not None:
                moment = max(moment, at)  # a wall clock may have been set back meanwhile
                moments.append((moment, what, index))
    shares = Shares()
    waiting: dict[int, Waiting] = {}
    active: set[int] = set()
    for moment, what, index in sorted(moments):
        job = past[index]
        if what == 0:
            if not any(other.user_id == job.user_id for other in waiting.values()):
                shares = joined(shares, job.user_id)
            waiting[index] = Waiting(index, job.user_id, job.cost, job.created_utc)
        elif what == 1:
            shares = started(shares, waiting[index], waiting.values(), moment)
            active.add(index)
            del waiting[index]
        else:
            waiting.pop(index, None)
            active.discard(index)
            if not waiting and not active:
                shares = Shares()
    return shares
