"""Reads, reviews and has summaries made until it is killed, and confirms each thing that is done."""

from __future__ import annotations

import random
from pathlib import Path

from bot.errors import UserError
from bot.reading.model import Book, Stage, Step
from bot.review.model import Rating
from bot.review.service import ReviewService
from bot.review.sources import sources
from bot.summaries.model import About, Target
from tests.killed import Confirm
from tests.reading.conftest import ALICE, CONTENTS
from tests.summaries.conftest import INK, Scribe, scribe_at

ORDER = list(Step)


def reviews(scribe: Scribe) -> ReviewService:
    reader, people = scribe.reader, scribe.service._sources._people
    return ReviewService(reader.database, people, sources(reader.notes, reader.service), lambda: reader.now)


class Reading:
    """One person's work, chosen by chance. ``confirm`` is told what must be found later."""

    def __init__(self, scribe: Scribe, seed: int, confirm: Confirm) -> None:
        self._scribe = scribe
        self._reader = scribe.reader
        self._review = reviews(scribe)
        self._chance = random.Random(seed)
        self._confirm = confirm
        self._reader.now += seed * 10_000_000
        self._reader.keys[0] = 1_000_000 * (seed + 1)

    async def go_on(self) -> None:
        book = await self._book()
        verbs = [self._step, self._step, self._step, self._ask, self._answer, self._term, self._rate, self._rate]
        await self._chance.choice([*verbs, self._take_back, self._summary, self._summary, self._split])(book)
        self._reader.now += self._chance.randrange(1, 3000)

    async def _book(self) -> Book:
        reading = self._reader.service
        for book in await reading.listed(ALICE):
            if book.stage is Stage.CHAPTERS:
                return (await reading.reading(ALICE, book.id)).book
        return await self._reader.begun(CONTENTS)

    async def _step(self, book: Book) -> None:
        chapter, steps = book.chapter, self._reader.service.steps
        assert chapter is not None, "a book that is read has a chapter that is read"
        if chapter.step is not Step.NOTES:
            await steps.advance(ALICE, book.id, chapter.id, chapter.step)
            self._confirm(["step", chapter.id, ORDER.index(chapter.step) + 1])
            return
        key = self._reader.key()
        await steps.write_notes(ALICE, book.id, chapter.id, f"What I know of {key}. It lasts long.", key)
        self._confirm(["notes", chapter.id, f"What I know of {key}."])

    async def _split(self, book: Book) -> None:
        chapter = book.chapter
        if chapter is None or chapter.split_of or chapter.step is not Step.SCAN:
            return
        await self._reader.service.steps.split(ALICE, book.id, chapter.id, "One half\nThe other half")
        self._confirm(["split", chapter.id, 2])

    async def _ask(self, book: Book) -> None:
        text = f"Why {self._reader.key()}?"
        await self._reader.service.shelf.ask(ALICE, book.id, book.chapter_id, text)
        self._confirm(["question", book.id, text])

    async def _answer(self, book: Book) -> None:
        reading = await self._reader.service.reading(ALICE, book.id)
        if reading.open_questions:
            question = self._chance.choice(reading.open_questions)
            text = f"Because of {self._reader.key()}."
            await self._reader.service.shelf.answer(ALICE, question.id, text)
            self._confirm(["answer", question.id, text])

    async def _term(self, book: Book) -> None:
        term = f"term {self._reader.key()}"
        await self._reader.service.shelf.keep_term(ALICE, book.id, term, f"what {term} means")
        self._confirm(["term", book.id, term])

    async def _rate(self, book: Book) -> None:
        hand = await self._review.hand(ALICE)
        if hand.card is not None:
            rating = self._chance.choice(list(Rating))
            card = await self._review.answer(ALICE, hand.card.id, rating, answers=hand.card.answers)
            self._confirm(["rated", card.id, card.answers])

    async def _take_back(self, book: Book) -> None:
        hand = await self._review.hand(ALICE)
        if hand.last_answer is not None:
            card_id = await self._review.undo(ALICE, hand.last_answer)
            self._confirm(["rated", card_id, (await self._review.show(ALICE, card_id)).card.answers])

    async def _summary(self, book: Book) -> None:
        number = self._reader.key()
        words = " ".join(f"Ink {number} has {n} colours and each of them fades." for n in range(150))
        note_id = await self._scribe.note(f"{INK} {number}. {words} #ink{number}")
        summary = await self._scribe.service.ask(ALICE, Target(About.NOTE, str(note_id)))
        self._confirm(["summary", summary.id, note_id])


async def victim(folder: Path, seed: int, confirm: Confirm) -> None:
    async with scribe_at(folder) as scribe:
        reading = Reading(scribe, seed, confirm)
        while True:
            try:
                await reading.go_on()
            except UserError as error:  # a card that has just gone, a part too many: people are told so
                confirm(["refused", 0, str(error)])
