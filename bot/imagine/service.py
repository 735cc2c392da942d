"""The picture studio: decides what a wish becomes, keeps what was made, and knows who may do what with it."""

from __future__ import annotations

import dataclasses
import secrets
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from bot.address import Address, Origin
from bot.clock import Clock
from bot.db.database import Database, Tx
from bot.errors import BadRequest, NotAllowed, NotFound, OverLimit
from bot.files import FileStore
from bot.gpu.catalog import ModelInfo
from bot.gpu.job import Generation, Job, Rendered, Stepped
from bot.gpu.queue import CancelOutcome, Place, Queue
from bot.imagine.model import (
    MAX_COUNT,
    MAX_GUIDANCE,
    MAX_SEED,
    STYLES,
    Picture,
    Wish,
    canvas,
    check_seed,
    seeds_from,
    tidy_prompt,
)
from bot.imagine.parameters import parameters_text
from bot.imagine.starter import starter_prompt
from bot.imagine.store import ImagineStore
from bot.settings import Settings


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
        clock: Clock,
    ) -> None:
        self._database = database
        self._store = store
        self._queue = queue
        self._files = files
        self._settings = settings
        self._clock = clock
        self.models = tuple(models)
        self._drawing: dict[int, Work] = {}

    # ---- asking

    async def submit(self, origin: Origin, wish: Wish, parent: int | None = None) -> Work:
        """Check the wish, write the job row, and say where it stands. The row is committed when this returns.

        Raises BadRequest for options outside their limits, OverLimit when the asker has too much waiting.
        """
        model = self.model(wish.model)
        generation = self._generation(wish, model)
        waiting = await self._queue.open_jobs(origin.user_id)
        if waiting >= self._settings.max_waiting:
            raise OverLimit(
                f"You already have {waiting} requests waiting, the most for one person. "
                "Cancel one, or ask again when one is done."
            )

        async def rows(tx: Tx, job_id: int) -> None:
            await self._store.add_wish(tx, job_id, wish, parent)
            await self._store.add_address(tx, job_id, origin, private=wish.private)

        job = await self._queue.submit(origin.user_id, origin.guild_id, generation, within=rows)
        return await self.work(job)

    def model(self, name: str | None) -> ModelInfo:
        """The model by its name, or the default one. Raises BadRequest when it is unknown or unusable."""
        return pick(self.models, name or self._settings.default_model)

    def _generation(self, wish: Wish, model: ModelInfo) -> Generation:
        prompt = tidy_prompt(wish.prompt)
        negative = tidy_prompt(wish.negative) if wish.negative.strip() else ""
        if not 1 <= wish.count <= MAX_COUNT:
            raise BadRequest(f"You can ask for 1 to {MAX_COUNT} pictures at once, not {wish.count}.")
        steps = model.default_steps if wish.steps is None else wish.steps
        if not 1 <= steps <= self._settings.max_steps:
            raise BadRequest(f"Steps go from 1 to {self._settings.max_steps}, not {steps}.")
        guidance = model.default_guidance if wish.guidance is None else wish.guidance
        if not 0 <= guidance <= MAX_GUIDANCE:
            raise BadRequest(f"Guidance goes from 0 to {MAX_GUIDANCE:g}, not {guidance:g}.")
        check_seed(wish.seed)
        size = canvas(
            wish.size,
            native=model.native_size,
            smallest=model.min_side,
            largest=min(self._settings.max_side, model.max_side),
        )
        if wish.style and wish.style.casefold() not in STYLES:
            raise BadRequest(f"There is no style called “{wish.style}”. Styles are: {', '.join(STYLES)}.")
        if model.starter:
            prompt = starter_prompt(prompt)
        elif wish.style:
            style = STYLES[wish.style.casefold()]
            prompt = f"{prompt}, {style.prompt}"
            negative = ", ".join(part for part in (negative, style.negative) if part)
        first = secrets.randbelow(MAX_SEED + 1) if wish.seed is None else wish.seed
        generation = Generation(
            model=model.name,
            prompt=prompt,
            negative_prompt=negative,
            width=size.width,
            height=size.height,
            steps=steps,
            guidance=guidance,
            seeds=seeds_from(first, wish.count),
        )
        texts = tuple(
            {
                "parameters": parameters_text(
                    generation, seed, sampler=getattr(model, "sampler", "DDIM"), model=model.name
                )
            }
            for seed in generation.seeds
        )
        return dataclasses.replace(generation, texts=texts)

    async def placed(self, job_id: int, *, message_id: int, channel_id: int) -> None:
        """Remember the message that shows this job."""
        async with self._database.transaction() as tx:
            await self._store.set_message(tx, job_id, message_id, channel_id)

    # ---- looking

    async def find(self, job_id: int) -> Work:
        """The job behind a button. Raises NotFound when it is gone."""
        job = await self._queue.find(job_id)
        if job is None:
            raise NotFound("That picture is no longer known here: its records were removed.")
        return await self.work(job)

    async def work(self, job: Job) -> Work:
        wish, address = await self._store.wish(job.id), await self._store.address(job.id)
        if wish is None or address is None:
            raise NotFound("That picture is no longer known here: its records were removed.")
        place = self._queue.place(job.id) if job.status.is_open else None
        wait = place.estimate_seconds if place else None
        return Work(
            job=job,
            wish=wish,
            model=next((m for m in self.models if m.name == job.generation.model), None),
            address=address,
            pictures=await self._store.pictures(job.id),
            place=place,
            ready_utc=None if wait is None else self._clock() + wait,
            parent=await self._store.parent_address(job.id),
        )

    async def originals(self, work: Work) -> list[tuple[Picture, bytes]]:
        """The pictures as the model drew them. Raises NotFound when they were deleted."""
        if not work.pictures:
            raise NotFound("These pictures were deleted.")
        return [(picture, await self._files.read(picture.sha256, picture.suffix)) for picture in work.pictures]

    # ---- stopping and deleting

    async def check_may_cancel(self, job_id: int, user_id: int, *, moderator: bool) -> None:
        """Raises NotAllowed for somebody else's job unless a moderator asks."""
        self._owner_or_moderator(await self.find(job_id), user_id, moderator, "cancel")

    async def cancel(self, job_id: int, user_id: int, *, moderator: bool) -> CancelOutcome:
        """Stop one job. Raises NotAllowed for somebody else's unless a moderator asks."""
        work = await self.find(job_id)
        self._owner_or_moderator(work, user_id, moderator, "cancel")
        return await self._queue.cancel(job_id)

    async def delete(self, job_id: int, user_id: int, *, moderator: bool) -> Work:
        """Remove the pictures of a finished job from the records and from disk.

        Raises NotAllowed for somebody else's unless a moderator asks.
        """
        work = await self.find(job_id)
        self._owner_or_moderator(work, user_id, moderator, "delete")
        async with self._database.transaction() as tx:
            await self._store.drop_pictures(tx, job_id)
        for picture in work.pictures:
            if not await self._store.file_is_used(picture.sha256):
                await self._files.delete(picture.sha256, picture.suffix)
        return work

    def check_may_delete(self, work: Work, user_id: int, *, moderator: bool) -> None:
        self._owner_or_moderator(work, user_id, moderator, "delete")

    @staticmethod
    def _owner_or_moderator(work: Work, user_id: int, moderator: bool, verb: str) -> None:
        if work.job.user_id != user_id and (not moderator or work.wish.private):
            raise NotAllowed(f"Only the person who asked for it, or a moderator, can {verb} this.")

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
        async with self._database.transaction() as tx:
            await self._store.set_kept(tx, job_id, kept=kept)

    async def wipe_expired_tokens(self) -> None:
        async with self._database.transaction() as tx:
            await self._store.wipe_expired_tokens(tx, self._clock())

    # ---- what the queue tells (bot.gpu.queue.Listener)

    async def on_started(self, job: Job) -> None:
        work = self._drawing[job.id] = await self.work(job)
        await self.presenter.show_progress(work, None)

    async def on_progress(self, job: Job, step: Stepped) -> None:
        if work := self._drawing.get(job.id):
            await self.presenter.show_progress(work, step)

    async def on_moved(self, jobs: Sequence[Job]) -> None:
        for job in jobs:
            await self.presenter.show_waiting(await self.work(job))

    async def keep_files(self, job: Job, rendered: Rendered) -> list[Picture]:
        generation = job.generation
        pictures = []
        for position, (seed, png) in enumerate(zip(generation.seeds, rendered.images, strict=True)):
            stored = await self._files.put(png, ".png")
            pictures.append(Picture(position, stored.sha256, stored.suffix, seed, generation.width, generation.height))
        return pictures

    async def keep_rows(self, tx: Tx, job: Job, kept: list[Picture]) -> None:
        for picture in kept:
            await self._store.add_picture(tx, job.id, picture)

    async def deliver(self, job: Job) -> None:
        self._drawing.pop(job.id, None)
        await self.presenter.deliver(await self.work(job))
        async with self._database.transaction() as tx:
            await self._store.wipe_token(tx, job.id)

    async def on_failed(self, job: Job, message: str) -> None:
        self._drawing.pop(job.id, None)
        await self.presenter.show_failed(await self.work(job), message)

    async def on_cancelled(self, job: Job, was_running: bool) -> None:
        self._drawing.pop(job.id, None)
        await self.presenter.show_cancelled(await self.work(job), was_running=was_running)


def pick(models: Sequence[ModelInfo], name: str | None) -> ModelInfo:
    """The model by its name or label; without one the first usable, the starter model last.

    Raises BadRequest when it is unknown or unusable.
    """
    usable = [model for model in models if not model.problem]
    if not name:
        return usable[0]
    found = next((m for m in models if name.casefold() in (m.name.casefold(), m.label.casefold())), None)
    if found is None:
        names = ", ".join(model.name for model in usable)
        raise BadRequest(f"There is no model called “{name}”. You can choose from: {names}.")
    if found.problem:
        raise BadRequest(f"The model {found.label} cannot be used: {found.problem}")
    return found
