"""What the engine costs a single request: the same picture through the executor and through stock diffusers.

    python -m tests.bench.overhead [--pairs 30] [--model FOLDER] [--steps 20]

Pairs are interleaved and change sides; the table gives the median of the paired ratios with a bootstrap interval.
Goal: at most 2 %.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ["OMP_WAIT_POLICY"] = "passive"  # before torch is imported, as in the engine process

from tests.bench.figures import interval


def timed(draw: Callable[[], Any]) -> tuple[float, float, Any]:
    """Seconds by the clock, seconds of the processor (all threads; steady on a busy machine), and the result."""
    started, worked = time.perf_counter(), time.process_time()
    result = draw()
    return time.perf_counter() - started, time.process_time() - worked, result


def hand_over(bench: Any, calls: int = 2000) -> list[float]:
    """Microseconds from a request's thread to the forward thread and back, with a model that does nothing."""
    import torch

    from bot.gpu.worker.ticket import Ticket

    class Nothing(torch.nn.Module):
        def forward(self, sample: Any, timestep: Any, encoder_hidden_states: Any, return_dict: bool) -> tuple[Any]:
            return (sample,)

    model, ticket = Nothing(), Ticket()
    call = {
        "sample": torch.zeros((2, 4, 64, 64)),
        "timestep": torch.tensor(1),
        "encoder_hidden_states": torch.zeros((2, 77, 768)),
        "return_dict": False,
    }
    seconds = []
    for _ in range(calls):
        started = time.perf_counter()
        bench.executor.call(ticket, model, call)
        seconds.append(1e6 * (time.perf_counter() - started))
    return seconds


def main() -> None:
    from bot.gpu.catalog import starter

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=30)
    parser.add_argument("--steps", type=int, default=20)
    parser.add_argument("--model", type=Path, default=starter().source, help="a diffusers folder")
    parser.add_argument("--size", type=int, default=128)
    options = parser.parse_args()

    import torch

    from bot.gpu.worker import device as devices
    from bot.gpu.worker import models
    from bot.gpu.worker.main import SWITCH_SECONDS
    from bot.gpu.worker.reporter import Reporter
    from bot.gpu.worker.ticket import Ticket
    from tests.gpu.worker.bench_of_requests import Bench, wish

    device = devices.choose("auto", "auto")
    resident = models.load("model", options.model, "sd1", device)
    resident.pipeline.set_progress_bar_config(disable=True)
    wanted = wish("a red apple", steps=options.steps, guidance=3.5, width=options.size, height=options.size)
    bench = Bench(resident.pipeline)
    sys.setswitchinterval(SWITCH_SECONDS)

    def ours() -> Any:
        ticket = Ticket()
        reporter = Reporter(lambda header, blobs: None, 1, wanted, ticket, resident.preview, 1.5)
        return bench.begin(wanted, ticket, output_type="pil", watch=reporter.watch).result()

    ratios: list[float] = []
    work_ratios: list[float] = []
    stock_times: list[float] = []
    our_times: list[float] = []
    for pair in range(-2, options.pairs):  # two pairs warm up
        runs: list[tuple[str, Callable[[], Any]]] = [("stock", lambda: bench.stock(wanted, "pil")), ("ours", ours)]
        if pair % 2:
            runs.reverse()
        seconds, work, pictures = {}, {}, {}
        for name, draw in runs:
            seconds[name], work[name], pictures[name] = timed(draw)
        if device.place.type == "cpu" and pictures["ours"][0].tobytes() != pictures["stock"][0].tobytes():
            raise SystemExit("the pictures differ")
        if pair >= 0:
            stock_times.append(seconds["stock"])
            our_times.append(seconds["ours"])
            ratios.append(seconds["ours"] / seconds["stock"])
            work_ratios.append(work["ours"] / work["stock"])
    handed = hand_over(bench)
    bench.close()

    print(f"{device.name}, torch {torch.__version__}, {torch.get_num_threads()} threads, {device.dtype}")
    print(f"{options.model.name}, {options.size} px, {options.steps} steps, {options.pairs} interleaved pairs")
    print(f"{'':24}{'median':>10}{'95 % interval':>24}")
    for name, values, unit in (
        ("stock pipeline call", stock_times, "s"),
        ("through the executor", our_times, "s"),
        ("overhead", [100 * (ratio - 1) for ratio in ratios], "%"),
        ("overhead, processor time", [100 * (ratio - 1) for ratio in work_ratios], "%"),
        ("hand-over of one call", handed, "µs"),
    ):
        low, high = interval(values, 400)
        print(f"{name:26}{statistics.median(values):9.3f} {unit:2}{low:13.3f} to {high:8.3f} {unit}")


if __name__ == "__main__":
    main()
