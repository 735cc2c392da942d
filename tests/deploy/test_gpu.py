"""The choice of torch's build, by table and from pretended nvidia-smi programs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bootstrap import gpu
from bootstrap.gpu import Gpu

posix_only = pytest.mark.skipif(os.name == "nt", reason="the pretended nvidia-smi is a shell script")
TESLA_K80 = Gpu("Tesla K80", 470, (3, 7))
GTX_1080 = Gpu("GTX 1080", 580, (6, 1))
RTX_3060 = Gpu("RTX 3060", 580, (8, 6))
RTX_5090 = Gpu("RTX 5090", 590, (12, 0))


@pytest.mark.parametrize(
    ("gpus", "system", "flavour"),
    [
        ((), "linux", "cpu"),
        ((), "win32", "cpu"),
        ((), "darwin", "default"),
        ((RTX_3060,), "linux", "cu130"),
        ((RTX_5090,), "linux", "cu130"),
        ((RTX_3060,), "win32", "cu130"),
        ((GTX_1080,), "linux", "cu126"),
        ((GTX_1080, RTX_3060), "linux", "cu130"),  # the newer card is the one to use
        ((Gpu("RTX 3060", 560, (8, 6)),), "linux", "cu126"),  # driver too old for 13.0, fine for 12.6
        ((Gpu("RTX 3060", 525, (8, 6)),), "linux", "cu126"),
        ((Gpu("RTX 3060", 524, (8, 6)),), "linux", "cpu"),
        ((Gpu("RTX 5090", 575, (12, 0)),), "linux", "cpu"),  # 12.6 does not know the card
        ((TESLA_K80,), "linux", "cpu"),
        ((Gpu("Old", 390, None),), "linux", "cpu"),
    ],
)
def test_build_by_driver_and_capability(gpus: tuple[Gpu, ...], system: str, flavour: str) -> None:
    assert gpu.choose_build(gpus, system, "x86_64").flavour == flavour


def test_the_legacy_cuda_build_exists_for_x86_only() -> None:
    assert gpu.choose_build((GTX_1080,), "linux", "aarch64").flavour == "cpu"


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (Gpu("RTX 3060", 470, (8, 6)), ["RTX 3060", "driver 470", "525 or newer", gpu.DRIVER_PAGE, "--rebuild"]),
        (Gpu("RTX 5090", 575, (12, 0)), ["driver 575", "580 or newer"]),
        (TESLA_K80, ["Tesla K80", "capability 3.7", "at least 5.0"]),
        (Gpu("Old", 390, None), ["driver 390", "525 or newer"]),
        (Gpu("Odd", 0, None), ["unknown version"]),
    ],
)
def test_a_refused_gpu_is_explained(one: Gpu, words: list[str]) -> None:
    why = gpu.choose_build((one,), "linux", "x86_64").why
    assert all(word in why for word in words), why
    assert "processor" in why


def test_an_old_driver_on_a_new_card_hears_of_the_newer_build() -> None:
    assert "580" in gpu.choose_build((Gpu("RTX 3060", 560, (8, 6)),), "linux", "x86_64").why


def test_where_each_build_comes_from() -> None:
    linux_cpu = gpu.choose_build((), "linux", "x86_64")
    assert linux_cpu.index == "https://download.pytorch.org/whl/cpu"
    assert not linux_cpu.needs_index
    assert gpu.choose_build((), "win32", "AMD64").index == ""  # PyPI's is the CPU build there
    assert gpu.choose_build((RTX_3060,), "linux", "x86_64").index == ""  # PyPI's is the CUDA build there
    assert gpu.choose_build((RTX_3060,), "win32", "AMD64").needs_index
    assert gpu.choose_build((GTX_1080,), "linux", "x86_64").needs_index


def _pretend(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    tool = folder / "nvidia-smi"
    tool.write_text("#!/bin/sh\n" + script)
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@posix_only
def test_reads_names_with_commas_and_several_cards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _pretend(tmp_path, monkeypatch, "echo 'NVIDIA H100, 80GB, 580.95.05, 9.0'; echo 'NVIDIA T4, 580.95.05, 7.5'\n")
    assert gpu.read_gpus() == (Gpu("NVIDIA H100, 80GB", 580, (9, 0)), Gpu("NVIDIA T4", 580, (7, 5)))


@posix_only
def test_a_driver_that_does_not_know_compute_cap_still_tells_its_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _pretend(tmp_path, monkeypatch, 'case "$1" in *compute_cap*) exit 2;; esac; echo "GTX 970, 470.82.01"\n')
    (found,) = gpu.read_gpus()
    assert found == Gpu("GTX 970", 470, None)
    assert "driver 470" in gpu.choose_build((found,), "linux", "x86_64").why


@posix_only
@pytest.mark.parametrize(
    "script",
    ["echo 'NVIDIA-SMI has failed because it could not communicate with the NVIDIA driver.'; exit 9", "exit 0"],
    ids=["driver not loaded", "no card"],
)
def test_a_tool_without_a_card_is_no_gpu(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    _pretend(tmp_path, monkeypatch, script + "\n")
    assert gpu.read_gpus() == ()


@posix_only
def test_a_hanging_tool_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _pretend(tmp_path, monkeypatch, "exec sleep 60\n")
    assert gpu.read_gpus(timeout_seconds=0.3) == ()


def test_no_index_means_that_no_index_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    assert gpu.index_reachable("http://127.0.0.1:1") is False


def test_an_unreachable_index_is_told_apart_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PIP_NO_INDEX", raising=False)
    assert gpu.index_reachable("http://127.0.0.1:1", timeout_seconds=2) is False
