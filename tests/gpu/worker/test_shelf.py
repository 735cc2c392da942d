"""Which models stay on the device."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from bot.gpu.worker.shelf import Shelf


@dataclass(frozen=True)
class Box:
    name: str
    bytes: int


def shelf(budget: int, *boxes: tuple[str, int]) -> Shelf[Box]:
    found: Shelf[Box] = Shelf(budget)
    for name, size in boxes:
        found.put(Box(name, size))
    return found


def test_the_one_unused_for_longest_leaves() -> None:
    models = shelf(10, ("a", 4), ("b", 4))
    models.use("a")
    models.done("a")
    assert models.clear_for(4) and models.names == ["a"]


def test_what_is_used_stays_and_nothing_leaves_in_vain() -> None:
    models = shelf(10, ("a", 4), ("b", 4))
    models.use("b")
    assert not models.clear_for(8) and models.names == ["a", "b"]
    models.done("b")
    assert models.clear_for(8) and models.names == []


def test_one_too_large_for_the_budget_is_tried_with_nothing_beside_it() -> None:
    models = shelf(10, ("a", 4))
    assert models.clear_for(99) and models.names == []
    assert models.clear_for(99)


def test_what_is_retired_leaves_when_nobody_uses_it() -> None:
    models = shelf(100, ("a", 10), ("b", 10))
    models.use("a")
    assert not models.retire("a") and models.retire("b") and models.names == ["a"]
    models.done("a")
    assert models.names == [] and not models.retire("a")


def test_idle_ones_make_room() -> None:
    models = shelf(99, ("a", 1), ("b", 1), ("c", 1))
    models.use("a")
    assert models.drop_idle("b") and models.names == ["b", "a"]
    assert not models.drop_idle("b")


@given(
    st.integers(1, 20),
    st.lists(st.tuples(st.sampled_from("abcde"), st.integers(1, 9), st.booleans()), max_size=40),
)
def test_the_budget_holds_and_what_is_used_is_there(budget: int, steps: list[tuple[str, int, bool]]) -> None:
    models: Shelf[Box] = Shelf(budget)
    used: list[str] = []
    for name, size, ends in steps:
        if ends and used:
            models.done(used.pop())
        if models.get(name) is None:
            if not models.clear_for(size):
                continue
            models.put(Box(name, size))
        models.use(name)
        used.append(name)
        items = [models.get(kept) for kept in models.names]
        assert all(models.get(kept) is not None for kept in used)
        assert len(items) == 1 or sum(item.bytes for item in items if item) <= budget
