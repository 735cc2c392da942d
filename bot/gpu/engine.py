"""The Engine protocol: what the queue asks of whatever makes pictures."""

from __future__ import annotations

from collections.abc import AsyncIterator
from enum import StrEnum
from typing import Protocol

from bot.gpu.job import EngineEvent, Generation


class EngineState(StrEnum):
    STARTING = "starting"
    READY = "ready"
    RESTARTING = "restarting"
    CLOSED = "closed"


class Engine(Protocol):
    """Makes pictures. One implementation runs a child process (below), tests have another."""

    @property
    def state(self) -> EngineState: ...

    @property
    def places(self) -> int:
        """How many jobs the engine takes at once; 0 while it cannot take any."""

    async def ready(self) -> None:
        """Wait until the engine takes jobs. Raises EngineError when it is closed."""

    def generate(self, job_id: int, generation: Generation) -> AsyncIterator[EngineEvent]:
        """Run one job: Started, then Stepped..., then Rendered or Stopped, and the iterator ends.

        Raises JobFailed when this job cannot be made, EngineDied when the engine ended meanwhile. Closing the
        iterator early cancels the job.
        """

    async def cancel(self, job_id: int) -> None:
        """Ask for the job to stop within one forward; its iterator then ends with Stopped. Unknown ids are ignored."""

    async def start(self) -> None: ...

    async def close(self) -> None: ...
