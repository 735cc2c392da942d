"""Books and their chapters: one statement a method, each bound to one owner by its ``Scope``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from sqlite3 import Row
from typing import Any

from bot.db.database import Tx
from bot.notes.markup import fold
from bot.notes.scope import Scope
from bot.reading.contents import Draft
from bot.reading.model import Book, Chapter, Heading, Stage, Step

_BOOK = (
    "SELECT id, title, reference, stage, chapter_id, who, about, how, stop_at, gone_on, started_utc, updated_utc,"
    " finished_utc, removed_utc, cover_job_id FROM books WHERE owner_id = :owner"
)
_CHAPTER = (
    "SELECT id, book_id, position, label, title, page, part, headings, step, again, note_id, finished_utc,"
    " split_of, note_key FROM book_chapters WHERE owner_id = :owner"
)
_CHAPTERS = f"{_CHAPTER} AND book_id = :book AND step <> 'split' ORDER BY position, id"
_SETTABLE = frozenset(
    {"title", "folded", "contents", "stage", "chapter_id", "who", "about", "how", "stop_at", "gone_on"}
    | {"finished_utc", "removed_utc", "cover_job_id"}
)
_SETTABLE_OF_CHAPTER = frozenset({"position", "step", "again", "note_id", "note_key", "finished_utc"})


class BookStore:
    # ---- books

    async def add(self, tx: Tx, scope: Scope, title: str, contents: str, reference: bool, now_utc: float) -> int:
        """A new book before its preface; its id."""
        return await scope.insert(
            tx,
            "INSERT INTO books (owner_id, uid, title, folded, contents, reference, stage, started_utc, updated_utc)"
            " VALUES (:owner, lower(hex(randomblob(16))), :title, :folded, :contents, :reference, 'preface', :now,"
            " :now)",
            title=title,
            folded=fold(title),
            contents=contents,
            reference=reference,
            now=now_utc,
        )

    async def find(self, scope: Scope, book_id: int) -> Book | None:
        """With its chapters."""
        row = await scope.one(f"{_BOOK} AND id = :book", book=book_id)
        if row is None:
            return None
        rows = await scope.all(_CHAPTERS, book=book_id)
        return replace(_book(row), chapters=tuple(_chapter(one) for one in rows))

    async def find_in(self, tx: Tx, scope: Scope, book_id: int) -> Book | None:
        """As the open transaction sees it."""
        rows = await scope.all_in(tx, f"{_BOOK} AND id = :book", book=book_id)
        if not rows:
            return None
        found = await scope.all_in(tx, _CHAPTERS, book=book_id)
        return replace(_book(rows[0]), chapters=tuple(_chapter(one) for one in found))

    async def listed(self, scope: Scope, beginning: str, limit: int) -> list[Book]:
        """Without their chapters: what was read last comes first, what was stopped or finished last."""
        rows = await scope.all(
            f"{_BOOK} AND removed_utc IS NULL AND instr(folded, :part) > 0"
            " ORDER BY stage IN ('finished', 'stopped'), updated_utc DESC, id DESC LIMIT :limit",
            part=fold(beginning),
            limit=limit,
        )
        return [_book(row) for row in rows]

    async def count(self, scope: Scope) -> int:
        row = await scope.one("SELECT count(*) AS n FROM books WHERE owner_id = :owner AND removed_utc IS NULL")
        return 0 if row is None else int(row["n"])

    async def contents(self, scope: Scope, book_id: int) -> str:
        row = await scope.one("SELECT contents FROM books WHERE owner_id = :owner AND id = :book", book=book_id)
        return "" if row is None else str(row["contents"])

    async def change(self, tx: Tx, scope: Scope, book_id: int, now_utc: float, **values: Any) -> int:
        """Set columns of the book. How many rows there were."""
        if not values.keys() <= _SETTABLE:
            raise ValueError(f"cannot be set: {values.keys() - _SETTABLE}")
        sets = "".join(f", {name} = :{name}" for name in values)
        return await scope.run(
            tx,
            f"UPDATE books SET updated_utc = :now{sets} WHERE owner_id = :owner AND id = :book",  # noqa: S608
            book=book_id,
            now=now_utc,
            **values,
        )

    async def forget_removed(self, tx: Tx, scope: Scope, before_utc: float) -> int:
        return await scope.run(
            tx, "DELETE FROM books WHERE owner_id = :owner AND removed_utc < :before", before=before_utc
        )

    # ---- chapters

    async def add_chapter(
        self, tx: Tx, scope: Scope, book_id: int, position: int, draft: Draft, split_of: int | None = None
    ) -> int:
        return await scope.insert(
            tx,
            "INSERT INTO book_chapters (owner_id, book_id, position, label, title, page, part, headings, split_of)"
            " VALUES (:owner, :book, :position, :label, :title, :page, :part, :headings, :split_of)",
            book=book_id,
            position=position,
            label=draft.label,
            title=draft.title,
            page=draft.page,
            part=draft.part,
            headings=json.dumps([[heading.title, heading.page] for heading in draft.headings], ensure_ascii=False),
            split_of=split_of,
        )

    async def chapter(self, scope: Scope, chapter_id: int) -> Chapter | None:
        row = await scope.one(f"{_CHAPTER} AND id = :chapter", chapter=chapter_id)
        return None if row is None else _chapter(row)

    async def change_chapter(self, tx: Tx, scope: Scope, chapter_id: int, **values: Any) -> int:
        if not values.keys() <= _SETTABLE_OF_CHAPTER:
            raise ValueError(f"cannot be set: {values.keys() - _SETTABLE_OF_CHAPTER}")
        sets = ", ".join(f"{name} = :{name}" for name in values)
        return await scope.run(
            tx,
            f"UPDATE book_chapters SET {sets} WHERE owner_id = :owner AND id = :chapter",  # noqa: S608
            chapter=chapter_id,
            **values,
        )

    async def make_room(self, tx: Tx, scope: Scope, book_id: int, behind: int, places: int) -> None:
        """Move the chapters behind a position."""
        await scope.run(
            tx,
            "UPDATE book_chapters SET position = position + :places WHERE owner_id = :owner AND book_id = :book"
            " AND position > :behind",
            book=book_id,
            behind=behind,
            places=places,
        )

    async def is_split_again(self, tx: Tx, scope: Scope, chapter_id: int) -> bool:
        """Whether a part of that chapter has parts of its own."""
        rows = await scope.all_in(
            tx,
            "SELECT 1 FROM book_chapters WHERE owner_id = :owner AND split_of = :chapter AND step = 'split'",
            chapter=chapter_id,
        )
        return bool(rows)

    async def remove_chapters(self, tx: Tx, scope: Scope, chapter_ids: Sequence[int]) -> None:
        await scope.run(
            tx,
            "DELETE FROM book_chapters WHERE owner_id = :owner AND id IN (SELECT value FROM json_each(:ids))",
            ids=json.dumps(list(chapter_ids)),
        )

    async def chapters_in_review(self, scope: Scope) -> set[int]:
        """Those that have notes, or could not be said yet."""
        rows = await scope.all(
            "SELECT c.id FROM book_chapters c JOIN books b ON b.id = c.book_id WHERE c.owner_id = :owner"
            " AND b.removed_utc IS NULL AND (c.note_id IS NOT NULL OR c.again > 0)"
        )
        return {row["id"] for row in rows}


def _book(row: Row) -> Book:
    return Book(**{**dict(row), "reference": bool(row["reference"]), "stage": Stage(row["stage"])})


def _chapter(row: Row) -> Chapter:
    headings = tuple(Heading(title, page) for title, page in json.loads(row["headings"]))
    return Chapter(**{**dict(row), "headings": headings, "step": Step(row["step"])})
