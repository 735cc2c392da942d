"""Systems that torch has no build for are told before anything is downloaded."""

from __future__ import annotations

import os
import platform
from dataclasses import replace

import pytest

from bootstrap import machine
from bootstrap.machine import Machine

LINUX = Machine("linux", "x86_64", (3, 11), 64, ("glibc", "2.36"))
MAC = Machine("darwin", "arm64", (3, 13), 64, macos="14.5")
WINDOWS = Machine("win32", "amd64", (3, 12), 64)


@pytest.mark.parametrize(
    "fine",
    [
        LINUX,
        MAC,
        WINDOWS,
        replace(LINUX, processor="aarch64"),
        replace(LINUX, python=(3, 14)),
        replace(MAC, macos="26"),
    ],
)
def test_systems_with_a_build(fine: Machine) -> None:
    assert machine.problem(fine) is None


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (replace(LINUX, libc=("", "")), "Alpine"),
        (replace(LINUX, libc=("glibc", "2.17")), "glibc 2.17"),
        (replace(LINUX, processor="armv7l", bits=32), "32-bit"),
        (replace(LINUX, processor="riscv64"), "riscv64"),
        (replace(LINUX, python=(3, 15)), "python3.14 deploy/bootstrap run"),
        (replace(MAC, processor="x86_64"), "Intel"),
        (replace(MAC, macos="13.6.1"), "macOS 13.6.1"),
        (replace(WINDOWS, processor="arm64"), "arm64"),
        (replace(WINDOWS, bits=32), "64-bit Python"),
    ],
)
def test_systems_without_one_are_told_why(other: Machine, words: str) -> None:
    assert words in str(machine.problem(other))


def test_the_machine_that_runs_this_has_a_build() -> None:
    found = machine.this_machine()
    assert machine.problem(found) is None
    assert found.processor == platform.machine().lower()
    if os.name == "posix" and found.system == "linux":
        assert found.libc[0] == "glibc"
