"""An /imagine that arrived as plain text."""

from __future__ import annotations

import pytest

from bot.imagine.model import Wish
from bot.imagine.typed import typed_wish


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("a red fox", Wish("a red fox", count=None)),
        ("prompt: a red fox size: wide count:2", Wish("a red fox", count=2, size="wide")),
        ("a fox: clever and red", Wish("a fox: clever and red", count=None)),
        ("a fox style: Ink negative: blue\nsky", Wish("a fox", count=None, style="ink", negative="blue sky")),
        (
            "a fox seed: 7 steps: 20 guidance: 3.5 private: true",
            Wish("a fox", "", None, None, 20, 3.5, 7, private=True),
        ),
        ("a fox count: 9 steps: x seed: -1 style: none guidance: 99", Wish("a fox", count=None)),
        ("a wall seamless: Up and down", Wish("a wall", count=None, seamless="up and down")),
        ("a wall seamless: nearly", Wish("a wall", count=None)),
        ("model:big a", Wish("", count=None, model="big a")),
        ("", Wish("", count=None)),
    ],
)
def test_what_it_means(text: str, wish: Wish) -> None:
    assert typed_wish(text) == wish
