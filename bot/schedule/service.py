"""What people do with alarms: make, list, answer, put off, mute. What tells them is ``bot.schedule.clock``."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.clock import Clock
from bot.db.database import Database, Tx
from bot.errors import BadRequest, NotFound, OverLimit, Unclear
from bot.people.model import Person
from bot.people.service import PeopleService
from bot.schedule.clock import Kind, Postman, Ticker
from bot.schedule.model import PLAIN, Alarm, Face, Item, Occurrence, Placed, State
from bot.schedule.phrases import Reading, read
from bot.schedule.plain import PlainReminders
from bot.schedule.recurrence import Rule, next_after, to_local, to_utc, upcoming
from bot.schedule.stopping import Stopping
from bot.schedule.store import ScheduleStore

MAX_ALARMS = 200
MAX_TEXT = 500
MAX_KEPT = 10
TONIGHT = time(20)
GONE = "That reminder is gone, or it is somebody else's."


class ScheduleService:
    def __init__(self, database: Database, store: ScheduleStore, people: PeopleService, clock: Clock) -> None:
        self._database = database
        self._store = store
        self._people = people
        self._clock = clock
        self._kinds: dict[str, Kind] = {PLAIN: PlainReminders()}
        self.stopping = Stopping(database, store, self.save)
        self.ticker = Ticker(database, store, people, self._kinds, clock)

    def register(self, name: str, kind: Kind) -> None:
        """Whoever uses the clock says here how its alarms speak."""
        self._kinds[name] = kind

    async def start(self, postman: Postman) -> None:
        await self.ticker.start(postman)

    async def close(self) -> None:
        await self.ticker.close()

    # ---- making

    async def read(self, user_id: int, phrase: str) -> Reading:
        """A phrase on the person's own clock. Raises Unclear and BadRequest as ``phrases.read``."""
        person = await self._people.find(user_id)
        return await asyncio.to_thread(read, phrase, self._clock(), person.clock_zone)

    async def draft(
        self,
        user_id: int,
        text: str,
        rule: Rule,
        *,
        kind: str = PLAIN,
        subject_id: int | None = None,
        link: str | None = None,
        guild_id: int | None = None,
        channel_id: int | None = None,
    ) -> Alarm:
        """An alarm that does nothing until ``save``. Raises OverLimit, BadRequest for a text too long or empty."""
        text = text.strip()
        if not text:
            raise BadRequest("What should I remind you of?")
        if len(text) > MAX_TEXT:
            raise BadRequest(f"That is longer than {MAX_TEXT} characters. A note can hold more.")
        if await self._store.count_open(user_id) >= MAX_ALARMS:
            raise OverLimit(
                f"You have {MAX_ALARMS} reminders, the most for one person. Remove one with `/remind list` or on a"
                " habit's card."
            )
        alarm = Alarm(0, user_id, kind, subject_id, text, link, guild_id, channel_id, rule, None, False)
        async with self._database.transaction() as tx:
            alarm_id = await self._store.add(tx, alarm, self._clock())
        return await self.find(alarm_id, user_id)

    async def save(self, alarm_id: int, user_id: int) -> Alarm:
        """From now on it comes. Raises NotFound, BadRequest when its only time is past."""
        alarm = await self.find(alarm_id, user_id)
        if alarm.next_utc is not None and not alarm.muted:
            return alarm
        next_utc = next_after(alarm.rule, self._clock())
        if next_utc is None:
            raise BadRequest("That time is past.")
        async with self._database.transaction() as tx:
            await self._store.set_muted(tx, alarm_id, muted=False, next_utc=next_utc)
        self.ticker.wake()
        return await self.find(alarm_id, user_id)

    async def change(self, alarm_id: int, user_id: int, text: str, rule: Rule) -> Alarm:
        await self.find(alarm_id, user_id)
        async with self._database.transaction() as tx:
            await self._store.forget_pending(tx, alarm_id)
            await self._store.change(tx, alarm_id, text.strip(), rule, next_after(rule, self._clock()))
        self.ticker.wake()
        return await self.find(alarm_id, user_id)

    async def retire(self, alarm_id: int, user_id: int) -> Alarm:
        """It is as if it had never been saved; ``save`` brings it back within a day. Raises NotFound."""
        await self.find(alarm_id, user_id)
        async with self._database.transaction() as tx:
            await self._store.set_muted(tx, alarm_id, muted=False, next_utc=None)
            await self._store.forget_pending(tx, alarm_id)
        return await self.find(alarm_id, user_id)

    async def remove(self, alarm_id: int, user_id: int) -> None:
        """For good. Raises NotFound."""
        await self.find(alarm_id, user_id)
        async with self._database.transaction() as tx:
            await self._store.remove(tx, alarm_id)

    async def mute(self, alarm_id: int, user_id: int) -> Alarm:
        """It stays in the list and says nothing. Raises NotFound."""
        await self.find(alarm_id, user_id)
        async with self._database.transaction() as tx:
            await self._store.set_muted(tx, alarm_id, muted=True, next_utc=None)
            await self._store.forget_pending(tx, alarm_id)
        return await self.find(alarm_id, user_id)

    async def reschedule(self, alarm_id: int, user_id: int, rule: Rule) -> None:
        """Another time; a muted one stays muted, and what is being sent is sent. Raises NotFound."""
        await self.find(alarm_id, user_id)
        async with self._database.transaction() as tx:
            await self._store.reschedule(tx, alarm_id, rule, next_after(rule, self._clock()))
        self.ticker.wake()

    async def follow(self, user_id: int, old_zone: str, new_zone: str) -> int:
        """Somebody moved: what recurs by their old clock goes by the new one, 9:00 stays 9:00. How many there were.

        What comes once keeps its moment.
        """
        if old_zone == new_zone:
            return 0
        alarms = await self._store.in_zone(user_id, old_zone)
        async with self._database.transaction() as tx:
            for alarm in alarms:
                moved = replace(alarm.rule, zone=new_zone)
                next_utc = None if alarm.next_utc is None else next_after(moved, self._clock())
                await self._store.set_zone(tx, alarm.id, new_zone, next_utc)
        self.ticker.wake()
        return sum(alarm.next_utc is not None for alarm in alarms)

    # ---- with what they are about; in the caller's transaction

    async def tell(self, tx: Tx, user_id: int, text: str, *, kind: str, subject_id: int) -> None:
        """Something of that kind is to be said at once. It is no reminder of theirs: no limit holds it back."""
        now = self._clock()
        rule = Rule(to_local(now, "UTC"), "UTC", "")
        alarm = Alarm(0, user_id, kind, subject_id, text, None, None, None, rule, now, False)
        await self._store.add(tx, alarm, now)
        self._database.after_commit(self.ticker.wake)

    async def rest(self, tx: Tx, kind: str, subject_id: int) -> None:
        """Their subject was put away: they neither come nor count towards the limit until ``rouse``."""
        await self._store.rest(tx, kind, subject_id)

    async def rouse(self, tx: Tx, kind: str, subject_id: int) -> None:
        """Their subject is back."""
        for alarm in await self._store.resting(kind, subject_id):
            await self._store.rouse(tx, alarm.id, None if alarm.muted else next_after(alarm.rule, self._clock()))
        self.ticker.wake()

    async def forget(self, tx: Tx, kind: str, subject_id: int) -> None:
        """Their subject is gone for good, and so are they."""
        await self._store.remove_about(tx, kind, subject_id)

    async def move(self, tx: Tx, kind: str, subject_id: int, new_subject_id: int) -> None:
        """From now on they are about something else."""
        await self._store.move(tx, kind, subject_id, new_subject_id)

    # ---- looking

    async def find(self, alarm_id: int, user_id: int) -> Alarm:
        """Raises NotFound when it is gone or somebody else's."""
        alarm = await self._store.alarm(alarm_id)
        if alarm is None or alarm.user_id != user_id:
            raise NotFound(GONE)
        return alarm

    async def listed(self, user_id: int, kind: str = PLAIN) -> list[Alarm]:
        return await self._store.of_user(user_id, kind)

    async def about(self, kind: str, subject_id: int) -> list[Alarm]:
        return await self._store.of_subject(kind, subject_id)

    async def recent(self, alarm_id: int, limit: int = 10) -> list[Occurrence]:
        return await self._store.recent(alarm_id, limit)

    def next_times(self, alarm: Alarm, count: int = 3) -> list[float]:
        return upcoming(alarm.rule, self._clock(), count)

    # ---- answering

    async def occurrence(self, occurrence_id: int, user_id: int) -> Occurrence:
        """Raises NotFound when it is gone or somebody else's."""
        found = await self._store.occurrence(occurrence_id)
        if found is None or found.alarm.user_id != user_id:
            raise NotFound(GONE)
        return found

    async def in_message(self, message_id: int, user_id: int) -> list[Occurrence]:
        found = await self._store.in_message(message_id)
        return [one for one in found if one.alarm.user_id == user_id]

    async def waiting(self, user_id: int, kind: str, seconds: float = 86_400.0) -> Occurrence | None:
        """The newest that was sent lately and has no answer."""
        return await self._store.latest_sent(user_id, kind, self._clock() - seconds)

    async def card(self, occurrence: Occurrence) -> list[Item]:
        """Everything that the occurrence's message shows, as it stands now."""
        together = [occurrence]
        if occurrence.message_id is not None:
            together = await self.in_message(occurrence.message_id, occurrence.alarm.user_id) or together
        items = []
        for one in together:
            kind = self._kinds.get(one.alarm.kind)
            face = None if kind is None or one.answer else await kind.face(one)
            items.append(Item(one, face or Face(one.alarm.text)))
        return items

    async def answer(self, occurrence_id: int, user_id: int, answer: str) -> Occurrence:
        """ "done" or "skip". Raises NotFound, and what the kind raises."""
        one = await self.occurrence(occurrence_id, user_id)
        if one.answer != answer:
            if (kind := self._kinds.get(one.alarm.kind)) is not None:
                await kind.answered(one, answer)
            async with self._database.transaction() as tx:
                await self._store.answer(tx, occurrence_id, answer, self._clock())
        return await self.occurrence(occurrence_id, user_id)

    async def note_answer(self, occurrence_id: int, answer: str) -> None:
        """The kind has dealt with the answer already."""
        async with self._database.transaction() as tx:
            await self._store.answer(tx, occurrence_id, answer, self._clock())

    async def undo(self, occurrence_id: int, user_id: int) -> Occurrence:
        """Take the answer back."""
        one = await self.occurrence(occurrence_id, user_id)
        if one.answer is not None:
            if (kind := self._kinds.get(one.alarm.kind)) is not None:
                await kind.answered(one, "undo")
            async with self._database.transaction() as tx:
                await self._store.answer(tx, occurrence_id, None, None)
        return await self.occurrence(occurrence_id, user_id)

    async def snooze(self, occurrence_id: int, user_id: int, until_utc: float) -> Occurrence:
        """Once more at ``until_utc``; the series stays as it is. Raises BadRequest for a time that is past."""
        await self.occurrence(occurrence_id, user_id)
        if until_utc <= self._clock():
            raise BadRequest("That time is past.")
        async with self._database.transaction() as tx:
            await self._store.snooze(tx, occurrence_id, until_utc)
        self.ticker.wake()
        return await self.occurrence(occurrence_id, user_id)

    async def snooze_by_words(self, occurrence_id: int, user_id: int, phrase: str) -> Occurrence:
        """Raises Unclear and BadRequest as ``phrases.read``, and Unclear for what recurs."""
        reading = await self.read(user_id, phrase)
        if reading.rule.recurs:
            raise Unclear("Until when, once? For example “in 2 hours” or “tomorrow 9am”.")
        return await self.snooze(occurrence_id, user_id, to_utc(reading.rule.start, reading.rule.zone))

    async def tonight(self, user_id: int) -> float:
        """20:00 of the person's day, or 9:00 of the next day when it is that late already; UTC seconds."""
        person = await self._people.find(user_id)
        local = person.local(self._clock())
        if local.time() < TONIGHT:
            return to_utc(datetime.combine(local.date(), TONIGHT), person.clock_zone)
        return to_utc(datetime.combine(local.date() + timedelta(days=1), time(9)), person.clock_zone)

    async def person(self, user_id: int) -> Person:
        return await self._people.find(user_id)

    # ---- what could not be delivered

    async def kept_for(self, user_id: int) -> list[Item]:
        kept = await self._store.kept(user_id, MAX_KEPT)
        items = await self.ticker.items(kept) if kept else []
        wanted = {item.occurrence.id for item in items}
        for one in kept:
            if one.id not in wanted:
                async with self._database.transaction() as tx:
                    await self._store.set_state(tx, one.id, State.DROPPED)
        return items

    async def handed_over(self, items: list[Item], placed: Placed) -> None:
        async with self._database.transaction() as tx:
            for item in items:
                await self._store.set_sent(tx, item.occurrence, placed, self._clock())
