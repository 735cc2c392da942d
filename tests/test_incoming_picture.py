"""What strangers send: used, or refused with a sentence; nothing else ever comes out."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot import incoming_picture
from bot.errors import BadRequest
from bot.incoming_picture import MAX_SIDE, IncomingPicture, read_picture, with_mask


def file(image: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def opened(png: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(png))
    image.load()
    return image


def plain(picture: IncomingPicture) -> Image.Image:
    """What came out, after checking what holds for all that comes out."""
    image = opened(picture.png)
    assert image.format == "PNG" and image.mode == "RGB" and image.size == (picture.width, picture.height)
    assert max(image.size) <= MAX_SIDE and not image.info.get("exif") and not getattr(image, "text", {})
    for extra in (picture.clear, picture.mask):
        assert extra is None or (opened(extra).mode, opened(extra).size) == ("L", image.size)
    return image


@pytest.mark.parametrize(
    ("image", "kind", "colour"),
    [
        (Image.new("RGB", (40, 30), (200, 10, 10)), "PNG", (200, 10, 10)),
        (Image.new("CMYK", (40, 30), (0, 255, 255, 0)), "JPEG", (255, 0, 0)),
        (Image.new("L", (40, 30), 99), "BMP", (99, 99, 99)),
        (Image.new("1", (40, 30), 1), "PNG", (255, 255, 255)),
        (Image.new("I;16", (40, 30), 40_000), "PNG", (156, 156, 156)),
        (Image.new("P", (40, 30), 0), "GIF", (0, 0, 0)),
        (Image.new("LA", (40, 30), (10, 255)), "PNG", (10, 10, 10)),
    ],
    ids=lambda value: f"{value.mode}" if isinstance(value, Image.Image) else str(value),
)
def test_every_kind_becomes_eight_bit_rgb(image: Image.Image, kind: str, colour: tuple[int, int, int]) -> None:
    read = read_picture(file(image, kind))
    assert plain(read).getpixel((5, 5)) == colour and read.clear is None and not read.notes


def test_a_transparent_part_is_shown_and_laid_on_white() -> None:
    image = Image.new("RGBA", (40, 30), (255, 0, 0, 255))
    image.paste((0, 0, 0, 0), (0, 0, 20, 30))
    read = read_picture(file(image))
    assert plain(read).getpixel((5, 5)) == (255, 255, 255) and read.clear is not None
    assert [opened(read.clear).getpixel((x, 5)) for x in (5, 35)] == [255, 0]
    assert read_picture(file(Image.new("RGBA", (40, 30), (1, 2, 3, 254)))).clear is None, "hardly transparent"


def test_a_phones_rotation_is_applied_and_its_place_forgotten() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned to the right
    exif[0x010E] = "somewhere"
    assert plain(read_picture(file(Image.new("RGB", (40, 30)), "JPEG", exif=exif))).size == (30, 40)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_a_rotation_counts_in_every_format(kind: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = 8
    assert plain(read_picture(file(Image.new("RGB", (40, 30)), kind, exif=exif))).size == (30, 40)


def png(width: int, height: int, depth: int, kind: int, row: bytes, *extra: tuple[bytes, bytes]) -> bytes:
    """A PNG of equal rows, as Pillow itself cannot write it: sixteen bits, or with chunks of one's own."""
    header = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0)
    data = zlib.compress((b"\0" + row) * height)
    chunks = ((b"IHDR", header), *extra, (b"IDAT", data), (b"IEND", b""))
    body = (struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(body)


@pytest.mark.parametrize(
    ("kind", "pixel", "clear"),
    [
        (2, struct.pack(">HHH", 51_400, 2570, 2570), False),  # colour
        (6, struct.pack(">HHHH", 51_400, 2570, 2570, 65_535), False),
        (6, struct.pack(">HHHH", 0, 0, 0, 0), True),
        (4, struct.pack(">HH", 51_400, 65_535), False),  # grey with alpha
    ],
)
def test_sixteen_bits_are_scaled(kind: int, pixel: bytes, clear: bool) -> None:
    read = read_picture(png(40, 30, 16, kind, pixel * 40))
    colour = (255,) * 3 if clear else (200,) * 3 if kind == 4 else (200, 10, 10)
    assert plain(read).getpixel((5, 5)) == colour and (read.clear is not None) is clear


def test_a_colour_can_stand_for_nothing() -> None:
    """Palettes and plain pictures name a transparent colour instead of carrying alpha."""
    palette = Image.new("P", (40, 30), 1)
    palette.putpalette([0, 0, 0, 200, 10, 10])
    palette.paste(0, (0, 0, 20, 30))
    for content in (file(palette, "GIF", transparency=0), file(palette, "PNG", transparency=0)):
        read = read_picture(content)
        assert read.clear is not None and plain(read).getpixel((35, 5)) == (200, 10, 10)
    keyed = png(40, 30, 8, 2, bytes((9, 8, 7)) * 40, (b"tRNS", struct.pack(">HHH", 9, 8, 7)))
    assert read_picture(keyed).clear is not None


def test_a_phones_second_picture_and_a_false_name_do_not_matter() -> None:
    first, second = Image.new("RGB", (40, 30), "red"), Image.new("RGB", (40, 30), "blue")
    out = io.BytesIO()
    first.save(out, "MPO", save_all=True, append_images=[second])
    read = read_picture(out.getvalue())
    assert plain(read).getpixel((5, 5))[0] > 240 and not read.notes  # type: ignore[index]
    inverted = file(Image.new("CMYK", (40, 30), (0, 255, 255, 0)), "JPEG")
    assert b"Adobe" in inverted and plain(read_picture(inverted)).getpixel((5, 5)) == (255, 0, 0)


def test_a_damaged_second_frame_is_nobodys_loss() -> None:
    frames = [Image.effect_noise((200, 150), 90 + n) for n in range(2)]
    content = file(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert plain(read_picture(content[: int(len(content) * 0.7)])).size == (200, 150)


def test_words_that_unpack_without_end_are_not_read() -> None:
    """A gigabyte in a compressed text or colour profile: the decoder's own limits hold."""
    packed = zlib.compress(bytes(200_000_000), 9)
    for name, head in ((b"zTXt", b"a\0\0"), (b"iTXt", b"a\0\1\0\0\0"), (b"iCCP", b"a\0\0")):
        content = png(40, 30, 8, 2, bytes(120), (name, head + packed))
        tracemalloc.start()
        try:
            plain(read_picture(content))
        except BadRequest as refusal:
            assert str(refusal)
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
        tracemalloc.stop()


def test_a_jpeg_that_is_gone_over_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = file(Image.effect_noise((64, 64), 90).convert("RGB"), "JPEG", progressive=True)
    last = content.rindex(b"\xff\xda")
    scan = content[last:-2]
    assert plain(read_picture(content[:-2] + scan * 5 + content[-2:])).size == (64, 64)
    monkeypatch.setattr(Image.Image, "load", lambda self: pytest.fail("it was decoded"))
    with pytest.raises(BadRequest, match="damaged"):
        read_picture(content[:-2] + scan * 200 + content[-2:])


def test_what_moves_gives_its_first_frame_and_says_so() -> None:
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "blue")]
    for kind in ("GIF", "WEBP", "PNG"):
        read = read_picture(file(frames[0], kind, save_all=True, append_images=frames[1:], duration=100))
        red, _, blue = plain(read).getpixel((5, 5))  # type: ignore[misc]
        assert red > 240 and blue < 15 and "first frame" in read.notes[0]


def test_a_large_photo_is_scaled_down() -> None:
    assert plain(read_picture(file(Image.new("RGB", (4000, 3000), "green"), "JPEG"))).size == (2048, 1536)


def bomb(width: int, height: int) -> bytes:
    """A PNG whose header promises that many pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    parts = (struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no picture"),
        (b"hello", "no picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no picture"),
        (b"%PDF-1.7", "no picture"),
        (file(Image.new("RGB", (40, 30)), "TIFF"), "no picture"),
        (file(Image.new("RGB", (4, 400))), "too small"),
        (file(Image.new("RGB", (30_000, 16))), "too narrow"),
        (file(Image.effect_noise((400, 300), 90))[:5000], "cut off"),
        (file(Image.effect_noise((400, 300), 90).convert("RGB"), "JPEG")[:5000], "cut off"),
        (b"\0" * (incoming_picture.MAX_BYTES + 1), "the most is 20 MB"),
    ],
)
def test_what_cannot_be_used_is_refused_clearly(content: bytes, says: str) -> None:
    with pytest.raises(BadRequest, match=says):
        read_picture(content)


@pytest.mark.parametrize("side", [7072, 12_000, 60_000])
def test_a_bomb_is_refused_by_its_header(side: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image.Image, "load", lambda self: pytest.fail("it was decoded"))
    with pytest.raises(BadRequest):
        read_picture(bomb(side, side))


TURNED = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"
SEEDS = [
    file(Image.effect_noise((33, 21), 80).convert("RGBA")),
    file(
        Image.effect_noise((33, 21), 80).convert("RGB"),
        "JPEG",
        exif=b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06",
    ),
    file(Image.effect_noise((33, 21), 80), "GIF", save_all=True, append_images=[Image.new("L", (33, 21))]),
    file(Image.effect_noise((33, 21), 80).convert("RGB"), "WEBP"),
    file(Image.effect_noise((33, 21), 80), "BMP"),
]


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_whatever_is_done_to_a_file_it_is_used_or_refused(data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from(SEEDS)))
    for _ in range(data.draw(st.integers(0, 6))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] = data.draw(st.integers(0, 255))
    content = content[: data.draw(st.integers(0, len(content)))] + data.draw(st.binary(max_size=20))
    try:
        plain(read_picture(bytes(content)))
    except BadRequest as refusal:
        assert str(refusal)


@given(st.binary(max_size=200))
def test_any_bytes_are_used_or_refused(content: bytes) -> None:
    with pytest.raises(BadRequest):
        read_picture(content)


def test_a_mask_is_white_or_transparent_where_it_paints() -> None:
    picture = read_picture(file(Image.new("RGB", (80, 60), "red")))
    white = Image.new("RGB", (40, 30), "black")
    white.paste("white", (0, 0, 20, 30))
    clear = Image.new("RGBA", (40, 30), "green")
    clear.paste((0, 0, 0, 0), (0, 0, 20, 30))
    for kind in (white, clear):
        masked = with_mask(picture, read_picture(file(kind)))
        plain(masked)
        assert masked.mask is not None
        assert [opened(masked.mask).getpixel((x, 5)) for x in (5, 75)] == [255, 0]


@pytest.mark.parametrize(
    ("mask", "says"),
    [(Image.new("L", (80, 60), 0), "black all over"), (Image.new("L", (60, 80), 255), "another shape")],
)
def test_a_mask_that_says_nothing_is_refused(mask: Image.Image, says: str) -> None:
    picture = read_picture(file(Image.new("RGB", (80, 60), "red")))
    with pytest.raises(BadRequest, match=says):
        with_mask(picture, read_picture(file(mask)))
