"""One person asks for much, four ask for little: what each waits, with the real queue before this engine."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.children.channel import Frame
from bot.db.database import Database
from bot.gpu.fleet import Fleet
from bot.gpu.framed import FramedEngine
from bot.gpu.job import Generation, Job, Rendered
from bot.gpu.queue import Queue
from bot.gpu.store import JobStore
from tests.bench.contenders import Ours

HEAVY = 1


class InProcess(FramedEngine):
    """The studio of this process behind the Engine protocol, so that the queue's threads and the device's share one."""

    def __init__(self, ours: Ours) -> None:
        super().__init__("this process")
        self._ours = ours
        self._frames: asyncio.Queue[Frame] = asyncio.Queue()
        self._loop = asyncio.get_running_loop()
        ours.listener = self._heard

    async def start(self) -> None:
        self._listening = asyncio.create_task(self._listen())
        self._frames.put_nowait(Frame({"type": "ready", "device": {}, "places": self._ours.places}))
        self._frames.put_nowait(Frame({"type": "loaded", "model": "model", "resident": ["model"]}))

    async def close(self) -> None:
        await super().close()
        self._listening.cancel()
        self._ours.listener = None

    def _connected(self) -> bool:
        return True

    def _send(self, header: Mapping[str, Any], blobs: Sequence[bytes] = ()) -> None:
        if header["type"] == "generate":
            self._ours.studio.take(-header["job"], Generation.from_json(header["generation"]), tuple(blobs))
        else:
            self._ours.studio.cancel(-header["job"])

    def _heard(self, header: Mapping[str, Any], blobs: Sequence[bytes]) -> None:
        if header.get("job", 0) < 0:  # the others are the benchmark's own
            frame = Frame({**header, "job": -header["job"]}, tuple(blobs))
            self._loop.call_soon_threadsafe(self._frames.put_nowait, frame)

    async def _listen(self) -> None:
        while True:
            await self._hear(await self._frames.get())


class Stopwatch:
    """A listener that notes when each job was delivered."""

    def __init__(self, jobs: int) -> None:
        self.delivered: dict[int, float] = {}
        self.all = asyncio.Event()
        self._jobs = jobs

    async def keep_files(self, job: Job, rendered: Rendered) -> None:
        return None

    async def deliver(self, job: Job) -> None:
        self.delivered[job.id] = time.perf_counter()
        if len(self.delivered) == self._jobs:
            self.all.set()

    async def nothing(self, *_: Any) -> None:
        return None

    on_started = on_progress = on_moved = keep_rows = on_failed = on_cancelled = nothing


def through_the_queue(ours: Ours, wishes: Sequence[tuple[int, Generation]]) -> list[tuple[int, float]]:
    """(user, seconds until delivered) of requests that come all at once, in this order."""
    return asyncio.run(_through_the_queue(ours, wishes))


async def _through_the_queue(ours: Ours, wishes: Sequence[tuple[int, Generation]]) -> list[tuple[int, float]]:
    with tempfile.TemporaryDirectory() as folder:
        database = await Database.open(Path(folder, "bench.db"))
        engine = InProcess(ours)
        fleet = Fleet([engine])
        await fleet.start()
        await engine.ready()
        queue = Queue(database, JobStore(database), fleet, time.time)
        listener = Stopwatch(len(wishes))
        await queue.start(listener)
        began = time.perf_counter()
        jobs = [(user, await queue.submit(user, None, wanted)) for user, wanted in wishes]
        await listener.all.wait()
        await queue.close()
        await fleet.close()
        await database.close()
        return [(user, listener.delivered[job.id] - began) for user, job in jobs]
