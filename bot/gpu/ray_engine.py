"""Engines on other machines: the actors of a Ray cluster, reached through a driver that is a child process.

They join the fleet when their node does and leave it with their node or the cluster; what they held then raises
EngineDied. An engine whose process ended stays, and is started again by the driver. A cluster that is lost is tried
again with growing delays, and the bot goes on meanwhile.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Mapping, Sequence
from typing import Any

from bot.children.channel import Frame
from bot.children.child import Child
from bot.errors import ChannelError
from bot.gpu.catalog import ModelInfo
from bot.gpu.engine import EngineState
from bot.gpu.fleet import Fleet
from bot.gpu.framed import FramedEngine, frames_of
from bot.gpu.learnt import Learnt

log = logging.getLogger(__name__)

DRIVER = "bot.gpu.ray_driver"
FIRST_DELAY, LONGEST_DELAY = 1.0, 60.0
WATCH_SECONDS = 2.0


class RayEngine(FramedEngine):
    """One place in the cluster, for as long as its node is there."""

    def __init__(self, cluster: RayCluster, number: int, name: str, node: str, learnt: Learnt | None) -> None:
        """``node`` is the id of the node that it runs on."""
        super().__init__(name, learnt)
        self._cluster, self.number, self.node = cluster, number, node

    async def start(self) -> None:
        """The cluster started it."""

    def know(self, models: Sequence[ModelInfo]) -> None:
        """The cluster tells the driver, which knows where each node's starter model lies."""
        self.unusable.clear()

    async def hear(self, frame: Frame) -> None:
        await self._hear(frame)

    async def died(self, reason: str) -> None:
        """Its process ended; the driver starts another."""
        await self._enter(EngineState.RESTARTING)
        self._end_life(reason)

    def overdue(self) -> bool:
        """True when a job has been silent for longer than anything explains."""
        return self._overdue()

    def _send(self, header: Mapping[str, Any], blobs: Sequence[bytes] = ()) -> None:
        self._cluster.send({**header, "engine": self.number}, blobs)

    def _connected(self) -> bool:
        return self._state is not EngineState.CLOSED


class RayCluster:
    """Keeps ``fleet`` in step with the cluster at ``address``; every engine is sent ``worker_hello``.

    Why it cannot be used, while it cannot, is in ``fleet.problems``.
    """

    def __init__(
        self,
        fleet: Fleet,
        address: str,
        worker_hello: Mapping[str, Any],
        learnt: Learnt | None = None,
        environ: Mapping[str, str] | None = None,
    ) -> None:
        self._fleet, self._learnt, self._environ = fleet, learnt, environ
        self._address, self._worker_hello = address, worker_hello
        self._source = f"the Ray cluster {address}"
        self._engines: dict[int, RayEngine] = {}
        self._child: Child | None = None
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Connect in the background; returns at once."""
        if self._task is None:
            self._task = asyncio.create_task(self._supervise(), name="ray supervisor")

    async def close(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
        await self._all_leave()

    def know(self, models: Sequence[ModelInfo]) -> None:
        """Tell all engines there, and those that join later, which models there are from now on."""
        self._worker_hello = {**self._worker_hello, "models": frames_of(models)}
        self.send({"type": "models", "models": frames_of(models)})

    def send(self, header: Mapping[str, Any], blobs: Sequence[bytes] = ()) -> None:
        if self._child is not None:
            self._child.channel.send(header, blobs)

    async def _supervise(self) -> None:
        delay = FIRST_DELAY
        while True:
            connected = await self._one_life()
            await self._all_leave()
            delay = FIRST_DELAY if connected else delay
            problem = self._fleet.problems.get(self._source)
            log.error("%s cannot be used: %s; trying again in %.0f s", self._source, problem, delay)
            await asyncio.sleep(delay)
            delay = min(2 * delay, LONGEST_DELAY)

    async def _one_life(self) -> bool:
        """Start a driver and serve it until it ends. True when it had found the cluster."""
        connected, reason = False, ""
        try:
            child = self._child = await Child.start(DRIVER, "ray", self._environ)
        except OSError as error:
            self._fleet.report(self._source, f"its driver cannot be started: {error}")
            return False
        watch = asyncio.create_task(self._watch(), name="ray watch")
        try:
            worker = {**self._worker_hello, "learnt": self._learnt.all() if self._learnt else {}}
            child.channel.send({"type": "hello", "address": self._address, "worker": worker})
            while (frame := await child.channel.receive()) is not None:
                if frame.kind == "trouble":
                    reason = str(frame.header["message"])
                    log.warning("Ray: %s", reason)
                    continue
                connected, reason = True, ""
                self._fleet.report(self._source, None)
                await self._hear(frame)
        except (ChannelError, KeyError, ValueError, TypeError) as error:
            reason = f"it sent what cannot be read: {error}"
            child.kill()
        finally:
            watch.cancel()
            self._child = None
            code = await child.end()
            self._fleet.report(self._source, reason or f"it was lost (its driver ended with code {code})")
        return connected

    async def _hear(self, frame: Frame) -> None:
        number = int(frame.header["engine"])
        known = self._engines.get(number)
        if frame.kind == "joined":
            if known is not None:
                return
            name, node = str(frame.header["name"]), str(frame.header["node"])
            engine = self._engines[number] = RayEngine(self, number, name, node, self._learnt)
            self._fleet.join(engine)
            log.info("an engine joined: %s", engine.name)
        elif frame.kind == "left":
            await self._leave(number, str(frame.header["reason"]))
        elif frame.kind == "died" and known is not None:
            log.error("an engine ended and starts again: %s (%s)", known.name, frame.header["reason"])
            await known.died(str(frame.header["reason"]))
        elif known is not None:
            await known.hear(frame)

    async def _leave(self, number: int, reason: str) -> None:
        engine = self._engines.pop(number, None)
        if engine is not None:
            log.error("an engine left: %s (%s)", engine.name, reason)
            self._fleet.leave(engine)
            await engine.close()

    async def _all_leave(self) -> None:
        for number in list(self._engines):
            await self._leave(number, "the cluster was lost")

    async def _watch(self) -> None:
        """One that makes no progress is replaced."""
        while True:
            await asyncio.sleep(WATCH_SECONDS)
            for engine in list(self._engines.values()):
                if engine.overdue():
                    log.error("the engine (%s) makes no progress and is ended", engine.name)
                    self.send({"type": "replace", "engine": engine.number})
