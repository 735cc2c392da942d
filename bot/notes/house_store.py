"""What the house itself needs of the notes, whoever's they are."""

from __future__ import annotations

from bot.db.database import Database, Tx


class HouseStore:
    """What the house itself needs, across all owners: only ids, hashes and cursors, never what somebody wrote."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def hashes(self) -> set[str]:
        rows = await self._database.fetch_all("SELECT DISTINCT sha256 FROM note_files")
        return {row["sha256"] for row in rows}

    async def old_in_trash(self, before_utc: float) -> list[tuple[int, int]]:
        """(owner, note) of what was put into the trash before then."""
        rows = await self._database.fetch_all(
            "SELECT owner_id, id FROM notes WHERE trashed_utc < ? ORDER BY id LIMIT 500", (before_utc,)
        )
        return [(row["owner_id"], row["id"]) for row in rows]

    async def with_due_tasks(self, after: str) -> list[int]:
        """Who has an open task that is due after that day (YYYY-MM-DD)."""
        rows = await self._database.fetch_all(
            "SELECT DISTINCT owner_id FROM note_tasks WHERE done = 0 AND due > ? ORDER BY owner_id", (after,)
        )
        return [row["owner_id"] for row in rows]

    async def dm_channels(self) -> list[tuple[int, int, int]]:
        """(channel, owner, cursor)."""
        rows = await self._database.fetch_all("SELECT channel_id, owner_id, cursor FROM dm_channels")
        return [(row["channel_id"], row["owner_id"], row["cursor"]) for row in rows]

    async def add_channel(self, tx: Tx, channel_id: int, owner_id: int, cursor: int) -> None:
        """Make the channel known; the cursor of one that is known already stays."""
        await tx.execute(
            "INSERT OR IGNORE INTO dm_channels (channel_id, owner_id, cursor) VALUES (?, ?, ?)",
            (channel_id, owner_id, cursor),
        )

    async def move_cursor(self, tx: Tx, channel_id: int, owner_id: int, cursor: int) -> None:
        """All up to there is dealt with; the cursor never goes back."""
        await tx.execute(
            "INSERT INTO dm_channels (channel_id, owner_id, cursor) VALUES (?, ?, ?)"
            " ON CONFLICT (channel_id) DO UPDATE SET cursor = max(cursor, excluded.cursor)",
            (channel_id, owner_id, cursor),
        )
