"""Runs on a node of a Ray cluster: the engine process of that node, and the bytes between it and the driver.

Ray finds this class by its module, so a node has to have Inkling installed, in the driver's version. What travels is
what travels on the socketpair of a local engine. The process ends with the actor, and the actor with its driver.
"""

from __future__ import annotations

import os
import platform
import socket
import subprocess
import sys
from pathlib import Path

import bot
from bot.gpu.catalog import starter

WORKER = "bot.gpu.worker.main"
_READ = 1 << 20
_WAIT_SECONDS = 1.0


class Relay:
    """One engine process. ``receive`` raises EOFError when it ended."""

    def __init__(self, threads: int) -> None:
        ours, theirs = socket.socketpair()
        environ = {
            key: value for key, value in os.environ.items() if key != "OMP_NUM_THREADS"
        }  # Ray's, for small tasks
        environ["PYTHONPATH"] = os.pathsep.join(
            filter(None, (str(Path(bot.__file__).resolve().parents[1]), environ.get("PYTHONPATH")))
        )
        if threads:
            environ["OMP_NUM_THREADS"] = str(threads)
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own module
                [sys.executable, "-m", WORKER, "--fd", str(theirs.fileno())],
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env=environ,
            )
        ours.settimeout(_WAIT_SECONDS)
        self._socket = ours

    def about(self) -> dict[str, str]:
        """What the driver has to know of this node; ``starter`` is where its starter model lies."""
        return {"version": bot.__version__, "host": platform.node(), "starter": str(starter().source)}

    def send(self, data: bytes) -> None:
        self._socket.sendall(data)

    def end(self) -> None:
        """``receive`` notices."""
        self._process.kill()

    def receive(self) -> bytes:
        """Some bytes; none when nothing came for a while."""
        try:
            data = self._socket.recv(_READ)
        except TimeoutError:
            return b""
        if not data:
            raise EOFError(f"exit code {self._process.wait()}")
        return data
