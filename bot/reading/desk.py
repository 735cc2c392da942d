"""Where a reader's books are taken up and changed: what the services about books share."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.clock import Clock
from bot.db.database import Database, Tx
from bot.errors import NotFound
from bot.notes.scope import Scope
from bot.reading.model import Book, Chapter
from bot.reading.shelf_store import ShelfStore
from bot.reading.store import BookStore

GONE = "That book is not here: it was removed, or it is somebody else's."
GONE_CHAPTER = "That chapter is not here any more."

Move = Callable[[Tx, Scope, Book, Chapter], Awaitable[None]]


class Desk:
    def __init__(self, database: Database, clock: Clock) -> None:
        self.database = database
        self.clock = clock
        self.books = BookStore()
        self.shelves = ShelfStore()

    def scope(self, owner_id: int) -> Scope:
        return Scope(self.database, owner_id)

    async def find(self, owner_id: int, book_id: int) -> Book:
        """Raises NotFound; a removed book is found too."""
        book = await self.books.find(self.scope(owner_id), book_id)
        if book is None:
            raise NotFound(GONE)
        return book

    async def get(self, tx: Tx, scope: Scope, book_id: int) -> Book:
        """As the open transaction sees it. Raises NotFound."""
        book = await self.books.find_in(tx, scope, book_id)
        if book is None:
            raise NotFound(GONE)
        return book

    async def change(self, owner_id: int, book_id: int, **values: object) -> Book:
        """Set columns of a book. Raises NotFound."""
        async with self.database.transaction() as tx:
            if not await self.books.change(tx, self.scope(owner_id), book_id, self.clock(), **values):
                raise NotFound(GONE)
        return await self.find(owner_id, book_id)

    async def with_chapter(self, owner_id: int, book_id: int, chapter_id: int, move: Move) -> Book:
        """Run ``move`` on a chapter of the book in one transaction; the book as it is then. Raises NotFound."""
        scope = self.scope(owner_id)
        async with self.database.transaction() as tx:
            book = await self.get(tx, scope, book_id)
            await move(tx, scope, book, chapter_of(book, chapter_id))
        return await self.find(owner_id, book_id)


def chapter_of(book: Book, chapter_id: int) -> Chapter:
    """Raises NotFound."""
    found = next((chapter for chapter in book.chapters if chapter.id == chapter_id), None)
    if found is None:
        raise NotFound(GONE_CHAPTER)
    return found
