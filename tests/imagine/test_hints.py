"""What models are known to fail at is said once to each person, and only where it is so."""

from __future__ import annotations

import dataclasses

import pytest

from bot.gpu.catalog import starter
from bot.imagine.hints import Hint, hints, sentence

SD1 = dataclasses.replace(starter(), name="sd", label="sd", starter=False, family="sd1")


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a sign saying hello", [Hint.LETTERING]),
        ('a cake with "Happy birthday" on it', [Hint.LETTERING]),
        ("a shop called “Ann’s”", [Hint.LETTERING]),
        ("five red apples", [Hint.COUNTS]),
        ("seven sheep on a hill", [Hint.COUNTS]),
        ("ten happy little dogs", [Hint.COUNTS]),
        ("a woman holding a cup", [Hint.HANDS]),
        ("four hands, text reading yes", [Hint.LETTERING, Hint.COUNTS, Hint.HANDS]),
        ("three cats", []),
        ("4k photo, 8 bit, 35 mm lens, 1950s cars", []),
        ("a house of 10 years, six glass", []),
        ("it's a dog's life", []),
        ("a cat <lora:five hands:1>", []),
    ],
)
def test_what_a_prompt_asks_of_a_model(prompt: str, expected: list[Hint]) -> None:
    assert hints(prompt, SD1) == expected


def test_families_that_can_and_the_starter_model_get_none() -> None:
    for model in (starter(), dataclasses.replace(SD1, family="sd3"), dataclasses.replace(SD1, family="flux"), None):
        assert hints('five hands and "words"', model) == []
    assert sentence(Hint.HANDS, SD1).startswith("sd often draws hands")
