"""Reading pictures: what is opened, and what is read in it."""

from __future__ import annotations

import io
import stat
import struct
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image

from bot.media import ocr
from bot.media.models import Readers, readers
from tests.media.rendered import page, png

LINES = ["Platform nine, 18:45", "The lighthouse keeper"]


def written(folder: Path, content: bytes, name: str = "a.png") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_words_are_read(tmp_path: Path) -> None:
    pytest.importorskip("rapidocr", reason="the optional text recognition is not installed")
    read = ocr.RapidReader()
    assert read(ocr.opened(written(tmp_path, png(LINES)))).splitlines() == LINES
    small = page(LINES, size=14)
    white_on_black = page(LINES, ink="white", paper="#202030")
    sideways = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter, as phones say it
    page(LINES).transpose(Image.Transpose.ROTATE_90).save(sideways, "JPEG", exif=exif.tobytes(), quality=90)
    for picture in (small, white_on_black, ocr.opened(written(tmp_path, sideways.getvalue(), "b.jpg"))):
        assert "lighthouse" in read(picture).replace(" ", "").lower()
    assert read(Image.new("RGB", (200, 100), "white")) == ""


def test_clear_pictures_are_read_on_white(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    clear.save(tmp_path / "a.png")
    assert ocr.opened(tmp_path / "a.png").getpixel((0, 0)) == (255, 255, 255)


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def test_what_cannot_be_opened_or_is_too_large_is_refused(tmp_path: Path) -> None:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0))
    bomb = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 10**6)) + chunk(b"IEND", b"")
    for content in (bomb, b"", b"words", png(LINES)[:200], b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n"):
        with pytest.raises(ocr.Unreadable):
            ocr.opened(written(tmp_path, content))


def test_large_pictures_shrink_and_small_ones_grow(tmp_path: Path) -> None:
    for size, then in (
        ((8000, 100), (3000, 38)),
        ((300, 200), (900, 600)),
        ((100, 50), (300, 150)),
        ((1000, 9), (1000, 9)),
    ):
        Image.new("RGB", size).save(tmp_path / "a.png")
        assert ocr.opened(tmp_path / "a.png").size == then


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for the program")
def test_tesseract_is_run_with_its_languages(tmp_path: Path) -> None:
    """Its command line, by a program of that name; what it reads is measured in tests/bench/recognition.py."""
    program = tmp_path / "tesseract"
    program.write_text(
        "#!/bin/sh\n"
        '[ "$1" = --list-langs ] && printf "List of available languages (3):\\nosd\\ndeu\\neng\\n" && exit 0\n'
        'echo "$*"; head -c 4 | tail -c 3; echo; echo; echo "$OMP_THREAD_LIMIT"\n'
    )
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    said = ocr.reader(str(program))(page(LINES)).splitlines()
    assert said == ["stdin stdout -l eng+deu", "PNG", "1"]
    program.write_text("#!/bin/sh\nexit 3\n")
    with pytest.raises(RuntimeError, match="tesseract failed"):
        ocr.by_tesseract(str(program), page(LINES))


def test_what_is_installed_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.media.models.tesseract", lambda: None)
    monkeypatch.setattr("bot.media.models._installed", lambda name: False)
    assert readers("small") == Readers() and not Readers().any
    monkeypatch.setattr("bot.media.models._installed", lambda name: True)
    assert readers("small") == Readers("rapidocr", "small")
    monkeypatch.setattr("bot.media.models.tesseract", lambda: "/usr/bin/tesseract")
    assert readers("small").pictures == "tesseract"
