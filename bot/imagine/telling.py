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
from bot.imagine.model import SUFFIX, Picture, shown_as
from bot.imagine.picture_files import INPUT_GONE, PictureFiles
from bot.imagine.store import ImagineStore
from bot.imagine.withholding import Withholding
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
    may_preview: bool
    preview: bytes | None = None


@dataclass(frozen=True, slots=True)
class _Kept:
    """Pictures whose files are durable, and the positions of those that are withheld."""

    pictures: tuple[Picture, ...]
    withheld: frozenset[int]


class Telling:
    """``presenter`` is set before the queue starts."""

    presenter: Presenter

    def __init__(
        self,
        database: Database,
        store: ImagineStore,
        files: PictureFiles,
        withholding: Withholding,
        looking: Looking,
    ) -> None:
        self._withholding = withholding
        self._database = database
        self._store = store
        self._files = files
        self._looking = looking
        self._drawing: dict[int, _Drawing] = {}

    async def on_started(self, job: Job) -> None:
        work = await self._looking.work(job)
        may_preview = self._withholding.may_preview(work.address, job.generation.model)
        drawing = self._drawing[job.id] = _Drawing(work, may_preview)
        await self.presenter.show_progress(drawing.work, None)

    async def on_progress(self, job: Job, step: Stepped) -> None:
        if drawing := self._drawing.get(job.id):
            if drawing.may_preview:
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

    async def keep_files(self, job: Job, rendered: Rendered) -> _Kept:
        """What is withheld has no file: nothing can show it later."""
        made, withheld = job.generation, await self._withholding.positions(job, rendered)
        pictures: list[Picture] = []
        if made.mode is Mode.DESCRIBE:
            return _Kept((), withheld)
        flags: Sequence[bool | None] = rendered.flagged or [None] * len(rendered.images)
        for position, (seed, png, flagged) in enumerate(zip(made.seeds, rendered.images, flags, strict=True)):
            if position not in withheld:
                sha256 = await self._files.keep(png)
                pictures.append(Picture(position, sha256, SUFFIX, seed, made.width, made.height, flagged))
        return _Kept(tuple(pictures), withheld)

    async def keep_rows(self, tx: Tx, job: Job, kept: _Kept) -> None:
        for picture in kept.pictures:
            await self._store.add_picture(tx, job.id, picture)
        await self._withholding.write(tx, job, kept.withheld)

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
            beside = shown_as(await self._store.pictures(work.wish.beside), work.address.showing)
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
