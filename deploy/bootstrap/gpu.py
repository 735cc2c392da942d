"""Which build of torch suits this machine.

Minimums, for torch 2.13: its CUDA 13.0 build needs a driver of the 580 branch and compute capability 7.5 (Turing);
its CUDA 12.6 build runs from driver 525 (NVIDIA's minor-version compatibility) on capability 5.0 to 9.0.
Sources: PyTorch's release matrix (RELEASE.md) and NVIDIA's CUDA compatibility guide, table 1.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PYTORCH_INDEX = "https://download.pytorch.org/whl/"
CUDA_13_DRIVER, CUDA_13_CAPABILITY = 580, (7, 5)
CUDA_12_DRIVER, CUDA_12_CAPABILITIES = 525, ((5, 0), (9, 0))
DRIVER_PAGE = "https://www.nvidia.com/drivers"


@dataclass(frozen=True, slots=True)
class Gpu:
    """``driver`` is the branch (580 of 580.95.05); ``capability`` is None where the driver is too old to tell."""

    name: str
    driver: int
    capability: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Build:
    """A build of torch: ``flavour`` is cpu, cu130, cu126 or default; ``why`` is a line for the person.

    ``index`` is PyTorch's own index for it, or "" for the default one. ``needs_index`` says that the default index
    has no such build.
    """

    flavour: str
    why: str
    index: str = ""
    needs_index: bool = False


def find_nvidia_smi() -> str | None:
    """The driver's own tool; under WSL it lies off the path."""
    found = shutil.which("nvidia-smi")
    wsl = Path("/usr/lib/wsl/lib/nvidia-smi")
    return found or (str(wsl) if wsl.exists() else None)


def _query(tool: str, fields: str, timeout_seconds: float) -> list[list[str]] | None:
    command = [tool, f"--query-gpu={fields}", "--format=csv,noheader,nounits"]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=timeout_seconds, stdin=subprocess.DEVNULL, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    if done.returncode != 0:
        return None
    return [[part.strip() for part in line.rsplit(",", fields.count(","))] for line in done.stdout.splitlines() if line]


def _number(text: str) -> int:
    head = text.split(".")[0]
    return int(head) if head.isdecimal() else 0


def _capability(text: str) -> tuple[int, int] | None:
    major, _, minor = text.partition(".")
    return (int(major), int(minor)) if major.isdecimal() and minor.isdecimal() else None


def read_gpus(timeout_seconds: float = 30) -> tuple[Gpu, ...]:
    """The NVIDIA GPUs that the driver reports; none where there is no driver or it does not answer."""
    tool = find_nvidia_smi()
    if tool is None:
        return ()
    rows = _query(tool, "name,driver_version,compute_cap", timeout_seconds)
    if rows is None:  # drivers before 510 do not know compute_cap
        rows = _query(tool, "name,driver_version", timeout_seconds) or []
    return tuple(
        Gpu(row[0], _number(row[1]), _capability(row[2]) if len(row) > 2 else None) for row in rows if len(row) > 1
    )


def choose_build(gpus: tuple[Gpu, ...], system: str, machine: str) -> Build:
    """The build for these GPUs on ``system`` (as in sys.platform) and ``machine`` (as in platform.machine())."""
    if system == "darwin":
        return Build("default", "Apple silicon: torch with Metal support")
    if not gpus:
        return _cpu(system, "no usable NVIDIA GPU found: pictures are made on the processor")
    newest = [gpu for gpu in gpus if gpu.capability is not None and gpu.capability >= CUDA_13_CAPABILITY]
    if newest and newest[0].driver >= CUDA_13_DRIVER:
        # PyPI's Linux build is this one; on Windows PyPI has the CPU build only.
        return Build(
            "cu130",
            f"{_names(newest)}, driver {newest[0].driver}: torch with CUDA 13.0",
            index="" if system == "linux" else PYTORCH_INDEX + "cu130",
            needs_index=system != "linux",
        )
    low, high = CUDA_12_CAPABILITIES
    older = [gpu for gpu in gpus if gpu.capability is not None and low <= gpu.capability <= high]
    if older and older[0].driver >= CUDA_12_DRIVER and machine.lower() in ("x86_64", "amd64"):
        why = f"{_names(older)}, driver {older[0].driver}: torch with CUDA 12.6"
        if newest:
            why += f" (a driver from {CUDA_13_DRIVER} on would allow the newer CUDA 13.0 build: {DRIVER_PAGE})"
        return Build("cu126", why, index=PYTORCH_INDEX + "cu126", needs_index=True)
    return _cpu(system, _refusal(gpus[0]) + "; pictures are made on the processor until then")


def this_machine(force_cpu: bool = False) -> Build:
    """The build for the machine that this runs on."""
    gpus = () if force_cpu else read_gpus()
    build = choose_build(gpus, sys.platform, platform.machine())
    if force_cpu and build.flavour == "cpu":
        return Build("cpu", "the CPU build, as asked", build.index)
    return build


def _cpu(system: str, why: str) -> Build:
    # PyPI's Windows build is the CPU build; PyPI's Linux build carries CUDA, several GB of it.
    return Build("cpu", why, index="" if system == "win32" else PYTORCH_INDEX + "cpu")


def _names(gpus: list[Gpu]) -> str:
    extra = f" and {len(gpus) - 1} more" if len(gpus) > 1 else ""
    return gpus[0].name + extra


def _refusal(gpu: Gpu) -> str:
    low = CUDA_12_CAPABILITIES[0]
    if gpu.capability is not None and gpu.capability < low:
        own = "{}.{}".format(*gpu.capability)
        return f"{gpu.name} has compute capability {own}; torch needs at least {low[0]}.{low[1]}"
    needed = CUDA_12_DRIVER
    if gpu.capability is not None and gpu.capability > CUDA_12_CAPABILITIES[1]:
        needed = CUDA_13_DRIVER
    return (
        f"{gpu.name} has driver {gpu.driver or 'of an unknown version'}, and torch needs {needed} or newer: "
        f"install it from {DRIVER_PAGE}, then run ./deploy/run --rebuild"
    )


def index_reachable(url: str, timeout_seconds: float = 5) -> bool:
    """Whether ``url`` answers. False as well where pip was told to use no index (PIP_NO_INDEX)."""
    if os.environ.get("PIP_NO_INDEX"):
        return False
    import urllib.request  # not needed on a quick start

    request = urllib.request.Request(url + "/torch/", method="HEAD")  # noqa: S310 - our own https constants
    try:
        with urllib.request.urlopen(request, timeout=timeout_seconds):  # noqa: S310
            return True
    except OSError:
        return False
