"""Reading books by a method: what a reader may do, and where that takes them. Every verb names the owner first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.clock import Clock
from bot.db.database import Database, Tx
from bot.errors import BadRequest, NotFound, OverLimit
from bot.notes.markup import fold
from bot.notes.scope import Scope
from bot.notes.service import NotesService
from bot.people.service import PeopleService
from bot.reading.contents import Draft, parse
from bot.reading.desk import Desk
from bot.reading.limits import is_reached, read_limit
from bot.reading.method import after_preface, next_chapter
from bot.reading.model import (
    MAX_BOOKS,
    MAX_CONTENTS,
    MAX_PREFACE,
    MAX_TITLE,
    MOST_CHAPTERS,
    Book,
    Question,
    Stage,
    Step,
    Term,
)
from bot.reading.shelf import Shelf
from bot.reading.steps import Steps

REMOVED_SECONDS = 30 * 86_400.0


@dataclass(frozen=True, slots=True)
class Reading:
    """A book with all that its card shows. ``enough``: the limit is reached."""

    book: Book
    questions: tuple[Question, ...]
    terms: tuple[Term, ...]
    enough: bool

    @property
    def open_questions(self) -> list[Question]:
        return [question for question in self.questions if question.is_open]

    @property
    def glossary(self) -> list[Term]:
        return [term for term in self.terms if not term.refused]


class ReadingService:
    def __init__(self, database: Database, notes: NotesService, people: PeopleService, clock: Clock) -> None:
        self._desk = Desk(database, clock)
        self._people = people
        self.steps = Steps(self._desk, notes)
        self.shelf = Shelf(self._desk, notes)

    # ---- looking

    async def find(self, owner_id: int, book_id: int) -> Book:
        """Raises NotFound; a removed book is found too."""
        return await self._desk.find(owner_id, book_id)

    async def reading(self, owner_id: int, book_id: int) -> Reading:
        """Raises NotFound."""
        book, scope = await self._desk.find(owner_id, book_id), self._desk.scope(owner_id)
        book = await self.steps.mend(owner_id, book)
        questions = await self._desk.shelves.questions(scope, book_id)
        terms = await self._desk.shelves.terms(scope, book_id)
        person = await self._people.find(owner_id)
        finished: list[date] = [person.day(one.finished_utc) for one in book.chapters if one.finished_utc is not None]
        enough = book.stage is Stage.CHAPTERS and is_reached(book, finished, person.day(self._desk.clock()))
        return Reading(book, tuple(questions), tuple(terms), enough)

    async def latest(self, owner_id: int) -> Book:
        """The one read last. Raises NotFound when there is none."""
        found = await self._desk.books.listed(self._desk.scope(owner_id), "", 1)
        if not found:
            raise NotFound("You have no book here yet. Begin one with `/read start`.")
        return await self._desk.find(owner_id, found[0].id)

    async def listed(self, owner_id: int, part: str = "", limit: int = 25) -> list[Book]:
        """Without their chapters; the one read last comes first."""
        return await self._desk.books.listed(self._desk.scope(owner_id), part.strip(), limit)

    async def by_name(self, owner_id: int, name: str) -> Book:
        """By what autocomplete gave (an id), or by a part of the title. Raises NotFound."""
        if name.isdecimal() and len(name) < 18:
            book = await self._desk.books.find(self._desk.scope(owner_id), int(name))
            if book is not None and book.removed_utc is None:
                return book
        found = await self.listed(owner_id, name, 1)
        if not found:
            raise NotFound(f"You have no book called “{name[:60]}”.")
        return await self._desk.find(owner_id, found[0].id)

    async def contents(self, owner_id: int, book_id: int) -> str:
        """The table of contents as it was pasted."""
        return await self._desk.books.contents(self._desk.scope(owner_id), book_id)

    # ---- beginning

    async def start(self, owner_id: int, title: str, contents: str, *, reference: bool = False) -> Book:
        """A new book, before its preface. Raises BadRequest without a title, OverLimit."""
        name = " ".join(title.split())[:MAX_TITLE]
        if not name:
            raise BadRequest("What is the book's title?")
        scope = self._desk.scope(owner_id)
        if await self._desk.books.count(scope) >= MAX_BOOKS:
            raise OverLimit(f"You have {MAX_BOOKS} books here, the most for one person. Remove one first.")
        drafts = parse(contents)
        async with self._desk.database.transaction() as tx:
            book_id = await self._desk.books.add(tx, scope, name, contents.strip(), reference, self._desk.clock())
            await self._add_chapters(tx, scope, book_id, 0, drafts)
            await self._desk.books.forget_removed(tx, scope, self._desk.clock() - REMOVED_SECONDS)
        return await self._desk.find(owner_id, book_id)

    async def set_contents(self, owner_id: int, book_id: int, contents: str, *, more: bool) -> Book:
        """Take the contents anew, or add ``more`` behind. Raises BadRequest when chapters that were begun would go."""
        scope, drafts = self._desk.scope(owner_id), parse(contents)
        if not drafts:
            raise BadRequest("I found no chapter in that. Paste one line for each.")
        async with self._desk.database.transaction() as tx:
            book = await self._desk.get(tx, scope, book_id)
            before = await self._desk.books.contents(scope, book_id)
            if not more:
                if any(chapter.step is not Step.SCAN or chapter.note_id for chapter in book.chapters):
                    raise BadRequest("You have begun to read it: chapters can be added and split, not taken anew.")
                await self._desk.books.remove_chapters(tx, scope, [chapter.id for chapter in book.chapters])
            kept = book.chapters if more else ()
            if len(kept) + len(drafts) > MOST_CHAPTERS or len(before) + len(contents) > MAX_CONTENTS:
                raise OverLimit(f"A book has {MOST_CHAPTERS} chapters at most here.")
            first = await self._add_chapters(tx, scope, book_id, len(kept), drafts)
            text = f"{before}\n{contents.strip()}".strip() if more else contents.strip()
            await self._desk.books.change(tx, scope, book_id, self._desk.clock(), contents=text)
            if book.stage in (Stage.CHAPTERS, Stage.FINISHED) and (not more or book.chapter_id is None):
                await self._desk.books.change(
                    tx, scope, book_id, self._desk.clock(), chapter_id=first, stage=Stage.CHAPTERS, finished_utc=None
                )
        return await self._desk.find(owner_id, book_id)

    async def preface(self, owner_id: int, book_id: int, who: str, about: str, how: str) -> Book:
        """What the preface says; all may be empty. Then the chapters begin, or the index."""
        scope = self._desk.scope(owner_id)
        async with self._desk.database.transaction() as tx:
            book = await self._desk.get(tx, scope, book_id)
            said = {"who": who, "about": about, "how": how}
            values: dict[str, object] = {key: text.strip()[:MAX_PREFACE] for key, text in said.items()}
            if book.stage is Stage.PREFACE:
                first = next_chapter(book.chapters, None)
                values |= {"stage": after_preface(book), "chapter_id": first.id if first else None}
                if book.reference:
                    values["chapter_id"] = None
            await self._desk.books.change(tx, scope, book_id, self._desk.clock(), **values)
        return await self._desk.find(owner_id, book_id)

    # ---- the book as a whole

    async def set_limit(self, owner_id: int, book_id: int, text: str) -> Book:
        """Raises BadRequest for words that are no limit."""
        limit = read_limit(text)
        return await self._desk.change(owner_id, book_id, stop_at=str(limit) if limit else "", gone_on=0)

    async def go_on(self, owner_id: int, book_id: int) -> Book:
        """One more chapter, in spite of the limit."""
        book = await self._desk.find(owner_id, book_id)
        return await self._desk.change(owner_id, book_id, gone_on=book.done + 1)

    async def stop(self, owner_id: int, book_id: int) -> Book:
        return await self._desk.change(owner_id, book_id, stage=Stage.STOPPED)

    async def resume(self, owner_id: int, book_id: int) -> Book:
        """Where it was left."""
        book = await self._desk.find(owner_id, book_id)
        if book.stage is not Stage.STOPPED:
            return book
        stage = Stage.INDEX if book.reference else Stage.CHAPTERS if book.chapter else Stage.PREFACE
        return await self._desk.change(owner_id, book_id, stage=stage)

    async def rename(self, owner_id: int, book_id: int, title: str) -> Book:
        name = " ".join(title.split())[:MAX_TITLE]
        if not name:
            raise BadRequest("What is the book's title?")
        return await self._desk.change(owner_id, book_id, title=name, folded=fold(name))

    async def remove(self, owner_id: int, book_id: int) -> Book:
        """Off the shelf; it can be brought back for 30 days. Its notes stay in the notebook."""
        return await self._desk.change(owner_id, book_id, removed_utc=self._desk.clock())

    async def bring_back(self, owner_id: int, book_id: int) -> Book:
        return await self._desk.change(owner_id, book_id, removed_utc=None)

    async def set_cover(self, owner_id: int, book_id: int, job_id: int) -> Book:
        """The picture that is being drawn for it."""
        return await self._desk.change(owner_id, book_id, cover_job_id=job_id)

    # ---- inside

    async def _add_chapters(self, tx: Tx, scope: Scope, book_id: int, at: int, drafts: Sequence[Draft]) -> int | None:
        """The id of the first."""
        ids = [await self._desk.books.add_chapter(tx, scope, book_id, at + n, draft) for n, draft in enumerate(drafts)]
        return next(iter(ids), None)
