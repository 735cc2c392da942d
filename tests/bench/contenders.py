"""Three ways to serve the same requests with the same weights in one process: stock, static batches, this engine."""

from __future__ import annotations

import copy
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.gpu.job import Generation
from bot.gpu.worker import finish, recipes
from bot.gpu.worker.executor import Executor
from bot.gpu.worker.studio import Studio


@dataclass(frozen=True, slots=True)
class Arrival:
    """A request and when it comes, in seconds from the beginning of its trace."""

    at: float
    wanted: Generation


@dataclass(slots=True)
class Outcome:
    """Moments of one request, in seconds from its arrival; None where there was none."""

    begun: float
    first_sight: float | None = None
    done: float = 0.0
    stopped: bool = False
    pictures: tuple[bytes, ...] = ()
    over: threading.Event = field(default_factory=threading.Event)

    def end(self, pictures: tuple[bytes, ...] = ()) -> None:
        self.done = time.perf_counter() - self.begun
        if pictures and self.first_sight is None:
            self.first_sight = self.done
        self.pictures = pictures
        self.over.set()


class Contender:
    """Serves traces. ``name`` is the row's label."""

    name = ""

    def submit(self, wanted: Generation) -> Outcome:
        raise NotImplementedError

    def play(self, trace: Sequence[Arrival]) -> list[Outcome]:
        """Send each request at its time; return when all are over."""
        began = time.perf_counter()
        outcomes = []
        for arrival in trace:
            time.sleep(max(0.0, began + arrival.at - time.perf_counter()))
            outcomes.append(self.submit(arrival.wanted))
        for outcome in outcomes:
            outcome.over.wait()
        return outcomes


class Stock(Contender):
    """diffusers as its documentation shows it: one request after another."""

    name = "stock, one by one"
    most = 1

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline
        self._waiting: deque[tuple[Generation, Outcome]] = deque()
        self._came = threading.Semaphore(0)
        threading.Thread(target=self._serve, name=self.name, daemon=True).start()

    def submit(self, wanted: Generation) -> Outcome:
        outcome = Outcome(time.perf_counter())
        self._waiting.append((wanted, outcome))
        self._came.release()
        return outcome

    def _serve(self) -> None:
        while True:
            self._came.acquire()
            batch = [self._waiting.popleft()]
            while len(batch) < self.most and self._waiting and _alike(self._waiting[0][0], batch[0][0]):
                self._came.acquire()
                batch.append(self._waiting.popleft())
            images = iter(self._draw([wanted for wanted, _ in batch]))
            for wanted, outcome in batch:
                outcome.end(tuple(finish.png(next(images), {}) for _ in wanted.seeds))

    def _draw(self, wishes: Sequence[Generation]) -> list[Any]:
        pipeline = copy.copy(self._pipeline)
        pipeline.__dict__ = dict(self._pipeline.__dict__)
        pipeline.__dict__["scheduler"] = recipes.scheduler_for(self._pipeline, wishes[0].sampler)
        calls = [recipes.call_arguments(pipeline, wanted) for wanted in wishes]
        arguments = calls[0]
        if len(calls) > 1:
            arguments = arguments | {
                "prompt": [call["prompt"] for call in calls],
                "negative_prompt": [call["negative_prompt"] or "" for call in calls],
                "generator": [generator for call in calls for generator in call["generator"]],
            }
        return list(pipeline(**arguments).images)


class Static(Stock):
    """The usual batching: what waits when a batch begins and has equal settings is drawn in one pipeline call."""

    name = "static batches"
    most = 8


def _alike(one: Generation, other: Generation) -> bool:
    settings = ("width", "height", "steps", "guidance", "sampler")
    return len(one.seeds) == len(other.seeds) and all(getattr(one, key) == getattr(other, key) for key in settings)


class Ours(Contender):
    """This engine, fed as the queue feeds it: in order, no more at once than it has places."""

    name = "this engine"

    def __init__(self, places: int) -> None:
        self.places = places
        self.studio: Studio  # both set by whoever builds the studio with ``hear``
        self.executor: Executor
        self.loaded = threading.Event()
        self.listener: Callable[[Mapping[str, Any], Sequence[bytes]], None] | None = None
        self._lock = threading.Lock()
        self._number = 0
        self._waiting: deque[tuple[int, Generation]] = deque()
        self._known: dict[int, Outcome] = {}
        self._running: set[int] = set()

    def submit(self, wanted: Generation) -> Outcome:
        outcome = Outcome(time.perf_counter())
        with self._lock:
            self._number += 1
            self._known[self._number] = outcome
            self._waiting.append((self._number, wanted))
        self._feed()
        return outcome

    def cancel(self, outcome: Outcome) -> None:
        number = next(number for number, known in self._known.items() if known is outcome)
        self.studio.cancel(number)

    def hear(self, header: Any, blobs: Sequence[bytes] = ()) -> None:
        kind = header["type"]
        if kind in ("loaded", "unusable"):
            self.loaded.set()
        if self.listener is not None:
            self.listener(header, blobs)
        outcome = self._known.get(header.get("job", 0))
        if outcome is None:
            return
        if kind == "stepped" and blobs and outcome.first_sight is None:
            outcome.first_sight = time.perf_counter() - outcome.begun
        if kind == "failed":
            raise SystemExit(f"a request failed: {header}")
        if kind in ("rendered", "stopped"):
            outcome.stopped = kind == "stopped"
            outcome.end(tuple(blobs))
            with self._lock:
                self._running.discard(header["job"])
            self._feed()

    def _feed(self) -> None:
        while True:
            with self._lock:
                if not self._waiting or len(self._running) >= self.places:
                    return
                number, wanted = self._waiting.popleft()
                self._running.add(number)
            self.studio.take(number, wanted)
