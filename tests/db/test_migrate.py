from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.db.migrate import Migration, migrate, migrations
from bot.errors import DatabaseTooNew

ONE = Migration(1, "0001_words.sql", "BEGIN; CREATE TABLE words (word); PRAGMA user_version = 1; COMMIT;")
TWO = Migration(2, "0002_roots.sql", "BEGIN; ALTER TABLE words ADD root; PRAGMA user_version = 2; COMMIT;")


def read(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def schema(path: Path) -> list[tuple[object, ...]]:
    return read(path, "SELECT name, sql FROM sqlite_master ORDER BY name")


def test_a_new_database_gets_every_migration_and_no_backup(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "inkling.db"
    assert migrate(path) == len(migrations())
    assert ("jobs",) in read(path, "SELECT name FROM sqlite_master")
    assert [entry.name for entry in path.parent.iterdir()] == ["inkling.db"]


def test_migrating_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "inkling.db"
    migrate(path)
    before = schema(path)
    migrate(path)
    assert schema(path) == before
    assert len(list(tmp_path.iterdir())) == 1


def test_an_older_database_is_backed_up_and_keeps_its_rows(tmp_path: Path) -> None:
    path = tmp_path / "inkling.db"
    migrate(path, (ONE,))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO words VALUES ('apple')")
    assert migrate(path, (ONE, TWO)) == 2
    assert read(path, "SELECT word, root FROM words") == [("apple", None)]
    backup = tmp_path / "inkling.before-0002.db"
    assert read(backup, "SELECT * FROM words") == [("apple",)]
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["inkling.before-0002.db", "inkling.db"]


def test_rows_still_in_the_write_ahead_log_are_in_the_backup(tmp_path: Path) -> None:
    path = tmp_path / "inkling.db"
    migrate(path, (ONE,))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("INSERT INTO words VALUES ('apple')")
        migrate(path, (ONE, TWO))
    assert read(tmp_path / "inkling.before-0002.db", "SELECT * FROM words") == [("apple",)]


def test_half_a_migration_is_rolled_back(tmp_path: Path) -> None:
    path = tmp_path / "inkling.db"
    migrate(path, (ONE,))
    before = schema(path)
    broken = Migration(2, "0002_b.sql", "BEGIN; CREATE TABLE more (x); SELECT * FROM nothing; COMMIT;")
    with pytest.raises(sqlite3.OperationalError):
        migrate(path, (ONE, broken))
    assert schema(path) == before
    assert migrate(path, (ONE, TWO)) == 2


def test_a_migration_that_forgets_its_number_is_refused(tmp_path: Path) -> None:
    forgetful = Migration(1, "0001_f.sql", "BEGIN; CREATE TABLE more (x); COMMIT;")
    with pytest.raises(ValueError, match=r"0001_f\.sql must end with"):
        migrate(tmp_path / "inkling.db", (forgetful,))


def test_a_newer_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "inkling.db"
    migrate(path, (ONE, TWO))
    before = path.read_bytes()
    with pytest.raises(DatabaseTooNew, match="format 2; this one knows up to 1"):
        migrate(path, (ONE,))
    assert path.read_bytes() == before


def test_numbers_without_a_gap(tmp_path: Path) -> None:
    (tmp_path / "0001_a.sql").write_text("")
    (tmp_path / "0003_c.sql").write_text("")
    (tmp_path / "notes.txt").write_text("")
    with pytest.raises(ValueError, match=r"found \[1, 3\]"):
        migrations(tmp_path)


def test_every_migration_says_why_and_is_one_transaction() -> None:
    for migration in migrations():
        assert migration.sql.startswith("-- "), migration.name
        assert re.search(r"^BEGIN;$", migration.sql, re.MULTILINE), migration.name
        ending = rf"PRAGMA user_version = {migration.version};\s+COMMIT;\s*$"
        assert re.search(ending, migration.sql), migration.name
