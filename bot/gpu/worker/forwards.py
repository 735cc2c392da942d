"""Forwards on the device: merged, in pieces when memory runs out, measured. Used by the forward thread only."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from threading import Event
from typing import Any

import torch

from bot.gpu.worker import merge
from bot.gpu.worker.device import Stopwatch, out_of_memory, poisoned
from bot.gpu.worker.knee import Knee, MemoryCap
from bot.gpu.worker.ticket import NoMemory, Ticket

IN_PIECES = "The device was short of memory: the picture was drawn in smaller groups of rows, which took longer."

PATIENCE = 4  # forwards of others before a call goes first

Fault = Callable[[BaseException], None]


class Work:
    """One call of a request: ``model(**arguments)``, or an act without arguments where ``key`` is None.

    Calls of equal ``key`` may share a forward; ``shape`` names what its speed and its memory depend on.
    """

    __slots__ = (
        "arguments", "born", "device", "done", "error", "key", "model", "passed", "result", "rows", "shape", "ticket"
    )  # fmt: skip

    def __init__(
        self, ticket: Ticket, model: Callable[..., Any], arguments: Mapping[str, Any], rows: int,
        key: Hashable | None, shape: Hashable, device: torch.device,
    ) -> None:  # fmt: skip
        self.ticket, self.model, self.arguments, self.rows = ticket, model, arguments, rows
        self.key, self.shape, self.device = key, shape, device
        self.born = time.perf_counter()
        self.passed = 0  # forwards of others that were chosen before it
        self.done = Event()
        self.result: Any = None
        self.error: BaseException | None = None

    def left(self) -> int:
        """Rows that its request still has to draw, this call included; an act counts as nothing."""
        return 0 if self.key is None else self.ticket.forwards_left() * self.rows

    @property
    def starved(self) -> bool:
        return self.passed >= PATIENCE


@dataclass(slots=True)
class Counts:
    """What was done so far."""

    forwards: int = 0
    rows: int = 0
    out_of_memory: int = 0
    repeated: int = 0


class Forwards:
    """``fault`` is called when the device cannot be used any more."""

    def __init__(self, device: torch.device, knee: Knee, fault: Fault | None) -> None:
        self.counts = Counts()
        self.knee = knee
        self.memory = MemoryCap()
        self.seconds = 0.05  # of a forward, lately
        self._fault = fault
        self._stopwatch = Stopwatch(device)

    def limit(self, shape: Hashable, demand: int) -> int:
        """Rows that the next forward of ``shape`` should take, when ``demand`` wait for one."""
        return self.memory.rows(shape, self.knee.limit(shape, demand))

    def serve(self, batch: Sequence[Work]) -> None:
        """Put a result or an error into each. One that fails does not fail the others."""
        results, error = self._attempt(batch)
        if error is None or len(batch) == 1:
            for work, result in zip(batch, results or [None] * len(batch), strict=True):
                work.result, work.error = result, error
            return
        self.counts.repeated += 1
        for work in batch:
            self.serve([work])

    def _attempt(self, batch: Sequence[Work]) -> tuple[list[Any], BaseException | None]:
        """Run a batch, in smaller pieces when memory runs out. Returns results, or the error that stopped it."""
        first = batch[0]
        shape, rows = first.shape, sum(work.rows for work in batch)
        while True:
            piece = self.memory.rows(shape, rows)
            try:
                results = self._run(batch, rows, piece)
                self.memory.held(shape, piece)
            except Exception as error:
                if poisoned(error) and self._fault is not None:
                    self._fault(error)
                if not out_of_memory(error):
                    return [], error
            else:
                self._went_well(batch, piece)
                return results, None
            # Outside the except block: its frames held the tensors that did not fit.
            self.counts.out_of_memory += 1
            if torch.cuda.is_available():
                torch.cuda.empty_cache()
            if first.key is not None and self.memory.failed(shape, piece):
                continue
            if first.ticket.relief is None or not first.ticket.relief.climb(decoding=first.key is None):
                return [], NoMemory()

    def _went_well(self, batch: Sequence[Work], piece: int) -> None:
        relief, decoding = batch[0].ticket.relief, batch[0].key is None
        given_up = relief.notes(decoding) if relief is not None else []
        for work in batch:
            for sentence in [*given_up, *([IN_PIECES] if work.rows > piece else [])]:
                work.ticket.note(sentence)
        if relief is not None and decoding:
            relief.held()

    def _run(self, batch: Sequence[Work], rows: int, piece: int) -> list[Any]:
        first = batch[0]
        if first.key is None:
            return [first.model()]
        if first.ticket.outfit is not None:
            first.ticket.outfit.for_forward()
        started = self._stopwatch.start()
        sizes = [work.rows for work in batch]
        if len(batch) == 1 and piece >= rows:
            results: list[Any] = [first.model(**first.arguments)]
        else:
            whole = (
                first.arguments
                if len(batch) == 1
                else merge.merge([work.arguments for work in batch], sizes, first.device)
            )
            parts = [
                first.model(**(whole if piece >= rows else merge.part(whole, rows, at, min(at + piece, rows))))
                for at in range(0, rows, piece)
            ]
            results = merge.split(merge.glue(parts) if len(parts) > 1 else parts[0], sizes)
        self.counts.forwards += 1
        self.counts.rows += rows
        for work in batch:
            work.ticket.most_together = max(work.ticket.most_together, len(batch))
        shape, in_one_piece = first.shape, rows <= piece
        self._stopwatch.stop(started, lambda seconds: self._measured(shape, rows, seconds, in_one_piece))
        return results

    def _measured(self, shape: Hashable, rows: int, seconds: float, in_one_piece: bool) -> None:
        self.seconds += 0.2 * (seconds - self.seconds)
        if in_one_piece:
            self.knee.record(shape, rows, seconds)
