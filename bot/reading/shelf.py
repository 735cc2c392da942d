"""What a reader collects beside the chapters: questions, a glossary, and the index of a reference book."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.errors import BadRequest, NotFound
from bot.notes.markup import fold
from bot.notes.model import Note
from bot.notes.service import NotesService
from bot.reading.desk import Desk, chapter_of
from bot.reading.model import (
    MAX_ANSWER,
    MAX_MEANING,
    MAX_QUESTION,
    MAX_TERM,
    MAX_TOPIC,
    Book,
    Chapter,
    Place,
    Proposal,
    Question,
    Stage,
    Term,
)
from bot.reading.terms import recurring

GONE_QUESTION = "That question is not here any more."
GONE_TERM = "That term is not here any more."
MAX_LINES = 40
_TOPIC = re.compile(r"(?P<topic>.+?)(?:\s*(?::|=|→|->|\t| {2,}| - | – | — )\s*)(?P<place>\S.*)")


@dataclass(frozen=True, slots=True)
class Found:
    """A place in a reference book that fits what was looked for."""

    topic: str
    place: str


class Shelf:
    def __init__(self, desk: Desk, notes: NotesService) -> None:
        self._desk = desk
        self._notes = notes

    # ---- questions

    async def ask(self, owner_id: int, book_id: int, chapter_id: int | None, text: str) -> list[str]:
        """One question a line; those that were added. Raises BadRequest for none."""
        asked = _lines(text, MAX_QUESTION)
        if not asked:
            raise BadRequest("Write your questions, one on each line.")
        scope, book = self._desk.scope(owner_id), await self._desk.find(owner_id, book_id)
        if chapter_id is not None:
            chapter_of(book, chapter_id)
        async with self._desk.database.transaction() as tx:
            known = {fold(one.text) for one in await self._desk.shelves.questions_in(tx, scope, book_id)}
            fresh = [one for one in asked if fold(one) not in known]
            for one in fresh:
                await self._desk.shelves.add_question(tx, scope, book_id, chapter_id, one, self._desk.clock())
            await self._desk.books.change(tx, scope, book_id, self._desk.clock())
        return fresh

    async def question(self, owner_id: int, question_id: int) -> Question:
        """Raises NotFound."""
        question = await self._desk.shelves.question(self._desk.scope(owner_id), question_id)
        if question is None:
            raise NotFound(GONE_QUESTION)
        return question

    async def answer(self, owner_id: int, question_id: int, text: str) -> Question:
        """Answered in words, by the chapter being read. Raises BadRequest for nothing."""
        if not text.strip():
            raise BadRequest("Write the answer. To tick it off without one there is a button.")
        return await self._answered(owner_id, question_id, text.strip()[:MAX_ANSWER])

    async def tick(self, owner_id: int, question_id: int) -> Question:
        """Answered, by the chapter being read, without writing it down."""
        return await self._answered(owner_id, question_id, "")

    async def reopen(self, owner_id: int, question_id: int) -> Question:
        """Open again; what was written as its answer is kept for the next try."""
        question = await self.question(owner_id, question_id)
        async with self._desk.database.transaction() as tx:
            scope = self._desk.scope(owner_id)
            await self._desk.shelves.answer(tx, scope, question_id, question.answer, None, None)
        return await self.question(owner_id, question_id)

    async def remove_question(self, owner_id: int, question_id: int, removed: bool = True) -> Question:
        """Or bring it back. Raises NotFound."""
        async with self._desk.database.transaction() as tx:
            if not await self._desk.shelves.set_question_removed(tx, self._desk.scope(owner_id), question_id, removed):
                raise NotFound(GONE_QUESTION)
        return await self.question(owner_id, question_id)

    async def _answered(self, owner_id: int, question_id: int, answer: str) -> Question:
        question = await self.question(owner_id, question_id)
        book = await self._desk.find(owner_id, question.book_id)
        async with self._desk.database.transaction() as tx:
            scope, now = self._desk.scope(owner_id), self._desk.clock()
            await self._desk.shelves.answer(tx, scope, question_id, answer, book.chapter_id, now)
            await self._desk.books.change(tx, scope, book.id, now)
        return await self.question(owner_id, question_id)

    # ---- the glossary

    async def proposals(self, owner_id: int, book_id: int) -> list[Proposal]:
        """Terms that came back in several chapters and are neither kept nor refused yet."""
        book = await self._desk.find(owner_id, book_id)
        terms = await self._desk.shelves.terms(self._desk.scope(owner_id), book_id)
        texts = [f"{chapter.title}\n{words}" for chapter, words in await self.own_words(owner_id, book)]
        return recurring(texts, [term.term for term in terms])

    async def keep_term(self, owner_id: int, book_id: int, term: str, meaning: str) -> Term:
        """Into the glossary, or with a new meaning. Raises BadRequest without a term or a meaning."""
        name, said = " ".join(term.split())[:MAX_TERM], meaning.strip()[:MAX_MEANING]
        if not name or not said:
            raise BadRequest("A term needs its name and a meaning, in your own words.")
        scope = self._desk.scope(owner_id)
        async with self._desk.database.transaction() as tx:
            await self._desk.get(tx, scope, book_id)
            await self._desk.shelves.put_term(tx, scope, book_id, name, said)
            await self._desk.books.change(tx, scope, book_id, self._desk.clock())
        return await self._named(owner_id, book_id, name)

    async def refuse_term(self, owner_id: int, book_id: int, term: str) -> Term:
        """Not into the glossary: it is not proposed again, and taken out if it was there."""
        scope, name = self._desk.scope(owner_id), " ".join(term.split())[:MAX_TERM]
        async with self._desk.database.transaction() as tx:
            await self._desk.get(tx, scope, book_id)
            await self._desk.shelves.refuse_term(tx, scope, book_id, name)
            await self._desk.books.change(tx, scope, book_id, self._desk.clock())
        return await self._named(owner_id, book_id, name)

    async def want_term(self, owner_id: int, term_id: int) -> None:
        """Take a refusal back. Raises NotFound."""
        term = await self.term(owner_id, term_id)
        async with self._desk.database.transaction() as tx:
            await self._desk.shelves.forget_refusal(tx, self._desk.scope(owner_id), term.id)

    async def term(self, owner_id: int, term_id: int) -> Term:
        """Raises NotFound."""
        term = await self._desk.shelves.term(self._desk.scope(owner_id), term_id)
        if term is None:
            raise NotFound(GONE_TERM)
        return term

    async def _named(self, owner_id: int, book_id: int, name: str) -> Term:
        terms = await self._desk.shelves.terms(self._desk.scope(owner_id), book_id)
        return next(term for term in terms if fold(term.term) == fold(name))

    # ---- the index of a reference book

    async def add_places(self, owner_id: int, book_id: int, text: str) -> int:
        """Lines like “joins: p. 88”; how many there were. Raises BadRequest for none."""
        entries = [match for line in _lines(text, 300) if (match := _TOPIC.fullmatch(line))]
        if not entries:
            raise BadRequest("Write what is where, one on each line: `window functions: p. 212`.")
        scope = self._desk.scope(owner_id)
        async with self._desk.database.transaction() as tx:
            await self._desk.get(tx, scope, book_id)
            for entry in entries:
                topic, place = entry["topic"].strip()[:MAX_TOPIC], entry["place"].strip()[:MAX_TOPIC]
                await self._desk.shelves.add_place(tx, scope, book_id, topic, place)
            await self._desk.books.change(tx, scope, book_id, self._desk.clock())
        return len(entries)

    async def places(self, owner_id: int, book_id: int) -> list[Place]:
        """What the reader wrote, by topic."""
        await self._desk.find(owner_id, book_id)
        return await self._desk.shelves.places(self._desk.scope(owner_id), book_id)

    async def remove_place(self, owner_id: int, place_id: int, removed: bool = True) -> None:
        """Or bring it back. Raises NotFound."""
        async with self._desk.database.transaction() as tx:
            if not await self._desk.shelves.set_place_removed(tx, self._desk.scope(owner_id), place_id, removed):
                raise NotFound("That entry is not here any more.")

    async def look_up(self, owner_id: int, book_id: int, words: str, limit: int = 12) -> list[Found]:
        """Where to find something: the reader's own entries first, then the contents and the glossary."""
        book = await self._desk.find(owner_id, book_id)
        own = [Found(place.topic, place.place) for place in await self.places(owner_id, book_id)]
        listed = [found for chapter in book.chapters for found in _in_contents(chapter)]
        terms = await self._desk.shelves.terms(self._desk.scope(owner_id), book_id)
        glossary = [Found(term.term, term.meaning) for term in terms if not term.refused]
        wanted = fold(words).split()
        ranked = []
        for number, found in enumerate([*own, *listed, *glossary]):
            text = fold(f"{found.topic} {found.place}")
            hits = sum(word in text for word in wanted)
            if hits:
                ranked.append((-hits, number, found))
        return [found for _, _, found in sorted(ranked, key=lambda one: one[:2])[:limit]]

    # ---- notes

    async def own_words(self, owner_id: int, book: Book) -> list[tuple[Chapter, str]]:
        """What was written about each chapter, without the heading and the tag; chapters without notes are left out."""
        found = []
        for chapter in book.chapters:
            if chapter.note_id is not None and (note := await self._note(owner_id, chapter.note_id)):
                found.append((chapter, own_words(note)))
        return found

    async def _note(self, owner_id: int, note_id: int) -> Note | None:
        try:
            note = await self._notes.find(owner_id, note_id)
        except NotFound:
            return None
        return None if note.trashed_utc is not None else note

    # ---- for the reviews

    async def chapters_in_review(self, owner_id: int) -> set[int]:
        return await self._desk.books.chapters_in_review(self._desk.scope(owner_id))

    async def terms_in_review(self, owner_id: int) -> set[int]:
        return await self._desk.shelves.known_terms(self._desk.scope(owner_id))

    async def questions_in_review(self, owner_id: int) -> set[int]:
        return await self._desk.shelves.answered(self._desk.scope(owner_id))

    async def chapter(self, owner_id: int, chapter_id: int) -> tuple[Book, Chapter, str]:
        """The chapter with its book and what was written about it. Raises NotFound."""
        chapter = await self._desk.books.chapter(self._desk.scope(owner_id), chapter_id)
        if chapter is None:
            raise NotFound("That chapter is not here any more.")
        note = None if chapter.note_id is None else await self._note(owner_id, chapter.note_id)
        return await self._desk.find(owner_id, chapter.book_id), chapter, own_words(note) if note else ""


def own_words(note: Note) -> str:
    """A chapter's note without its first line and without the line that is only a tag."""
    lines = [line for line in note.body.split("\n")[1:] if not re.fullmatch(r"\s*#book(?:/\S+)?\s*", line)]
    return "\n".join(lines).strip()


def is_looked_up(book: Book) -> bool:
    return book.reference and book.stage is not Stage.PREFACE


def _in_contents(chapter: Chapter) -> list[Found]:
    where = chapter.name
    found = [Found(chapter.name, f"p. {chapter.page}" if chapter.page is not None else "a chapter")]
    for heading in chapter.headings:
        page = f"p. {heading.page}, " if heading.page is not None else ""
        found.append(Found(heading.title, f"{page}in {where}"))
    return found


def _lines(text: str, longest: int) -> list[str]:
    """Each line once, without bullets and numbers in front."""
    tidy = (re.sub(r"^\s*(?:[-*•]|\d{1,2}[.)])\s+", "", line).strip() for line in text.splitlines())
    return list(dict.fromkeys(" ".join(line.split())[:longest] for line in tidy if line))[:MAX_LINES]
