"""Books as companions of the notebook: they go out, come in and are erased with the notes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from bot.db.database import Tx
from bot.errors import OverLimit
from bot.notes.companions import Keys, Took
from bot.notes.exchange.model import Losses
from bot.notes.markup import fold
from bot.notes.scope import Scope
from bot.reading.model import MAX_BOOKS
from bot.reading.moving_store import MovingBookStore, Values
from bot.reading.page import Link, page
from bot.reading.volume import checked, place_name


class ReadingCompanion:
    name = "books"

    def __init__(self) -> None:
        self._store = MovingBookStore()

    async def count(self, scope: Scope) -> int:
        return await self._store.count(scope)

    async def erase(self, tx: Tx, scope: Scope) -> int:
        return await self._store.erase(tx, scope)

    async def undo(self, tx: Tx, scope: Scope, import_id: int, now_utc: float) -> int:
        """Off the shelf; they can be brought back as any other."""
        return await self._store.remove_import(tx, scope, import_id, now_utc)

    def readable(self, values: Sequence[Values], link: Link) -> list[tuple[str, str]]:
        return [(book["title"], page(book, link)) for book in values if book["removed_utc"] is None]

    def checked(self, values: Any) -> Any:
        return checked(values)

    # ---- out

    async def give(self, tx: Tx, scope: Scope, keys: Keys, losses: Losses) -> list[dict[str, Any]] | None:
        books = [await self._book(tx, scope, row, keys, losses) for row in await self._store.books(tx, scope)]
        return books or None

    async def _book(self, tx: Tx, scope: Scope, book: Values, keys: Keys, losses: Losses) -> dict[str, Any]:
        chapters = await self._store.chapters(tx, scope, book["id"])
        questions = await self._store.questions(tx, scope, book["id"])
        terms = await self._store.terms(tx, scope, book["id"])
        places = await self._store.places(tx, scope, book["id"])
        _name(keys, book["id"], book["uid"], chapters, questions, terms)
        at = {chapter["id"]: number for number, chapter in enumerate(chapters)}
        if book["cover_job_id"] is not None:
            losses.add("A book's cover: it is a picture of yours, and /read publish draws another")
        same = ("uid", "title", "contents", "stage", "who", "about", "how", "stop_at", "gone_on", "started_utc")
        return {
            **_picked(book, *same, "updated_utc", "finished_utc", "removed_utc"),
            "reference": bool(book["reference"]),
            "chapter": at.get(book["chapter_id"]),
            "chapters": [
                {
                    **_picked(one, "position", "label", "title", "page", "part", "step", "again", "finished_utc"),
                    "headings": json.loads(one["headings"]),
                    "note": keys.name("note", one["note_id"]),
                    "split_of": at.get(one["split_of"]),
                }
                for one in chapters
            ],
            "questions": [
                {
                    **_picked(one, "text", "answer", "asked_utc", "answered_utc"),
                    "chapter": at.get(one["chapter_id"]),
                    "answered_in": at.get(one["answered_in"]),
                    "removed": bool(one["removed"]),
                }
                for one in questions
            ],
            "terms": [{**_picked(one, "term", "meaning"), "refused": bool(one["refused"])} for one in terms],
            "places": [{**_picked(one, "topic", "place"), "removed": bool(one["removed"])} for one in places],
        }

    # ---- in

    async def take(self, tx: Tx, scope: Scope, values: Sequence[Values], keys: Keys, took: Took) -> int:
        added = 0
        for book in values:
            here = await self._store.known(tx, scope, book["uid"])
            if here is None:
                await self._add(tx, scope, book, keys, took)
                added += 1
            else:
                await self._merge(tx, scope, here, book, keys, took)
        if added and await self._store.shelved(tx, scope) > MAX_BOOKS:
            raise OverLimit(f"With these you would have more than {MAX_BOOKS} books. Nothing was taken.")
        return added

    async def _add(self, tx: Tx, scope: Scope, book: Values, keys: Keys, took: Took) -> None:
        own = {key: one for key, one in book.items() if key not in ("chapter", *_PARTS)}
        row = {**own, "folded": fold(book["title"]), "import_id": took.import_id}
        book_id = await self._store.add_book(tx, scope, row)
        keys.add("book", book_id, book["uid"])
        ids: list[int] = []
        for at, one in enumerate(book["chapters"]):
            headings = json.dumps(one["headings"], ensure_ascii=False)
            note = keys.id("note", one["note"])
            split_of = _at(ids, one["split_of"])
            one = {**one, "book": book_id, "headings": headings, "note": note, "split_of": split_of}
            ids.append(await self._store.add_chapter(tx, scope, one))
            keys.add("chapter", ids[-1], place_name(book["uid"], at))
        await self._store.set_chapter(tx, scope, book_id, _at(ids, book["chapter"]))
        for at, one in enumerate(book["questions"]):
            asked, answered = _at(ids, one["chapter"]), _at(ids, one["answered_in"])
            one = {**one, "book": book_id, "chapter": asked, "answered_in": answered}
            keys.add("question", await self._store.add_question(tx, scope, one), place_name(book["uid"], at))
        for at, one in enumerate(book["terms"]):
            one = {**one, "book": book_id, "folded": fold(one["term"])}
            keys.add("term", await self._store.add_term(tx, scope, one), place_name(book["uid"], at))
        for one in book["places"]:
            await self._store.add_place(tx, scope, {**one, "book": book_id})

    async def _merge(self, tx: Tx, scope: Scope, here: Values, book: Values, keys: Keys, took: Took) -> None:
        """A book that is here stays as it is; chapters without notes get those that came in meanwhile."""
        if book["removed_utc"] is None:
            await self._store.bring_back(tx, scope, here["id"])
        chapters = await self._store.chapters(tx, scope, here["id"])
        questions = await self._store.questions(tx, scope, here["id"])
        terms = await self._store.terms(tx, scope, here["id"])
        parts: list[tuple[str, Sequence[Values], str]] = [
            ("chapters", chapters, "title"),
            ("questions", questions, "text"),
            ("terms", terms, "term"),
        ]
        if any([row[key] for row in rows] != [one[key] for one in book[part]] for part, rows, key in parts):
            took.losses.add(f"“{book['title']}” is here and has changed since: it stayed as it is")
            return
        if book["updated_utc"] > here["updated_utc"]:
            took.losses.add(f"“{book['title']}” was read further elsewhere; here it stayed as it is")
        _name(keys, here["id"], book["uid"], chapters, questions, terms)
        for row, one in zip(chapters, book["chapters"], strict=True):
            if row["note_id"] is None and (note_id := keys.id("note", one["note"])) is not None:
                await self._store.fill_note(tx, scope, row["id"], note_id)


_PARTS = ("chapters", "questions", "terms", "places")


def _name(
    keys: Keys,
    book_id: int,
    uid: str,
    chapters: Sequence[Values],
    questions: Sequence[Values],
    terms: Sequence[Values],
) -> None:
    keys.add("book", book_id, uid)
    for kind, rows in (("chapter", chapters), ("question", questions), ("term", terms)):
        for at, one in enumerate(rows):
            keys.add(kind, one["id"], place_name(uid, at))


def _picked(row: Values, *names: str) -> dict[str, Any]:
    return {name: row[name] for name in names}


def _at(ids: Sequence[int], place: int | None) -> int | None:
    return None if place is None else ids[place]
