"""A habit with its reminders: put away, brought back, begun anew, gone for good. Both in one transaction."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.clock import Clock
from bot.db.database import Database
from bot.errors import BadRequest, NotFound
from bot.habits.measures import remeasured
from bot.habits.model import MAX_NAME, Habit, Measure
from bot.habits.reminding import KIND
from bot.habits.service import HabitService
from bot.habits.shelf import GONE, checked
from bot.habits.store import HabitStore
from bot.schedule.service import ScheduleService

TRASH_SECONDS = 30 * 86_400.0


class Lifecycle:
    def __init__(
        self, database: Database, store: HabitStore, habits: HabitService, schedule: ScheduleService, clock: Clock
    ) -> None:
        self._database = database
        self._store = store
        self._habits = habits
        self._schedule = schedule
        self._clock = clock

    async def archive(self, habit_id: int, user_id: int, *, archived: bool = True) -> Habit:
        """Or back out of the archive; its reminders rest there. Raises NotFound."""
        await self._habits.find(habit_id, user_id)
        async with self._database.transaction() as tx:
            await self._store.set_archived(tx, habit_id, archived=archived)
            await (self._schedule.rest if archived else self._schedule.rouse)(tx, KIND, habit_id)
        return await self._habits.find(habit_id, user_id)

    async def delete(self, habit_id: int, user_id: int) -> Habit:
        """It can be brought back for thirty days; until then its reminders rest. Raises NotFound."""
        habit = await self._habits.find(habit_id, user_id)
        async with self._database.transaction() as tx:
            await self._store.set_deleted(tx, habit_id, self._clock())
            await self._schedule.rest(tx, KIND, habit_id)
            await self._habits.refresh(tx, habit)
        return habit

    async def restore(self, habit_id: int, user_id: int) -> Habit:
        """With its reminders. Raises NotFound, BadRequest when another has its name meanwhile."""
        habit = await self._store.find(habit_id)
        if habit is None or habit.user_id != user_id:
            raise NotFound(GONE)
        if habit.deleted_utc is not None:
            await self._habits.check_name(user_id, habit.name)
            async with self._database.transaction() as tx:
                await self._store.set_deleted(tx, habit_id, None)
                if not habit.archived:
                    await self._schedule.rouse(tx, KIND, habit_id)
                await self._habits.refresh(tx, habit)
        return await self._habits.find(habit_id, user_id)

    async def tidy(self) -> int:
        """What was deleted over thirty days ago goes for good, reminders and all. How many habits it was."""
        gone = await self._store.deleted_before(self._clock() - TRASH_SECONDS)
        for habit_id in gone:
            async with self._database.transaction() as tx:
                await self._schedule.forget(tx, KIND, habit_id)
                await self._store.remove(tx, habit_id)
        return len(gone)

    # ---- where another measure would say what was not

    async def begin_anew(
        self, habit_id: int, user_id: int, measure: Measure, target: float | None, at_most: bool, unit: str
    ) -> tuple[Habit, Habit]:
        """A new habit from today on with the old one's name, tag and reminders, and the old one in the archive.

        Goals stay with the old one: their amounts count what it counted. Raises NotFound, BadRequest, OverLimit.
        """
        old = await self._habits.find(habit_id, user_id)
        if old.archived:
            raise BadRequest(f"{old.name} is in the archive.")
        today = await self._habits.today(user_id)
        new = checked(replace(remeasured(old, measure, target, at_most, unit), created=today))
        aside = replace(old, name=await self._free_name(old, today), tag="")
        await self._habits.check_room(user_id)
        async with self._database.transaction() as tx:
            await self._store.change(tx, aside)
            await self._store.set_archived(tx, old.id, archived=True)
            new_id = await self._store.add(tx, new, self._clock())
            await self._schedule.move(tx, KIND, old.id, new_id)
            await self._habits.refresh(tx, aside)
        return await self._habits.find(new_id, user_id), await self._habits.find(old.id, user_id)

    async def take_back(self, new_id: int, old_id: int, user_id: int) -> Habit:
        """As if it had not been begun anew. Raises NotFound, BadRequest when something was written down meanwhile."""
        new, old = await self._habits.find(new_id, user_id), await self._habits.find(old_id, user_id)
        if await self._habits.events(new):
            raise BadRequest(f"{new.name} has check-ins already, so it stays. The old one is in the archive.")
        async with self._database.transaction() as tx:
            await self._schedule.move(tx, KIND, new_id, old_id)
            await self._store.remove(tx, new_id)
            await self._store.change(tx, replace(old, name=new.name, tag=new.tag))
            await self._store.set_archived(tx, old_id, archived=False)
            await self._habits.refresh(tx, old)
        return await self._habits.find(old_id, user_id)

    async def _free_name(self, old: Habit, today: date) -> str:
        """ "Read, until 25 Nov 2026": a name that nothing else has."""
        taken = {one.name.casefold() for one in await self._store.of_user(old.user_id, archived=True)}
        tail, number = f", until {today.day} {today:%b %Y}", 1
        while True:
            ending = tail if number == 1 else f"{tail} ({number})"
            name = f"{old.name[: MAX_NAME - len(ending)].rstrip()}{ending}"
            if name.casefold() not in taken:
                return name
            number += 1
