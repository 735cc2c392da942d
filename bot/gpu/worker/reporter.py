"""What a running job tells the bot: steps, at most a few a second, with a preview now and then."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from torch import Tensor

from bot.gpu.job import Generation
from bot.gpu.worker.preview import Preview
from bot.gpu.worker.ticket import Ticket

Send = Callable[[Mapping[str, Any], Sequence[bytes]], None]
STEP_SECONDS = 0.1  # progress more often than this is not sent


class Reporter:
    """Counts a job's denoiser calls as steps. Some samplers call the model more than once a step."""

    def __init__(
        self,
        send: Send,
        job: int,
        generation: Generation,
        ticket: Ticket,
        preview: Preview | None,
        preview_seconds: float | None,
        before: int = 0,
        of: int | None = None,
    ) -> None:
        """``generation`` may be a cell of a grid: ``before`` steps of ``of`` in all were made for others."""
        self._send, self._job, self._generation, self._ticket = send, job, generation, ticket
        self._preview = preview if preview_seconds is not None else None
        self._preview_seconds = preview_seconds or 0.0
        self._before, self._of = before, of
        self._calls = 0
        self._told = 0.0
        self._shown = time.monotonic() - self._preview_seconds / 2

    def watch(self, call: Mapping[str, Any], output: Tensor) -> None:
        """After a forward, in the request's thread."""
        self._calls += 1
        calls = 1 if self._of is not None else self._ticket.calls
        steps = (self._generation.steps - self._generation.skipped) * calls
        total = max(1, (self._ticket.forwards_in_all() or steps) // (self._ticket.calls // calls))
        now = time.monotonic()
        last = self._calls >= total
        if not last and now - self._told < STEP_SECONDS:
            return
        self._told = now
        blobs: tuple[bytes, ...] = ()
        if self._preview is not None and not last and now - self._shown >= self._preview_seconds:
            self._shown = now
            guidance = self._generation.guidance if self._generation.is_guided else 1.0
            blobs = (self._preview.jpeg(call, output, guidance),)
        step = min(steps, max(1, self._calls * steps // total)) + self._before
        self._send({"type": "stepped", "job": self._job, "step": step, "steps": self._of or steps}, blobs)
