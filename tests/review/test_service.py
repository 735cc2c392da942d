"""Reviews: what comes, how much a day, what can be taken back."""

from __future__ import annotations

import pytest

from bot.errors import BadRequest, NotFound
from bot.reading.model import Step
from bot.review.model import DAILY, Kind, Rating
from tests.reading.conftest import ALICE, BOB
from tests.review.conftest import Reviewer

DAY = 86_400.0


async def answer(reviewer: Reviewer, rating: Rating = Rating.GOOD) -> int:
    """Answers the card that comes; its id."""
    card = (await reviewer.service.hand(ALICE)).card
    assert card is not None
    await reviewer.service.answer(ALICE, card.id, rating, answers=card.answers)
    return card.id


async def test_chapters_terms_and_answered_questions_come_by_themselves(reviewer: Reviewer) -> None:
    reader = reviewer.reader
    book = await reader.begun()
    chapter = book.chapter
    assert chapter is not None
    assert (await reviewer.service.hand(ALICE)).card is None
    book = await reader.to(book, Step.NOTES)
    await reader.service.steps.cannot_say(ALICE, book.id, chapter.id)
    hand = await reviewer.service.hand(ALICE)
    assert hand.face is not None and "1 Trees" in hand.face.front and "no notes" in hand.face.back
    await reader.service.steps.write_notes(ALICE, book.id, chapter.id, "Trees keep order", reader.key())
    await reader.service.shelf.keep_term(ALICE, book.id, "B-tree", "A wide tree")
    await reader.service.shelf.ask(ALICE, book.id, chapter.id, "Why?")
    (question,) = (await reader.service.reading(ALICE, book.id)).questions
    assert (await reviewer.service.hand(ALICE)).left == 2
    await reader.service.shelf.answer(ALICE, question.id, "Because")
    hand = await reviewer.service.hand(ALICE)
    assert hand.left == 3 and hand.face is not None and hand.face.back.startswith("Trees keep order")
    asked = {await answer(reviewer, Rating.EASY) for _ in range(3)}
    assert len(asked) == 3
    assert (await reviewer.service.hand(ALICE)).card is None
    await reader.service.remove(ALICE, book.id)
    reader.now += 100 * DAY
    assert (await reviewer.service.hand(ALICE)).card is None, "a removed book is not asked about"
    await reader.service.bring_back(ALICE, book.id)
    assert (await reviewer.service.hand(ALICE)).left == 3


async def test_a_note_is_chosen_left_out_and_not_asked_from_the_trash(reviewer: Reviewer) -> None:
    note = await reviewer.note("Ink\nis made of soot")
    card = await reviewer.service.choose(ALICE, Kind.NOTE, note)
    hand = await reviewer.service.hand(ALICE)
    assert hand.face is not None and (hand.face.front, hand.face.back) == (
        "What do you know of “Ink”?",
        "is made of soot",
    )
    await reviewer.service.leave_out(ALICE, card.id, True)
    assert (await reviewer.service.hand(ALICE)).card is None
    assert not await reviewer.service.is_in(ALICE, Kind.NOTE, note)
    await reviewer.service.choose(ALICE, Kind.NOTE, note)
    assert await reviewer.service.is_in(ALICE, Kind.NOTE, note)
    await reviewer.reader.notes.trash(ALICE, note)
    assert (await reviewer.service.hand(ALICE)).card is None
    await reviewer.reader.notes.restore(ALICE, note)
    assert (await reviewer.service.hand(ALICE)).card is not None


async def test_the_daily_limit_spreads_a_backlog(reviewer: Reviewer) -> None:
    await reviewer.terms(50)
    hand = await reviewer.service.hand(ALICE)
    assert (hand.daily, hand.left, hand.waiting, hand.days) == (DAILY, 20, 30, 2)
    await reviewer.service.set_daily(ALICE, 5)
    days = []
    for _ in range(3):
        done = set()
        while (hand := await reviewer.service.hand(ALICE)).card is not None:
            done.add(await answer(reviewer, Rating.EASY))
        days.append(done)
        assert hand.waiting == 50 - 5 * len(days), "what waits is not lost"
        reviewer.reader.now += DAY
    assert [len(done) for done in days] == [5, 5, 5] and not days[0] & days[1] & days[2]
    for wrong in (0, 201):
        with pytest.raises(BadRequest):
            await reviewer.service.set_daily(ALICE, wrong)


async def test_what_is_being_learnt_comes_again_the_same_day_whatever_the_limit(reviewer: Reviewer) -> None:
    await reviewer.terms(3)
    await reviewer.service.set_daily(ALICE, 1)
    first = await answer(reviewer, Rating.AGAIN)
    hand = await reviewer.service.hand(ALICE)
    assert hand.card is not None and hand.card.id == first, "nothing else is left today, so it comes ahead"
    reviewer.reader.now += 120
    assert await answer(reviewer, Rating.EASY) == first
    assert (await reviewer.service.hand(ALICE)).card is None


async def test_the_last_answer_can_be_taken_back(reviewer: Reviewer) -> None:
    await reviewer.terms(2)
    before = (await reviewer.service.hand(ALICE)).card
    assert before is not None
    first = await answer(reviewer, Rating.EASY)
    one = (await reviewer.service.hand(ALICE)).last_answer
    assert one is not None
    await answer(reviewer, Rating.AGAIN)
    with pytest.raises(NotFound, match="Only the last"):
        await reviewer.service.undo(ALICE, one)
    newest = (await reviewer.service.hand(ALICE)).last_answer
    assert newest is not None
    await reviewer.service.undo(ALICE, newest)
    assert await reviewer.service.undo(ALICE, one) == first
    card = (await reviewer.service.show(ALICE, first)).card
    assert card.memory == before.memory
    assert (await reviewer.service.hand(ALICE)).done == 0


async def test_a_button_pressed_twice_counts_once(reviewer: Reviewer) -> None:
    await reviewer.terms(1)
    card = (await reviewer.service.hand(ALICE)).card
    assert card is not None
    await reviewer.service.answer(ALICE, card.id, Rating.GOOD, answers=card.answers)
    with pytest.raises(NotFound, match="answered already"):
        await reviewer.service.answer(ALICE, card.id, Rating.GOOD, answers=card.answers)


async def test_nobody_else_reaches_a_card(reviewer: Reviewer) -> None:
    await reviewer.terms(1)
    note = await reviewer.note("secret")
    card = (await reviewer.service.hand(ALICE)).card
    assert card is not None
    await answer(reviewer)
    last = (await reviewer.service.hand(ALICE)).last_answer
    assert last is not None
    service = reviewer.service
    before = await service.show(ALICE, card.id)
    for verb in (
        lambda: service.show(BOB, card.id),
        lambda: service.answer(BOB, card.id, Rating.GOOD, answers=1),
        lambda: service.undo(BOB, last),
        lambda: service.choose(BOB, Kind.NOTE, note),
        lambda: service.choose(BOB, Kind.TERM, card.subject_id),
        lambda: service.leave_out(BOB, card.id, True),
    ):
        with pytest.raises(NotFound):
            await verb()
    assert (await service.hand(BOB)).card is None
    assert await service.show(ALICE, card.id) == before
