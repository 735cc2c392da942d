"""How the queue did: waits against ideal sharing, promises kept, what failed. Pure: facts in, figures out."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass

from bot.gpu.history import Span, shared_seconds
from bot.gpu.job import JobStatus

DAY_SECONDS = 24 * 3600.0
MADE = (JobStatus.FINISHED, JobStatus.DELIVERED)


@dataclass(frozen=True, slots=True)
class Fact:
    """One job as the report needs it. Times are UTC seconds."""

    user_id: int
    weight: float
    status: JobStatus
    created_utc: float
    started_utc: float | None
    ended_utc: float | None
    engine: str
    attempts: int
    promised_utc: float | None
    repromised_utc: float | None


@dataclass(frozen=True, slots=True)
class Waits:
    """Percentiles of seconds from asking to having; None of nothing."""

    p50: float
    p90: float
    p99: float


@dataclass(frozen=True, slots=True)
class Kept:
    """Of ``count`` promises so many were kept: the first one that was made, and the one last said."""

    count: int
    first: int
    latest: int


@dataclass(frozen=True, slots=True)
class Day:
    """``start_utc`` and the middle waits of what was asked for in the 24 hours from then; None of nothing."""

    start_utc: float
    waits: Waits | None
    ideal: Waits | None


@dataclass(frozen=True, slots=True)
class Report:
    days: tuple[Day, ...]
    asked: int
    made: int
    failed: int
    given_up: int
    cancelled: int
    open: int
    retried: int
    people: int
    waits: Waits | None
    ideal: Waits | None
    kept: Kept


def report(facts: Sequence[Fact], now_utc: float, days: int) -> Report:
    """The last ``days`` times 24 hours. ``facts`` may reach further back, so that ideal sharing begins with what there
    was."""
    since = now_utc - days * DAY_SECONDS
    ideal_ends = ideal_sharing(facts)
    inside = [(fact, end) for fact, end in zip(facts, ideal_ends, strict=True) if fact.created_utc >= since]
    made = [(fact, end) for fact, end in inside if fact.status in MADE and fact.ended_utc is not None]
    promised = [fact for fact, _ in made if fact.promised_utc is not None]
    counts: dict[JobStatus, int] = defaultdict(int)
    for fact, _ in inside:
        counts[fact.status] += 1
    by_day: dict[int, list[tuple[Fact, float | None]]] = defaultdict(list)
    for fact, end in made:
        by_day[int((fact.created_utc - since) // DAY_SECONDS)].append((fact, end))
    return Report(
        days=tuple(Day(since + n * DAY_SECONDS, _actual(by_day[n]), _ideal(by_day[n])) for n in range(days)),
        asked=len(inside),
        made=len(made),
        failed=counts[JobStatus.FAILED],
        given_up=counts[JobStatus.QUARANTINED],
        cancelled=counts[JobStatus.CANCELLED],
        open=counts[JobStatus.QUEUED] + counts[JobStatus.RUNNING],
        retried=sum(fact.attempts > 1 for fact, _ in inside),
        people=len({fact.user_id for fact, _ in inside}),
        waits=_actual(made),
        ideal=_ideal(made),
        kept=Kept(
            len(promised),
            sum((fact.ended_utc or 0) <= (fact.promised_utc or 0) for fact in promised),
            sum((fact.ended_utc or 0) <= (fact.repromised_utc or 0) for fact in promised),
        ),
    )


def percentiles(seconds: Sequence[float]) -> Waits | None:
    """By the nearest rank."""
    ordered = sorted(seconds)
    if not ordered:
        return None
    p50, p90, p99 = (ordered[min(len(ordered) - 1, int(share * len(ordered)))] for share in (0.5, 0.9, 0.99))
    return Waits(p50, p90, p99)


def _actual(made: Sequence[tuple[Fact, float | None]]) -> Waits | None:
    return percentiles([(fact.ended_utc or 0) - fact.created_utc for fact, _ in made])


def _ideal(made: Sequence[tuple[Fact, float | None]]) -> Waits | None:
    return percentiles([end - fact.created_utc for fact, end in made if end is not None])


# ---- ideal sharing


def ideal_sharing(facts: Sequence[Fact]) -> list[float | None]:
    """When each job would have been ready had all engines been one fluid, divided by weight at every moment among all
    who have something open (generalized processor sharing, Parekh and Gallager 1993), first come first served within
    one user and no job faster than one engine. A job takes the seconds of an engine that it really took; None for
    what was never started."""
    spans = [
        Span(fact.started_utc, fact.ended_utc, 0.0, fact.engine)
        if fact.started_utc is not None and fact.ended_utc is not None and fact.ended_utc > fact.started_utc
        else None
        for fact in facts
    ]
    seconds = _seconds(spans)
    arrivals = deque(
        sorted((fact.created_utc, index) for index, fact in enumerate(facts) if seconds[index] is not None)
    )
    engines = max(1, len({span.engine for span in spans if span is not None}))
    ends: list[float | None] = [None] * len(facts)
    open_jobs: dict[int, deque[int]] = {}
    left = {index: own for index, own in enumerate(seconds) if own is not None}
    now = 0.0
    while arrivals or open_jobs:
        if not open_jobs:
            now = arrivals[0][0]
        while arrivals and arrivals[0][0] <= now:
            index = arrivals.popleft()[1]
            open_jobs.setdefault(facts[index].user_id, deque()).append(index)
        speed = _speeds({user: facts[jobs[0]].weight for user, jobs in open_jobs.items()}, engines)
        step = min(left[jobs[0]] / speed[user] for user, jobs in open_jobs.items())
        if arrivals:
            step = min(step, arrivals[0][0] - now)
        now += step
        for user, jobs in list(open_jobs.items()):
            left[jobs[0]] -= step * speed[user]
            if left[jobs[0]] <= 1e-9:
                ends[jobs.popleft()] = now
                if not jobs:
                    del open_jobs[user]
    return ends


def _seconds(spans: Sequence[Span | None]) -> list[float | None]:
    """Each job's own part of its engine's time."""
    own: list[float | None] = [None] * len(spans)
    by_engine: dict[str, list[int]] = defaultdict(list)
    for index, span in enumerate(spans):
        if span is not None:
            by_engine[span.engine].append(index)
    for indices in by_engine.values():
        some = [span for index in indices if (span := spans[index]) is not None]
        for index, part in zip(indices, shared_seconds(some), strict=True):
            own[index] = part
    return own


def _speeds(weights: dict[int, float], engines: int) -> dict[int, float]:
    """Engines a user has, by weight, none more than one: what somebody cannot use the others share."""
    speed: dict[int, float] = {}
    room, rest = float(engines), dict(weights)
    while rest:
        total = sum(rest.values())
        full = [user for user, weight in rest.items() if room * weight / total >= 1]
        if not full:
            return speed | {user: room * weight / total for user, weight in rest.items()}
        for user in full:
            speed[user] = 1.0
            del rest[user]
        room -= len(full)
    return speed
