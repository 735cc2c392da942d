"""Everything of a person's at once: what "stop" mutes and "start" brings back. One statement a method."""

from __future__ import annotations

from bot.db.database import Database, Tx

STOPPED = 2
"""In ``alarms.muted``: muted with all the others; 1 is muted by itself."""


class StopStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def coming(self, user_id: int) -> list[int]:
        """The alarms of any kind that have something to come."""
        rows = await self._database.fetch_all(
            "SELECT id FROM alarms WHERE user_id = ? AND next_utc IS NOT NULL AND NOT muted ORDER BY id", (user_id,)
        )
        return [row["id"] for row in rows]

    async def stopped(self, user_id: int) -> list[int]:
        rows = await self._database.fetch_all(
            f"SELECT id FROM alarms WHERE user_id = ? AND muted = {STOPPED} AND resting = 0 ORDER BY id",  # noqa: S608 a number
            (user_id,),
        )
        return [row["id"] for row in rows]

    async def stop(self, tx: Tx, alarm_id: int) -> None:
        await tx.execute("UPDATE alarms SET muted = ?, next_utc = NULL WHERE id = ?", (STOPPED, alarm_id))
