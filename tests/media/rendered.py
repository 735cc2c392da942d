"""Pictures of words."""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont


def page(lines: Sequence[str], *, size: int = 32, ink: str = "black", paper: str = "white") -> Image.Image:
    """The lines below each other, in Pillow's own font."""
    font = ImageFont.load_default(size)
    width = max(round(font.getlength(line)) for line in lines)
    picture = Image.new("RGB", (width + 2 * size, round(1.6 * size * len(lines)) + 2 * size), paper)
    draw = ImageDraw.Draw(picture)
    for number, line in enumerate(lines):
        draw.text((size, size + 1.6 * size * number), line, font=font, fill=ink)
    return picture


def png(lines: Sequence[str], **more: object) -> bytes:
    out = io.BytesIO()
    page(lines, **more).save(out, "PNG")  # type: ignore[arg-type]
    return out.getvalue()
