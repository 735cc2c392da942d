"""Making finished pictures fit to be shown: small ones enlarged, large ones within the upload limit. Pure Pillow."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops, PngImagePlugin

from bot.imagine.axes import Grid
from bot.imagine.contact_sheet import sheet
from bot.imagine.frames import Framed
from bot.imagine.model import Picture

SHOWN_SIDE = 512
"""Pixels. The starter model draws 128; in Discord that is a stamp, so it is shown enlarged (Lanczos)."""
REENCODED = "Re-encoded to fit the upload limit here."
QUALITIES = (95, 90, 80, 65, 50)


@dataclass(frozen=True, slots=True)
class Shown:
    """One picture as it is uploaded. ``enlarged_to`` is its longest side in pixels if it was enlarged to be seen;
    ``note`` is a sentence on what else was changed, ``alt`` what it shows where that is more than the prompt, and
    ``spoiler`` says that it is hidden until somebody looks."""

    name: str
    content: bytes
    enlarged_to: int | None = None
    note: str | None = None
    alt: str | None = None
    spoiler: bool = False


def show(picture: Picture, original: bytes, job_id: int, *, enlarge: bool, limit_bytes: int) -> Shown:
    """The picture as people see it. ``original`` is its PNG; the settings inside travel along where they can."""
    stem = f"inkling-{job_id}-{picture.position + 1}"
    content, enlarged_to = original, None
    if enlarge and max(picture.width, picture.height) < SHOWN_SIDE:
        content, enlarged_to = _enlarged(original), SHOWN_SIDE
    if len(content) <= limit_bytes:
        return Shown(f"{stem}.png", content, enlarged_to, spoiler=picture.spoiler)
    return Shown(f"{stem}.webp", _within(content, limit_bytes), enlarged_to, REENCODED, spoiler=picture.spoiler)


def show_framed(framed: Framed, job_id: int, position: int, *, limit_bytes: int) -> Shown:
    """A picture within its frame, as people see it."""
    stem = f"inkling-{job_id}-{position + 1}"
    if len(framed.content) <= limit_bytes:
        return Shown(f"{stem}.png", framed.content, alt=framed.alt)
    return Shown(f"{stem}.webp", _within(framed.content, limit_bytes), note=REENCODED, alt=framed.alt)


def show_grid(originals: Mapping[int, bytes], grid: Grid, job_id: int, *, limit_bytes: int) -> Shown:
    """The cells of a grid, by their number, on one sheet."""
    content = sheet(originals, grid)
    alt = f"{grid.cells} pictures in a grid: {grid}"
    if len(content) <= limit_bytes:
        return Shown(f"inkling-{job_id}-grid.png", content, alt=alt)
    return Shown(f"inkling-{job_id}-grid.webp", _within(content, limit_bytes), note=REENCODED, alt=alt)


def compared(ours: Sequence[bytes], before: Sequence[bytes]) -> str:
    """One sentence on whether pictures that were drawn once more are the same."""
    if not before or len(before) != len(ours):
        return "Drawn once more. The pictures from before were deleted, so they cannot be compared."
    pixels = differing = most = 0
    for one, other in zip(ours, before, strict=True):
        with Image.open(io.BytesIO(one)) as left, Image.open(io.BytesIO(other)) as right:
            if left.size != right.size:
                return "Drawn once more, at another size than before."
            apart = ImageChops.difference(left.convert("RGB"), right.convert("RGB"))
        worst = ImageChops.lighter(ImageChops.lighter(*apart.split()[:2]), apart.split()[2])
        pixels += worst.width * worst.height
        differing += sum(worst.histogram()[1:])
        most = max(most, int(worst.getextrema()[1]))  # type: ignore[arg-type]  # one band: two numbers
    if not differing:
        return "Drawn once more: every pixel is the same."
    return f"Drawn once more: {differing / pixels:.1%} of the pixels differ, by {most} of 255 at most."


def _enlarged(original: bytes) -> bytes:
    with Image.open(io.BytesIO(original)) as image:
        scale = SHOWN_SIDE / max(image.size)
        size = (round(image.width * scale), round(image.height * scale))
        texts = PngImagePlugin.PngInfo()
        for key, value in getattr(image, "text", {}).items():
            texts.add_itxt(key, value)
        out = io.BytesIO()
        image.convert("RGB").resize(size, Image.Resampling.LANCZOS).save(out, "PNG", pnginfo=texts)
        return out.getvalue()


def _within(content: bytes, limit_bytes: int) -> bytes:
    """WebP at falling quality, then at falling size, until it fits."""
    with Image.open(io.BytesIO(content)) as image:
        picture = image.convert("RGB")
    while True:
        for quality in QUALITIES:
            out = io.BytesIO()
            picture.save(out, "WEBP", quality=quality, method=4)
            if out.tell() <= limit_bytes or max(picture.size) <= 64:
                return out.getvalue()
        picture = picture.resize((picture.width * 3 // 4, picture.height * 3 // 4), Image.Resampling.LANCZOS)
