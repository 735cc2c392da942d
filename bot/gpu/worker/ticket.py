"""One running request, as the executor sees it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field

from bot.gpu.worker.merge import Fingerprints


class Cancelled(Exception):
    """The request was cancelled; raised in its own thread."""


class NoMemory(Exception):
    """Even the smallest forward of this request does not fit."""


@dataclass(eq=False, slots=True)
class Ticket:
    """One running request. ``cancelled`` may be set by any thread through ``Executor.cancel``."""

    cancelled: bool = False
    forwards: int = 0
    most_together: int = 1
    preparing: bool = False
    returned: float | None = None  # when it was last handed a result
    asked: tuple[Hashable, int] | None = None  # shape and rows of its last call: what it will most likely ask next
    fingerprints: Fingerprints = field(default_factory=Fingerprints)
