"""How much memory pictures take at most, by model and size: measured while they are drawn, and remembered."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch

from bot.gpu.job import Generation


class Peaks:
    """On CUDA what tensors take of the device, on a processor what this process takes of the machine.

    A picture that others are drawn beside counts with them: ``together`` says how many pictures there were at most.
    """

    def __init__(self, place: torch.device) -> None:
        self._place = place
        self._lock = threading.Lock()
        self._drawing = 0
        self._most = 0
        self._known: dict[tuple[str, int, int], tuple[int, int]] = {}

    @contextlib.contextmanager
    def watching(self, generation: Generation) -> Iterator[None]:
        """Around one job. What failed counts too: it took that much."""
        with self._lock:
            if not self._drawing:
                self._reset()
                self._most = 0
            self._drawing += 1
            self._most = max(self._most, self._drawing)
        try:
            yield
        finally:
            with self._lock:
                self._drawing -= 1
                self._keep(generation, self._bytes(), self._most)

    def _keep(self, generation: Generation, peak: int, together: int) -> None:
        key = (generation.model, generation.width, generation.height)
        if peak > self._known.get(key, (0, 0))[0]:
            self._known.pop(key, None)
            self._known[key] = peak, together

    def learnt(self) -> list[Any]:
        """Plain JSON values, for ``recall``."""
        with self._lock:
            return [[*key, *value] for key, value in self._known.items()]

    def recall(self, entries: Any) -> None:
        """Raises TypeError or ValueError for what is no list of such entries."""
        for model, width, height, peak, together in entries:
            self._known[str(model), int(width), int(height)] = int(peak), int(together)

    def _reset(self) -> None:
        if self._place.type == "cuda":
            torch.cuda.reset_peak_memory_stats(self._place)
            return
        with contextlib.suppress(OSError):  # Linux: the high-water mark starts anew (proc(5))
            Path("/proc/self/clear_refs").write_text("5", "ascii")

    def _bytes(self) -> int:
        if self._place.type == "cuda":
            return int(torch.cuda.max_memory_allocated(self._place))
        try:
            lines = Path("/proc/self/status").read_text("ascii", "replace").splitlines()
            return next(int(line.split()[1]) << 10 for line in lines if line.startswith("VmHWM:"))
        except (OSError, StopIteration, ValueError, IndexError):
            return _of_this_life()


def _of_this_life() -> int:
    """Where there is no /proc: the most since this process began; macOS counts bytes, others kibibytes."""
    try:
        import resource
        import sys

        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most if sys.platform == "darwin" else most << 10
    except ImportError:
        return 0
