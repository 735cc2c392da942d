"""Pictures that strangers send: looked at before they are decoded, and turned into plain PNG files of our own.

Everything else in the house only ever decodes what comes out of here. What cannot be used is refused with a sentence.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, replace

from PIL import Image, ImageOps

from bot.errors import BadRequest

MAX_BYTES = 20_000_000
MAX_PIXELS = 50_000_000
"""Decoded at three or four bytes each; a phone's largest usual photo has 50 million."""
MAX_SCANS = 100
"""Of a progressive JPEG: usual ones have ten. Each goes over the whole picture, however little it brings."""
MIN_SIDE = 16
MAX_SIDE = 2048
"""Pixels. Larger pictures are scaled down to it: more than any model here starts from."""

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP")
"""By content, not by name. MPO, a phone's JPEG with a second picture behind it, comes as JPEG."""

NOT_READ = "That is no picture I can read. Send a PNG, JPEG, WebP, GIF or BMP file."
DAMAGED = "That picture is cut off or damaged: it cannot be read to its end. Send it once more."
TOO_MANY_BYTES = f"That picture is too large: the most is {MAX_BYTES / 1e6:.0f} MB."
MOVING = "The picture moves: its first frame was used."

_JPEG, _SCAN = b"\xff\xd8", b"\xff\xda"
_FLAT = (255, 255, 255)
_OPAQUE = 128
_SAME_SHAPE = 0.03


@dataclass(frozen=True, slots=True)
class IncomingPicture:
    """``png`` is RGB, 8 bits, upright, without metadata, its longest side at most MAX_SIDE. ``clear`` is a PNG of the
    same size, white where the picture was transparent, or None where it nowhere was; ``mask`` likewise what a second
    picture says. ``other`` is a second picture to blend it with, tidied likewise, of any size. ``notes`` are for the
    sender."""

    png: bytes
    width: int
    height: int
    clear: bytes | None = None
    mask: bytes | None = None
    other: bytes | None = None
    notes: tuple[str, ...] = ()


def check_size(size: int) -> None:
    """For what is said about a file before it is fetched. Raises BadRequest."""
    if size > MAX_BYTES:
        raise BadRequest(TOO_MANY_BYTES)


def read_picture(content: bytes) -> IncomingPicture:
    """Takes a while and much memory: call it in a thread, one at a time. Raises BadRequest."""
    with opened(content) as image:
        notes = (MOVING,) if _moves(image) else ()
        try:
            image.draft("RGB", (MAX_SIDE, MAX_SIDE))  # a large JPEG is decoded at a half, a quarter or an eighth
            image.load()
        except Exception:
            raise BadRequest(DAMAGED) from None
        return _tidied(_upright(image), notes)


def opened(content: bytes) -> Image.Image:
    """The picture, looked at but not decoded. Raises BadRequest for what must not be."""
    check_size(len(content))
    # Within a scan these bytes do not occur (ITU-T T.81, B.1.1.5).
    if content[:2] == _JPEG and content.count(_SCAN) > MAX_SCANS:
        raise BadRequest(DAMAGED)
    try:
        image = Image.open(io.BytesIO(content), formats=FORMATS)
    except Exception:  # decoders raise whatever they like about bytes that are none of theirs
        raise BadRequest(NOT_READ) from None
    _check_sides(image)
    return image


def with_mask(picture: IncomingPicture, mask: IncomingPicture) -> IncomingPicture:
    """``mask`` shows where ``picture`` is painted anew: where it is transparent, or else where it is white.

    Raises BadRequest for one of another shape, or that shows nothing.
    """
    if abs(picture.width * mask.height / (picture.height * mask.width) - 1) > _SAME_SHAPE:
        raise BadRequest(
            f"The mask has another shape than the picture: {mask.width}×{mask.height} for "
            f"{picture.width}×{picture.height}."
        )
    with Image.open(io.BytesIO(mask.clear or mask.png), formats=("PNG",)) as image:
        scaled = image.convert("L").resize((picture.width, picture.height), Image.Resampling.BILINEAR)
    shown = scaled.point(lambda value: 255 if value >= _OPAQUE else 0)
    if not shown.getbbox():
        raise BadRequest("The mask is black all over, so nothing would be painted. White is what is painted anew.")
    return replace(picture, mask=_png(shown), notes=(*picture.notes, *mask.notes))


def with_other(picture: IncomingPicture, other: IncomingPicture) -> IncomingPicture:
    """``picture``, to be blended with ``other``."""
    return replace(picture, other=other.png, notes=tuple(dict.fromkeys((*picture.notes, *other.notes))))


def _check_sides(image: Image.Image) -> None:
    """From the header alone."""
    width, height = image.size
    if width * height > MAX_PIXELS:
        raise BadRequest(
            f"That picture has {width:,}×{height:,} pixels; the most is {MAX_PIXELS // 10**6} million. "
            "Send a smaller one."
        )
    if min(width, height) < MIN_SIDE:
        raise BadRequest(f"That picture is too small: {width}×{height}. Each side needs {MIN_SIDE} pixels.")


def _moves(image: Image.Image) -> bool:
    try:
        return bool(getattr(image, "is_animated", False)) and image.format != "MPO"
    except Exception:  # a damaged second frame: the first is what counts
        return False


def _upright(image: Image.Image) -> Image.Image:
    """As the camera was held."""
    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # damaged metadata is no reason to refuse the picture
        return image.copy()


def _tidied(image: Image.Image, notes: tuple[str, ...]) -> IncomingPicture:
    image = _eight_bits(image)
    has_alpha = "A" in image.getbands() or "transparency" in image.info  # or one colour stands for nothing
    if image.mode not in ("RGB", "RGBA") or (image.mode == "RGB" and has_alpha):
        image = image.convert("RGBA" if has_alpha else "RGB")
    image.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    if min(image.size) < MIN_SIDE:
        raise BadRequest("That picture is too narrow to start from.")
    clear = None
    if image.mode == "RGBA":
        alpha = image.getchannel("A")
        flat = Image.new("RGB", image.size, _FLAT)
        flat.paste(image, mask=alpha)
        holes = alpha.point(lambda value: 255 if value < _OPAQUE else 0)
        clear = holes if holes.getbbox() else None
        image = flat
    return IncomingPicture(_png(image), *image.size, clear=_png(clear) if clear else None, notes=notes)


def _eight_bits(image: Image.Image) -> Image.Image:
    """Pillow cuts 16-bit greys off at 255 where it should scale them."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    return image


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=3)
    return out.getvalue()
