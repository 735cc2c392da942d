"""What can be reviewed, and what a card of it asks: notes that were chosen, chapters, terms, answered questions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from bot.errors import NotFound
from bot.notes.service import NotesService
from bot.reading.service import ReadingService
from bot.review.model import Face, Kind

REREAD = "You have no notes on it yet: read the chapter once more, then say it."


class Source(Protocol):
    async def present(self, owner_id: int, known: set[int]) -> set[int]:
        """What can be asked: of ``known`` those that still can, and whatever has a card without being chosen."""

    async def face(self, owner_id: int, subject_id: int) -> Face | None:
        """None while there is nothing to ask: it was removed, or is in the trash."""


class ChosenNotes:
    def __init__(self, notes: NotesService) -> None:
        self._notes = notes

    async def present(self, owner_id: int, known: set[int]) -> set[int]:
        return await self._notes.present(owner_id, known)

    async def face(self, owner_id: int, subject_id: int) -> Face | None:
        try:
            note = await self._notes.find(owner_id, subject_id)
        except NotFound:
            return None
        if note.trashed_utc is not None:
            return None
        body = note.body.strip()
        back = body[len(note.title) :].strip() if body.startswith(note.title) else body
        return Face(f"What do you know of “{note.title}”?", back or note.title, note.notebook)


class Chapters:
    def __init__(self, reading: ReadingService) -> None:
        self._reading = reading

    async def present(self, owner_id: int, known: set[int]) -> set[int]:
        return await self._reading.shelf.chapters_in_review(owner_id)

    async def face(self, owner_id: int, subject_id: int) -> Face | None:
        try:
            book, chapter, words = await self._reading.shelf.chapter(owner_id, subject_id)
        except NotFound:
            return None
        if book.removed_utc is not None or not (words or chapter.again):
            return None
        headings = "\n".join(f"· {heading.title}" for heading in chapter.headings)
        back = words or f"{REREAD}\n{headings}".strip()
        return Face(f"What does “{chapter.name}” say? In your own words.", back, book.title)


class Terms:
    def __init__(self, reading: ReadingService) -> None:
        self._reading = reading

    async def present(self, owner_id: int, known: set[int]) -> set[int]:
        return await self._reading.shelf.terms_in_review(owner_id)

    async def face(self, owner_id: int, subject_id: int) -> Face | None:
        try:
            term = await self._reading.shelf.term(owner_id, subject_id)
            book = await self._reading.find(owner_id, term.book_id)
        except NotFound:
            return None
        return None if term.refused or book.removed_utc else Face(term.term, term.meaning, book.title)


class Questions:
    def __init__(self, reading: ReadingService) -> None:
        self._reading = reading

    async def present(self, owner_id: int, known: set[int]) -> set[int]:
        return await self._reading.shelf.questions_in_review(owner_id)

    async def face(self, owner_id: int, subject_id: int) -> Face | None:
        try:
            question = await self._reading.shelf.question(owner_id, subject_id)
            book = await self._reading.find(owner_id, question.book_id)
        except NotFound:
            return None
        return None if not question.answer or book.removed_utc else Face(question.text, question.answer, book.title)


def sources(notes: NotesService, reading: ReadingService) -> Mapping[Kind, Source]:
    return {
        Kind.NOTE: ChosenNotes(notes),
        Kind.CHAPTER: Chapters(reading),
        Kind.TERM: Terms(reading),
        Kind.QUESTION: Questions(reading),
    }
