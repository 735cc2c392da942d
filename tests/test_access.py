"""Who is let in, by table."""

from __future__ import annotations

import pytest

from bot.access import Door, Visitor

CLOSED = Door(owners={1}, users={2}, guilds={10})
OPEN = Door(owners={1}, users=set(), guilds=set(), everyone=True)


@pytest.mark.parametrize(
    ("door", "visitor", "admitted"),
    [
        (CLOSED, Visitor(1, None, False), True),
        (CLOSED, Visitor(1, 99, False), True),
        (CLOSED, Visitor(2, 99, False), True),
        (CLOSED, Visitor(3, 10, False), True),
        (CLOSED, Visitor(3, 11, True), True),
        (CLOSED, Visitor(3, 11, False), False),
        (CLOSED, Visitor(3, None, False), False),
        (CLOSED, Visitor(3, None, False, shares_open_guild=True), True),
        (CLOSED, Visitor(3, 11, False, shares_open_guild=True), False),
        (OPEN, Visitor(3, 11, False), True),
        (OPEN, Visitor(3, None, False), True),
    ],
)
def test_the_door(door: Door, visitor: Visitor, admitted: bool) -> None:
    assert door.admits(visitor) is admitted
