"""Direct messages that are answers: a reply to a reminder, or "done 20 min", "done reading", "skip: ill"."""

from __future__ import annotations

from bot.errors import BadRequest, NotFound
from bot.habits import words
from bot.habits.model import Habit, Mark
from bot.habits.reminding import KIND, HabitReminders
from bot.habits.replies import Reply, is_answer, read_reply
from bot.habits.service import HabitService
from bot.schedule.model import Occurrence
from bot.schedule.service import ScheduleService


class Understanding:
    def __init__(self, habits: HabitService, reminders: HabitReminders, schedule: ScheduleService) -> None:
        self._habits = habits
        self._reminders = reminders
        self._schedule = schedule

    async def understand_dm(
        self, user_id: int, text: str, reply_to: int | None, message_id: int, sent_utc: float
    ) -> str | None:
        """What to say back, after doing it; None when the message is no answer and belongs to somebody else.

        ``reply_to`` is the message that it replies to; without one it counts for the day on which it was sent, even
        when it is read later. The same ``message_id`` counts once, also after a crash. Raises BadRequest.
        """
        key = f"message:{message_id}"
        if (known := await self._habits.event_of(key, user_id)) is not None:
            return await self._saved(await self._habits.find(known.habit_id, user_id))
        if reply_to is not None:
            found = await self._schedule.in_message(reply_to, user_id)
            if not found:
                return None
            one = next((each for each in found if each.answer is None), found[0])
            return await self._to_habit(one, text, key) if one.alarm.kind == KIND else await self._to_plain(one, text)
        reply = read_reply(text) if is_answer(text) else None
        return None if reply is None else await self._unprompted(user_id, reply, key, sent_utc)

    async def _to_habit(self, one: Occurrence, text: str, key: str) -> str:
        habit = await self._reminders.replied(one, text, key)
        return words.NOT_UNDERSTOOD if habit is None else await self._saved(habit)

    async def _to_plain(self, one: Occurrence, text: str) -> str:
        user_id, reply = one.alarm.user_id, read_reply(text)
        if reply is not None and reply.mark is Mark.ENTRY and not reply.is_time:
            await self._schedule.answer(one.id, user_id, "done")
            return words.DONE
        if reply is not None and reply.mark in (Mark.SKIP, Mark.NO):
            await self._schedule.answer(one.id, user_id, "skip")
            return words.SKIPPED
        phrase = text.lower().removeprefix("snooze").removeprefix("later").strip(" ,:") or "in 1 hour"
        try:
            later = await self._schedule.snooze_by_words(one.id, user_id, phrase)
        except BadRequest:
            return words.NOT_UNDERSTOOD_PLAIN
        return words.again_at(later.send_utc)

    async def _unprompted(self, user_id: int, reply: Reply, key: str, sent_utc: float) -> str | None:
        if reply.rest and reply.mark is Mark.ENTRY:
            try:
                habit = await self._habits.by_name(user_id, reply.rest)
            except NotFound:
                return None
            day = (await self._habits.person(user_id)).day(sent_utc)
            await self._habits.check_in(
                *(habit.id, user_id, reply.value),
                day=min(day, await self._habits.today(user_id)),
                quality=reply.quality,
                source="message",
                key=key,
            )
            return await self._saved(habit)
        waiting = await self._schedule.waiting(user_id, KIND)
        if waiting is None:
            return None
        return await self._saved(await self._reminders.log(waiting, reply, key))

    async def _saved(self, habit: Habit) -> str:
        events = await self._habits.events(habit)
        newest = max(events, key=lambda event: event.id)
        standing = await self._habits.standing(habit, newest.day)
        return f"{habit.name}: {words.saved(standing, newest)}"
