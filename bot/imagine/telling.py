"""What the queue tells the studio (``bot.gpu.queue.Listener``): files are kept, rows written, and people told."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from bot.db.database import Database, Tx
from bot.errors import JobFailed
from bot.gpu.job import Job, Mode, Rendered, Stepped
from bot.imagine import pictures
from bot.imagine.model import SUFFIX, Picture
from bot.imagine.picture_files import INPUT_GONE, PictureFiles
from bot.imagine.store import ImagineStore
from bot.imagine.work import Presenter, Work

log = logging.getLogger(__name__)

COMPARED = "First {}, then {}: the same words, and the same seeds."
MISSING = "It was drawn, but its files are missing on this machine. Please ask again."


class Looking(Protocol):
    """The service, as far as it is needed here."""

    async def work(self, job: Job) -> Work: ...
    async def model_of(self, job_id: int) -> str: ...
    def ready_utc(self, job_id: int) -> float | None: ...


@dataclass(slots=True)
class _Drawing:
    """A running job and its newest preview: most steps come without one."""

    work: Work
    preview: bytes | None = None


class Telling:
    """``presenter`` is set before the queue starts."""

    presenter: Presenter

    def __init__(self, database: Database, store: ImagineStore, files: PictureFiles, looking: Looking) -> None:
        self._database = database
        self._store = store
        self._files = files
        self._looking = looking
        self._drawing: dict[int, _Drawing] = {}

    async def on_started(self, job: Job) -> None:
        drawing = self._drawing[job.id] = _Drawing(await self._looking.work(job))
        await self.presenter.show_progress(drawing.work, None)

    async def on_progress(self, job: Job, step: Stepped) -> None:
        if drawing := self._drawing.get(job.id):
            drawing.preview = step.preview or drawing.preview
            work = replace(drawing.work, ready_utc=self._looking.ready_utc(job.id))
            await self.presenter.show_progress(work, replace(step, preview=drawing.preview))

    async def on_moved(self, jobs: Sequence[Job]) -> None:
        for job in jobs:
            await self.presenter.show_waiting(await self._looking.work(job))

    async def inputs(self, job: Job) -> Sequence[bytes]:
        try:
            return [await self._files.read(sha256) for sha256 in job.generation.inputs]
        except FileNotFoundError:
            raise JobFailed("input", INPUT_GONE) from None

    async def keep_files(self, job: Job, rendered: Rendered) -> list[Picture]:
        generation = job.generation
        pictures: list[Picture] = []
        if generation.mode is Mode.DESCRIBE:
            return pictures
        for position, (seed, png) in enumerate(zip(generation.seeds, rendered.images, strict=True)):
            sha256 = await self._files.keep(png)
            pictures.append(Picture(position, sha256, SUFFIX, seed, generation.width, generation.height))
        return pictures

    async def keep_rows(self, tx: Tx, job: Job, kept: list[Picture]) -> None:
        for picture in kept:
            await self._store.add_picture(tx, job.id, picture)

    async def deliver(self, job: Job) -> None:
        self._drawing.pop(job.id, None)
        work = await self._looking.work(job)
        self._files.let_go(picture.sha256 for picture in work.pictures)  # their rows are committed
        await self._count_telling(job.id)
        try:
            await self.presenter.deliver(await self._completed(work))
        except FileNotFoundError:
            log.error("the files of job %d are missing", job.id)
            await self.presenter.show_failed(work, MISSING)
        if work.words is not None:  # nobody wanted the picture kept
            await self._database.insist(lambda tx: self._store.drop_inputs(tx, job.id))
            await self._files.drop(job.generation.inputs)
        await self._database.insist(lambda tx: self._store.wipe_token(tx, job.id))

    async def _completed(self, work: Work) -> Work:
        """With what is said about the result, and what it is compared with."""
        if work.wish.replay:
            parent = await self._store.parent(work.job.id)
            before = await self._store.pictures(parent) if parent is not None else ()
            files = [[await self._files.read(p.sha256) for p in side] for side in (work.pictures, before)]
            work = replace(work, remarks=(await asyncio.to_thread(pictures.compared, *files),))
        if work.wish.beside is not None:
            beside = await self._store.pictures(work.wish.beside)
            others = tuple([(picture, await self._files.read(picture.sha256)) for picture in beside])
            first, second = [await self._looking.model_of(job) for job in (work.wish.beside, work.job.id)]
            if others:
                work = replace(work, others=others, remarks=(COMPARED.format(first, second),))
        return work

    async def on_failed(self, job: Job, message: str) -> None:
        self._drawing.pop(job.id, None)
        await self._count_telling(job.id)
        await self.presenter.show_failed(await self._looking.work(job), message)

    async def on_cancelled(self, job: Job, was_running: bool) -> None:
        self._drawing.pop(job.id, None)
        await self._count_telling(job.id)
        await self.presenter.show_cancelled(await self._looking.work(job), was_running=was_running)

    async def _count_telling(self, job_id: int) -> None:
        await self._database.insist(lambda tx: self._store.count_telling(tx, job_id))
