"""The last look at a picture: is it one at all, and its bytes as PNG."""

from __future__ import annotations

import io
import math
from collections.abc import Mapping

import torch
from PIL import Image
from PIL.PngImagePlugin import PngInfo


class NotFinite(Exception):
    """The numbers of a picture ran away while it was drawn or decoded."""


def check_finite(numbers: torch.Tensor) -> None:
    """Waits for the device: latents once before decoding, pixels once after. Raises NotFinite."""
    if not bool(torch.isfinite(numbers).all()):
        raise NotFinite


def smaller(width: int, height: int, pixels: int) -> tuple[int, int]:
    """The sides, multiples of 64 and at least 64, of about the shape of width x height with at most ``pixels``."""
    factor = math.sqrt(pixels / (width * height))
    sides = (max(64, int(side * factor) // 64 * 64) for side in (width, height))
    return next(sides), next(sides)


def png(image: Image.Image, texts: Mapping[str, str]) -> bytes:
    """The picture as PNG with its text chunks (latin-1 as tEXt, anything else as iTXt)."""
    info = PngInfo()
    for key, text in texts.items():
        info.add_text(key, text)
    out = io.BytesIO()
    image.save(out, "PNG", pnginfo=info)
    return out.getvalue()
