"""The last look at a picture: is it one at all, and its bytes as PNG."""

from __future__ import annotations

import io
from collections.abc import Mapping

import torch
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bot.errors import JobFailed


def check_finite(latents: torch.Tensor) -> None:
    """Once, before decoding: waits for the device. Raises JobFailed when the numbers ran away."""
    if not bool(torch.isfinite(latents).all()):
        raise JobFailed(
            "not-finite",
            "The picture fell apart while it was drawn: these settings do not work with this model. "
            "Another sampler or a lower guidance usually helps.",
        )


def png(image: Image.Image, texts: Mapping[str, str]) -> bytes:
    """The picture as PNG with its text chunks (latin-1 as tEXt, anything else as iTXt)."""
    info = PngInfo()
    for key, text in texts.items():
        info.add_text(key, text)
    out = io.BytesIO()
    image.save(out, "PNG", pnginfo=info)
    return out.getvalue()
