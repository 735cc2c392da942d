"""How jobs get on, and from when silence means a hang. Pure: time is a parameter.

A hang is judged by missing progress, with a deadline scaled to the steps measured on this machine. Loading a model is
exempt: a cold disk may take minutes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

FLOOR_SECONDS = 120.0
FACTOR = 30.0  # decoding a large picture on a processor takes as long as many steps
UNKNOWN_SECONDS = 1800.0  # before the first step of a model was seen


@dataclass(slots=True)
class _Running:
    model: str
    last: float


@dataclass(slots=True)
class Pace:
    """Progress of the running jobs of one engine. Times are seconds of one monotonic clock."""

    _running: dict[int, _Running] = field(default_factory=dict)
    _slowest: dict[str, float] = field(default_factory=dict)

    def started(self, run: int, model: str, now: float) -> None:
        self._running[run] = _Running(model, now)

    def progressed(self, run: int, now: float) -> None:
        """A step is done."""
        running = self._running.get(run)
        if running is not None:
            gap, running.last = now - running.last, now
            self._slowest[running.model] = max(gap, 0.98 * self._slowest.get(running.model, 0.0))

    def waited(self, runs: Iterable[int], now: float) -> None:
        """Others got on while these waited for their turn: that is no silence of theirs."""
        for run in runs:
            if run in self._running:
                self._running[run].last = now

    def ended(self, run: int) -> None:
        self._running.pop(run, None)

    def exempt(self, models: Collection[str], now: float) -> None:
        """These models are loading: the deadlines of their jobs start anew."""
        for running in self._running.values():
            if running.model in models:
                running.last = now

    def allowance(self, model: str) -> float:
        slowest = self._slowest.get(model)
        return UNKNOWN_SECONDS if slowest is None else max(FLOOR_SECONDS, FACTOR * slowest)

    def overdue(self, now: float) -> bool:
        """True when a running job has been silent for longer than anything explains."""
        return any(now - running.last > self.allowance(running.model) for running in self._running.values())

    def forget_running(self) -> None:
        self._running.clear()
