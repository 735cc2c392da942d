"""The only wiring: settings -> database -> services -> client."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Any

from bot.client import InklingBot, point_at
from bot.clock import Clock, TravelledClock, clock_of
from bot.db.database import Database
from bot.files import FileStore
from bot.gpu.catalog import ModelInfo
from bot.gpu.engine import Engine
from bot.gpu.fleet import Fleet
from bot.gpu.learnt import Learnt
from bot.gpu.process_engine import ProcessEngine, hello
from bot.gpu.queue import Queue
from bot.gpu.ray_engine import RayCluster
from bot.gpu.reports import Reports
from bot.gpu.store import JobStore
from bot.habits.lifecycle import Lifecycle
from bot.habits.milestones.service import Milestones
from bot.habits.milestones.store import MilestoneStore
from bot.habits.moving import HabitMoving
from bot.habits.reminding import KIND as HABIT
from bot.habits.reminding import HabitReminders
from bot.habits.reports import HabitReports
from bot.habits.review import KIND as REVIEW
from bot.habits.review import SundayReviews
from bot.habits.service import HabitService
from bot.habits.store import HabitStore
from bot.habits.together.service import Challenges
from bot.habits.together.store import ChallengeStore
from bot.habits.understanding import Understanding
from bot.imagine.frames import Framed, Framer
from bot.imagine.gallery import Gallery
from bot.imagine.plan import pick
from bot.imagine.service import ImagineService
from bot.imagine.store import ImagineStore
from bot.library.added import known_models
from bot.library.service import Library
from bot.lock import hold
from bot.media.helper import MediaHelper
from bot.media.models import NO_READERS, minilm_folder, readers
from bot.moderation.service import Moderation
from bot.moderation.store import ModerationStore
from bot.notes.due import KIND as TASKS
from bot.notes.due import DueTasks
from bot.notes.house_store import HouseStore
from bot.notes.service import NotesService
from bot.people.service import PeopleService
from bot.people.store import PeopleStore
from bot.privacy.service import Privacy
from bot.privacy.store import PrivacyStore
from bot.reading.moving import ReadingCompanion
from bot.reading.service import ReadingService
from bot.review.moving import ReviewCompanion
from bot.review.reminding import KIND as CARDS
from bot.review.reminding import ReviewReminders
from bot.review.service import ReviewService
from bot.review.sources import sources
from bot.rules.service import RulesService
from bot.rules.store import RulesStore
from bot.schedule.service import ScheduleService
from bot.schedule.store import ScheduleStore
from bot.services import Services
from bot.settings import Settings
from bot.summaries.digest import KIND as DIGEST
from bot.summaries.digest import Digests
from bot.summaries.late import KIND as LATE
from bot.summaries.late import LateSummaries
from bot.summaries.moving import SummariesCompanion
from bot.summaries.service import SummaryService
from bot.summaries.sources import Sources
from bot.summaries.writers import writers_of
from cogs import EXTENSIONS

log = logging.getLogger(__name__)


def child_engine(
    settings: Settings, models: Sequence[ModelInfo], device: str, learnt: Learnt | None = None
) -> ProcessEngine:
    """An engine on this machine, with the model that people get by default loaded first."""
    first = pick(models, settings.default_model)
    return ProcessEngine(
        models,
        first_model=first.name,
        device=device,
        memory_mode=settings.memory_mode,
        threads=settings.threads,
        extras=settings.models_dir,
        precision=settings.cpu_precision,
        learnt=learnt,
        safety_checker=settings.safety_checker,
    )


def worker_hello(settings: Settings, models: Sequence[ModelInfo]) -> dict[str, Any]:
    """What engines on other machines are told: they choose their own device."""
    first = pick(models, settings.default_model).name
    return hello(
        models,
        first,
        memory_mode=settings.memory_mode,
        extras=settings.models_dir,
        precision=settings.cpu_precision,
        safety_checker=settings.safety_checker,
    )


def milestone_frames(milestones: Milestones) -> Framer:
    """The picture studio's pictures on the habits' cards: the two do not know each other."""

    async def framer(user_id: int, record_id: int, job_id: int, prompt: str, png: bytes) -> Framed:
        drawn = await milestones.decorated(user_id, record_id, job_id, prompt, png)
        return Framed(drawn.png, drawn.alt)

    return framer


@contextlib.asynccontextmanager
async def assembled(
    settings: Settings, clock: Clock | None = None, engines: Sequence[Engine] | None = None
) -> AsyncIterator[InklingBot]:
    """The whole bot, not yet logged in; ``engines`` take the place of those that the settings name.

    Raises DataFolderInUse when another bot holds the data folder.
    """
    clock = clock or clock_of(settings)
    if settings.discord_api:
        point_at(settings.discord_api)
    async with contextlib.AsyncExitStack() as stack:
        stack.enter_context(hold(settings.data_dir))
        models = known_models(settings)
        learnt = Learnt(settings.data_dir / "devices.json")
        if engines is None:
            engines = [child_engine(settings, models, device, learnt) for device in settings.devices]
            for engine in engines:
                stack.push_async_callback(engine.close)
        fleet = Fleet(engines)
        stack.callback(fleet.let_go)
        await fleet.start()
        told: list[Callable[[Sequence[ModelInfo]], None]] = [fleet.know]
        if settings.ray_address:
            cluster = RayCluster(fleet, settings.ray_address, worker_hello(settings, models), learnt)
            stack.push_async_callback(cluster.close)
            await cluster.start()
            told.append(cluster.know)
        database = await Database.open(settings.database_path)
        stack.push_async_callback(database.close)
        files = FileStore(settings.files_dir)
        await files.sweep()
        jobs = JobStore(database)
        queue = Queue(database, jobs, fleet, clock)
        moderation = Moderation(database, ModerationStore(database), clock)
        rules = RulesService(database, RulesStore(database), settings, moderation)
        imagine = ImagineService(
            database, ImagineStore(database), queue, files, models, settings, rules, moderation, clock
        )
        told.append(imagine.know)
        library = Library(settings, clock, told)
        stack.push_async_callback(library.close)
        people = PeopleService(database, PeopleStore(database), clock)
        schedule = ScheduleService(database, ScheduleStore(database), people, clock)
        if isinstance(clock, TravelledClock):
            stack.callback(asyncio.create_task(clock.follow(schedule.ticker.leapt), name="travel").cancel)
        helper = None
        if settings.search_by_meaning and minilm_folder() is not None:
            helper = MediaHelper()
            stack.push_async_callback(helper.close)
        found = readers(settings.speech_model) if settings.read_files else NO_READERS
        reader = None
        if found.any:
            reader = MediaHelper()
            stack.push_async_callback(reader.close)
        note_files = FileStore(settings.note_files_dir)
        notes = NotesService(database, note_files, settings.notes_quota_mb * 10**6, clock, helper, reader, found)
        await notes.sweep()
        notes.start()
        stack.push_async_callback(notes.close)
        due = DueTasks(notes, HouseStore(database), schedule, people, clock)
        schedule.register(TASKS, due)
        await due.start()
        stack.push_async_callback(due.close)
        reports = Reports(jobs, clock)
        habits = HabitService(database, HabitStore(database), people, clock)
        notes.tell_tags(habits.tagged)
        reminders = HabitReminders(habits, schedule, clock)
        schedule.register(HABIT, reminders)
        reviews = SundayReviews(habits, schedule, clock)
        schedule.register(REVIEW, reviews)
        reading = ReadingService(database, notes, people, clock)
        review = ReviewService(database, people, sources(notes, reading), clock)
        review_reminders = ReviewReminders(review, people, schedule, clock)
        schedule.register(CARDS, review_reminders)
        notes.companions.join(ReadingCompanion(), ReviewCompanion(), SummariesCompanion())
        summaries = SummaryService(database, Sources(notes, reading, people, clock), clock, *writers_of(settings))
        stack.push_async_callback(summaries.close)
        notes.exporting.on_erase.append(summaries.erased)
        late = LateSummaries(summaries, schedule)
        schedule.register(LATE, late)
        summaries.brought_by(late.bring)
        await summaries.start()
        digests = Digests(summaries, people, schedule, clock)
        schedule.register(DIGEST, digests)
        milestones = Milestones(database, MilestoneStore(database), habits, clock)
        imagine.frames.register("milestone", milestone_frames(milestones))
        understanding = Understanding(habits, reminders, schedule)
        services = Services(
            settings,
            clock,
            queue,
            imagine,
            Gallery(database, ImagineStore(database), imagine),
            people,
            schedule,
            rules,
            moderation,
            reports,
            notes,
            habits,
            reminders,
            understanding,
            HabitReports(habits),
            HabitMoving(database, HabitStore(database), habits),
            reviews,
            Challenges(database, ChallengeStore(database), habits),
            reading,
            review,
            review_reminders,
            summaries,
            digests,
            Lifecycle(database, HabitStore(database), habits, schedule, clock),
            milestones,
            library,
            Privacy(database, PrivacyStore(database), notes.exporting, imagine.drop_files, clock),
        )
        bot = InklingBot(services, EXTENSIONS)
        yield await stack.enter_async_context(bot)


async def run_bot(settings: Settings) -> None:
    """Run until cancelled. Raises discord.LoginFailure for a token that Discord does not know."""
    async with assembled(settings) as bot:
        await bot.start(settings.discord_token)
