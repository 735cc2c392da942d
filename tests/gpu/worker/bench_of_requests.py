"""Runs requests through the executor, alone or surely together, and the same through stock diffusers."""

from __future__ import annotations

import copy
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import torch

from bot.gpu.job import Generation
from bot.gpu.worker import recipes
from bot.gpu.worker.executor import Executor
from bot.gpu.worker.knee import Knee
from bot.gpu.worker.ticket import Ticket
from bot.gpu.worker.wardrobe import Wardrobe
from tests.tiny_models import NATIVE


def wish(prompt: str = "a red apple", **changes: Any) -> Generation:
    values: dict[str, Any] = {
        "model": "tiny",
        "prompt": prompt,
        "negative_prompt": "",
        "width": NATIVE,
        "height": NATIVE,
        "steps": 6,
        "guidance": 5.0,
        "seeds": (1,),
        **changes,
    }
    return Generation(**values)


def difference(a: torch.Tensor, b: torch.Tensor) -> float:
    """max |a - b| / max |b|"""
    return float((a - b).abs().max() / b.abs().max())


class Bench:
    """An executor over one pipeline, with merging from the first forward on. ``extras`` is the folder with LoRAs."""

    def __init__(self, pipeline: Any, rows: int = 16, extras: Path | None = None) -> None:
        self.pipeline, self.extras = pipeline, extras
        self.wardrobe = Wardrobe(pipeline)
        self.executor = Executor(torch.device("cpu"), Knee(start=rows, most=rows))
        self._pool = ThreadPoolExecutor(12)

    def close(self) -> None:
        self.executor.close()
        self._pool.shutdown()

    def stock(self, wanted: Generation, output_type: str = "latent") -> Any:
        """What diffusers itself makes of it."""
        pipeline = copy.copy(self.pipeline)
        pipeline.__dict__ = dict(self.pipeline.__dict__)
        pipeline.__dict__["scheduler"] = recipes.scheduler_for(self.pipeline, wanted.sampler)
        return pipeline(**recipes.call_arguments(pipeline, wanted) | {"output_type": output_type}).images

    def begin(
        self,
        wanted: Generation,
        ticket: Ticket | None = None,
        output_type: str = "latent",
        watch: Callable[..., None] | None = None,
    ) -> Future[Any]:
        mine = ticket or Ticket()
        if self.extras is not None:
            with self.executor.preparation:
                mine.outfit = self.wardrobe.outfit(wanted, self.extras)

        def work() -> Any:
            states = recipes.states_of(wanted)
            pipeline = recipes.request_pipeline(
                self.pipeline, self.executor, mine, wanted.sampler, watch, states=states
            )
            with self.executor.request(mine):
                return pipeline(**recipes.call_arguments(pipeline, wanted) | {"output_type": output_type}).images

        return self._pool.submit(work)

    def alone(self, wanted: Generation, output_type: str = "latent") -> Any:
        return self.begin(wanted, output_type=output_type).result(60)

    def together(self, wishes: Sequence[Generation]) -> list[Any]:
        """All at once: the forward thread is held until each has its first call waiting."""
        with Held(self.executor) as held:
            futures = [self.begin(wanted) for wanted in wishes]
            held.until_waiting(len(wishes))
        return [future.result(60) for future in futures]


class Held:
    """The forward thread, busy until the block ends."""

    def __init__(self, executor: Executor) -> None:
        self._executor, self._free, self._begun = executor, threading.Event(), threading.Event()

    def __enter__(self) -> Held:
        def block() -> None:
            self._begun.set()
            self._free.wait(60)

        self._thread = threading.Thread(target=self._executor.run, args=(Ticket(), block))
        self._thread.start()
        assert self._begun.wait(10)
        return self

    def until_waiting(self, calls: int) -> None:
        pause = threading.Event()
        for _ in range(2000):
            if len(self._executor._waiting) >= calls:
                return
            pause.wait(0.005)
        raise AssertionError("the calls did not come")

    def __exit__(self, *_: object) -> None:
        self._free.set()
        self._thread.join()
