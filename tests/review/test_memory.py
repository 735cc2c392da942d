"""FSRS as it is used here, and the order in which cards come."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from bot.review.memory import answered, order, recall, waits
from bot.review.model import Card, Kind, Memory, Rating

DAY = 86_400.0
NOW = 1_764_082_800.0
RATINGS = st.lists(st.sampled_from(list(Rating)), max_size=12)


def test_good_answers_come_after_the_known_intervals() -> None:
    memory, now, days = Memory(due_utc=NOW), NOW, []
    for _ in range(5):
        memory = answered(memory, Rating.GOOD, now)
        days.append(round((memory.due_utc - now) / DAY))
        now = memory.due_utc
    assert days == [0, 2, 11, 46, 163]


@given(RATINGS, st.floats(0, 400 * DAY))
def test_a_better_answer_never_comes_earlier(ratings: list[Rating], late: float) -> None:
    memory, now = Memory(due_utc=NOW), NOW
    for rating in ratings:
        memory = answered(memory, rating, now)
        now = memory.due_utc
    found = waits(memory, now + late)
    assert all(found[a] <= found[b] for a, b in itertools.pairwise(Rating))
    assert all(wait > 0 for wait in found.values())
    assert 0 <= recall(memory, now + late) <= 1


def card(number: int, memory: Memory) -> Card:
    return Card(number, Kind.TERM, number, memory)


MEMORIES = st.builds(lambda ratings, shift: _after(ratings, shift), RATINGS, st.floats(-60 * DAY, 0))


def _after(ratings: list[Rating], shift: float) -> Memory:
    memory, now = Memory(due_utc=NOW + shift), NOW + shift
    for rating in ratings:
        memory = answered(memory, rating, now)
        now = min(memory.due_utc, NOW)
    return memory


@given(st.lists(MEMORIES, max_size=20), st.integers(0, 10))
def test_the_order_of_a_day(memories: list[Memory], room: int) -> None:
    cards = [card(number, memory) for number, memory in enumerate(memories)]
    ends = NOW + 9 * 3600
    found = order(cards, NOW, ends, room)
    assert len({one.id for one in found}) == len(found)
    by_day = [one for one in found if not one.memory.is_learning]
    assert len(by_day) <= room, "the daily limit"
    for one in by_day:
        assert one.memory.is_new or one.memory.due_utc < ends
    kinds = [one.memory.is_new for one in by_day]
    assert kinds == sorted(kinds), "new ones come last"
    known = [recall(one.memory, NOW) for one in by_day if not one.memory.is_new]
    assert known == sorted(known, reverse=True)
    late = [one for one in cards if one.memory.is_learning and one.memory.due_utc <= NOW]
    assert {one.id for one in found[: len(late)]} == {one.id for one in late}, "what is being learnt is not put off"
