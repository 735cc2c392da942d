"""SQLite: one writer, a separate reader, transactions that end either way.

Two coroutines on one connection would share its transaction, so writers queue for a lock and readers have a
connection of their own that only sees what is committed. No transaction may span a network await.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from sqlite3 import Row
from typing import Any, TypeVar

import aiosqlite

from bot.db.migrate import migrate
from bot.errors import StorageError

log = logging.getLogger(__name__)
T = TypeVar("T")

BUSY_TIMEOUT_MS = 2_000
"""How long a lock of another program is waited for: an interaction has to be answered within 3 s."""

FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.25, 15.0

_FULL = "The disk of this bot is full, so nothing was kept. Please tell whoever runs it."
_BUSY = "The bot's database is in use by something else just now, so nothing was kept. Please try again in a moment."
_BROKEN = "The bot's disk refuses to write, so nothing was kept. Please tell whoever runs it."
_REFUSALS = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR: _BROKEN,
    sqlite3.SQLITE_READONLY: _BROKEN,
    sqlite3.SQLITE_CANTOPEN: _BROKEN,
}
"""Primary result codes that say nothing about the statement. https://sqlite.org/rescode.html"""

Tx = aiosqlite.Connection
"""The writer inside a transaction: only statements may be run on it."""


class Database:
    """Opened with ``Database.open``; must be closed, its threads outlive the loop otherwise."""

    def __init__(self, path: Path, writer: aiosqlite.Connection, reader: aiosqlite.Connection) -> None:
        self.path = path
        self._writer = writer
        self._reader = reader
        self._writing = asyncio.Lock()
        self._committed: list[Callable[[], None]] = []

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

        Do not start one inside another: it would wait for itself. Raises StorageError when the file cannot be written.
        """
        async with self._writing:
            # The connection's thread works in order of arrival, so that even a statement whose waiter was cancelled
            # is done before the ROLLBACK below; with no transaction open, that one does nothing.
            self._committed = []
            try:
                await self._writer.execute("BEGIN IMMEDIATE")
                yield self._writer
                await _to_the_end(self._writer.commit())
            except BaseException as error:
                await _to_the_end(self._writer.rollback())
                if refused := _refusal(error):
                    raise refused from error
                raise
            committed, self._committed = self._committed, []
        for call in committed:
            call()

    def after_commit(self, call: Callable[[], None]) -> None:
        """Within a transaction: ``call`` once it is committed, and never if it is rolled back."""
        self._committed.append(call)

    async def insist(
        self, write: Callable[[Tx], Awaitable[T]], on_refusal: Callable[[StorageError], None] = lambda _: None
    ) -> T:
        """``write`` in a transaction of its own, again with growing pauses for as long as the disk or a lock refuses:
        for facts that have happened, such as the end of a job. ``write`` may run several times."""
        pause = FIRST_PAUSE_SECONDS
        while True:
            try:
                async with self.transaction() as tx:
                    return await write(tx)
            except StorageError as error:
                log.error("the database cannot be written; trying again in %.1f s: %s", pause, error.__cause__)
                on_refusal(error)
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE_SECONDS)

    async def fetch_all(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> list[Row]:
        """All rows of a SELECT over what is committed."""
        return list(await self._reader.execute_fetchall(sql, parameters))

    async def fetch_one(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> Row | None:
        """The first row of a SELECT over what is committed, or None."""
        rows = await self.fetch_all(sql, parameters)
        return rows[0] if rows else None


def _refusal(error: BaseException) -> StorageError | None:
    """What a person is told when it was the disk or a lock; None for any other error."""
    if not isinstance(error, sqlite3.OperationalError) or error.sqlite_errorcode is None:
        return None
    primary = error.sqlite_errorcode & 0xFF
    text = _REFUSALS.get(primary)
    return StorageError(text, is_full=primary == sqlite3.SQLITE_FULL) if text else None


async def _connect(path: Path, *, read_only: bool) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(path, isolation_level=None)
    try:
        connection.row_factory = Row
        await connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        await connection.execute("PRAGMA journal_mode = WAL")
        await connection.execute("PRAGMA synchronous = FULL")
        await connection.execute("PRAGMA foreign_keys = ON")
        await connection.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten, not only forgotten
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
