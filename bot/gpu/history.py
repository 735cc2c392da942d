"""From the facts in the jobs table: the shares after a restart, each engine's speed, how well promises were kept, and
what ideal sharing would have given. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from statistics import median

from bot.gpu.policy import Shares, Waiting, joined, refunded, started

KEPT_SHARE = 0.8
"""Promises are stretched until so many are kept: an estimate that is right on average is late half of the time."""

FIRST_STRETCH = 1.25
LEAST_STRETCH, MOST_STRETCH = 0.8, 4.0
FEWEST_PROMISES = 10

LINE_POINTS, FEWEST_POINTS = 50, 8

LONGEST_SECONDS = 3 * 3600.0
"""What took longer tells of a clock that was moved, or a computer that slept, and not of speed."""


@dataclass(frozen=True, slots=True)
class Past:
    """What one job did so far. ``started_utc`` is None while it waits, ``ended_utc`` until it is over; ``done`` is the
    share of it that was made by then."""

    user_id: int
    cost: float
    created_utc: float
    started_utc: float | None = None
    ended_utc: float | None = None
    weight: float = 1.0
    done: float = 1.0


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
            waiting[index] = Waiting(index, job.user_id, job.cost, job.created_utc, weight=job.weight)
        elif what == 1:
            shares = started(shares, waiting[index], waiting.values(), moment)
            active.add(index)
            del waiting[index]
        else:
            if index in active and job.done < 1:
                shares = refunded(shares, job.user_id, (1 - job.done) * job.cost / job.weight)
            waiting.pop(index, None)
            active.discard(index)
            if not waiting and not active:
                shares = Shares()
    return shares


# ---- speed


@dataclass(frozen=True, slots=True)
class Span:
    """One job that was made: when an engine had it, and what it cost."""

    started_utc: float
    ended_utc: float
    cost: float
    engine: str = ""
    model: str = ""


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds of a whole engine that a job takes: text, decoding and saving cost the same for few steps as for many."""

    per_cost: float
    fixed: float = 0.0

    def seconds(self, cost: float) -> float:
        return self.fixed + self.per_cost * cost


@dataclass(frozen=True, slots=True)
class Speeds:
    """As precisely as is known: of an engine and model, of a model anywhere, of an engine, of all."""

    exact: Mapping[tuple[str, str], Pace] = field(default_factory=dict)
    models: Mapping[str, Pace] = field(default_factory=dict)
    engines: Mapping[str, Pace] = field(default_factory=dict)
    overall: Pace | None = None

    def of(self, engine: str, model: str) -> Pace | None:
        """None before anything was made."""
        for known in (self.exact.get((engine, model)), self.models.get(model), self.engines.get(engine)):
            if known is not None:
                return known
        return self.overall


def speeds(spans: Iterable[Span]) -> Speeds:
    """From wall seconds, each shared equally among the jobs that an engine had at that moment. That counts all a person
    waits for: text, denoising, decoding, loading.
    """
    by_engine: dict[str, list[Span]] = defaultdict(list)
    for span in spans:
        if 0 < span.ended_utc - span.started_utc <= LONGEST_SECONDS:
            by_engine[span.engine].append(span)
    points: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for engine, own in by_engine.items():
        for span, shared in zip(own, shared_seconds(own), strict=True):
            points[engine, span.model].append((span.cost, shared))

    def over(keys: Iterable[tuple[str, str]]) -> Pace | None:
        return pace([point for key in keys for point in points[key]])

    every = list(points)
    return Speeds(
        exact={key: found for key in every if (found := over([key]))},
        models={m: found for m in {m for _, m in every} if (found := over(k for k in every if k[1] == m))},
        engines={e: found for e in by_engine if (found := over(k for k in every if k[0] == e))},
        overall=over(every),
    )


def pace(points: Sequence[tuple[float, float]]) -> Pace | None:
    """A line through the latest (cost, seconds): the median of all slopes (Theil 1950, Sen 1968), which a few jobs that
    had to wait for a model do not bend. Of too few points, or where no line makes sense, the mean through zero."""
    latest = points[-LINE_POINTS:]
    slopes = [(t - s) / (d - c) for (c, s), (d, t) in combinations(latest, 2) if c != d]
    if len(latest) >= FEWEST_POINTS and len(slopes) >= len(latest):
        per_cost = median(slopes)
        fixed = median(seconds - per_cost * cost for cost, seconds in latest)
        if per_cost > 0 and fixed >= 0:
            return Pace(per_cost, fixed)
    cost = sum(cost for cost, _ in latest)
    return Pace(sum(seconds for _, seconds in latest) / cost) if cost > 0 else None


def shared_seconds(spans: Sequence[Span]) -> list[float]:
    """For each span its part of the wall clock: a second belongs in equal parts to all spans that it lies in."""
    moments = sorted({at for span in spans for at in (span.started_utc, span.ended_utc)})
    begins, ends = defaultdict(list), defaultdict(list)
    for index, span in enumerate(spans):
        begins[span.started_utc].append(index)
        ends[span.ended_utc].append(index)
    given = [0.0] * len(spans)
    active: set[int] = set()
    for at, until in pairwise(moments):
        active |= set(begins[at])
        active -= set(ends[at])
        for index in active:
            given[index] += (until - at) / len(active)
    return given


# ---- promises


@dataclass(frozen=True, slots=True)
class Kept:
    """Seconds from asking: the bare estimate then, and what it took."""

    estimated: float
    took: float


def stretch(promises: Iterable[Kept]) -> float:
    """What to multiply estimates by so that KEPT_SHARE of the latest ones would have been kept."""
    told = [promise for promise in promises if promise.estimated > 0 and promise.took <= LONGEST_SECONDS]
    ratios = sorted(promise.took / promise.estimated for promise in told)
    if len(ratios) < FEWEST_PROMISES:
        return FIRST_STRETCH
    return min(MOST_STRETCH, max(LEAST_STRETCH, ratios[min(len(ratios) - 1, int(KEPT_SHARE * len(ratios)))]))
