"""``kill -9`` while somebody reads, reviews and has summaries made: what was confirmed is there, nothing is by halves,
and a summary that was asked for is made after the next start."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

from bot.errors import NotFound
from bot.reading.model import Stage, Step
from bot.reading.service import ReadingService
from bot.review.memory import answered
from bot.review.model import Memory, Rating
from bot.summaries.model import About, State, Target, hash_of_sources
from tests.killed import killed_life, preload
from tests.reading.conftest import ALICE
from tests.reading.victim import ORDER, victim
from tests.summaries.conftest import Scribe, scribe_at

IN_CI = 4
IN_ALL = 104
preload(["tests.reading.victim"])


async def check(folder: Path, seed: int) -> Counter[str]:
    """Two lives, each killed; what had been confirmed, by kind."""
    said = []
    for life in (2 * seed, 2 * seed + 1):
        said += killed_life(victim, folder, life, confirmed=(1, 30), pause_seconds=0.03)
    async with scribe_at(folder) as scribe:
        found: defaultdict[str, dict[int, list[Any]]] = defaultdict(lambda: defaultdict(list))
        for kind, row_id, what in said:
            found[kind][row_id].append(what)
        await check_books(scribe.reader.service, found)
        await check_reviews(scribe, found)
        await check_summaries(scribe, found)
        assert not await scribe.reader.database.fetch_all("PRAGMA foreign_key_check")
    return Counter(kind for kind, _, _ in said)


async def check_books(service: ReadingService, found: dict[str, dict[int, list[Any]]]) -> None:
    books = [(await service.reading(ALICE, book.id)) for book in await service.listed(ALICE)]
    chapters = {chapter.id: chapter for reading in books for chapter in reading.book.chapters}
    for chapter_id, steps in found["step"].items():
        assert ORDER.index(chapters[chapter_id].step) >= max(steps)
    for chapter_id, texts in found["notes"].items():
        _, _, words = await service.shelf.chapter(ALICE, chapter_id)
        assert all(text in words for text in texts)
    parts = Counter(chapter.split_of for chapter in chapters.values())
    for chapter_id in found["split"]:
        assert chapter_id not in chapters and parts[chapter_id] == 2
    assert all(count == 2 for whole, count in parts.items() if whole is not None), "no half of a split"
    asked = {question.text: question for reading in books for question in reading.questions}
    assert {text for texts in found["question"].values() for text in texts} <= asked.keys()
    answers = {question.id: question.answer for question in asked.values()}
    for question_id, texts in found["answer"].items():
        assert answers[question_id] == texts[-1]
    terms = {term.term for reading in books for term in reading.glossary}
    assert {term for some in found["term"].values() for term in some} <= terms
    for reading in books:
        book = reading.book
        places = [chapter.position for chapter in book.chapters]
        assert places == sorted(set(places))
        assert (book.stage is Stage.CHAPTERS) == (book.chapter is not None and not book.chapter.step.is_over)
        noted = [chapter for chapter in book.chapters if chapter.note_id is not None]
        assert all(chapter.step in (Step.QUESTIONS, Step.DONE) for chapter in noted)
    tagged = await service._desk.database.fetch_all("SELECT note_id FROM note_tags WHERE tag LIKE 'book/%'")
    assert sorted(row["note_id"] for row in tagged) == sorted(
        chapter.note_id for chapter in chapters.values() if chapter.note_id is not None
    ), "no chapter's note without its chapter, and none twice"


async def check_reviews(scribe: Scribe, found: dict[str, dict[int, list[Any]]]) -> None:
    """Every card is what its answers make of it, played again from the first."""
    database = scribe.reader.database
    rows = await database.fetch_all("SELECT card_id, rating, at_utc FROM review_answers ORDER BY at_utc, id")
    replayed: defaultdict[int, Memory] = defaultdict(Memory)
    for row in rows:
        replayed[row["card_id"]] = answered(replayed[row["card_id"]], Rating(row["rating"]), row["at_utc"])
    for card in await database.fetch_all("SELECT * FROM review_cards"):
        memory = replayed[card["id"]]
        assert (card["state"], card["step"], card["last_utc"]) == (memory.state, memory.step, memory.last_utc)
        assert (card["stability"], card["difficulty"]) == (memory.stability, memory.difficulty)
        assert card["answers"] >= max(found["rated"].get(card["id"], [0]))


async def check_summaries(scribe: Scribe, found: dict[str, dict[int, list[Any]]]) -> None:
    for summary_id, (note_id,) in found["summary"].items():
        try:
            summary = await scribe.service.ended(ALICE, summary_id, 20)
        except NotFound:  # only the newest five of one thing are kept
            pytest.fail(f"summary {summary_id} is gone")
        assert summary.state is State.READY and summary.target == Target(About.NOTE, str(note_id))
    for row in await scribe.reader.database.fetch_all("SELECT id FROM summaries"):
        summary = await scribe.service.ended(ALICE, row["id"], 20)
        assert summary.state is State.READY and summary.lines and summary.attempts <= 3
        assert hash_of_sources(summary.sources) == summary.hash, "it is of the notes that it names"


@pytest.mark.parametrize("seed", range(IN_CI))
async def test_killed_at_a_random_moment(tmp_path: Path, seed: int) -> None:
    assert await check(tmp_path, seed)


@pytest.mark.faults
@pytest.mark.timeout(1800)
async def test_killed_at_many_random_moments(tmp_path: Path) -> None:
    confirmed = Counter[str]()
    for seed in range(IN_CI, IN_ALL):
        folder = tmp_path / str(seed)
        folder.mkdir()
        confirmed += await check(folder, seed)
    print(f"{2 * (IN_ALL - IN_CI)} kills; confirmed before them and there afterwards: {dict(confirmed)}")
    assert {"notes", "step", "question", "answer", "term", "rated", "summary", "split"} <= confirmed.keys()
