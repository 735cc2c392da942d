"""The models that are served in the benchmark, each with its device and its engine."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from PIL import Image, ImageChops

from bot.gpu.catalog import starter
from bot.gpu.job import Generation
from bot.gpu.worker import device as devices
from bot.gpu.worker import models
from bot.gpu.worker.executor import Executor
from bot.gpu.worker.knee import Knee
from bot.gpu.worker.studio import Load, Studio
from tests.bench.contenders import Arrival, Contender, Ours
from tests.bench.random_models import build

PREVIEW_SECONDS = 1.5  # as in the bot


class Stage:
    def __init__(
        self, label: str, source: Path, family: str, side: int, steps: int, guidance: float, load: Load = models.load
    ) -> None:
        self.label, self._side, self._steps, self._guidance = label, side, steps, guidance
        self.device = devices.choose("auto", "auto")
        self.ours = Ours(self.device.places)
        self.ours.executor = Executor(self.device.place, Knee(most=self.device.most_rows))
        known = {"model": {"source": str(source), "family": family}}
        self.ours.studio = Studio(self.device, self.ours.executor, known, self.ours.hear, PREVIEW_SECONDS, load)
        self.ours.studio.prepare("model")
        self.ours.loaded.wait()
        resident = self.ours.studio.resident("model")
        assert resident is not None
        self.pipeline: Any = resident.pipeline
        self.pipeline.set_progress_bar_config(disable=True)
        self._step_seconds: dict[bool, float] = {}
        self._fixed_seconds = 0.0

    @classmethod
    def all(cls) -> Iterator[Stage]:
        own = starter()
        yield cls("starter model", own.source, own.family, own.native_size, own.default_steps, own.default_guidance)
        if devices.choose("auto", "auto").place.type == "cuda":
            yield cls("Stable Diffusion 1.5's size, random weights", Path(), "sd1", 512, 20, 5.0, build)
            yield cls("SDXL's size, random weights", Path(), "sdxl", 1024, 20, 5.0, build)

    def describe(self) -> str:
        about = f"{self._side} px, {str(self.device.dtype).removeprefix('torch.')}, torch {torch.__version__}"
        return f"{self.label}, {about}, {self.device.name}, {torch.get_num_threads()} threads"

    def wish(self, prompt: str = "a red apple", **changes: Any) -> Generation:
        values: dict[str, Any] = {
            "model": "model",
            "prompt": prompt,
            "negative_prompt": "",
            "width": self._side,
            "height": self._side,
            "steps": self._steps,
            "guidance": self._guidance,
            "seeds": (1,),
            **changes,
        }
        return Generation(**values)

    def warm_up(self, contenders: Sequence[Contender]) -> None:
        """Caches, threads, the knee, and how long requests take stock alone."""
        for contender in contenders:
            contender.play([Arrival(0.0, self.wish(steps=8, seeds=(n,))) for n in range(8)])
            contender.play([Arrival(0.0, self.wish(steps=8, guidance=1.0, seeds=(n,))) for n in range(8)])
        stock = contenders[0]

        def seconds(steps: int, guidance: float) -> float:
            return min(stock.play([Arrival(0.0, self.wish(steps=steps, guidance=guidance))])[0].done for _ in range(3))

        for guided in (False, True):
            few, many = (seconds(steps, 5.0 if guided else 1.0) for steps in (2, 12))
            self._step_seconds[guided] = (many - few) / 10
            self._fixed_seconds = max(0.0, few - 2 * self._step_seconds[guided])

    def alone_seconds(self, wanted: Generation) -> float:
        return self._fixed_seconds + wanted.steps * self._step_seconds[wanted.guidance > 1]

    def counts(self) -> tuple[int, int]:
        """Forwards and rows so far."""
        return self.ours.executor.counts.forwards, self.ours.executor.counts.rows

    @staticmethod
    def difference(one: bytes, other: bytes) -> int:
        """Largest difference of a colour value, of 255."""
        pictures = [Image.open(io.BytesIO(data)).convert("RGB") for data in (one, other)]
        extremes = ImageChops.difference(*pictures).getextrema()
        return max(high for _, high in extremes)  # type: ignore[misc]
