"""Of which kind a place is."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from bot.rules.showing import Place
from cogs.imagine.places import place_of

NORMAL, RESTRICTED = (SimpleNamespace(is_nsfw=lambda answer=answer: answer) for answer in (False, True))


@pytest.mark.parametrize(
    ("guild_id", "installed", "channel", "expected"),
    [
        pytest.param(10, True, NORMAL, Place.SERVER, id="a channel"),
        pytest.param(10, True, RESTRICTED, Place.AGE_RESTRICTED, id="an age-restricted one"),
        pytest.param(10, True, SimpleNamespace(), Place.SERVER, id="one of which nothing is known"),
        pytest.param(10, True, None, Place.SERVER, id="none at all"),
        pytest.param(10, False, RESTRICTED, Place.ELSEWHERE, id="a server without the bot, whatever its channel says"),
        pytest.param(None, False, None, Place.DIRECT, id="a direct message, or a group"),
    ],
)
def test_place_of(guild_id: int | None, installed: bool, channel: Any, expected: Place) -> None:
    interaction: Any = SimpleNamespace(guild_id=guild_id, is_guild_integration=lambda: installed, channel=channel)
    assert place_of(interaction) is expected
