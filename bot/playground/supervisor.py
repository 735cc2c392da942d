"""The real bot as a child process: started, listened to, started again when it ends, and never left behind."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .console import Console, Phase

if TYPE_CHECKING:
    from .loopback import Loopback

BOT_COMMAND = (sys.executable, "-m", "bot", "run")
BACKOFF_SECONDS = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
STABLE_SECONDS = 60.0  # a bot that ran this long starts the back-off anew
GRACE_SECONDS = 10.0
LOADING_SECONDS = 30.0  # after this the page stops saying that the model loads, whatever the log says
LINE_LIMIT = 1 << 20  # bytes
ENGINE_READY = re.compile(r"\bengine\b.*\bready\b", re.IGNORECASE)
EVERYDAY = re.compile(r"\b(DEBUG|INFO|WARNING)\b")
PR_SET_PDEATHSIG = 1


class Supervisor:
    """Keeps one bot running until cancelled. ``show`` gets each of its log lines."""

    def __init__(
        self,
        loopback: Loopback,
        console: Console,
        environ: Mapping[str, str],
        *,
        show: Callable[[str], None],
        command: Sequence[str] = BOT_COMMAND,
        backoff_seconds: Sequence[float] = BACKOFF_SECONDS,
    ) -> None:
        self._loopback, self._console, self._environ = loopback, console, environ
        self._show, self._command, self._backoff = show, command, backoff_seconds
        self._engine_ready = False
        self.process: asyncio.subprocess.Process | None = None

    async def run(self) -> None:
        """Returns only by cancellation; the child has ended then."""
        failures = 0
        try:
            while True:
                started = time.monotonic()
                code = await self._live_once()
                failures = 0 if time.monotonic() - started > STABLE_SECONDS else failures + 1
                pause = self._backoff[min(failures, len(self._backoff)) - 1] if failures else self._backoff[0]
                detail = last_words(self._console.lines)
                self._note(f"The bot ended with code {code}; starting it again in {pause:g} s.")
                self._console.set(Phase.RESTARTING, detail)
                await asyncio.sleep(pause)
        finally:
            self._console.set(Phase.STOPPED)

    async def _live_once(self) -> int:
        self._engine_ready = False
        if self._console.status.phase is not Phase.RESTARTING:
            self._console.set(Phase.STARTING)
        process = self.process = await asyncio.create_subprocess_exec(
            *self._command,
            env=dict(self._environ),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            limit=LINE_LIMIT,
            **_own_group(),
        )
        watching = asyncio.create_task(self._watch_connection())
        try:
            await self._listen(process)
            return await process.wait()
        finally:
            watching.cancel()
            await asyncio.gather(watching, return_exceptions=True)
            await _end(process)

    async def _listen(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None  # noqa: S101 - it is a pipe
        while True:
            try:
                raw = await process.stdout.readline()
            except ValueError:  # a line beyond the limit, of which the rest comes next
                continue
            if not raw:
                return
            line = raw.decode("utf-8", "replace").rstrip()
            self._note(line)
            if ENGINE_READY.search(line):
                self._engine_ready = True
                if self._console.status.phase is Phase.LOADING:
                    self._console.set(Phase.READY)

    async def _watch_connection(self) -> None:
        """Tells the page when the bot is there. The old connection may outlive its process for a moment."""
        loopback = self._loopback
        with contextlib.suppress(TimeoutError):
            await loopback.wait_for(lambda: not loopback.connected, timeout=5.0)
        await loopback.wait_for(lambda: loopback.connected, timeout=86_400.0)
        self._console.set(Phase.READY if self._engine_ready else Phase.LOADING)
        before = len(loopback.requests)
        with contextlib.suppress(TimeoutError):
            # A file that the bot sends shows as well as its log that pictures are being made.
            await loopback.wait_for(
                lambda: self._engine_ready or any(request.files for request in loopback.requests[before:]),
                timeout=LOADING_SECONDS,
            )
        if self._console.status.phase is Phase.LOADING:
            self._console.set(Phase.READY)

    def _note(self, line: str) -> None:
        self._show(line)
        self._console.log(line)


def last_words(lines: Sequence[str]) -> str:
    """The last line where it may say why the bot ended; everyday log lines do not."""
    last = lines[-1] if lines else ""
    return "" if EVERYDAY.search(last) else last


async def _end(process: asyncio.subprocess.Process) -> None:
    """Asks, waits, then insists, with all that the bot itself started."""
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        # Shielded, so that a second Ctrl-C shortens the wait but skips nothing.
        with contextlib.suppress(TimeoutError, asyncio.CancelledError):
            await asyncio.wait_for(asyncio.shield(process.wait()), GRACE_SECONDS)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        elif process.returncode is None:
            process.kill()
    await process.wait()


def _own_group() -> dict[str, Any]:
    """A group of its own: the terminal's Ctrl-C reaches the playground, which ends the bot in order.

    On Linux the kernel also ends the bot when the playground is killed outright; elsewhere it then finds its
    Discord gone and has nothing left to do.
    """
    if os.name != "posix":
        return {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)}
    if not sys.platform.startswith("linux"):
        return {"start_new_session": True}
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    return {"start_new_session": True, "preexec_fn": lambda: prctl(PR_SET_PDEATHSIG, signal.SIGTERM)}
