"""Discord's limits for a message of components, and words that are all markup."""

from __future__ import annotations

from cogs.cards import View
from tests.walks.people import parts, words

LONG = "*long_ words " * 200
MOST_TEXT, MOST_COMPONENTS, MOST_ID, MOST_LABEL = 4000, 40, 100, 80


def check(view: View) -> None:
    shown = {"components": view.to_components()}
    assert len(words(shown)) <= MOST_TEXT
    every = list(parts(shown["components"]))
    assert len(every) <= MOST_COMPONENTS
    ids = [part["custom_id"] for part in every if "custom_id" in part]
    assert len(set(ids)) == len(ids) and max(map(len, ids), default=0) <= MOST_ID
    for part in every:
        assert len(part.get("label") or "") <= MOST_LABEL and len(part.get("options") or ()) <= 25
        assert part["type"] != 1 or len(part["components"]) <= 5
        for option in part.get("options") or ():
            assert 1 <= len(option["label"]) <= 100 and 1 <= len(option["value"]) <= 100
