"""Questions, glossary, index, and the post that comes of them."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BadRequest
from bot.reading.model import Step
from bot.reading.post import Post, lowered
from bot.reading.terms import recurring
from tests.reading.conftest import ALICE, Reader


class Crash(BaseException):
    """The end of the process, for all that the code can do about it."""


async def test_a_crash_between_a_note_and_its_chapter_loses_and_doubles_nothing(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = await reader.to(await reader.begun(), Step.NOTES)
    chapter = book.chapter
    assert chapter is not None
    steps = reader.service.steps

    async def crash(*_: object) -> None:
        raise Crash

    for place, there in (("_note", 0), ("_written", 1)):  # before the note is committed, and right after
        with monkeypatch.context() as patch, pytest.raises(Crash):
            patch.setattr(steps, place, crash)
            await steps.write_notes(ALICE, book.id, chapter.id, "Trees keep order", key=4711)
        assert len(await reader.notes.recent(ALICE)) == there
    now = (await reader.service.reading(ALICE, book.id)).book
    assert now.chapter is not None and now.chapter.step is Step.QUESTIONS
    assert [words for _, words in await reader.service.shelf.own_words(ALICE, now)] == ["Trees keep order"]
    assert len(await reader.notes.recent(ALICE)) == 1


async def test_what_is_sent_at_once_is_one_note_and_one_question(reader: Reader) -> None:
    book = await reader.to(await reader.begun(), Step.NOTES)
    chapter = book.chapter
    assert chapter is not None
    write, ask = reader.service.steps.write_notes, reader.service.shelf.ask
    await asyncio.gather(*(write(ALICE, book.id, chapter.id, f"thought {n}", reader.key()) for n in range(3)))
    await asyncio.gather(*(ask(ALICE, book.id, chapter.id, "Why trees?\nWhy logs?") for _ in range(3)))
    (note,) = await reader.notes.recent(ALICE)
    assert all(f"thought {n}" in note.body for n in range(3))
    assert len((await reader.service.reading(ALICE, book.id)).questions) == 2


async def test_a_part_that_is_split_again_is_joined_first(reader: Reader) -> None:
    book, steps = await reader.begun(), reader.service.steps
    assert book.chapter is not None
    halves = await steps.split(ALICE, book.id, book.chapter.id, "One half\nThe other half")
    assert halves.chapter is not None
    quarters = await steps.split(ALICE, book.id, halves.chapter.id, "A quarter\nAnother quarter")
    with pytest.raises(BadRequest, match="split again"):
        await steps.join(ALICE, book.id, halves.chapters[1].id)
    assert quarters.chapter is not None
    await steps.join(ALICE, book.id, quarters.chapter.id)
    whole = await steps.join(ALICE, book.id, halves.chapters[1].id)
    assert [one.title for one in whole.chapters] == [one.title for one in book.chapters]


async def test_notes_in_the_trash_are_not_added_to(reader: Reader) -> None:
    book = await reader.to(await reader.begun(), Step.QUESTIONS)
    chapter = book.chapter
    assert chapter is not None and chapter.note_id is not None
    await reader.notes.trash(ALICE, chapter.note_id)
    book = await reader.service.steps.write_notes(ALICE, book.id, chapter.id, "Once more", reader.key())
    assert [words for _, words in await reader.service.shelf.own_words(ALICE, book)] == ["Once more"]


async def test_questions_are_answered_later_or_ticked_off_by_a_later_chapter(reader: Reader) -> None:
    book = await reader.to(await reader.begun(), Step.QUESTIONS)
    first = book.chapter
    assert first is not None
    added = await reader.service.shelf.ask(ALICE, book.id, first.id, "- Why trees?\n2. What is a log?\n\nWhy trees?")
    assert added == ["Why trees?", "What is a log?"]
    assert await reader.service.shelf.ask(ALICE, book.id, first.id, "why TREES?") == []
    book = await reader.service.steps.advance(ALICE, book.id, first.id, Step.QUESTIONS)
    one, other = (await reader.service.reading(ALICE, book.id)).questions
    answered = await reader.service.shelf.answer(ALICE, one.id, "They keep order.")
    assert (answered.answer, answered.answered_in, answered.chapter_id) == (
        "They keep order.",
        book.chapter_id,
        first.id,
    )
    ticked = await reader.service.shelf.tick(ALICE, other.id)
    assert not ticked.is_open and ticked.answer == ""
    assert await reader.service.shelf.questions_in_review(ALICE) == {one.id}, "without an answer nothing is asked"
    assert not (await reader.service.reading(ALICE, book.id)).open_questions
    await reader.service.shelf.remove_question(ALICE, one.id)
    assert [q.id for q in (await reader.service.reading(ALICE, book.id)).questions] == [other.id]
    assert await reader.service.shelf.questions_in_review(ALICE) == set()
    assert (await reader.service.shelf.remove_question(ALICE, one.id, False)).answer == "They keep order."
    again = await reader.service.shelf.reopen(ALICE, one.id)
    assert again.is_open and again.answer == "They keep order."
    with pytest.raises(BadRequest):
        await reader.service.shelf.answer(ALICE, one.id, "  ")
    with pytest.raises(BadRequest):
        await reader.service.shelf.ask(ALICE, book.id, None, " \n ")


async def test_terms_that_come_back_are_proposed_until_they_are_kept_or_refused(reader: Reader) -> None:
    book = await reader.begun()
    for words in ("A quorum of nodes decides.", "With consistent hashing a node moves little.", "A **quorum** again."):
        chapter = book.chapter
        assert chapter is not None
        book = await reader.to(book, Step.NOTES)
        book = await reader.service.steps.write_notes(ALICE, book.id, chapter.id, words, reader.key())
        book = await reader.service.steps.advance(ALICE, book.id, chapter.id, Step.QUESTIONS)
    proposed = [one.term for one in await reader.service.shelf.proposals(ALICE, book.id)]
    assert "quorum" in proposed and len({term.rstrip("s") for term in proposed}) == len(proposed)
    await reader.service.shelf.keep_term(ALICE, book.id, "Quorum", "A majority that may decide")
    await reader.service.shelf.refuse_term(ALICE, book.id, "nodes")
    assert await reader.service.shelf.proposals(ALICE, book.id) == []
    reading = await reader.service.reading(ALICE, book.id)
    assert [(one.term, one.meaning) for one in reading.glossary] == [("Quorum", "A majority that may decide")]
    refused = await reader.service.shelf.refuse_term(ALICE, book.id, "quorum")
    assert not (await reader.service.reading(ALICE, book.id)).glossary
    await reader.service.shelf.want_term(ALICE, refused.id)
    (kept,) = (await reader.service.reading(ALICE, book.id)).glossary
    assert kept.meaning == "A majority that may decide", "a refusal forgets no meaning"
    node = next(one for one in (await reader.service.reading(ALICE, book.id)).terms if one.term == "nodes")
    await reader.service.shelf.want_term(ALICE, node.id)
    assert [one.term for one in await reader.service.shelf.proposals(ALICE, book.id)] == ["nodes"]
    with pytest.raises(BadRequest):
        await reader.service.shelf.keep_term(ALICE, book.id, "empty", " ")


def test_longer_terms_go_before_their_words() -> None:
    found = recurring(
        ["Consistent hashing is used.", "They use consistent hashing here, and B-trees.", "A B-tree."], []
    )
    assert [one.term.casefold() for one in found] == ["consistent hashing", "b-trees"]


@given(st.lists(st.text(alphabet="abc XYZ.-`*\n", max_size=120), max_size=5))
def test_a_term_occurs_in_at_least_two_chapters(chapters: list[str]) -> None:
    for one in recurring(chapters, []):
        assert one.chapters >= 2
        first = one.term.casefold().split()[0]
        assert sum(first[:2] in text.casefold().replace("`", "").replace("*", "") for text in chapters) >= 2


async def test_a_reference_book_has_an_index_of_where_to_find_what(reader: Reader) -> None:
    book = await reader.service.start(
        ALICE, "SQL", "1. Queries ... 10\n   Window functions ... 212\n2. Joins ... 88", reference=True
    )
    book = await reader.service.preface(ALICE, book.id, "", "", "")
    assert book.stage == "index" and book.chapter is None
    with pytest.raises(BadRequest, match="what is where"):
        await reader.service.shelf.add_places(ALICE, book.id, "just words")
    assert await reader.service.shelf.add_places(ALICE, book.id, "anti joins: p. 91\n- upsert - box on p. 40") == 2
    found = await reader.service.shelf.look_up(ALICE, book.id, "joins")
    assert [(one.topic, one.place) for one in found] == [("anti joins", "p. 91"), ("2 Joins", "p. 88")]
    (window,) = await reader.service.shelf.look_up(ALICE, book.id, "WINDOW functions")
    assert window.place == "p. 212, in 1 Queries"
    assert await reader.service.shelf.look_up(ALICE, book.id, "nothing") == []
    (place, _) = await reader.service.shelf.places(ALICE, book.id)
    await reader.service.shelf.remove_place(ALICE, place.id)
    assert [one.topic for one in await reader.service.shelf.places(ALICE, book.id)] == ["upsert"]
    await reader.service.shelf.remove_place(ALICE, place.id, False)
    assert len(await reader.service.shelf.places(ALICE, book.id)) == 2


async def test_the_post_has_everything_that_was_written(reader: Reader) -> None:
    book = await reader.to(await reader.begun(), Step.NOTES)
    first = book.chapter
    assert first is not None
    words = "# Order\nTrees keep order.\n```\n# not a heading\n```"
    book = await reader.service.steps.write_notes(ALICE, book.id, first.id, words, reader.key())
    shelf = reader.service.shelf
    await shelf.ask(ALICE, book.id, first.id, "Why trees?\nWhat is open?")
    (question, _) = (await reader.service.reading(ALICE, book.id)).questions
    await shelf.answer(ALICE, question.id, "Order.")
    await shelf.keep_term(ALICE, book.id, "B-tree", "A wide tree")
    reading = await reader.service.reading(ALICE, book.id)
    post = Post(
        book=reading.book,
        notes=await shelf.own_words(ALICE, reading.book),
        questions=reading.questions,
        terms=reading.glossary,
        summary=[("Trees keep order.", "1 Trees")],
        made_by="Sentences of the notes.",
        cover="cover.png",
        first_day=date(2025, 11, 3),
        last_day=date(2025, 11, 25),
    )
    text = post.text()
    assert post.file_name == "databases.md"
    assert text.startswith("# Databases\n\n![Databases](cover.png)\n\n*Read 03 November 2025 to 25 November 2025")
    for said in (
        "## In short\n\n- Trees keep order. *(1 Trees)*",
        "## Who should read it\n\nEngineers",
        "*Part I: Storage*\n\n### 1 Trees (p. 3–40)\n\n#### Order\nTrees keep order.\n```\n# not a heading\n```",
        "- **B-tree**: A wide tree",
        "**Why trees?**\n\nOrder. *(1 Trees)*",
        "## Still open\n\n- What is open?",
    ):
        assert said in text
    assert "#book/databases" not in text


@given(st.text(alphabet="# a`\n", max_size=60))
def test_lowering_headings_changes_nothing_else(text: str) -> None:
    assert [line.lstrip("#") for line in lowered(text).split("\n")] == [line.lstrip("#") for line in text.split("\n")]
