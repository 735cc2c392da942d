"""The picture studio: decides what a wish becomes, keeps what was made, and knows who may do what with it."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections import Counter
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Protocol

from bot.address import Address, Origin
from bot.clock import Clock
from bot.db.database import Database, Tx
from bot.errors import NotAllowed, NotFound
from bot.files import FileStore
from bot.gpu.catalog import ModelInfo
from bot.gpu.job import Job, Rendered, Standing, Stepped
from bot.gpu.queue import CancelOutcome, Place, Queue
from bot.imagine.admission import Admission
from bot.imagine.frames import Framed, Frames
from bot.imagine.model import MAX_SEED, Picture, Wish
from bot.imagine.plan import filled, pick, plan
from bot.imagine.store import ImagineStore
from bot.rules.model import DAY_SECONDS
from bot.rules.service import RulesService
from bot.settings import Settings

log = logging.getLogger(__name__)

MISSING = "It was drawn, but its files are missing on this machine. Please ask again."
OWNER_ONLY = "Only the person who asked for it, or a moderator, can {} this."
GONE = "That picture is no longer known here: its records were removed."


@dataclass(frozen=True, slots=True)
class Work:
    """A job with everything that its message shows."""

    job: Job
    wish: Wish
    model: ModelInfo | None
    address: Address
    pictures: tuple[Picture, ...] = ()
    place: Place | None = None
    ready_utc: float | None = None
    parent: Address | None = None
    is_first: bool = False


@dataclass(slots=True)
class _Drawing:
    """A running job and its newest preview: most steps come without one."""

    work: Work
    preview: bytes | None = None


class Presenter(Protocol):
    """Shows a job's life to people. Implemented by the cog; told what happened, never asked what to do."""

    def placing(self, token: str) -> AbstractContextManager[None]: ...
    async def show_waiting(self, work: Work) -> None: ...
    async def show_progress(self, work: Work, step: Stepped | None) -> None: ...
    async def deliver(self, work: Work) -> None: ...
    async def show_failed(self, work: Work, message: str) -> None: ...
    async def show_cancelled(self, work: Work, *, was_running: bool) -> None: ...


class ImagineService:
    """Also the queue's listener. ``presenter`` is set by the cog before the queue starts."""

    presenter: Presenter

    def __init__(
        self,
        database: Database,
        store: ImagineStore,
        queue: Queue,
        files: FileStore,
        models: Sequence[ModelInfo],
        settings: Settings,
        rules: RulesService,
        clock: Clock,
    ) -> None:
        self._database = database
        self._store = store
        self._queue = queue
        self._files = files
        self._settings = settings
        self._rules = rules
        self._admission = Admission(queue, rules, clock)
        self._clock = clock
        self.models = tuple(models)
        self.frames = Frames()
        self._drawing: dict[int, _Drawing] = {}
        self._filing = asyncio.Lock()  # the same bytes are one file: none may go while another job comes to it
        self._arriving: Counter[str] = Counter()

    # ---- asking

    async def submit(self, origin: Origin, wish: Wish, parent: int | None = None) -> Work:
        """Check the wish, write the job row, and say where it stands. The row is committed when this returns.

        Raises BadRequest for options outside their limits, OverLimit for more than the asker or the server may have.
        """
        rules = await self._rules.of(origin.guild_id)
        wish = filled(wish.tidied(), rules.defaults, self._settings.max_steps)
        model = pick(self.models, wish.model or self._settings.default_model)
        generation = plan(wish, model, self._settings, secrets.randbelow(MAX_SEED + 1))
        self._admission.check_fits(generation, model.label)
        limits = rules.limits_for(origin.role_ids, self._rules.ceiling)

        async def rows(tx: Tx, job_id: int) -> None:
            await self._admission.check_spent(tx, origin, limits, generation)
            await self._store.add_wish(tx, job_id, wish, parent)
            await self._store.add_address(tx, job_id, origin, private=wish.private)

        await self._admission.check_waiting(origin, limits)
        weight = self._rules.weight(origin.user_id, origin.guild_id, origin.role_ids)
        standing = Standing(weight, limits.running)
        job = await self._queue.submit(origin.user_id, origin.guild_id, generation, standing=standing, within=rows)
        return await self.work(job)

    async def placed(self, job_id: int, *, message_id: int, channel_id: int) -> None:
        """Remember the message that shows this job."""
        await self._database.insist(lambda tx: self._store.set_message(tx, job_id, message_id, channel_id))

    # ---- looking

    async def find(self, job_id: int) -> Work:
        """The job behind a button. Raises NotFound when it is gone."""
        job = await self._queue.find(job_id)
        if job is None:
            raise NotFound(GONE)
        return await self.work(job)

    async def find_for(self, job_id: int, user_id: int) -> Work:
        """The job behind a button that anyone who sees it may press. Raises NotFound; a private one is its owner's."""
        work = await self.find(job_id)
        if work.wish.private and work.job.user_id != user_id:
            raise NotFound(GONE)
        return work

    async def work(self, job: Job) -> Work:
        wish, address = await self._store.wish(job.id), await self._store.address(job.id)
        if wish is None or address is None:
            raise NotFound(GONE)
        place = self._queue.place(job.id) if job.status.is_open else None
        return Work(
            job=job,
            wish=wish,
            model=next((m for m in self.models if m.name == job.generation.model), None),
            address=address,
            pictures=await self._store.pictures(job.id),
            place=place,
            ready_utc=self._ready(place),
            parent=await self._store.parent_address(job.id),
            is_first=await self._store.is_first(job.id),
        )

    def _ready(self, place: Place | None) -> float | None:
        wait = place.estimate_seconds if place else None
        return None if wait is None else self._clock() + wait

    async def originals(self, work: Work) -> list[tuple[Picture, bytes]]:
        """The pictures as the model drew them. Raises NotFound when they were deleted."""
        if not work.pictures:
            raise NotFound("These pictures were deleted.")
        return [(picture, await self._files.read(picture.sha256, picture.suffix)) for picture in work.pictures]

    async def framed(self, work: Work) -> list[Framed] | None:
        """The pictures within the frame that was wished for, if any. Raises NotFound when they were deleted."""
        if not work.wish.frame:
            return None
        drawn = [png for _, png in await self.originals(work)]
        return await self.frames.around(work.wish.frame, work.job.user_id, work.job.id, work.wish.prompt, drawn)

    # ---- stopping and deleting

    async def check_may_cancel(self, job_id: int, user_id: int, *, moderator_of: int | None) -> None:
        """Raises NotAllowed for somebody else's job unless a moderator of its server asks."""
        work = await self.find(job_id)
        moderator = moderator_of is not None and work.job.guild_id == moderator_of
        if work.job.user_id != user_id and not moderator:
            raise NotAllowed(OWNER_ONLY.format("cancel"))

    async def cancel(self, job_id: int, user_id: int, *, moderator_of: int | None) -> CancelOutcome:
        """Stop one job. Raises NotAllowed for somebody else's unless a moderator of its server asks."""
        await self.check_may_cancel(job_id, user_id, moderator_of=moderator_of)
        return await self._queue.cancel(job_id)

    async def delete(self, job_id: int, user_id: int, *, moderator: bool) -> Work:
        """Remove the pictures of a finished job from the records and from disk.

        Raises NotAllowed for somebody else's unless a moderator asks.
        """
        work = await self.find(job_id)
        self._owner_or_moderator(work, user_id, moderator, "delete")
        async with self._database.transaction() as tx:
            await self._store.drop_pictures(tx, job_id)
        async with self._filing:
            for picture in work.pictures:
                if picture.sha256 not in self._arriving and not await self._store.file_is_used(picture.sha256):
                    await self._files.delete(picture.sha256, picture.suffix)
        return work

    def check_may_delete(self, work: Work, user_id: int, *, moderator: bool) -> None:
        self._owner_or_moderator(work, user_id, moderator, "delete")

    @staticmethod
    def _owner_or_moderator(work: Work, user_id: int, moderator: bool, verb: str) -> None:
        if work.job.user_id != user_id and (not moderator or work.wish.private):
            raise NotAllowed(OWNER_ONLY.format(verb))

    # ---- what could not be delivered

    async def keep(self, job_id: int) -> None:
        """Hold the finished pictures until their owner next comes by."""
        await self._set_kept(job_id, kept=True)

    async def kept_for(self, user_id: int) -> list[Work]:
        works = [await self.find(job_id) for job_id in await self._store.kept_jobs(user_id)]
        return [work for work in works if work.pictures]

    async def handed_over(self, job_id: int) -> None:
        await self._set_kept(job_id, kept=False)

    async def _set_kept(self, job_id: int, *, kept: bool) -> None:
        await self._database.insist(lambda tx: self._store.set_kept(tx, job_id, kept=kept))

    async def repeats(self, days: int) -> int:
        """How many ends may have been told twice in the last days: a crash can repeat one, never lose one."""
        return await self._store.repeats(self._clock() - days * DAY_SECONDS)

    async def wipe_expired_tokens(self) -> None:
        async with self._database.transaction() as tx:
            await self._store.wipe_expired_tokens(tx, self._clock())

    # ---- what the queue tells (bot.gpu.queue.Listener)

    async def on_started(self, job: Job) -> None:
        drawing = self._drawing[job.id] = _Drawing(await self.work(job))
        await self.presenter.show_progress(drawing.work, None)

    async def on_progress(self, job: Job, step: Stepped) -> None:
        if drawing := self._drawing.get(job.id):
            drawing.preview = step.preview or drawing.preview
            work = replace(drawing.work, ready_utc=self._ready(self._queue.place(job.id)))
            await self.presenter.show_progress(work, replace(step, preview=drawing.preview))

    async def on_moved(self, jobs: Sequence[Job]) -> None:
        for job in jobs:
            await self.presenter.show_waiting(await self.work(job))

    async def keep_files(self, job: Job, rendered: Rendered) -> list[Picture]:
        generation = job.generation
        pictures = []
        for position, (seed, png) in enumerate(zip(generation.seeds, rendered.images, strict=True)):
            async with self._filing:
                stored = await self._files.put(png, ".png")
                self._arriving[stored.sha256] += 1
            pictures.append(Picture(position, stored.sha256, stored.suffix, seed, generation.width, generation.height))
        return pictures

    async def keep_rows(self, tx: Tx, job: Job, kept: list[Picture]) -> None:
        for picture in kept:
            await self._store.add_picture(tx, job.id, picture)

    async def deliver(self, job: Job) -> None:
        self._drawing.pop(job.id, None)
        work = await self.work(job)
        for picture in work.pictures:  # their rows are committed: they need no other protection any more
            self._arriving -= Counter([picture.sha256])
        await self._count_telling(job.id)
        try:
            await self.presenter.deliver(work)
        except FileNotFoundError:
            log.error("the files of job %d are missing", job.id)
            await self.presenter.show_failed(work, MISSING)
        await self._database.insist(lambda tx: self._store.wipe_token(tx, job.id))

    async def on_failed(self, job: Job, message: str) -> None:
        self._drawing.pop(job.id, None)
        await self._count_telling(job.id)
        await self.presenter.show_failed(await self.work(job), message)

    async def on_cancelled(self, job: Job, was_running: bool) -> None:
        self._drawing.pop(job.id, None)
        await self._count_telling(job.id)
        await self.presenter.show_cancelled(await self.work(job), was_running=was_running)

    async def _count_telling(self, job_id: int) -> None:
        await self._database.insist(lambda tx: self._store.count_telling(tx, job_id))
