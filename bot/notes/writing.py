"""Writing a note's next version, and what is read out of it beside it. Inside a transaction."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence

from bot.db.database import Tx
from bot.errors import BadRequest, NotFound, OverLimit
from bot.notes.derived_store import DerivedStore
from bot.notes.markup import tags_of
from bot.notes.model import MAX_BODY, MAX_NOTEBOOK, Note, NoteFile, Version
from bot.notes.reading_out import ReadOut, read_out
from bot.notes.scope import Scope
from bot.notes.store import NotesStore
from bot.notes.vector_store import VectorStore

GONE = "That note is not here: it was removed, or it is somebody else's."
OnTags = Callable[[Tx, int, int, Sequence[str], float], Awaitable[None]]
"""The note's transaction, owner, id, tags, and when it was first written (UTC seconds)."""

log = logging.getLogger(__name__)


class Writing:
    """``on_change`` is told, just before the commit, whose note has a new text; ``on_tags`` its tags, in the same
    transaction: what hangs on them is kept with the note."""

    def __init__(self, store: NotesStore, derived: DerivedStore, vectors: VectorStore) -> None:
        self._store = store
        self._derived = derived
        self._vectors = vectors
        self.on_change: Callable[[int], None] = lambda _: None
        self.on_tags: OnTags | None = None

    async def first(self, tx: Tx, scope: Scope, note: Note, why: str) -> int:
        """A new note with its first version; the note's id. Raises OverLimit for an endless text."""
        _check(note.body)
        note_id = await self._store.add(tx, scope, note)
        await self._store.add_version(tx, scope, note_id, Version(1, note.body, why, note.created_utc))
        await self._tell_tags(tx, scope, note_id, note.body, note.created_utc)
        return note_id

    async def next(
        self, tx: Tx, scope: Scope, note: Note, body: str, why: str, now_utc: float, *, tell: bool = True
    ) -> int:
        """The note's next version, to be followed by ``settle``; its number. Raises OverLimit.

        ``tell`` False for what nobody wrote just now.
        """
        _check(body)
        number = note.version + 1
        await self._store.add_version(tx, scope, note.id, Version(number, body, why, now_utc))
        await self._store.set_version(tx, scope, note.id, number, note.title, now_utc)
        if tell:
            await self._tell_tags(tx, scope, note.id, body, note.created_utc)
        return number

    async def _tell_tags(self, tx: Tx, scope: Scope, note_id: int, body: str, created_utc: float) -> None:
        """No note is lost for what somebody else makes of its tags."""
        if self.on_tags is not None and (tags := tags_of(body)):
            try:
                await self.on_tags(tx, scope.owner_id, note_id, tags, created_utc)
            except Exception:
                log.exception("the tags of note %d could not be dealt with", note_id)

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
        found = read_out(note.body, files, previews, (note.notebook, note.source))
        await self._store.set_version(tx, scope, note_id, note.version, found.title, note.updated_utc)
        await self._derived.clear(tx, scope, note_id)
        await self._derived.add(tx, scope, [(note_id, found)])
        await self._vectors.forget(tx, scope, note_id)
        self.on_change(scope.owner_id)

    async def settle_new(self, tx: Tx, scope: Scope, found: Sequence[tuple[int, ReadOut]]) -> None:
        """The same for notes that were just added, all at once; their titles are in their rows already."""
        await self._derived.add(tx, scope, found)
        self.on_change(scope.owner_id)


def _check(body: str) -> None:
    if len(body) > MAX_BODY:
        raise OverLimit(f"That note has {len(body):,} characters; the most is {MAX_BODY:,}. Send it as a file instead.")


def tidy_notebook(name: str) -> str:
    """A notebook's name as it is kept. Raises BadRequest for an endless one."""
    words = " ".join(name.split())
    if len(words) > MAX_NOTEBOOK:
        raise BadRequest(f"A notebook's name has {MAX_NOTEBOOK} characters at most.")
    return words
