"""A listener that keeps files and rows for real and remembers what it was told."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence

from bot.db.database import Tx
from bot.files import FileStore, StoredFile
from bot.gpu.job import Generation, Job, Rendered, Stepped

KEPT = "CREATE TABLE IF NOT EXISTS kept (job_id INTEGER, position INTEGER, sha256 TEXT, PRIMARY KEY (job_id, position))"


class Recorder:
    def __init__(self, files: FileStore) -> None:
        self.files = files
        self.events: list[tuple[str, int]] = []
        self.delivered: Counter[int] = Counter()
        self.failed: dict[int, str] = {}
        self.cancelled: dict[int, bool] = {}
        self.moves: list[list[int]] = []
        self.raises: set[str] = set()  # names of calls that fail
        self._changed = asyncio.Condition()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until ``holds`` after something was told; the test's own time limit ends a wait in vain."""
        async with self._changed:
            await self._changed.wait_for(holds)

    async def on_started(self, job: Job) -> None:
        await self._note("started", job.id)

    async def on_progress(self, job: Job, step: Stepped) -> None:
        await self._note("progress", job.id)

    async def on_moved(self, jobs: Sequence[Job]) -> None:
        self.moves.append([job.id for job in jobs])
        await self._note("moved", 0)

    async def inputs(self, job: Job) -> Sequence[bytes]:
        return [await self.files.read(sha256, ".png") for sha256 in job.generation.inputs]

    async def keep_files(self, job: Job, rendered: Rendered) -> list[StoredFile]:
        await self._note("keep_files", job.id)
        return [await self.files.put(image, ".png") for image in rendered.images]

    async def keep_rows(self, tx: Tx, job: Job, kept: list[StoredFile]) -> None:
        await tx.executemany(
            "INSERT INTO kept VALUES (?, ?, ?)", [(job.id, at, file.sha256) for at, file in enumerate(kept)]
        )
        await self._note("keep_rows", job.id)

    async def deliver(self, job: Job) -> None:
        await self._note("deliver", job.id)
        self.delivered[job.id] += 1
        await self._note("delivered", job.id)

    async def on_failed(self, job: Job, message: str) -> None:
        self.failed[job.id] = message
        await self._note("failed", job.id)

    async def on_cancelled(self, job: Job, was_running: bool) -> None:
        self.cancelled[job.id] = was_running
        await self._note("cancelled", job.id)

    async def _note(self, event: str, job_id: int) -> None:
        self.events.append((event, job_id))
        async with self._changed:
            self._changed.notify_all()
        if event in self.raises:
            raise OSError(f"{event} was told to fail")

    def told(self, job_id: int) -> list[str]:
        return [event for event, told_id in self.events if told_id == job_id]


def generation(prompt: str = "a red apple", *, steps: int = 3, side: int = 16, count: int = 1) -> Generation:
    return Generation(
        model="paper",
        prompt=prompt,
        negative_prompt="",
        width=side,
        height=side,
        steps=steps,
        guidance=1.0,
        seeds=tuple(range(count)),
    )
