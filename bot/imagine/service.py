"""The picture studio: decides what a wish becomes, keeps what was made, and knows who may do what with it."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Iterable, Sequence

from bot.address import Origin
from bot.clock import Clock
from bot.db.database import Database, Tx
from bot.errors import NotAllowed, NotFound
from bot.files import FileStore
from bot.gpu.captioner import CAPTIONER
from bot.gpu.catalog import UPSCALER, ModelInfo
from bot.gpu.job import Generation, Job, Mode, Standing
from bot.gpu.queue import CancelOutcome, Place, Queue
from bot.imagine.admission import Admission
from bot.imagine.deriving import How, derived
from bot.imagine.extras import Extras
from bot.imagine.frames import Framed, Frames
from bot.imagine.grid import cell_of, planned
from bot.imagine.hints import hints, sentence
from bot.imagine.lineage import Lineage
from bot.imagine.lists import read_lists
from bot.imagine.marking import with_mark
from bot.imagine.model import MAX_SEED, Picture, Wish, shown_as
from bot.imagine.picture_files import PictureFiles
from bot.imagine.plan import description, filled, pick, plan
from bot.imagine.refusing import Refusing
from bot.imagine.removing import Removing
from bot.imagine.starting import Asked, Reading, with_picture
from bot.imagine.store import ImagineStore
from bot.imagine.telling import Telling
from bot.imagine.undelivered import Undelivered
from bot.imagine.withholding import Withholding
from bot.imagine.work import Presenter, Work
from bot.incoming_picture import IncomingPicture
from bot.moderation.service import Moderation
from bot.rules.service import RulesService
from bot.settings import Settings

log = logging.getLogger(__name__)

OWNER_ONLY = "Only the person who asked for it, or a moderator, can {} this."
GONE = "That picture is no longer known here: its records were removed."


class ImagineService:
    """``telling`` is the queue's listener; its ``presenter`` is set by the cog before the queue starts."""

    def __init__(
        self,
        database: Database,
        store: ImagineStore,
        queue: Queue,
        files: FileStore,
        models: Sequence[ModelInfo],
        settings: Settings,
        rules: RulesService,
        moderation: Moderation,
        clock: Clock,
    ) -> None:
        self._database = database
        self._store = store
        self._queue = queue
        self._files = PictureFiles(files, store)
        self._settings = settings
        self._rules = rules
        self._admission = Admission(queue, rules, clock)
        self._refusing = Refusing(moderation, settings.refused_words)
        self._clock = clock
        self.know(models)
        self.frames = Frames()
        self.reading = Reading()
        self.lineage = Lineage(store)
        self.extras = Extras(settings, lambda: self.models)
        withholding = Withholding(
            store, queue.accounts, moderation, lambda: self.models, all_checked=bool(settings.safety_checker)
        )
        self.telling = Telling(database, store, self._files, withholding, self)
        self.removing = Removing(database, store, self._files, moderation, clock)
        self.undelivered = Undelivered(database, store, self.find, clock)

    def know(self, models: Sequence[ModelInfo]) -> None:
        """These are the models from now on: those that draw, and the one that describes."""
        self._known = tuple(models)
        self.models = tuple(model for model in models if model.family != CAPTIONER)
        self.captioner = next((model for model in models if model.family == CAPTIONER), None)

    @property
    def presenter(self) -> Presenter:
        return self.telling.presenter

    @presenter.setter
    def presenter(self, presenter: Presenter) -> None:
        self.telling.presenter = presenter

    # ---- asking

    async def derive(self, work: Work, position: int, how: How) -> Asked:
        """What to ask for to get that of the job's picture at ``position``. Raises NotFound when it is gone."""
        picture = work.picture_at(position)
        png = await self._files.read(picture.sha256)
        side = max((model.max_side for model in self.models if Mode.WORDS in model.modes), default=0)
        largest = min(self._settings.max_side, work.model.max_side if work.model else side)
        upscaler = self.upscaler.name if self.upscaler else None
        return await asyncio.to_thread(derived, cell_of(work.wish, position), picture, png, how, largest, upscaler)

    @property
    def default_model(self) -> ModelInfo:
        """The model that draws where nobody picks one."""
        return pick(self.models, self._settings.default_model)

    @property
    def upscaler(self) -> ModelInfo | None:
        """The model that enlarges four times, where there is one."""
        return next((m for m in self.models if m.family == UPSCALER and not m.problem), None)

    async def submit(
        self, origin: Origin, wish: Wish, parent: int | None = None, brought: IncomingPicture | None = None
    ) -> Work:
        """Check the wish, write the job row, and say where it stands. The row is committed when this returns.

        The files of what it starts from, ``brought`` or kept before, are durable before the row is. Raises BadRequest
        for options outside their limits, Refused for words that the rules refuse, OverLimit for more than the asker or
        the server may have, NotFound when the picture to start from is gone.
        """
        async with self._files.holding() as holding:
            if brought is not None:
                wish = await with_picture(wish, brought, holding)
            elif wish.start is not None:
                for sha256 in wish.start.sha256s:
                    await holding.hold(sha256)
            return await self._submit(origin, wish, parent)

    async def _submit(self, origin: Origin, wish: Wish, parent: int | None) -> Work:
        rules = await self._rules.of(origin.guild_id)
        generation = await self._stored(parent) if wish.replay else None
        if wish.describe:
            generation = description(wish, self.captioner)
        models, chosen = self.models, wish.model or self._settings.default_model
        model = pick(models, chosen) if generation is None else pick(self._known, generation.model)
        wish = filled(wish.tidied(), rules.defaults, self._settings.max_steps, model)
        if generation is None:
            lists = await asyncio.to_thread(read_lists, self._settings.data_dir) if "__" in wish.prompt else {}
            extras = await self.extras.all()
            seed = secrets.randbelow(MAX_SEED + 1)
            generation = planned(wish, lambda one: plan(one, model, self._settings, seed, lists, extras))
        generation = with_mark(generation, wanted=self._settings.watermark)
        await self._refusing.check(origin, wish, generation, rules)
        self._admission.check_fits(generation, model.label)
        limits = rules.limits_for(origin.role_ids, self._rules.ceiling)
        showing = rules.flagged.decided(origin.place, origin.role_ids, self._rules.floors)

        async def rows(tx: Tx, job_id: int) -> None:
            await self._admission.check_spent(tx, origin, limits, generation)
            await self._store.add_wish(tx, job_id, wish, parent)
            await self._store.add_inputs(tx, job_id, generation.inputs)
            await self._store.add_address(tx, job_id, origin, private=wish.private, showing=showing)

        await self._admission.check_waiting(origin, limits)
        standing = Standing(self._rules.weight(origin.user_id, origin.guild_id, origin.role_ids), limits.running)
        job = await self._queue.submit(origin.user_id, origin.guild_id, generation, standing=standing, within=rows)
        return await self.work(job)

    async def _stored(self, job_id: int | None) -> Generation:
        job = await self._queue.find(job_id) if job_id is not None else None
        if job is None:
            raise NotFound(GONE)
        return job.generation

    async def hint(self, work: Work) -> str | None:
        """What to say to the asker about their words, if anything, once and never again."""
        for hint in hints(work.wish.prompt, work.model):
            async with self._database.transaction() as tx:
                fresh = await self._store.tell_hint(tx, work.job.user_id, hint, self._clock())
            if fresh and work.model is not None:
                return sentence(hint, work.model)
        return None

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
            model=next((m for m in self._known if m.name == job.generation.model), None),
            address=address,
            pictures=shown_as(await self._store.pictures(job.id), address.showing),
            withheld=await self._store.withheld(job.id),
            place=place,
            ready_utc=self._ready(place),
            parent=await self._store.parent_address(job.id),
            other_parent=await self.lineage.other_parent(wish),
            is_first=await self._store.is_first(job.id),
        )

    async def model_of(self, job_id: int) -> str:
        """What people call the model that drew it."""
        job = await self._queue.find(job_id)
        name = job.generation.model if job else ""
        return next((model.label for model in self.models if model.name == name), name)

    def ready_utc(self, job_id: int) -> float | None:
        """When an open job is expected to be done."""
        return self._ready(self._queue.place(job_id))

    def _ready(self, place: Place | None) -> float | None:
        wait = place.estimate_seconds if place else None
        return None if wait is None else self._clock() + wait

    @staticmethod
    def check_has_pictures(work: Work) -> None:
        """Raises NotFound when they were deleted or withheld, or there are none yet."""
        if not work.pictures and work.withheld:
            raise NotFound("The safety check flagged it, so it was not kept.")
        if not work.pictures:
            raise NotFound("It is not finished yet." if work.job.status.is_open else "These pictures were deleted.")

    async def originals(self, work: Work) -> list[tuple[Picture, bytes]]:
        """The pictures as the model drew them. Raises NotFound when they were deleted."""
        self.check_has_pictures(work)
        return [(picture, await self._files.read(picture.sha256)) for picture in work.pictures]

    async def framed(self, work: Work) -> list[Framed] | None:
        """The pictures within the frame that was wished for, if any. Raises NotFound when they were deleted."""
        if not work.wish.frame or any(picture.flagged for picture in work.pictures):
            return None  # what is framed is kept elsewhere, and shown in other places
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
            await self._store.drop_inputs(tx, job_id)
        await self._files.drop([*(picture.sha256 for picture in work.pictures), *work.job.generation.inputs])
        return work

    async def drop_files(self, sha256s: Iterable[str]) -> None:
        """Remove the pictures that no row points to any more."""
        await self._files.drop(sha256s)

    def check_may_delete(self, work: Work, user_id: int, *, moderator: bool) -> None:
        self._owner_or_moderator(work, user_id, moderator, "delete")

    @staticmethod
    def _owner_or_moderator(work: Work, user_id: int, moderator: bool, verb: str) -> None:
        if work.job.user_id != user_id and (not moderator or work.wish.private):
            raise NotAllowed(OWNER_ONLY.format(verb))
