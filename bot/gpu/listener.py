"""What the queue says to its caller and to its listener."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from bot.db.database import Tx
from bot.gpu.job import Job, Rendered, Stepped

FAILED = "Something went wrong while making this. It was not your request; please ask again."
NOT_SAVED = "The pictures were made but could not be saved; the disk may be full. Please tell whoever runs this bot."
GIVEN_UP = "The picture engine crashed each time it tried this, so the bot gave it up."

Within = Callable[[Tx, int], Awaitable[None]]
"""Writes rows of its own in the job's transaction; gets the transaction and the job's id."""


class CancelOutcome(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    TOO_LATE = "too late"


@dataclass(frozen=True, slots=True)
class Place:
    """``position`` is 1 for what starts next and 0 for what runs. ``estimate_seconds`` is the time until it is done,
    None before the engines' speed is known; it does not count an engine's own start. ``done`` is the share of its steps
    that are made, ``engines`` counts those there are, ready or not."""

    position: int
    estimate_seconds: float | None
    engine_ready: bool
    done: float = 0.0
    engines: int = 1


class Listener(Protocol):
    """Is told what happens to jobs. The engine waits while progress is told: answer quickly.

    What it raises is logged. A job's end (``deliver``, ``on_failed``, ``on_cancelled``) counts as told once the call
    returns; after an exception, or the bot's death, it is told again at the next start or ``redeliver``.
    """

    async def on_started(self, job: Job) -> None: ...

    async def on_progress(self, job: Job, step: Stepped) -> None: ...

    async def on_moved(self, jobs: Sequence[Job]) -> None:
        """These waiting jobs have another position than was said before."""

    async def inputs(self, job: Job) -> Sequence[bytes]:
        """The pictures that ``job.generation.inputs`` names. Raises JobFailed when one is gone."""

    async def keep_files(self, job: Job, rendered: Rendered) -> Any:
        """Make the pictures' files durable. What it returns is handed to ``keep_rows``."""

    async def keep_rows(self, tx: Tx, job: Job, kept: Any) -> None:
        """Write the rows that point to the files, in the transaction that makes the job FINISHED."""

    async def deliver(self, job: Job) -> None: ...

    async def on_failed(self, job: Job, message: str) -> None: ...

    async def on_cancelled(self, job: Job, was_running: bool) -> None: ...
