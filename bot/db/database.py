"""SQLite: one writer, a separate reader, transactions that end either way.

Two coroutines on one connection would share its transaction, so writers queue for a lock and readers have a
connection of their own that only sees what is committed. No transaction may span a network await.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from sqlite3 import Row
from typing import Any

import aiosqlite

from bot.db.migrate import migrate

BUSY_TIMEOUT_MS = 10_000

Tx = aiosqlite.Connection
"""The writer inside a transaction: only statements may be run on it."""


class Database:
    """Opened with ``Database.open``; must be closed, its threads outlive the loop otherwise."""

    def __init__(self, path: Path, writer: aiosqlite.Connection, reader: aiosqlite.Connection) -> None:
        self.path = path
        self._writer = writer
        self._reader = reader
        self._writing = asyncio.Lock()

    @classmethod
    async def open(cls, path: Path) -> Database:
        """Make or migrate the file at ``path`` and connect.

        Raises DatabaseTooNew when a newer Inkling wrote it, sqlite3.DatabaseError when it is no database.
        """
        await asyncio.to_thread(migrate, path)
        writer = await _connect(path, read_only=False)
        try:
            reader = await _connect(path, read_only=True)
        except BaseException:
            await writer.close()
            raise
        return cls(path, writer, reader)

    async def close(self) -> None:
        """Wait for the running transaction, then close both connections."""
        async with self._writing:
            await self._reader.close()
            await self._writer.close()

    async def __aenter__(self) -> Database:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Tx]:
        """``BEGIN IMMEDIATE``; commits, durably, when the block ends, rolls back when it raises or is cancelled.

        Do not start one inside another: it would wait for itself.
        """
        async with self._writing:
            # The connection's thread works in order of arrival, so that even a statement whose waiter was cancelled
            # is done before the ROLLBACK below; with no transaction open, that one does nothing.
            try:
                await self._writer.execute("BEGIN IMMEDIATE")
                yield self._writer
                await _to_the_end(self._writer.commit())
            except BaseException:
                await _to_the_end(self._writer.rollback())
                raise

    async def fetch_all(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """All rows of a SELECT over what is committed."""
        return list(await self._reader.execute_fetchall(sql, parameters))

    async def fetch_one(self, sql: str, parameters: Sequence[Any] = ()) -> Row | None:
        """The first row of a SELECT over what is committed, or None."""
        rows = await self.fetch_all(sql, parameters)
        return rows[0] if rows else None


async def _connect(path: Path, *, read_only: bool) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(path, isolation_level=None)
    try:
        connection.row_factory = Row
        await connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        await connection.execute("PRAGMA journal_mode = WAL")
        await connection.execute("PRAGMA synchronous = FULL")
        await connection.execute("PRAGMA foreign_keys = ON")
        if read_only:
            await connection.execute("PRAGMA query_only = ON")
    except BaseException:
        await connection.close()
        raise
    return connection


async def _to_the_end(work: Any) -> None:
    """Await ``work`` even if this task is cancelled meanwhile; the cancellation is raised afterwards."""
    task = asyncio.ensure_future(work)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        raise
