"""The header of a safetensors file: names, shapes, and what it says of itself. No tensor is read.

Format: https://github.com/huggingface/safetensors#format.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from bot.errors import ModelUnusable

MOST_BYTES = 100 << 20
"""Of a header; the format's own limit."""


class Unreadable(ModelUnusable):
    """Carries a sentence on what is wrong with the file."""


class Header(NamedTuple):
    """Tensor name -> shape, and the file's own ``__metadata__``."""

    shapes: dict[str, list[int]]
    said: dict[str, str]


def read(path: Path) -> Header:
    """Raises Unreadable for what is cut off or none at all."""
    try:
        with path.open("rb") as file:
            length = int.from_bytes(file.read(8), "little")
            if not 2 <= length <= min(MOST_BYTES, path.stat().st_size - 8):
                raise Unreadable("It is cut off, or no safetensors file.")
            head = json.loads(file.read(length))
        said = {str(key): str(value) for key, value in dict(head.pop("__metadata__", None) or {}).items()}
        shapes = {key: [int(side) for side in value["shape"]] for key, value in head.items()}
        end = max((value["data_offsets"][1] for value in head.values()), default=0)
        if 8 + length + end > path.stat().st_size:
            raise Unreadable("It is cut off: fetch it again.")
    except (OSError, ValueError, RecursionError, TypeError, KeyError, AttributeError, IndexError):
        raise Unreadable("Its header cannot be read: it is cut off, or no safetensors file.") from None
    return Header(shapes, said)
