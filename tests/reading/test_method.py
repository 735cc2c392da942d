"""The method step by step, on a real database."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import BadRequest, NotFound
from bot.notes.query import Filter, Query
from bot.reading.limits import Limit, read_limit
from bot.reading.method import pages, to_reread
from bot.reading.model import Stage, Step
from tests.reading.conftest import ALICE, BOB, CONTENTS, Reader, opened

DAY = 86_400.0


async def test_from_preface_to_the_last_question(reader: Reader) -> None:
    book = await reader.begun()
    assert (book.stage, book.who, book.how) == (Stage.CHAPTERS, "Engineers", "In order")
    seen = []
    while book.stage is Stage.CHAPTERS:
        chapter = book.chapter
        assert chapter is not None
        seen.append((chapter.name, chapter.step))
        if chapter.step is Step.NOTES:
            book = await reader.service.steps.write_notes(ALICE, book.id, chapter.id, "In my words", reader.key())
        else:
            book = await reader.service.steps.advance(ALICE, book.id, chapter.id, chapter.step)
    steps = [Step.SCAN, Step.SKIM, Step.READ, Step.NOTES, Step.QUESTIONS]
    assert seen == [(name, step) for name in ("1 Trees", "2 Hashing", "3 Replication") for step in steps]
    assert (book.stage, book.done, book.chapter) == (Stage.FINISHED, 3, None)


async def test_notes_are_notes_of_the_notebook_once(reader: Reader) -> None:
    book = await reader.to(await reader.begun(), Step.NOTES)
    chapter = book.chapter
    assert chapter is not None
    key = reader.key()
    for _ in range(2):  # the form was sent twice
        book = await reader.service.steps.write_notes(ALICE, book.id, chapter.id, "Trees keep order", key)
    (note,) = await reader.notes.recent(ALICE)
    note = await reader.notes.find(ALICE, note.id)
    assert (note.title, note.notebook, note.tags) == ("1 Trees · Databases", "Databases", ("book/databases",))
    assert await reader.notes.search.order(ALICE, Query(filters=(Filter("tag", "book"),))) == [note.id]
    ((_, words),) = await reader.service.shelf.own_words(ALICE, book)
    assert words == "Trees keep order"


async def test_a_second_pass_adds_to_the_note(reader: Reader) -> None:
    book = await reader.to(await reader.begun(), Step.QUESTIONS)
    chapter = book.chapter
    assert chapter is not None
    book = await reader.service.steps.advance(ALICE, book.id, chapter.id, Step.QUESTIONS)
    book = await reader.service.steps.go_to(ALICE, book.id, chapter.id)
    assert book.chapter is not None and (book.chapter.id, book.chapter.step) == (chapter.id, Step.READ)
    await reader.service.steps.write_notes(ALICE, book.id, chapter.id, "And a second thought", reader.key())
    (note,) = await reader.notes.recent(ALICE)
    assert note.version == 2 and "My words" in note.body and "second thought" in note.body


async def test_cannot_say_it_yet_goes_back_to_reading_and_waits(reader: Reader) -> None:
    book = await reader.to(await reader.begun(), Step.NOTES)
    chapter = book.chapter
    assert chapter is not None
    book = await reader.service.steps.cannot_say(ALICE, book.id, chapter.id)
    assert book.chapter is not None and (book.chapter.step, book.chapter.again) == (Step.READ, 1)
    assert [one.id for one in to_reread(book)] == [chapter.id]
    assert await reader.service.shelf.chapters_in_review(ALICE) == {chapter.id}
    book = await reader.service.steps.later(ALICE, book.id, chapter.id)
    assert book.chapter is not None and book.chapter.title == "Hashing"
    book = await reader.service.steps.back(ALICE, book.id)
    assert book.chapter is not None and (book.chapter.id, book.chapter.step) == (chapter.id, Step.READ)
    book = await reader.service.steps.later(ALICE, book.id, chapter.id)
    for other in book.chapters[1:]:
        book = await reader.service.steps.skip(ALICE, book.id, other.id)
    assert book.chapter is not None and book.chapter.id == chapter.id, "it comes again in the end"
    book = await reader.to(book, Step.QUESTIONS)
    assert not to_reread(book)


async def test_an_old_card_changes_nothing(reader: Reader) -> None:
    book = await reader.begun()
    chapter = book.chapter
    assert chapter is not None
    for _ in range(3):
        book = await reader.service.steps.advance(ALICE, book.id, chapter.id, Step.SCAN)
    assert book.chapter is not None and book.chapter.step is Step.SKIM
    book = await reader.service.steps.advance(ALICE, book.id, chapter.id, Step.NOTES)
    assert book.chapter is not None and book.chapter.step is Step.SKIM, "notes are left by writing them"
    book = await reader.service.steps.cannot_say(ALICE, book.id, chapter.id)
    assert book.chapter is not None and book.chapter.again == 0


async def test_a_long_chapter_is_read_in_parts_and_put_together_again(reader: Reader) -> None:
    book = await reader.begun()
    chapter = book.chapter
    assert chapter is not None
    split = await reader.service.steps.split(ALICE, book.id, chapter.id, "B-trees, p. 5\nLogs, p. 20")
    assert [one.name for one in split.chapters] == ["1a B-trees", "1b Logs", "2 Hashing", "3 Replication"]
    assert [one.position for one in split.chapters] == [0, 1, 2, 3]
    first = split.chapter
    assert first is not None and first.part == "Part I: Storage" and pages(split, first) == (5, 19)
    joined = await reader.service.steps.join(ALICE, book.id, first.id)
    assert [one.name for one in joined.chapters] == [one.name for one in book.chapters]
    assert joined.chapter_id == chapter.id
    with pytest.raises(BadRequest, match="at least two"):
        await reader.service.steps.split(ALICE, book.id, chapter.id, "all of it")
    book = await reader.to(joined, Step.QUESTIONS)
    with pytest.raises(BadRequest, match="one piece"):
        await reader.service.steps.split(ALICE, book.id, chapter.id, "a\nb")


async def test_the_contents_can_be_taken_anew_before_reading_and_added_to_after(reader: Reader) -> None:
    book = await reader.service.start(ALICE, "Databases", "one\ntwo")
    book = await reader.service.set_contents(ALICE, book.id, CONTENTS, more=False)
    assert len(book.chapters) == 3
    book = await reader.service.preface(ALICE, book.id, "", "", "")
    book = await reader.to(book, Step.READ)
    with pytest.raises(BadRequest, match="begun to read"):
        await reader.service.set_contents(ALICE, book.id, "other", more=False)
    book = await reader.service.set_contents(ALICE, book.id, "4. Streams", more=True)
    assert [one.name for one in book.chapters][-1] == "4 Streams"
    assert book.chapter is not None and book.chapter.step is Step.READ


async def test_chapters_added_to_a_finished_book_are_read(reader: Reader) -> None:
    book = await reader.begun("1. Only")
    book = await reader.to(book, Step.DONE)
    assert book.stage is Stage.FINISHED
    book = await reader.service.set_contents(ALICE, book.id, "2. More", more=True)
    assert book.stage is Stage.CHAPTERS and book.chapter is not None and book.chapter.name == "2 More"


async def test_back_goes_one_step_and_loses_nothing(reader: Reader) -> None:
    book = await reader.to(await reader.begun(), Step.QUESTIONS)
    chapter = book.chapter
    assert chapter is not None
    book = await reader.service.steps.advance(ALICE, book.id, chapter.id, Step.QUESTIONS)
    book = await reader.service.steps.back(ALICE, book.id)
    assert book.chapter is not None and (book.chapter.id, book.chapter.step) == (chapter.id, Step.QUESTIONS)
    assert book.chapter.note_id is not None
    for step in (Step.NOTES, Step.READ, Step.SKIM, Step.SCAN):
        book = await reader.service.steps.back(ALICE, book.id)
        assert book.chapter is not None and book.chapter.step is step
    book = await reader.service.steps.back(ALICE, book.id)
    assert book.stage is Stage.PREFACE and book.who == "Engineers"


async def test_a_limit_is_reached_and_one_may_go_on(reader: Reader) -> None:
    book = await reader.begun()
    book = await reader.service.set_limit(ALICE, book.id, "1 chapter a day")
    assert book.stop_at == "1 a day"
    assert not (await reader.service.reading(ALICE, book.id)).enough
    first = book.chapter
    assert first is not None
    book = await reader.to(book, Step.QUESTIONS)
    book = await reader.service.steps.advance(ALICE, book.id, first.id, Step.QUESTIONS)
    assert (await reader.service.reading(ALICE, book.id)).enough
    await reader.service.go_on(ALICE, book.id)
    assert not (await reader.service.reading(ALICE, book.id)).enough, "one more, on purpose"
    await reader.service.set_limit(ALICE, book.id, "1 a day")
    reader.now += DAY
    assert not (await reader.service.reading(ALICE, book.id)).enough, "a new day"
    await reader.service.set_limit(ALICE, book.id, "chapter 1")
    assert (await reader.service.reading(ALICE, book.id)).enough
    await reader.service.set_limit(ALICE, book.id, "2025-11-25")
    assert (await reader.service.reading(ALICE, book.id)).enough
    stopped = await reader.service.stop(ALICE, book.id)
    assert stopped.stage is Stage.STOPPED
    assert (await reader.service.resume(ALICE, book.id)).stage is Stage.CHAPTERS
    with pytest.raises(BadRequest, match="no limit that I understand"):
        await reader.service.set_limit(ALICE, book.id, "when it is boring")


@given(
    st.one_of(
        st.builds(Limit, a_day=st.integers(1, 99)),
        st.builds(Limit, in_all=st.integers(1, 300)),
        st.builds(Limit, last_day=st.dates()),
    )
)
def test_a_limit_is_read_as_it_is_written(limit: Limit) -> None:
    assert read_limit(str(limit)) == limit


async def test_removed_is_off_the_shelf_and_can_be_brought_back(reader: Reader) -> None:
    book = await reader.begun()
    await reader.service.remove(ALICE, book.id)
    assert not await reader.service.listed(ALICE)
    with pytest.raises(NotFound):
        await reader.service.latest(ALICE)
    await reader.service.bring_back(ALICE, book.id)
    assert (await reader.service.latest(ALICE)).id == book.id
    await reader.service.remove(ALICE, book.id)
    reader.now += 31 * DAY
    await reader.service.start(ALICE, "Another", "one")
    with pytest.raises(NotFound):
        await reader.service.find(ALICE, book.id)


async def test_nobody_else_reaches_a_book(reader: Reader) -> None:
    book = await reader.to(await reader.begun(), Step.QUESTIONS)
    chapter = book.chapter
    assert chapter is not None
    service, steps, shelf = reader.service, reader.service.steps, reader.service.shelf
    await shelf.ask(ALICE, book.id, chapter.id, "secret?")
    (question,) = (await service.reading(ALICE, book.id)).questions
    term = await shelf.keep_term(ALICE, book.id, "secret", "hidden")
    await shelf.add_places(ALICE, book.id, "secret: p. 1")
    (place,) = await shelf.places(ALICE, book.id)
    verbs = [
        lambda: service.find(BOB, book.id),
        lambda: service.reading(BOB, book.id),
        lambda: service.latest(BOB),
        lambda: service.by_name(BOB, str(book.id)),
        lambda: service.by_name(BOB, "Databases"),
        lambda: service.set_contents(BOB, book.id, "mine", more=True),
        lambda: service.preface(BOB, book.id, "", "", ""),
        lambda: service.set_limit(BOB, book.id, "1 a day"),
        lambda: service.go_on(BOB, book.id),
        lambda: service.stop(BOB, book.id),
        lambda: service.resume(BOB, book.id),
        lambda: service.rename(BOB, book.id, "mine"),
        lambda: service.remove(BOB, book.id),
        lambda: service.bring_back(BOB, book.id),
        lambda: service.set_cover(BOB, book.id, 1),
        lambda: steps.advance(BOB, book.id, chapter.id, Step.QUESTIONS),
        lambda: steps.back(BOB, book.id),
        lambda: steps.go_to(BOB, book.id, chapter.id),
        lambda: steps.skip(BOB, book.id, chapter.id),
        lambda: steps.later(BOB, book.id, chapter.id),
        lambda: steps.cannot_say(BOB, book.id, chapter.id),
        lambda: steps.write_notes(BOB, book.id, chapter.id, "mine", 1),
        lambda: steps.split(BOB, book.id, chapter.id, "a\nb"),
        lambda: steps.join(BOB, book.id, chapter.id),
        lambda: shelf.ask(BOB, book.id, None, "mine"),
        lambda: shelf.question(BOB, question.id),
        lambda: shelf.answer(BOB, question.id, "mine"),
        lambda: shelf.tick(BOB, question.id),
        lambda: shelf.reopen(BOB, question.id),
        lambda: shelf.remove_question(BOB, question.id),
        lambda: shelf.proposals(BOB, book.id),
        lambda: shelf.keep_term(BOB, book.id, "mine", "mine"),
        lambda: shelf.refuse_term(BOB, book.id, "secret"),
        lambda: shelf.term(BOB, term.id),
        lambda: shelf.want_term(BOB, term.id),
        lambda: shelf.add_places(BOB, book.id, "mine: p. 2"),
        lambda: shelf.places(BOB, book.id),
        lambda: shelf.remove_place(BOB, place.id),
        lambda: shelf.look_up(BOB, book.id, "secret"),
        lambda: shelf.chapter(BOB, chapter.id),
    ]
    before = await service.reading(ALICE, book.id)
    for verb in verbs:
        with pytest.raises(NotFound):
            await verb()
    assert await service.contents(BOB, book.id) == ""
    assert not await service.listed(BOB) and not await shelf.chapters_in_review(BOB)
    assert not await shelf.terms_in_review(BOB) and not await shelf.questions_in_review(BOB)
    assert await service.reading(ALICE, book.id) == before


MOVES = st.lists(st.sampled_from(["next", "back", "skip", "later", "cannot", "notes", "goto"]), max_size=25)


@settings(max_examples=25, deadline=None)
@given(moves=MOVES, data=st.data())
async def test_whatever_is_pressed_the_book_stays_whole(moves: list[str], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with opened(Path(folder)) as reader:
            book = await reader.begun()
            for move in moves:
                chapter = book.chapter
                if chapter is None or move == "back":
                    book = await reader.service.steps.back(ALICE, book.id)
                    if book.stage is Stage.PREFACE:
                        book = await reader.service.preface(ALICE, book.id, "", "", "")
                elif move == "next":
                    book = await reader.service.steps.advance(ALICE, book.id, chapter.id, chapter.step)
                elif move == "skip":
                    book = await reader.service.steps.skip(ALICE, book.id, chapter.id)
                elif move == "later":
                    book = await reader.service.steps.later(ALICE, book.id, chapter.id)
                elif move == "cannot":
                    book = await reader.service.steps.cannot_say(ALICE, book.id, chapter.id)
                elif move == "notes":
                    book = await reader.service.steps.write_notes(ALICE, book.id, chapter.id, "words", reader.key())
                else:
                    other = data.draw(st.sampled_from(book.chapters))
                    book = await reader.service.steps.go_to(ALICE, book.id, other.id)
                reading = book.chapter
                assert [one.name for one in book.chapters] == ["1 Trees", "2 Hashing", "3 Replication"]
                assert (book.stage is Stage.FINISHED) == (reading is None) == all(c.step.is_over for c in book.chapters)
                assert reading is None or not reading.step.is_over
