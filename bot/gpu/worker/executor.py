"""One thread runs every forward; calls of one model that fit together share it, whoever asked for them.

Each request runs a stock diffusers pipeline in its own thread and reaches the device through ``Executor.call`` (a
denoiser forward, merged where it can be) and ``Executor.run`` (anything else, such as decoding). A call that is alone
reaches the model with exactly the arguments the pipeline gave, so its result is bit-identical to stock diffusers.

Where more rows wait than a forward should take, the request with least left to do goes first, so that four steps do not
wait for fifty; one that was passed over ``PATIENCE`` times goes before all others, so that nobody starves.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any

import torch

from bot.gpu.worker import merge
from bot.gpu.worker.device import poisoned
from bot.gpu.worker.forwards import Counts, Fault, Forwards, Work
from bot.gpu.worker.knee import Knee
from bot.gpu.worker.ticket import Cancelled, Ticket

LONGEST_LINGER = 0.004
SHORTEST_LINGER = 0.0003


class Executor:
    """Owns the forward thread. ``fault`` is called, from that thread, when the device cannot be used any more."""

    def __init__(self, device: torch.device, knee: Knee | None = None, fault: Fault | None = None) -> None:
        self.device = device
        self._forwards = Forwards(device, knee or Knee(), fault)
        self._fault = fault
        self._changed = threading.Condition()
        self._preparation = threading.RLock()
        self._waiting: deque[Work] = deque()
        self._returning: set[Ticket] = set()
        self._return_seconds = 0.001
        self._free_since = 0.0
        self._closed = False
        self._thread = threading.Thread(target=self._loop, name="forward", daemon=True)
        self._thread.start()

    @property
    def counts(self) -> Counts:
        return self._forwards.counts

    @property
    def knee(self) -> Knee:
        return self._forwards.knee

    @property
    def preparation(self) -> AbstractContextManager[object]:
        """While it is held no other request prepares: tokenizers are not thread-safe, not even for being copied."""
        return self._preparation

    # ---- for requests, in their own threads ----------------------------------------------------------------------

    @contextlib.contextmanager
    def request(self, ticket: Ticket) -> Iterator[None]:
        """Around one pipeline call: preparation (tokenizer, text encoder) is one request at a time."""
        self._preparation.acquire()
        ticket.preparing = True
        try:
            self._check(ticket)
            if ticket.outfit is not None:
                ticket.outfit.for_words()
            yield
        finally:
            self._prepared(ticket)
            with self._changed:
                self._returning.discard(ticket)
                self._changed.notify_all()

    def call(self, ticket: Ticket, model: Callable[..., Any], arguments: Mapping[str, Any]) -> tuple[Any, ...]:
        """One forward of ``model``, whose first argument is the sample, one row a picture and guidance side. Calls of
        models that are equal may share it.

        Returns the model's output tuple. Raises Cancelled, NoMemory, or what the model raised for this call alone.
        """
        sample = next(iter(arguments.values()))
        rows = merge.rows_of(sample)
        signatures = (
            (name, merge.signature(name, value, rows, ticket.fingerprints)) for name, value in arguments.items()
        )
        shape = (ticket.model, type(model).__name__, tuple(sample.shape[1:]))
        worn = ticket.outfit.key if ticket.outfit is not None else ()
        key = (model, id(ticket) if ticket.alone else None, worn, shape, *signatures)
        output = self._submit(Work(ticket, model, arguments, rows, key, shape, sample.device))
        ticket.forwards += 1
        return tuple(output)

    def run(self, ticket: Ticket, act: Callable[[], Any]) -> Any:
        """Do ``act`` between forwards."""
        return self._submit(Work(ticket, act, {}, 1, None, ("act", id(ticket)), torch.device("cpu")))

    def cancel(self, ticket: Ticket) -> None:
        """The ticket's thread gets Cancelled at once where it waits, else after the forward that runs now."""
        with self._changed:
            ticket.cancelled = True
            for work in [work for work in self._waiting if work.ticket is ticket]:
                self._waiting.remove(work)
                work.error = Cancelled()
                work.done.set()
            self._changed.notify_all()

    def failed(self, error: BaseException) -> None:
        """Something went wrong in a request's own thread, where a fault of the device may show late."""
        if self._fault is not None and poisoned(error):
            self._fault(error)

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        self._thread.join()

    def _submit(self, work: Work) -> Any:
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
                    self._forwards.serve(batch)
                    for work in batch:
                        self._hand_back(work)
                    self._free_since = time.perf_counter()
                    del batch, work  # their tensors must not live through the wait
        except BaseException as error:
            if self._fault is None:
                raise
            self._fault(error)

    def _take(self) -> list[Work] | None:
        """Wait for the next batch: the first call in order and, up to the knee, those that fit with it."""
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
                for work in self._waiting:
                    work.passed += 1
                return batch
            for work in self._waiting:
                work.error = Cancelled()
                work.done.set()
            return None

    def _candidates(self) -> tuple[list[Work], bool]:
        """The next batch as things stand, and whether waiting a moment for who returns could not better it."""
        order = sorted(self._waiting, key=_precedence)
        first = order[0]
        if first.key is None:
            return [first], True
        group = [work for work in order if work.key == first.key]
        expected = [ticket.asked for ticket in self._returning if ticket.asked is not None]
        demand = sum(work.rows for work in group) + sum(rows for shape, rows in expected if shape == first.shape)
        limit = self._forwards.limit(first.shape, demand)
        batch, rows = [first], first.rows
        for work in group[1:]:
            if rows + work.rows <= limit:
                batch.append(work)
                rows += work.rows
        if rows < limit and len(batch) == len(group):
            return batch, False
        left = batch[-1].left()
        sooner = any(t.asked is not None and t.forwards_left() * t.asked[1] < left for t in self._returning)
        return batch, not sooner or batch[-1].starved

    def _linger(self, first: Work) -> float:
        """Seconds worth waiting for requests that are between two forwards and will be back."""
        if not self._returning:
            return 0.0
        patience = min(max(3 * self._return_seconds, SHORTEST_LINGER), 0.2 * self._forwards.seconds, LONGEST_LINGER)
        return max(first.born, self._free_since) + patience - time.perf_counter()

    def _hand_back(self, work: Work) -> None:
        with self._changed:
            if work.key is not None and work.error is None and not work.ticket.cancelled:
                self._returning.add(work.ticket)
                work.ticket.returned = time.perf_counter()
            else:
                work.ticket.returned = None
        work.done.set()


def _precedence(work: Work) -> tuple[bool, int, float]:
    """Passed over too often; then least left to do, decoding before all; then first come."""
    return (not work.starved, 0 if work.starved else work.left(), work.born)
