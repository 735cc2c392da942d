"""The cards of reading stay within Discord's limits, however full a book is."""

from __future__ import annotations

import pytest
from discord import ui

from bot.reading.model import Book, Chapter, Heading, Place, Proposal, Question, Stage, Step, Term
from bot.reading.service import Reading
from bot.reading.shelf import Found
from cogs.read import render, render_shelf
from tests.cogs.limits import LONG, check


def full(stage: Stage, step: Step) -> Reading:
    """As much of everything as there can be."""
    headings = tuple(Heading(LONG[:200], number) for number in range(60))
    chapters = tuple(
        Chapter(10**17 + n, 1, n, str(n), LONG[:200], 10 * n, LONG[:200], headings, step, again=1) for n in range(300)
    )
    questions = tuple(
        Question(10**17 + n, 1, None, LONG[:500], LONG[:2000] if n % 2 else "", 10**17, 0.0, 1.0 if n % 2 else None)
        for n in range(80)
    )
    terms = tuple(Term(n, 1, f"{n} {LONG[:70]}", LONG[:1000]) for n in range(80))
    book = Book(
        10**17, LONG[:200], stage is Stage.INDEX, stage, 10**17 + 5, LONG[:1500], LONG[:1500], LONG[:1500],
        "until 2026-12-31", 0, 0.0, 0.0, None, None, None, chapters,
    )  # fmt: skip
    return Reading(book, questions, terms, enough=False)


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("step", [Step.SCAN, Step.SKIM, Step.READ, Step.NOTES, Step.QUESTIONS])
def test_a_full_book(stage: Stage, step: Step) -> None:
    check(render.book_card(full(stage, step), ["said"]))


def test_everything_beside_it() -> None:
    reading = full(Stage.CHAPTERS, Step.READ)
    book = reading.book
    places = [Place(n, LONG[:150], LONG[:150]) for n in range(80)]
    for view in (
        render.more(book),
        render.chapters(book, 0),
        render.chapters(book, 275),
        render_shelf.questions(reading),
        render_shelf.question(reading.questions[0], "1 Trees"),
        render_shelf.question(reading.questions[1], LONG[:200]),
        render_shelf.glossary(reading, [Proposal(f"{n} {LONG[:77]}", 3) for n in range(8)]),
        render_shelf.proposal(book.id, LONG[:80]),
        render_shelf.term(reading.terms[0]),
        render_shelf.index(reading, places),
        render_shelf.found(book.id, book.title, LONG[:100], [Found(LONG[:150], LONG[:300])] * 12),
    ):
        check(view)
    assert isinstance(render.more(book), ui.LayoutView)
