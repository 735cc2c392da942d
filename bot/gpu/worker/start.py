"""What a request starts from besides words: the pictures in its frame, as arguments of the stock call."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from PIL import Image, ImageChops, ImageFilter, ImageOps

from bot.errors import JobFailed
from bot.gpu.job import Generation

SEAM = 3.0
"""Pixels over which a painted part fades into the picture around it."""


def arguments(generation: Generation, inputs: Sequence[bytes]) -> dict[str, Any]:
    """``image``, ``mask_image`` and ``strength``, as far as the generation has them.

    ``inputs`` are the PNG files that ``generation.inputs`` names. Raises JobFailed when there are others.
    """
    files = named(generation, inputs)
    if generation.image is None:
        return {}
    # One for each picture: else some stock pipelines encode with the first generator alone, and what picture 2 becomes
    # would depend on its place.
    count = len(generation.seeds)
    image = fitted(files[generation.image], generation, "RGB")
    found = {"image": [image] * count, "strength": generation.strength}
    if generation.mask is None:
        return found
    return found | {"mask_image": [fitted(files[generation.mask], generation, "L")] * count}


def named(generation: Generation, inputs: Sequence[bytes]) -> dict[str, bytes]:
    """The file of each picture by its name. Raises JobFailed when one is missing."""
    if len(inputs) != len(generation.inputs):
        raise JobFailed("input", "The picture that it should start from did not reach the engine.")
    return dict(zip(generation.inputs, inputs, strict=True))


def pasted(images: Sequence[Image.Image], generation: Generation, inputs: Sequence[bytes]) -> list[Image.Image]:
    """What was painted, laid into the picture it was painted for: an autoencoder changes every pixel a little, and
    where the mask is black not one may. The seam is soft on the painted side."""
    if generation.image is None or generation.mask is None:
        return list(images)
    files = named(generation, inputs)
    picture = fitted(files[generation.image], generation, "RGB")
    shown = fitted(files[generation.mask], generation, "L").point(lambda value: 255 if value >= 128 else 0)
    soft = ImageChops.darker(shown.filter(ImageFilter.GaussianBlur(SEAM)), shown)
    return [Image.composite(image.convert("RGB"), picture, soft) for image in images]


def opened(png: bytes) -> Image.Image:
    """The picture as it is."""
    with Image.open(io.BytesIO(png), formats=("PNG",)) as image:
        return image.convert("RGB")


def fitted(png: bytes, generation: Generation, mode: str) -> Image.Image:
    """The picture at the generation's size: scaled, and cut at two sides where its shape is another."""
    with Image.open(io.BytesIO(png), formats=("PNG",)) as image:
        size = (generation.width, generation.height)
        return ImageOps.fit(image.convert(mode), size, Image.Resampling.LANCZOS)
