"""A drawing sheet for the charts: one neutral theme, letters for a phone, anti-aliased by drawing twice as large."""

from __future__ import annotations

import io

from PIL import Image, ImageChops, ImageDraw

from bot import letters

WIDTH = 1080
SCALE = 2
PAPER, INK, FAINT, GRID = (251, 251, 249), (43, 45, 51), (112, 115, 122), (226, 226, 222)
SMALL, MEDIUM = 32, 38
MARGIN = 44
Colour = tuple[int, int, int]


class Canvas:
    """Coordinates in pixels of the finished picture."""

    def __init__(self, height: int, width: int = WIDTH) -> None:
        self.width, self.height = width, height
        self._image = Image.new("RGB", (width * SCALE, height * SCALE), PAPER)
        self._draw = ImageDraw.Draw(self._image)

    def box(
        self, x: float, y: float, w: float, h: float, fill: Colour, *, radius: float = 6, edge: Colour | None = None
    ) -> None:
        if w <= 0 or h <= 0:
            return
        corners = (x * SCALE, y * SCALE, (x + w) * SCALE - 1, (y + h) * SCALE - 1)
        radius = min(radius, w / 2, h / 2)
        self._draw.rounded_rectangle(corners, radius * SCALE, fill, edge, 3 if edge else 0)

    def line(self, points: list[tuple[float, float]], colour: Colour, width: float = 5) -> None:
        if len(points) > 1:
            scaled = [(x * SCALE, y * SCALE) for x, y in points]
            self._draw.line(scaled, colour, round(width * SCALE), joint="curve")

    def dot(self, x: float, y: float, radius: float, fill: Colour, edge: Colour | None = None) -> None:
        corners = ((x - radius) * SCALE, (y - radius) * SCALE, (x + radius) * SCALE, (y + radius) * SCALE)
        self._draw.ellipse(corners, fill, edge, 4 if edge else 0)

    def area(self, points: list[tuple[float, float]], fill: Colour) -> None:
        if len(points) > 2:
            self._draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill)

    def text(self, x: float, y: float, words: str, size: int = SMALL, fill: Colour = INK, anchor: str = "la") -> None:
        """``anchor`` as Pillow's: l m r for left, middle, right; a m s for top, middle, baseline."""
        letters.write(self._image, x * SCALE, y * SCALE, words, size * SCALE, fill, anchor)

    def title(self, words: str) -> None:
        self.text(MARGIN, 30, words, MEDIUM)

    def measure(self, words: str, size: int = SMALL) -> float:
        return letters.length(words, size * SCALE) / SCALE

    def fitted(self, words: str, width: float, size: int = SMALL) -> str:
        """Cut where it would be wider."""
        return letters.fitted(words, size * SCALE, width * SCALE)

    def paste(self, picture: Image.Image, x: float, y: float, w: float, h: float, *, radius: float = 0) -> None:
        """Scaled to that box; its corners round, its transparent parts see-through."""
        size = (round(w * SCALE), round(h * SCALE))
        scaled = picture.convert("RGBA").resize(size, Image.Resampling.LANCZOS)
        if radius:
            mask = Image.new("L", size)
            ImageDraw.Draw(mask).rounded_rectangle((0, 0, size[0] - 1, size[1] - 1), radius * SCALE, 255)
            scaled.putalpha(ImageChops.multiply(scaled.getchannel("A"), mask))
        self._image.paste(scaled, (round(x * SCALE), round(y * SCALE)), scaled)

    def png(self, colours: int | None = 128) -> bytes:
        """With so many colours, or all of them for None: what has a photograph on it."""
        small = self._image.resize((self.width, self.height), Image.Resampling.LANCZOS)
        buffer = io.BytesIO()
        (small.quantize(colours) if colours else small).save(buffer, "PNG", optimize=True)
        return buffer.getvalue()


def mixed(colour: int, share: float) -> Colour:
    """From nearly the paper (0) to the full colour (1), darker towards the end: light and dark carry the meaning."""
    base = ((colour >> 16) & 255, (colour >> 8) & 255, colour & 255)
    pale = tuple(round(p + (c - p) * 0.18) for p, c in zip(PAPER, base, strict=True))
    deep = tuple(round(c * 0.78) for c in base)
    share = min(1.0, max(0.0, share))
    r, g, b = (round(p + (d - p) * share) for p, d in zip(pale, deep, strict=True))
    return r, g, b
