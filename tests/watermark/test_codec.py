"""The watermark against the library's own encoder and decoder, and against pictures that have none."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from imwatermark import WatermarkDecoder, WatermarkEncoder
from PIL import Image

from bot.watermark import MESSAGE, codec, fits

BITS = 8 * len(MESSAGE)
SIZES = [(256, 256), (264, 318), (512, 384), (1024, 64)]


def scene(width: int, height: int, seed: int = 0) -> Image.Image:
    """Something like a photograph: soft areas of colour, shapes, and a grain."""
    chance = np.random.default_rng(seed)
    soft = Image.fromarray(chance.integers(40, 220, (6, 6, 3), np.uint8)).resize(
        (width, height), Image.Resampling.BICUBIC
    )
    grain = chance.normal(0, 6, (height, width, 3))
    return Image.fromarray((np.asarray(soft) + grain).clip(0, 255).astype(np.uint8))


def read_by_library(image: Image.Image) -> bytes:
    bgr = np.ascontiguousarray(np.asarray(image.convert("RGB"))[..., ::-1])
    found: bytes = WatermarkDecoder("bytes", BITS).decode(bgr, "dwtDct")
    return found


def written_by_library(image: Image.Image) -> Image.Image:
    encoder = WatermarkEncoder()
    encoder.set_watermark("bytes", MESSAGE)
    bgr = encoder.encode(np.ascontiguousarray(np.asarray(image)[..., ::-1]), "dwtDct")
    return Image.fromarray(np.ascontiguousarray(bgr[..., ::-1]))


def difference(one: Image.Image, other: Image.Image) -> Any:
    return np.abs(np.asarray(one, np.int16) - np.asarray(other, np.int16))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_librarys_decoder_reads_what_we_write(size: tuple[int, int], seed: int) -> None:
    assert read_by_library(codec.marked(scene(*size, seed))) == MESSAGE


@pytest.mark.parametrize("size", SIZES)
def test_we_read_what_the_library_writes(size: tuple[int, int]) -> None:
    assert codec.is_marked(written_by_library(scene(*size)))


def test_we_read_what_we_write_also_as_a_jpeg() -> None:
    image = codec.marked(scene(512, 512))
    assert codec.is_marked(image)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=95, subsampling=0)
    assert codec.is_marked(Image.open(out))


def test_it_is_the_same_each_time_and_hardly_seen() -> None:
    image = scene(512, 512)
    assert codec.marked(image).tobytes() == codec.marked(image).tobytes()
    apart = difference(codec.marked(image), image)
    librarys = difference(written_by_library(image), image)
    assert apart.mean() < 0.6 and apart.max() <= 48
    assert apart.mean() < librarys.mean() / 2, "the library also exchanges two bands of the wavelet"


@pytest.mark.parametrize("colour", ["black", "white", "grey", "red", "blue", "#123456"])
def test_what_has_none_is_not_taken_for_marked(colour: str) -> None:
    assert not codec.is_marked(Image.new("RGB", (512, 512), colour))
    assert not codec.is_marked(scene(512, 512, len(colour)))
    noise = np.random.default_rng(len(colour)).integers(0, 256, (300, 300, 3), np.uint8)
    assert not codec.is_marked(Image.fromarray(noise))


@pytest.mark.parametrize("colour", ["grey", "red", "#123456"])
def test_flat_colours_carry_it_too(colour: str) -> None:
    marked = codec.marked(Image.new("RGB", (256, 256), colour))
    assert codec.is_marked(marked) and read_by_library(marked) == MESSAGE


def test_on_white_it_stands_in_what_is_not_white() -> None:
    """Where there is no room for more blue a bit is lost; the library takes it for a 0."""
    image = Image.new("RGB", (512, 512), "white")
    image.paste(scene(300, 260), (100, 120))
    assert codec.is_marked(codec.marked(image))
    assert not codec.is_marked(image)
    assert not codec.is_marked(codec.marked(Image.new("RGB", (512, 512), "white"))), "nothing but white has no room"


def test_a_picture_that_is_too_small() -> None:
    assert fits(256, 256) and not fits(255, 256)
    with pytest.raises(ValueError, match="65536 pixels"):
        codec.marked(Image.new("RGB", (255, 256)))
    assert not codec.is_marked(Image.new("RGB", (128, 128)))
    assert not codec.is_marked(Image.new("RGB", (65536, 1))), "of the pixels, but in no shape for it"


def test_a_very_large_one_is_read_by_its_upper_part() -> None:
    image = codec.marked(scene(2048, 2560))
    assert codec.is_marked(image) and codec.is_marked(image.convert("RGBA"))
