"""Variations, more room around a picture, the same larger: what is asked for, and the pictures prepared for it."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from bot.imagine.deriving import OUTWARD, OVERLAP, STRONG, SUBTLE, How, derived, outward, restarted
from bot.imagine.model import Picture, Start, Wish

PICTURE = Picture(0, "ab" * 32, ".png", 42, 128, 96)


def noise(width: int = 128, height: int = 96) -> tuple[Image.Image, bytes]:
    image = Image.effect_noise((width, height), 60).convert("RGB")
    out = io.BytesIO()
    image.save(out, "PNG")
    return image, out.getvalue()


def opened(png: bytes | None) -> Image.Image:
    assert png is not None
    return Image.open(io.BytesIO(png))


def test_variations_start_from_the_picture_at_its_own_size() -> None:
    wish = Wish("a cat", seed=5, count=3, size="wide", start=Start("cd" * 32, 8, 8, mask="ef" * 32))
    for how, strength in ((How.SUBTLE, SUBTLE), (How.STRONG, STRONG)):
        made = derived(wish, PICTURE, b"", how, 256).wish
        assert made.start == Start(PICTURE.sha256, 128, 96) and made.strength == strength
        assert (made.seed, made.size, made.count, made.prompt) == (None, "128x96", 3, "a cat")


def test_larger_is_one_picture_with_the_right_model() -> None:
    wish = Wish("a cat", count=4, model="sd", steps=9, guidance=3.0)
    twice = derived(wish, PICTURE, b"", How.TWICE, 256).wish
    assert (twice.upscale, twice.count, twice.model, twice.steps) == (2, 1, "sd", 9)
    four = derived(wish, PICTURE, b"", How.FOURFOLD, 256, "x4").wish
    assert (four.upscale, four.count, four.model, four.steps) == (4, 1, "x4", None)
    back = derived(four, PICTURE, b"", How.STRONG, 100).wish
    assert (back.upscale, back.model, back.size) == (None, None, None), "too large as it is: the model's own size"


@pytest.mark.parametrize("how", sorted(OUTWARD))
def test_outward_keeps_the_picture_and_shows_the_room(how: How) -> None:
    image, png = noise()
    made = derived(Wish("a cat"), PICTURE, png, how, 256)
    assert made.brought is not None and made.wish.size == f"{made.brought.width}x{made.brought.height}"
    canvas, mask = opened(made.brought.png), opened(made.brought.mask)
    assert canvas.size == mask.size == (made.brought.width, made.brought.height) and mask.mode == "L"
    assert all(side % 8 == 0 for side in canvas.size) and mask.getextrema() == (0, 255)
    if how in (How.LEFT, How.RIGHT):
        assert canvas.size == (192, 96)
        at = (64, 0) if how is How.LEFT else (0, 0)
        assert canvas.crop((*at, at[0] + 128, 96)).tobytes() == image.tobytes()
        inside, outside = ((100, 50), (10, 50)) if how is How.LEFT else ((30, 50), (180, 50))
        assert (mask.getpixel(inside), mask.getpixel(outside)) == (0, 255)
    elif how in (How.OUT_1_5, How.OUT_2):
        assert canvas.size == (128, 96) and mask.getpixel((64, 48)) == 0 and mask.getpixel((1, 1)) == 255


def test_where_there_is_no_room_to_grow_it_slides() -> None:
    image, png = noise()
    made = outward(png, How.RIGHT, 128)
    assert (made.width, made.height) == (128, 96)
    assert opened(made.png).crop((0, 0, 64, 96)).tobytes() == image.crop((64, 0, 128, 96)).tobytes()
    mask = np.asarray(opened(made.mask))
    assert not mask[:, : 64 - OVERLAP].any() and mask[:, 64 - OVERLAP :].all()


def test_what_is_too_large_is_made_to_fit_first() -> None:
    made = outward(noise(400, 200)[1], How.OUT_2, 256)
    assert (made.width, made.height) == (256, 128)


def test_what_was_enlarged_is_started_from_with_a_model_that_can() -> None:
    enlarged = Wish("a cat", upscale=4, model="x4", steps=30, guidance=9.0, seed=3)
    fresh = restarted(enlarged, PICTURE)
    assert (fresh.upscale, fresh.model, fresh.steps, fresh.guidance, fresh.seed) == (None, None, None, None, None)
    assert fresh.start == Start(PICTURE.sha256, 128, 96)
