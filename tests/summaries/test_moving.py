"""What hangs on notes goes out, is erased, and comes back with them: books, review cards, summaries."""

from __future__ import annotations

import copy
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.errors import BadRequest
from bot.notes.companions import Keys
from bot.notes.exchange.model import Losses
from bot.notes.importing import Taken
from bot.notes.scope import Scope
from bot.notes.workshop import Progress
from bot.reading.model import Step
from bot.reading.moving import ReadingCompanion
from bot.review.model import Kind, Rating
from bot.review.moving import ReviewCompanion
from bot.review.service import ReviewService
from bot.review.sources import sources
from bot.summaries.model import About, Target
from bot.summaries.moving import SummariesCompanion
from tests.notes.conftest import file
from tests.notes.moving_house import unzipped, zipped
from tests.reading.conftest import ALICE, BOB, Reader
from tests.summaries.conftest import INK, Scribe, scribe_at

BIG = 10**8


@dataclass
class Library:
    scribe: Scribe
    review: ReviewService

    @property
    def reader(self) -> Reader:
        return self.scribe.reader

    async def exported(self, limit: int = BIG, *, as_json: bool = False) -> tuple[list[bytes], list[str]]:
        exporting = self.reader.notes.exporting
        async with exporting.export(ALICE, limit, Progress(), as_json=as_json) as found:
            return [path.read_bytes() for path in found.paths], list(found.lines)

    async def taken(self, content: bytes, owner: int = ALICE, name: str = "notes.zip") -> Taken:
        return await self.reader.notes.importing.take(owner, file(content, name), Progress())

    async def everything(self, owner: int = ALICE) -> dict[str, Any]:
        """As the companions write it."""
        notes, scope, keys = self.reader.notes, Scope(self.reader.database, owner), Keys()
        async with self.reader.database.transaction() as tx:
            for note_id, uid in await notes.exporting._moving.uids(tx, scope):
                keys.add("note", note_id, uid)
            return await notes.companions.give(tx, scope, keys, Losses())

    async def rows(self) -> dict[str, int]:
        tables = ("notes", "books", "book_chapters", "book_questions", "book_terms", "book_places", "review_cards")
        tables += ("review_answers", "review_limits", "summaries", "summary_lines", "summary_sources")
        tables += ("summary_choices",)
        database = self.reader.database
        return {one: (await database.fetch_all(f"SELECT count(*) AS n FROM {one}"))[0]["n"] for one in tables}

    async def furnish(self) -> int:
        """Everything that reading, reviewing and summarising leave; the id of the book that is read."""
        reader, reading = self.reader, self.reader.service
        book = await reading.set_limit(ALICE, (await reader.begun()).id, "2 a day")
        first = book.chapter
        assert first is not None
        book = await reader.to(book, Step.NOTES)
        await reading.steps.write_notes(ALICE, book.id, first.id, "Trees keep their keys in order.", reader.key())
        await reading.shelf.ask(ALICE, book.id, first.id, "Why trees?\nWhy logs?\nWhy at all?")
        one, two, three = (await reading.reading(ALICE, book.id)).questions
        await reading.shelf.answer(ALICE, one.id, "Few pages are read.")
        await reading.shelf.tick(ALICE, two.id)
        await reading.shelf.remove_question(ALICE, three.id)
        book = await reading.steps.advance(ALICE, book.id, first.id, Step.QUESTIONS)
        second = next(chapter for chapter in book.chapters if chapter.title == "Hashing")
        book = await reading.steps.split(ALICE, book.id, second.id, "Chaining\nProbing")
        await reading.shelf.keep_term(ALICE, book.id, "B-tree", "A wide tree")
        await reading.shelf.keep_term(ALICE, book.id, "Log", "What is only added to")
        await reading.shelf.refuse_term(ALICE, book.id, "page")
        manual = await reading.start(ALICE, "A manual", "1. Commands 5", reference=True)
        await reading.shelf.add_places(ALICE, manual.id, "joins: p. 88\nunions: p. 90")
        await reading.shelf.remove_place(ALICE, (await reading.shelf.places(ALICE, manual.id))[0].id)
        await reading.remove(ALICE, (await reading.start(ALICE, "Not mine", "")).id)
        ink = await self.scribe.note(f"{INK} #art")
        await self.review.choose(ALICE, Kind.NOTE, ink)
        await self.review.set_daily(ALICE, 7)
        for rating in (Rating.GOOD, Rating.AGAIN, Rating.EASY):
            hand = await self.review.hand(ALICE)
            assert hand.card is not None
            await self.review.answer(ALICE, hand.card.id, rating, answers=hand.card.answers)
            reader.now += 60
        for target in (Target(About.NOTE, str(ink)), Target(About.TAG, "art"), Target(About.BOOK, str(book.id))):
            assert (await self.scribe.made(target)).lines
        return book.id


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    async with scribe_at(tmp_path) as scribe:
        reader, people = scribe.reader, scribe.service._sources._people
        reader.notes.companions.join(ReadingCompanion(), ReviewCompanion(), SummariesCompanion())
        kinds = sources(reader.notes, reader.service)
        yield Library(scribe, ReviewService(reader.database, people, kinds, lambda: reader.now))


@pytest.mark.parametrize("as_json", [False, True])
async def test_export_erase_import_gives_the_same(library: Library, as_json: bool) -> None:
    book_id = await library.furnish()
    bobs = (await library.reader.begun(owner=BOB)).id
    before, hand, rows = await library.everything(), await library.review.hand(ALICE), await library.rows()
    (content,), lines = await library.exported(as_json=as_json)
    assert lines == []
    assert await library.reader.notes.exporting.counts(ALICE) == (2, {"books": 3, "review": 5, "summaries": 3})
    assert await library.reader.notes.exporting.erase(ALICE) == (2, {"books": 3, "review": 5, "summaries": 3})
    assert await library.everything() == {} and (await library.rows())["books"] == 1, "bob still has his"

    done = await library.taken(content)
    assert (done.added, done.beside, done.lines) == (2, {"books": 3, "review": 5, "summaries": 3}, [])
    assert await library.everything() == before
    assert await library.rows() == rows
    reading = await library.reader.service.reading(ALICE, (await library.reader.service.by_name(ALICE, "Data")).id)
    assert reading.book.id not in (book_id, bobs) and reading.book.chapter is not None
    assert reading.book.chapter.title == "Chaining" and reading.book.stop_at == "2 a day"
    assert [one.answer for one in reading.questions] == ["Few pages are read.", ""]
    joined = await library.reader.service.steps.join(ALICE, reading.book.id, reading.book.chapter.id)
    assert [one.title for one in joined.chapters] == ["Trees", "Hashing", "Replication"]
    again = await library.review.hand(ALICE)
    assert again.card is not None and hand.card is not None and again.face == hand.face
    assert (again.card.memory, again.done, again.left, again.daily) == (hand.card.memory, hand.done, hand.left, 7)
    assert again.last_answer is not None and await library.review.undo(ALICE, again.last_answer)
    ink = (await library.reader.notes.recent(ALICE))[0].id
    made = await library.scribe.service.latest(ALICE, Target(About.NOTE, str(ink)))
    assert made is not None and not (await library.scribe.service.changes(ALICE, made)).is_stale
    assert (await library.scribe.made(Target(About.NOTE, str(ink)))).id == made.id, "its hash is of the new rows"


async def test_books_are_pages_to_read_beside_the_notes(library: Library) -> None:
    await library.furnish()
    (content,), _ = await library.exported()
    found = unzipped(content)
    assert {name for name in found if name.startswith("Books/")} == {"Books/Databases.md", "Books/A manual.md"}
    text = found["Books/Databases.md"].decode()
    for said in ("## Who should read it\n\nEngineers", "- [x] 1 Trees: [[1 Trees · Databases]]", "- [ ] 2a Chaining"):
        assert said in text
    assert "- [x] Why trees?\n  Few pages are read." in text and "Why at all?" not in text
    assert "- **B-tree**: A wide tree" in text and "page" not in text.split("## Glossary")[1]
    assert "1 Trees · Databases.md" in " ".join(found), "what it links to is there"
    await library.reader.notes.exporting.erase(ALICE)
    found["Books/Databases.md"] = (text + "- [ ] And this?\n").encode()
    done = await library.taken(zipped(found))
    assert done.added == 2 and [line for line in done.lines if "only to be read" in line] == done.lines


async def test_taken_twice_nothing_is_there_twice(library: Library) -> None:
    await library.furnish()
    (content,), _ = await library.exported()
    before, rows = await library.everything(), await library.rows()
    done = await library.taken(content)
    assert done.lines == [] and not any(done.beside.values())
    assert (await library.everything(), await library.rows()) == (before, rows)


async def test_the_zips_of_one_notebook_come_in_whatever_order(library: Library) -> None:
    await library.furnish()
    for number in range(3):
        await library.scribe.note(f"Note {number} is long. " * 1500)
    before = await library.everything()
    parts, _ = await library.exported(65_536 + 130_000)
    assert len(parts) > 1
    await library.reader.notes.exporting.erase(ALICE)
    for part in reversed(parts):
        await library.taken(part)
    assert sorted(map(json.dumps, _flat(await library.everything()))) == sorted(map(json.dumps, _flat(before)))


def _flat(values: dict[str, Any]) -> list[Any]:
    """Without the order in which they were added."""
    return [*values["books"], *values["review"]["cards"], *values["summaries"]]


async def test_only_a_book_is_an_export_too(library: Library) -> None:
    await library.reader.begun()
    (content,), _ = await library.exported()
    before = await library.everything()
    await library.reader.notes.exporting.erase(ALICE)
    done = await library.taken(content)
    assert (done.added, done.beside) == (0, {"books": 1}) and await library.everything() == before


async def test_somebody_elses_export_makes_rows_of_ones_own(library: Library) -> None:
    await library.furnish()
    (content,), _ = await library.exported()
    before = await library.everything()
    done = await library.taken(content, BOB)
    assert done.beside == {"books": 3, "review": 5, "summaries": 3}
    assert await library.everything(BOB) == before == await library.everything()
    await library.reader.notes.exporting.erase(BOB)
    assert await library.everything() == before


async def test_an_import_can_be_taken_back_and_comes_again(library: Library) -> None:
    await library.furnish()
    (content,), _ = await library.exported()
    await library.reader.notes.exporting.erase(ALICE)
    done = await library.taken(content)
    assert await library.reader.notes.importing.undo(ALICE, done.import_id) == (
        2,
        {"books": 2, "review": 0, "summaries": 0},
    )
    assert await library.reader.service.listed(ALICE) == [] and (await library.review.hand(ALICE)).card is None
    await library.taken(content)
    assert len(await library.reader.service.listed(ALICE)) == 2 and (await library.review.hand(ALICE)).card is not None


async def test_a_book_that_went_on_here_stays_as_it_is(library: Library) -> None:
    book_id = await library.furnish()
    (content,), _ = await library.exported()
    await library.reader.service.shelf.ask(ALICE, book_id, None, "And then?")
    done = await library.taken(content)
    assert any("“Databases” is here and has changed since" in line for line in done.lines)
    assert len((await library.reader.service.reading(ALICE, book_id)).questions) == 3


async def test_a_summary_that_is_being_made_ends_with_the_notebook(library: Library) -> None:
    await library.furnish()
    async with library.reader.database.transaction() as tx:
        await tx.execute("UPDATE summaries SET state = 'running', made_utc = NULL WHERE id = 1")
    await library.reader.notes.exporting.erase(ALICE)
    assert not any((await library.rows()).values())


Spoil = Callable[[dict[str, Any]], object]
HOSTILE: dict[str, Spoil] = {
    "a book without a title": lambda v: v["books"][0].update(title=""),
    "an endless title": lambda v: v["books"][0].update(title="x" * 201),
    "a step that is none": lambda v: v["books"][0]["chapters"][0].update(step="gone"),
    "a chapter that is not there": lambda v: v["books"][0].update(chapter=99),
    "a question of none": lambda v: v["books"][0]["questions"][0].update(chapter=99),
    "a part before its whole": lambda v: v["books"][0]["chapters"][0].update(split_of=3),
    "a term twice": lambda v: v["books"][0]["terms"].extend(v["books"][0]["terms"][:1]),
    "a limit that is none": lambda v: v["books"][0].update(stop_at="never"),
    "the year 30000": lambda v: v["books"][0]["chapters"][0].update(finished_utc=9e11),
    "headings that are none": lambda v: v["books"][0]["chapters"][0].update(headings=[["a"]]),
    "books that are no list": lambda v: v.update(books={}),
    "a missing key": lambda v: v["books"][0].pop("who"),
    "a card in no state": lambda v: v["review"]["cards"][0]["memory"].update(state=2, step=1),
    "a card without a memory": lambda v: v["review"]["cards"][0].update(memory=None),
    "a card for ever": lambda v: v["review"]["cards"][0]["memory"].update(stability=1e300),
    "a rating of five": lambda v: v["review"]["cards"][0]["history"].append([5, 0, "2026-01-01", {}]),
    "a limit of thousands": lambda v: v["review"].update(daily=5000),
    "a summary of nothing known": lambda v: v["summaries"][0].update(about="you"),
    "a summary's line that is none": lambda v: v["summaries"][0].update(lines=["words"]),
    "half a character": lambda v: v["summaries"][0].update(made_by="\ud800"),
    "a number as a name": lambda v: v["books"][0].update(uid=7),
}


@pytest.fixture
async def export(library: Library) -> dict[str, bytes]:
    """A zip's entries; the library is empty again."""
    await library.furnish()
    (content,), _ = await library.exported()
    await library.reader.notes.exporting.erase(ALICE)
    return unzipped(content)


async def test_what_somebody_made_up_is_refused_whole(library: Library, export: dict[str, bytes]) -> None:
    values = json.loads(export[".inkling/beside.json"])
    for name, spoil in HOSTILE.items():
        spoilt = copy.deepcopy(values)
        spoil(spoilt)
        content = zipped({**export, ".inkling/beside.json": json.dumps(spoilt)})
        with pytest.raises(BadRequest, match="Nothing was taken"):
            await library.taken(content)
            pytest.fail(name)
    for broken in ("", "{", "[]", '{"format": "inkling-beside", "version": 2}', '{"format": "other"}', "\xff"):
        with pytest.raises(BadRequest, match="Nothing was taken"):
            await library.taken(zipped({**export, ".inkling/beside.json": broken.encode("latin-1")}))
    assert not any((await library.rows()).values())
    values |= {"more": ["of a later version"], "review": {**values["review"], "cards": []}}
    done = await library.taken(zipped({**export, ".inkling/beside.json": json.dumps(values)}))
    assert done.beside == {"books": 3, "review": 0, "summaries": 3}


async def test_what_points_to_nothing_is_left_out_and_said(library: Library, export: dict[str, bytes]) -> None:
    values = json.loads(export[".inkling/beside.json"])
    values["review"]["cards"][0]["of"] = "0" * 32
    values["summaries"][0]["sources"] = [["0" * 32, "0" * 64]]
    done = await library.taken(zipped({**export, ".inkling/beside.json": json.dumps(values)}))
    assert done.beside == {"books": 3, "review": 4, "summaries": 2}
    assert any("review card of something" in line for line in done.lines)
    assert any("summary of notes" in line for line in done.lines)
