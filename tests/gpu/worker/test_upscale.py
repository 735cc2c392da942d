"""Enlarging in tiles: each tile is what stock diffusers makes of it, and their seams do not show."""

from __future__ import annotations

import hashlib
import io
import itertools
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.gpu.job import Generation, Mode
from bot.gpu.tiling import boxes, starts
from bot.gpu.worker import upscale
from bot.gpu.worker.modes import in_mode
from bot.imagine.plan import steps_made
from tests import tiny_families
from tests.gpu.worker.bench_of_requests import wish
from tests.gpu.worker.house import House
from tests.gpu.worker.test_modes import picture, png
from tests.tiny_models import NATIVE

SMALL = png(picture(NATIVE))
SEED = 7


def enlarging(times: int, model: str, **changes: Any) -> Generation:
    side = NATIVE * times
    values = {"width": side, "height": side, "tile": NATIVE, "steps": 8, "seeds": (SEED,), "model": model, **changes}
    return wish(image=hashlib.sha256(SMALL).hexdigest(), **values)


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    house = House({**tiny_families.FAMILIES, "four": tiny_families.upscaler})
    yield house
    house.close()


def draw(house: House, job: int, wanted: Generation) -> Image.Image:
    house.studio.take(job, wanted, (SMALL,))
    header, blobs = house.end_of(job)
    assert header["type"] == "rendered", header
    return Image.open(io.BytesIO(blobs[0]))


def stock(pipeline: Any, wanted: Generation, small: Image.Image, times: int, **arguments: Any) -> Image.Image:
    """The same by hand: one call of the stock pipeline for every four tiles."""
    tiles: list[Image.Image] = []
    for first in range(0, len(wanted.tiles), 4):
        group = wanted.tiles[first : first + 4]
        tiles += pipeline(
            prompt=[wanted.prompt] * len(group),
            image=[small.crop(tuple(side // times for side in box)) for box in group],
            num_inference_steps=wanted.steps,
            guidance_scale=wanted.guidance,
            generator=[torch.Generator("cpu").manual_seed(SEED + first + at) for at in range(len(group))],
            **arguments,
        ).images
    return upscale.blended(tiles, wanted.tiles, wanted.width, wanted.height)


@pytest.mark.parametrize("family", ["sd1", "sd2", "sdxl", "lcm", "sd3", "flux"])
def test_fast_twice_as_large_equals_stock_tile_by_tile(house: House, family: str) -> None:
    job, strength = 10 + list(tiny_families.FAMILIES).index(family), 0.5
    made = steps_made(family, 8, strength)
    wanted = enlarging(2, family, strength=strength, skipped=8 - made)
    drawn = draw(house, job, wanted)
    pipeline = in_mode(tiny_families.FAMILIES[family](), Mode.IMAGE)
    pipeline.set_progress_bar_config(disable=True)
    large = picture(NATIVE).resize((2 * NATIVE, 2 * NATIVE), Image.Resampling.LANCZOS)
    size = {"width": NATIVE, "height": NATIVE} if family in ("sd3", "flux") else {}
    expected = stock(pipeline, wanted, large, 1, strength=strength, **size)
    assert drawn.size == (2 * NATIVE, 2 * NATIVE) and drawn.tobytes() == expected.tobytes()
    steps = [header for header, _ in house.frames if header.get("job") == job and header["type"] == "stepped"]
    assert steps[-1]["step"] == steps[-1]["steps"] == made * 3, "for each of three groups of tiles"


def test_the_model_for_it_makes_four_times_as_large(house: House) -> None:
    wanted = enlarging(4, "four", width=96, height=128, steps=3)
    drawn = draw(house, 2, wanted)
    small = picture(NATIVE).resize((24, 32), Image.Resampling.LANCZOS)
    expected = stock(tiny_families.upscaler(), wanted, small, 4)
    assert drawn.size == (96, 128) and drawn.tobytes() == expected.tobytes()


def test_a_model_that_only_enlarges_refuses_words(house: House) -> None:
    header, _ = house.draw(3, wish(model="four"))
    assert (header["type"], header["code"]) == ("failed", "mode")


@given(length=st.integers(1, 400).map(lambda n: n * 8), tile=st.integers(8, 64).map(lambda n: n * 8))
def test_tiles_cover_everything_and_overlap(length: int, tile: int) -> None:
    found = starts(length, tile)
    assert found[0] == 0 and (found[-1] + tile == length or length <= tile) and all(at % 8 == 0 for at in found)
    assert all(0 < after - at < tile for at, after in itertools.pairwise(found))


@given(width=st.integers(2, 12).map(lambda n: n * 8), height=st.integers(2, 12).map(lambda n: n * 8))
def test_tiles_that_agree_blend_into_what_they_were_cut_from(width: int, height: int) -> None:
    whole = Image.effect_noise((width, height), 60).convert("RGB")
    cut = boxes(width, height, 32)
    blended = upscale.blended([whole.crop(box) for box in cut], cut, width, height)
    assert np.abs(np.asarray(blended, int) - np.asarray(whole, int)).max() <= 1


def test_the_cost_counts_every_tile() -> None:
    wanted = enlarging(2, "tiny", strength=0.5, skipped=4)
    assert wanted.mode is Mode.UPSCALE and len(wanted.tiles) == 9
    assert wanted.cost == pytest.approx(2 * 4 * 9 * NATIVE * NATIVE / 1e6)
