"""The pictures of a grid on one sheet, with what varies written beside them. Pillow only."""

from __future__ import annotations

import io
from collections.abc import Mapping

from PIL import Image

from bot import letters
from bot.imagine.axes import Grid

LARGEST, SMALLEST = 512, 192
"""Pixels of a cell's longest side: all fits into a message, and small pictures can be seen."""
GAP = 8
PAPER, INK = (255, 255, 255), (40, 44, 52)
WIDEST = 220
"""Of the labels beside rows."""


def sheet(pictures: Mapping[int, bytes], grid: Grid) -> bytes:
    """A PNG file. ``pictures`` are the cells' PNG files by their number, all of one size; those without stay empty."""
    cells = {cell: _cell(png) for cell, png in pictures.items()}
    width, height = next(iter(cells.values())).size
    columns = len(grid.across.values)
    rows = grid.cells // columns
    size = max(14, min(26, width // 12))
    top = 2 * size
    left = GAP
    if grid.down is not None:
        labels = [grid.down.label(row) for row in range(rows)]
        left += min(WIDEST, round(max(letters.length(label, size) for label in labels))) + GAP
    image = Image.new("RGB", (left + columns * (width + GAP), top + rows * (height + GAP)), PAPER)
    for column in range(columns):
        label = letters.fitted(grid.across.label(column), size, width)
        letters.write(image, left + column * (width + GAP) + width / 2, size, label, size, INK, "mm")
    for row in range(rows if grid.down is not None else 0):
        label = letters.fitted(labels[row], size, left - 2 * GAP)
        letters.write(image, GAP, top + row * (height + GAP) + height / 2, label, size, INK, "lm")
    for number, cell in cells.items():
        row, column = divmod(number, columns)
        image.paste(cell, (left + column * (width + GAP), top + row * (height + GAP)))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _cell(png: bytes) -> Image.Image:
    with Image.open(io.BytesIO(png), formats=("PNG",)) as opened:
        picture = opened.convert("RGB")
    longest = max(picture.size)
    scale = min(LARGEST / longest, 1.0) if longest >= SMALLEST else SMALLEST / longest
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture if size == picture.size else picture.resize(size, Image.Resampling.LANCZOS)
