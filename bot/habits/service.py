"""Habits: checking in, taking back, timers. Check-ins are facts that are never changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.db.database import Tx
from bot.errors import BadRequest, NotFound
from bot.habits.model import MAX_REMARK, MAX_VALUE, DaySum, Event, Habit, Mark, Measure
from bot.habits.shelf import GONE, Shelf

LONGEST_TIMER_MINUTES = 12 * 60
OLDEST_DAYS = 366 * 10
CHANGED_MEANWHILE = "That check-in was changed or taken back meanwhile."


class HabitService(Shelf):
    async def check_in(
        self,
        habit_id: int,
        user_id: int,
        value: float | None = None,
        *,
        key: str | None = None,
        **said: Any,
    ) -> Event:
        """One event, of today where no ``day`` is said; ``mark``, ``quality``, ``feeling``, ``remark`` and ``source``
        as those of ``Event``. ``value`` None means one session, or what is left of the target.

        Raises NotFound; BadRequest for a day to come, or a value outside its limits. The same ``key`` comes once.
        """
        habit = await self.find(habit_id, user_id)
        event = await self._said(habit, value=value, **said)
        async with self._database.transaction() as tx:
            event_id = await self._put(tx, habit, event, key)
        if event_id is None:
            known = await self._store.event_by_key(key or "")
            if known is None:
                raise NotFound(GONE)
            return known
        return replace(event, id=event_id)

    async def undo(self, event_id: int, user_id: int) -> Habit:
        """Take one event back; nothing is erased."""
        event = await self._event(event_id, user_id)
        habit = await self.find(event.habit_id, user_id)
        async with self._database.transaction() as tx:
            await self._take_back(tx, habit, event)
        return habit

    async def detail(self, event_id: int, user_id: int, **wanted: Any) -> Event:
        """The same session with other details: the old event is taken back and a new one put in its place, at once.

        Raises NotFound, and BadRequest when it was taken back already.
        """
        old = await self._event(event_id, user_id)
        habit = await self.find(old.habit_id, user_id)
        fields = ("value", "day", "mark", "quality", "feeling", "remark", "source")
        event = await self._said(habit, **{**{name: getattr(old, name) for name in fields}, **wanted})
        async with self._database.transaction() as tx:
            if not await self._take_back(tx, habit, old):
                raise BadRequest(CHANGED_MEANWHILE)
            new_id = await self._put(tx, habit, event)
        return replace(event, id=new_id or 0)

    async def event(self, event_id: int, user_id: int) -> Event:
        return await self._event(event_id, user_id)

    async def event_of(self, key: str, user_id: int) -> Event | None:
        """What came from there before, if anything did."""
        event = await self._store.event_by_key(key)
        return None if event is None else await self._event(event.id, user_id)

    async def taken_back(self, habit_id: int, source: str) -> int:
        """How many events of this source were undone: what is done anew after an undo is another event."""
        events = await self._store.events(habit_id)
        gone = {event.voids for event in events}
        return sum(event.source == source and event.id in gone for event in events)

    async def tagged(self, tx: Tx, user_id: int, note_id: int, tags: Sequence[str], written_utc: float) -> None:
        """A note with these tags was written or changed: habits linked to one of them are done on the note's day.

        Once for each note and habit, whatever happens to the note later; ``work`` counts ``work/ideas`` as well. In the
        note's own transaction: both are kept, or neither.
        """
        wanted = {tag.strip("#").casefold() for tag in tags}
        wanted |= {tag[:at] for tag in wanted for at, letter in enumerate(tag) if letter == "/"}
        linked = [habit for habit in await self._store.of_user(user_id) if habit.tag and habit.tag in wanted]
        if not linked:
            return
        day = min((await self._people.find(user_id)).day(written_utc), await self.today(user_id))
        for habit in linked:
            await self._put(tx, habit, await self._said(habit, day=day, source="note"), f"note:{note_id}:{habit.id}")

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
        if minutes > LONGEST_TIMER_MINUTES:
            async with self._database.transaction() as tx:
                await self._store.stop_timer(tx, habit_id)
            raise BadRequest(
                "That timer ran for over 12 hours, so nothing was written down. Enter it with `/habit done`."
            )
        day = (await self._people.find(user_id)).day(started)
        value = max(1.0, round(minutes)) if habit.measure is Measure.MINUTES else 1.0
        event = await self._said(habit, value=value, day=day, source="timer")
        async with self._database.transaction() as tx:
            await self._store.stop_timer(tx, habit_id)
            event_id = await self._put(tx, habit, event, f"timer:{habit_id}:{started}")
        if event_id is None:
            raise BadRequest(f"No timer runs for {habit.name}.")
        return replace(event, id=event_id)

    # ---- making events

    async def _said(
        self,
        habit: Habit,
        *,
        value: float | None = None,
        day: date | None = None,
        mark: Mark = Mark.ENTRY,
        quality: int | None = None,
        feeling: str = "",
        remark: str = "",
        source: str = "command",
    ) -> Event:
        """What was said, as an event that is not written yet. Raises BadRequest as ``check_in``."""
        today = await self.today(habit.user_id)
        day = day or today
        if day > today:
            raise BadRequest("That day is still to come.")
        if day < today - timedelta(days=OLDEST_DAYS):
            raise BadRequest("That is more than ten years ago.")
        if mark is Mark.ENTRY:
            value = await self._left(habit, day) if value is None else value
            if not 0 <= value <= MAX_VALUE:
                raise BadRequest(f"Write a number from 0 to {MAX_VALUE:g}.")
        return Event(
            *(0, habit.id, day, self._clock(), mark, float(value or 0.0), quality),
            *(" ".join(feeling.split())[:100], remark.strip()[:MAX_REMARK], None, source),
        )

    async def _put(self, tx: Tx, habit: Habit, event: Event, key: str | None = None) -> int | None:
        """The new event's id; None when ``key`` was written before."""
        event_id = await self._store.add_event(tx, event, key)
        if event_id is not None:
            await self.refresh(tx, habit)
        return event_id

    async def _take_back(self, tx: Tx, habit: Habit, event: Event) -> bool:
        """False when it was taken back before."""
        void = Event(0, habit.id, event.day, self._clock(), Mark.VOID, voids=event.id)
        return await self._put(tx, habit, void, f"void:{event.id}") is not None

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
