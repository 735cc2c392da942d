"""Which notes a summary reads: one note, a tag's, a search's, a book's, a week's. Always the asker's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.clock import Clock
from bot.errors import NotFound
from bot.notes.model import Note
from bot.notes.query import Filter, Query, parse
from bot.notes.service import NotesService
from bot.people.service import PeopleService
from bot.reading.service import ReadingService
from bot.summaries.model import MAX_NOTES, WEEK, About, Piece, Target


class Sources:
    def __init__(self, notes: NotesService, reading: ReadingService, people: PeopleService, clock: Clock) -> None:
        self._notes = notes
        self._reading = reading
        self._people = people
        self._clock = clock

    async def pieces(self, owner_id: int, target: Target) -> list[Piece]:
        """The notes with something to read in them. Raises NotFound, BadRequest for a search that cannot be read."""
        if target.about is About.NOTE:
            return _read([await self._notes.find(owner_id, int(target.subject))])
        if target.about is About.BOOK:
            book = await self._reading.find(owner_id, int(target.subject))
            words = await self._reading.shelf.own_words(owner_id, book)
            return [Piece(chapter.note_id or 0, chapter.name, text) for chapter, text in words if text.strip()]
        order = await self._notes.search.order(owner_id, await self._query(owner_id, target))
        found = []
        for note_id in order[:MAX_NOTES]:
            try:
                found.append(await self._notes.find(owner_id, note_id))
            except NotFound:  # removed a moment ago
                continue
        return _read(sorted(found, key=lambda note: note.created_utc))

    async def _query(self, owner_id: int, target: Target) -> Query:
        person = await self._people.find(owner_id)
        if target.about is About.TAG:
            return Query(filters=(Filter("tag", target.subject),))
        if target.about is About.SEARCH:
            return parse(target.subject, person.day(self._clock()), person.day_begins)
        first = date.fromisoformat(target.subject)
        begins, ends = person.day_begins(first), person.day_begins(first + WEEK + timedelta(days=1))
        return Query(filters=(Filter("after", begins), Filter("before", ends)))

    async def name(self, owner_id: int, target: Target) -> str:
        """What the target is called. Raises NotFound."""
        if target.about is About.NOTE:
            return (await self._notes.find(owner_id, int(target.subject))).title
        if target.about is About.BOOK:
            return (await self._reading.find(owner_id, int(target.subject))).title
        if target.about is About.TAG:
            return f"#{target.subject}"
        if target.about is About.WEEK:
            first = date.fromisoformat(target.subject)
            last = first + WEEK
            return f"{first.day} {first:%b} to {last.day} {last:%b}"
        return target.subject


def _read(notes: Sequence[Note]) -> list[Piece]:
    """Their own text, and what was read and heard in their files."""
    pieces = []
    for note in notes:
        parts = [note.body, *(file.text for file in note.files if file.text)]
        text = "\n\n".join(part for part in parts if part.strip())
        if text.strip():
            pieces.append(Piece(note.id, note.title, text))
    return pieces
