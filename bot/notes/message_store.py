"""The messages that notes came from, and the bot's own that show one: one statement a method, scoped by owner."""

from __future__ import annotations

from sqlite3 import Row

from bot.db.database import Tx
from bot.notes.model import Part
from bot.notes.scope import Scope


class MessageStore:
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

    async def parts(self, scope: Scope, channel_id: int, first_id: int, last_id: int) -> list[Part]:
        """The channel's messages between these that are in a note, oldest first."""
        rows = await scope.all(
            "SELECT message_id, note_id, text FROM note_messages WHERE owner_id = :owner AND channel_id = :channel"
            " AND message_id BETWEEN :first AND :last AND note_id IS NOT NULL ORDER BY message_id",
            channel=channel_id,
            first=first_id,
            last=last_id,
        )
        return [Part(**dict(row)) for row in rows]

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
