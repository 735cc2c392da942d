"""The rules of a wish: sizes, prompts, seeds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BadRequest
from bot.imagine.model import MAX_PROMPT, MAX_SEED, SHAPES, Canvas, Wish, canvas, check_seed, seeds_from, tidy_prompt

STARTER = {"native": 128, "smallest": 64, "largest": 256}
SD = {"native": 512, "smallest": 64, "largest": 1024}


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (None, Canvas(512, 512)),
        ("square", Canvas(512, 512)),
        ("Portrait", Canvas(416, 624)),
        ("16:9", Canvas(680, 384)),
        ("wide", Canvas(680, 384)),
        ("512x768", Canvas(512, 768)),
        ("512×768", Canvas(512, 768)),
        (" 640 x 512 ", Canvas(640, 512)),
        ("640", Canvas(640, 640)),
    ],
)
def test_sizes_people_type(size: str | None, expected: Canvas) -> None:
    assert canvas(size, **SD) == expected


@pytest.mark.parametrize(
    ("size", "says"),
    [
        ("510x512", "512x512"),
        ("2048", "too large"),
        ("32x32", "too small"),
        ("huge", "not a size"),
        ("1:9", "too narrow"),
        ("0:3", "not a size"),
        ("-5", "not a size"),
        ("512x512x512", "not a size"),
    ],
)
def test_a_bad_size_says_what_would_do(size: str, says: str) -> None:
    with pytest.raises(BadRequest, match=says):
        canvas(size, **SD)


@given(shape=st.sampled_from(sorted(SHAPES)), native=st.sampled_from([128, 512, 768, 1024]))
def test_shapes_keep_the_native_area(shape: str, native: int) -> None:
    made = canvas(shape, native=native, smallest=64, largest=native * 2)
    assert made.width % 8 == made.height % 8 == 0
    assert made.width * made.height == pytest.approx(native * native, rel=0.1)
    assert made.width / made.height == pytest.approx(float(SHAPES[shape]), rel=0.1)


@given(st.text(max_size=40))
def test_any_text_is_a_size_or_a_clear_refusal(text: str) -> None:
    try:
        made = canvas(text, **STARTER)
    except BadRequest:
        return
    assert 64 <= min(made.width, made.height) <= max(made.width, made.height) <= 256
    assert made.width % 8 == made.height % 8 == 0


def test_prompts_are_tidied_and_limited() -> None:
    assert tidy_prompt("  a red\n\n apple ") == "a red apple"
    with pytest.raises(BadRequest, match="empty"):
        tidy_prompt(" \n\t ")
    with pytest.raises(BadRequest, match="2,000 characters"):
        tidy_prompt("x" * 2000)
    assert len(tidy_prompt("x" * MAX_PROMPT)) == MAX_PROMPT


def test_seeds() -> None:
    assert seeds_from(7, 3) == (7, 8, 9)
    assert seeds_from(MAX_SEED, 2) == (MAX_SEED, 0)
    check_seed(None)
    check_seed(MAX_SEED)
    for bad in (-1, MAX_SEED + 1):
        with pytest.raises(BadRequest, match="out of range"):
            check_seed(bad)


@given(st.builds(Wish, prompt=st.text(), negative=st.text(), seed=st.none() | st.integers(0, MAX_SEED)))
def test_a_wish_survives_its_row(wish: Wish) -> None:
    assert Wish.from_json(wish.to_json()) == wish
    assert wish.again().seed is None
