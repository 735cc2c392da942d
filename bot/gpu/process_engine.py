"""The engine that is a child process on this machine, with its supervisor."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.children.child import Child
from bot.errors import ChannelError
from bot.gpu.catalog import ModelInfo
from bot.gpu.engine import EngineState
from bot.gpu.framed import FramedEngine, frames_of
from bot.gpu.learnt import Learnt

log = logging.getLogger(__name__)

WORKER = "bot.gpu.worker.main"
FIRST_DELAY, LONGEST_DELAY = 0.5, 60.0
HEALTHY_SECONDS = 120.0
WATCH_SECONDS = 2.0


def hello(
    models: Sequence[ModelInfo],
    first_model: str,
    device: str = "auto",
    memory_mode: str = "auto",
    threads: int = 0,
    preview_seconds: float | None = 1.5,
    extras: Path | None = None,
    precision: str = "float32",
    safety_checker: str = "",
) -> dict[str, Any]:
    """The frame that begins the life of an engine process. ``extras`` is the folder with LoRAs and embeddings."""
    return {
        "type": "hello",
        "models": frames_of(models),
        "model": first_model,
        "device": device,
        "memory_mode": memory_mode,
        "threads": threads,
        "preview_seconds": preview_seconds,
        "extras": None if extras is None else str(extras),
        "precision": precision,
        "safety_checker": safety_checker,
    }


class ProcessEngine(FramedEngine):
    """The engine in a child process, started again with growing delays whenever it ends."""

    def __init__(
        self,
        models: Sequence[ModelInfo],
        *,
        first_model: str,
        device: str = "auto",
        memory_mode: str = "auto",
        threads: int = 0,
        preview_seconds: float | None = 1.5,
        extras: Path | None = None,
        precision: str = "float32",
        environ: Mapping[str, str] | None = None,
        learnt: Learnt | None = None,
        safety_checker: str = "",
    ) -> None:
        """``first_model`` is loaded at start. ``preview_seconds`` is the least time between previews; None: none.
        ``safety_checker`` is the folder of one for models that bring none."""
        super().__init__("this machine" if device == "auto" else f"this machine, {device}", learnt)
        self._hello = hello(
            models, first_model, device, memory_mode, threads, preview_seconds, extras, precision, safety_checker
        )
        self._environ = environ
        self._child: Child | None = None
        self._task: asyncio.Task[None] | None = None
        self.restarts = 0

    @property
    def name(self) -> str:
        place = self.device.get("place")
        return f"this machine, {place}" if place else self._name

    @property
    def pid(self) -> int | None:
        """The child's process id while there is one."""
        return self._child.pid if self._child is not None else None

    async def start(self) -> None:
        """Start the child in the background; returns at once."""
        if self._task is None:
            self._task = asyncio.create_task(self._supervise(), name="engine supervisor")

    async def close(self) -> None:
        """End the child; open iterators raise EngineDied."""
        await self._enter(EngineState.CLOSED)
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
        await super().close()

    def know(self, models: Sequence[ModelInfo]) -> None:
        self._hello["models"] = frames_of(models)
        super().know(models)

    def _send(self, header: Mapping[str, Any], blobs: Sequence[bytes] = ()) -> None:
        if self._child is not None:
            self._child.channel.send(header, blobs)

    def _connected(self) -> bool:
        return self._child is not None

    # ---- the child's life ----------------------------------------------------------------------------------------

    async def _supervise(self) -> None:
        delay = FIRST_DELAY
        while True:
            born = time.monotonic()
            self._begin_life()
            reason = await self._one_life()
            if self._rendered_in_this_life or time.monotonic() - born > HEALTHY_SECONDS:
                delay = FIRST_DELAY
            log.error("the engine (%s) ended (%s); it starts again in %.1f s", self.name, reason, delay)
            self.restarts += 1
            await self._enter(EngineState.RESTARTING)
            self._end_life(reason)
            await asyncio.sleep(delay)
            delay = min(2 * delay, LONGEST_DELAY)

    async def _one_life(self) -> str:
        """Start a child and serve it until it ends. Returns why it ended."""
        try:
            child = self._child = await Child.start(WORKER, "engine", self._environ)
        except OSError as error:
            return f"it cannot be started: {error}"
        watch = asyncio.create_task(self._watch(child), name="engine watch")
        reason = ""
        try:
            child.channel.send({**self._hello, "learnt": self._learnt.all() if self._learnt else {}})
            while (frame := await child.channel.receive()) is not None:
                await self._hear(frame)
        except (ChannelError, KeyError, ValueError, TypeError) as error:
            reason = f"it sent what cannot be read: {error}"
            child.kill()
        finally:
            watch.cancel()
            self._child = None
            code = await child.end()
        return reason or (f"signal {-code}" if code < 0 else f"exit code {code}")

    async def _watch(self, child: Child) -> None:
        while True:
            await asyncio.sleep(WATCH_SECONDS)
            if self._overdue():
                log.error("the engine (%s) makes no progress and is ended", self.name)
                child.kill()
                return

    async def _enter(self, state: EngineState) -> None:
        if state is EngineState.READY is not self._state:
            log.info("the engine is ready: %s, %s mode", self.device.get("name"), self.device.get("memory_mode"))
        await super()._enter(state)
