"""Whose turn it is, cancelling, and what comes of a summary that nobody waits for any more."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.db.database import Tx
from bot.errors import NotFound, OverLimit, StorageError
from bot.summaries.faces import face_of
from bot.summaries.model import Method, Progress, State, Summary
from bot.summaries.service import MOST_OPEN
from bot.summaries.turns import Turns
from tests.reading.conftest import ALICE, BOB
from tests.summaries.conftest import INK, Elsewhere, Scribe, endpoint, of_note, scribe_at


@given(st.lists(st.tuples(st.integers(1, 4), st.floats(0.1, 10)), min_size=1, max_size=60))
def test_nobody_waits_for_anothers_many(asked: list[tuple[int, float]]) -> None:
    """All ask at once. Whoever's is begun has, until then, had at most one piece of work more than anybody who still
    waits."""
    turns, waiting = Turns(), {number: (person, number) for number, (person, _) in enumerate(asked)}
    used = dict.fromkeys(range(1, 5), 0.0)
    longest = max(seconds for _, seconds in asked)
    while waiting:
        picked = turns.pick(waiting.values())
        assert picked is not None
        person, number = picked
        assert number == min(number for other, number in waiting.values() if other == person), "their own in order"
        for other, _ in waiting.values():
            assert used[person] <= used[other] + longest + 1e-6
        turns.begin(person)
        turns.end(person, asked[number][1])
        used[person] += asked[number][1]
        del waiting[number]
    assert turns.pick([]) is None


def test_turns_are_not_saved_up() -> None:
    turns = Turns()
    for _ in range(5):
        turns.begin(1)
        turns.end(1, 10)
    order = []
    waiting = [(1, 1), (1, 2), (1, 3), (2, 4), (2, 5), (2, 6)]
    while waiting:
        picked = turns.pick(waiting)
        assert picked is not None
        order.append(picked[0])
        turns.begin(picked[0])
        turns.end(picked[0], 10)
        waiting.remove(picked)
    assert order[:2] == [2, 1] and sorted(order[2:4]) == [1, 2], "a newcomer comes next, and then both in turn"


async def ask(scribe: Scribe, text: str, owner: int = ALICE) -> Summary:
    return await scribe.service.ask(owner, of_note(await scribe.note(text, owner)))


async def test_one_persons_many_do_not_hold_up_anothers(tmp_path: Path, elsewhere: Elsewhere) -> None:
    elsewhere.going.clear()
    async with scribe_at(tmp_path, endpoint=endpoint(elsewhere)) as scribe:
        for owner in (ALICE, BOB):
            await scribe.service.choose(owner, Method.ENDPOINT, agree=True)
        many = [await ask(scribe, f"Note {number} says so much. It says it well.") for number in range(5)]
        other = await ask(scribe, "This is Bob's note. It is his only one.", BOB)
        assert (await scribe.service.progress(other)).ahead == 5
        elsewhere.going.set()
        assert (await scribe.service.ended(BOB, other.id, 20)).state is State.READY
        assert (await scribe.service.ended(ALICE, many[-1].id, 20)).state is State.READY
    sent = [str(body["messages"]) for body in elsewhere.asked]
    assert "Note 0" in sent[0] and "Bob" in sent[1]


async def test_cancelled_at_once_whether_it_waits_or_is_being_made(tmp_path: Path, elsewhere: Elsewhere) -> None:
    elsewhere.going.clear()
    async with scribe_at(tmp_path, endpoint=endpoint(elsewhere)) as scribe:
        await scribe.service.choose(ALICE, Method.ENDPOINT, agree=True)
        first, second, third = [await ask(scribe, f"Note {n} says so much. It says it well.") for n in range(3)]
        while (await scribe.service.find(ALICE, first.id)).state is not State.RUNNING:
            await asyncio.sleep(0.01)
        waiter = asyncio.create_task(scribe.service.ended(ALICE, second.id, 20))
        with pytest.raises(NotFound):
            await scribe.service.cancel(BOB, first.id)
        for summary in (first, second):
            assert (await scribe.service.cancel(ALICE, summary.id)).state is State.CANCELLED
        assert (await waiter).state is State.CANCELLED, "whoever watches is told"
        elsewhere.going.set()
        made = await scribe.service.ended(ALICE, third.id, 20)
        assert made.state is State.READY and made.attempts == 1
        assert (await scribe.service.cancel(ALICE, third.id)).state is State.READY, "what has ended stays"
        assert face_of("a name", await scribe.service.find(ALICE, first.id)) is None
        again = await scribe.service.ask(ALICE, first.target)
        assert again.id != first.id and (await scribe.service.ended(ALICE, again.id, 20)).state is State.READY


async def test_pressed_twice_at_once_it_is_one(tmp_path: Path) -> None:
    async with scribe_at(tmp_path, start=False) as scribe:
        target = of_note(await scribe.note())
        asked = await asyncio.gather(*(scribe.service.ask(ALICE, target) for _ in range(5)))
        assert len({summary.id for summary in asked}) == 1


async def test_so_many_may_wait(tmp_path: Path) -> None:
    async with scribe_at(tmp_path, start=False) as scribe:
        for number in range(MOST_OPEN):
            await ask(scribe, f"Note {number} says so much.")
        with pytest.raises(OverLimit, match="waiting"):
            await ask(scribe, "This is one too many.")
        await ask(scribe, "This is somebody else's.", BOB)


async def test_a_note_edited_meanwhile_makes_it_stale_and_an_erased_one_ends_it(
    tmp_path: Path, elsewhere: Elsewhere
) -> None:
    elsewhere.going.clear()
    async with scribe_at(tmp_path, endpoint=endpoint(elsewhere)) as scribe:
        await scribe.service.choose(ALICE, Method.ENDPOINT, agree=True)
        note = await scribe.note()
        edited, erased = await scribe.service.ask(ALICE, of_note(note)), await ask(scribe, "Gone soon. It is so.")
        while (await scribe.service.find(ALICE, edited.id)).state is not State.RUNNING:
            await asyncio.sleep(0.01)
        await scribe.reader.notes.append(ALICE, note, "Something was added.")
        elsewhere.going.set()
        made = await scribe.service.ended(ALICE, edited.id, 20)
        assert (await scribe.service.changes(ALICE, made)).changed == (note,)
        await scribe.service.ended(ALICE, erased.id, 20)
        elsewhere.going.clear()
        third = await ask(scribe, "Being made just now. It is so.")
        while (await scribe.service.find(ALICE, third.id)).state is not State.RUNNING:
            await asyncio.sleep(0.01)
        async with scribe.reader.database.transaction() as tx:
            await tx.execute("DELETE FROM summaries")
        scribe.service.erased(ALICE)
        with pytest.raises(NotFound):
            await scribe.service.ended(ALICE, third.id, 20)
        elsewhere.going.set()
        other = await scribe.service.ask(ALICE, of_note(note))
        assert (await scribe.service.ended(ALICE, other.id, 20)).state is State.READY, "it goes on"


async def test_progress_says_what_is_known(tmp_path: Path, elsewhere: Elsewhere) -> None:
    async with scribe_at(tmp_path, endpoint=endpoint(elsewhere)) as scribe:
        await scribe.service.choose(ALICE, Method.ENDPOINT, agree=True)
        elsewhere.going.clear()
        first = await ask(scribe, "Nothing is known yet. It is so.")
        assert await scribe.service.progress(first) == Progress()
        elsewhere.going.set()
        await scribe.service.ended(ALICE, first.id, 20)
        elsewhere.going.clear()
        asked = await ask(scribe, "This is a long note of many words. " * 2000)
        while (seen := await scribe.service.progress(asked)).parts == 1:
            await asyncio.sleep(0.001)
        assert (seen.done, seen.parts, seen.ahead) == (0, 3, 0)
        elsewhere.going.set()
        await scribe.service.ended(ALICE, asked.id, 20)
        elsewhere.going.clear()
        again = await ask(scribe, "This is another long note. " * 2000)
        while (seen := await scribe.service.progress(again)).parts == 1:
            await asyncio.sleep(0.001)
        assert seen.left_seconds is not None, "so long as the parts before it took"
        elsewhere.going.set()


# ---- nobody waits any more


async def test_it_is_brought_once_nobody_can_be_shown_it(tmp_path: Path, elsewhere: Elsewhere) -> None:
    brought: list[tuple[int, int]] = []

    async def bring(tx: Tx, owner: int, summary: int) -> None:
        brought.append((owner, summary))

    elsewhere.going.clear()
    async with scribe_at(tmp_path, endpoint=endpoint(elsewhere), start=False) as scribe:
        scribe.service.brought_by(bring)
        await scribe.service.start()
        await scribe.service.choose(ALICE, Method.ENDPOINT, agree=True)
        late, seen, cancelled, interrupted = [
            await ask(scribe, f"Note {n} says so much. It says it well.") for n in range(4)
        ]
        for summary in (late, seen, cancelled, interrupted):
            await scribe.service.watch(ALICE, summary.id)
        await scribe.service.let_go(ALICE, late.id)
        await scribe.service.let_go(ALICE, cancelled.id)
        await scribe.service.cancel(ALICE, cancelled.id)
        elsewhere.going.set()
        await scribe.service.ended(ALICE, seen.id, 20)
        await scribe.service.shown(ALICE, seen.id)
        assert brought == [(ALICE, late.id)]
        await scribe.service.ended(ALICE, interrupted.id, 20)
        await scribe.service.let_go(ALICE, seen.id)
        assert brought == [(ALICE, late.id), (ALICE, seen.id)], "one that has ended is brought at once"
    brought.clear()
    async with scribe_at(tmp_path, start=False) as scribe:
        scribe.service.brought_by(bring)
        await scribe.service.start()
        assert brought == [(ALICE, interrupted.id)], "its message never said what came of it"
    brought.clear()
    async with scribe_at(tmp_path, start=False) as scribe:
        scribe.service.brought_by(bring)
        await scribe.service.start()
        assert not brought


async def test_what_is_being_made_when_the_bot_ends_was_no_try(tmp_path: Path, elsewhere: Elsewhere) -> None:
    elsewhere.going.clear()
    for _ in range(4):
        async with scribe_at(tmp_path, endpoint=endpoint(elsewhere)) as scribe:
            await scribe.service.choose(ALICE, Method.ENDPOINT, agree=True)
            if not (rows := await scribe.reader.database.fetch_all("SELECT id FROM summaries")):
                await ask(scribe, INK)
                rows = await scribe.reader.database.fetch_all("SELECT id FROM summaries")
            while (await scribe.service.find(ALICE, rows[0]["id"])).state is not State.RUNNING:
                await asyncio.sleep(0.01)
    elsewhere.going.set()
    async with scribe_at(tmp_path, endpoint=endpoint(elsewhere)) as scribe:
        made = await scribe.service.ended(ALICE, rows[0]["id"], 20)
        assert made.state is State.READY and made.attempts == 1


async def test_what_could_not_be_kept_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.summaries.making.LOOK_SECONDS", 0.05)
    async with scribe_at(tmp_path) as scribe:
        store, tries = scribe.service._store, []
        finish = store.finish

        async def full(*values: object, **named: object) -> int:
            tries.append(1)
            if len(tries) < 3:
                raise StorageError("The disk is full.", is_full=True)
            return await finish(*values, **named)  # type: ignore[arg-type]

        monkeypatch.setattr(store, "finish", full)
        asked = await ask(scribe, INK)
        assert (await scribe.service.ended(ALICE, asked.id, 20)).state is State.READY and len(tries) == 3
