"""Cancelling, failing rows, memory running out, and who waits for whom."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
import torch

from bot.errors import JobFailed
from bot.gpu.worker import recipes
from bot.gpu.worker.executor import Executor
from bot.gpu.worker.forwards import PATIENCE
from bot.gpu.worker.knee import Knee
from bot.gpu.worker.ticket import Cancelled, NoMemory, Ticket
from tests.gpu.worker.bench_of_requests import Bench, Held, difference, wish


class Model(torch.nn.Module):
    """Doubles its sample; refuses, runs out of memory or waits where a test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.forwards: list[int] = []
        self.fits = 1 << 30
        self.bad = float("inf")
        self.begun = threading.Event()
        self.go = threading.Event()
        self.go.set()

    def forward(self, sample: torch.Tensor, timestep: Any, return_dict: bool = False) -> tuple[torch.Tensor]:
        self.begun.set()
        assert self.go.wait(10)
        self.forwards.append(sample.shape[0])
        if sample.shape[0] > self.fits:
            raise torch.OutOfMemoryError("pretended")
        if bool((sample == self.bad).any()):
            raise ValueError("a bad row")
        return (sample * 2,)


def call(value: float, rows: int = 1) -> dict[str, Any]:
    return {"sample": torch.full((rows, 3), value), "timestep": torch.tensor(1), "return_dict": False}


@pytest.fixture
def executor() -> Iterator[Executor]:
    executor = Executor(torch.device("cpu"), Knee(start=16))
    yield executor
    executor.close()


class Asked(threading.Thread):
    """One call in its own thread."""

    def __init__(self, executor: Executor, model: Model, value: float, rows: int = 1, alone: bool = False) -> None:
        super().__init__()
        self.ticket, self.result, self.error = Ticket(alone=alone), None, None
        self._work = (executor, model, value, rows)
        self.start()

    def run(self) -> None:
        executor, model, value, rows = self._work
        try:
            self.result = executor.call(self.ticket, model, call(value, rows))[0]
        except Exception as error:
            self.error = error

    def outcome(self) -> Any:
        self.join(10)
        assert not self.is_alive()
        return self.error or self.result


def ask(executor: Executor, model: Model, *wishes: tuple[float, int]) -> list[Asked]:
    with Held(executor) as held:
        asked = []
        for count, (value, rows) in enumerate(wishes, 1):
            asked.append(Asked(executor, model, value, rows))
            held.until_waiting(count)
    return asked


def test_a_bad_row_fails_alone(executor: Executor) -> None:
    model = Model()
    model.bad = 7.0
    good, bad, other = (asked.outcome() for asked in ask(executor, model, (1, 2), (7, 1), (3, 1)))
    assert torch.equal(good, torch.full((2, 3), 2.0)) and torch.equal(other, torch.full((1, 3), 6.0))
    assert isinstance(bad, ValueError)
    assert model.forwards[0] == 4 and sorted(model.forwards[1:]) == [1, 1, 2] and executor.counts.repeated == 1


def test_memory_running_out_halves_the_rows_and_they_grow_back(executor: Executor) -> None:
    model = Model()
    model.fits = 2
    outcomes = [asked.outcome() for asked in ask(executor, model, (1, 4), (2, 4))]
    assert [float(outcome[0, 0]) for outcome in outcomes] == [2.0, 4.0]
    assert model.forwards == [8, 4, 2, 2, 2, 2]
    assert executor.counts.out_of_memory == 2
    model.fits, model.forwards = 1 << 30, []
    for _ in range(200):
        executor.call(Ticket(), model, call(1, 8))
    assert model.forwards[0] == 2 and model.forwards[-1] == 8


def test_what_can_never_fit_is_refused(executor: Executor) -> None:
    model = Model()
    model.fits = 0
    with pytest.raises(NoMemory):
        executor.call(Ticket(), model, call(1, 4))
    model.fits = 100
    assert executor.call(Ticket(), model, call(1, 4))[0].shape == (4, 3)


def test_an_error_in_the_process_allocator_counts_as_memory(executor: Executor) -> None:
    with pytest.raises(NoMemory):
        executor.run(Ticket(), lambda: torch.empty(10**15))


def test_cancel_while_waiting_is_immediate(executor: Executor) -> None:
    model = Model()
    with Held(executor) as held:
        asked = Asked(executor, model, 1)
        held.until_waiting(1)
        executor.cancel(asked.ticket)
        assert isinstance(asked.outcome(), Cancelled)
    assert model.forwards == []


def test_cancel_while_running_takes_one_forward_and_spares_the_others(executor: Executor) -> None:
    model = Model()
    model.go.clear()
    first, second = ask(executor, model, (1, 1), (2, 1))
    assert model.begun.wait(5)
    executor.cancel(first.ticket)
    model.go.set()
    assert isinstance(first.outcome(), Cancelled)
    assert torch.equal(second.outcome(), torch.full((1, 3), 4.0))
    assert model.forwards == [2]


def test_a_cancelled_ticket_asks_for_nothing_more(executor: Executor) -> None:
    ticket, model = Ticket(), Model()
    executor.cancel(ticket)
    with pytest.raises(Cancelled):
        executor.call(ticket, model, call(1))
    with pytest.raises(Cancelled), executor.request(ticket):
        pass
    with executor.request(Ticket()):  # the preparation lock was given back
        pass


def test_a_cancelled_picture_leaves_the_others_exact(bench: Bench) -> None:
    doomed = Ticket()
    seen = threading.Event()

    def watch(*_: Any) -> None:
        if doomed.forwards == 2:
            bench.executor.cancel(doomed)
            seen.set()

    stays = wish(seeds=(8,), steps=12)
    with Held(bench.executor) as held:
        lost = bench.begin(wish(steps=40), doomed, watch=watch)
        kept = bench.begin(stays)
        held.until_waiting(2)
    with pytest.raises(Cancelled):
        lost.result(30)
    assert seen.is_set() and doomed.forwards == 2
    assert difference(kept.result(30), bench.stock(stays)) <= 1e-5


def test_preparation_is_one_request_at_a_time(bench: Bench) -> None:
    """Tokenizers are not thread-safe: many threads at once must still read their own prompts."""
    wishes = [wish(f"picture number {n}", seeds=(n,), steps=2) for n in range(10)]
    drawn = [future.result(60) for future in [bench.begin(wanted) for wanted in wishes]]
    for wanted, got in zip(wishes, drawn, strict=True):  # not earlier: stock diffusers reads with the same tokenizer
        assert difference(got, bench.stock(wanted)) <= 1e-5


def test_a_fault_of_the_device_is_told_and_not_retried() -> None:
    faults: list[BaseException] = []

    class Broken(Model):
        def forward(self, sample: torch.Tensor, timestep: Any, return_dict: bool = False) -> tuple[torch.Tensor]:
            raise RuntimeError("CUDA error: an illegal memory access was encountered")

    executor = Executor(torch.device("cpu"), Knee(), faults.append)
    with pytest.raises(RuntimeError):
        executor.call(Ticket(), Broken(), call(1))
    executor.close()
    assert len(faults) == 1


def test_closing_ends_the_waiting(executor: Executor) -> None:
    model = Model()
    model.go.clear()
    running = Asked(executor, model, 1)
    assert model.begun.wait(5)
    waiting = Asked(executor, model, 2)
    closing = threading.Thread(target=executor.close)
    closing.start()
    model.go.set()
    closing.join(10)
    assert isinstance(running.outcome(), torch.Tensor | Cancelled)
    assert isinstance(waiting.outcome(), torch.Tensor | Cancelled)


def test_an_unknown_sampler_is_refused(tiny: Any) -> None:
    with pytest.raises(JobFailed, match="no sampler called"):
        recipes.scheduler_for(tiny, "Quantum")


def past_the_knee(steps: tuple[int, ...]) -> list[int]:
    """Forwards of single requests, by request, when a forward holds one of them; all wait from the beginning."""
    executor, model, order = Executor(torch.device("cpu"), Knee(start=1, most=1)), Model(), []

    def draw(number: int, count: int) -> None:
        ticket = Ticket()
        ticket.pipeline = SimpleNamespace(_num_timesteps=count)
        for _ in range(count):
            executor.call(ticket, model, call(number))
            order.append(number)

    threads = [threading.Thread(target=draw, args=pair) for pair in enumerate(steps)]
    with Held(executor) as held:
        for thread in threads:
            thread.start()
        held.until_waiting(len(steps))
    for thread in threads:
        thread.join(30)
    executor.close()
    return order


def test_four_steps_do_not_wait_for_fifty() -> None:
    order = past_the_knee((50, 4))
    last_of_the_short = len(order) - order[::-1].index(1)
    assert len(order) == 54 and last_of_the_short <= 6


def test_the_longest_is_not_starved_by_shorter_ones() -> None:
    """While others have less left to do, it still gets one forward in five."""
    order = past_the_knee((40, 30, 30))
    until = max(len(order) - order[::-1].index(number) for number in (1, 2))
    assert order[:until].count(0) >= until // (PATIENCE + 2)


def test_one_that_is_alone_shares_no_forward(executor: Executor) -> None:
    model = Model()
    with Held(executor) as held:
        asked = []
        for value in (1, 2, 3):
            asked.append(Asked(executor, model, value, alone=value == 2))
            held.until_waiting(value)
    assert [float(one.outcome()[0, 0]) for one in asked] == [2.0, 4.0, 6.0]
    assert sorted(model.forwards) == [1, 2]
