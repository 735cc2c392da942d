"""The habits on real SQLite with a clock turned by hand, and a postman who notes what he brings."""

from __future__ import annotations

from bot.habits.lifecycle import Lifecycle
from bot.habits.milestones.service import Milestones
from bot.habits.milestones.store import MilestoneStore
from bot.habits.reminding import KIND, HabitReminders
from bot.habits.service import HabitService
from bot.habits.store import HabitStore
from bot.habits.understanding import Understanding
from tests.schedule.desk import Desk

ALICE, BOB = 1, 2


class House(Desk):
    def __init__(self, desk: Desk) -> None:
        self.__dict__ = desk.__dict__
        self.habit_store = HabitStore(self.database)
        self.habits = HabitService(self.database, self.habit_store, self.people, lambda: self.now)
        self.reminders = HabitReminders(self.habits, self.schedule, lambda: self.now)
        self.schedule.register(KIND, self.reminders)
        self.life = Lifecycle(self.database, self.habit_store, self.habits, self.schedule, lambda: self.now)
        self.milestones = Milestones(self.database, MilestoneStore(self.database), self.habits, lambda: self.now)
        self.habits.on_change.append(self.milestones.suspect)
        self.understanding = Understanding(self.habits, self.reminders, self.schedule)

    async def reminder(self, habit_id: int, phrase: str) -> int:
        reading = await self.schedule.read(ALICE, phrase)
        draft = await self.schedule.draft(ALICE, "?", reading.rule, kind=KIND, subject_id=habit_id)
        return (await self.schedule.save(draft.id, ALICE)).id
