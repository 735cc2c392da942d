"""The words in a picture: by tesseract where it is installed, else by RapidOCR (PP-OCR models in onnxruntime).

https://github.com/tesseract-ocr/tesseract · https://github.com/RapidAI/RapidOCR
"""

from __future__ import annotations

import functools
import io
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

MAX_PIXELS = 60_000_000
"""A larger picture is not opened."""
MAX_SIDE = 3000
MIN_SIDE = 900
"""Smaller ones are enlarged, up to three times: both readers were trained on letters of some 30 pixels."""
FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")
TESSERACT_SECONDS = 90
_MOST_LANGUAGES = 3


class Unreadable(Exception):
    """The picture cannot be opened, or it is too large."""


def opened(path: Path) -> Image.Image:
    """The picture as RGB, upright, of a size that suits reading. Raises Unreadable."""
    try:
        with Image.open(path, formats=FORMATS) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise Unreadable(f"{picture.width} × {picture.height} pixels")
            upright = ImageOps.exif_transpose(picture)
            rgba = upright.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, EOFError) as error:
        raise Unreadable(str(error)) from None
    paper = Image.new("RGB", rgba.size, "white")
    paper.paste(rgba, mask=rgba.getchannel("A"))
    longest = max(paper.size)
    scale = min(MAX_SIDE / longest, max(1.0, min(3.0, MIN_SIDE / longest)))
    if scale == 1.0:
        return paper
    size = (max(1, round(paper.width * scale)), max(1, round(paper.height * scale)))
    return paper.resize(size, Image.Resampling.LANCZOS)


def reader(command: str | None) -> Callable[[Image.Image], str]:
    """``command`` is where tesseract is; None: RapidOCR reads."""
    return functools.partial(by_tesseract, command) if command else RapidReader()


def by_tesseract(command: str, picture: Image.Image) -> str:
    """Raises RuntimeError when it fails or takes too long."""
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=1)
    done = _run(command, "stdin", "stdout", "-l", languages(command), content=out.getvalue())
    return "\n".join(line for line in done.decode("utf-8", "replace").splitlines() if line.strip())


@functools.cache
def languages(command: str) -> str:
    """English first, then what else is installed."""
    listed = _run(command, "--list-langs").decode("utf-8", "replace").splitlines()
    found = [name for line in listed if (name := line.strip()).isidentifier() and name not in ("osd", "equ")]
    return "+".join(sorted(found, key=lambda name: (name != "eng", name))[:_MOST_LANGUAGES]) or "eng"


def _run(command: str, *arguments: str, content: bytes = b"") -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 a program of the system's, and no word of a person's in its arguments
            [command, *arguments],
            input=content,
            capture_output=True,
            check=True,
            timeout=TESSERACT_SECONDS,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired:
        raise RuntimeError(f"tesseract took more than {TESSERACT_SECONDS} s") from None
    except (subprocess.CalledProcessError, OSError) as error:
        raise RuntimeError(f"tesseract failed: {error}") from None
    return done.stdout


class RapidReader:
    def __init__(self) -> None:
        from rapidocr import RapidOCR

        threads = {f"EngineConfig.onnxruntime.{kind}_op_num_threads": 1 for kind in ("intra", "inter")}
        self._engine: Any = RapidOCR(params={"Global.log_level": "error", **threads})

    def __call__(self, picture: Image.Image) -> str:
        import numpy as np

        found = self._engine(np.asarray(picture)[:, :, ::-1])
        return "\n".join(str(text) for text in found.txts or ())


def tesseract() -> str | None:
    """Where the program is, if it is installed."""
    return shutil.which("tesseract")
