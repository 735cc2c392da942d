"""The shelf of habits: making, changing, looking. Streaks and strength follow from the events."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from bot.clock import Clock
from bot.db.database import Database, Tx
from bot.errors import BadRequest, NotFound, OverLimit
from bot.habits.goals import SPANS, Goal, Progress, progress
from bot.habits.measures import same_count
from bot.habits.model import (
    AREAS,
    COLOURS,
    DAILY,
    MAX_AREA,
    MAX_HABITS,
    MAX_NAME,
    MAX_QUESTION,
    MAX_UNIT,
    MAX_VALUE,
    DaySum,
    Event,
    Form,
    Habit,
    History,
    Mark,
    Measure,
    Pause,
    by_day,
    live,
)
from bot.habits.store import HabitStore, KeptStreak
from bot.habits.streaks import Streaks, fold
from bot.habits.strength import strength
from bot.people.model import Person
from bot.people.service import PeopleService

MAX_EMOJI, MAX_TAG, MAX_DESCRIPTION = 40, 40, 500
GONE = "That habit is gone, or it is somebody else's."


@dataclass(frozen=True, slots=True)
class Standing:
    """A habit as it stands on a day."""

    habit: Habit
    day: date
    today: DaySum
    kept: KeptStreak
    streaks: Streaks
    paused: bool
    timer_utc: float | None


class Shelf:
    def __init__(self, database: Database, store: HabitStore, people: PeopleService, clock: Clock) -> None:
        self._database = database
        self._store = store
        self._people = people
        self._clock = clock
        self.on_change: list[Callable[[Habit], None]] = []
        """Told that a habit's record or its terms have changed, once that is committed."""

    # ---- making and changing

    async def add(self, user_id: int, **wanted: Any) -> Habit:
        """A new habit from the fields of ``Habit``; ``name`` is needed. Raises BadRequest, OverLimit."""
        count = await self.check_room(user_id)
        plain = Habit(0, user_id, "", Measure.YES_NO, DAILY, await self.today(user_id), position=count)
        habit = checked(replace(plain, **wanted))
        await self.check_name(user_id, habit.name)
        async with self._database.transaction() as tx:
            habit_id = await self._store.add(tx, habit, self._clock())
        return await self.find(habit_id, user_id)

    async def check_room(self, user_id: int) -> int:
        """How many habits there are. Raises OverLimit when there may be no more."""
        known = await self._store.of_user(user_id, archived=True)
        if len(known) >= MAX_HABITS:
            raise OverLimit(f"You have {MAX_HABITS} habits, the most for one person. Delete one first.")
        return len(known)

    async def check_name(self, user_id: int, name: str, own: int | None = None) -> None:
        """Raises BadRequest when another habit than ``own`` has it."""
        known = await self._store.of_user(user_id, archived=True)
        if any(one.name.casefold() == name.casefold() and one.id != own for one in known):
            raise BadRequest(f"You have a habit named {name} already.")

    async def change(self, habit_id: int, user_id: int, **wanted: Any) -> Habit:
        """Raises NotFound, BadRequest; also for a measure that its check-ins were not made by (``may_become``)."""
        old = await self.find(habit_id, user_id)
        habit = checked(replace(old, **wanted))
        await self.check_name(user_id, habit.name, habit_id)
        if not await self.may_become(old, habit):
            raise BadRequest(f"The check-ins of {old.name} would say something else then.")
        async with self._database.transaction() as tx:
            await self._store.change(tx, habit)
            await self.refresh(tx, habit)
        return habit

    async def may_become(self, old: Habit, new: Habit) -> bool:
        """Whether every amount that stands for ``old`` is true for ``new`` as well (bot.habits.measures)."""
        return same_count(old, new) or not any(event.mark is Mark.ENTRY for event in await self.events(old))

    async def pause(self, habit_id: int, user_id: int, until: date | None, since: date | None = None) -> Habit:
        """Nothing counts and nothing reminds from ``since`` (today) to ``until``, both included."""
        habit = await self.find(habit_id, user_id)
        begin = since or await self.today(user_id)
        if until is not None and until < begin:
            raise BadRequest("A pause ends on the day it begins, or later.")
        async with self._database.transaction() as tx:
            await self._store.end_pauses(tx, habit_id, begin - timedelta(days=1))
            await self._store.drop_empty_pauses(tx, habit_id)
            await self._store.add_pause(tx, habit_id, Pause(begin, until))
            await self.refresh(tx, habit)
        return habit

    async def resume(self, habit_id: int, user_id: int) -> Habit:
        habit = await self.find(habit_id, user_id)
        async with self._database.transaction() as tx:
            await self._store.end_pauses(tx, habit_id, await self.today(user_id) - timedelta(days=1))
            await self._store.drop_empty_pauses(tx, habit_id)
            await self.refresh(tx, habit)
        return habit

    async def set_goals(self, habit_id: int, user_id: int, amounts: dict[str, float | None]) -> Habit:
        """By span; None removes one. Raises BadRequest, NotFound."""
        habit = await self.find(habit_id, user_id)
        if any(amount is not None and not 0 < amount <= MAX_VALUE for amount in amounts.values()):
            raise BadRequest(f"A goal is a number up to {MAX_VALUE:g}.")
        async with self._database.transaction() as tx:
            for span, amount in amounts.items():
                if amount is None:
                    await self._store.drop_goal(tx, habit_id, span)
                else:
                    await self._store.put_goal(tx, Goal(habit_id, span, amount))
        return habit

    async def goals(self, habit: Habit) -> list[Progress]:
        """The shortest span first."""
        history, today = await self.history(habit), await self.today(habit.user_id)
        found = sorted(await self._store.goals(habit.id), key=lambda goal: SPANS.index(goal.span))
        return [progress(history, goal, today) for goal in found]

    # ---- looking

    async def person(self, user_id: int) -> Person:
        return await self._people.find(user_id)

    async def today(self, user_id: int) -> date:
        return (await self._people.find(user_id)).day(self._clock())

    async def find(self, habit_id: int, user_id: int) -> Habit:
        """Raises NotFound when it is gone, deleted, or somebody else's."""
        habit = await self._store.find(habit_id)
        if habit is None or habit.user_id != user_id or habit.deleted_utc is not None:
            raise NotFound(GONE)
        return habit

    async def by_name(self, user_id: int, name: str) -> Habit:
        """By id (as autocomplete gives it), whole name, or the only one that it begins. Raises NotFound."""
        habits = await self._store.of_user(user_id, archived=True)
        wanted = name.strip().casefold()
        same = [one for one in habits if str(one.id) == wanted or one.name.casefold() == wanted]
        near = [one for one in habits if one.name.casefold().startswith(wanted)] or [
            one for one in habits if wanted in one.name.casefold()
        ]
        found = same or near
        if not wanted or len(found) != 1:
            listed = ", ".join(one.name for one in (found or habits)[:10])
            raise NotFound(f"Which habit? You have: {listed}." if listed else "You have no habits yet: `/habit add`.")
        return found[0]

    async def listed(self, user_id: int, *, archived: bool = False) -> list[Habit]:
        return await self._store.of_user(user_id, archived=archived)

    async def history(self, habit: Habit) -> History:
        events = await self._store.events(habit.id)
        pauses = await self._store.pauses(habit.id)
        return History(habit, by_day(events), pauses, await self._store.travel(habit.user_id))

    async def events(self, habit: Habit) -> list[Event]:
        """Those that stand, oldest first."""
        return live(await self._store.events(habit.id))

    async def standing(self, habit: Habit, day: date | None = None) -> Standing:
        """As of today, with ``day``'s sum."""
        today = await self.today(habit.user_id)
        history = await self.history(habit)
        streaks = fold(history, today)
        kept = await self._store.streak(habit.id)
        if kept is None or kept.as_of != today:
            kept = _kept(history, streaks, today)
            async with self._database.transaction() as tx:
                await self._store.put_streak(tx, kept)
        shown = day or today
        paused = any(pause.covers(shown) for pause in history.pauses)
        timer = await self._store.timer(habit.id)
        return Standing(habit, shown, history.days.get(shown, DaySum()), kept, streaks, paused, timer)

    async def overview(self, user_id: int, day: date | None = None) -> list[Standing]:
        return [await self.standing(habit, day) for habit in await self._store.of_user(user_id)]

    # ---- the derived table

    async def refresh(self, tx: Tx, habit: Habit) -> None:
        """Dropped here and derived at the next look: a look inside the transaction would not see its rows."""
        await self._store.drop_streaks(tx, [habit.id])
        for tell in self.on_change:
            self._database.after_commit(partial(tell, habit))

    async def rebuild(self, habits: Sequence[Habit]) -> list[KeptStreak]:
        """Derive every row anew from the events."""
        async with self._database.transaction() as tx:
            await self._store.drop_streaks(tx, [habit.id for habit in habits])
        return [(await self.standing(habit)).kept for habit in habits]


def _kept(history: History, streaks: Streaks, today: date) -> KeptStreak:
    return KeptStreak(
        history.habit.id,
        today,
        streaks.current,
        streaks.best,
        streaks.freezes,
        streaks.since,
        strength(history, today),
    )


def checked(habit: Habit) -> Habit:
    """Tidied. Raises BadRequest for what is outside its limits."""
    name = " ".join(habit.name.split())
    if not name or len(name) > MAX_NAME:
        raise BadRequest(f"A habit's name has 1 to {MAX_NAME} characters.")
    if len(habit.question) > MAX_QUESTION or len(habit.unit) > MAX_UNIT or len(habit.area) > MAX_AREA:
        raise BadRequest(f"A question has up to {MAX_QUESTION} characters, a unit {MAX_UNIT}, an area {MAX_AREA}.")
    if len(habit.emoji) > MAX_EMOJI or len(habit.tag) > MAX_TAG or len(habit.description) > MAX_DESCRIPTION:
        raise BadRequest(
            f"An emoji has up to {MAX_EMOJI} characters, a tag {MAX_TAG}, a description {MAX_DESCRIPTION}."
        )
    if not habit.schedule.is_possible:
        raise BadRequest("That schedule cannot be kept.")
    if habit.colour not in COLOURS and not re.fullmatch(r"#[0-9A-Fa-f]{6}", habit.colour):
        raise BadRequest(f"Colours are {', '.join(COLOURS)}.")
    if habit.is_numeric and not 0 <= habit.target <= MAX_VALUE:
        raise BadRequest(f"A target is a number up to {MAX_VALUE:g}.")
    if habit.is_numeric and not habit.at_most and habit.target == 0:
        raise BadRequest("A target is more than 0.")
    if habit.at_most and not habit.is_numeric:
        raise BadRequest("“At most” needs something to count: choose count or minutes.")
    if habit.schedule.form is Form.PER_DAY and habit.schedule.number > 1 and habit.is_numeric:
        raise BadRequest("Several a day go with yes-no. For a count or minutes a day set the target.")
    target = habit.target if habit.is_numeric else 1.0
    return replace(
        habit, name=name, target=target, area=habit.area or AREAS[-1], tag=habit.tag.strip().lstrip("#").casefold()
    )
