"""Export and import of a person's habits."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.db.database import Database
from bot.errors import BadRequest
from bot.habits.exchange import Parcel, from_json, to_json
from bot.habits.goals import Goal
from bot.habits.loop import from_zip, to_zip
from bot.habits.measures import same_count
from bot.habits.model import MAX_HABITS, by_day
from bot.habits.schedules import describe_measure
from bot.habits.service import OLDEST_DAYS, HabitService
from bot.habits.shelf import checked
from bot.habits.store import HabitStore
from bot.habits.workbook import to_xlsx

MAX_IMPORT_BYTES = 5_000_000


@dataclass(frozen=True, slots=True)
class Imported:
    """How many habits were made, and how many check-ins were taken over."""

    habits: int
    events: int


class HabitMoving:
    def __init__(self, database: Database, store: HabitStore, habits: HabitService) -> None:
        self._database = database
        self._store = store
        self._habits = habits

    async def parcels(self, user_id: int) -> list[Parcel]:
        return [
            Parcel(
                *(habit, tuple(await self._habits.events(habit)), await self._store.pauses(habit.id)),
                goals=tuple((goal.span, goal.amount) for goal in await self._store.goals(habit.id)),
            )
            for habit in await self._habits.listed(user_id, archived=True)
        ]

    async def export(self, user_id: int) -> list[tuple[str, bytes]]:
        """File names and contents: Loop's zip, a workbook, and JSON with everything."""
        parcels = await self.parcels(user_id)
        if not parcels:
            raise BadRequest("There is nothing to export yet.")
        today = await self._habits.today(user_id)
        return await asyncio.to_thread(_written, parcels, today)

    async def take(self, user_id: int, name: str, content: bytes) -> Imported:
        """From a zip of Loop Habit Tracker or JSON of ours. Days that have entries already stay as they are.

        Raises BadRequest for anything else, or what is too large.
        """
        if len(content) > MAX_IMPORT_BYTES:
            raise BadRequest(f"That file is larger than {MAX_IMPORT_BYTES // 10**6} MB.")
        today = await self._habits.today(user_id)
        if name.lower().endswith(".json"):
            parcels = await asyncio.to_thread(from_json, content)
        else:
            parcels = await asyncio.to_thread(from_zip, content, today)
        return await self._keep(user_id, parcels, today)

    async def _keep(self, user_id: int, parcels: Sequence[Parcel], today: date) -> Imported:
        known = {one.name.casefold(): one for one in await self._habits.listed(user_id, archived=True)}
        if len(known) + sum(p.habit.name.casefold() not in known for p in parcels) > MAX_HABITS:
            raise BadRequest(f"That would be more than {MAX_HABITS} habits.")
        tidy = [replace(parcel, habit=checked(parcel.habit)) for parcel in parcels]
        for parcel in tidy:
            own = known.get(parcel.habit.name.casefold())
            if own is not None and not same_count(own, parcel.habit):
                raise BadRequest(
                    f"Your {own.name} is written down as {describe_measure(own)}, the file's as"
                    f" {describe_measure(parcel.habit)}. Rename yours first; nothing was taken over."
                )
        there = {name: by_day(await self._habits.events(habit)) for name, habit in known.items()}
        made = events = 0
        oldest = today - timedelta(days=OLDEST_DAYS)
        async with self._database.transaction() as tx:
            for number, parcel in enumerate(tidy):
                habit = known.get(parcel.habit.name.casefold())
                if habit is None:
                    begun = max(oldest, min(today, parcel.habit.created))
                    new = replace(parcel.habit, user_id=user_id, position=len(known) + number, created=begun)
                    habit_id = await self._store.add(tx, new, 0.0)
                    made += 1
                    habit = known[new.name.casefold()] = replace(new, id=habit_id)
                    for pause in parcel.pauses:
                        await self._store.add_pause(tx, habit_id, pause)
                    for span, amount in parcel.goals:
                        await self._store.put_goal(tx, Goal(habit_id, span, amount))
                await self._habits.refresh(tx, habit)
                taken = there.get(habit.name.casefold(), {})
                for event in parcel.events:
                    if oldest <= event.day <= today and event.day not in taken:
                        await self._store.add_event(tx, replace(event, habit_id=habit.id, source="import"))
                        events += 1
        return Imported(made, events)


def _written(parcels: Sequence[Parcel], today: date) -> list[tuple[str, bytes]]:
    return [
        (f"loop-habits-{today}.zip", to_zip(parcels, today)),
        (f"habits-{today}.xlsx", to_xlsx(parcels, today)),
        (f"habits-{today}.json", to_json(parcels)),
    ]
