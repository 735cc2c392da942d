"""Tasks that are due, on the one clock: each person has one alarm, for the next day on which a task of theirs is due.

What it says is read out of the notes when it comes, so it moves with a task, and goes when the task is done, edited,
archived or removed.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from datetime import date, datetime, time, timedelta

from bot.clock import Clock
from bot.errors import NotFound, OverLimit, UserError
from bot.notes.house_store import HouseStore
from bot.notes.order_model import OpenTask
from bot.notes.service import NotesService
from bot.people.service import PeopleService
from bot.schedule.model import Face, Occurrence
from bot.schedule.recurrence import Rule, to_local
from bot.schedule.service import ScheduleService

log = logging.getLogger(__name__)

KIND = "tasks"
AT = time(9)
"""On the person's own clock."""
MAX_TITLE = 280
SETTLE_SECONDS = 0.3


class DueTasks:
    """The clock's kind for tasks."""

    waits_for_quiet = True

    def __init__(
        self, notes: NotesService, house: HouseStore, schedule: ScheduleService, people: PeopleService, clock: Clock
    ) -> None:
        self._notes = notes
        self._house = house
        self._schedule = schedule
        self._people = people
        self._clock = clock
        self._waiting: set[int] = set()
        self._wake = asyncio.Event()
        self._setting = asyncio.Lock()
        self._task: asyncio.Task[None] | None = None
        self._ticked: dict[int, list[OpenTask]] = {}

    async def start(self) -> None:
        """Also catches up with what was committed just before a crash."""
        self._waiting.update(await self._house.with_due_tasks(_day(to_local(self._clock(), "UTC").date(), -2)))
        self._notes.on_change = self.changed
        self._wake.set()
        self._task = asyncio.create_task(self._follow(), name="due tasks")

    async def close(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    def changed(self, owner_id: int) -> None:
        """Some note of theirs is about to change."""
        self._waiting.add(owner_id)
        self._wake.set()

    async def _follow(self) -> None:
        while True:
            await self._wake.wait()
            await asyncio.sleep(SETTLE_SECONDS)  # what is being written is committed by then
            self._wake.clear()
            waiting, self._waiting = self._waiting, set()
            for owner_id in waiting:
                try:
                    await self.sync(owner_id)
                except Exception:
                    log.exception("the alarm for somebody's tasks could not be set; it is at their next change")

    async def sync(self, owner_id: int) -> None:
        """Set the person's alarm for the next day on which something is due."""
        async with self._setting:  # one at a time, or two would each make one
            await self._sync(owner_id)

    async def _sync(self, owner_id: int) -> None:
        person, now = await self._people.find(owner_id), self._clock()
        local = person.local(now)
        today = local.date()
        due = await self._notes.order.next_due(owner_id, _day(today, -1 if local.time() < AT else 0))
        alarms = await self._schedule.listed(owner_id, KIND)
        if any(one.next_utc is not None and one.next_utc <= now for one in alarms):
            return  # it is about to come
        for extra in alarms[1:] if due is not None else [one for one in alarms if not one.muted]:
            await self._schedule.remove(extra.id, owner_id)
        if due is None:
            return
        rule = Rule(datetime.combine(date.fromisoformat(due), AT), person.clock_zone, "")
        if alarms:
            if alarms[0].rule != rule:
                await self._schedule.reschedule(alarms[0].id, owner_id, rule)
            return
        try:
            alarm = await self._schedule.draft(owner_id, "Tasks that are due", rule, kind=KIND)
            await self._schedule.save(alarm.id, owner_id)
        except OverLimit as error:
            log.info("tasks of %d are not reminded of: %s", owner_id, error)

    # ---- what the clock asks

    async def face(self, occurrence: Occurrence) -> Face | None:
        owner_id = occurrence.alarm.user_id
        await self.sync(owner_id)  # the next day's
        if occurrence.alarm.muted:
            return None
        tasks, overdue = await self._notes.order.due_on(owner_id, self._due_day(occurrence))
        if not tasks:
            return None
        more = "1 more is overdue" if overdue == 1 else f"{overdue} more are overdue"
        lines = (f"from {_shortened(tasks[0].title, 80)}",) if len(tasks) == 1 else ()
        title = tasks[0].text if len(tasks) == 1 else " · ".join((f"{len(tasks)} tasks", *(one.text for one in tasks)))
        return Face(
            title=_shortened(title, MAX_TITLE),
            lines=(*(_plain(line) for line in lines), *((more,) if overdue else ())),
            done="Done" if len(tasks) == 1 else "All done",
            extra=(("Show", "notes:due"),),
        )

    async def answered(self, occurrence: Occurrence, answer: str) -> None:
        """Done ticks them in their notes; taking it back takes back just these."""
        owner_id = occurrence.alarm.user_id
        if answer == "done":
            tasks, _ = await self._notes.order.due_on(owner_id, self._due_day(occurrence))
            self._ticked[occurrence.id] = [one for one in tasks if await self._tick(owner_id, one, done=True)]
        elif answer == "undo":
            for one in self._ticked.pop(occurrence.id, []):
                await self._tick(owner_id, one, done=False)

    async def _tick(self, owner_id: int, task: OpenTask, *, done: bool) -> bool:
        with contextlib.suppress(UserError, NotFound):
            note = await self._notes.find(owner_id, task.note_id)
            await self._notes.tick(owner_id, task.note_id, task.line, seen_version=note.version, done=done)
            return True
        return False

    def _due_day(self, occurrence: Occurrence) -> str:
        return _day(to_local(occurrence.due_utc, occurrence.alarm.rule.zone).date(), 0)


def _day(day: date, later: int) -> str:
    return (day + timedelta(days=later)).isoformat()


def _shortened(text: str, longest: int) -> str:
    words = " ".join(text.split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


def _plain(text: str) -> str:
    """Without what Discord would take for markup."""
    return "".join(f"\\{letter}" if letter in "\\*_~`|<>[]()#@" else letter for letter in text)
