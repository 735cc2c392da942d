"""The starter model's small vocabulary, said to people in plain sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.imagine.model import Wish
from bot.imagine.starter import starter_negative, starter_notes, starter_prompt


@pytest.mark.parametrize(
    ("prompt", "says"),
    [
        ("a red apple on a blue background", []),
        ("two cats and a dog", []),
        ("a hamster painting with a brush", ["The starter model does not know “painting”."]),
        ("qwzx vfrt", ["knows none of these words"]),
    ],
)
def test_what_is_said(prompt: str, says: list[str]) -> None:
    notes = starter_notes(Wish(prompt))
    assert len(notes) == len(says), notes
    for note, said in zip(notes, says, strict=True):
        assert said in note


def test_a_style_is_said_to_have_no_effect() -> None:
    assert starter_notes(Wish("a cat", style="ink")) == ["The starter model has one style only, its own."]


def test_a_negative_prompt_keeps_only_what_the_model_knows() -> None:
    assert starter_negative("red") == "red"
    assert starter_negative("blurry, ugly, bad anatomy, extra limbs, watermark") == ""
    assert starter_negative("") == ""


@given(st.text(min_size=1, max_size=60).filter(str.strip))
def test_any_prompt_reaches_the_model_as_some_text(prompt: str) -> None:
    assert starter_prompt(prompt)
    assert all(isinstance(note, str) for note in starter_notes(Wish(prompt)))
