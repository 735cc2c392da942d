"""What whoever runs the bot should hear of: said once, not for every job that it meets."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

log = logging.getLogger(__name__)

CRASHES = 3
CRASH_SECONDS = 600.0
"""So many ends of one engine within this time, without a picture in between, are a crash loop."""

QUIET_SECONDS = 3600.0
"""The same trouble is told again after an hour at the earliest."""


class Kind(StrEnum):
    CRASH_LOOP = "crash loop"
    QUARANTINE = "quarantine"
    DISK_FULL = "disk full"
    DATABASE = "database"
    MODEL = "model"
    LOST = "engines lost"


@dataclass(frozen=True, slots=True)
class Trouble:
    """``about`` tells two troubles of one kind apart: an engine, a model."""

    kind: Kind
    text: str
    about: str = ""


def tell_each(listeners: Iterable[Callable[[Trouble], None]], trouble: Trouble) -> None:
    """One that raises keeps it from none of the others, and does not end an engine's supervisor that this runs in."""
    for tell in list(listeners):
        try:
            tell(trouble)
        except Exception:
            log.exception("a trouble could not be told: %s", trouble.text)


@dataclass(slots=True)
class CrashWatch:
    """Counts the ends of engines. Pure: time is a parameter."""

    _ends: dict[str, deque[float]] = field(default_factory=dict)

    def ended(self, engine: str, now_utc: float) -> bool:
        """One more end; True when they have become a loop."""
        ends = self._ends.setdefault(engine, deque(maxlen=CRASHES))
        ends.append(now_utc)
        return len(ends) == CRASHES and now_utc - ends[0] <= CRASH_SECONDS

    def made(self, engine: str) -> None:
        """It made a picture."""
        self._ends.pop(engine, None)


@dataclass(slots=True)
class Quiet:
    """Holds back what was told lately."""

    _told: dict[tuple[Kind, str], float] = field(default_factory=dict)

    def lets_through(self, trouble: Trouble, now_utc: float) -> bool:
        key = (trouble.kind, trouble.about)
        if now_utc - self._told.get(key, float("-inf")) < QUIET_SECONDS:
            return False
        self._told[key] = now_utc
        return True
