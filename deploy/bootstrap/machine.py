"""Whether torch has a build for this system at all, told before anything is downloaded.

The builds of torch 2.13: Linux with glibc 2.28 or newer on x86_64 and aarch64, Windows on x86_64, macOS 14 or newer on
Apple silicon; Python 3.11 to 3.14 (file names on PyPI).
"""

from __future__ import annotations

import os
import platform
import struct
import sys
from dataclasses import dataclass

NEWEST_PYTHON = (3, 14)


@dataclass(frozen=True, slots=True)
class Machine:
    """``system`` as in sys.platform, ``libc`` as (name, version), ``bits`` of the interpreter."""

    system: str
    processor: str
    python: tuple[int, int]
    bits: int
    libc: tuple[str, str] = ("", "")
    macos: str = ""


def this_machine() -> Machine:
    libc = platform.libc_ver() if sys.platform == "linux" else ("", "")
    if sys.platform == "linux" and "CS_GNU_LIBC_VERSION" in os.confstr_names:
        name, _, version = (os.confstr("CS_GNU_LIBC_VERSION") or "").partition(" ")
        libc = (name, version)
    return Machine(
        sys.platform,
        platform.machine().lower(),
        (sys.version_info[0], sys.version_info[1]),
        struct.calcsize("P") * 8,
        libc,
        platform.mac_ver()[0],
    )


def problem(machine: Machine) -> str | None:
    """Why torch cannot be installed here and what would help; None when it can."""
    if machine.python > NEWEST_PYTHON:
        own, newest = (".".join(map(str, version)) for version in (machine.python, NEWEST_PYTHON))
        return f"Python {own} is newer than torch knows; install Python {newest} beside it and run:\n{_with(newest)}"
    if machine.bits != 64:
        return "This Python is a 32-bit one, and torch has 64-bit builds only. Install a 64-bit Python."
    if machine.system == "darwin":
        if machine.processor != "arm64":
            return "torch no longer has builds for Macs with an Intel processor. A Linux or Windows machine will do."
        if _version(machine.macos) < (14,):
            return f"This is macOS {machine.macos}, and torch needs 14 or newer."
    elif machine.system == "linux":
        if machine.libc[0] != "glibc":
            return "torch has no builds for systems without glibc, such as Alpine. Use Debian, Ubuntu or Fedora, say."
        if _version(machine.libc[1]) < (2, 28):
            return f"This system has glibc {machine.libc[1]}, and torch needs 2.28: Debian 10, Ubuntu 20.04 or newer."
    processors = {"linux": ("x86_64", "aarch64"), "win32": ("amd64",), "darwin": ("arm64",)}
    if machine.processor not in processors.get(machine.system, ()):
        return f"torch has no build for {machine.system} on {machine.processor}."
    return None


def _with(python: str) -> str:
    return f"  python{python} deploy/bootstrap run"


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(".") if part.isdecimal())
