"""Writing a note's next version, and reading out of it what lists and searches need. Inside a transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.db.database import Tx
from bot.errors import NotFound, OverLimit
from bot.notes.derived_store import DerivedStore
from bot.notes.markup import links_of, tags_of, tasks_of, title_of
from bot.notes.model import MAX_BODY, Kind, Note, NoteFile, Version
from bot.notes.scope import Scope
from bot.notes.store import NotesStore
from bot.notes.vector_store import VectorStore

GONE = "That note is not here: it was removed, or it is somebody else's."
UNTITLED = "Untitled"


class Writing:
    """``on_change`` is told, just before the commit, that some note has a new text."""

    def __init__(self, store: NotesStore, derived: DerivedStore, vectors: VectorStore) -> None:
        self._store = store
        self._derived = derived
        self._vectors = vectors
        self.on_change: Callable[[], None] = lambda: None

    async def first(self, tx: Tx, scope: Scope, note: Note, why: str) -> int:
        """A new note with its first version; the note's id. Raises OverLimit for an endless text."""
        _check(note.body)
        note_id = await self._store.add(tx, scope, note)
        await self._store.add_version(tx, scope, note_id, Version(1, note.body, why, note.created_utc))
        return note_id

    async def next(self, tx: Tx, scope: Scope, note: Note, body: str, why: str, now_utc: float) -> int:
        """The note's next version, to be followed by ``settle``; its number. Raises OverLimit."""
        _check(body)
        number = note.version + 1
        await self._store.add_version(tx, scope, note.id, Version(number, body, why, now_utc))
        await self._store.set_version(tx, scope, note.id, number, note.title, now_utc)
        return number

    async def add_files(
        self, tx: Tx, scope: Scope, note_id: int, files: Sequence[NoteFile], version: int, message_id: int | None = None
    ) -> None:
        for file in files:
            await self._store.add_file(tx, scope, note_id, file, version, message_id)

    async def settle(self, tx: Tx, scope: Scope, note_id: int) -> None:
        """Read title, tags, links, tasks and words out of the current version."""
        note = await self._store.find_in(tx, scope, note_id)
        if note is None:
            raise NotFound(GONE)
        files = await self._store.files_in(tx, scope, note_id, note.version)
        previews = await self._derived.previews(tx, scope, note_id)
        title = title_of(note.body) or next((preview.title for preview in previews), "")
        title = title or (files[0].name if files else UNTITLED)
        await self._store.set_version(tx, scope, note_id, note.version, title, note.updated_utc)
        await self._derived.clear(tx, scope, note_id)
        await self._derived.set_tags(tx, scope, note_id, tags_of(note.body))
        await self._derived.set_links(tx, scope, note_id, links_of(note.body))
        await self._derived.set_tasks(tx, scope, note_id, tasks_of(note.body))
        await self._vectors.forget(tx, scope, note_id)
        self.on_change()
        names = [file.name for file in files] + [f"{p.title} {p.description}" for p in previews]
        await self._derived.set_texts(
            tx,
            scope,
            note_id,
            title=title,
            body=note.body,
            pictures="\n".join(f.text or "" for f in files if f.kind is not Kind.AUDIO and f.kind is not Kind.VIDEO),
            speech="\n".join(f.text or "" for f in files if f.kind in (Kind.AUDIO, Kind.VIDEO)),
            names="\n".join((*names, note.notebook, note.source)),
        )


def _check(body: str) -> None:
    if len(body) > MAX_BODY:
        raise OverLimit(f"That note has {len(body):,} characters; the most is {MAX_BODY:,}. Send it as a file instead.")
