"""From a message to a note, once: text and files are durable before anyone is told that they are.

The order is firm: each file fsynced and named, its folder fsynced, then one transaction with the note, its version,
its files and the message's id; only then does ``capture`` return. A message that is known already is not taken again.
"""

from __future__ import annotations

from bot.clock import Clock
from bot.db.database import Database, Tx
from bot.notes.derived_store import DerivedStore
from bot.notes.keeping import Keeping
from bot.notes.message_store import MessageStore
from bot.notes.model import BURST_SECONDS, MAX_BURST, Captured, Incoming, Note, NoteFile, Part, Preview
from bot.notes.scope import Scope
from bot.notes.store import NotesStore
from bot.notes.writing import Writing


class Capture:
    def __init__(
        self,
        database: Database,
        store: NotesStore,
        messages: MessageStore,
        derived: DerivedStore,
        writing: Writing,
        keeping: Keeping,
        clock: Clock,
    ) -> None:
        self._database = database
        self._store = store
        self._messages = messages
        self._derived = derived
        self._writing = writing
        self._keeping = keeping
        self._clock = clock

    async def capture(self, owner_id: int, incoming: Incoming) -> Captured:
        """Keep a message as a note, or as a part of the note that it belongs to.

        Raises OverLimit for an endless text, and what a broken connection to the files raises; nothing is kept then,
        and it may be tried again.
        """
        scope = Scope(self._database, owner_id)
        known = await self._messages.message(scope, incoming.message_id)
        if known is not None:
            return Captured(known.note_id or 0, is_new=False, again=True)
        async with self._keeping.arriving():
            files, missed = await self._keeping.receive(scope, incoming.files)
            async with self._database.transaction() as tx:
                known = await self._messages.message_in(tx, scope, incoming.message_id)
                if known is not None:
                    return Captured(known.note_id or 0, is_new=False, again=True)
                is_first = await self._store.is_empty(tx, scope)
                note = await self._belongs_to(tx, scope, incoming)
                if note is None:
                    note_id = await self._begin(tx, scope, incoming, files)
                else:
                    note_id = await self._continue(tx, scope, note, incoming, files)
                await self._messages.add_message(
                    tx, scope, incoming.message_id, incoming.channel_id, note_id, incoming.text, incoming.sent_utc
                )
                await self._derived.add_previews(tx, scope, note_id, incoming.previews)
                await self._writing.settle(tx, scope, note_id)
        return Captured(note_id, note is None, is_first, missed=tuple(missed))

    async def not_a_note(self, owner_id: int, message_id: int, channel_id: int, sent_utc: float) -> bool:
        """Remember that a message was understood as something else. False when it is known already."""
        scope = Scope(self._database, owner_id)
        async with self._database.transaction() as tx:
            if await self._messages.message_in(tx, scope, message_id) is not None:
                return False
            await self._messages.add_message(tx, scope, message_id, channel_id, None, "", sent_utc)
        return True

    async def is_known(self, owner_id: int, message_id: int) -> bool:
        return await self._messages.message(Scope(self._database, owner_id), message_id) is not None

    async def parts(self, owner_id: int, channel_id: int, first_id: int, last_id: int) -> list[Part]:
        """The channel's messages between these that are in a note, oldest first."""
        return await self._messages.parts(Scope(self._database, owner_id), channel_id, first_id, last_id)

    async def edited(self, owner_id: int, message_id: int, text: str, previews: tuple[Preview, ...] = ()) -> int | None:
        """The message says something else now: a new version. None when it made no note or says the same."""
        scope = Scope(self._database, owner_id)
        async with self._database.transaction() as tx:
            message, note = await self._made(tx, scope, message_id)
            if message is None or note is None:
                return None
            before = message.text
            await self._derived.add_previews(tx, scope, note.id, previews)
            if text != before:
                body = replaced(note.body, before, text)
                await self._writing.next(tx, scope, note, body, "message edited", self._clock())
                await self._messages.set_message(tx, scope, message_id, note.id, text)
            await self._writing.settle(tx, scope, note.id)
        return note.id if text != before else None

    async def deleted(self, owner_id: int, message_id: int) -> int | None:
        """The message is gone: its note goes into the trash, or its part out of a longer note. The note's id."""
        scope = Scope(self._database, owner_id)
        async with self._database.transaction() as tx:
            message, note = await self._made(tx, scope, message_id)
            if message is None or note is None or note.trashed_utc is not None:
                return None
            if await self._messages.messages_of(tx, scope, note.id) <= 1:
                await self._store.set_trashed(tx, scope, note.id, self._clock())
                return note.id
            body = replaced(note.body, message.text, "")
            number = await self._writing.next(tx, scope, note, body, "message deleted", self._clock())
            await self._store.end_files(tx, scope, note.id, number, message_id)
            await self._messages.set_message(tx, scope, message_id, None, message.text)
            await self._writing.settle(tx, scope, note.id)
        return note.id

    async def undo(self, owner_id: int) -> int | None:
        """Take back the last message that became a note or a part of one; that note's id, or None without any."""
        last = await self._messages.last_message(Scope(self._database, owner_id))
        if last is None:
            return None
        await self.deleted(owner_id, last["message_id"])
        return int(last["note_id"])

    # ---- inside the transaction

    async def _belongs_to(self, tx: Tx, scope: Scope, incoming: Incoming) -> Note | None:
        if incoming.reply_to is not None:
            answered = await self._messages.note_shown_by(tx, scope, incoming.reply_to)
            if answered is not None:
                note = await self._store.find_in(tx, scope, answered)
                if note is not None and note.trashed_utc is None:
                    return note
        if incoming.channel_id is None:
            return None
        previous = await self._messages.previous_message(tx, scope, incoming.channel_id, incoming.message_id)
        if previous is None or previous["note_id"] is None or previous["trashed_utc"] is not None:
            return None
        close = 0 <= incoming.sent_utc - previous["sent_utc"] <= BURST_SECONDS
        if not close or previous["messages"] >= MAX_BURST:
            return None
        return await self._store.find_in(tx, scope, previous["note_id"])

    async def _begin(self, tx: Tx, scope: Scope, incoming: Incoming, files: list[NoteFile]) -> int:
        note = Note(
            id=0,
            version=1,
            title="",
            body=incoming.text,
            notebook=incoming.notebook,
            mood=incoming.mood,
            source=incoming.source,
            created_utc=incoming.sent_utc,
            updated_utc=incoming.sent_utc,
            pinned=False,
            archived=False,
            trashed_utc=None,
        )
        note_id = await self._writing.first(tx, scope, note, "written")
        await self._writing.add_files(tx, scope, note_id, files, 1, incoming.message_id)
        return note_id

    async def _continue(self, tx: Tx, scope: Scope, note: Note, incoming: Incoming, files: list[NoteFile]) -> int:
        body = "\n\n".join(part for part in (note.body, incoming.text) if part)
        number = await self._writing.next(tx, scope, note, body, "added", max(note.updated_utc, incoming.sent_utc))
        await self._writing.add_files(tx, scope, note.id, files, number, incoming.message_id)
        return note.id

    async def _made(self, tx: Tx, scope: Scope, message_id: int) -> tuple[Part | None, Note | None]:
        """The message and the note that it is in."""
        message = await self._messages.message_in(tx, scope, message_id)
        if message is None or message.note_id is None:
            return None, None
        return message, await self._store.find_in(tx, scope, message.note_id)


def replaced(body: str, before: str, after: str) -> str:
    """The body with one part of it exchanged; where the part was changed meanwhile, the new text is added instead."""
    if before and before in body:
        start = body.rindex(before)
        head, tail = body[:start], body[start + len(before) :]
        if after:
            return head + after + tail
        return "\n\n".join(part for part in (head.rstrip("\n"), tail.lstrip("\n")) if part)
    if after:
        return "\n\n".join(part for part in (body, after) if part)
    return body
