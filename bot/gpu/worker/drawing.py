"""One job from its words to its pictures, in a request thread; what went wrong becomes a clear failure."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image

from bot.errors import JobFailed
from bot.gpu.job import Generation, Mode
from bot.gpu.worker import finish, models, prompts, recipes, start, upscale
from bot.gpu.worker.checking import Named
from bot.gpu.worker.device import out_of_memory
from bot.gpu.worker.executor import Executor
from bot.gpu.worker.finish import NotFinite
from bot.gpu.worker.ladder import Ladder
from bot.gpu.worker.modes import UPSCALER
from bot.gpu.worker.peak import Peaks
from bot.gpu.worker.reporter import Reporter, Send
from bot.gpu.worker.ticket import Cancelled, NoMemory, NoMemoryToRead, Ticket
from bot.gpu.worker.upscale import Arguments
from bot.watermark import codec

log = logging.getLogger(__name__)

AGAIN_ALONE = "The picture fell apart the first time and was drawn again by itself."
FELL_APART = (
    "The picture fell apart while it was drawn: these settings do not work with this model. "
    "Another sampler or a lower guidance usually helps."
)

Share = tuple[int, int | None]
"""For a grid's cell: steps that were made for others, and how many there are in all."""
Outcome = tuple[dict[str, Any], tuple[bytes, ...]]


@dataclass(eq=False, slots=True)
class Task:
    job: int
    generation: Generation
    inputs: tuple[bytes, ...] = ()
    ticket: Ticket = field(default_factory=Ticket)


class Drawing:
    """``extras`` is the folder with LoRAs and textual inversions, ``named`` the safety checker for models that bring
    none."""

    def __init__(
        self,
        executor: Executor,
        send: Send,
        preview_seconds: float | None,
        peaks: Peaks,
        named: Named,
        extras: Path | None = None,
    ) -> None:
        self._executor, self._send, self._preview_seconds, self._extras = executor, send, preview_seconds, extras
        self._peaks, self._named = peaks, named
        self._lock = threading.Lock()
        self._fitted: dict[str, int] = {}  # model -> pixels of its largest picture so far

    def outcome(self, task: Task, resident: models.Resident, ladder: Ladder) -> Outcome:
        """The frame that ends the job. Raises OSError when the bot is gone."""
        job = task.job
        try:
            with self._peaks.watching(task.generation):
                return self._draw(task, resident, ladder)
        except Cancelled:
            return {"type": "stopped", "job": job}, ()
        except JobFailed as error:
            return {"type": "failed", "job": job, "code": error.code, "message": str(error)}, ()
        except NotFinite:
            return {"type": "failed", "job": job, "code": "not-finite", "message": FELL_APART}, ()
        except NoMemoryToRead:
            message = (
                f"The text encoder of “{task.generation.model}” does not fit into the memory here, so no prompt can be "
                "read, whatever the size of the picture. A smaller model would do."
            )
            return {"type": "failed", "job": job, "code": "memory", "message": message}, ()
        except NoMemory:
            return self._too_large(task), ()
        except OSError:
            raise
        except Exception as error:
            if out_of_memory(error):
                return self._too_large(task), ()
            self._executor.failed(error)
            log.exception("job %d failed", job)
            message = f"The picture could not be drawn ({type(error).__name__})."
            return {"type": "failed", "job": job, "code": "error", "message": message}, ()

    def _draw(self, task: Task, resident: models.Resident, ladder: Ladder) -> Outcome:
        generation, ticket = task.generation, task.ticket
        begun = time.perf_counter()
        ticket.model = resident.name
        self._send({"type": "started", "job": task.job}, ())
        if generation.mode is Mode.DESCRIBE:
            return self._described(task, resident), ()
        cells = generation.cells or (generation,)
        steps = [cell.steps - cell.skipped for cell in cells]
        images: list[Image.Image] = []
        if generation.cells:
            ticket.calls = len(cells)
        for number, cell in enumerate(cells):
            share = (sum(steps[:number]), sum(steps)) if generation.cells else (0, None)
            output = self._twice(task, cell, resident, ladder, share)
            images += start.pasted(output.images, cell, task.inputs)
        with self._lock:
            pixels = generation.pixels
            self._fitted[generation.model] = max(pixels, self._fitted.get(generation.model, 0))
        flagged = self._checked(resident, images, ticket)
        if generation.watermark:  # last: what was drawn is compared and checked without it
            images = [codec.marked(image) for image in images]
        texts = generation.texts or ({},) * len(images)
        pictures = tuple(finish.png(image, chunk) for image, chunk in zip(images, texts, strict=True))
        header = {
            "type": "rendered",
            "job": task.job,
            "notes": list(ticket.notes),
            "flagged": list(flagged),
            "seconds": time.perf_counter() - begun,
            "together": ticket.most_together,
        }
        return header, pictures

    def _described(self, task: Task, resident: models.Resident) -> dict[str, Any]:
        """The words are the first note."""
        if len(task.inputs) != 1:
            raise JobFailed("input", "The picture that it should describe did not reach the engine.")
        begun, most = time.perf_counter(), task.generation.steps

        def told(count: int) -> None:
            self._send({"type": "stepped", "job": task.job, "step": min(count, most), "steps": most}, ())

        words = resident.pipeline.describe(task.inputs[0], most, task.ticket, told)
        seconds = time.perf_counter() - begun
        return {"type": "rendered", "job": task.job, "notes": [words], "seconds": seconds, "together": 1}

    def _twice(
        self, task: Task, generation: Generation, resident: models.Resident, ladder: Ladder, share: Share
    ) -> Any:
        """A picture that falls apart in company is tried once more by itself."""
        ticket = task.ticket
        try:
            return self._attempt(task, generation, resident, ladder, share)
        except NotFinite:
            ticket.alone, ticket.forwards = True, 0
            ticket.note(AGAIN_ALONE)
            return self._attempt(task, generation, resident, ladder, share)

    def _attempt(
        self, task: Task, generation: Generation, resident: models.Resident, ladder: Ladder, share: Share
    ) -> Any:
        ticket = task.ticket
        reporter = Reporter(self._send, task.job, generation, ticket, resident.preview, self._preview_seconds, *share)
        base = resident.in_mode(generation.mode)
        with self._executor.preparation if generation.embeddings else nullcontext():
            ticket.outfit = outfit = resident.wardrobe.outfit(generation, self._extras)
        for sentence in outfit.notes:
            ticket.note(sentence)
        states = recipes.states_of(generation, resident.looker)

        def call(arguments: Arguments) -> Any:
            pipeline = recipes.request_pipeline(
                base, self._executor, ticket, generation.sampler, reporter.watch, ladder, states
            )
            with self._executor.request(ticket):
                for sentence in prompts.notes(pipeline, list(resident.readers()), generation):
                    ticket.note(sentence)
                return pipeline(**arguments(pipeline))

        if generation.mode is Mode.UPSCALE:
            return upscale.upscaled(call, type(base).__name__ == UPSCALER, generation, task.inputs, ticket)
        return call(lambda pipeline: recipes.call_arguments(pipeline, generation, task.inputs, resident.looker))

    def _checked(self, resident: models.Resident, images: Sequence[Image.Image], ticket: Ticket) -> tuple[bool, ...]:
        """Which pictures the safety check flags; nothing where there is no checker."""
        checker = resident.checker or self._named.get()
        if checker is None:
            return ()
        if checker.device.type == "cpu" and self._executor.device.type != "cpu":
            return checker.flags(images)  # the device need not wait for the processor
        found: tuple[bool, ...] = self._executor.run(ticket, lambda: checker.flags(images))
        return found

    def _too_large(self, task: Task) -> dict[str, Any]:
        """A refusal with the size that would fit: the largest that did, else half of this one."""
        wanted = task.generation
        pixels = wanted.pixels
        if wanted.tile:
            message = f"Tiles of {wanted.tile} pixels do not fit into the memory of this device, so it cannot enlarge."
            return {"type": "failed", "job": task.job, "code": "memory", "message": message}
        with self._lock:
            fitted = self._fitted.get(wanted.model, 0)
        width, height = finish.smaller(wanted.width, wanted.height, fitted if 0 < fitted < pixels else pixels // 2)
        message = (
            f"A picture of {wanted.width}×{wanted.height} does not fit into the memory of this device, whatever is "
            f"given up for it. {width}×{height} should."
        )
        return {"type": "failed", "job": task.job, "code": "memory", "message": message, "most_pixels": pixels - 1}
