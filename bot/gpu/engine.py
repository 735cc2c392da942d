"""The Engine protocol: what the queue asks of whatever makes pictures; and the engine that is a child process."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import logging
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, Protocol

from bot.errors import ChannelError, EngineDied, EngineError
from bot.gpu.catalog import ModelInfo
from bot.gpu.channel import Frame
from bot.gpu.child import Child
from bot.gpu.hearing import Run, event_of
from bot.gpu.job import EngineEvent, Generation, Rendered, Started, Stepped, Stopped
from bot.gpu.pace import Pace

log = logging.getLogger(__name__)

WORKER = "bot.gpu.worker.main"
FIRST_DELAY, LONGEST_DELAY = 0.5, 60.0
HEALTHY_SECONDS = 120.0
WATCH_SECONDS = 2.0


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


class ProcessEngine:
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
        environ: Mapping[str, str] | None = None,
    ) -> None:
        """``first_model`` is loaded at start. ``preview_seconds`` is the least time between previews; None: none."""
        self._hello: dict[str, Any] = {
            "type": "hello",
            "models": [
                {"name": m.name, "source": str(m.source), "family": m.family, "problem": m.problem} for m in models
            ],
            "model": first_model,
            "device": device,
            "memory_mode": memory_mode,
            "threads": threads,
            "preview_seconds": preview_seconds,
        }
        self._environ = environ
        self._state = EngineState.STARTING
        self._state_changed = asyncio.Condition()
        self._runs: dict[int, Run] = {}
        self._numbers = itertools.count(1)
        self._pace = Pace()
        self._child: Child | None = None
        self._task: asyncio.Task[None] | None = None
        self._places = 0
        self._loading = False
        self._rendered_in_this_life = 0
        self.device: dict[str, Any] = {}
        self.unusable: dict[str, str] = {}
        self.loaded: str | None = None
        self.restarts = 0
        self.on_state: list[Callable[[EngineState], None]] = []

    # ---- the protocol --------------------------------------------------------------------------------------------

    @property
    def state(self) -> EngineState:
        return self._state

    @property
    def places(self) -> int:
        return self._places if self._state is EngineState.READY and self._child is not None else 0

    @property
    def pid(self) -> int | None:
        """The child's process id while there is one."""
        return self._child.pid if self._child is not None else None

    def seconds_per_unit(self, model: str) -> float | None:
        """Seconds of the device for one unit of Generation.cost; None before the model's first picture."""
        return self._pace.seconds_per_unit(model)

    async def start(self) -> None:
        """Start the child in the background; returns at once."""
        if self._task is None:
            self._task = asyncio.create_task(self._supervise(), name="engine supervisor")

    async def ready(self) -> None:
        async with self._state_changed:
            await self._state_changed.wait_for(lambda: self._state in (EngineState.READY, EngineState.CLOSED))
        if self._state is EngineState.CLOSED:
            raise EngineError("the engine is closed")

    async def generate(self, job_id: int, generation: Generation) -> AsyncIterator[EngineEvent]:
        if self._state is EngineState.CLOSED:
            raise EngineError("the engine is closed")
        run = Run(next(self._numbers), job_id, generation)
        self._runs[run.number] = run
        if self._state is EngineState.READY:
            self._dispatch(run)
        try:
            while True:
                event = await run.events.get()
                if isinstance(event, EngineError):
                    raise event
                yield event
                if isinstance(event, Rendered | Stopped):
                    return
        finally:
            self._forget(run)

    async def cancel(self, job_id: int) -> None:
        for run in [run for run in self._runs.values() if run.job_id == job_id]:
            if run.sent:
                self._send({"type": "cancel", "job": run.number})
            if not run.started:  # the child may be busy loading; nobody has to wait for that
                self._finish(run, Stopped())

    async def close(self) -> None:
        """End the child; open iterators raise EngineDied."""
        await self._enter(EngineState.CLOSED)
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
        for run in list(self._runs.values()):
            self._finish(run, EngineDied("the engine was closed"))

    # ---- runs ----------------------------------------------------------------------------------------------------

    def _dispatch(self, run: Run) -> None:
        run.sent = True
        self._pace.started(run.number, run.generation.model, time.monotonic())
        self._send({"type": "generate", "job": run.number, "generation": run.generation.to_json()})

    def _finish(self, run: Run, event: EngineEvent | EngineError) -> None:
        self._runs.pop(run.number, None)
        self._pace.ended(run.number)
        run.events.put_nowait(event)

    def _forget(self, run: Run) -> None:
        """The iterator is over, maybe before its time."""
        if self._runs.pop(run.number, None) is not None and run.sent:
            self._pace.ended(run.number)
            self._send({"type": "cancel", "job": run.number})

    def _send(self, header: Mapping[str, Any]) -> None:
        if self._child is not None:
            self._child.channel.send(header)

    # ---- the child's life ----------------------------------------------------------------------------------------

    async def _supervise(self) -> None:
        delay = FIRST_DELAY
        while True:
            born = time.monotonic()
            self._rendered_in_this_life = 0
            reason = await self._one_life()
            if self._rendered_in_this_life or time.monotonic() - born > HEALTHY_SECONDS:
                delay = FIRST_DELAY
            log.error("the engine ended (%s); it starts again in %.1f s", reason, delay)
            self.restarts += 1
            await self._enter(EngineState.RESTARTING)
            for run in [run for run in self._runs.values() if run.sent]:
                self._finish(run, EngineDied(f"the engine ended ({reason})"))
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
        self._loading = True
        try:
            child.channel.send(self._hello)
            while (frame := await child.channel.receive()) is not None:
                await self._hear(frame)
        except (ChannelError, KeyError, ValueError, TypeError) as error:
            reason = f"it sent what cannot be read: {error}"
            child.kill()
        finally:
            watch.cancel()
            self._child, self.loaded = None, None
            self._pace.forget_running()
            code = await child.end()
        return reason or (f"signal {-code}" if code < 0 else f"exit code {code}")

    async def _watch(self, child: Child) -> None:
        while True:
            await asyncio.sleep(WATCH_SECONDS)
            now = time.monotonic()
            if self._loading:
                self._pace.exempt(now)
            elif self._pace.overdue(now):
                log.error("the engine makes no progress and is ended")
                child.kill()
                return

    async def _enter(self, state: EngineState) -> None:
        if self._state is state or self._state is EngineState.CLOSED:
            return
        async with self._state_changed:
            self._state = state
            self._state_changed.notify_all()
        for tell in self.on_state:
            tell(state)

    # ---- what the child says -------------------------------------------------------------------------------------

    async def _hear(self, frame: Frame) -> None:
        header = frame.header
        if frame.kind == "ready":
            self.device, self._places = dict(header["device"]), int(header["places"])
        elif frame.kind == "loading":
            self._loading = True
        elif frame.kind in ("loaded", "unusable"):
            await self._model_settled(header)
        elif (run := self._runs.get(header.get("job", 0))) is not None:
            self._pace.waited([other.number for other in self._runs.values() if not other.started], time.monotonic())
            self._hear_of(run, frame)

    async def _model_settled(self, header: Mapping[str, Any]) -> None:
        self._loading = False
        model = str(header["model"])
        if header["type"] == "loaded":
            self.loaded = model
            self.unusable.pop(model, None)
        else:
            self.loaded = None
            self.unusable[model] = str(header["message"])
        if self._state is not EngineState.READY:
            log.info("the engine is ready: %s, %s mode", self.device.get("name"), self.device.get("memory_mode"))
            await self._enter(EngineState.READY)
            for run in [run for run in self._runs.values() if not run.sent]:
                self._dispatch(run)

    def _hear_of(self, run: Run, frame: Frame) -> None:
        event, now = event_of(frame), time.monotonic()
        if isinstance(event, Started):
            run.started = True
            self._pace.started(run.number, run.generation.model, now)
        elif isinstance(event, Stepped):
            self._pace.progressed(run.number, now)
        else:
            if isinstance(event, Rendered):
                self._rendered_in_this_life += 1
                seconds = float(frame.header.get("device_seconds", 0))
                self._pace.measured(run.generation.model, run.generation.cost, seconds)
            self._finish(run, event)
            return
        run.events.put_nowait(event)
