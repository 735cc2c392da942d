"""The bot's half of an engine that is somewhere else: jobs go out as frames, their iterators get what comes back.

Who carries the frames, and when the other half ends, is the subclass's affair.
"""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from typing import Any

from bot.children.channel import Frame
from bot.errors import EngineDied, EngineError
from bot.gpu.catalog import ModelInfo
from bot.gpu.engine import EngineState
from bot.gpu.hearing import Run, event_of
from bot.gpu.job import EngineEvent, Generation, Rendered, Started, Stepped, Stopped
from bot.gpu.learnt import Learnt
from bot.gpu.pace import Pace


def frames_of(models: Sequence[ModelInfo]) -> list[dict[str, Any]]:
    """What an engine is told of each model."""
    return [
        {
            "name": model.name,
            "source": str(model.source),
            "family": model.family,
            "problem": model.problem,
            "adapter": [str(path) for path in model.adapter] if model.adapter else None,
        }
        for model in models
    ]


REFUSED_SECONDS = 3600.0  # other programs may have given memory back since


class FramedEngine:
    """Implements the Engine protocol over ``_send`` and ``_hear``."""

    def __init__(self, name: str, learnt: Learnt | None = None) -> None:
        self._name = name
        self._learnt = learnt
        self._state = EngineState.STARTING
        self._state_changed = asyncio.Condition()
        self._runs: dict[int, Run] = {}
        self._numbers = itertools.count(1)
        self._pace = Pace()
        self._places = 0
        self._loading: set[str] = set()
        self._rendered_in_this_life = 0
        self._fits: dict[str, int] = {}  # model -> more pixels than these can surely not be drawn
        self._refused: dict[str, tuple[int, float]] = {}  # model -> the most pixels after a refusal, and when
        self.resident: frozenset[str] = frozenset()
        self.device: dict[str, Any] = {}
        self.unusable: dict[str, str] = {}
        self.on_state: list[Callable[[EngineState], None]] = []

    # ---- the protocol --------------------------------------------------------------------------------------------

    @property
    def name(self) -> str:
        return self._name

    @property
    def state(self) -> EngineState:
        return self._state

    @property
    def places(self) -> int:
        return self._places if self._state is EngineState.READY and self._connected() else 0

    def most_pixels(self, model: str) -> int | None:
        pixels, since = self._refused.get(model, (0, 0.0))
        known = [pixels] if pixels and time.monotonic() - since < REFUSED_SECONDS else []
        return min([*known, *([self._fits[model]] if model in self._fits else [])], default=None)

    def know(self, models: Sequence[ModelInfo]) -> None:
        """A model that could not be loaded may be another one by now."""
        self.unusable.clear()
        self._send({"type": "models", "models": frames_of(models)})

    async def ready(self) -> None:
        async with self._state_changed:
            await self._state_changed.wait_for(lambda: self._state in (EngineState.READY, EngineState.CLOSED))
        if self._state is EngineState.CLOSED:
            raise EngineError("the engine is closed")

    async def generate(
        self, job_id: int, generation: Generation, inputs: Sequence[bytes] = ()
    ) -> AsyncIterator[EngineEvent]:
        if self._state is EngineState.CLOSED:
            raise EngineError("the engine is closed")
        run = Run(next(self._numbers), job_id, generation, tuple(inputs))
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
        """Open iterators raise EngineDied."""
        await self._enter(EngineState.CLOSED)
        for run in list(self._runs.values()):
            self._finish(run, EngineDied("the engine was closed"))

    # ---- for the subclass ----------------------------------------------------------------------------------------

    def _send(self, header: Mapping[str, Any], blobs: Sequence[bytes] = ()) -> None:
        """Frames to the other half; without one they are dropped."""
        raise NotImplementedError

    def _connected(self) -> bool:
        """True while there is another half."""
        raise NotImplementedError

    def _begin_life(self) -> None:
        self._rendered_in_this_life = 0

    def _end_life(self, reason: str) -> None:
        """The other half ended: what it held raises EngineDied."""
        self.resident = frozenset()
        self._refused.clear()
        self._loading.clear()
        self._pace.forget_running()
        for run in [run for run in self._runs.values() if run.sent]:
            self._finish(run, EngineDied(f"the engine ended ({reason})"))

    def _overdue(self) -> bool:
        """True when a job has been silent for longer than anything explains."""
        now = time.monotonic()
        self._pace.exempt(self._loading, now)
        return self._pace.overdue(now)

    async def _enter(self, state: EngineState) -> None:
        if self._state is state or self._state is EngineState.CLOSED:
            return
        async with self._state_changed:
            self._state = state
            self._state_changed.notify_all()
        self._tell()

    async def _hear(self, frame: Frame) -> None:
        """Raises ChannelError, KeyError, ValueError or TypeError for what cannot be understood."""
        header = frame.header
        if frame.kind in ("ready", "fits"):
            self._fits = {str(model): int(pixels) for model, pixels in dict(header.get("fits", {})).items()}
        if frame.kind == "ready":
            self.device, self._places = dict(header["device"]), int(header["places"])
            self._name = str(header.get("name", self._name))
        elif frame.kind in ("loading", "loaded", "unusable", "resident"):
            await self._hear_of_model(header)
        elif frame.kind == "learnt":
            if self._learnt is not None:
                self._learnt.keep(str(header["device"]), list(header["knee"]))
        elif (run := self._runs.get(header.get("job", 0))) is not None:
            self._pace.waited([other.number for other in self._runs.values() if not other.started], time.monotonic())
            self._hear_of_job(run, frame)

    # ---- runs ----------------------------------------------------------------------------------------------------

    def _dispatch(self, run: Run) -> None:
        run.sent = True
        self._pace.started(run.number, run.generation.model, time.monotonic())
        self._send({"type": "generate", "job": run.number, "generation": run.generation.to_json()}, run.inputs)

    def _finish(self, run: Run, event: EngineEvent | EngineError) -> None:
        self._runs.pop(run.number, None)
        self._pace.ended(run.number)
        run.events.put_nowait(event)

    def _forget(self, run: Run) -> None:
        """The iterator is over, maybe before its time."""
        if self._runs.pop(run.number, None) is not None and run.sent:
            self._pace.ended(run.number)
            self._send({"type": "cancel", "job": run.number})

    # ---- what the other half says --------------------------------------------------------------------------------

    async def _hear_of_model(self, header: Mapping[str, Any]) -> None:
        model, kind = str(header["model"]), header["type"]
        before = (self.resident, dict(self.unusable))
        self.resident = frozenset(map(str, header["resident"]))
        if kind == "loading":
            self._loading.add(model)
        else:
            self._loading.discard(model)
        if kind == "loaded":
            self.unusable.pop(model, None)
        elif kind == "unusable":
            self.unusable[model] = str(header["message"])
        if self._state is EngineState.READY:
            if before != (self.resident, self.unusable):
                self._tell()
        elif kind in ("loaded", "unusable"):
            await self._enter(EngineState.READY)
            for run in [run for run in self._runs.values() if not run.sent]:
                self._dispatch(run)

    def _hear_of_job(self, run: Run, frame: Frame) -> None:
        event, now = event_of(frame), time.monotonic()
        if isinstance(event, Started):
            run.started = True
            self._pace.started(run.number, run.generation.model, now)
        elif isinstance(event, Stepped):
            self._pace.progressed(run.number, now)
        else:
            if isinstance(event, Rendered):
                self._rendered_in_this_life += 1
            elif pixels := int(frame.header.get("most_pixels", 0)):
                self._refused[run.generation.model] = pixels, now
            self._finish(run, event)
            return
        run.events.put_nowait(event)

    def _tell(self) -> None:
        for tell in list(self.on_state):
            tell(self._state)
