from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.db.database import Database


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with await Database.open(tmp_path / "inkling.db") as opened:
        async with opened.transaction() as tx:
            await tx.execute("CREATE TABLE words (word TEXT PRIMARY KEY, root TEXT REFERENCES words (word))")
        yield opened


async def words(database: Database) -> list[str]:
    return [row["word"] for row in await database.fetch_all("SELECT word FROM words ORDER BY word")]


async def test_pragmas(database: Database) -> None:
    async with database.transaction() as tx:
        for pragma, value in {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 2_000}.items():
            row = await (await tx.execute(f"PRAGMA {pragma}")).fetchone()
            assert row is not None
            assert row[0] == value
        full = await (await tx.execute("PRAGMA synchronous")).fetchone()
        assert full is not None
        assert full[0] == 2


async def test_what_is_committed_is_read_and_what_is_not_is_not(database: Database) -> None:
    async with database.transaction() as tx:
        await tx.execute("INSERT INTO words VALUES ('apple', NULL)")
        assert await words(database) == []
    assert await words(database) == ["apple"]
    assert await database.fetch_one("SELECT 1 FROM words WHERE word = ?", ("pear",)) is None


async def test_an_error_rolls_back(database: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        async with database.transaction() as tx:
            await tx.execute("INSERT INTO words VALUES ('apple', NULL)")
            await tx.execute("INSERT INTO words VALUES ('pear', 'no such word')")
    assert await words(database) == []


async def test_readers_cannot_write(database: Database) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        await database.fetch_all("DELETE FROM words")


async def test_writers_wait_for_each_other(database: Database) -> None:
    inside = 0

    async def write(word: str) -> None:
        nonlocal inside
        async with database.transaction() as tx:
            inside += 1
            assert inside == 1
            await tx.execute("INSERT INTO words VALUES (?, NULL)", (word,))
            await asyncio.sleep(0)
            inside -= 1

    await asyncio.gather(*(write(f"{number:02}") for number in range(30)))
    assert len(await words(database)) == 30


async def test_a_transaction_cancelled_at_any_await_is_all_or_nothing(database: Database) -> None:
    async def write(word: str, started: asyncio.Event) -> None:
        started.set()
        async with database.transaction() as tx:
            await tx.execute("INSERT INTO words VALUES (?, NULL)", (f"{word} one",))
            await tx.execute("INSERT INTO words VALUES (?, NULL)", (f"{word} two",))

    for turns in range(60):
        started = asyncio.Event()
        task = asyncio.create_task(write(str(turns), started))
        await started.wait()
        for _ in range(turns):
            await asyncio.sleep(0.00005)
        task.cancel()
        await asyncio.wait([task])
        found = await database.fetch_all("SELECT word FROM words WHERE word LIKE ?", (f"{turns} %",))
        assert len(found) in ((2,) if not task.cancelled() else (0, 2))
    async with database.transaction() as tx:  # and the next writer finds no transaction open
        await tx.execute("INSERT INTO words VALUES ('last', NULL)")
    assert "last" in await words(database)


async def test_close_waits_for_the_writer(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "inkling.db")
    inside = asyncio.Event()

    async def write() -> None:
        async with database.transaction() as tx:
            inside.set()
            await asyncio.sleep(0.01)
            await tx.execute("CREATE TABLE done (x)")

    task = asyncio.create_task(write())
    await inside.wait()
    await database.close()
    await task
    async with await Database.open(tmp_path / "inkling.db") as again:
        assert await again.fetch_all("SELECT * FROM done") == []


async def test_another_process_is_waited_for(database: Database) -> None:
    other = sqlite3.connect(database.path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")

    async def write() -> None:
        async with database.transaction() as tx:
            await tx.execute("INSERT INTO words VALUES ('apple', NULL)")

    task = asyncio.create_task(write())
    await asyncio.sleep(0.02)
    assert not task.done()
    other.execute("COMMIT")
    other.close()
    await task
    assert await words(database) == ["apple"]


async def test_a_file_that_is_no_database_is_said_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "inkling.db"
    path.write_bytes(b"shopping list " * 100)
    with pytest.raises(sqlite3.DatabaseError):
        await Database.open(path)
    assert path.read_bytes() == b"shopping list " * 100


async def test_what_waits_for_the_commit_comes_after_it_and_never_after_a_rollback(tmp_path: Path) -> None:
    async with await Database.open(tmp_path / "inkling.db") as database:
        heard: list[str] = []
        with pytest.raises(RuntimeError):
            async with database.transaction():
                database.after_commit(lambda: heard.append("rolled back"))
                raise RuntimeError("no")
        async with database.transaction():
            database.after_commit(lambda: heard.append("one"))
            database.after_commit(lambda: heard.append("two"))
            assert heard == []
        async with database.transaction():
            pass
        assert heard == ["one", "two"]
