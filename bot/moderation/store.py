"""The tables of blocks and of the audit log: one statement a method. Writers take the open transaction."""

from __future__ import annotations

from sqlite3 import Row

from bot.db.database import Database, Tx
from bot.moderation.model import Action, Block, Deed, Entry

EVERYWHERE = 0
"""Stands for "no server" in the table of blocks, where it is part of the key."""


class ModerationStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    # ---- blocks

    async def put_block(self, tx: Tx, block: Block) -> None:
        await tx.execute(
            "INSERT INTO blocks (user_id, guild_id, by_user_id, reason, since_utc) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (user_id, guild_id) DO UPDATE SET by_user_id = excluded.by_user_id,"
            " reason = excluded.reason, since_utc = excluded.since_utc",
            (block.user_id, block.guild_id or EVERYWHERE, block.by_user_id, block.reason, block.since_utc),
        )

    async def drop_block(self, tx: Tx, user_id: int, guild_id: int | None) -> bool:
        """False when there was none."""
        cursor = await tx.execute(
            "DELETE FROM blocks WHERE user_id = ? AND guild_id = ?", (user_id, guild_id or EVERYWHERE)
        )
        return cursor.rowcount == 1

    async def blocks_of(self, user_id: int, guild_id: int | None) -> tuple[Block, ...]:
        """What keeps this person out there, the widest first."""
        rows = await self._database.fetch_all(
            "SELECT * FROM blocks WHERE user_id = ? AND guild_id IN (?, ?) ORDER BY guild_id",
            (user_id, EVERYWHERE, guild_id or EVERYWHERE),
        )
        return tuple(map(_block, rows))

    async def blocks_in(self, guild_id: int | None, count: int, skip: int = 0) -> tuple[Block, ...]:
        """Those of one server, or those everywhere, newest first."""
        rows = await self._database.fetch_all(
            "SELECT * FROM blocks WHERE guild_id = ? ORDER BY since_utc DESC, user_id LIMIT ? OFFSET ?",
            (guild_id or EVERYWHERE, count, skip),
        )
        return tuple(map(_block, rows))

    async def count_blocks(self, guild_id: int | None) -> int:
        row = await self._database.fetch_one(
            "SELECT count(*) AS found FROM blocks WHERE guild_id = ?", (guild_id or EVERYWHERE,)
        )
        return int(row["found"]) if row is not None else 0

    # ---- the audit log

    async def add_entry(self, tx: Tx, deed: Deed, at_utc: float) -> None:
        await tx.execute(
            "INSERT INTO audit (at_utc, action, guild_id, actor_id, subject_id, job_id, detail)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (at_utc, deed.action, deed.guild_id, deed.actor_id, deed.subject_id, deed.job_id, deed.detail),
        )

    async def entries_in(self, guild_id: int, count: int, skip: int) -> tuple[Entry, ...]:
        """Those of one server, newest first."""
        rows = await self._database.fetch_all(
            "SELECT * FROM audit WHERE guild_id = ? ORDER BY id DESC LIMIT ? OFFSET ?", (guild_id, count, skip)
        )
        return tuple(map(_entry, rows))

    async def entries(self, count: int, skip: int) -> tuple[Entry, ...]:
        """All there are, newest first."""
        rows = await self._database.fetch_all("SELECT * FROM audit ORDER BY id DESC LIMIT ? OFFSET ?", (count, skip))
        return tuple(map(_entry, rows))

    async def count_entries(self, guild_id: int | None) -> int:
        """Those of one server, or all."""
        row = await self._database.fetch_one(
            "SELECT count(*) AS found FROM audit WHERE :guild IS NULL OR guild_id = :guild", {"guild": guild_id}
        )
        return int(row["found"]) if row is not None else 0

    async def forget_entries(self, tx: Tx, before_utc: float) -> None:
        await tx.execute("DELETE FROM audit WHERE at_utc < ?", (before_utc,))


def _block(row: Row) -> Block:
    return Block(row["user_id"], row["guild_id"] or None, row["by_user_id"], row["reason"], row["since_utc"])


def _entry(row: Row) -> Entry:
    deed = Deed(
        Action(row["action"]), row["guild_id"], row["actor_id"], row["subject_id"], row["job_id"], row["detail"]
    )
    return Entry(row["id"], row["at_utc"], deed)
