"""What can be made of a finished picture: variations, more room around it, the same larger. Pure."""

from __future__ import annotations

import io
from dataclasses import replace
from enum import StrEnum

from PIL import Image, ImageFilter

from bot.gpu.job import Generation
from bot.imagine.model import Picture, Start, Wish, is_shape
from bot.imagine.starting import Asked
from bot.imagine.tags import without_tags
from bot.incoming_picture import IncomingPicture

SUBTLE, STRONG = 0.35, 0.65
"""Strengths: the same picture in another mood, and another picture of the same idea."""
OUTSIDE = 0.95
"""Strength around a picture: what is blurred there gives no more than its colours."""
OVERLAP = 8
"""Pixels of the picture that are painted with what is around it, so that no seam shows."""


class How(StrEnum):
    """Values stand in custom ids: they never change."""

    SUBTLE = "subtle"
    STRONG = "strong"
    OUT_1_5 = "out15"
    OUT_2 = "out20"
    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    TWICE = "twice"
    FOURFOLD = "four"


_SHRUNK = {How.OUT_1_5: 1.5, How.OUT_2: 2.0}
_TOWARDS = {How.LEFT: (-1, 0), How.RIGHT: (1, 0), How.UP: (0, -1), How.DOWN: (0, 1)}
OUTWARD = frozenset({*_SHRUNK, *_TOWARDS})


def derived(wish: Wish, picture: Picture, png: bytes, how: How, largest: int, upscaler: str | None = None) -> Asked:
    """What to ask for to get that of ``picture``, whose file is ``png`` and which ``wish`` brought about.

    ``largest`` is the longest side that can be drawn, ``upscaler`` the model that enlarges four times. Decodes and
    scales pictures for what leads outward: call it in a thread.
    """
    fits = max(picture.width, picture.height) <= largest
    size = f"{picture.width}x{picture.height}" if fits else None
    fresh = replace(restarted(wish, picture), size=size)
    if how in (How.SUBTLE, How.STRONG):
        return Asked(replace(fresh, strength=SUBTLE if how is How.SUBTLE else STRONG))
    fresh = replace(fresh, seamless=None)  # tiles are drawn one by one, and what is beyond a side goes on nowhere
    if how is How.TWICE:
        return Asked(replace(fresh, strength=None, upscale=2, size=None, count=1))
    if how is How.FOURFOLD:
        fresh = replace(fresh, steps=None, guidance=None, strength=None, size=None, sampler=None, count=1)
        prompt = without_tags(wish.prompt) or wish.prompt  # LoRAs are for the model that drew it
        return Asked(replace(fresh, prompt=prompt, upscale=4, model=upscaler))
    brought = outward(png, how, largest)
    size = f"{brought.width}x{brought.height}"
    return Asked(replace(fresh, start=None, strength=OUTSIDE, size=size), brought)


def restarted(wish: Wish, picture: Picture) -> Wish:
    """The wish from a picture that it brought about, at the size that follows from it, with a fresh seed."""
    fresh = replace(wish.again(), start=start_of(picture), upscale=None, size=None, look=False)
    if wish.upscale:  # its model and numbers were for enlarging
        return replace(fresh, steps=None, guidance=None, model=wish.model if wish.upscale == 2 else None)
    return fresh


def blended(wish: Wish, first: Picture, second: Picture) -> Wish:
    """The wish from two finished pictures, mixed, at the size that follows from the first."""
    begun = restarted(wish, first)
    return replace(begun, start=replace(start_of(first), blend=second.sha256), strength=None)


def against(wish: Wish, made: Generation, job_id: int, model: str) -> Wish:
    """The same words and seeds with another model, to be shown beside. A size in pixels is left to that model."""
    size = wish.size if wish.size and is_shape(wish.size) else None
    same = replace(wish, model=model, seed=made.seeds[0], count=len(made.seeds), size=size, sampler=None)
    return replace(same, beside=job_id, replay=False, frame="")


def sampled(wish: Wish, made: Generation, sampler: str) -> Wish:
    """The same words and seeds with another sampler."""
    return replace(wish, sampler=sampler, seed=made.seeds[0], replay=False, beside=None)


def start_of(picture: Picture) -> Start:
    """A finished picture to start from."""
    return Start(picture.sha256, picture.width, picture.height)


def outward(png: bytes, how: How, largest: int) -> IncomingPicture:
    """The picture with room around it or at one side, and a mask of that room.

    Towards a side the picture grows by half, or slides by half where it would become longer than ``largest``.
    """
    with Image.open(io.BytesIO(png), formats=("PNG",)) as image:
        picture = image.convert("RGB")
    if (scale := largest / max(picture.size)) < 1:
        inside = (_even(picture.width * scale), _even(picture.height * scale))
        picture = picture.resize(inside, Image.Resampling.LANCZOS)
    if how in _SHRUNK:
        size = picture.size
        inner = picture.resize((_even(size[0] / _SHRUNK[how]), _even(size[1] / _SHRUNK[how])), Image.Resampling.LANCZOS)
        at = ((size[0] - inner.width) // 2, (size[1] - inner.height) // 2)
    else:
        size, at = _shifted(picture.size, _TOWARDS[how], largest)
        inner = picture
    return _framed(inner, size, at)


def _shifted(size: tuple[int, int], towards: tuple[int, int], largest: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """The size of the canvas, and where the picture lies on it."""
    canvas, at = [*size], [0, 0]
    for axis in (0, 1):
        more = size[axis] // 16 * 8
        if towards[axis] and size[axis] + more <= largest:
            canvas[axis] += more
            at[axis] = more if towards[axis] < 0 else 0
        else:
            at[axis] = -towards[axis] * more
    return (canvas[0], canvas[1]), (at[0], at[1])


def _framed(inner: Image.Image, size: tuple[int, int], at: tuple[int, int]) -> IncomingPicture:
    """``inner`` at ``at`` on a canvas of its own colours, blurred; the mask is white where it is not."""
    canvas = inner.resize(size, Image.Resampling.BILINEAR).filter(ImageFilter.GaussianBlur(max(size) / 16))
    canvas.paste(inner, at)
    shown = Image.new("L", size, 255)
    box = (at[0], at[1], at[0] + inner.width, at[1] + inner.height)
    seen = [max(0, box[0]), max(0, box[1]), min(size[0], box[2]), min(size[1], box[3])]
    kept = [side + OVERLAP * _inward(n, side, size) for n, side in enumerate(seen)]
    shown.paste(0, (kept[0], kept[1], kept[2], kept[3]))
    return IncomingPicture(_png(canvas), *size, mask=_png(shown))


def _inward(side: int, at: int, size: tuple[int, int]) -> int:
    """1 for a left or upper side, -1 for the others; 0 where the picture reaches the canvas's edge."""
    if at == (0 if side < 2 else size[side % 2]):
        return 0
    return 1 if side < 2 else -1


def _even(side: float) -> int:
    return max(16, round(side / 8) * 8)


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=3)
    return out.getvalue()
