"""Milestones: noticed once, shown once, kept to be looked at again, and drawn on by the picture engine."""

from __future__ import annotations

import asyncio
from collections import defaultdict

from bot.clock import Clock
from bot.db.database import Database
from bot.errors import NotFound
from bot.habits.charts import Chart
from bot.habits.milestones.card import card, with_picture
from bot.habits.milestones.model import Milestone, reached
from bot.habits.milestones.store import MilestoneStore
from bot.habits.model import Habit
from bot.habits.service import HabitService

GONE = "That milestone is gone, or it is somebody else's."


class Milestones:
    def __init__(self, database: Database, store: MilestoneStore, habits: HabitService, clock: Clock) -> None:
        self._database = database
        self._store = store
        self._habits = habits
        self._clock = clock
        self._suspects: defaultdict[int, set[int]] = defaultdict(set)

    def suspect(self, habit: Habit) -> None:
        """Something changed: it may have reached one."""
        self._suspects[habit.user_id].add(habit.id)

    def is_suspect(self, user_id: int) -> bool:
        return user_id in self._suspects

    async def news(self, user_id: int) -> list[tuple[Habit, Milestone]]:
        """What the person has reached and not been shown yet: ``shown`` says that they have."""
        for habit_id in sorted(self._suspects.pop(user_id, ())):
            try:
                await self._notice(await self._habits.find(habit_id, user_id))
            except NotFound:
                continue  # deleted meanwhile
        found = await self._store.unshown(user_id)
        return [(await self._habits.find(one.habit_id, user_id), one) for one in found]

    async def _notice(self, habit: Habit) -> None:
        standing = await self._habits.standing(habit)
        found = reached(standing)
        if found is None or habit.archived:
            return
        known = await self._store.of_habit(habit.id)
        if any(one.count >= found.count and one.last >= found.first for one in known):
            return  # this streak has had it, maybe before a day was added at its begin
        async with self._database.transaction() as tx:
            await self._store.add(tx, found, self._clock())

    async def shown(self, milestone_id: int) -> None:
        async with self._database.transaction() as tx:
            await self._store.set_shown(tx, milestone_id)

    async def find(self, milestone_id: int, user_id: int) -> tuple[Habit, Milestone]:
        """Raises NotFound when it is gone or somebody else's."""
        one = await self._store.find(milestone_id)
        if one is None:
            raise NotFound(GONE)
        return await self._habits.find(one.habit_id, user_id), one

    async def of_habit(self, habit: Habit) -> list[Milestone]:
        """The newest first."""
        return await self._store.of_habit(habit.id)

    async def card(self, habit: Habit, one: Milestone) -> Chart:
        return await asyncio.to_thread(card, habit, one)

    async def decorated(self, user_id: int, milestone_id: int, job_id: int, prompt: str, picture_png: bytes) -> Chart:
        """The card with the job's picture on it, from now on. Raises NotFound; OSError for what is no picture."""
        habit, one = await self.find(milestone_id, user_id)
        drawn = await asyncio.to_thread(with_picture, habit, one, picture_png, prompt)
        async with self._database.transaction() as tx:
            await self._store.set_job(tx, one.id, job_id)
        return drawn
