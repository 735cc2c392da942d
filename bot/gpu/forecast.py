"""When those who wait will be served, were nobody else to come: the queue played to its end. Pure.

The order is that of virtual start times, which is the policy's without its last-resort rules; who is at their cap is
stepped over. Each engine divides its speed equally among what it runs. One play of n jobs takes n log n steps.
"""

from __future__ import annotations

import heapq
from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.gpu.policy import Running, Seats, Shares, Waiting

Seconds = Callable[[str, str, float], float]
"""Engine, model and cost -> seconds of the whole engine."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """``position`` is the 1-based place in the order of starting; 0 for what runs."""

    position: int
    seconds_until_start: float
    seconds_until_done: float


def in_order(waiting: Iterable[Waiting], shares: Shares) -> list[Waiting]:
    """``waiting`` by virtual start time: each user's jobs in the order of asking, those furthest behind first."""
    reached: dict[int, float] = {}
    tagged = []
    for job in sorted(waiting, key=lambda job: job.id):
        tag = reached.get(job.user_id)
        tag = shares.of(job.user_id) if tag is None else tag
        reached[job.user_id] = tag + job.charge
        tagged.append((tag, job.id, job))
    return [job for _, _, job in sorted(tagged, key=lambda entry: entry[:2])]


def forecast(
    waiting: Iterable[Waiting],
    running: Sequence[Running],
    shares: Shares,
    engines: Sequence[Seats],
    seconds: Seconds,
) -> dict[int, Forecast]:
    """By job id. Without an engine that takes jobs, one that takes them one by one is assumed."""
    open_engines = [e for e in engines if e.places] or [Seats(e.engine, 1) for e in engines[:1]] or [Seats("", 1)]
    desks = {e.engine: _Desk(e) for e in open_engines}
    starts = {job.id: (0, 0.0) for job in running}
    for active in running:
        home = desks.get(active.engine) or next(iter(desks.values()))
        home.take(active.id, seconds(active.engine, active.model, active.cost_left))
    queue = _Queue(in_order(waiting, shares), running)
    ends: dict[int, float] = {}
    order = 0
    while queue.first or any(desk.ends for desk in desks.values()):
        while queue.first and (desk := _seat(desks, queue.first.model)):
            job = queue.start()
            order += 1
            starts[job.id] = (order, desk.now)
            desk.take(job.id, seconds(desk.engine.engine, job.model, job.cost))
        first = min((desk for desk in desks.values() if desk.ends), key=_Desk.next_end)
        job_id, now = first.finish()
        queue.ended(job_id)
        ends[job_id] = now
        for desk in desks.values():
            desk.advance(now)
    return {job_id: Forecast(position, start, ends[job_id]) for job_id, (position, start) in starts.items()}


def squeezed_in(
    job: Waiting, lines: Iterable[Iterable[Waiting]], shares: Shares, played: Mapping[int, Forecast]
) -> Forecast:
    """About where ``job`` stands in an earlier play that did not know it: before whoever starts next after it.

    ``lines`` has each user's waiting jobs in the order of asking, ``job`` as the last of its user's.
    """
    own = _tag(next(line for line in map(list, lines) if line[-1].id == job.id), shares)
    behind = [first for line in lines if (first := _first_after(own, line, shares, played))]
    if behind:
        return played[min(behind)[1]]
    last = max(played.values(), key=lambda seen: seen.position, default=Forecast(0, 0.0, 0.0))
    return Forecast(last.position + 1, last.seconds_until_start, last.seconds_until_done)


def _tag(line: Sequence[Waiting], shares: Shares) -> tuple[float, int]:
    """The virtual start time of the last job in a user's line."""
    return shares.of(line[-1].user_id) + sum(job.charge for job in line[:-1]), line[-1].id


def _first_after(
    own: tuple[float, int], line: Iterable[Waiting], shares: Shares, played: Mapping[int, Forecast]
) -> tuple[float, int] | None:
    tag: float | None = None
    for job in line:
        tag = shares.of(job.user_id) if tag is None else tag
        if (tag, job.id) > own and job.id in played:
            return tag, job.id
        tag += job.charge
    return None


def _seat(desks: Mapping[str, _Desk], model: str) -> _Desk | None:
    free = [desk for desk in desks.values() if len(desk.ends) < desk.engine.places]
    return min(
        free,
        key=lambda d: (model in d.engine.unusable, model not in d.engine.resident, len(d.ends) - d.engine.places),
        default=None,
    )


class _Queue:
    """Those who wait, in order; jobs of users at their cap stand aside until one of theirs ends."""

    def __init__(self, waiting: Sequence[Waiting], running: Iterable[Running]) -> None:
        self._turns = list(enumerate(waiting))  # in order, hence a heap; the turns are distinct
        self._aside: dict[int, deque[tuple[int, Waiting]]] = {}
        self._user_of = {job.id: job.user_id for job in running}
        self._holds = Counter(self._user_of.values())
        self._set_aside()

    @property
    def first(self) -> Waiting | None:
        """Who may start next."""
        return self._turns[0][1] if self._turns else None

    def start(self) -> Waiting:
        job = heapq.heappop(self._turns)[1]
        self._user_of[job.id] = job.user_id
        self._holds[job.user_id] += 1
        self._set_aside()
        return job

    def ended(self, job_id: int) -> None:
        user_id = self._user_of.pop(job_id)
        self._holds[user_id] -= 1
        if aside := self._aside.get(user_id):
            heapq.heappush(self._turns, aside.popleft())
            self._set_aside()

    def _set_aside(self) -> None:
        while self._turns and _is_capped(job := self._turns[0][1], self._holds):
            self._aside.setdefault(job.user_id, deque()).append(heapq.heappop(self._turns))


def _is_capped(job: Waiting, holds: Mapping[int, int]) -> bool:
    return job.most_running is not None and holds[job.user_id] >= job.most_running


@dataclass(slots=True)
class _Desk:
    """An engine that divides its speed: ``served`` is what each of its jobs would have had since the beginning."""

    engine: Seats
    now: float = 0.0
    served: float = 0.0
    ends: list[tuple[float, int]] = field(default_factory=list)

    def take(self, job_id: int, seconds: float) -> None:
        heapq.heappush(self.ends, (self.served + seconds, job_id))

    def next_end(self) -> float:
        return self.now + (self.ends[0][0] - self.served) * len(self.ends)

    def finish(self) -> tuple[int, float]:
        self.advance(self.next_end())
        served, job_id = heapq.heappop(self.ends)
        self.served = served
        return job_id, self.now

    def advance(self, now: float) -> None:
        if self.ends:
            self.served += (now - self.now) / len(self.ends)
        self.now = now
