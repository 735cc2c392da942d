"""The Engine protocol: what the queue asks of whatever makes pictures. One engine is one device."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from enum import StrEnum
from typing import Protocol

from bot.gpu.catalog import ModelInfo
from bot.gpu.job import EngineEvent, Generation


class EngineState(StrEnum):
    STARTING = "starting"
    READY = "ready"
    RESTARTING = "restarting"
    CLOSED = "closed"


class Engine(Protocol):
    """Makes pictures on one device. A child process is one, an actor on another machine is another."""

    @property
    def name(self) -> str:
        """Where it runs, as people are told: "this machine, cpu". Final once the engine is ready."""

    @property
    def state(self) -> EngineState: ...

    @property
    def places(self) -> int:
        """How many jobs the engine takes at once; 0 while it cannot take any."""

    @property
    def resident(self) -> frozenset[str]:
        """Names of the models that are loaded: jobs for these start without a wait."""

    @property
    def unusable(self) -> Mapping[str, str]:
        """Models that this engine tried to load and could not -> why."""

    @property
    def on_state(self) -> list[Callable[[EngineState], None]]:
        """Called after each change of ``state``, and of ``resident`` and ``unusable`` while ready."""

    def most_pixels(self, model: str) -> int | None:
        """The largest width x height that one picture can have here; None while nothing is known against any."""

    def know(self, models: Sequence[ModelInfo]) -> None:
        """These are the models from now on; what is loaded of others leaves when nobody uses it."""

    async def ready(self) -> None:
        """Wait until the engine takes jobs. Raises EngineError when it is closed."""

    def generate(self, job_id: int, generation: Generation, inputs: Sequence[bytes] = ()) -> AsyncIterator[EngineEvent]:
        """Run one job: Started, then Stepped..., then Rendered or Stopped, and the iterator ends.

        ``inputs`` are the bytes of the pictures that ``generation.inputs`` names, as the bot's own PNG files.

        Raises JobFailed when this job cannot be made, EngineDied when the engine ended meanwhile. Closing the
        iterator early cancels the job.
        """

    async def cancel(self, job_id: int) -> None:
        """Ask for the job to stop within one forward; its iterator then ends with Stopped. Unknown ids are ignored."""

    async def start(self) -> None: ...

    async def close(self) -> None: ...
