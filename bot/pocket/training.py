"""One resumable training run, whatever it teaches: time, checkpoints, pauses, progress. A `Lesson` says what a step is.

What makes training affordable on two processor cores: latents from a bank, bfloat16 weights behind float32 masters,
and `torch.compile`.
"""

import signal
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import torch

from bot.pocket import schedule
from bot.pocket.optim import Named, Optimiser, Tensors

LINES_EVERY = 50


@dataclass
class Plan:
    """How one training run goes; `minutes` is wall time, pauses included, so a run ends when it was meant to."""

    folder: Path
    minutes: float
    peak_rate: float = 1e-3
    batch: int = 60
    average: float = 0.998
    refresh: int = 8
    checkpoint_minutes: float = 10.0
    pause_file: Path | None = None
    compiled: bool = True
    device: torch.device = field(default_factory=lambda: torch.device("cpu"))


class Lesson(Protocol):
    """What a run teaches. Its parameters are bfloat16 copies that the optimiser writes."""

    name: str

    def parameters(self) -> Named:
        """What is trained, by name, always in the same order."""

    def learn(self) -> Mapping[str, float]:
        """Forward and backward of one batch; figures for the progress line."""

    def ready(self) -> None:
        """Cast to bfloat16: training begins."""

    def export(self, averages: Tensors, folder: Path) -> None:
        """Write the averaged weights, in the order of `parameters`, leaving the live ones alone."""


class Run:
    """One run of one lesson. `NAME.pt` in the plan's folder holds all of it."""

    def __init__(self, lesson: Lesson, plan: Plan, say: Callable[[str], None]) -> None:
        self.lesson, self.plan, self.say = lesson, plan, say
        self.samples = 0
        self.seconds = 0.0
        self.passed_before = 0.0
        self.stopped = False
        self.optimiser = Optimiser(lesson.parameters(), average=plan.average)
        self.state_file = plan.folder / f"{lesson.name}.pt"
        if self.state_file.exists():
            self._restore(torch.load(self.state_file, weights_only=True))
        lesson.ready()
        self.optimiser.follow([parameter for _, parameter in lesson.parameters()])

    def step(self, passed: float) -> Mapping[str, float]:
        """One update; the lesson's figures."""
        figures = self.lesson.learn()
        self.optimiser.step(schedule.rate(self.plan.peak_rate, passed, self.optimiser.steps))
        self.samples += self.plan.batch
        return figures

    def run(self) -> None:
        """Train until the plan's minutes are over, then save.

        SIGTERM saves and stops. A run that was stopped goes on where it was; a finished one begins a new fall of the
        learning rate.
        """
        start = saved = time.monotonic()
        seen: list[Mapping[str, float]] = []
        limit = self.plan.minutes * 60
        passed = self.passed_before
        signal.signal(signal.SIGTERM, self._stop)
        while (elapsed := time.monotonic() - start) < limit and not self.stopped:
            self._wait_while_paused()
            passed = self.passed_before + (1 - self.passed_before) * min(1.0, elapsed / limit)
            seen.append(self.step(passed))
            if len(seen) == LINES_EVERY:
                self._report(seen, passed, self.seconds + time.monotonic() - start)
                seen = []
            if time.monotonic() - saved > self.plan.checkpoint_minutes * 60:
                self.save(passed, self.seconds + time.monotonic() - start)
                saved = time.monotonic()
        self.save(passed if self.stopped else 1.0, self.seconds + time.monotonic() - start)

    def _report(self, seen: list[Mapping[str, float]], passed: float, seconds: float) -> None:
        means = {name: sum(figures[name] for figures in seen) / len(seen) for name in seen[0]}
        figures = "  ".join(f"{name} {mean:.4f}" for name, mean in means.items())
        self.say(f"{passed:6.1%}  {self.samples:8,} samples  {self.samples / seconds:5.1f}/s  {figures}")

    def _stop(self, *_: object) -> None:
        self.stopped = True

    def _wait_while_paused(self) -> None:
        while self.plan.pause_file is not None and self.plan.pause_file.exists():
            time.sleep(0.5)

    def save(self, passed: float, seconds: float) -> None:
        """Write the state, and the averaged weights beside it as the lesson exports them."""
        state = {"optimiser": self.optimiser.state(), "samples": self.samples, "passed": passed, "seconds": seconds}
        torch.save(state, self.state_file.with_suffix(".tmp"))
        self.state_file.with_suffix(".tmp").replace(self.state_file)
        self.lesson.export(self.optimiser.averages, self.plan.folder)
        self.say(f"saved after {self.samples:,} samples and {seconds / 60:.0f} minutes")

    def _restore(self, state: dict[str, Any]) -> None:
        self.optimiser.restore(state["optimiser"])
        self.samples, self.seconds = state["samples"], state["seconds"]
        self.passed_before = state["passed"] if state["passed"] < 1 else 0.0
        torch.manual_seed(torch.initial_seed() + self.samples)  # other noise than the first time
        self.say(f"going on after {self.samples:,} samples")
