"""Whose limits count, by table and by property."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.model import Limits, ServerRules, weight_of

NONE = Limits()
STAFF, GUEST = 7, 8


@pytest.mark.parametrize(
    ("server", "roles", "held", "ceiling", "expected"),
    [
        pytest.param(NONE, {}, (), NONE, NONE, id="nobody limits anything"),
        pytest.param(NONE, {}, (), Limits(10, 50), Limits(10, 50), id="the operator's own"),
        pytest.param(Limits(3, 20), {}, (), Limits(10, 50), Limits(3, 20), id="the server's are lower"),
        pytest.param(Limits(30, 90), {}, (), Limits(10, 50), Limits(10, 50), id="and cannot be higher"),
        pytest.param(Limits(3, 20), {STAFF: Limits(9)}, (STAFF,), NONE, Limits(9, 20), id="a role instead"),
        pytest.param(Limits(3, 20), {STAFF: Limits(9)}, (), NONE, Limits(3, 20), id="for those who have it"),
        pytest.param(NONE, {STAFF: Limits(9), GUEST: Limits(1)}, (STAFF, GUEST), NONE, Limits(9), id="most generous"),
        pytest.param(Limits(5), {GUEST: Limits(0)}, (GUEST,), NONE, Limits(0), id="a role can be shut out"),
        pytest.param(Limits(5), {STAFF: Limits(9)}, (STAFF,), Limits(7), Limits(7), id="never above the operator's"),
    ],
)
def test_limits(
    server: Limits, roles: dict[int, Limits], held: tuple[int, ...], ceiling: Limits, expected: Limits
) -> None:
    assert ServerRules(limits=server, roles=roles).limits_for(held, ceiling) == expected


amounts = st.none() | st.integers(0, 20)
limits = st.builds(Limits, amounts, amounts.map(lambda n: None if n is None else float(n)))


@given(limits, st.dictionaries(st.integers(1, 4), limits), st.sets(st.integers(1, 4)), limits)
def test_nobody_gets_more_than_the_operator_allows(
    server: Limits, roles: dict[int, Limits], held: set[int], ceiling: Limits
) -> None:
    got = ServerRules(limits=server, roles=roles).limits_for(held, ceiling)
    assert ceiling.waiting is None or (got.waiting is not None and got.waiting <= ceiling.waiting)
    assert ceiling.daily is None or (got.daily is not None and got.daily <= ceiling.daily)


def test_the_largest_boost_counts() -> None:
    boosts = ((1, 2.0), (2, 0.5), (3, 3.0))
    assert weight_of(boosts, {9}) == 1.0
    assert weight_of(boosts, {2}) == 0.5
    assert weight_of(boosts, {1, 2, 9}) == 2.0
