"""Victims of ``kill -9``: forked from one process that has imported everything, so that none waits for its imports."""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import random
import time
from collections.abc import Callable, Coroutine, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

_FORKS = multiprocessing.get_context("forkserver")

Confirm = Callable[[Any], None]
"""Says that something is done: it must be found later, whatever comes."""
Victim = Callable[[Path, int, Confirm], Coroutine[Any, Any, None]]
"""Works in a folder, with a seed, for ever."""


def preload(modules: Sequence[str]) -> None:
    """What the victims import; to be said before the first of them lives."""
    _FORKS.set_forkserver_preload(["tests.killed", *modules])


def killed_life(
    victim: Victim, folder: Path, seed: int, *, confirmed: tuple[int, int], pause_seconds: float
) -> list[Any]:
    """Let it live until it has confirmed so many things and a moment longer, and kill it; all that it had confirmed."""
    chance = random.Random(seed)
    ours, theirs = _FORKS.Pipe(duplex=False)
    process = _FORKS.Process(target=_live, args=(victim, folder, seed, theirs))
    process.start()
    theirs.close()
    with ours:
        said = [ours.recv() for _ in range(chance.randint(*confirmed))]
        time.sleep(chance.random() * pause_seconds)
        process.kill()
        process.join()
        with contextlib.suppress(EOFError, OSError):
            while True:
                said.append(ours.recv())
    process.close()
    return said


def _live(victim: Victim, folder: Path, seed: int, pipe: Connection) -> None:
    asyncio.run(victim(folder, seed, pipe.send))
