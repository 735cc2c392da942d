"""One running request, as the executor sees it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.gpu.worker.merge import Fingerprints


class Cancelled(Exception):
    """The request was cancelled; raised in its own thread."""


class NoMemory(Exception):
    """Even the smallest forward of this request does not fit, whatever was given up for it."""


class Relief(Protocol):
    """Something to give up when memory runs out (see ``bot.gpu.worker.ladder``)."""

    def climb(self, decoding: bool) -> bool:
        """Give up one more thing; False when nothing is left. Called by the forward thread, between forwards."""

    def notes(self, decoding: bool) -> list[str]:
        """What is given up now, in sentences for the person."""

    def held(self) -> None:
        """Something was decoded without trouble. Called by the forward thread, between forwards."""


@dataclass(eq=False, slots=True)
class Ticket:
    """One running request. ``cancelled`` may be set by any thread through ``Executor.cancel``."""

    model: str = ""
    alone: bool = False  # its forwards are shared with nobody
    relief: Relief | None = None
    scheduler: Any = None  # its timesteps say how many forwards there will be
    cancelled: bool = False
    forwards: int = 0
    most_together: int = 1
    preparing: bool = False
    returned: float | None = None  # when it was last handed a result
    asked: tuple[Hashable, int] | None = None  # shape and rows of its last call: what it will most likely ask next
    notes: dict[str, None] = field(default_factory=dict)  # sentences for the person, in order
    fingerprints: Fingerprints = field(default_factory=Fingerprints)

    def note(self, sentence: str) -> None:
        self.notes[sentence] = None

    def forwards_left(self) -> int:
        """Forwards until the picture is done, as far as the scheduler tells; at least 1."""
        timesteps = getattr(self.scheduler, "timesteps", None)
        return max(1, len(timesteps) - self.forwards) if timesteps is not None else 1
