"""Habit reminders on the one clock: a fact and a choice, and silence once there is any entry for the occasion."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.clock import Clock
from bot.errors import NotFound
from bot.habits import words
from bot.habits.model import Form, Habit, Mark
from bot.habits.replies import Reply, read_reply
from bot.habits.service import HabitService
from bot.habits.shelf import Standing
from bot.habits.streaks import DAY, Verdict
from bot.people.model import Person
from bot.schedule.model import Alarm, Face, Occurrence, State
from bot.schedule.recurrence import Rule, upcoming
from bot.schedule.service import ScheduleService

KIND = "habit"
QUIET_AFTER = 5
"""So many reminders without an answer, and the person is asked once whether they help."""


class HabitReminders:
    """The clock's kind for habits."""

    waits_for_quiet = True

    def __init__(self, habits: HabitService, schedule: ScheduleService, clock: Clock) -> None:
        self._habits = habits
        self._schedule = schedule
        self._clock = clock

    async def face(self, occurrence: Occurrence) -> Face | None:
        alarm = occurrence.alarm
        try:
            habit = await self._habits.find(alarm.subject_id or 0, alarm.user_id)
        except NotFound:
            return None
        person, now = await self._habits.person(alarm.user_id), self._clock()
        if habit.archived or alarm.muted or self._is_past(occurrence, person, now):
            return None
        day = self._day(occurrence, person)
        standing = await self._habits.standing(habit, day)
        if standing.paused or await self._is_answered(standing, occurrence, person):
            return None
        extra: tuple[tuple[str, str], ...] = ()
        lines = words.reminder_lines(standing)
        if day != person.day(now):
            lines = (words.for_day(day), *lines)
        if await self.unanswered(occurrence, habit, person) == QUIET_AFTER:
            lines = (*lines, words.ASK_AFTER_SILENCE)
            extra = tuple((label, f"habit:{verb}:{alarm.id}") for verb, label in words.AFTER_SILENCE)
        return Face(
            title=f"{habit.emoji} {habit.question or habit.name}".strip(),
            lines=lines,
            extra=extra,
            done="Log" if habit.is_numeric else "Done",
            done_id=f"habit:log:{occurrence.id}" if habit.is_numeric else None,
        )

    def _is_past(self, occurrence: Occurrence, person: Person, now: float) -> bool:
        """The day that it was meant for is over. What could not be delivered may still be shown on the next one."""
        waited = person.day(person.after_quiet(occurrence.due_utc))
        last = waited + DAY if occurrence.state is State.KEPT else waited
        return not occurrence.snoozes and not waited <= person.day(now) <= last

    def _day(self, occurrence: Occurrence, person: Person) -> date:
        """The day that it is about: that of its time, or of the moment to which the person put it off."""
        if not occurrence.snoozes:
            return person.day(occurrence.due_utc)
        is_sent = occurrence.sent_utc is not None and occurrence.state is not State.PENDING
        return person.day(occurrence.sent_utc if is_sent and occurrence.sent_utc else self._clock())

    async def _is_answered(self, standing: Standing, occurrence: Occurrence, person: Person) -> bool:
        """Any entry for the occasion, also a no; of several a day, one for each reminder so far."""
        day, habit = standing.today, standing.habit
        if _is_over(standing) or day.refused or day.skipped:
            return True
        if habit.schedule.form is not Form.PER_DAY or habit.schedule.number == 1:
            return day.sessions > 0
        begin = person.day_begins(standing.day)
        alarms = [one for one in await self._schedule.about(KIND, habit.id) if not one.muted]
        times = [utc for one in alarms for utc in upcoming(one.rule, begin - 1, 24) if utc <= occurrence.due_utc]
        return day.total >= len(times)

    async def answered(self, occurrence: Occurrence, answer: str) -> None:
        alarm = occurrence.alarm
        source = f"reminder:{occurrence.id}"
        if answer == "undo":
            habit = await self._habits.find(alarm.subject_id or 0, alarm.user_id)
            for event in reversed(await self._habits.events(habit)):
                if event.source == source:
                    await self._habits.undo(event.id, alarm.user_id)
                    return
            return
        person = await self._habits.person(alarm.user_id)
        await self._habits.check_in(
            alarm.subject_id or 0,
            alarm.user_id,
            day=self._day(occurrence, person),
            mark=Mark.SKIP if answer == "skip" else Mark.ENTRY,
            source=source,
            key=f"{source}:{answer}:{await self._habits.taken_back(alarm.subject_id or 0, source)}",
        )

    async def log(self, occurrence: Occurrence, reply: Reply, key: str | None = None) -> Habit:
        """A reply with its details, for the day that the reminder was about. The same ``key`` counts once."""
        alarm = occurrence.alarm
        habit = await self._habits.find(alarm.subject_id or 0, alarm.user_id)
        person = await self._habits.person(alarm.user_id)
        await self._habits.check_in(
            habit.id,
            alarm.user_id,
            reply.value,
            day=self._day(occurrence, person),
            mark=reply.mark,
            quality=reply.quality,
            remark=reply.rest,
            source=f"reminder:{occurrence.id}",
            key=key,
        )
        await self._schedule.note_answer(occurrence.id, "skip" if reply.mark is Mark.SKIP else "done")
        return habit

    async def replied(self, occurrence: Occurrence, text: str, key: str) -> Habit | None:
        """A reply in words; None when it is not understood as an answer."""
        reply = read_reply(text)
        return None if reply is None else await self.log(occurrence, reply, key)

    async def fewer(self, alarm_id: int, user_id: int) -> Alarm:
        """Half as often from now on."""
        alarm = await self._schedule.find(alarm_id, user_id)
        return await self._schedule.change(alarm_id, user_id, alarm.text, halved(alarm.rule))

    async def unanswered(self, occurrence: Occurrence, habit: Habit, person: Person) -> int:
        """How many reminders in a row, right before this one, got no answer, and no entry on their day."""
        days = (await self._habits.history(habit)).days
        count = 0
        for one in await self._schedule.recent(occurrence.alarm.id, QUIET_AFTER + 3):
            if one.due_utc >= occurrence.due_utc:
                continue
            entered = days.get(person.day(one.due_utc))
            if one.answer is not None or one.snoozes or (entered is not None and not entered.is_empty):
                break
            if one.sent_utc is not None:
                count += 1
        return count


def halved(rule: Rule) -> Rule:
    """Every other time: of several times a day or days a week every second one, else the interval doubled."""
    parts = dict(part.split("=", 1) for part in rule.rrule.split(";"))
    for name in ("BYHOUR", "BYDAY"):
        values = parts.get(name, "").split(",")
        if len(values) > 1 and "BYSETPOS" not in parts:
            parts[name] = ",".join(values[::2])
            return replace(rule, rrule=";".join(f"{key}={value}" for key, value in parts.items()))
    parts["INTERVAL"] = str(int(parts.get("INTERVAL", "1")) * 2)
    return replace(rule, rrule=";".join(f"{key}={value}" for key, value in parts.items()))


def _is_over(standing: Standing) -> bool:
    """The period's target is reached, or the day is not one of the habit's days. A skip is about its own day only."""
    over = (Verdict.KEPT, Verdict.OFF)
    return any(one.verdict in over for one in standing.streaks.periods if one.first <= standing.day <= one.last)
