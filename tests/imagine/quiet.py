"""A presenter that shows nothing and remembers what it was told."""

from __future__ import annotations

import asyncio
import contextlib
from contextlib import AbstractContextManager

from bot.gpu.job import Stepped
from bot.imagine.work import Work


class QuietPresenter:
    def __init__(self) -> None:
        self.ended: dict[int, str] = {}
        self.works: dict[int, Work] = {}
        self.previewed: set[int] = set()
        self.fails_with: Exception | None = None
        self._changed = asyncio.Condition()

    async def wait_for(self, job_id: int) -> str:
        async with self._changed:
            await asyncio.wait_for(self._changed.wait_for(lambda: job_id in self.ended), 10)
        return self.ended[job_id]

    async def _end(self, work: Work, how: str) -> None:
        async with self._changed:
            self.works[work.job.id] = work
            self.ended[work.job.id] = how
            self._changed.notify_all()

    def placing(self, token: str) -> AbstractContextManager[None]:
        return contextlib.nullcontext()

    async def show_waiting(self, work: Work) -> None: ...

    async def show_progress(self, work: Work, step: Stepped | None) -> None:
        if step is not None and step.preview is not None:
            self.previewed.add(work.job.id)

    async def remove(self, work: Work) -> bool:
        return True

    def touched(self, job_id: int, token: str) -> None: ...

    async def deliver(self, work: Work) -> None:
        if self.fails_with is not None:
            raise self.fails_with
        await self._end(work, "delivered")

    async def show_failed(self, work: Work, message: str) -> None:
        await self._end(work, message)

    async def show_cancelled(self, work: Work, *, was_running: bool) -> None:
        await self._end(work, "running" if was_running else "waiting")
