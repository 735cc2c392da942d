"""Habits: checking in, taking back, timers. Check-ins are facts that are never changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.errors import BadRequest, NotFound
from bot.habits.model import MAX_REMARK, MAX_VALUE, DaySum, Event, Habit, Mark, Measure
from bot.habits.shelf import GONE, Shelf

LONGEST_TIMER_MINUTES = 12 * 60
OLDEST_DAYS = 366 * 10


class HabitService(Shelf):
    async def check_in(
        self,
        habit_id: int,
        user_id: int,
        value: float | None = None,
        *,
        day: date | None = None,
        mark: Mark = Mark.ENTRY,
        quality: int | None = None,
        feeling: str = "",
        remark: str = "",
        source: str = "command",
        key: str | None = None,
    ) -> Event:
        """One event. ``value`` None means one session, or what is left of the target.

        Raises NotFound; BadRequest for a day to come, or a value outside its limits. The same ``key`` comes once.
        """
        habit = await self.find(habit_id, user_id)
        today = await self.today(user_id)
        day = day or today
        if day > today:
            raise BadRequest("That day is still to come.")
        if day < today - timedelta(days=OLDEST_DAYS):
            raise BadRequest("That is more than ten years ago.")
        if mark is Mark.ENTRY:
            value = await self._left(habit, day) if value is None else value
            if not 0 <= value <= MAX_VALUE:
                raise BadRequest(f"Write a number from 0 to {MAX_VALUE:g}.")
        event = Event(
            *(0, habit_id, day, self._clock(), mark, float(value or 0.0), quality),
            *(" ".join(feeling.split())[:100], remark.strip()[:MAX_REMARK], None, source),
        )
        async with self._database.transaction() as tx:
            event_id = await self._store.add_event(tx, event, key)
        if event_id is None:
            known = await self._store.event_by_key(key or "")
            if known is None:
                raise NotFound(GONE)
            return known
        await self.refresh(habit)
        return replace(event, id=event_id)

    async def undo(self, event_id: int, user_id: int) -> Habit:
        """Take one event back; nothing is erased."""
        event = await self._event(event_id, user_id)
        habit = await self.find(event.habit_id, user_id)
        void = Event(0, habit.id, event.day, self._clock(), Mark.VOID, voids=event.id)
        async with self._database.transaction() as tx:
            await self._store.add_event(tx, void, f"void:{event.id}")
        await self.refresh(habit)
        return habit

    async def detail(self, event_id: int, user_id: int, **wanted: Any) -> Event:
        """The same session with other details: the old event is taken back and a new one put in its place."""
        event = await self._event(event_id, user_id)
        await self.undo(event_id, user_id)
        return await self.check_in(
            event.habit_id,
            user_id,
            **{
                "value": event.value,
                "day": event.day,
                "mark": event.mark,
                "quality": event.quality,
                "feeling": event.feeling,
                "remark": event.remark,
                "source": event.source,
                **wanted,
            },
        )

    async def event(self, event_id: int, user_id: int) -> Event:
        return await self._event(event_id, user_id)

    async def taken_back(self, habit_id: int, source: str) -> int:
        """How many events of this source were undone: what is done anew after an undo is another event."""
        events = await self._store.events(habit_id)
        gone = {event.voids for event in events}
        return sum(event.source == source and event.id in gone for event in events)

    async def tagged(self, user_id: int, tags: Sequence[str], note_id: int) -> list[Habit]:
        """A note with these tags was written: habits linked to one of them are done, once for each note."""
        wanted = {tag.strip("#").casefold() for tag in tags}
        found = [habit for habit in await self._store.of_user(user_id) if habit.tag and habit.tag in wanted]
        for habit in found:
            await self.check_in(habit.id, user_id, source="note", key=f"note:{note_id}:{habit.id}")
        return found

    async def start_timer(self, habit_id: int, user_id: int) -> Habit:
        habit = await self.find(habit_id, user_id)
        async with self._database.transaction() as tx:
            await self._store.start_timer(tx, habit_id, self._clock())
        return habit

    async def stop_timer(self, habit_id: int, user_id: int) -> Event:
        """Minutes since the start become a check-in, one session for habits that count none. Raises BadRequest."""
        habit = await self.find(habit_id, user_id)
        started = await self._store.timer(habit_id)
        if started is None:
            raise BadRequest(f"No timer runs for {habit.name}.")
        minutes = max(0.0, (self._clock() - started) / 60)
        async with self._database.transaction() as tx:
            await self._store.stop_timer(tx, habit_id)
        if minutes > LONGEST_TIMER_MINUTES:
            raise BadRequest(
                "That timer ran for over 12 hours, so nothing was written down. Enter it with `/habit done`."
            )
        day = (await self._people.find(user_id)).day(started)
        value = max(1.0, round(minutes)) if habit.measure is Measure.MINUTES else 1.0
        return await self.check_in(habit_id, user_id, value, day=day, source="timer", key=f"timer:{habit_id}:{started}")

    async def _left(self, habit: Habit, day: date) -> float:
        if not habit.is_numeric:
            return 1.0
        done = (await self.history(habit)).days.get(day, DaySum()).total
        return habit.target - done if habit.target > done and not habit.at_most else habit.target

    async def _event(self, event_id: int, user_id: int) -> Event:
        event = await self._store.event(event_id)
        if event is None:
            raise NotFound(GONE)
        await self.find(event.habit_id, user_id)
        return event
