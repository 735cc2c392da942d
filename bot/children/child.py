"""A child process on a socketpair: started, listened to, ended. What it writes to standard error goes to the log."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import bot
from bot.children.channel import AsyncChannel

log = logging.getLogger(__name__)

GRACE_SECONDS = 3.0
_LINE = 500
_LINES_A_MINUTE = 300
_LEVELS = ("INFO", "WARNING", "ERROR", "CRITICAL")
_SECRETS = ("DISCORD_TOKEN", "HF_TOKEN", "SUMMARY_ENDPOINT_KEY")
_ROOT = str(Path(bot.__file__).resolve().parent.parent)


class Child:
    """One life of a child process."""

    def __init__(self, process: asyncio.subprocess.Process, channel: AsyncChannel, name: str) -> None:
        self.process, self.channel, self.name = process, channel, name
        self._level = logging.INFO
        self._listening = asyncio.create_task(self._listen(), name=f"{name} stderr")

    @classmethod
    async def start(cls, module: str, name: str, environ: Mapping[str, str] | None = None) -> Child:
        """Run ``python -m module --fd N``. Raises OSError when it cannot be started."""
        ours, theirs = socket.socketpair()
        try:
            with theirs:
                process = await asyncio.create_subprocess_exec(
                    sys.executable,
                    "-m",
                    module,
                    "--fd",
                    str(theirs.fileno()),
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.PIPE,
                    env=_environment(environ),
                    **_inherit(theirs),
                )
            return cls(process, await AsyncChannel.over(ours), name)
        except BaseException:
            ours.close()
            raise

    @property
    def pid(self) -> int:
        return self.process.pid

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()

    async def end(self, grace: float = GRACE_SECONDS) -> int:
        """Close the channel, which ends the child; kill it when it does not. Returns its exit code."""
        await self.channel.close()
        try:
            async with asyncio.timeout(grace):
                await self.process.wait()
        except TimeoutError:
            self.kill()
        code = await self.process.wait()
        await self._listening
        return code

    async def _listen(self) -> None:
        """Standard error to the log, line by line, with bounds on both: a child must not fill the disk."""
        stream = self.process.stderr
        if stream is None:
            return
        rest, window, lines = b"", time.monotonic(), 0
        while data := await stream.read(1 << 14):
            *whole, rest = (rest + data).split(b"\n")
            rest = rest[-_LINE:]
            if time.monotonic() - window > 60:
                window, lines = time.monotonic(), 0
            for line in filter(None, whole):
                lines += 1
                self._say(line, quiet=lines > _LINES_A_MINUTE)
        if rest:
            self._say(rest, quiet=False)

    def _say(self, line: bytes, quiet: bool) -> None:
        text = line[:_LINE].decode("utf-8", "replace").rstrip()
        if text.startswith(_LEVELS):  # what follows without a level of its own, such as a traceback, belongs to it
            self._level = logging.INFO if text.startswith("INFO") else logging.WARNING
        if not quiet:
            log.log(self._level, "%s: %s", self.name, text)


def _environment(extra: Mapping[str, str] | None) -> dict[str, str]:
    """The bot's environment without its secrets, and with this package on the path."""
    environ = {key: value for key, value in os.environ.items() if key not in _SECRETS}
    environ["PYTHONPATH"] = os.pathsep.join(filter(None, (_ROOT, environ.get("PYTHONPATH"))))
    return environ | dict(extra or {})


def _inherit(sock: socket.socket) -> dict[str, Any]:
    """How the child gets its end of the socketpair."""
    if os.name == "posix":
        return {"pass_fds": (sock.fileno(),)}
    sock.set_inheritable(True)
    return {"close_fds": False}
