"""Letters of many scripts on a drawing: each piece of a text in the first font that has it.

First Noto Sans for Latin, Greek and Cyrillic, which comes along (fonts/OFL.txt), then whatever the system has for the
other scripts and for emoji. What no font has is left out.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

OURS = Path(__file__).parent / "fonts" / "NotoSans-Latin-Greek-Cyrillic.ttf"
SYSTEM = (
    *("NotoSans-Regular.ttf", "DejaVuSans.ttf", "LiberationSans-Regular.ttf", "FreeSans.ttf"),
    *("NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Regular.otf", "wqy-microhei.ttc", "DroidSansFallbackFull.ttf"),
    *("NotoSansArabic-Regular.ttf", "NotoSansHebrew-Regular.ttf", "NotoSansDevanagari-Regular.ttf"),
    *("NotoSansThai-Regular.ttf", "Arial Unicode.ttf", "PingFang.ttc", "Hiragino Sans GB.ttc", "AppleSDGothicNeo.ttc"),
    *("segoeui.ttf", "msyh.ttc", "YuGothM.ttc", "msgothic.ttc", "malgun.ttf", "Nirmala.ttf", "LeelawUI.ttf"),
)
"""File names that Pillow looks for in the system's font folders."""
EMOJI = (("NotoColorEmoji.ttf", 109), ("Apple Color Emoji.ttc", 96), ("seguiemj.ttf", 109))
"""With the size, in pixels, that the pictures in it have."""

TOP, MIDDLE = 0.94, 0.36
"""How far the baseline lies below the top and the middle of a line, in parts of the size; the same for all fonts."""

_CUSTOM = re.compile(r"<a?:\w+:\d+>")
_PICTURE = r"[\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]\ufe0f?[\U0001f3fb-\U0001f3ff]?"
_CLUSTER = re.compile(
    rf"[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f?\u20e3|{_PICTURE}(?:\u200d{_PICTURE})*|.", re.DOTALL
)
_COLOURFUL = re.compile(r"[\U0001f000-\U0001faff\ufe0f\u20e3]")
_NOTHING = "\U0010ffff"
"""No font has this one."""


@dataclass(frozen=True, slots=True)
class Face:
    """A font file. ``picture_size`` is set where its letters are coloured pictures."""

    path: str
    picture_size: int | None = None


@cache
def faces() -> tuple[Face, ...]:
    """Those that this machine has, in the order in which they are asked."""
    found = [Face(str(OURS))]
    for name, size in (*((name, None) for name in SYSTEM), *EMOJI):
        try:
            ImageFont.truetype(name, size or 20)
        except OSError:
            continue
        found.append(Face(name, size))
    return tuple(found)


@lru_cache(maxsize=64)
def font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(face.path, face.picture_size or size)


@lru_cache(maxsize=4096)
def _has(face: Face, cluster: str) -> bool:
    """A font draws the same thing for everything that it lacks."""
    letters = font(face, 20)
    return all(letter in "\u200d\ufe0f" or _print(letters, letter) != _print(letters, _NOTHING) for letter in cluster)


def _print(letters: ImageFont.FreeTypeFont, letter: str) -> tuple[tuple[int, int], bytes]:
    mask = letters.getmask(letter, "L")
    return mask.size, bytes(mask)


def clusters(words: str) -> list[str]:
    """What is drawn as one: a letter with its marks, an emoji with all that belongs to it."""
    found: list[str] = []
    for part in _CLUSTER.findall(_CUSTOM.sub("", words)):
        if found and len(part) == 1 and unicodedata.category(part).startswith("M"):
            found[-1] += part
        else:
            found.append(part)
    return found


def pieces(words: str) -> list[tuple[Face, str]]:
    """What can be shown of ``words``, cut where the font changes."""
    found: list[tuple[Face, str]] = []
    for cluster in clusters(words):
        face = _face_of(cluster)
        if face is None:
            continue
        if found and found[-1][0] == face:
            found[-1] = (face, found[-1][1] + cluster)
        else:
            found.append((face, cluster))
    return found


def _face_of(cluster: str) -> Face | None:
    if cluster.isspace():
        return faces()[0]
    coloured = bool(_COLOURFUL.search(cluster))
    asked = sorted(faces(), key=lambda face: (face.picture_size is None) is coloured)
    bare = cluster if coloured else cluster.replace("\ufe0f", "")
    return next((face for face in asked if _has(face, bare)), None)


def printable(words: str) -> str:
    """Only what some font here has."""
    return " ".join("".join(text for _, text in pieces(words)).split())


def length(words: str, size: int) -> float:
    """Pixels."""
    return sum(_length(face, text, size) for face, text in pieces(words))


def _length(face: Face, text: str, size: int) -> float:
    scale = size / face.picture_size if face.picture_size else 1.0
    return font(face, size).getlength(text) * scale


def fitted(words: str, size: int, width: float) -> str:
    """As much of it as fits, with a sign that something was cut off."""
    if length(words, size) <= width:
        return words
    kept = clusters(words)
    while kept and length("".join(kept).rstrip() + "…", size) > width:
        kept.pop()
    return "".join(kept).rstrip() + "…"


def write(
    image: Image.Image, x: float, y: float, words: str, size: int, fill: tuple[int, int, int], anchor: str
) -> None:
    """``anchor`` as ``Canvas.text`` has it."""
    draw = ImageDraw.Draw(image)
    x -= {"l": 0.0, "m": 0.5, "r": 1.0}[anchor[0]] * length(words, size)
    y += {"a": TOP, "m": MIDDLE, "s": 0.0}[anchor[1]] * size
    for face, text in pieces(words):
        if face.picture_size is None:
            draw.text((x, y), text, fill, font(face, size), "ls")
        else:
            _paste(image, x, y, text, face, size)
        x += _length(face, text, size)


def _paste(image: Image.Image, x: float, y: float, text: str, face: Face, size: int) -> None:
    """Coloured pictures have one size: draw them in it, then scale."""
    picture = coloured(text, face, size)
    image.paste(picture, (round(x), round(y - 0.92 * picture.height)), picture)


def coloured(text: str, face: Face, size: int) -> Image.Image:
    """Emoji as a picture ``size`` pixels high, transparent around them."""
    letters = font(face, size)
    left, top, right, bottom = letters.getbbox(text)
    drawn = Image.new("RGBA", (max(1, round(right - left)), max(1, round(bottom - top))))
    ImageDraw.Draw(drawn).text((-left, -top), text, font=letters, embedded_color=True)
    scale = size / (face.picture_size or size)
    return drawn.resize(
        (max(1, round(drawn.width * scale)), max(1, round(drawn.height * scale))), Image.Resampling.LANCZOS
    )


def emoji(words: str, size: int) -> Image.Image | None:
    """The first of ``words`` as a coloured picture; None where it is none, or no font here has it."""
    first = next(iter(clusters(words)), "")
    face = next((face for face in faces() if face.picture_size and first and _has(face, first)), None)
    return None if face is None or first.isascii() else coloured(first, face, size)
