"""The clock that is passed to whatever needs the time; tests pass their own."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.settings import Settings

Clock = Callable[[], float]
"""Returns UTC seconds since the epoch."""

AHEAD_FILE = "clock-ahead"
"""In the data folder of a bot on the playground's Discord: the seconds by which its clock was moved."""
LOOK_SECONDS = 0.2


def wall_clock() -> float:
    return time.time()


class TravelledClock:
    """The wall clock, moved by the seconds that ``path`` holds (none: not moved). Another process writes the file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: tuple[int, int] | None = None  # inode and time of writing: what is read was replaced since
        self._ahead = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead

    @property
    def ahead(self) -> float:
        """Seconds; what cannot be read leaves it as it was."""
        try:
            status = self._path.stat()
            if (status.st_ino, status.st_mtime_ns) != self._seen:
                self._ahead = float(self._path.read_text(encoding="ascii"))
                self._seen = status.st_ino, status.st_mtime_ns
        except (OSError, ValueError):
            pass
        return self._ahead

    async def follow(self, moved: Callable[[], None]) -> None:
        """Calls ``moved`` soon after each move, for whoever sleeps until a time. Runs until cancelled."""
        known = self.ahead
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            if self.ahead != known:
                known = self.ahead
                moved()


def clock_of(settings: Settings) -> Clock:
    """The wall clock; on a Discord on this machine, and only there, one that the playground moves."""
    return TravelledClock(settings.data_dir / AHEAD_FILE) if settings.discord_api else wall_clock


def move(path: Path, seconds: float) -> None:
    """Writes how far a TravelledClock over ``path`` is ahead, in one step."""
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(repr(seconds), encoding="ascii")
    fresh.replace(path)
