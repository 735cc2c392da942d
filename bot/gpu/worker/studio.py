"""Jobs in, pictures out: which models are on the device, who works on them, and what is told to the bot.

Jobs start in the order they came. A model that is not resident is loaded on a thread of its own, while jobs of resident
models go on; if it has no room before jobs end that use others, no job that came later starts meanwhile. Every public
method is called from the main thread unless it says otherwise.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from bot.errors import ModelUnusable
from bot.gpu.job import Generation
from bot.gpu.worker import models
from bot.gpu.worker.checking import Named
from bot.gpu.worker.device import Device
from bot.gpu.worker.drawing import Drawing, Task
from bot.gpu.worker.executor import Executor
from bot.gpu.worker.ladder import Ladder
from bot.gpu.worker.peak import Peaks
from bot.gpu.worker.reporter import Send
from bot.gpu.worker.shelf import Shelf

log = logging.getLogger(__name__)

Load = Callable[[str, Path, str, Device], models.Resident]


class Studio:
    """Owns the models and the request threads: one more than ``places``, so that newcomers prepare at once."""

    def __init__(
        self,
        device: Device,
        executor: Executor,
        known: Mapping[str, Mapping[str, Any]],
        send: Send,
        preview_seconds: float | None,
        load: Load = models.load,
        extras: Path | None = None,
        safety_checker: str = "",
    ) -> None:
        """``extras`` is the folder with LoRAs and textual inversions, ``safety_checker`` that of one for models that
        bring none (empty: there is none)."""
        self._device, self._executor, self._known, self._send, self._read = device, executor, known, send, load
        self.peaks = Peaks(device.place)
        self._named = Named(safety_checker, device)
        self._drawing = Drawing(executor, send, preview_seconds, self.peaks, self._named, extras)
        self._threads = device.places + 1
        self._pool = ThreadPoolExecutor(self._threads, thread_name_prefix="request")  # kept: OpenMP teams are dear
        self._lock = threading.Lock()
        self._waiting: list[Task] = []
        self._running: dict[int, Task] = {}
        self._shelf: Shelf[models.Resident] = Shelf(device.model_bytes)
        self._ladders: dict[str, Ladder] = {}
        self._bytes: dict[str, int] = {}  # of models that were loaded once
        self._loading: str | None = None
        self._whole: set[str] = set()  # models that need the device for themselves

    # ---- from the channel ----------------------------------------------------------------------------------------

    def take(self, job: int, generation: Generation, inputs: tuple[bytes, ...] = ()) -> None:
        """``inputs`` are the pictures that ``generation.inputs`` names."""
        with self._lock:
            self._waiting.append(Task(job, generation, inputs))
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

    def know(self, known: Mapping[str, Mapping[str, Any]]) -> None:
        """These are the models from now on. One that is not among them any more leaves when nobody uses it."""
        with self._lock:
            gone = [name for name in self._shelf.names if known.get(name) != self._known.get(name)]
            self._known = known
            for name in gone:
                self._bytes.pop(name, None)
                self._whole.discard(name)
            dropped = [name for name in gone if self._shelf.retire(name)]
            self._forget_dropped()
        if dropped:
            models.release()
            self._send({"type": "resident", "model": dropped[0], "resident": self._names()}, ())

    def prepare(self, name: str) -> None:
        """Load a model before anybody asked for it."""
        with self._lock:
            if not self._shelf.names and self._loading is None:
                self._start_loading(name)

    def resident(self, name: str) -> models.Resident | None:
        with self._lock:
            return self._shelf.get(name)

    # ---- who works (any thread) ----------------------------------------------------------------------------------

    def _advance(self) -> None:
        with self._lock:
            for task in list(self._waiting):
                if len(self._running) >= self._threads:
                    return
                name = task.generation.model
                if self._shelf.get(name) is not None:
                    self._waiting.remove(task)
                    self._running[task.job] = task
                    self._pool.submit(self._work, task, self._shelf.use(name), self._ladders[name])
                elif self._loading is None and not self._start_loading(name):
                    return  # it waits for room; who came later would only keep that occupied

    def _start_loading(self, name: str) -> bool:
        """Under the lock. False when jobs that run hold the memory it needs."""
        info = self._known.get(name)
        if info is not None and not info.get("problem"):
            expected = self._bytes.get(name) or models.expected_bytes(Path(info["source"]), self._device)
            if not self._shelf.clear_for(self._device.model_bytes if name in self._whole else expected):
                return False
        self._loading = name
        self._forget_dropped()
        threading.Thread(target=self._load, args=(name,), name="load", daemon=True).start()
        return True

    def _forget_dropped(self) -> None:
        self._ladders = {name: ladder for name, ladder in self._ladders.items() if self._shelf.get(name) is not None}

    def _make_room(self, keep: str) -> bool:
        """Drop the models that nobody uses, for one that runs out of memory. From the forward thread."""
        with self._lock:
            dropped = self._shelf.drop_idle(keep)
            self._forget_dropped()
            names = self._shelf.names
        if dropped:
            models.release()
            self._send({"type": "resident", "model": keep, "resident": names}, ())
        return dropped

    def _load(self, name: str) -> None:
        models.release()
        self._send({"type": "loading", "model": name, "resident": self._names()}, ())
        resident, problem = None, ""
        try:
            resident = self._read_it(name)
        except models.TooLarge as error:
            problem = str(error)
            with self._lock:
                if name not in self._whole and (self._shelf.names or self._running):
                    self._whole.add(name)  # once more, with nothing beside it
                    problem = ""
        except ModelUnusable as error:
            problem = str(error)
        except Exception as error:
            self._executor.failed(error)
            log.exception("the model %s could not be loaded", name)
            problem = f"The model “{name}” could not be loaded ({type(error).__name__})."
        failed: list[Task] = []
        with self._lock:
            self._loading = None
            if resident is not None:
                self._bytes[name] = resident.bytes
                self._shelf.clear_for(resident.bytes)  # it may have become larger than its files
                self._shelf.put(resident)
                self._forget_dropped()
                wardrobe = resident.wardrobe
                self._ladders[name] = Ladder(
                    resident.pipeline,
                    self._device,
                    lambda: self._make_room(name) or wardrobe.forget(),
                    encoders_off=resident.encoders_off,
                )
            elif problem:
                failed = [task for task in self._waiting if task.generation.model == name]
                self._waiting = [task for task in self._waiting if task.generation.model != name]
        if problem:
            log.warning("%s", problem)
            self._send({"type": "unusable", "model": name, "message": problem, "resident": self._names()}, ())
            for task in failed:
                self._send({"type": "failed", "job": task.job, "code": "model", "message": problem}, ())
        elif resident is not None:
            seconds = resident.seconds
            self._send({"type": "loaded", "model": name, "seconds": seconds, "resident": self._names()}, ())
        self._advance()

    def _read_it(self, name: str) -> models.Resident:
        info = self._known.get(name)
        if info is None:
            raise ModelUnusable(f"There is no model called “{name}”.")
        if info.get("problem"):
            raise ModelUnusable(f"The model “{name}” cannot be used. {info['problem']}")
        resident = self._read(name, Path(info["source"]), str(info["family"]), self._device)
        if adapter := info.get("adapter"):
            resident = models.with_adapter(resident, Path(adapter[0]), Path(adapter[1]), self._device)
        if resident.checker is None:
            self._named.get()  # refuses the model where it cannot be read: nothing is shown unchecked
        return resident

    def _names(self) -> list[str]:
        with self._lock:
            return self._shelf.names

    def _work(self, task: Task, resident: models.Resident, ladder: Ladder) -> None:
        try:
            self._send(*self._drawing.outcome(task, resident, ladder))
        except OSError:
            return  # the bot is gone; the reader thread ends the process
        finally:
            name = resident.name
            del resident, ladder
            with self._lock:
                del self._running[task.job]
                self._shelf.done(name)
            del task
            self._advance()
