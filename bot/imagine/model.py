"""What a person can ask of the picture studio, and what becomes of it: plain values and their rules. Pure."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from typing import Any

from bot.errors import BadRequest
from bot.imagine.axes import Grid
from bot.rules.showing import Showing

MAX_PROMPT = 1000
"""Characters. Longer than any text encoder here reads, short enough to show in a message."""
MAX_COUNT = 4
MAX_SEED = 2**32 - 1
"""AUTOMATIC1111's range, so that seeds can be carried over."""
MAX_GUIDANCE = 30.0
SUFFIX = ".png"
"""Of every picture that is kept: what was made, and what it was made from."""

SHAPES: Mapping[str, Fraction] = {
    "square": Fraction(1, 1),
    "portrait": Fraction(2, 3),
    "landscape": Fraction(3, 2),
    "tall": Fraction(9, 16),
    "wide": Fraction(16, 9),
}


@dataclass(frozen=True, slots=True)
class Style:
    """Words added behind the prompt and the negative prompt."""

    prompt: str
    negative: str = ""


STYLES: Mapping[str, Style] = {
    "photo": Style("photograph, natural light, sharp focus", "drawing, painting, cartoon"),
    "painting": Style("oil painting, visible brush strokes", "photograph"),
    "watercolour": Style("watercolour on paper, soft edges", "photograph"),
    "ink": Style("ink drawing, fine black lines on white paper", "colour, photograph"),
    "comic": Style("comic book panel, bold outlines, flat colours", "photograph"),
    "pixel art": Style("pixel art, 16-bit game sprite", "blurry, photograph"),
    "3d": Style("3d render, soft studio light", "photograph, flat"),
}


@dataclass(frozen=True, slots=True)
class Start:
    """A kept picture that a wish starts from, in pixels; ``mask`` is white where it is to be painted anew, and of the
    same size. ``blend`` is a second picture that it is mixed with. ``notes`` are sentences for who brought it."""

    sha256: str
    width: int
    height: int
    mask: str | None = None
    notes: tuple[str, ...] = ()
    blend: str | None = None

    @property
    def sha256s(self) -> tuple[str, ...]:
        return tuple(sha256 for sha256 in (self.sha256, self.mask, self.blend) if sha256 is not None)


@dataclass(frozen=True, slots=True)
class Wish:
    """One request as a person typed it; None means "you choose". Kept, so that Again and Edit can start from it.

    ``frame`` names what the picture comes on (bot.imagine.frames); empty for a picture by itself.
    ``upscale`` says how many times as large the picture to start from becomes. With ``replay`` it is the parent's
    generation once more, as it is stored. ``beside`` is the job whose pictures are shown next to these, to compare.
    With a ``grid`` there is one picture for each of its cells. With ``describe`` it asks for words for the picture that
    it starts from. ``other_parent`` is the job of the second picture that it was blended from, where that is another
    one. With ``look`` nothing starts from the picture: the new one becomes like it.
    """

    prompt: str
    negative: str = ""
    count: int | None = 1
    size: str | None = None
    steps: int | None = None
    guidance: float | None = None
    seed: int | None = None
    model: str | None = None
    style: str | None = None
    private: bool = False
    frame: str = ""
    start: Start | None = None
    strength: float | None = None
    upscale: int | None = None
    sampler: str | None = None
    replay: bool = False
    beside: int | None = None
    grid: Grid | None = None
    describe: bool = False
    seamless: str | None = None
    other_parent: int | None = None
    look: bool = False

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Wish:
        raw: dict[str, Any] = json.loads(text)
        if start := raw.get("start"):
            raw["start"] = Start(**{**start, "notes": tuple(start["notes"])})
        if grid := raw.get("grid"):
            raw["grid"] = Grid.from_raw(grid)
        return cls(**raw)

    def tidied(self) -> Wish:
        """With single spaces, so that it fits into a form again. Raises BadRequest for an empty or endless prompt."""
        negative = tidy_prompt(self.negative) if self.negative.strip() else ""
        size = " ".join(self.size.split()) if self.size else None
        return replace(self, prompt=tidy_prompt(self.prompt), negative=negative, size=size)

    def again(self) -> Wish:
        """The same wish with a fresh seed: repeating the seed would repeat the picture."""
        return replace(self, seed=None, replay=False, beside=None, other_parent=None)


@dataclass(frozen=True, slots=True)
class Picture:
    """One finished picture. ``sha256`` and ``suffix`` name the original file as the model drew it. ``flagged`` is what
    the safety check said of it, None where there was none; ``spoiler`` says that it is shown behind one."""

    position: int
    sha256: str
    suffix: str
    seed: int
    width: int
    height: int
    flagged: bool | None = None
    spoiler: bool = False


def shown_as(pictures: Iterable[Picture], showing: Showing) -> tuple[Picture, ...]:
    """What may be seen of them where that is the rule for flagged ones."""
    seen = [picture for picture in pictures if not (picture.flagged and showing is Showing.WITHHOLD)]
    hides = showing is not Showing.SHOW
    return tuple(replace(picture, spoiler=bool(picture.flagged) and hides) for picture in seen)


def quoted(value: str, longest: int = 60) -> str:
    """What somebody typed, as it is said back to them in a sentence."""
    tidy = " ".join(value.split())
    return f"“{tidy if len(tidy) <= longest else tidy[: longest - 1] + '…'}”"


@dataclass(frozen=True, slots=True)
class Canvas:
    """A picture size in pixels."""

    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.width}×{self.height}"


def tidy_prompt(prompt: str) -> str:
    """The prompt with runs of white space made single. Raises BadRequest when it is empty or too long."""
    words = " ".join(prompt.split())
    if all(unicodedata.category(letter)[0] in "CZ" for letter in words):  # nothing, or nothing to be seen
        raise BadRequest("The prompt is empty. Say what you would like to see, for example: a red apple.")
    if len(words) > MAX_PROMPT:
        raise BadRequest(f"That prompt has {len(words):,} characters; the most is {MAX_PROMPT:,}. Nothing was queued.")
    return words


def canvas(size: str | None, *, native: int, smallest: int, largest: int) -> Canvas:
    """The picture size for ``size``: a shape ("portrait"), a ratio ("3:2"), a side ("512") or "512x768".

    Shapes and ratios keep the model's native area (``native`` squared, pixels) with sides that are multiples of 8.
    Raises BadRequest for anything else, for sides that are not multiples of 8, or outside [smallest, largest].
    """
    text = (size or "square").strip().lower().replace("×", "x").replace(" ", "")
    named = next((ratio for name, ratio in SHAPES.items() if name.replace(" ", "") == text), None)
    if ratio := named or _ratio(text):
        return _fit(ratio, native, smallest, largest)
    match = re.fullmatch(r"(\d{1,5})(?:x(\d{1,5}))?", text)
    if match is None:
        raise BadRequest(
            f"{quoted(text)} is not a size. Write {', '.join(SHAPES)}, a ratio like 3:2, or {native}x{native}."
        )
    width, height = int(match[1]), int(match[2] or match[1])
    if width > largest or height > largest:
        raise BadRequest(f"{width}×{height} is too large here: the longest side is {largest} pixels.")
    if width < smallest or height < smallest:
        raise BadRequest(f"{width}×{height} is too small: the shortest side is {smallest} pixels.")
    if width % 8 or height % 8:
        near = "x".join(str(max(smallest, round(side / 8) * 8)) for side in (width, height))
        raise BadRequest(f"{width}×{height} cannot be drawn: both sides must be multiples of 8. Try {near}.")
    return Canvas(width, height)


def canvas_like(start: Start, *, native: int, smallest: int, largest: int) -> Canvas:
    """A picture's own size where the model draws it well, else its shape at the model's native area.

    Shapes beyond 1:4 and 4:1 are cut to that. Sides are multiples of 8.
    """
    sides = (start.width, start.height)
    fits = all(smallest <= side <= largest and side % 8 == 0 for side in sides)
    if fits and start.width * start.height <= 1.25 * native * native:
        return Canvas(*sides)
    ratio = min(max(Fraction(*sides), Fraction(1, 4)), Fraction(4))
    return _fit(ratio, native, smallest, largest)


def _ratio(text: str) -> Fraction | None:
    match = re.fullmatch(r"(\d{1,2}):(\d{1,2})", text)
    if match is None or "0" in (match[1], match[2]):
        return None
    ratio = Fraction(int(match[1]), int(match[2]))
    if not Fraction(1, 4) <= ratio <= 4:
        raise BadRequest(f"{text} is too narrow: ratios go from 1:4 to 4:1.")
    return ratio


def _fit(ratio: Fraction, native: int, smallest: int, largest: int) -> Canvas:
    width = native * float(ratio) ** 0.5
    sides = (width, native * native / width)
    low, high = -(-smallest // 8) * 8, largest // 8 * 8
    fitted = [min(high, max(low, round(side / 8) * 8)) for side in sides]
    return Canvas(*fitted)


def is_shape(size: str) -> bool:
    """True for a shape or a ratio: these fit every model."""
    text = size.strip().lower().replace(" ", "")
    return text in SHAPES or _ratio(text) is not None


def check_seed(seed: int | None) -> None:
    """Raises BadRequest when the seed is outside 0..2**32-1."""
    if seed is not None and not 0 <= seed <= MAX_SEED:
        raise BadRequest(f"The seed {seed} is out of range: choose 0 to {MAX_SEED:,}, or leave it out.")


def seeds_from(first: int, count: int) -> tuple[int, ...]:
    """One seed a picture, counting up from the first as AUTOMATIC1111 does, wrapping at 2**32."""
    return tuple((first + i) % (MAX_SEED + 1) for i in range(count))
