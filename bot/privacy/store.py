"""What the database holds of one person. The one store that looks across the rooms, so that nothing is forgotten:
tests/privacy holds it against every table that names a person. Each statement is scoped by that person."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.db.database import Database, Tx
from bot.privacy.model import Room

_COUNTS: Mapping[Room, Mapping[str, str]] = MappingProxyType(
    {
        Room.PICTURES: {
            "picture": "SELECT count(*) AS n FROM pictures p JOIN jobs j ON j.id = p.job_id WHERE j.user_id = ?",
            "request": "SELECT count(*) AS n FROM wishes w JOIN jobs j ON j.id = w.job_id WHERE j.user_id = ?",
        },
        Room.HABITS: {
            "habit": "SELECT count(*) AS n FROM habits WHERE user_id = ?",
            "entry": "SELECT count(*) AS n FROM habit_events e JOIN habits h ON h.id = e.habit_id WHERE h.user_id = ?",
        },
        Room.REMINDERS: {"reminder": "SELECT count(*) AS n FROM alarms WHERE kind = 'plain' AND user_id = ?"},
        Room.CLOCK: {"clock": "SELECT count(*) AS n FROM people WHERE user_id = ?"},
    }
)

_ERASE: Mapping[Room, tuple[str, ...]] = MappingProxyType(
    {
        Room.PICTURES: (
            "DELETE FROM wishes WHERE job_id IN (SELECT id FROM jobs WHERE user_id = :user)",
            "DELETE FROM pictures WHERE job_id IN (SELECT id FROM jobs WHERE user_id = :user)",
            "DELETE FROM inputs WHERE job_id IN (SELECT id FROM jobs WHERE user_id = :user)",
            "DELETE FROM addresses WHERE user_id = :user",
            # What a day's pictures cost still counts: erasing is no way around a limit. Their words are gone.
            "UPDATE jobs SET generation = json_set(generation, '$.prompt', '', '$.negative_prompt', '', '$.texts',"
            " json('[]')), error = NULL WHERE user_id = :user",
            "DELETE FROM jobs WHERE user_id = :user AND created_utc < :day_ago",
            "DELETE FROM hints WHERE user_id = :user",
        ),
        Room.NOTES: (
            # The notebook erases itself, but for which messages it has dealt with: forgotten together with their
            # channels, which are not caught up then.
            "DELETE FROM note_messages WHERE owner_id = :user",
            "DELETE FROM dm_channels WHERE owner_id = :user",
            "DELETE FROM alarms WHERE user_id = :user AND kind IN ('tasks', 'cards', 'digest', 'summary')",
        ),
        Room.HABITS: (
            # A challenge goes on for the others: the next of them holds it.
            "UPDATE challenges SET user_id = (SELECT min(c.user_id) FROM challengers c WHERE c.challenge_id ="
            " challenges.id AND c.user_id <> :user) WHERE user_id = :user AND EXISTS (SELECT 1 FROM challengers c"
            " WHERE c.challenge_id = challenges.id AND c.user_id <> :user)",
            "DELETE FROM challenges WHERE user_id = :user",
            "DELETE FROM challengers WHERE user_id = :user",
            "DELETE FROM habits WHERE user_id = :user",
            "DELETE FROM travel WHERE user_id = :user",
            "DELETE FROM alarms WHERE user_id = :user AND kind IN ('habit', 'review')",
        ),
        Room.REMINDERS: ("DELETE FROM alarms WHERE user_id = :user AND kind = 'plain'",),
        Room.CLOCK: ("DELETE FROM people WHERE user_id = :user",),
    }
)


class PrivacyStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def counts(self, room: Room, user_id: int) -> dict[str, int]:
        """How many of what; what there is none of is left out."""
        found = {}
        for name, sql in _COUNTS.get(room, {}).items():
            row = await self._database.fetch_one(sql, (user_id,))
            if row is not None and row["n"]:
                found[name] = int(row["n"])
        return found

    async def open_jobs(self, tx: Tx, user_id: int) -> int:
        """Requests that wait, run, or are about to be shown."""
        rows = await tx.execute_fetchall(
            "SELECT count(*) AS n FROM jobs WHERE user_id = ? AND status IN ('queued', 'running', 'finished')",
            (user_id,),
        )
        return int(next(iter(rows))["n"])

    async def files(self, user_id: int) -> list[str]:
        """The sha256 of every picture that they made or started from."""
        rows = await self._database.fetch_all(
            "SELECT p.sha256 FROM pictures p JOIN jobs j ON j.id = p.job_id WHERE j.user_id = :user"
            " UNION SELECT i.sha256 FROM inputs i JOIN jobs j ON j.id = i.job_id WHERE j.user_id = :user",
            {"user": user_id},
        )
        return [row["sha256"] for row in rows]

    async def erase(self, tx: Tx, room: Room, user_id: int, now_utc: float) -> None:
        for sql in _ERASE[room]:
            await tx.execute(sql, {"user": user_id, "day_ago": now_utc - 24 * 3600.0})
