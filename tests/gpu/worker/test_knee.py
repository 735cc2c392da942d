"""Where another row stops paying, and what memory holds."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gpu.worker.knee import GROW_AFTER, Knee, MemoryCap


def live(knee: Knee, seconds_for: dict[int, float], demand: int, forwards: int = 60) -> int:
    """Forwards under constant demand; the rows of the last one."""
    rows = 0
    for _ in range(forwards):
        rows = knee.limit("shape", demand)
        knee.record("shape", rows, seconds_for[rows])
    return rows


@pytest.mark.parametrize(
    ("seconds_for", "settles"),
    [
        ({2: 1.0, 4: 1.1, 8: 1.3, 16: 1.8}, 16),
        ({2: 1.0, 4: 1.5, 8: 3.2, 16: 9.9}, 4),
        ({2: 1.0, 4: 2.1, 8: 4.3, 16: 9.9}, 2),
    ],
)
def test_it_doubles_only_while_that_gains(seconds_for: dict[int, float], settles: int) -> None:
    assert live(Knee(), seconds_for, demand=16) == settles


def test_what_was_learnt_outlives_the_process() -> None:
    """As JSON; the next life starts at the knee instead of at the bottom."""
    shape = ("model", "UNet", (4, 16, 16))
    first = Knee()
    for _ in range(60):
        rows = first.limit(shape, 16)
        first.record(shape, rows, {2: 1.0, 4: 1.5, 8: 3.2, 16: 9.9}[rows])
    second = Knee()
    second.recall(json.loads(json.dumps(first.learnt())))
    assert Knee().limit(shape, 16) == 2 and first.limit(shape, 16) == second.limit(shape, 16) == 4
    assert second.limit(("another", "UNet", (4, 16, 16)), 16) == 2


@pytest.mark.parametrize("strange", [[{}], [1], [{"model": "m", "kind": "k", "sides": 5, "rows": 1}], 7])
def test_strange_memories_are_refused(strange: Any) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        Knee().recall(strange)


def test_without_demand_nothing_is_tried() -> None:
    assert live(Knee(), {2: 1.0}, demand=2) == 2


@given(st.integers(1, 64), st.integers(1, 8), st.integers(1, 32))
def test_the_limit_is_within_its_bounds(demand: int, start: int, most: int) -> None:
    assert 1 <= Knee(start, most).limit("shape", demand) <= most


def test_the_cap_halves_holds_and_grows_back() -> None:
    cap = MemoryCap()
    assert cap.rows("s", 8) == 8
    assert cap.failed("s", 8) and cap.rows("s", 8) == 4
    for _ in range(GROW_AFTER):
        cap.held("s", 4)
    assert cap.rows("s", 8) == 8
    assert cap.rows("another", 8) == 8
    assert not cap.failed("s", 1)
