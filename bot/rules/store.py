"""What servers' admins chose: one statement a method. Writers take the open transaction."""

from __future__ import annotations

from collections.abc import Sequence
from sqlite3 import Row

from bot.db.database import Database, Tx
from bot.rules.model import Defaults, Limits
from bot.rules.showing import Flagged, Showing


class RulesStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def server(self, guild_id: int) -> tuple[Defaults, Limits, bool, Flagged] | None:
        """What was chosen for everybody there, without what roles have."""
        row = await self._database.fetch_one("SELECT * FROM servers WHERE guild_id = ?", (guild_id,))
        if row is None:
            return None
        return (
            Defaults(row["negative"], row["size"], row["steps"], row["count"]),
            _limits(row),
            bool(row["open_pictures"]),
            Flagged(_showing(row["flagged"]), _showing(row["flagged_restricted"])),
        )

    async def roles(self, guild_id: int) -> dict[int, Limits]:
        rows = await self._database.fetch_all(
            "SELECT role_id, waiting, daily_cost, running FROM role_limits WHERE guild_id = ? ORDER BY role_id",
            (guild_id,),
        )
        return {row["role_id"]: _limits(row) for row in rows}

    async def flagged_roles(self, guild_id: int) -> dict[int, Showing]:
        rows = await self._database.fetch_all(
            "SELECT role_id, showing FROM role_flagged WHERE guild_id = ? ORDER BY role_id", (guild_id,)
        )
        return {row["role_id"]: Showing(row["showing"]) for row in rows}

    async def set_flagged(self, tx: Tx, guild_id: int, usual: Showing | None, restricted: Showing | None) -> None:
        await tx.execute(
            "UPDATE servers SET flagged = ?, flagged_restricted = ? WHERE guild_id = ?", (usual, restricted, guild_id)
        )

    async def set_role_flagged(self, tx: Tx, guild_id: int, role_id: int, showing: Showing) -> None:
        await tx.execute(
            "INSERT INTO role_flagged (guild_id, role_id, showing) VALUES (?, ?, ?)"
            " ON CONFLICT (guild_id, role_id) DO UPDATE SET showing = excluded.showing",
            (guild_id, role_id, showing),
        )

    async def drop_role_flagged(self, tx: Tx, guild_id: int, role_id: int) -> None:
        await tx.execute("DELETE FROM role_flagged WHERE guild_id = ? AND role_id = ?", (guild_id, role_id))

    async def refused(self, guild_id: int) -> tuple[str, ...]:
        """Words and phrases, in the order in which they were typed."""
        rows = await self._database.fetch_all(
            "SELECT phrase FROM refused_words WHERE guild_id = ? ORDER BY position", (guild_id,)
        )
        return tuple(row["phrase"] for row in rows)

    async def drop_refused(self, tx: Tx, guild_id: int) -> None:
        await tx.execute("DELETE FROM refused_words WHERE guild_id = ?", (guild_id,))

    async def add_refused(self, tx: Tx, guild_id: int, phrases: Sequence[str]) -> None:
        await tx.executemany(
            "INSERT INTO refused_words (guild_id, position, phrase) VALUES (?, ?, ?)",
            [(guild_id, position, phrase) for position, phrase in enumerate(phrases)],
        )

    async def add_server(self, tx: Tx, guild_id: int) -> None:
        """Nothing happens when it is known."""
        await tx.execute("INSERT OR IGNORE INTO servers (guild_id) VALUES (?)", (guild_id,))

    async def set_defaults(self, tx: Tx, guild_id: int, d: Defaults) -> None:
        await tx.execute(
            "UPDATE servers SET negative = ?, size = ?, steps = ?, count = ? WHERE guild_id = ?",
            (d.negative, d.size, d.steps, d.count, guild_id),
        )

    async def set_limits(self, tx: Tx, guild_id: int, limits: Limits) -> None:
        await tx.execute(
            "UPDATE servers SET waiting = ?, daily_cost = ?, running = ? WHERE guild_id = ?",
            (limits.waiting, limits.daily, limits.running, guild_id),
        )

    async def set_open_pictures(self, tx: Tx, guild_id: int, is_open: bool) -> None:
        await tx.execute("UPDATE servers SET open_pictures = ? WHERE guild_id = ?", (is_open, guild_id))

    async def set_role(self, tx: Tx, guild_id: int, role_id: int, limits: Limits) -> None:
        await tx.execute(
            "INSERT INTO role_limits (guild_id, role_id, waiting, daily_cost, running) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (guild_id, role_id) DO UPDATE SET waiting = excluded.waiting,"
            " daily_cost = excluded.daily_cost, running = excluded.running",
            (guild_id, role_id, limits.waiting, limits.daily, limits.running),
        )

    async def drop_role(self, tx: Tx, guild_id: int, role_id: int) -> None:
        await tx.execute("DELETE FROM role_limits WHERE guild_id = ? AND role_id = ?", (guild_id, role_id))


def _limits(row: Row) -> Limits:
    return Limits(row["waiting"], row["daily_cost"], row["running"])


def _showing(text: str | None) -> Showing | None:
    return None if text is None else Showing(text)
