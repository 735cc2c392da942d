"""What engines learnt about their devices, in a small JSON file: how many rows pay in one forward, by model and size;
how much memory pictures took; and whether a processor gains by bfloat16."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)

MOST_DEVICES, MOST_ENTRIES, MOST_BYTES = 96, 2000, 4 << 20
MEMORY, BFLOAT16 = "memory of ", "bfloat16 on "
"""Begin the names under which a device's peaks and its gain are kept."""


class Learnt:
    """Device -> entries, as an engine told them (see ``bot.gpu.worker.knee``)."""

    def __init__(self, path: Path) -> None:
        """A file that is absent or cannot be read counts as empty."""
        self._path = path
        self._known: dict[str, list[Any]] = {}
        try:
            if path.stat().st_size <= MOST_BYTES:
                found = json.loads(path.read_bytes())
                self._known = {str(device): list(entries) for device, entries in found.items()}
        except FileNotFoundError:
            pass
        except (OSError, ValueError, TypeError, AttributeError, RecursionError) as error:
            log.warning("%s cannot be read and is begun anew: %s", path.name, error)

    def all(self) -> dict[str, list[Any]]:
        return dict(self._known)

    def keep(self, device: str, entries: Sequence[Any]) -> None:
        """Replace what is known about ``device``. A full disk is logged: it is learnt again next time."""
        self._known.pop(device, None)
        self._known[device] = list(entries)[:MOST_ENTRIES]
        while len(self._known) > MOST_DEVICES:
            del self._known[next(iter(self._known))]
        temporary = self._path.with_suffix(".new")
        try:
            temporary.write_text(json.dumps(self._known, allow_nan=False), "utf-8")
            os.replace(temporary, self._path)  # noqa: PTH105 - atomic, also over an existing file
        except (OSError, ValueError) as error:
            log.warning("%s cannot be written: %s", self._path.name, error)
