"""What a person may do with their notes. Every verb names the owner first; somebody else's note is simply not there."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import replace

from bot.clock import Clock
from bot.db.database import Database, Tx
from bot.errors import BadRequest, NotFound
from bot.files import FileStore
from bot.media.helper import MediaHelper
from bot.media.models import NO_READERS, Readers
from bot.notes.alike import AlikeNotes
from bot.notes.capture import Capture
from bot.notes.channels import Channels
from bot.notes.companions import Companions
from bot.notes.derived_store import DerivedStore
from bot.notes.exporting import Exporting
from bot.notes.file_texts import FileTexts
from bot.notes.house_store import HouseStore
from bot.notes.importing import Importing
from bot.notes.keeping import Keeping
from bot.notes.markup import ticked
from bot.notes.message_store import MessageStore
from bot.notes.model import MAX_NOTEBOOK, TRASH_SECONDS, Captured, Incoming, Note, NoteFile, Version
from bot.notes.order import Order
from bot.notes.order_model import Connections
from bot.notes.order_store import OrderStore
from bot.notes.scope import Scope
from bot.notes.search import Search
from bot.notes.search_store import SearchStore
from bot.notes.store import NotesStore
from bot.notes.vector_store import VectorStore
from bot.notes.workshop import Workshop
from bot.notes.writing import GONE, OnTags, Writing, tidy_notebook

CHANGED_MEANWHILE = "That note has changed since this was shown. Open it again."


class NotesService:
    def __init__(
        self,
        database: Database,
        files: FileStore,
        quota_bytes: int,
        clock: Clock,
        helper: MediaHelper | None = None,
        reader: MediaHelper | None = None,
        readers: Readers = NO_READERS,
    ) -> None:
        """``helper`` is given where its model is installed; notes are found by words alone otherwise. ``reader`` reads
        files with what ``readers`` names."""
        self._database = database
        self._files = files
        self._clock = clock
        self._store = NotesStore()
        self._messages = MessageStore()
        self._derived = DerivedStore()
        self._house = HouseStore(database)
        vectors = VectorStore(database)
        self._writing = Writing(self._store, self._derived, vectors)
        self._keeping = Keeping(self._store, files, quota_bytes)
        self.alike = AlikeNotes(database, vectors, helper) if helper is not None else None
        self.on_change: Callable[[int], None] = lambda _: None
        self.search = Search(database, self._store, SearchStore(), clock, self.alike)
        self.order = Order(database, self._store, OrderStore(), self.alike)
        self.capture = Capture(
            database, self._store, self._messages, self._derived, self._writing, self._keeping, clock
        )

        self.channels = Channels(database, self._house)
        self.file_texts = FileTexts(database, files, reader, readers, self.set_texts)
        self._workshop = Workshop(files.workshop)
        self.companions = Companions()
        moved = self._keeping, self._workshop, self.companions
        self.exporting = Exporting(database, files, self._house, *moved)
        self.importing = Importing(database, files, self._store, self._house, self._writing, *moved, clock)

    def tell_tags(self, on_tags: OnTags) -> None:
        """Whoever does something when a note with tags is written or changed; within the note's transaction."""
        self._writing.on_tags = on_tags

    def start(self) -> None:
        """Begin with what fills in behind."""
        self._writing.on_change = self._changed
        self.file_texts.start()
        if self.alike is not None:
            self.exporting.on_erase.append(self.alike.forget)
            self.alike.start()

    def _changed(self, owner_id: int) -> None:
        self.on_change(owner_id)
        self.file_texts.changed()
        if self.alike is not None:
            self.alike.changed()

    async def close(self) -> None:
        await self.file_texts.close()
        if self.alike is not None:
            await self.alike.close()

    def scope(self, owner_id: int) -> Scope:
        return Scope(self._database, owner_id)

    # ---- looking

    async def find(self, owner_id: int, note_id: int) -> Note:
        """The note with its files and tags. Raises NotFound."""
        scope = self.scope(owner_id)
        note = await self._store.find(scope, note_id)
        if note is None:
            raise NotFound(GONE)
        files = await self._store.files(scope, note_id, note.version)
        return replace(note, files=files, tags=await self._derived.tags(scope, note_id))

    async def present(self, owner_id: int, note_ids: Collection[int]) -> set[int]:
        """Those of the notes that are there and not in the trash."""
        return await self._store.present(self.scope(owner_id), note_ids)

    async def recent(
        self, owner_id: int, *, archived: bool = False, trashed: bool = False, limit: int = 8, offset: int = 0
    ) -> list[Note]:
        """Pinned first, then by the latest change; without their files."""
        return await self._store.recent(
            self.scope(owner_id), archived=archived, trashed=trashed, limit=limit, offset=offset
        )

    async def connections(self, owner_id: int, note_id: int) -> tuple[Note, Connections]:
        """The note, what it is linked with, and what it might be. Raises NotFound."""
        note = await self.find(owner_id, note_id)
        return note, await self.order.connections(owner_id, note_id, note.title, note.body)

    async def link(self, owner_id: int, note_id: int, other_id: int) -> Note:
        """A new version of the note with a link to the other below. Raises NotFound."""
        other = await self.find(owner_id, other_id)
        return await self.append(owner_id, note_id, f"[[{other.title}]]", "linked")

    async def versions(self, owner_id: int, note_id: int) -> list[Version]:
        """All of them, newest first. Raises NotFound."""
        found = await self._store.versions(self.scope(owner_id), note_id)
        if not found:
            raise NotFound(GONE)
        return found

    async def file(self, owner_id: int, note_id: int, file_id: int) -> tuple[NoteFile, bytes]:
        """A file of the note as it is now. Raises NotFound."""
        note = await self.find(owner_id, note_id)
        file = next((file for file in note.files if file.id == file_id), None)
        if file is None:
            raise NotFound("That file is not in the note any more.")
        return file, await self.content(file)

    async def content(self, file: NoteFile) -> bytes:
        """Raises NotFound when it is missing on the disk."""
        try:
            return await self._files.read(file.sha256, file.suffix)
        except FileNotFoundError:
            raise NotFound(f"{file.name} is missing on this machine.") from None

    # ---- writing

    async def add(self, owner_id: int, incoming: Incoming) -> Captured:
        """A note from a form or a menu. Raises BadRequest when there is nothing in it."""
        if not incoming.text.strip() and not incoming.files:
            raise BadRequest("There is nothing in that note yet. Write something, or add a file.")
        return await self.capture.capture(owner_id, replace(incoming, notebook=tidy_notebook(incoming.notebook)))

    async def edit(
        self, owner_id: int, note_id: int, body: str, *, seen_version: int, notebook: str | None, mood: str | None
    ) -> Note:
        """A new version with that text. Raises NotFound, BadRequest, and OverLimit for an endless text."""
        scope = self.scope(owner_id)
        async with self._database.transaction() as tx:
            note = await self._get(tx, scope, note_id)
            if note.version != seen_version:
                raise BadRequest(CHANGED_MEANWHILE)
            if body != note.body:
                await self._writing.next(tx, scope, note, body, "edited", self._clock())
            if notebook is not None or mood is not None:
                where = tidy_notebook(notebook) if notebook is not None else note.notebook
                feeling = " ".join(mood.split())[:MAX_NOTEBOOK] if mood is not None else note.mood
                await self._store.set_place(tx, scope, note_id, where, feeling)
            await self._writing.settle(tx, scope, note_id)
        return await self.find(owner_id, note_id)

    async def append(self, owner_id: int, note_id: int, text: str, why: str = "added") -> Note:
        """A new version with ``text`` below. Raises NotFound, OverLimit."""
        scope = self.scope(owner_id)
        async with self._database.transaction() as tx:
            note = await self._get(tx, scope, note_id)
            body = "\n\n".join(part for part in (note.body.rstrip(), text) if part)
            await self._writing.next(tx, scope, note, body, why, self._clock())
            await self._writing.settle(tx, scope, note_id)
        return await self.find(owner_id, note_id)

    async def tick(self, owner_id: int, note_id: int, line: int, *, seen_version: int, done: bool) -> Note:
        """Tick a task, or take the tick away: a new version. Raises NotFound, also when no task is on that line."""
        scope = self.scope(owner_id)
        async with self._database.transaction() as tx:
            note = await self._get(tx, scope, note_id)
            if note.version != seen_version:
                raise BadRequest(CHANGED_MEANWHILE)
            try:
                body = ticked(note.body, line, done=done)
            except ValueError:
                raise NotFound(CHANGED_MEANWHILE) from None
            if body != note.body:
                await self._writing.next(tx, scope, note, body, "task done" if done else "task open", self._clock())
                await self._writing.settle(tx, scope, note_id)
        return await self.find(owner_id, note_id)

    async def restore_version(self, owner_id: int, note_id: int, number: int) -> Note:
        """Make an earlier version the newest again, its files included; nothing in between is lost."""
        scope = self.scope(owner_id)
        async with self._database.transaction() as tx:
            note = await self._get(tx, scope, note_id)
            wanted = next((v for v in await self._store.versions(scope, note_id) if v.number == number), None)
            if wanted is None:
                raise NotFound("That version is not here.")
            then = await self._store.files_in(tx, scope, note_id, number)
            now = await self._writing.next(tx, scope, note, wanted.body, f"version {number} again", self._clock())
            await self._store.end_files(tx, scope, note_id, now)
            await self._writing.add_files(tx, scope, note_id, then, now)
            await self._writing.settle(tx, scope, note_id)
        return await self.find(owner_id, note_id)

    async def pin(self, owner_id: int, note_id: int, on: bool) -> Note:
        return await self._mark(owner_id, note_id, self._store.set_pinned, on)

    async def archive(self, owner_id: int, note_id: int, on: bool) -> Note:
        return await self._mark(owner_id, note_id, self._store.set_archived, on)

    async def trash(self, owner_id: int, note_id: int) -> Note:
        """Into the trash; it can be restored for 30 days."""
        return await self._mark(owner_id, note_id, self._store.set_trashed, self._clock())

    async def restore(self, owner_id: int, note_id: int) -> Note:
        return await self._mark(owner_id, note_id, self._store.set_trashed, None)

    async def shown(self, owner_id: int, note_id: int, message_id: int) -> None:
        """A message of the bot's shows this note: a reply to it is an addition."""
        async with self._database.transaction() as tx:
            await self._messages.add_card(tx, self.scope(owner_id), message_id, note_id)

    async def set_texts(self, owner_id: int, sha256: str, texts: Sequence[tuple[float | None, str]]) -> None:
        """What was read in a picture or heard in a recording, as (seconds or None, text): every note with it is found
        by it from now on."""
        scope = self.scope(owner_id)
        async with self._database.transaction() as tx:
            await self._store.clear_file_texts(tx, scope, sha256)
            for position, (start_seconds, text) in enumerate(texts):
                await self._store.add_file_text(tx, scope, sha256, position, start_seconds, text)
            for note_id in await self._store.notes_with(tx, scope, sha256):
                await self._writing.settle(tx, scope, note_id)

    async def rebuild(self, owner_id: int) -> None:
        """Read everything that is derived out of the notes' current versions again."""
        scope = self.scope(owner_id)
        async with self._database.transaction() as tx:
            for note_id in await self._store.every_id(tx, scope):
                await self._writing.settle(tx, scope, note_id)

    # ---- the house

    async def sweep(self) -> int:
        """At start, before anything arrives: remove files that a crash left without a row. Returns how many."""
        self._workshop.sweep()
        return await self._files.sweep(await self._house.hashes())

    async def empty_trash(self) -> int:
        """Remove for good what has been in the trash for 30 days, with the files that nothing else has."""
        old = await self._house.old_in_trash(self._clock() - TRASH_SECONDS)
        names: dict[str, str] = {}
        for owner_id, note_id in old:
            scope = self.scope(owner_id)
            for version in await self._store.versions(scope, note_id):
                for file in await self._store.files(scope, note_id, version.number):
                    names[file.sha256] = file.suffix
            async with self._database.transaction() as tx:
                await self._store.remove(tx, scope, note_id)
        if names:
            await self._keeping.remove_unused(set(names), await self._house.hashes(), names)
        return len(old)

    async def _get(self, tx: Tx, scope: Scope, note_id: int) -> Note:
        note = await self._store.find_in(tx, scope, note_id)
        if note is None:
            raise NotFound(GONE)
        return note

    async def _mark(self, owner_id: int, note_id: int, mark: Callable[..., Awaitable[int]], value: object) -> Note:
        async with self._database.transaction() as tx:
            if not await mark(tx, self.scope(owner_id), note_id, value):
                raise NotFound(GONE)
        self._changed(owner_id)
        return await self.find(owner_id, note_id)
