"""Books that go out whole, come in, and are erased. One statement a method, scoped by owner."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.db.database import Tx
from bot.notes.scope import Scope

Values = dict[str, Any]
"""A row."""


class MovingBookStore:
    async def count(self, scope: Scope) -> int:
        """The removed ones too, as long as they can be brought back."""
        row = await scope.one("SELECT count(*) AS n FROM books WHERE owner_id = :owner")
        return 0 if row is None else int(row["n"])

    async def shelved(self, tx: Tx, scope: Scope) -> int:
        """How many are not removed, as the open transaction sees it."""
        rows = await scope.all_in(tx, "SELECT count(*) AS n FROM books WHERE owner_id = :owner AND removed_utc IS NULL")
        return int(rows[0]["n"])

    async def books(self, tx: Tx, scope: Scope) -> list[Values]:
        """Every one, oldest first."""
        rows = await scope.all_in(tx, "SELECT * FROM books WHERE owner_id = :owner ORDER BY id")
        return [dict(row) for row in rows]

    async def chapters(self, tx: Tx, scope: Scope, book_id: int) -> list[Values]:
        """Those that were split too. A note that a crash kept from its chapter counts as its own."""
        rows = await scope.all_in(
            tx,
            "SELECT c.id, c.position, c.label, c.title, c.page, c.part, c.headings, c.step, c.again, c.finished_utc,"
            " c.split_of, coalesce(c.note_id, (SELECT m.note_id FROM note_messages m WHERE m.owner_id = :owner"
            " AND m.message_id = c.note_key)) AS note_id"
            " FROM book_chapters c WHERE c.owner_id = :owner AND c.book_id = :book ORDER BY c.position, c.id",
            book=book_id,
        )
        return [dict(row) for row in rows]

    async def questions(self, tx: Tx, scope: Scope, book_id: int) -> list[Values]:
        rows = await scope.all_in(
            tx, "SELECT * FROM book_questions WHERE owner_id = :owner AND book_id = :book ORDER BY id", book=book_id
        )
        return [dict(row) for row in rows]

    async def terms(self, tx: Tx, scope: Scope, book_id: int) -> list[Values]:
        rows = await scope.all_in(
            tx, "SELECT * FROM book_terms WHERE owner_id = :owner AND book_id = :book ORDER BY id", book=book_id
        )
        return [dict(row) for row in rows]

    async def places(self, tx: Tx, scope: Scope, book_id: int) -> list[Values]:
        rows = await scope.all_in(
            tx, "SELECT * FROM book_places WHERE owner_id = :owner AND book_id = :book ORDER BY id", book=book_id
        )
        return [dict(row) for row in rows]

    async def known(self, tx: Tx, scope: Scope, uid: str) -> Values | None:
        rows = await scope.all_in(
            tx, "SELECT id, updated_utc, removed_utc FROM books WHERE owner_id = :owner AND uid = :uid", uid=uid
        )
        return dict(rows[0]) if rows else None

    async def add_book(self, tx: Tx, scope: Scope, values: Mapping[str, Any]) -> int:
        return await scope.insert(
            tx,
            "INSERT INTO books (owner_id, uid, import_id, title, folded, contents, reference, stage, who, about, how,"
            " stop_at, gone_on, started_utc, updated_utc, finished_utc, removed_utc) VALUES (:owner, :uid, :import_id,"
            " :title, :folded, :contents, :reference, :stage, :who, :about, :how, :stop_at, :gone_on, :started_utc,"
            " :updated_utc, :finished_utc, :removed_utc)",
            **values,
        )

    async def set_chapter(self, tx: Tx, scope: Scope, book_id: int, chapter_id: int | None) -> None:
        await scope.run(
            tx,
            "UPDATE books SET chapter_id = :chapter WHERE owner_id = :owner AND id = :book",
            book=book_id,
            chapter=chapter_id,
        )

    async def add_chapter(self, tx: Tx, scope: Scope, values: Mapping[str, Any]) -> int:
        return await scope.insert(
            tx,
            "INSERT INTO book_chapters (owner_id, book_id, position, label, title, page, part, headings, step, again,"
            " note_id, finished_utc, split_of) VALUES (:owner, :book, :position, :label, :title, :page, :part,"
            " :headings, :step, :again, :note, :finished_utc, :split_of)",
            **values,
        )

    async def fill_note(self, tx: Tx, scope: Scope, chapter_id: int, note_id: int) -> int:
        """Where the chapter has none."""
        return await scope.run(
            tx,
            "UPDATE book_chapters SET note_id = :note WHERE owner_id = :owner AND id = :chapter AND note_id IS NULL",
            chapter=chapter_id,
            note=note_id,
        )

    async def add_question(self, tx: Tx, scope: Scope, values: Mapping[str, Any]) -> int:
        return await scope.insert(
            tx,
            "INSERT INTO book_questions (owner_id, book_id, chapter_id, text, answer, answered_in, asked_utc,"
            " answered_utc, removed) VALUES (:owner, :book, :chapter, :text, :answer, :answered_in, :asked_utc,"
            " :answered_utc, :removed)",
            **values,
        )

    async def add_term(self, tx: Tx, scope: Scope, values: Mapping[str, Any]) -> int:
        return await scope.insert(
            tx,
            "INSERT INTO book_terms (owner_id, book_id, term, folded, meaning, refused)"
            " VALUES (:owner, :book, :term, :folded, :meaning, :refused)",
            **values,
        )

    async def add_place(self, tx: Tx, scope: Scope, values: Mapping[str, Any]) -> int:
        return await scope.insert(
            tx,
            "INSERT INTO book_places (owner_id, book_id, topic, place, removed)"
            " VALUES (:owner, :book, :topic, :place, :removed)",
            **values,
        )

    async def bring_back(self, tx: Tx, scope: Scope, book_id: int) -> int:
        return await scope.run(
            tx,
            "UPDATE books SET removed_utc = NULL WHERE owner_id = :owner AND id = :book AND removed_utc IS NOT NULL",
            book=book_id,
        )

    async def remove_import(self, tx: Tx, scope: Scope, import_id: int, now_utc: float) -> int:
        return await scope.run(
            tx,
            "UPDATE books SET removed_utc = :now WHERE owner_id = :owner AND import_id = :import"
            " AND removed_utc IS NULL",
            **{"import": import_id},
            now=now_utc,
        )

    async def erase(self, tx: Tx, scope: Scope) -> int:
        """With their chapters, questions, terms and places."""
        return await scope.run(tx, "DELETE FROM books WHERE owner_id = :owner")
