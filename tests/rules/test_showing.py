"""What becomes of flagged pictures, by table and by property."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.showing import Flagged, Floors, Place, Showing, at_least, stricter

SHOW, SPOILER, WITHHOLD = Showing
OPEN: Floors = dict.fromkeys(Place, SHOW)
USUAL: Floors = {
    Place.SERVER: SPOILER,
    Place.AGE_RESTRICTED: SHOW,
    Place.DIRECT: WITHHOLD,
    Place.ELSEWHERE: WITHHOLD,
}
STAFF, GUEST = 7, 8


@pytest.mark.parametrize(
    ("flagged", "place", "roles", "floors", "expected"),
    [
        pytest.param(Flagged(), Place.SERVER, (), OPEN, SPOILER, id="nobody chose: a spoiler"),
        pytest.param(Flagged(), Place.AGE_RESTRICTED, (), OPEN, SPOILER, id="there too"),
        pytest.param(Flagged(SHOW), Place.SERVER, (), OPEN, SHOW, id="the admins chose"),
        pytest.param(Flagged(SHOW), Place.SERVER, (), USUAL, SPOILER, id="the operator asks for more"),
        pytest.param(Flagged(WITHHOLD), Place.SERVER, (), USUAL, WITHHOLD, id="admins may be stricter"),
        pytest.param(Flagged(WITHHOLD, SHOW), Place.AGE_RESTRICTED, (), USUAL, SHOW, id="age-restricted: more open"),
        pytest.param(Flagged(WITHHOLD, SHOW), Place.SERVER, (), USUAL, WITHHOLD, id="and only there"),
        pytest.param(Flagged(WITHHOLD), Place.AGE_RESTRICTED, (), USUAL, WITHHOLD, id="the same where none is chosen"),
        pytest.param(Flagged(roles={GUEST: WITHHOLD}), Place.SERVER, (GUEST,), USUAL, WITHHOLD, id="a role's"),
        pytest.param(Flagged(roles={GUEST: WITHHOLD}), Place.SERVER, (STAFF,), USUAL, SPOILER, id="for who has it"),
        pytest.param(
            Flagged(WITHHOLD, roles={GUEST: WITHHOLD, STAFF: SHOW}),
            Place.AGE_RESTRICTED,
            (GUEST, STAFF),
            USUAL,
            SHOW,
            id="the most open of several",
        ),
        pytest.param(Flagged(roles={STAFF: SHOW}), Place.SERVER, (STAFF,), USUAL, SPOILER, id="never below the floor"),
        pytest.param(Flagged(SHOW, SHOW), Place.DIRECT, (), USUAL, WITHHOLD, id="direct messages: the operator alone"),
        pytest.param(Flagged(WITHHOLD), Place.ELSEWHERE, (), OPEN, SHOW, id="elsewhere too"),
    ],
)
def test_decided(flagged: Flagged, place: Place, roles: tuple[int, ...], floors: Floors, expected: Showing) -> None:
    assert flagged.decided(place, roles, floors) is expected


showings = st.sampled_from(Showing)
maybe = st.none() | showings


@given(
    st.builds(Flagged, maybe, maybe, st.dictionaries(st.integers(1, 4), showings)),
    st.sampled_from(Place),
    st.sets(st.integers(1, 4)),
    st.fixed_dictionaries(dict.fromkeys(Place, showings)),
)
def test_nobody_is_more_open_than_the_operator(flagged: Flagged, place: Place, roles: set[int], floors: Floors) -> None:
    decided = flagged.decided(place, roles, floors)
    assert decided in at_least(floors[place])
    assert stricter(decided, floors[place]) is decided
