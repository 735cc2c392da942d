"""The invisible watermark of Stable Diffusion's reference scripts: in every picture that is large enough."""

from __future__ import annotations

MESSAGE = b"StableDiffusionV1"
"""What the reference scripts write. https://github.com/CompVis/stable-diffusion/blob/main/scripts/txt2img.py"""
LEAST_PIXELS = 256 * 256
"""In smaller pictures the message does not stand often enough; the reference library refuses them."""


def fits(width: int, height: int) -> bool:
    """Whether a picture of that size can carry it."""
    return width * height >= LEAST_PIXELS
