"""One thread runs every forward; calls of one model that fit together share it, whoever asked for them.

Each request runs a stock diffusers pipeline in its own thread and reaches the device through ``Executor.call`` (a
denoiser forward, merged where it can be) and ``Executor.run`` (anything else, such as decoding). A call that is alone
reaches the model with exactly the arguments the pipeline gave, so its result is bit-identical to stock diffusers.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections import deque
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import torch

from bot.gpu.worker import merge
from bot.gpu.worker.device import Stopwatch, out_of_memory, poisoned
from bot.gpu.worker.knee import Knee, MemoryCap
from bot.gpu.worker.ticket import Cancelled, NoMemory, Ticket

LONGEST_LINGER = 0.004
SHORTEST_LINGER = 0.0003


@dataclass(eq=False, slots=True)
class _Work:
    ticket: Ticket
    model: Callable[..., Any]
    arguments: Mapping[str, Any]
    rows: int
    key: Hashable | None  # None: never merged
    shape: Hashable
    device: torch.device
    born: float
    done: threading.Event = field(default_factory=threading.Event)
    result: Any = None
    error: BaseException | None = None


@dataclass(slots=True)
class Counts:
    """What the executor did so far."""

    forwards: int = 0
    rows: int = 0
    out_of_memory: int = 0
    repeated: int = 0


class Executor:
    """Owns the forward thread. ``fault`` is called, from that thread, when the device cannot be used any more."""

    def __init__(
        self,
        device: torch.device,
        knee: Knee | None = None,
        fault: Callable[[BaseException], None] | None = None,
    ) -> None:
        self.counts = Counts()
        self.knee = knee or Knee()
        self.memory = MemoryCap()
        self._fault = fault
        self._stopwatch = Stopwatch(device)
        self._changed = threading.Condition()
        self._preparation = threading.RLock()  # tokenizers are not thread-safe
        self._waiting: deque[_Work] = deque()
        self._returning: set[Ticket] = set()
        self._return_seconds = 0.001
        self._forward_seconds = 0.05
        self._free_since = 0.0
        self._closed = False
        self._thread = threading.Thread(target=self._loop, name="forward", daemon=True)
        self._thread.start()

    # ---- for requests, in their own threads ----------------------------------------------------------------------

    @contextlib.contextmanager
    def request(self, ticket: Ticket) -> Iterator[None]:
        """Around one pipeline call: preparation (tokenizer, text encoder) is one request at a time."""
        self._preparation.acquire()
        ticket.preparing = True
        try:
            self._check(ticket)
            yield
        finally:
            self._prepared(ticket)
            with self._changed:
                self._returning.discard(ticket)
                self._changed.notify_all()

    def call(self, ticket: Ticket, model: Callable[..., Any], arguments: Mapping[str, Any]) -> tuple[Any, ...]:
        """One forward of ``model``, whose first argument is the sample, one row a picture and guidance side.

        Returns the model's output tuple. Raises Cancelled, NoMemory, or what the model raised for this call alone.
        """
        sample = next(iter(arguments.values()))
        rows = merge.rows_of(sample)
        signatures = (
            (name, merge.signature(name, value, rows, ticket.fingerprints)) for name, value in arguments.items()
        )
        shape = (id(model), tuple(sample.shape[1:]))
        key = (shape, *signatures)
        output = self._submit(_Work(ticket, model, arguments, rows, key, shape, sample.device, time.perf_counter()))
        ticket.forwards += 1
        return tuple(output)

    def run(self, ticket: Ticket, act: Callable[[], Any]) -> Any:
        """Do ``act`` between forwards."""
        shape = ("act", id(ticket))
        return self._submit(_Work(ticket, act, {}, 1, None, shape, torch.device("cpu"), time.perf_counter()))

    def cancel(self, ticket: Ticket) -> None:
        """The ticket's thread gets Cancelled at once where it waits, else after the forward that runs now."""
        with self._changed:
            ticket.cancelled = True
            for work in [work for work in self._waiting if work.ticket is ticket]:
                self._waiting.remove(work)
                work.error = Cancelled()
                work.done.set()
            self._changed.notify_all()

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        self._thread.join()

    def _submit(self, work: _Work) -> Any:
        ticket = work.ticket
        self._prepared(ticket)
        with self._changed:
            self._check(ticket)
            self._returning.discard(ticket)
            ticket.asked = (work.shape, work.rows)
            if ticket.returned is not None and work.key is not None:
                gap = min(work.born - ticket.returned, LONGEST_LINGER)
                self._return_seconds += 0.1 * (gap - self._return_seconds)
            self._waiting.append(work)
            self._changed.notify_all()
        work.done.wait()
        if work.error is not None:
            raise work.error
        self._check(ticket)
        return work.result

    def _check(self, ticket: Ticket) -> None:
        if ticket.cancelled or self._closed:
            raise Cancelled

    def _prepared(self, ticket: Ticket) -> None:
        if ticket.preparing:
            ticket.preparing = False
            self._preparation.release()

    # ---- the forward thread --------------------------------------------------------------------------------------

    def _loop(self) -> None:
        try:
            with torch.no_grad():
                while (batch := self._take()) is not None:
                    self._serve(batch)
                    self._free_since = time.perf_counter()
                    del batch  # its tensors must not live through the wait
        except BaseException as error:
            if self._fault is None:
                raise
            self._fault(error)

    def _take(self) -> list[_Work] | None:
        """Wait for the next batch: the oldest call and, up to the knee, those that fit with it."""
        with self._changed:
            while not self._closed:
                if not self._waiting:
                    self._changed.wait()
                    continue
                batch, full = self._candidates()
                delay = 0.0 if full else self._linger(batch[0])
                if delay > 0:
                    self._changed.wait(delay)
                    continue
                for work in batch:
                    self._waiting.remove(work)
                return batch
            for work in self._waiting:
                work.error = Cancelled()
                work.done.set()
            return None

    def _candidates(self) -> tuple[list[_Work], bool]:
        oldest = self._waiting[0]
        if oldest.key is None:
            return [oldest], True
        group = [work for work in self._waiting if work.key == oldest.key]
        expected = [ticket.asked for ticket in self._returning if ticket.asked is not None]
        demand = sum(work.rows for work in group) + sum(rows for shape, rows in expected if shape == oldest.shape)
        limit = self.memory.rows(oldest.shape, self.knee.limit(oldest.shape, demand))
        batch, rows = [oldest], oldest.rows
        for work in group[1:]:
            if rows + work.rows <= limit:
                batch.append(work)
                rows += work.rows
        return batch, rows >= limit or len(batch) < len(group)

    def _linger(self, oldest: _Work) -> float:
        """Seconds worth waiting for requests that are between two forwards and will be back."""
        if not self._returning:
            return 0.0
        patience = min(max(3 * self._return_seconds, SHORTEST_LINGER), 0.2 * self._forward_seconds, LONGEST_LINGER)
        return max(oldest.born, self._free_since) + patience - time.perf_counter()

    def _serve(self, batch: list[_Work]) -> None:
        results, error = self._attempt(batch)
        if error is None:
            for work, result in zip(batch, results, strict=True):
                self._settle(work, result, None)
        elif len(batch) == 1:
            self._settle(batch[0], None, error)
        else:  # one bad request must not fail the others
            self.counts.repeated += 1
            for work in batch:
                results, error = self._attempt([work])
                self._settle(work, results[0] if error is None else None, error)

    def _settle(self, work: _Work, result: Any, error: BaseException | None) -> None:
        with self._changed:
            work.result, work.error = result, error
            if work.key is not None and error is None and not work.ticket.cancelled:
                self._returning.add(work.ticket)
                work.ticket.returned = time.perf_counter()
            else:
                work.ticket.returned = None
        work.done.set()

    def _attempt(self, batch: list[_Work]) -> tuple[list[Any], BaseException | None]:
        """Run a batch, in smaller pieces when memory runs out. Returns results, or the error that stopped it."""
        shape, rows = batch[0].shape, sum(work.rows for work in batch)
        while True:
            piece = self.memory.rows(shape, rows)
            try:
                results = self._forward(batch, rows, piece)
                self.memory.held(shape, piece)
                return results, None
            except Exception as error:
                if poisoned(error) and self._fault is not None:
                    self._fault(error)
                if not out_of_memory(error):
                    return [], error
            # Outside the except block: its frames held the tensors that did not fit.
            self.counts.out_of_memory += 1
            if torch.cuda.is_available():
                torch.cuda.empty_cache()
            if batch[0].key is None or not self.memory.failed(shape, piece):
                return [], NoMemory()

    def _forward(self, batch: list[_Work], rows: int, piece: int) -> list[Any]:
        first = batch[0]
        if first.key is None:
            return [first.model()]
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
        tickets = [work.ticket for work in batch]
        self._stopwatch.stop(
            started, lambda seconds: self._measured(first.shape, tickets, sizes, seconds, rows <= piece)
        )
        return results

    def _measured(
        self, shape: Hashable, tickets: list[Ticket], sizes: list[int], seconds: float, in_one_piece: bool
    ) -> None:
        rows = sum(sizes)
        self._forward_seconds += 0.2 * (seconds - self._forward_seconds)
        if in_one_piece:
            self.knee.record(shape, rows, seconds)
        for ticket in tickets:
            ticket.most_together = max(ticket.most_together, len(tickets))
