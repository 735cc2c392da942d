"""What each note is about, as a vector: derived from its text, made anew whenever that changes."""

from __future__ import annotations

from dataclasses import dataclass

from bot.db.database import Database, Tx
from bot.notes.scope import Scope


@dataclass(frozen=True, slots=True)
class Unread:
    """A note whose vector is missing."""

    owner_id: int
    note_id: int
    version: int
    text: str


class VectorStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def unread(self, limit: int) -> list[Unread]:
        """Whoever's notes still have no vector, newest first; for the house, which hands no text to anybody else."""
        rows = await self._database.fetch_all(
            "SELECT n.owner_id, n.id AS note_id, n.version, t.title || char(10) || substr(t.body, 1, 3000) || char(10)"
            " || substr(t.pictures, 1, 500) || char(10) || substr(t.speech, 1, 1000) AS text"
            " FROM notes n JOIN note_texts t ON t.note_id = n.id LEFT JOIN note_vectors v ON v.note_id = n.id"
            " WHERE v.note_id IS NULL ORDER BY n.id DESC LIMIT ?",
            (limit,),
        )
        return [Unread(**dict(row)) for row in rows]

    async def put(self, tx: Tx, scope: Scope, note: Unread, vector: bytes) -> int:
        """Keep it, unless the note has a newer version by now: then it is unread still."""
        return await scope.run(
            tx,
            "INSERT OR REPLACE INTO note_vectors (note_id, owner_id, version, vector)"
            " SELECT id, owner_id, version, :vector FROM notes"
            " WHERE owner_id = :owner AND id = :note AND version = :version",
            note=note.note_id,
            version=note.version,
            vector=vector,
        )

    async def forget(self, tx: Tx, scope: Scope, note_id: int) -> None:
        await scope.run(tx, "DELETE FROM note_vectors WHERE owner_id = :owner AND note_id = :note", note=note_id)

    async def some(self, scope: Scope, after_note: int, limit: int) -> list[tuple[int, bytes]]:
        """(note, vector) by note id, from the one after ``after_note`` on."""
        rows = await scope.all(
            "SELECT note_id, vector FROM note_vectors WHERE owner_id = :owner AND note_id > :after"
            " ORDER BY note_id LIMIT :limit",
            after=after_note,
            limit=limit,
        )
        return [(row["note_id"], row["vector"]) for row in rows]
