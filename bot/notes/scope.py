"""The one place where a person's notes are told from everybody else's.

Every statement of the notes' stores goes through a ``Scope``, which belongs to one owner and binds ``:owner``. A
statement that does not say ``owner_id = :owner`` (or ``:owner``, when it only inserts) is refused before it runs. What
belongs to a note points to it together with its owner (see the migration), so a row found by its note alone is the
owner's as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from bot.db.database import Database, Tx

if TYPE_CHECKING:
    from sqlite3 import Row

_SCOPED = re.compile(r"\bowner_id\s*=\s*:owner\b")
_INSERTS = re.compile(r"\s*INSERT\b(?!.*\bSELECT\b)", re.DOTALL | re.IGNORECASE)


class Scope:
    """One person's view of the notes' tables."""

    def __init__(self, database: Database, owner_id: int) -> None:
        self._database = database
        self.owner_id = owner_id

    async def all(self, sql: str, **values: Any) -> list[Row]:
        """The rows of a SELECT over what is committed."""
        return await self._database.fetch_all(*self._bound(sql, values))

    async def one(self, sql: str, **values: Any) -> Row | None:
        return await self._database.fetch_one(*self._bound(sql, values))

    async def run(self, tx: Tx, sql: str, **values: Any) -> int:
        """Run one statement in the open transaction; how many rows it changed."""
        cursor = await tx.execute(*self._bound(sql, values))
        return cursor.rowcount

    async def run_many(self, tx: Tx, sql: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Run one statement for each row of values in the open transaction."""
        bound = [self._bound(sql, row)[1] for row in rows]
        if bound:
            await tx.executemany(sql, bound)

    async def insert(self, tx: Tx, sql: str, **values: Any) -> int:
        """Run one INSERT in the open transaction; the new row's id."""
        cursor = await tx.execute(*self._bound(sql, values))
        return cursor.lastrowid or 0

    async def all_in(self, tx: Tx, sql: str, **values: Any) -> list[Row]:
        """The rows of a SELECT as the open transaction sees them."""
        return list(await tx.execute_fetchall(*self._bound(sql, values)))

    def _bound(self, sql: str, values: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
        if "owner" in values:
            raise ValueError("the owner is the scope's, it cannot be passed")
        if not _SCOPED.search(sql) and not (_INSERTS.match(sql) and ":owner" in sql):
            raise PermissionError(f"a statement on notes without its owner: {sql}")
        return sql, {**values, "owner": self.owner_id}
