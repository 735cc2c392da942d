"""What the cogs may use: built once by ``bot.app``, handed over by the client."""

from __future__ import annotations

from dataclasses import dataclass

from bot.clock import Clock
from bot.gpu.queue import Queue
from bot.gpu.reports import Reports
from bot.habits.lifecycle import Lifecycle
from bot.habits.milestones.service import Milestones
from bot.habits.moving import HabitMoving
from bot.habits.reminding import HabitReminders
from bot.habits.reports import HabitReports
from bot.habits.review import SundayReviews
from bot.habits.service import HabitService
from bot.habits.together.service import Challenges
from bot.habits.understanding import Understanding
from bot.imagine.gallery import Gallery
from bot.imagine.service import ImagineService
from bot.library.service import Library
from bot.moderation.service import Moderation
from bot.notes.service import NotesService
from bot.people.service import PeopleService
from bot.privacy.service import Privacy
from bot.reading.service import ReadingService
from bot.review.reminding import ReviewReminders
from bot.review.service import ReviewService
from bot.rules.service import RulesService
from bot.schedule.service import ScheduleService
from bot.settings import Settings
from bot.summaries.digest import Digests
from bot.summaries.service import SummaryService


@dataclass(frozen=True, slots=True)
class Services:
    settings: Settings
    clock: Clock
    queue: Queue
    imagine: ImagineService
    gallery: Gallery
    people: PeopleService
    schedule: ScheduleService
    rules: RulesService
    moderation: Moderation
    reports: Reports
    notes: NotesService
    habits: HabitService
    habit_reminders: HabitReminders
    understanding: Understanding
    habit_reports: HabitReports
    habit_moving: HabitMoving
    reviews: SundayReviews
    challenges: Challenges
    reading: ReadingService
    review: ReviewService
    review_reminders: ReviewReminders
    summaries: SummaryService
    digests: Digests
    habit_life: Lifecycle
    milestones: Milestones
    library: Library
    privacy: Privacy
