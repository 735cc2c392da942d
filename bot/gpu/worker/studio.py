"""Jobs in, pictures out: which model is on the device, who works on it, and what is told to the bot.

One model is resident. Jobs start in the order they came; a job for another model waits for the running ones, then the
models are swapped. Every method is called from the main thread unless it says otherwise.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.errors import JobFailed, ModelUnusable
from bot.gpu.job import Generation
from bot.gpu.worker import finish, models, recipes, text
from bot.gpu.worker.device import Device
from bot.gpu.worker.executor import Executor
from bot.gpu.worker.reporter import Reporter, Send
from bot.gpu.worker.ticket import Cancelled, NoMemory, Ticket

log = logging.getLogger(__name__)


@dataclass(eq=False, slots=True)
class _Task:
    job: int
    generation: Generation
    ticket: Ticket = field(default_factory=Ticket)


class Studio:
    """Owns the resident model and the request threads: one more than ``places``, so that newcomers prepare at once."""

    def __init__(
        self,
        device: Device,
        executor: Executor,
        known: Mapping[str, Mapping[str, Any]],
        send: Send,
        preview_seconds: float | None,
    ) -> None:
        self._device, self._executor, self._known, self._send = device, executor, known, send
        self._preview_seconds = preview_seconds
        self._threads = device.places + 1
        self._pool = ThreadPoolExecutor(self._threads, thread_name_prefix="request")  # kept: OpenMP teams are dear
        self._lock = threading.Lock()
        self._waiting: list[_Task] = []
        self._running: dict[int, _Task] = {}
        self._resident: models.Resident | None = None
        self._loading: str | None = None

    # ---- from the channel ----------------------------------------------------------------------------------------

    def take(self, job: int, generation: Generation) -> None:
        with self._lock:
            self._waiting.append(_Task(job, generation))
        self._advance()

    def cancel(self, job: int) -> None:
        with self._lock:
            waiting = [task for task in self._waiting if task.job == job]
            self._waiting = [task for task in self._waiting if task.job != job]
            running = self._running.get(job)
        if waiting:
            self._send({"type": "stopped", "job": job}, ())
        if running is not None:
            self._executor.cancel(running.ticket)
        self._advance()

    def prepare(self, name: str) -> None:
        """Load a model before anybody asked for it."""
        with self._lock:
            if self._resident is None and self._loading is None:
                self._start_loading(name)

    # ---- who works (any thread) ----------------------------------------------------------------------------------

    def _advance(self) -> None:
        with self._lock:
            while self._waiting and self._loading is None and len(self._running) < self._threads:
                wanted = self._waiting[0].generation.model
                if self._resident is None or self._resident.name != wanted:
                    if not self._running:
                        self._start_loading(wanted)
                    return
                task = self._waiting.pop(0)
                self._running[task.job] = task
                self._pool.submit(self._work, task, self._resident)

    def _start_loading(self, name: str) -> None:
        """Under the lock, with nothing running."""
        self._loading = name
        self._resident = None
        threading.Thread(target=self._load, args=(name,), name="load", daemon=True).start()

    def _load(self, name: str) -> None:
        models.release()
        self._send({"type": "loading", "model": name, "resident": []}, ())
        resident, problem = None, ""
        try:
            info = self._known.get(name)
            if info is None:
                raise ModelUnusable(f"There is no model called “{name}”.")
            if info.get("problem"):
                raise ModelUnusable(f"The model “{name}” cannot be used. {info['problem']}")
            resident = models.load(name, Path(info["source"]), str(info["family"]), self._device)
        except ModelUnusable as error:
            problem = str(error)
            log.warning("%s", problem)
        failed: list[_Task] = []
        with self._lock:
            self._loading, self._resident = None, resident
            if resident is None:
                failed = [task for task in self._waiting if task.generation.model == name]
                self._waiting = [task for task in self._waiting if task.generation.model != name]
        if resident is None:
            self._send({"type": "unusable", "model": name, "message": problem, "resident": []}, ())
            for task in failed:
                self._send({"type": "failed", "job": task.job, "code": "model", "message": problem}, ())
        else:
            self._send({"type": "loaded", "model": name, "seconds": resident.seconds, "resident": [name]}, ())
        self._advance()

    # ---- one job, in its thread ----------------------------------------------------------------------------------

    def _work(self, task: _Task, resident: models.Resident) -> None:
        try:
            self._send(*self._outcome(task, resident))
        except OSError:
            return  # the bot is gone; the reader thread ends the process
        finally:
            with self._lock:
                del self._running[task.job]
            del resident, task
            self._advance()

    def _outcome(self, task: _Task, resident: models.Resident) -> tuple[dict[str, Any], tuple[bytes, ...]]:
        job = task.job
        try:
            return self._draw(task, resident)
        except Cancelled:
            return {"type": "stopped", "job": job}, ()
        except JobFailed as error:
            return {"type": "failed", "job": job, "code": error.code, "message": str(error)}, ()
        except NoMemory:
            message = "The picture does not fit into the memory of this device. A smaller size will."
            return {"type": "failed", "job": job, "code": "memory", "message": message}, ()
        except OSError:
            raise
        except Exception as error:
            log.exception("job %d failed", job)
            message = f"The picture could not be drawn ({type(error).__name__})."
            return {"type": "failed", "job": job, "code": "error", "message": message}, ()

    def _draw(self, task: _Task, resident: models.Resident) -> tuple[dict[str, Any], tuple[bytes, ...]]:
        generation, ticket = task.generation, task.ticket
        begun = time.perf_counter()
        self._send({"type": "started", "job": task.job}, ())
        reporter = Reporter(self._send, task.job, generation, resident.preview, self._preview_seconds)
        pipeline = recipes.request_pipeline(
            resident.pipeline, self._executor, ticket, generation.sampler, reporter.watch, finish.check_finite
        )
        reporter.scheduler = pipeline.scheduler
        with self._executor.request(ticket):
            notes = text.notes(resident.encoders(), generation.prompt, generation.negative_prompt)
            output = pipeline(**recipes.call_arguments(pipeline, generation))
        hidden = getattr(output, "nsfw_content_detected", None) or []
        if any(hidden):
            notes.append("The model's own safety check blacked out a picture.")
        texts = generation.texts or ({},) * len(output.images)
        pictures = tuple(finish.png(image, chunk) for image, chunk in zip(output.images, texts, strict=True))
        header = {
            "type": "rendered",
            "job": task.job,
            "notes": notes,
            "seconds": time.perf_counter() - begun,
            "together": ticket.most_together,
        }
        return header, pictures
