"""Who waits, who runs and how far each user is ahead: the queue's memory, rebuilt from the jobs table at its start.

No method awaits, so that the policy always sees one consistent moment.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.gpu import policy
from bot.gpu.job import Job, JobStatus

SPANS = 50
"""The engine's speed is taken from so many of the latest jobs."""


@dataclass(slots=True)
class Run:
    """A job in the engine. ``done`` is the share of its steps that are."""

    job: Job
    alone: bool
    done: float = 0.0
    cancelled: bool = False


class Line:
    def __init__(self) -> None:
        self.waiting: dict[int, Job] = {}
        self.running: dict[int, Run] = {}
        self.arriving: Counter[int] = Counter()
        self.spans: deque[policy.Span] = deque(maxlen=SPANS)
        self.shares = policy.Shares()
        self._played: tuple[float, dict[int, policy.Forecast]] | None = None

    def restore(self, jobs: Iterable[Job], past: tuple[policy.Past, ...], spans: Iterable[policy.Span]) -> None:
        """Take over the queued ``jobs`` that an earlier life left, and the shares that the ``past`` led to."""
        self.waiting |= {job.id: job for job in jobs}
        self.shares = policy.replay(past) if self.waiting else policy.Shares()
        self.spans.extend(spans)
        self._played = None

    def join(self, job: Job) -> None:
        if not any(other.user_id == job.user_id for other in self.waiting.values()):
            self.shares = policy.joined(self.shares, job.user_id)
        self.waiting[job.id] = job
        self._played = None

    def next(self, places: int, now_utc: float) -> Job | None:
        """The job to start now, by the policy."""
        first = policy.choose(self._waiting(), self._running(), self.shares, places, now_utc)
        return None if first is None else self.waiting[first.id]

    def begin(self, job: Job, now_utc: float) -> Run:
        """Move ``job`` from waiting to running and charge its user."""
        self.shares = policy.started(self.shares, _waiting(job), self._waiting(), now_utc)
        del self.waiting[job.id]
        running = replace(job, status=JobStatus.RUNNING, attempts=job.attempts + 1, started_utc=now_utc)
        run = self.running[job.id] = Run(running, alone=_waiting(job).alone)
        self._played = None
        return run

    def back(self, run: Run, job: Job) -> None:
        """``run`` came to nothing through no fault of its user: ``job`` waits in its place and the charge is undone."""
        del self.running[run.job.id]
        self.join(job)
        self.shares = policy.refunded(self.shares, job.user_id, job.generation.cost)

    def leave(self, job_id: int) -> None:
        """Forget the job, wherever it is. When it was the last one, everybody is equal again."""
        self.waiting.pop(job_id, None)
        self.running.pop(job_id, None)
        if not self.waiting and not self.running:
            self.shares = policy.Shares()
        self._played = None

    def count(self, user_id: int) -> int:
        """Jobs of this user that wait, run or are about to be added."""
        jobs = [*self.waiting.values(), *(run.job for run in self.running.values())]
        return self.arriving[user_id] + sum(job.user_id == user_id for job in jobs)

    def forecast(self, places: int, now_utc: float) -> dict[int, policy.Forecast]:
        """By job id; at most a second old."""
        if self._played is None or not 0 <= now_utc - self._played[0] < 1:
            pace = policy.seconds_per_cost(self.spans)
            played = policy.forecast(self._waiting(), self._running(), self.shares, places, now_utc, pace)
            self._played = (now_utc, played)
        return self._played[1]

    def estimate(self, forecast: policy.Forecast) -> float | None:
        """Seconds until the job is done; None before the engine's speed is known."""
        pace = policy.seconds_per_cost(self.spans)
        return None if pace is None else policy.estimate(forecast, pace)

    def _waiting(self) -> list[policy.Waiting]:
        return [_waiting(job) for job in self.waiting.values()]

    def _running(self) -> list[policy.Running]:
        return [
            policy.Running(run.job.id, run.job.user_id, run.job.generation.cost * (1 - run.done), run.alone)
            for run in self.running.values()
        ]


def _waiting(job: Job) -> policy.Waiting:
    # A queued job has an attempt that counts only if the engine died under it.
    return policy.Waiting(job.id, job.user_id, job.generation.cost, job.created_utc, alone=job.attempts > 0)
