"""The report's small chart: for each day the middle wait, the slowest tenth's, and what ideal sharing would have given.

Drawn at twice the size that a phone shows, with words as large as Discord's own.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from datetime import UTC, datetime

from PIL import Image, ImageDraw, ImageFont

from bot.gpu.report import Day
from cogs.words import span

WIDTH, HEIGHT = 960, 480
LEFT, RIGHT, TOP, BOTTOM = 120, 20, 84, 56
BACK, INK, GRID = "#1e1f22", "#f2f3f5", "#4e5058"
BAR, TAIL, IDEAL = "#7c8cf8", "#4a5190", "#f0b232"
FONT = 28
"""Pixels; a phone shows the picture at about 0.4 of its size."""


def draw(days: Sequence[Day]) -> bytes:
    """A PNG."""
    image = Image.new("RGB", (WIDTH, HEIGHT), BACK)
    pen = ImageDraw.Draw(image)
    font = ImageFont.load_default(FONT)
    top = _ceiling(max((day.waits.p90 for day in days if day.waits), default=0.0))
    _legend(pen, font)
    for part in (0.0, 0.5, 1.0):
        y = _y(part * top, top)
        pen.line((LEFT, y, WIDTH - RIGHT, y), fill=GRID, width=2)
        pen.text((LEFT - 12, y), span(part * top), fill=INK, font=font, anchor="rm")
    slot = (WIDTH - LEFT - RIGHT) / len(days)
    every = max(1, math.ceil(len(days) / 7))
    for number, day in enumerate(days):
        x = LEFT + slot * number
        if day.waits:
            bar = (x + slot * 0.2, x + slot * 0.8)
            pen.rectangle((bar[0], _y(day.waits.p90, top), bar[1], _y(0, top)), fill=TAIL)
            pen.rectangle((bar[0], _y(day.waits.p50, top), bar[1], _y(0, top)), fill=BAR)
        if day.ideal:
            y = _y(min(day.ideal.p50, top), top)
            pen.line((x + slot * 0.08, y, x + slot * 0.92, y), fill=IDEAL, width=6)
        if number % every == 0:
            when = datetime.fromtimestamp(day.start_utc, UTC)
            label = f"{when.day}.{when.month}." if every > 1 else f"{when:%a}"
            pen.text((x + slot / 2, HEIGHT - BOTTOM + 10), label, fill=INK, font=font, anchor="ma")
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _legend(pen: ImageDraw.ImageDraw, font: ImageFont.FreeTypeFont | ImageFont.ImageFont) -> None:
    x = LEFT
    for colour, words in ((BAR, "half ready"), (TAIL, "9 of 10 ready"), (IDEAL, "ideal sharing: half")):
        pen.rectangle((x, 30, x + 28, 58), fill=colour)
        pen.text((x + 40, 44), words, fill=INK, font=font, anchor="lm")
        x += 62 + int(pen.textlength(words, font=font))


def _y(seconds: float, top: float) -> float:
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (seconds / top)


def _ceiling(seconds: float) -> float:
    """A round number of seconds, minutes or hours above."""
    for step in (10, 20, 60, 120, 240, 600, 1200, 3600, 7200):
        if seconds <= step:
            return float(step)
    return math.ceil(seconds / 14400) * 14400.0
