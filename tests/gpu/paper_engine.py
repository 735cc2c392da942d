"""An engine of paper: honest to the protocol, needs no torch, and does as it is told.

Its pictures are real PNG files of one colour, at the size that was asked for. It can be held (``hold`` and
``release``), told by prompt to fail, die, hang or break, killed, and closed.
"""

from __future__ import annotations

import asyncio
import hashlib
import io
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from enum import Enum, auto

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bot.errors import EngineDied, EngineError, JobFailed
from bot.gpu.catalog import ModelInfo
from bot.gpu.engine import EngineState
from bot.gpu.job import EngineEvent, Generation, Rendered, Started, Stepped, Stopped


class Trick(Enum):
    FAIL = auto()  # JobFailed
    DIE = auto()  # the whole engine dies under it
    HANG = auto()  # no step after the first until cancelled or killed
    BREAK = auto()  # an error that no engine should raise
    VANISH = auto()  # Stopped although nobody asked


class PaperEngine:
    def __init__(
        self,
        places: int = 2,
        *,
        tricks: Mapping[str, Sequence[Trick]] | None = None,
        step_seconds: float = 0.0,
        ready: bool = True,
        restarts: bool = True,
        name: str = "paper",
        flagged: Mapping[str, Sequence[bool]] | None = None,
        previews: bool = False,
    ) -> None:
        """``tricks`` names, by prompt, what befalls each attempt; attempts beyond them go well. ``flagged`` is what a
        safety check says of the pictures of a prompt, and of others that they pass; without it there is none."""
        self._flagged, self._previews = flagged, previews
        self.name = name
        self.resident: frozenset[str] = frozenset()
        self.unusable: dict[str, str] = {}
        self.pixels: dict[str, int] = {}
        self.known: list[str] = []
        self.on_state: list[Callable[[EngineState], None]] = []
        self._places = places
        self._tricks = {prompt: list(tricks_) for prompt, tricks_ in (tricks or {}).items()}
        self._step_seconds = step_seconds
        self._restarts = restarts
        self._state = EngineState.STARTING
        self._ready = asyncio.Event()
        self._going = asyncio.Event()
        self._going.set()
        self._moved = asyncio.Condition()
        self._lives = 0
        self._cancelled: set[int] = set()
        self.running: dict[int, Generation] = {}
        self.most_at_once = 0
        self.started: list[int] = []  # job ids, in order, an entry an attempt
        self.company: list[frozenset[int]] = []  # what ran, itself included, when each attempt started
        self.rendered: Counter[int] = Counter()
        if ready:
            self.become_ready()

    # ---- the protocol

    @property
    def state(self) -> EngineState:
        return self._state

    @property
    def places(self) -> int:
        return self._places if self._state is EngineState.READY else 0

    def most_pixels(self, model: str) -> int | None:
        return self.pixels.get(model)

    def know(self, models: Sequence[ModelInfo]) -> None:
        self.known = [model.name for model in models]

    async def ready(self) -> None:
        if self._state is EngineState.CLOSED:
            raise EngineError("closed")
        await self._ready.wait()

    async def start(self) -> None:
        self.become_ready()

    async def close(self) -> None:
        await self._end_life(EngineState.CLOSED)

    async def cancel(self, job_id: int) -> None:
        if job_id in self.running:
            self._cancelled.add(job_id)
            await self._notify()

    async def generate(
        self, job_id: int, generation: Generation, inputs: Sequence[bytes] = ()
    ) -> AsyncIterator[EngineEvent]:
        if tuple(hashlib.sha256(picture).hexdigest() for picture in inputs) != generation.inputs:
            raise AssertionError(f"job {job_id} was not given the pictures that it starts from")
        if self._state is not EngineState.READY:
            raise EngineDied("not running")
        if len(self.running) >= self._places or job_id in self.running:
            raise AssertionError(f"job {job_id} was given to an engine without a place for it")
        life = self._lives
        tricks = self._tricks.get(generation.prompt)
        trick = tricks.pop(0) if tricks else None
        self.running[job_id] = generation
        self.most_at_once = max(self.most_at_once, len(self.running))
        self.started.append(job_id)
        self.company.append(frozenset(self.running))
        try:
            yield Started()
            for step in range(1, generation.steps - generation.skipped + 1):
                await self._one_step(job_id, life, hang=trick is Trick.HANG and step > 1)
                if trick is Trick.FAIL:
                    raise JobFailed("paper", "The paper is too thin for that.")
                if trick is Trick.BREAK:
                    raise RuntimeError("torn")
                if trick is Trick.DIE:
                    await self.die()
                    raise EngineDied("told to")
                if job_id in self._cancelled or trick is Trick.VANISH:
                    yield Stopped()
                    return
                preview = paint(generation, 0) if self._previews else None
                yield Stepped(step, generation.steps, preview)
            self.rendered[job_id] += 1
            count = len(generation.seeds)
            flags = () if self._flagged is None else self._flagged.get(generation.prompt, [False] * count)
            yield Rendered(tuple(paint(generation, index) for index in range(count)), flagged=tuple(flags))
        finally:
            self._cancelled.discard(job_id)
            self.running.pop(job_id, None)

    async def _one_step(self, job_id: int, life: int, *, hang: bool) -> None:
        await asyncio.sleep(self._step_seconds)

        def may_go() -> bool:
            return life != self._lives or job_id in self._cancelled or (self._going.is_set() and not hang)

        async with self._moved:
            await self._moved.wait_for(may_go)
        if life != self._lives:
            raise EngineDied("the engine ended")

    # ---- strings to pull

    def become_ready(self) -> None:
        self._state = EngineState.READY
        self._ready.set()
        self._say()

    def load(self, *models: str) -> None:
        """These models, and no others, are resident now."""
        self.resident = frozenset(models)
        self._say()

    def hold(self) -> None:
        """No job takes another step until ``release``."""
        self._going.clear()

    async def release(self) -> None:
        self._going.set()
        await self._notify()

    async def die(self) -> None:
        """All that runs raises EngineDied; then it is restarted, or waits for ``become_ready``."""
        await self._end_life(EngineState.RESTARTING)
        if self._restarts:
            asyncio.get_running_loop().call_later(0.001, self._restart)

    def grow(self, places: int) -> None:
        self._places = places

    def _restart(self) -> None:
        if self._state is EngineState.RESTARTING:
            self.become_ready()

    async def _end_life(self, state: EngineState) -> None:
        self._lives += 1
        self._state = state
        self._ready.clear()
        if state is EngineState.CLOSED:
            self._ready.set()
        self._say()
        await self._notify()

    def _say(self) -> None:
        for tell in list(self.on_state):
            tell(self._state)

    async def _notify(self) -> None:
        async with self._moved:
            self._moved.notify_all()


def paint(generation: Generation, index: int) -> bytes:
    """The PNG file of one picture: a colour that the seed chooses, with its text chunks."""
    seed = generation.seeds[index]
    chunks = PngInfo()
    for key, text in (generation.texts[index] if generation.texts else {}).items():
        chunks.add_itxt(key, text)
    colour = (seed * 73 % 256, seed * 151 % 256, seed * 199 % 256)
    file = io.BytesIO()
    Image.new("RGB", (generation.width, generation.height), colour).save(file, "PNG", pnginfo=chunks)
    return file.getvalue()
