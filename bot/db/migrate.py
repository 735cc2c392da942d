"""Numbered migrations: ``migrations/NNNN_name.sql``, each with its reason in the header.

Each file is ``BEGIN; …; PRAGMA user_version = N; COMMIT``, so that half a migration rolls back with its record. An
existing database is backed up beside itself first. The data folder's lock keeps two bots from migrating at once.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from bot.errors import DatabaseTooNew

_NAME = re.compile(r"(\d{4})_[a-z0-9_]+\.sql")


@dataclass(frozen=True, slots=True)
class Migration:
    version: int
    name: str
    sql: str


def migrations(folder: Traversable | None = None) -> tuple[Migration, ...]:
    """The migrations in ``folder`` (by default the package's own), in order; their numbers have no gap."""
    folder = folder or resources.files("bot.db") / "migrations"
    found = sorted(
        (
            Migration(int(match[1]), entry.name, entry.read_text(encoding="utf-8"))
            for entry in folder.iterdir()
            if (match := _NAME.fullmatch(entry.name))
        ),
        key=lambda migration: migration.version,
    )
    numbers = [migration.version for migration in found]
    if numbers != list(range(1, len(found) + 1)):
        raise ValueError(f"migrations must be numbered 1, 2, 3, …: found {numbers}")
    return tuple(found)


def migrate(path: Path, steps: tuple[Migration, ...] | None = None) -> int:
    """Bring the database at ``path`` up to date, making it if absent; returns its version.

    Raises DatabaseTooNew, or sqlite3.Error from a migration that failed: the database is then as it was before it.
    """
    steps = migrations() if steps is None else steps
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        at = _version(connection)
        if at > len(steps):
            raise DatabaseTooNew(
                f"{path.name} was written by a newer Inkling (format {at}; this one knows up to {len(steps)}). "
                "Update Inkling, or restore a backup made with this version."
            )
        if 0 < at < len(steps):
            _back_up(connection, path.with_name(f"{path.stem}.before-{at + 1:04}.db"))
        for step in steps[at:]:
            _apply(connection, step)
        return _version(connection)


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _apply(connection: sqlite3.Connection, step: Migration) -> None:
    try:
        connection.executescript(step.sql)
    except sqlite3.Error:
        connection.rollback()
        raise
    if _version(connection) != step.version:
        raise ValueError(f"{step.name} must end with PRAGMA user_version = {step.version}; COMMIT;")


def _back_up(connection: sqlite3.Connection, target: Path) -> None:
    """A whole copy under ``target`` or none: it is written under another name first."""
    unfinished = target.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(unfinished)) as copy:
        connection.backup(copy)
    unfinished.replace(target)
