"""The tables of challenges: one statement a method."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.db.database import Database, Tx


@dataclass(frozen=True, slots=True)
class Challenge:
    """Both days included."""

    id: int
    guild_id: int | None
    channel_id: int
    user_id: int
    title: str
    first_day: date
    last_day: date
    message_id: int | None = None


class ChallengeStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, tx: Tx, one: Challenge) -> int:
        cursor = await tx.execute(
            "INSERT INTO challenges (guild_id, channel_id, user_id, title, first_day, last_day)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (one.guild_id, one.channel_id, one.user_id, one.title, one.first_day.isoformat(), one.last_day.isoformat()),
        )
        return cursor.lastrowid or 0

    async def find(self, challenge_id: int) -> Challenge | None:
        row = await self._database.fetch_one(
            "SELECT id, guild_id, channel_id, user_id, title, first_day, last_day, message_id FROM challenges"
            " WHERE id = ?",
            (challenge_id,),
        )
        if row is None:
            return None
        days = {name: date.fromisoformat(row[name]) for name in ("first_day", "last_day")}
        return Challenge(**{**dict(row), **days})

    async def set_message(self, tx: Tx, challenge_id: int, message_id: int | None) -> None:
        await tx.execute("UPDATE challenges SET message_id = ? WHERE id = ?", (message_id, challenge_id))

    async def shown_with(self, habit_ids: Sequence[int], since: date) -> list[int]:
        """Challenges that have a message, last until ``since`` or longer, and have one of these habits in them."""
        marks = ", ".join("?" * len(habit_ids))
        rows = await self._database.fetch_all(
            "SELECT DISTINCT c.id FROM challenges c JOIN challengers m ON m.challenge_id = c.id"  # noqa: S608  # marks only
            f" WHERE c.message_id IS NOT NULL AND c.last_day >= ? AND m.habit_id IN ({marks}) ORDER BY c.id",
            (since.isoformat(), *habit_ids),
        )
        return [row["id"] for row in rows]

    async def remove(self, tx: Tx, challenge_id: int) -> None:
        await tx.execute("DELETE FROM challenges WHERE id = ?", (challenge_id,))

    async def join(self, tx: Tx, challenge_id: int, user_id: int, habit_id: int) -> None:
        await tx.execute(
            "INSERT INTO challengers (challenge_id, user_id, habit_id) VALUES (?, ?, ?)"
            " ON CONFLICT (challenge_id, user_id) DO UPDATE SET habit_id = excluded.habit_id",
            (challenge_id, user_id, habit_id),
        )

    async def leave(self, tx: Tx, challenge_id: int, user_id: int) -> None:
        await tx.execute("DELETE FROM challengers WHERE challenge_id = ? AND user_id = ?", (challenge_id, user_id))

    async def challengers(self, challenge_id: int) -> list[tuple[int, int]]:
        """Who, and with which habit."""
        rows = await self._database.fetch_all(
            "SELECT user_id, habit_id FROM challengers WHERE challenge_id = ? ORDER BY user_id", (challenge_id,)
        )
        return [(row["user_id"], row["habit_id"]) for row in rows]
