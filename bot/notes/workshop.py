"""Where notebooks are packed and unpacked: a folder for each move, one move at a time for each person."""

from __future__ import annotations

import contextlib
import secrets
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.errors import BadRequest


@dataclass(slots=True)
class Progress:
    """Written by the work, read by whoever shows it."""

    what: str = ""
    done: int = 0
    total: int = 0

    def say(self, what: str) -> Callable[[int, int], None]:
        """A new step; what it returns is told how far it is."""
        self.what, self.done, self.total = what, 0, 0

        def count(done: int, total: int) -> None:
            self.done, self.total = done, total

        return count


class Workshop:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._busy: set[int] = set()

    def sweep(self) -> None:
        """At start: what a crash left behind."""
        shutil.rmtree(self._folder, ignore_errors=True)

    @contextlib.contextmanager
    def open(self, owner_id: int) -> Iterator[Path]:
        """A folder that is gone when the block ends. Raises BadRequest while another move of theirs is under way."""
        if owner_id in self._busy:
            raise BadRequest("An export or import of yours is still at work. Try again when it is done.")
        self._busy.add(owner_id)
        folder = self._folder / secrets.token_hex(8)
        try:
            folder.mkdir(parents=True)
            yield folder
        finally:
            self._busy.discard(owner_id)
            shutil.rmtree(folder, ignore_errors=True)
