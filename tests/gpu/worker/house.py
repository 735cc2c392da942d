"""A studio in this process: jobs in, frames out, with models that a test makes."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from PIL import Image, ImageChops

from bot.errors import ModelUnusable
from bot.gpu.job import Generation
from bot.gpu.worker.checking import of_pipeline
from bot.gpu.worker.device import Device
from bot.gpu.worker.executor import Executor
from bot.gpu.worker.knee import Knee
from bot.gpu.worker.models import Resident
from bot.gpu.worker.studio import Studio

Make = Callable[[], Any]


@dataclass(frozen=True)
class Shelfful(Device):
    """A processor with room for so many bytes of models; every model counts 10."""

    room: int = 1000
    halves: bool = False
    offloads: bool = False

    @property
    def may_offload(self) -> bool:
        return self.offloads

    @property
    def model_bytes(self) -> int:
        return self.room

    @property
    def may_halve(self) -> bool:
        return self.halves


class House:
    def __init__(
        self,
        makers: Mapping[str, Make],
        extras: Path | None = None,
        adapters: Mapping[str, tuple[Path, Path]] | None = None,
        safety_checker: str = "",
        **device: Any,
    ) -> None:
        """``makers`` build the pipelines, when they are loaded; one may raise what loading may raise. ``extras`` is the
        folder with LoRAs, ``adapters`` are files and image encoders of models that look at pictures."""
        self._makers, self._changed = makers, threading.Condition()
        self.frames: list[tuple[dict[str, Any], tuple[bytes, ...]]] = []
        self.device = Shelfful(**{"place": torch.device("cpu"), "mode": "cpu", "name": "test", **device})
        self.faults: list[BaseException] = []
        self.executor = Executor(self.device.place, Knee(start=16), self.faults.append)
        given = {name: [str(path) for path in paths] for name, paths in (adapters or {}).items()}
        known = {name: {"source": "/nowhere", "family": "sd1", "adapter": given.get(name)} for name in makers}
        self.studio = Studio(self.device, self.executor, known, self._hear, None, self._load, extras, safety_checker)

    def close(self) -> None:
        self.executor.close()

    def _load(self, name: str, source: Path, family: str, device: Device) -> Resident:
        pipeline = self._makers[name]()
        return Resident(name, pipeline, None, 0.0, 10, checker=of_pipeline(pipeline))

    def _hear(self, header: Mapping[str, Any], blobs: Sequence[bytes] = ()) -> None:
        with self._changed:
            self.frames.append((dict(header), tuple(blobs)))
            self._changed.notify_all()

    def until(self, kind: str, **like: Any) -> dict[str, Any]:
        """The first frame of this kind and these values."""

        def found() -> dict[str, Any] | None:
            for header, _ in self.frames:
                if header["type"] == kind and all(header.get(key) == value for key, value in like.items()):
                    return header
            return None

        with self._changed:
            assert self._changed.wait_for(lambda: found() is not None, 30), (kind, like, self.kinds())
            return found() or {}

    def kinds(self) -> list[str]:
        return [header["type"] for header, _ in self.frames if header["type"] != "stepped"]

    def draw(self, job: int, generation: Generation) -> tuple[dict[str, Any], tuple[bytes, ...]]:
        """The frame that ends the job, with its pictures."""
        self.studio.take(job, generation)
        return self.end_of(job)

    def end_of(self, job: int) -> tuple[dict[str, Any], tuple[bytes, ...]]:
        ends = ("rendered", "failed", "stopped")

        def end() -> tuple[dict[str, Any], tuple[bytes, ...]] | None:
            found = (frame for frame in self.frames if frame[0].get("job") == job and frame[0]["type"] in ends)
            return next(found, None)

        with self._changed:
            assert self._changed.wait_for(lambda: end() is not None, 30), self.kinds()
            frame = end()
            assert frame is not None
            return frame


def cannot_load(sentence: str) -> Make:
    def make() -> Any:
        raise ModelUnusable(sentence)

    return make


def furthest_apart(one: bytes, other: bytes) -> int:
    """The largest difference of 255 between two PNG files."""
    pictures = [Image.open(io.BytesIO(png)).convert("RGB") for png in (one, other)]
    return max(int(high) for _, high in ImageChops.difference(*pictures).getextrema())  # type: ignore[misc]
