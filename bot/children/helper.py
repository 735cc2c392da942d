"""A child process that answers requests: started when it is first needed, and again when it ended."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import logging
import time
from collections.abc import Mapping, Sequence
from typing import Any

from bot.children.channel import Frame
from bot.children.child import Child
from bot.errors import ChannelError, HelperAway, HelperError, HelperLacks, HelperRefused

log = logging.getLogger(__name__)

FIRST_DELAY, LONGEST_DELAY = 0.5, 60.0
HEALTHY_SECONDS = 30.0


class Helper:
    """``life`` counts the processes: what one held in memory, the next does not."""

    def __init__(self, module: str, name: str, environ: Mapping[str, str], *, cancels: bool = False) -> None:
        """``python -m module`` answers; ``name`` is what the log calls it. ``cancels``: it understands that a request
        is not wanted any more, as ``{"type": "cancel", "id": …}``."""
        self._module, self._name, self._environ = module, name, environ
        self._cancels = cancels
        self._child: Child | None = None
        self._starting = asyncio.Lock()
        self._answers: dict[int, asyncio.Future[Frame]] = {}
        self._numbers = itertools.count(1)
        self._reader: asyncio.Task[None] | None = None
        self._delay = FIRST_DELAY
        self._not_before = 0.0
        self._closed = False
        self._resting: Child | None = None
        self.life = 0

    @property
    def pid(self) -> int | None:
        return self._child.pid if self._child is not None else None

    async def ask(self, header: Mapping[str, Any], blobs: Sequence[bytes] = (), *, timeout_seconds: float) -> Frame:
        """The answer to a request.

        Raises HelperRefused when it cannot be done, HelperLacks when what it needs cannot be loaded, HelperAway when
        the helper is not there to be asked, and HelperError when it took too long or ended meanwhile.
        """
        child = await self._running()
        number = next(self._numbers)
        answer: asyncio.Future[Frame] = asyncio.get_running_loop().create_future()
        self._answers[number] = answer
        try:
            child.channel.send({**header, "id": number}, blobs)
            async with asyncio.timeout(timeout_seconds):
                frame = await answer
        except TimeoutError:
            raise HelperError(f"no answer to {header['type']} in {timeout_seconds:g} s") from None
        finally:
            self._answers.pop(number, None)
            if self._cancels and self._child is child and (answer.cancelled() or not answer.done()):
                child.channel.send({"type": "cancel", "id": number})
        if "lacks" in frame.header:
            raise HelperLacks(str(frame.header["lacks"]))
        if "failed" in frame.header:
            raise HelperRefused(str(frame.header["failed"]))
        return frame

    async def rest(self) -> None:
        """End the process, whatever it does, and with it what it holds; the next request starts another."""
        child, self._child = self._child, None
        if child is not None:
            self._resting = child
            child.kill()
            if self._reader is not None:
                await self._reader

    async def close(self) -> None:
        self._closed = True
        child = self._child
        if child is not None:
            await child.end()
        if self._reader is not None:
            await self._reader

    async def _running(self) -> Child:
        async with self._starting:
            if self._child is not None:
                return self._child
            if self._closed or time.monotonic() < self._not_before:
                raise HelperAway(f"the {self._name} helper is not running")
            try:
                child = await Child.start(self._module, self._name, self._environ)
            except OSError as error:
                self._back_off()
                raise HelperAway(f"the {self._name} helper cannot be started: {error}") from None
            self._child = child
            self.life += 1
            self._reader = asyncio.create_task(self._read(child), name=f"{self._name} helper")
            return child

    async def _read(self, child: Child) -> None:
        began = time.monotonic()
        with contextlib.suppress(ChannelError):
            while (frame := await child.channel.receive()) is not None:
                waiting = self._answers.get(int(frame.header.get("id") or 0))
                if waiting is not None and not waiting.done():
                    waiting.set_result(frame)
        if self._child is child:
            self._child = None
        for waiting in self._answers.values():
            if not waiting.done():
                waiting.set_exception(HelperError(f"the {self._name} helper ended"))
        code = await child.end()
        if code and not self._closed and self._resting is not child:  # one that ends well was idle
            log.warning("the %s helper ended with %s; it is started again when needed", self._name, code)
            if time.monotonic() - began > HEALTHY_SECONDS:
                self._delay = FIRST_DELAY
            self._back_off()

    def _back_off(self) -> None:
        self._not_before = time.monotonic() + self._delay
        self._delay = min(2 * self._delay, LONGEST_DELAY)
