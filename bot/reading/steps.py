"""Step by step through a book: next, back, skip, notes in one's own words, parts of a long chapter."""

from __future__ import annotations

import asyncio
import re
from collections import defaultdict
from dataclasses import replace

from bot.db.database import Tx
from bot.errors import BadRequest, OverLimit
from bot.notes.markup import fold
from bot.notes.model import MAX_NOTEBOOK, Incoming
from bot.notes.scope import Scope
from bot.notes.service import NotesService
from bot.reading.contents import parse
from bot.reading.desk import Desk, chapter_of
from bot.reading.method import BY_NEXT, FORWARD, next_chapter, previous
from bot.reading.model import MOST_CHAPTERS, Book, Chapter, Stage, Step


class Steps:
    def __init__(self, desk: Desk, notes: NotesService) -> None:
        self._desk = desk
        self._notes = notes
        self._writing: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def advance(self, owner_id: int, book_id: int, chapter_id: int, step: Step) -> Book:
        """ "Next" on a step without words. An older card's press changes nothing."""

        async def move(tx: Tx, scope: Scope, book: Book, chapter: Chapter) -> None:
            if chapter.step is step and step in BY_NEXT:
                await self._move(tx, scope, book, chapter, FORWARD[step])

        return await self._desk.with_chapter(owner_id, book_id, chapter_id, move)

    async def back(self, owner_id: int, book_id: int) -> Book:
        """One step back, from the beginning to the preface; nothing that was written is lost."""
        scope = self._desk.scope(owner_id)
        async with self._desk.database.transaction() as tx:
            book = await self._desk.get(tx, scope, book_id)
            before = previous(book)
            if before is None:
                await self._desk.books.change(
                    tx, scope, book_id, self._desk.clock(), stage=Stage.PREFACE, chapter_id=None
                )
            else:
                chapter, step = before
                await self._desk.books.change_chapter(tx, scope, chapter.id, step=step)
                await self._desk.books.change(
                    tx,
                    scope,
                    book_id,
                    self._desk.clock(),
                    chapter_id=chapter.id,
                    stage=Stage.CHAPTERS,
                    finished_utc=None,
                )
        return await self._desk.find(owner_id, book_id)

    async def go_to(self, owner_id: int, book_id: int, chapter_id: int) -> Book:
        """Read that chapter now: one that was skipped from its beginning, one that is done once more."""

        async def move(tx: Tx, scope: Scope, book: Book, chapter: Chapter) -> None:
            step = {Step.SKIPPED: Step.SCAN, Step.DONE: Step.READ}.get(chapter.step, chapter.step)
            await self._desk.books.change_chapter(tx, scope, chapter.id, step=step)
            await self._desk.books.change(
                tx, scope, book.id, self._desk.clock(), chapter_id=chapter.id, stage=Stage.CHAPTERS, finished_utc=None
            )

        return await self._desk.with_chapter(owner_id, book_id, chapter_id, move)

    async def skip(self, owner_id: int, book_id: int, chapter_id: int) -> Book:
        """Leave the chapter out, for now or for good."""

        async def move(tx: Tx, scope: Scope, book: Book, chapter: Chapter) -> None:
            if not chapter.step.is_over:
                await self._move(tx, scope, book, chapter, Step.SKIPPED)

        return await self._desk.with_chapter(owner_id, book_id, chapter_id, move)

    async def later(self, owner_id: int, book_id: int, chapter_id: int) -> Book:
        """Go on with the next chapter; this one waits where it is."""

        async def move(tx: Tx, scope: Scope, book: Book, chapter: Chapter) -> None:
            await self._move(tx, scope, book, chapter, chapter.step)

        return await self._desk.with_chapter(owner_id, book_id, chapter_id, move)

    async def cannot_say(self, owner_id: int, book_id: int, chapter_id: int) -> Book:
        """ "Can't say it yet": back to reading the chapter, and into the reviews."""

        async def move(tx: Tx, scope: Scope, book: Book, chapter: Chapter) -> None:
            if chapter.step is Step.NOTES:
                await self._desk.books.change_chapter(tx, scope, chapter.id, step=Step.READ, again=chapter.again + 1)
                await self._desk.books.change(tx, scope, book.id, self._desk.clock())

        return await self._desk.with_chapter(owner_id, book_id, chapter_id, move)

    async def write_notes(self, owner_id: int, book_id: int, chapter_id: int, text: str, key: int) -> Book:
        """The chapter in one's own words: a note of the notebook, or more of the one that there is.

        ``key`` makes sure that sending the form twice makes one note, and two forms at once make one with both texts.
        Raises BadRequest for nothing.
        """
        words = text.strip()
        if not words:
            raise BadRequest("Write what you remember, in your own words. Or say that you can't yet.")
        async with self._writing[owner_id]:
            book = await self._desk.find(owner_id, book_id)
            chapter = chapter_of(book, chapter_id)
            scope = self._desk.scope(owner_id)
            async with self._desk.database.transaction() as tx:
                await self._desk.books.change_chapter(tx, scope, chapter.id, note_key=key)
            note_id = await self._note(owner_id, book, chapter, words, key)
            return await self._written(owner_id, book_id, chapter_id, note_id)

    async def mend(self, owner_id: int, book: Book) -> Book:
        """Give a note to its chapter that a crash kept from it."""
        for chapter in book.chapters:
            if chapter.note_key is None or not await self._notes.capture.is_known(owner_id, chapter.note_key):
                continue
            known = await self._notes.capture.capture(owner_id, Incoming(chapter.note_key, self._desk.clock()))
            if known.note_id:
                book = await self._written(owner_id, book.id, chapter.id, known.note_id)
        return book

    async def _written(self, owner_id: int, book_id: int, chapter_id: int, note_id: int) -> Book:
        async def move(tx: Tx, scope: Scope, book: Book, chapter: Chapter) -> None:
            await self._desk.books.change_chapter(tx, scope, chapter.id, note_id=note_id, note_key=None)
            if chapter.step in (Step.NOTES, Step.READ):
                await self._desk.books.change_chapter(tx, scope, chapter.id, step=Step.QUESTIONS)
            await self._desk.books.change(tx, scope, book.id, self._desk.clock())

        return await self._desk.with_chapter(owner_id, book_id, chapter_id, move)

    async def split(self, owner_id: int, book_id: int, chapter_id: int, text: str) -> Book:
        """Read a chapter in parts, one a line. Raises BadRequest for less than two, or once there are notes."""
        drafts = parse("\n".join(f"- {line.strip()}" for line in text.splitlines() if line.strip()))
        if len(drafts) < 2:
            raise BadRequest("Write at least two parts, one on each line.")

        async def move(tx: Tx, scope: Scope, book: Book, chapter: Chapter) -> None:
            if chapter.note_id is not None or chapter.step.is_over:
                raise BadRequest("That chapter has notes already, so it stays in one piece.")
            if len(book.chapters) + len(drafts) > MOST_CHAPTERS:
                raise OverLimit(f"A book has {MOST_CHAPTERS} chapters at most here.")
            await self._desk.books.change_chapter(tx, scope, chapter.id, step=Step.SPLIT)
            await self._desk.books.make_room(tx, scope, book.id, chapter.position, len(drafts) - 1)
            ids = []
            for number, draft in enumerate(drafts):
                draft = replace(
                    draft,
                    label=f"{chapter.label}{_letter(number)}" if chapter.label else draft.label,
                    page=draft.page if draft.page is not None or number else chapter.page,
                    part=chapter.part,
                )
                at = chapter.position + number
                ids.append(await self._desk.books.add_chapter(tx, scope, book.id, at, draft, chapter.id))
            if book.chapter_id == chapter.id:
                await self._desk.books.change(tx, scope, book.id, self._desk.clock(), chapter_id=ids[0])

        return await self._desk.with_chapter(owner_id, book_id, chapter_id, move)

    async def join(self, owner_id: int, book_id: int, part_id: int) -> Book:
        """Undo a split. Raises BadRequest once a part has been begun."""

        async def move(tx: Tx, scope: Scope, book: Book, chapter: Chapter) -> None:
            parts = [one for one in book.chapters if chapter.split_of and one.split_of == chapter.split_of]
            if not parts or any(part.step is not Step.SCAN or part.note_id for part in parts):
                raise BadRequest("A part has been begun, so they stay apart.")
            if await self._desk.books.is_split_again(tx, scope, chapter.split_of or 0):
                raise BadRequest("One of the parts is split again. Join that first.")
            await self._desk.books.remove_chapters(tx, scope, [part.id for part in parts])
            await self._desk.books.change_chapter(tx, scope, chapter.split_of or 0, step=Step.SCAN)
            if book.chapter_id in [part.id for part in parts]:
                await self._desk.books.change(tx, scope, book.id, self._desk.clock(), chapter_id=chapter.split_of)

        return await self._desk.with_chapter(owner_id, book_id, part_id, move)

    # ---- inside

    async def _note(self, owner_id: int, book: Book, chapter: Chapter, words: str, key: int) -> int:
        if chapter.note_id is not None:
            if await self._notes.capture.is_known(owner_id, key):
                return chapter.note_id
            if await self._notes.present(owner_id, [chapter.note_id]):
                return (await self._notes.append(owner_id, chapter.note_id, words)).id
        body = f"{chapter.name} · {book.title}\n\n{words}\n\n#{tag_of(book)}"
        incoming = Incoming(
            message_id=key, sent_utc=self._desk.clock(), text=body, notebook=book.title[:MAX_NOTEBOOK].strip()
        )
        return (await self._notes.add(owner_id, incoming)).note_id

    async def _move(self, tx: Tx, scope: Scope, book: Book, chapter: Chapter, step: Step) -> None:
        """The chapter to a step; where that ends it or leaves it, the book to its next chapter."""
        now = self._desk.clock()
        values: dict[str, object] = {"step": step}
        if step is Step.DONE:
            values["finished_utc"] = now
        await self._desk.books.change_chapter(tx, scope, chapter.id, **values)
        if not step.is_over and step is not chapter.step:
            await self._desk.books.change(tx, scope, book.id, now)
            return
        chapters = [replace(one, step=step) if one.id == chapter.id else one for one in book.chapters]
        following = next_chapter(chapters, chapter)
        if following is None:
            await self._desk.books.change(
                tx, scope, book.id, now, chapter_id=None, stage=Stage.FINISHED, finished_utc=now
            )
        else:
            await self._desk.books.change(tx, scope, book.id, now, chapter_id=following.id)


def tag_of(book: Book) -> str:
    """The tag of a book's notes."""
    slug = re.sub(r"[^\w]+", "-", fold(book.title)).strip("-_")[:40].rstrip("-_")
    return f"book/{slug}" if slug else "book"


def _letter(number: int) -> str:
    return chr(ord("a") + number) if number < 26 else f".{number + 1}"
