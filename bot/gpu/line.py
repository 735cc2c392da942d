"""Who waits, who runs and how far each user is ahead: the queue's memory, rebuilt from the jobs table at its start.

No method awaits, so that the policy always sees one consistent moment.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.gpu import history, policy
from bot.gpu.forecast import Forecast, forecast, squeezed_in
from bot.gpu.job import Job, JobStatus
from bot.gpu.policy import Choice, Rules, Seats, Waiting

SPANS = 200
"""The engines' speeds are taken from so many of the latest jobs."""

FRESH_SECONDS = 1.0
"""A forecast is at most so old; where few wait it is always new."""
FEW = 300


@dataclass(slots=True)
class Run:
    """A job in an engine. ``done`` is the share of its steps that are."""

    job: Job
    alone: bool
    engine: str = ""
    done: float = 0.0
    cancelled: bool = False


class Line:
    def __init__(self, rules: Rules | None = None) -> None:
        self.waiting: dict[int, Job] = {}
        self.running: dict[int, Run] = {}
        self.arriving: Counter[int] = Counter()
        self.shares = policy.Shares()
        self._rules = rules or Rules()
        self._users: dict[int, dict[int, Waiting]] = {}  # those who wait, each one's jobs in the order of asking
        self._spans: deque[history.Span] = deque(maxlen=SPANS)
        self._speeds = history.Speeds()
        self._played: tuple[float, dict[int, Forecast]] | None = None
        self._stale = True

    def restore(self, jobs: Iterable[Job], past: Sequence[history.Past], spans: Iterable[history.Span] = ()) -> None:
        """Take over the queued ``jobs`` that an earlier life left, and the shares that the ``past`` led to."""
        for job in jobs:
            self._put(job)
        self.shares = history.replay(past) if self.waiting else policy.Shares()
        self._spans.extend(spans)
        self._speeds = history.speeds(self._spans)

    def join(self, job: Job) -> None:
        if job.user_id not in self._users:
            self.shares = policy.joined(self.shares, job.user_id)
        self._put(job)

    def next(self, engines: Sequence[Seats], now_utc: float) -> Choice | None:
        """The job to start now and where, by the policy."""
        speed = self._speeds.overall
        rules = replace(self._rules, slack=policy.SLACK_SECONDS / speed.per_cost if speed and speed.per_cost else 0.0)
        return policy.choose(self._heads(), self._running(), self.shares, engines, now_utc, rules)

    def begin(self, choice: Choice, now_utc: float) -> Run:
        """Move the job from waiting to running and charge its user."""
        self.shares = policy.started(self.shares, choice.job, self._heads(), now_utc)
        job = self._take(choice.job.id)
        running = replace(
            job, status=JobStatus.RUNNING, attempts=job.attempts + 1, started_utc=now_utc, engine=choice.engine
        )
        run = self.running[job.id] = Run(running, choice.job.alone, choice.engine)
        return run

    def back(self, run: Run, job: Job) -> None:
        """``run`` came to nothing through no fault of its user: ``job`` waits in its place and the charge is undone."""
        del self.running[run.job.id]
        self.join(job)
        self.shares = policy.refunded(self.shares, job.user_id, _waiting(job).charge)

    def leave(self, job_id: int) -> None:
        """Forget the job, wherever it is; what was not made of it is given back. When it was the last one, everybody
        is equal again."""
        if job_id in self.waiting:
            self._take(job_id)
        if run := self.running.pop(job_id, None):
            self.shares = policy.refunded(self.shares, run.job.user_id, (1 - run.done) * _waiting(run.job).charge)
        if not self.waiting and not self.running:
            self.shares = policy.Shares()
        self._stale = True

    def made(self, run: Run, ended_utc: float) -> None:
        """``run`` is finished: one more fact about its engine's speed."""
        run.done = 1.0
        job = run.job
        if job.started_utc is not None:
            made = job.generation
            self._spans.append(history.Span(job.started_utc, ended_utc, made.cost, run.engine, made.model))
            self._speeds = history.speeds(self._spans)

    def count(self, user_id: int) -> int:
        """Jobs of this user that wait, run or are about to be added."""
        running = sum(run.job.user_id == user_id for run in self.running.values())
        return self.arriving[user_id] + len(self._users.get(user_id, ())) + running

    # ---- what it means for those who wait

    @property
    def knows_speed(self) -> bool:
        return self._speeds.overall is not None

    def forecast(self, engines: Sequence[Seats], now_utc: float) -> dict[int, Forecast]:
        """By job id. Where many wait it may lack who came in the last second."""
        age = now_utc - self._played[0] if self._played else FRESH_SECONDS
        if self._played is None or not 0 <= age < FRESH_SECONDS or (self._stale and len(self.waiting) <= FEW):
            played = forecast(self._all(), self._running(), self.shares, engines, self._seconds)
            self._played, self._stale = (now_utc, played), False
        return self._played[1]

    def place(self, job_id: int, engines: Sequence[Seats], now_utc: float) -> Forecast | None:
        """Where an open job stands; None for any other."""
        if job_id not in self.waiting and job_id not in self.running:
            return None
        played = self.forecast(engines, now_utc)
        if job_id not in played and job_id in self.waiting:
            played[job_id] = squeezed_in(_waiting(self.waiting[job_id]), self._lines(), self.shares, played)
        return played.get(job_id)

    def _seconds(self, engine: str, model: str, cost: float) -> float:
        known = self._speeds.of(engine, model)
        return known.seconds(cost) if known else cost

    # ---- the lines

    def _put(self, job: Job) -> None:
        line = self._users.setdefault(job.user_id, {})
        last = next(reversed(line), 0)
        line[job.id] = _waiting(job)
        if job.id < last:
            self._users[job.user_id] = dict(sorted(line.items()))
        self.waiting[job.id] = job
        self._stale = True

    def _take(self, job_id: int) -> Job:
        job = self.waiting.pop(job_id)
        line = self._users[job.user_id]
        del line[job_id]
        if not line:
            del self._users[job.user_id]
        self._stale = True
        return job

    def _heads(self) -> list[Waiting]:
        return [next(iter(line.values())) for line in self._users.values()]

    def _lines(self) -> list[list[Waiting]]:
        return [list(line.values()) for line in self._users.values()]

    def _all(self) -> list[Waiting]:
        return [job for line in self._users.values() for job in line.values()]

    def _running(self) -> list[policy.Running]:
        return [
            policy.Running(
                run.job.id,
                run.job.user_id,
                run.job.generation.cost * (1 - run.done),
                run.alone,
                run.engine,
                run.job.generation.model,
            )
            for run in self.running.values()
        ]


def _waiting(job: Job) -> Waiting:
    # A queued job has an attempt that counts only if an engine died under it.
    made = job.generation
    return Waiting(
        job.id,
        job.user_id,
        made.cost,
        job.created_utc,
        job.attempts > 0,
        made.model,
        job.standing.weight,
        job.standing.most_running,
    )
