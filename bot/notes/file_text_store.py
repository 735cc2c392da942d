"""What was read in pictures and heard in recordings, and what is still to be. One statement a method."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.db.database import Database, Tx
from bot.notes.model import Kind
from bot.notes.scope import Scope

ATTEMPTS = 3
"""A file that ended its reader this often is left alone."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that has not been read, with the person whose it is."""

    owner_id: int
    sha256: str
    suffix: str
    kind: Kind
    duration_seconds: float | None


@dataclass(frozen=True, slots=True)
class Origin:
    """The direct message that a file came with."""

    note_id: int
    channel_id: int
    message_id: int
    sent_utc: float


class FileTextStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def next(self, kinds: Sequence[Kind]) -> Unread | None:
        """The newest of whoever's files that is to be read; for the house, which shows it to nobody else."""
        marks = ", ".join("?" * len(kinds))
        row = await self._database.fetch_one(
            "SELECT f.owner_id, f.sha256, f.suffix, f.kind, f.duration_seconds FROM note_files f"  # noqa: S608 marks
            " JOIN notes n ON n.id = f.note_id LEFT JOIN note_file_readings r"
            " ON r.owner_id = f.owner_id AND r.sha256 = f.sha256"
            f" WHERE f.kind IN ({marks}) AND f.removed_version IS NULL AND n.trashed_utc IS NULL"
            " AND (r.state IS NULL OR (r.state = 'trying' AND r.attempts < ?)) AND NOT EXISTS"
            " (SELECT 1 FROM note_file_texts t WHERE t.owner_id = f.owner_id AND t.sha256 = f.sha256)"
            " ORDER BY f.id DESC LIMIT 1",
            (*kinds, ATTEMPTS),
        )
        return None if row is None else Unread(**{**dict(row), "kind": Kind(row["kind"])})

    async def begin(self, tx: Tx, scope: Scope, sha256: str) -> None:
        """Counted and committed before the reader sees it."""
        await scope.run(
            tx,
            "INSERT INTO note_file_readings (owner_id, sha256, state, attempts) VALUES (:owner, :sha256, 'trying', 1)"
            " ON CONFLICT (owner_id, sha256) DO UPDATE SET attempts = attempts + 1, state = 'trying'",
            sha256=sha256,
        )

    async def end(self, tx: Tx, scope: Scope, sha256: str, state: str, problem: str = "") -> None:
        """``state``: "read" or "failed"."""
        await scope.run(
            tx,
            "UPDATE note_file_readings SET state = :state, problem = :problem WHERE owner_id = :owner"
            " AND sha256 = :sha256",
            sha256=sha256,
            state=state,
            problem=problem[:300],
        )

    async def give_up(self, tx: Tx, scope: Scope, sha256: str) -> None:
        """Failed, if it was tried often enough."""
        await scope.run(
            tx,
            "UPDATE note_file_readings SET state = 'failed', problem = 'its reader ended' WHERE owner_id = :owner"
            " AND sha256 = :sha256 AND attempts >= :most",
            sha256=sha256,
            most=ATTEMPTS,
        )

    async def not_tried(self, tx: Tx, scope: Scope, sha256: str) -> None:
        """As if the last attempt had not been made."""
        sql = "UPDATE note_file_readings SET attempts = attempts - 1 WHERE owner_id = :owner AND sha256 = :sha256"
        await scope.run(tx, sql, sha256=sha256)

    async def origin(self, scope: Scope, sha256: str) -> Origin | None:
        """The newest direct message that the file came with, if one did."""
        row = await scope.one(
            "SELECT f.note_id, m.channel_id, m.message_id, m.sent_utc FROM note_files f JOIN note_messages m"
            " ON m.owner_id = f.owner_id AND m.message_id = f.message_id WHERE f.owner_id = :owner"
            " AND f.sha256 = :sha256 AND f.removed_version IS NULL AND m.channel_id IS NOT NULL"
            " ORDER BY f.id DESC LIMIT 1",
            sha256=sha256,
        )
        return None if row is None else Origin(**dict(row))
