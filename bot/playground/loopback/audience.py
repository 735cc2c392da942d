"""Who hears of what: queues of the people watching, and waiters that look again after every change."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

T = TypeVar("T")
Event = dict[str, Any]  # {"t": "MESSAGE_CREATE", "d": {...}}


class Audience:
    def __init__(self) -> None:
        self._queues: defaultdict[int, list[asyncio.Queue[Event]]] = defaultdict(list)
        self._waiting: set[asyncio.Future[None]] = set()

    @asynccontextmanager
    async def subscribe(self, user: int) -> AsyncIterator[asyncio.Queue[Event]]:
        queue: asyncio.Queue[Event] = asyncio.Queue()
        self._queues[user].append(queue)
        try:
            yield queue
        finally:
            self._queues[user].remove(queue)

    def tell(self, name: str, payload: dict[str, Any], sees: Callable[[int], bool]) -> None:
        """Hands one event to everyone watching for whom ``sees(user)`` holds."""
        for user, queues in self._queues.items():
            if queues and sees(user):
                for queue in queues:
                    queue.put_nowait({"t": name, "d": payload})
        self.changed()

    def changed(self) -> None:
        """Something a waiter might be waiting for has happened."""
        for future in self._waiting:
            if not future.done():
                future.set_result(None)

    async def wait_for(self, predicate: Callable[[], T], timeout: float = 30.0) -> T:
        """The first true value of ``predicate``. Raises TimeoutError after ``timeout`` seconds."""
        async with asyncio.timeout(timeout):
            while not (value := predicate()):
                future = asyncio.get_running_loop().create_future()
                self._waiting.add(future)
                try:
                    await future
                finally:
                    self._waiting.discard(future)
        return value
