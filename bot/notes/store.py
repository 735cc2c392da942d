"""The notes' own tables: one statement a method, each bound to one owner by its ``Scope``."""

from __future__ import annotations

from sqlite3 import Row

from bot.db.database import Database, Tx
from bot.notes.model import Kind, Note, NoteFile, Part, Version
from bot.notes.scope import Scope

_NOTE = (
    "SELECT n.id, n.version, n.title, v.body, n.notebook, n.mood, n.source, n.created_utc, n.updated_utc, n.pinned,"
    " n.archived, n.trashed_utc FROM notes n JOIN note_versions v ON v.note_id = n.id AND v.number = n.version"
    " WHERE n.owner_id = :owner"
)
_FILE = (
    "SELECT f.id, f.sha256, f.suffix, f.name, f.size, f.kind, f.media_type, f.duration_seconds,"
    " (SELECT group_concat(t.text, char(10)) FROM note_file_texts t WHERE t.owner_id = f.owner_id"
    " AND t.sha256 = f.sha256 ORDER BY t.position) AS text FROM note_files f"
    " WHERE f.owner_id = :owner AND f.note_id = :note AND f.added_version <= :version"
    " AND (f.removed_version IS NULL OR f.removed_version > :version) ORDER BY f.id"
)


class NotesStore:
    # ---- notes and versions

    async def add(self, tx: Tx, scope: Scope, note: Note) -> int:
        """Insert the row of ``note`` (its id is ignored); the new id."""
        return await scope.insert(
            tx,
            "INSERT INTO notes (owner_id, version, title, notebook, mood, source, created_utc, updated_utc, pinned,"
            " archived) VALUES (:owner, :version, :title, :notebook, :mood, :source, :created, :updated, :pinned,"
            " :archived)",
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

    async def bytes_used(self, scope: Scope) -> int:
        """What this person's files take, each content counted once."""
        row = await scope.one(
            "SELECT coalesce(sum(size), 0) AS total FROM"
            " (SELECT max(size) AS size FROM note_files WHERE owner_id = :owner GROUP BY sha256)"
        )
        return int(row["total"]) if row else 0

    # ---- the messages that notes came from

    async def add_message(
        self,
        tx: Tx,
        scope: Scope,
        message_id: int,
        channel_id: int | None,
        note_id: int | None,
        text: str,
        sent_utc: float,
    ) -> None:
        """Raises sqlite3.IntegrityError when it is there already."""
        await scope.insert(
            tx,
            "INSERT INTO note_messages (owner_id, message_id, channel_id, note_id, text, sent_utc)"
            " VALUES (:owner, :message, :channel, :note, :text, :sent)",
            message=message_id,
            channel=channel_id,
            note=note_id,
            text=text,
            sent=sent_utc,
        )

    async def message(self, scope: Scope, message_id: int) -> Part | None:
        row = await scope.one(
            "SELECT message_id, note_id, text FROM note_messages WHERE owner_id = :owner AND message_id = :message",
            message=message_id,
        )
        return None if row is None else Part(**dict(row))

    async def message_in(self, tx: Tx, scope: Scope, message_id: int) -> Part | None:
        rows = await scope.all_in(
            tx,
            "SELECT message_id, note_id, text FROM note_messages WHERE owner_id = :owner AND message_id = :message",
            message=message_id,
        )
        return Part(**dict(rows[0])) if rows else None

    async def previous_message(self, tx: Tx, scope: Scope, channel_id: int, before_id: int) -> Row | None:
        """The one before it in the channel, with how many messages its note has."""
        rows = await scope.all_in(
            tx,
            "SELECT m.note_id, m.sent_utc, n.trashed_utc, (SELECT count(*) FROM note_messages o"
            " WHERE o.owner_id = m.owner_id AND o.note_id = m.note_id) AS messages"
            " FROM note_messages m LEFT JOIN notes n ON n.id = m.note_id"
            " WHERE m.owner_id = :owner AND m.channel_id = :channel AND m.message_id < :before"
            " ORDER BY m.message_id DESC LIMIT 1",
            channel=channel_id,
            before=before_id,
        )
        return rows[0] if rows else None

    async def last_message(self, scope: Scope) -> Row | None:
        """The newest message that made or lengthened a note which is not in the trash."""
        return await scope.one(
            "SELECT m.message_id, m.note_id FROM note_messages m JOIN notes n ON n.id = m.note_id"
            " WHERE m.owner_id = :owner AND n.trashed_utc IS NULL ORDER BY m.sent_utc DESC, m.message_id DESC LIMIT 1"
        )

    async def messages_of(self, tx: Tx, scope: Scope, note_id: int) -> int:
        rows = await scope.all_in(
            tx, "SELECT count(*) AS n FROM note_messages WHERE owner_id = :owner AND note_id = :note", note=note_id
        )
        return int(rows[0]["n"])

    async def set_message(self, tx: Tx, scope: Scope, message_id: int, note_id: int | None, text: str) -> None:
        await scope.run(
            tx,
            "UPDATE note_messages SET note_id = :note, text = :text WHERE owner_id = :owner AND message_id = :message",
            message=message_id,
            note=note_id,
            text=text,
        )

    async def add_card(self, tx: Tx, scope: Scope, message_id: int, note_id: int) -> None:
        await scope.run(
            tx,
            "INSERT OR IGNORE INTO note_cards (owner_id, message_id, note_id) VALUES (:owner, :message, :note)",
            message=message_id,
            note=note_id,
        )

    async def note_shown_by(self, tx: Tx, scope: Scope, message_id: int) -> int | None:
        """The note that a message made or shows."""
        rows = await scope.all_in(
            tx,
            "SELECT note_id FROM note_cards WHERE owner_id = :owner AND message_id = :message UNION ALL"
            " SELECT note_id FROM note_messages WHERE owner_id = :owner AND message_id = :message"
            " AND note_id IS NOT NULL",
            message=message_id,
        )
        return int(rows[0]["note_id"]) if rows else None


class HouseStore:
    """What the house itself needs, across all owners: only ids, hashes and cursors, never what somebody wrote."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def hashes(self) -> set[str]:
        rows = await self._database.fetch_all("SELECT DISTINCT sha256 FROM note_files")
        return {row["sha256"] for row in rows}

    async def old_in_trash(self, before_utc: float) -> list[tuple[int, int]]:
        """(owner, note) of what was put into the trash before then."""
        rows = await self._database.fetch_all(
            "SELECT owner_id, id FROM notes WHERE trashed_utc < ? ORDER BY id LIMIT 500", (before_utc,)
        )
        return [(row["owner_id"], row["id"]) for row in rows]

    async def dm_channels(self) -> list[tuple[int, int, int]]:
        """(channel, owner, cursor)."""
        rows = await self._database.fetch_all("SELECT channel_id, owner_id, cursor FROM dm_channels")
        return [(row["channel_id"], row["owner_id"], row["cursor"]) for row in rows]

    async def add_channel(self, tx: Tx, channel_id: int, owner_id: int, cursor: int) -> None:
        """Make the channel known; the cursor of one that is known already stays."""
        await tx.execute(
            "INSERT OR IGNORE INTO dm_channels (channel_id, owner_id, cursor) VALUES (?, ?, ?)",
            (channel_id, owner_id, cursor),
        )

    async def move_cursor(self, tx: Tx, channel_id: int, owner_id: int, cursor: int) -> None:
        """All up to there is dealt with; the cursor never goes back."""
        await tx.execute(
            "INSERT INTO dm_channels (channel_id, owner_id, cursor) VALUES (?, ?, ?)"
            " ON CONFLICT (channel_id) DO UPDATE SET cursor = max(cursor, excluded.cursor)",
            (channel_id, owner_id, cursor),
        )


def _note(row: Row) -> Note:
    values = dict(row)
    return Note(**{**values, "pinned": bool(values["pinned"]), "archived": bool(values["archived"])})


def _file(row: Row) -> NoteFile:
    return NoteFile(**{**dict(row), "kind": Kind(row["kind"])})
