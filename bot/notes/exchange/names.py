"""File names that every system takes and that Obsidian can link to. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from bot.notes.markup import fold

MAX_STEM = 120
"""Characters: with a suffix and a number still under 255 bytes for most scripts, checked in bytes below."""
MAX_BYTES = 200
_FORBIDDEN = re.compile(r'[\\/:*?"<>|#^\[\]\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Windows keeps these for devices."""


def safe_name(text: str, otherwise: str) -> str:
    """``text`` as the name of a file or folder; ``otherwise`` where nothing is left of it."""
    plain = unicodedata.normalize("NFC", text)
    plain = _FORBIDDEN.sub("-", "".join(c if c.isprintable() or c == " " else "-" for c in plain))
    plain = " ".join(plain.split()).strip(" .-")[:MAX_STEM].rstrip(" .")
    while len(plain.encode()) > MAX_BYTES:
        plain = plain[:-1].rstrip(" .")
    if _RESERVED.fullmatch(plain):
        plain = f"_{plain}"
    return plain or otherwise


class Names:
    """Gives each thing a name that nothing else has, also where case does not count."""

    def __init__(self, taken: Sequence[str] = ()) -> None:
        self._taken = {fold(name) for name in taken}

    def take(self, stem: str, suffix: str = "") -> str:
        """``stem`` + ``suffix``, with a number where that is taken."""
        name, number = f"{stem}{suffix}", 1
        while fold(name) in self._taken:
            number += 1
            name = f"{stem} {number}{suffix}"
        self._taken.add(fold(name))
        return name
