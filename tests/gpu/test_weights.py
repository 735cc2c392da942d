"""Attention weights as people write them, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gpu.weights import LEAST, MOST, plain, weighed


@pytest.mark.parametrize(
    ("prompt", "text", "weights"),
    [
        ("a (red:1.3) apple", "a red apple", {"red": 1.3}),
        ("a ((red:1.2) big:1.5) apple", "a red big apple", {"red": 1.8, " big": 1.5}),
        ("(a:.5) ( b : 2 )", "a  b", {"a": 0.5, " b": 2.0}),
        ("(cat:9), (dog:-1)", "cat, dog", {"cat": MOST, "dog": LEAST}),
        (r"a \(b:1.2\) c", "a (b:1.2) c", {}),
        (r"(a \(b\):1.2) c", "a (b) c", {"a (b)": 1.2}),
        ("a cat (orange), at 7:30 (a:b)", "a cat (orange), at 7:30 (a:b)", {}),
        ("((x:1.1)", "(x", {"x": 1.1}),
        ("(x:1.1", "(x:1.1", {}),
        ("", "", {}),
    ],
)
def test_what_people_write(prompt: str, text: str, weights: dict[str, float]) -> None:
    read = weighed(prompt)
    assert read.text == text
    assert {text[start:end]: pytest.approx(weight) for start, end, weight in read.spans} == weights


@given(st.text(alphabet="ab ():.12\\", max_size=60))
def test_spans_lie_in_the_words_and_weights_in_their_limits(prompt: str) -> None:
    read = weighed(prompt)
    ends = [0, *(end for _, end, _ in read.spans)]
    assert all(
        before <= start < end <= len(read.text) for before, (start, end, _) in zip(ends, read.spans, strict=False)
    )
    assert all(LEAST <= weight <= MOST for _, _, weight in read.spans)


@given(st.text(max_size=80).filter(lambda text: "(" not in text and "\\" not in text))
def test_without_parentheses_nothing_is_touched(prompt: str) -> None:
    assert plain(prompt) == prompt


def test_a_thousand_parentheses_take_no_time() -> None:
    for prompt in ("(" * 1000, "(a " * 200 + ":1.1)" * 200, "(:1" * 333):
        assert weighed(prompt).text
