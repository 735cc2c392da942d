"""Challenges: several people, a habit of their own each, over the same days. Their counts are shown, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from bot.db.database import Database
from bot.errors import BadRequest, NotAllowed, NotFound
from bot.habits.model import History
from bot.habits.service import HabitService
from bot.habits.streaks import Verdict, judged
from bot.habits.together.store import Challenge, ChallengeStore

MAX_DAYS, MAX_TITLE, MAX_PEOPLE = 365, 80, 30
LATE = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Standing:
    """``done`` days with the habit kept, of ``days`` gone by."""

    user_id: int
    habit: str
    done: int
    days: int


class Challenges:
    def __init__(self, database: Database, store: ChallengeStore, habits: HabitService) -> None:
        self._database = database
        self._store = store
        self._habits = habits
        self.on_change: list[Callable[[int], None]] = []
        """Told of a challenge whose members changed."""

    async def begin(self, user_id: int, title: str, days: int, guild_id: int | None, channel_id: int) -> Challenge:
        """From today on. Raises BadRequest."""
        title = " ".join(title.split())
        if not title or len(title) > MAX_TITLE:
            raise BadRequest(f"A challenge's name has 1 to {MAX_TITLE} characters.")
        if not 2 <= days <= MAX_DAYS:
            raise BadRequest(f"A challenge lasts 2 to {MAX_DAYS} days.")
        first = await self._habits.today(user_id)
        challenge = Challenge(0, guild_id, channel_id, user_id, title, first, first + timedelta(days=days - 1))
        async with self._database.transaction() as tx:
            challenge_id = await self._store.add(tx, challenge)
        return await self.find(challenge_id)

    async def find(self, challenge_id: int) -> Challenge:
        """Raises NotFound."""
        found = await self._store.find(challenge_id)
        if found is None:
            raise NotFound("That challenge is gone.")
        return found

    async def join(self, challenge_id: int, user_id: int, habit_id: int) -> Challenge:
        """With one habit; joining again changes which. Raises NotFound, BadRequest when it is over or full."""
        challenge = await self.find(challenge_id)
        habit = await self._habits.find(habit_id, user_id)
        if await self._habits.today(user_id) > challenge.last_day:
            raise BadRequest("That challenge is over.")
        joined = await self._store.challengers(challenge_id)
        if len(joined) >= MAX_PEOPLE and user_id not in [who for who, _ in joined]:
            raise BadRequest(f"{MAX_PEOPLE} people are in it, the most that one card shows.")
        async with self._database.transaction() as tx:
            await self._store.join(tx, challenge_id, user_id, habit.id)
        self._changed(challenge_id)
        return challenge

    async def leave(self, challenge_id: int, user_id: int) -> Challenge:
        """Nothing of theirs is shown any more."""
        challenge = await self.find(challenge_id)
        async with self._database.transaction() as tx:
            await self._store.leave(tx, challenge_id, user_id)
        self._changed(challenge_id)
        return challenge

    def _changed(self, challenge_id: int) -> None:
        for tell in self.on_change:
            tell(challenge_id)

    async def placed(self, challenge_id: int, message_id: int | None) -> None:
        """The message that shows it; None when there is none that the bot may edit."""
        async with self._database.transaction() as tx:
            await self._store.set_message(tx, challenge_id, message_id)

    async def shown_with(self, habit_ids: Sequence[int], now_utc: float) -> list[int]:
        """The challenges on show that these habits are in. One that is over may still change for a while: late
        check-ins count for its days, and somewhere on Earth its last day is not over."""
        since = datetime.fromtimestamp(now_utc, UTC).date() - LATE
        return await self._store.shown_with(habit_ids, since) if habit_ids else []

    async def end(self, challenge_id: int, user_id: int) -> Challenge:
        """Raises NotAllowed for anyone but who began it."""
        challenge = await self.find(challenge_id)
        if challenge.user_id != user_id:
            raise NotAllowed("Only who began it can end it.")
        async with self._database.transaction() as tx:
            await self._store.remove(tx, challenge_id)
        return challenge

    async def standings(self, challenge: Challenge) -> list[Standing]:
        """By days done."""
        found = []
        for user_id, habit_id in await self._store.challengers(challenge.id):
            try:
                habit = await self._habits.find(habit_id, user_id)
            except NotFound:
                continue  # deleted since
            history = await self._habits.history(habit)
            today = await self._habits.today(user_id)
            last = min(challenge.last_day, today)
            days = [challenge.first_day + timedelta(days=n) for n in range((last - challenge.first_day).days + 1)]
            done = sum(_is_done(history, day, today) for day in days)
            found.append(Standing(user_id, habit.name, done, len(days)))
        return sorted(found, key=lambda one: (-one.done, one.user_id))


def _is_done(history: History, day: date, today: date) -> bool:
    """The day's aim is reached; for schedules by the week or month any session counts."""
    found = history.days.get(day)
    if found is None or not found.sessions:
        return False
    if history.habit.schedule.by_day:
        return judged(history, day, day, today).verdict is Verdict.KEPT or history.habit.at_most
    return found.total > 0
