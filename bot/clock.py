"""The clock that is passed to whatever needs the time; tests pass their own."""

from __future__ import annotations

import time
from collections.abc import Callable

Clock = Callable[[], float]
"""Returns UTC seconds since the epoch."""


def wall_clock() -> float:
    return time.time()
