"""How a picture is cut into tiles that overlap. Pure."""

from __future__ import annotations

Box = tuple[int, int, int, int]

OVERLAP = 8
"""One part in so many of a tile lies on its neighbour, at least."""


def starts(length: int, tile: int, step: int = 8) -> tuple[int, ...]:
    """Where tiles of ``tile`` pixels begin so that they cover ``length``, evenly, at multiples of ``step``."""
    if length <= tile:
        return (0,)
    count = -(-(length - tile // OVERLAP) // (tile - tile // OVERLAP))
    last = length - tile
    return (*(round(last * at / (count - 1) / step) * step for at in range(count - 1)), last)


def boxes(width: int, height: int, tile: int) -> tuple[Box, ...]:
    """Left, top, right, bottom of each tile, row by row; all of the same size, at most ``tile`` a side."""
    wide, high = min(tile, width), min(tile, height)
    return tuple((left, top, left + wide, top + high) for top in starts(height, tile) for left in starts(width, tile))
