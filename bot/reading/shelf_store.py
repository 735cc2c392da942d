"""Questions, terms, and a reference book's index. One statement a method, scoped by owner."""

from __future__ import annotations

from sqlite3 import Row

from bot.db.database import Tx
from bot.notes.markup import fold
from bot.notes.scope import Scope
from bot.reading.model import Place, Question, Term

_QUESTION = (
    "SELECT id, book_id, chapter_id, text, answer, answered_in, asked_utc, answered_utc FROM book_questions"
    " WHERE owner_id = :owner"
)
_QUESTIONS = f"{_QUESTION} AND book_id = :book AND NOT removed ORDER BY id"
_TERM = "SELECT id, book_id, term, meaning, refused FROM book_terms WHERE owner_id = :owner"


class ShelfStore:
    # ---- questions

    async def add_question(
        self, tx: Tx, scope: Scope, book_id: int, chapter_id: int | None, text: str, now_utc: float
    ) -> int:
        return await scope.insert(
            tx,
            "INSERT INTO book_questions (owner_id, book_id, chapter_id, text, asked_utc)"
            " VALUES (:owner, :book, :chapter, :text, :now)",
            book=book_id,
            chapter=chapter_id,
            text=text,
            now=now_utc,
        )

    async def questions(self, scope: Scope, book_id: int) -> list[Question]:
        """All of the book, in the order in which they were asked."""
        return [_question(row) for row in await scope.all(_QUESTIONS, book=book_id)]

    async def questions_in(self, tx: Tx, scope: Scope, book_id: int) -> list[Question]:
        """The same as the open transaction sees them."""
        return [_question(row) for row in await scope.all_in(tx, _QUESTIONS, book=book_id)]

    async def question(self, scope: Scope, question_id: int) -> Question | None:
        row = await scope.one(f"{_QUESTION} AND id = :question", question=question_id)
        return None if row is None else _question(row)

    async def answer(
        self,
        tx: Tx,
        scope: Scope,
        question_id: int,
        answer: str,
        answered_in: int | None,
        answered_utc: float | None,
    ) -> int:
        """``answered_utc`` None opens it again."""
        return await scope.run(
            tx,
            "UPDATE book_questions SET answer = :answer, answered_in = :chapter, answered_utc = :now"
            " WHERE owner_id = :owner AND id = :question",
            question=question_id,
            answer=answer,
            chapter=answered_in,
            now=answered_utc,
        )

    async def change_question(self, tx: Tx, scope: Scope, question_id: int, text: str) -> int:
        return await scope.run(
            tx,
            "UPDATE book_questions SET text = :text WHERE owner_id = :owner AND id = :question",
            question=question_id,
            text=text,
        )

    async def set_question_removed(self, tx: Tx, scope: Scope, question_id: int, removed: bool) -> int:
        return await scope.run(
            tx,
            "UPDATE book_questions SET removed = :removed WHERE owner_id = :owner AND id = :question",
            question=question_id,
            removed=removed,
        )

    async def answered(self, scope: Scope) -> set[int]:
        """Those with an answer in words, over all books."""
        rows = await scope.all(
            "SELECT q.id FROM book_questions q JOIN books b ON b.id = q.book_id WHERE q.owner_id = :owner"
            " AND q.answer <> '' AND NOT q.removed AND b.removed_utc IS NULL"
        )
        return {row["id"] for row in rows}

    # ---- terms

    async def put_term(self, tx: Tx, scope: Scope, book_id: int, term: str, meaning: str) -> None:
        """Into the glossary, or with a new meaning."""
        await scope.run(
            tx,
            "INSERT INTO book_terms (owner_id, book_id, term, folded, meaning)"
            " VALUES (:owner, :book, :term, :folded, :meaning) ON CONFLICT (owner_id, book_id, folded)"
            " DO UPDATE SET term = excluded.term, meaning = excluded.meaning, refused = 0",
            book=book_id,
            term=term,
            folded=fold(term),
            meaning=meaning,
        )

    async def refuse_term(self, tx: Tx, scope: Scope, book_id: int, term: str) -> None:
        """Not wanted, whether it is there or only proposed; a meaning that it has is kept."""
        await scope.run(
            tx,
            "INSERT INTO book_terms (owner_id, book_id, term, folded, meaning, refused)"
            " VALUES (:owner, :book, :term, :folded, '', 1)"
            " ON CONFLICT (owner_id, book_id, folded) DO UPDATE SET refused = 1",
            book=book_id,
            term=term,
            folded=fold(term),
        )

    async def forget_refusal(self, tx: Tx, scope: Scope, term_id: int) -> int:
        """Wanted again with its meaning; what had none is proposed again."""
        await scope.run(
            tx, "DELETE FROM book_terms WHERE owner_id = :owner AND id = :term AND meaning = ''", term=term_id
        )
        return await scope.run(
            tx, "UPDATE book_terms SET refused = 0 WHERE owner_id = :owner AND id = :term", term=term_id
        )

    async def terms(self, scope: Scope, book_id: int) -> list[Term]:
        """By the alphabet, those that are not wanted too."""
        rows = await scope.all(f"{_TERM} AND book_id = :book ORDER BY folded", book=book_id)
        return [_term(row) for row in rows]

    async def term(self, scope: Scope, term_id: int) -> Term | None:
        row = await scope.one(f"{_TERM} AND id = :term", term=term_id)
        return None if row is None else _term(row)

    async def known_terms(self, scope: Scope) -> set[int]:
        """Those with a meaning, over all books."""
        rows = await scope.all(
            "SELECT t.id FROM book_terms t JOIN books b ON b.id = t.book_id WHERE t.owner_id = :owner"
            " AND t.meaning <> '' AND NOT t.refused AND b.removed_utc IS NULL"
        )
        return {row["id"] for row in rows}

    # ---- the index of a reference book

    async def add_place(self, tx: Tx, scope: Scope, book_id: int, topic: str, place: str) -> int:
        return await scope.insert(
            tx,
            "INSERT INTO book_places (owner_id, book_id, topic, place) VALUES (:owner, :book, :topic, :place)",
            book=book_id,
            topic=topic,
            place=place,
        )

    async def places(self, scope: Scope, book_id: int) -> list[Place]:
        rows = await scope.all(
            "SELECT id, topic, place FROM book_places WHERE owner_id = :owner AND book_id = :book AND NOT removed"
            " ORDER BY topic COLLATE NOCASE, id",
            book=book_id,
        )
        return [Place(**dict(row)) for row in rows]

    async def set_place_removed(self, tx: Tx, scope: Scope, place_id: int, removed: bool) -> int:
        return await scope.run(
            tx,
            "UPDATE book_places SET removed = :removed WHERE owner_id = :owner AND id = :place",
            place=place_id,
            removed=removed,
        )


def _question(row: Row) -> Question:
    return Question(**dict(row))


def _term(row: Row) -> Term:
    return Term(**{**dict(row), "refused": bool(row["refused"])})
