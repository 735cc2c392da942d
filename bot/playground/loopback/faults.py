"""Trouble on demand: rate limits, server errors, a slow network, a cut gateway."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass


@dataclass(slots=True)
class Fault:
    method: str  # "*" for any
    path_prefix: str
    times: int
    status: int
    code: int = 0
    message: str = ""
    after: bool = False  # the request takes effect, only its answer is lost
    retry_after: float = 0.0  # seconds


class Faults:
    def __init__(self, drop: Callable[[bool], Awaitable[None]]) -> None:
        self.delay_seconds = 0.0
        self._planned: list[Fault] = []
        self._drop = drop

    def rate_limit(self, method: str, path_prefix: str, times: int = 1, *, retry_after: float = 0.3) -> None:
        """The next ``times`` requests that match are answered with 429."""
        self._planned.append(Fault(method, path_prefix, times, 429, retry_after=retry_after))

    def fail(
        self,
        method: str,
        path_prefix: str,
        status: int = 503,
        times: int = 1,
        *,
        code: int = 0,
        message: str = "Service Unavailable",
        after: bool = False,
    ) -> None:
        """The next ``times`` requests that match are answered with ``status`` and Discord's error ``code``.

        With ``after`` they take effect first, as when an answer gets lost on its way back.
        """
        self._planned.append(Fault(method, path_prefix, times, status, code=code, message=message, after=after))

    def slow(self, seconds: float) -> None:
        """Every answer takes this much longer; 0 ends it."""
        self.delay_seconds = seconds

    async def drop_gateway(self, resumable: bool = True) -> None:
        """Cuts the bot's connection; unless ``resumable``, its session is gone as well."""
        await self._drop(resumable)

    def left(self, status: int) -> int:
        """How many requests are still to be answered with ``status``."""
        return sum(fault.times for fault in self._planned if fault.status == status)

    def clear(self) -> None:
        self._planned.clear()
        self.delay_seconds = 0.0

    def take(self, method: str, path: str) -> Fault | None:
        for fault in self._planned:
            if fault.method in ("*", method) and path.startswith(fault.path_prefix):
                fault.times -= 1
                if fault.times <= 0:
                    self._planned.remove(fault)
                return fault
        return None
