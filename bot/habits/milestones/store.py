"""The table of milestones: one statement a method."""

from __future__ import annotations

from datetime import date
from sqlite3 import Row

from bot.db.database import Database, Tx
from bot.habits.milestones.model import Milestone

_COLUMNS = "m.id, m.habit_id, m.count, m.span, m.first, m.last, m.job_id"


class MilestoneStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, tx: Tx, one: Milestone, now_utc: float) -> None:
        """Nothing when it is there already."""
        await tx.execute(
            "INSERT INTO habit_milestones (habit_id, count, span, first, last, reached_utc) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (habit_id, first, count) DO NOTHING",
            (one.habit_id, one.count, one.span, one.first.isoformat(), one.last.isoformat(), now_utc),
        )

    async def find(self, milestone_id: int) -> Milestone | None:
        row = await self._database.fetch_one(
            f"SELECT {_COLUMNS} FROM habit_milestones m WHERE m.id = ?",  # noqa: S608  # only names from above
            (milestone_id,),
        )
        return None if row is None else _milestone(row)

    async def of_habit(self, habit_id: int) -> list[Milestone]:
        """The newest first."""
        rows = await self._database.fetch_all(
            f"SELECT {_COLUMNS} FROM habit_milestones m WHERE m.habit_id = ? ORDER BY m.id DESC",  # noqa: S608
            (habit_id,),
        )
        return [_milestone(row) for row in rows]

    async def unshown(self, user_id: int) -> list[Milestone]:
        rows = await self._database.fetch_all(
            f"SELECT {_COLUMNS} FROM habit_milestones m JOIN habits h ON h.id = m.habit_id"  # noqa: S608
            " WHERE h.user_id = ? AND h.deleted_utc IS NULL AND m.shown = 0 ORDER BY m.id",
            (user_id,),
        )
        return [_milestone(row) for row in rows]

    async def set_shown(self, tx: Tx, milestone_id: int) -> None:
        await tx.execute("UPDATE habit_milestones SET shown = 1 WHERE id = ?", (milestone_id,))

    async def set_job(self, tx: Tx, milestone_id: int, job_id: int) -> None:
        await tx.execute("UPDATE habit_milestones SET job_id = ? WHERE id = ?", (job_id, milestone_id))


def _milestone(row: Row) -> Milestone:
    days = {name: date.fromisoformat(row[name]) for name in ("first", "last")}
    return Milestone(**{**dict(row), **days})
