"""The method dwtDct of invisible-watermark 0.2.0 (MIT, https://github.com/ShieldMnt/invisible-watermark), in numpy.

The library itself needs OpenCV (150 MB), and its import takes torch along, so neither a default installation nor the
bot could have it. The format is small: of the colour difference U each square of 2 x 2 pixels gives a coefficient (half
its sum, the low band of a Haar wavelet). Of every 4 x 4 coefficients, in reading order, the largest (but the first)
carries one bit: whether it lies in the upper or the lower half of a step of 36. The bits of the message follow each
other again and again. Both sides are tested against the library's own.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from PIL import Image

from bot.watermark import LEAST_PIXELS, MESSAGE, fits

STEP = 36.0
SIDE = 4
"""Coefficients of a block's side."""
MOST_PIXELS = 4_000_000
"""More are not looked at: the message stands in them hundreds of times."""
ENOUGH = 0.75
"""Share of the message's 136 bits that have to be right. By chance so many are once in 10**8; the library itself gets a
fifth of its own wrong in pictures with a grain."""
FULL_BLUE = 232
"""Where all of a block is so blue, or white, there is no room for a bit."""
MARGIN = 3.0
"""By so much the largest coefficient stays the largest, whatever rounding does."""

_BITS = np.unpackbits(np.frombuffer(MESSAGE, np.uint8))
_TO_BLUE, _TO_GREEN, _FROM_BLUE = 2.032, -0.395, 0.492
"""OpenCV's numbers for YUV: what a change of U does to a pixel, and U by blue less luma."""


def marked(image: Image.Image) -> Image.Image:
    """The picture, in RGB, with the watermark: some pixels' blue is changed a little, the same ones each time.

    Raises ValueError for a picture that is too small.
    """
    if not fits(image.width, image.height):
        raise ValueError(f"a watermark needs {LEAST_PIXELS} pixels")
    pixels = np.asarray(image.convert("RGB"), np.float32)
    blocks, (high, wide) = _blocks(pixels)
    flat = blocks.reshape(-1, SIDE * SIDE)
    sizes = np.abs(flat)
    sizes[:, 0] = -1.0
    at = sizes.argmax(axis=1)
    rows = np.arange(len(flat))
    largest = sizes[rows, at]
    sizes[rows, at] = -1.0
    bits = np.resize(_BITS, len(flat))
    wanted = _nearest(largest, bits, sizes.max(axis=1) + MARGIN)
    changes = np.zeros_like(flat)
    changes[rows, at] = np.sign(flat[rows, at] + 0.5) * (wanted - largest)
    changes = changes.reshape(high, wide, SIDE, SIDE).swapaxes(1, 2).reshape(high * SIDE, wide * SIDE) / 2
    spread = changes.repeat(2, axis=0).repeat(2, axis=1)  # the inverse wavelet: to each of the four pixels
    changed = pixels.copy()
    inside = changed[: spread.shape[0], : spread.shape[1]]
    inside[..., 2] += _TO_BLUE * spread
    inside[..., 1] += _TO_GREEN * spread
    return Image.fromarray(changed.round().clip(0, 255).astype(np.uint8))


def is_marked(image: Image.Image) -> bool:
    """Whether the watermark stands in the picture. False for one that is too small to tell."""
    if not fits(image.width, image.height):
        return False
    rows = max(2 * SIDE, MOST_PIXELS // image.width)
    pixels = np.asarray(image.crop((0, 0, image.width, min(image.height, rows))).convert("RGB"), np.float32)
    blocks, shape = _blocks(pixels)
    flat = np.abs(blocks.reshape(-1, SIDE * SIDE))
    if len(flat) < len(_BITS):
        return False
    votes = flat[:, 1:].max(axis=1) % STEP > STEP / 2
    room = _least_blue(pixels, *shape) <= FULL_BLUE
    which = np.arange(len(votes)) % len(_BITS)
    count = np.bincount(which, room, len(_BITS))
    said = np.bincount(which, votes & room, len(_BITS)) > count * (127 / 255)
    return bool(((said == _BITS) & (count > 0)).mean() >= ENOUGH)


def _blocks(pixels: Any) -> tuple[Any, tuple[int, int]]:
    """Coefficients of U, (blocks, 4, 4) in reading order, and how many blocks there are down and across."""
    luma = pixels @ np.array([0.299, 0.587, 0.114], np.float32)
    chroma = (pixels[..., 2] - luma) * np.float32(_FROM_BLUE) + np.float32(128)
    high, wide = (side // 4 * 4 // 2 // SIDE for side in chroma.shape)
    chroma = chroma[: high * 2 * SIDE, : wide * 2 * SIDE]
    sums = chroma.reshape(high * SIDE, 2, wide * SIDE, 2).sum(axis=(1, 3)) / 2
    return sums.reshape(high, SIDE, wide, SIDE).swapaxes(1, 2).reshape(-1, SIDE, SIDE), (high, wide)


def _least_blue(pixels: Any, high: int, wide: int) -> Any:
    """Of each block, in reading order."""
    side = 2 * SIDE
    blue = pixels[: high * side, : wide * side, 2].reshape(high, side, wide, side)
    return blue.min(axis=(1, 3)).reshape(-1)


def _nearest(values: Any, bits: Any, least: Any) -> Any:
    """The middle of a half step that says the bit, nearest to each value and not below ``least``."""
    offset = (0.25 + 0.5 * bits) * STEP
    nearest = np.round((values - offset) / STEP)
    lowest = np.ceil((least - offset) / STEP)
    return np.maximum(np.maximum(nearest, lowest), 0) * STEP + offset
