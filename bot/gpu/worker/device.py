"""The device: which one, how numbers are kept on it, and what its errors mean."""

from __future__ import annotations

import contextlib
import os
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

LOW_MEMORY_BYTES = 10 << 30


@dataclass(frozen=True, slots=True)
class Device:
    """Where the model runs. ``mode`` is full, low (8 GB cards) or cpu."""

    place: torch.device
    mode: str
    name: str
    note: str = ""

    @property
    def dtype(self) -> torch.dtype:
        """Half precision on CUDA only: on a processor it is slow and wrong."""
        return torch.float16 if self.place.type == "cuda" else torch.float32

    @property
    def may_halve(self) -> bool:
        """True where half precision is not used from the start but would work."""
        return self.place.type not in ("cuda", "cpu")

    @property
    def may_offload(self) -> bool:
        """True where there is another memory to move things to."""
        return self.place.type != "cpu"

    @property
    def all_bytes(self) -> int:
        """All the memory that there is, whoever uses it now."""
        if self.place.type == "cuda":
            return int(torch.cuda.get_device_properties(self.place).total_memory)
        return _main_memory() + _swap()

    @property
    def model_bytes(self) -> int:
        """How much of the memory loaded models may take; the rest is for drawing."""
        if self.place.type == "cuda":
            total = int(torch.cuda.get_device_properties(self.place).total_memory)
            return total - max(3 << 30, total // 3)
        return _main_memory() // 2

    @property
    def key(self) -> str:
        """Machines of equal key draw at equal speed, as far as can be told."""
        threads = f", {torch.get_num_threads()} threads" if self.place.type == "cpu" else ""
        return f"{self.name}{threads}, {str(self.dtype).removeprefix('torch.')}, torch {torch.__version__}"

    @property
    def places(self) -> int:
        """Jobs taken at once: enough to fill a batch, few enough that each gets on."""
        return {"full": 8, "low": 2}.get(self.mode, 4)

    @property
    def most_rows(self) -> int:
        return {"full": 32, "low": 4}.get(self.mode, 16)

    def describe(self) -> dict[str, Any]:
        """For display: plain JSON values."""
        found: dict[str, Any] = {
            "name": self.name,
            "place": str(self.place),
            "type": self.place.type,
            "memory_mode": self.mode,
            "dtype": str(self.dtype).removeprefix("torch."),
            "torch": torch.__version__,
            "threads": torch.get_num_threads(),
        }
        if self.place.type == "cuda":
            found["memory_bytes"] = torch.cuda.get_device_properties(self.place).total_memory
        return found | ({"note": self.note} if self.note else {})


def choose(wanted: str, mode: str) -> Device:
    """The device for the settings ``device`` and ``memory_mode``; falls back to the processor and says so."""
    note = ""
    kind = "cpu" if mode == "cpu" else wanted.split(":")[0]
    if kind == "auto":
        kind = wanted = "cuda" if torch.cuda.is_available() else "cpu"
    if kind == "cuda" and not torch.cuda.is_available():
        kind, note = "cpu", f"{wanted} was asked for, but PyTorch sees no CUDA device"
    elif kind == "mps" and not torch.backends.mps.is_available():
        kind, note = "cpu", "mps was asked for, but PyTorch sees no such device"
    elif kind == "cuda" and ":" in wanted and int(wanted.split(":")[1]) >= torch.cuda.device_count():
        wanted, note = "cuda", f"there is no {wanted}; the first CUDA device is used"
    if kind == "cpu":
        return Device(torch.device("cpu"), "cpu", _processor(), note)
    if kind == "mps":
        return Device(torch.device("mps"), "full" if mode == "auto" else mode, "Apple GPU", note)
    place = torch.device(wanted if ":" in wanted else "cuda:0")
    properties = torch.cuda.get_device_properties(place)
    if mode == "auto":
        mode = "low" if properties.total_memory < LOW_MEMORY_BYTES else "full"
    return Device(place, mode, properties.name, note)


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8", errors="replace") as lines:  # noqa: PTH123 - not a file
            for line in lines:
                if line.startswith("model name"):
                    return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return "processor"


def _main_memory() -> int:
    """Bytes of this machine, or of the container's limit where that is lower."""
    found = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") if hasattr(os, "sysconf") else 8 << 30
    with contextlib.suppress(OSError, ValueError):
        found = min(found, int(Path("/sys/fs/cgroup/memory.max").read_text("ascii")))
    return found


def _swap() -> int:
    with contextlib.suppress(OSError, ValueError, StopIteration):
        lines = Path("/proc/meminfo").read_text("ascii").splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("SwapTotal:"))
    return 0


def out_of_memory(error: BaseException) -> bool:
    """True for torch's own error, and for those of the processor's, Apple's and the driver's allocators, which are
    plain RuntimeErrors."""
    if isinstance(error, torch.OutOfMemoryError | MemoryError):
        return True
    text = str(error)
    return isinstance(error, RuntimeError) and ("DefaultCPUAllocator" in text or "out of memory" in text)


def poisoned(error: BaseException) -> bool:
    """True when the CUDA context cannot be used any more and only a new process helps."""
    if out_of_memory(error):
        return False
    accelerator = getattr(torch, "AcceleratorError", ())
    return isinstance(error, accelerator) or (isinstance(error, RuntimeError) and "CUDA error" in str(error))


class Stopwatch:
    """Seconds a forward took, without ever waiting for the device: on CUDA the figures come a little later."""

    def __init__(self, device: torch.device) -> None:
        self._cuda = device.type == "cuda"
        self._open: deque[tuple[Any, Any, Callable[[float], None]]] = deque()

    def start(self) -> Any:
        if not self._cuda:
            return time.perf_counter()
        event = torch.cuda.Event(enable_timing=True)  # type: ignore[no-untyped-call]
        event.record()
        return event

    def stop(self, started: Any, tell: Callable[[float], None]) -> None:
        if not self._cuda:
            tell(time.perf_counter() - started)
            return
        event = torch.cuda.Event(enable_timing=True)  # type: ignore[no-untyped-call]
        event.record()
        self._open.append((started, event, tell))
        while self._open and self._open[0][1].query():
            begun, ended, report = self._open.popleft()
            report(begun.elapsed_time(ended) / 1000)
