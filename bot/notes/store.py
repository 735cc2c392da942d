"""The notes' own tables: one statement a method, each bound to one owner by its ``Scope``."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from sqlite3 import Row

from bot.db.database import Tx
from bot.notes.model import Kind, Note, NoteFile, Version
from bot.notes.scope import Scope

_NOTE = (
    "SELECT n.id, n.version, n.title, v.body, n.notebook, n.mood, n.source, n.created_utc, n.updated_utc, n.pinned,"
    " n.archived, n.trashed_utc FROM notes n JOIN note_versions v ON v.note_id = n.id AND v.number = n.version"
    " WHERE n.owner_id = :owner"
)
_FILE = (
    "SELECT f.id, f.sha256, f.suffix, f.name, f.size, f.kind, f.media_type, f.duration_seconds,"
    " (SELECT group_concat(t.text, char(10)) FROM note_file_texts t WHERE t.owner_id = f.owner_id"
    " AND t.sha256 = f.sha256 ORDER BY t.position) AS text, coalesce((SELECT r.state FROM note_file_readings r"
    " WHERE r.owner_id = f.owner_id AND r.sha256 = f.sha256), '') AS state FROM note_files f"
    " WHERE f.owner_id = :owner AND f.note_id = :note AND f.added_version <= :version"
    " AND (f.removed_version IS NULL OR f.removed_version > :version) ORDER BY f.id"
)


class NotesStore:
    # ---- notes and versions

    async def add(self, tx: Tx, scope: Scope, note: Note) -> int:
        """Insert the row of ``note`` (its id is ignored), with a name of its own; the new id."""
        return await scope.insert(
            tx,
            "INSERT INTO notes (owner_id, uid, version, title, notebook, mood, source, created_utc, updated_utc,"
            " pinned, archived) VALUES (:owner, lower(hex(randomblob(16))), :version, :title, :notebook, :mood,"
            " :source, :created, :updated, :pinned, :archived)",
            version=note.version,
            title=note.title,
            notebook=note.notebook,
            mood=note.mood,
            source=note.source,
            created=note.created_utc,
            updated=note.updated_utc,
            pinned=note.pinned,
            archived=note.archived,
        )

    async def add_version(self, tx: Tx, scope: Scope, note_id: int, version: Version) -> None:
        await scope.insert(
            tx,
            "INSERT INTO note_versions (owner_id, note_id, number, body, why, made_utc)"
            " VALUES (:owner, :note, :number, :body, :why, :made)",
            note=note_id,
            number=version.number,
            body=version.body,
            why=version.why,
            made=version.made_utc,
        )

    async def set_version(self, tx: Tx, scope: Scope, note_id: int, number: int, title: str, now_utc: float) -> None:
        await scope.run(
            tx,
            "UPDATE notes SET version = :number, title = :title, updated_utc = :now"
            " WHERE owner_id = :owner AND id = :note",
            note=note_id,
            number=number,
            title=title,
            now=now_utc,
        )

    async def find(self, scope: Scope, note_id: int) -> Note | None:
        row = await scope.one(f"{_NOTE} AND n.id = :note", note=note_id)
        return None if row is None else _note(row)

    async def find_all(self, scope: Scope, note_ids: Sequence[int]) -> dict[int, Note]:
        """Those of the notes that are there."""
        ids = json.dumps(list(note_ids))
        wanted = f"{_NOTE} AND n.id IN (SELECT value FROM json_each(:ids))"  # noqa: S608 fixed text
        rows = await scope.all(wanted, ids=ids)
        return {row["id"]: _note(row) for row in rows}

    async def find_in(self, tx: Tx, scope: Scope, note_id: int) -> Note | None:
        """As the open transaction sees it."""
        rows = await scope.all_in(tx, f"{_NOTE} AND n.id = :note", note=note_id)
        return _note(rows[0]) if rows else None

    async def is_empty(self, tx: Tx, scope: Scope) -> bool:
        """True when this person never had a note."""
        return not await scope.all_in(tx, "SELECT 1 FROM notes WHERE owner_id = :owner LIMIT 1")

    async def every_id(self, tx: Tx, scope: Scope) -> list[int]:
        rows = await scope.all_in(tx, "SELECT id FROM notes WHERE owner_id = :owner ORDER BY id")
        return [row["id"] for row in rows]

    async def present(self, scope: Scope, note_ids: Collection[int]) -> set[int]:
        rows = await scope.all(
            "SELECT id FROM notes WHERE owner_id = :owner AND trashed_utc IS NULL"
            " AND id IN (SELECT value FROM json_each(:ids))",
            ids=json.dumps(list(note_ids)),
        )
        return {row["id"] for row in rows}

    async def recent(self, scope: Scope, *, archived: bool, trashed: bool, limit: int, offset: int) -> list[Note]:
        """Pinned first, then by the latest change."""
        rows = await scope.all(
            f"{_NOTE} AND (n.trashed_utc IS NOT NULL) = :trashed AND (n.archived OR :trashed) = (:archived OR :trashed)"
            " ORDER BY n.pinned DESC, n.updated_utc DESC, n.id DESC LIMIT :limit OFFSET :offset",
            archived=archived,
            trashed=trashed,
            limit=limit,
            offset=offset,
        )
        return [_note(row) for row in rows]

    async def versions(self, scope: Scope, note_id: int) -> list[Version]:
        """All, newest first."""
        rows = await scope.all(
            "SELECT number, body, why, made_utc FROM note_versions WHERE owner_id = :owner AND note_id = :note"
            " ORDER BY number DESC",
            note=note_id,
        )
        return [Version(**dict(row)) for row in rows]

    async def set_pinned(self, tx: Tx, scope: Scope, note_id: int, pinned: bool) -> int:
        return await scope.run(
            tx, "UPDATE notes SET pinned = :on WHERE owner_id = :owner AND id = :note", note=note_id, on=pinned
        )

    async def set_archived(self, tx: Tx, scope: Scope, note_id: int, archived: bool) -> int:
        return await scope.run(
            tx, "UPDATE notes SET archived = :on WHERE owner_id = :owner AND id = :note", note=note_id, on=archived
        )

    async def set_trashed(self, tx: Tx, scope: Scope, note_id: int, trashed_utc: float | None) -> int:
        return await scope.run(
            tx,
            "UPDATE notes SET trashed_utc = :at WHERE owner_id = :owner AND id = :note",
            note=note_id,
            at=trashed_utc,
        )

    async def set_place(self, tx: Tx, scope: Scope, note_id: int, notebook: str, mood: str) -> int:
        return await scope.run(
            tx,
            "UPDATE notes SET notebook = :notebook, mood = :mood WHERE owner_id = :owner AND id = :note",
            note=note_id,
            notebook=notebook,
            mood=mood,
        )

    async def remove(self, tx: Tx, scope: Scope, note_id: int) -> int:
        """For good, with all its versions."""
        return await scope.run(tx, "DELETE FROM notes WHERE owner_id = :owner AND id = :note", note=note_id)

    # ---- files

    async def add_file(
        self, tx: Tx, scope: Scope, note_id: int, file: NoteFile, version: int, message_id: int | None
    ) -> None:
        await scope.insert(
            tx,
            "INSERT INTO note_files (owner_id, note_id, message_id, sha256, suffix, name, size, kind,"
            " media_type, duration_seconds, added_version) VALUES (:owner, :note, :message, :sha256,"
            " :suffix, :name, :size, :kind, :media_type, :duration, :version)",
            note=note_id,
            message=message_id,
            sha256=file.sha256,
            suffix=file.suffix,
            name=file.name,
            size=file.size,
            kind=file.kind,
            media_type=file.media_type,
            duration=file.duration_seconds,
            version=version,
        )

    async def files(self, scope: Scope, note_id: int, version: int) -> tuple[NoteFile, ...]:
        rows = await scope.all(_FILE, note=note_id, version=version)
        return tuple(_file(row) for row in rows)

    async def files_in(self, tx: Tx, scope: Scope, note_id: int, version: int) -> tuple[NoteFile, ...]:
        rows = await scope.all_in(tx, _FILE, note=note_id, version=version)
        return tuple(_file(row) for row in rows)

    async def end_files(self, tx: Tx, scope: Scope, note_id: int, version: int, message_id: int | None = None) -> None:
        """From ``version`` on the note has none of its files (or none of that message's) any more."""
        await scope.run(
            tx,
            "UPDATE note_files SET removed_version = :version WHERE owner_id = :owner AND note_id = :note"
            " AND removed_version IS NULL AND (:message IS NULL OR message_id = :message)",
            note=note_id,
            version=version,
            message=message_id,
        )

    async def clear_file_texts(self, tx: Tx, scope: Scope, sha256: str) -> None:
        await scope.run(tx, "DELETE FROM note_file_texts WHERE owner_id = :owner AND sha256 = :sha256", sha256=sha256)

    async def add_file_text(
        self, tx: Tx, scope: Scope, sha256: str, position: int, start_seconds: float | None, text: str
    ) -> None:
        await scope.run(
            tx,
            "INSERT INTO note_file_texts (owner_id, sha256, position, start_seconds, text)"
            " VALUES (:owner, :sha256, :position, :start, :text)",
            sha256=sha256,
            position=position,
            start=start_seconds,
            text=text,
        )

    async def notes_with(self, tx: Tx, scope: Scope, sha256: str) -> list[int]:
        """The notes that have that file now."""
        rows = await scope.all_in(
            tx,
            "SELECT DISTINCT note_id FROM note_files WHERE owner_id = :owner AND sha256 = :sha256"
            " AND removed_version IS NULL",
            sha256=sha256,
        )
        return [row["note_id"] for row in rows]

    async def bytes_used(self, scope: Scope) -> int:
        """What this person's files take, each content counted once."""
        row = await scope.one(
            "SELECT coalesce(sum(size), 0) AS total FROM"
            " (SELECT max(size) AS size FROM note_files WHERE owner_id = :owner GROUP BY sha256)"
        )
        return int(row["total"]) if row else 0


def _note(row: Row) -> Note:
    values = dict(row)
    return Note(**{**values, "pinned": bool(values["pinned"]), "archived": bool(values["archived"])})


def _file(row: Row) -> NoteFile:
    return NoteFile(**{**dict(row), "kind": Kind(row["kind"])})
