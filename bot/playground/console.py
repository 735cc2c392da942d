"""What the page is told about the bot process: how far it is, and its last log lines."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

KEPT_LINES = 300


class Phase(StrEnum):
    STARTING = "starting"  # the process runs, but has not logged in yet
    LOADING = "loading"  # logged in; the model is not there yet
    READY = "ready"
    RESTARTING = "restarting"  # it ended by itself and is started again after a pause
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class BotStatus:
    phase: Phase = Phase.STARTING
    detail: str = ""


@dataclass(slots=True)
class Console:
    """The current status and a window of log lines, with live listeners."""

    status: BotStatus = BotStatus()
    lines: deque[str] = field(default_factory=lambda: deque(maxlen=KEPT_LINES))
    # When the loopback knows that the bot is connected, that wins over what the log says.
    connected: Callable[[], bool] = lambda: False
    _listeners: set[asyncio.Queue[dict[str, Any]]] = field(default_factory=set)

    def set(self, phase: Phase, detail: str = "") -> None:
        self.status = BotStatus(phase, detail)
        self.tell({"t": "BOT_STATUS", "d": self.payload()})

    def log(self, line: str) -> None:
        self.lines.append(line)
        self.tell({"t": "BOT_LOG", "d": {"line": line}})

    def payload(self) -> dict[str, Any]:
        return asdict(self.status)

    @contextmanager
    def listen(self) -> Iterator[asyncio.Queue[dict[str, Any]]]:
        queue: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._listeners.add(queue)
        try:
            yield queue
        finally:
            self._listeners.discard(queue)

    def tell(self, event: dict[str, Any]) -> None:
        """Hands an event to every open page, whoever it is open as."""
        for queue in self._listeners:
            queue.put_nowait(event)
