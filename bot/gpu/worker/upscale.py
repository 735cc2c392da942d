"""A picture enlarged tile by tile, so that its size costs no memory: with a model that redraws what Lanczos enlarged,
or one made for enlarging four times. Every tile goes through the stock pipeline; several share a call.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from types import SimpleNamespace
from typing import Any

import numpy as np
from PIL import Image

from bot.errors import JobFailed
from bot.gpu.job import Generation
from bot.gpu.tiling import Box
from bot.gpu.worker import prompts, recipes
from bot.gpu.worker.ticket import Ticket

TOGETHER = 4
"""Tiles in one call of the pipeline."""
TIMES = 4
"""What the model made for it enlarges by."""

Arguments = Callable[[Any], dict[str, Any]]
"""The keyword arguments of a call for the pipeline that will be called."""
Call = Callable[[Arguments], Any]


def upscaled(call: Call, by_itself: bool, generation: Generation, inputs: Sequence[bytes], ticket: Ticket) -> Any:
    """A pipeline's output with the one picture, made of all tiles. ``by_itself``: the model enlarges four times.

    Raises JobFailed when the picture to enlarge is missing.
    """
    if len(inputs) != 1:
        raise JobFailed("input", "The picture that should be enlarged did not reach the engine.")
    boxes = generation.tiles
    groups = [boxes[at : at + TOGETHER] for at in range(0, len(boxes), TOGETHER)]
    ticket.calls = len(groups)
    picture = enlarged(inputs[0], generation, TIMES if by_itself else 1)
    drawn: list[Image.Image] = []
    times = TIMES if by_itself else 1
    for number, group in enumerate(groups):
        crops = [picture.crop((box[0] // times, box[1] // times, box[2] // times, box[3] // times)) for box in group]
        output = call(partial(tile_arguments, generation=generation, crops=crops, first=number * TOGETHER))
        drawn += output.images
    image = blended(drawn, boxes, generation.width, generation.height)
    return SimpleNamespace(images=[image])


def enlarged(png: bytes, generation: Generation, times: int) -> Image.Image:
    """The picture at 1/``times`` of the generation's size."""
    with Image.open(io.BytesIO(png), formats=("PNG",)) as image:
        size = (generation.width // times, generation.height // times)
        return image.convert("RGB").resize(size, Image.Resampling.LANCZOS)


def tile_arguments(pipeline: Any, generation: Generation, crops: Sequence[Image.Image], first: int) -> dict[str, Any]:
    """One prompt and one seed for each tile: equal noise in all of them would show as a pattern."""
    count = len(crops)
    seeds = tuple((generation.seeds[0] + first + at) % 2**32 for at in range(count))
    tiled = replace(generation, seeds=seeds, image=None, mask=None, width=crops[0].width, height=crops[0].height)
    arguments = recipes.call_arguments(pipeline, tiled)
    words = {name: value for name, value in arguments.items() if "prompt" in name and name != "num_images_per_prompt"}
    return arguments | recipes.taken(
        pipeline,
        {
            **prompts.repeated(words, count),
            "num_images_per_prompt": 1,
            "image": list(crops),
            "strength": generation.strength,
        },
    )


def blended(tiles: Sequence[Image.Image], boxes: Sequence[Box], width: int, height: int) -> Image.Image:
    """Where tiles overlap each fades into the other, linearly."""
    total = np.zeros((height, width, 3), np.float32)
    weights = np.zeros((height, width, 1), np.float32)
    for tile, (left, top, right, bottom) in zip(tiles, boxes, strict=True):
        weight = (_ramp(bottom - top)[:, None] * _ramp(right - left)[None, :])[..., None]
        total[top:bottom, left:right] += weight * np.asarray(tile.convert("RGB"), np.float32)
        weights[top:bottom, left:right] += weight
    return Image.fromarray((total / weights).round().clip(0, 255).astype(np.uint8))


def _ramp(length: int) -> Any:
    """From nearly 0 at both ends to 1 in the middle; never 0, for at the picture's edge a tile is alone."""
    at = np.arange(length, dtype=np.float32) + 0.5
    return np.minimum(np.minimum(at, length - at) / (length / 4), 1.0)
