"""Faults on a switch, for the curious: what Discord does on a bad day, done to the playground's bot."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from aiohttp import web

from .api import Api, read_body

if TYPE_CHECKING:
    from .loopback import Loopback

LIMITED_REQUESTS, FAILED_REQUESTS = 3, 2
RETRY_AFTER = 1.0  # seconds
SLOW_BY = 2.0  # seconds; with the three that Discord allows for an answer, still in time


class Trouble:
    """``GET /api/trouble`` tells what is on, ``POST`` with ``{"kind": ...}`` makes trouble or ends it ("well")."""

    def __init__(self, api: Api, loopback: Loopback) -> None:
        self._api, self._loopback = api, loopback
        self._kinds: dict[str, Callable[[], Awaitable[None]]] = {
            "limit": self._limit,
            "errors": self._errors,
            "slow": self._slow,
            "drop": lambda: loopback.faults.drop_gateway(resumable=True),
            "session": lambda: loopback.faults.drop_gateway(resumable=False),
            "expire": self._expire,
            "well": self._well,
        }

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/api/trouble", self.tell), web.post("/api/trouble", self.make)]

    async def tell(self, request: web.Request) -> web.Response:
        self._api.actor(request)
        return self._active()

    async def make(self, request: web.Request) -> web.Response:
        self._api.actor(request)
        body, _ = await read_body(request)
        kind = self._kinds.get(str(body.get("kind")))
        if kind is None:
            raise web.HTTPBadRequest(text="There is no such trouble.")
        await kind()
        return self._active()

    def _active(self) -> web.Response:
        """What is still on: requests to come, or 1 for what stays until all is made well."""
        faults = self._loopback.faults
        active = {"limit": faults.left(429), "errors": faults.left(502), "slow": int(faults.delay_seconds > 0)}
        return self._api.answer({kind: left for kind, left in active.items() if left})

    async def _limit(self) -> None:
        if not self._loopback.faults.left(429):
            self._loopback.faults.rate_limit("*", "/", LIMITED_REQUESTS, retry_after=RETRY_AFTER)

    async def _errors(self) -> None:
        if not self._loopback.faults.left(502):
            self._loopback.faults.fail("*", "/", 502, FAILED_REQUESTS, message="Bad Gateway")

    async def _slow(self) -> None:
        self._loopback.faults.slow(SLOW_BY)

    async def _expire(self) -> None:
        self._loopback.expire_all_tokens()

    async def _well(self) -> None:
        self._loopback.faults.clear()
