"""Time travel: the playground's Discord and its bot go ahead together, and come back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from aiohttp import web

from .api import Api, read_body

if TYPE_CHECKING:
    from .loopback import Loopback

LONGEST_STEP = 31 * 86_400.0  # seconds
FARTHEST = 5 * 366 * 86_400.0


class Travel:
    """``POST /api/clock`` with ``{"advance": seconds}`` or ``{"back": true}``; the page hears of it as CLOCK.

    What does not move: the event loop's timers, rate limits, and the three seconds to answer an interaction. Its token
    lives fifteen minutes of the moved clock.
    """

    def __init__(self, api: Api, loopback: Loopback, move_bot: Callable[[float], None]) -> None:
        self._api, self._loopback, self._move_bot = api, loopback, move_bot

    def routes(self) -> list[web.RouteDef]:
        return [web.post("/api/clock", self.change)]

    async def change(self, request: web.Request) -> web.Response:
        self._api.actor(request)
        body, _ = await read_body(request)
        here = self._loopback.ahead
        ahead = 0.0 if body.get("back") is True else here + _seconds(body.get("advance"))
        if ahead > FARTHEST:
            raise web.HTTPBadRequest(text="That is far enough. Go back to now first.")
        self._move_bot(ahead)
        self._loopback.advance(ahead - here)
        self._api.console.tell({"t": "CLOCK", "d": {"offset": ahead}})
        return self._api.answer({"offset": ahead})


def _seconds(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= LONGEST_STEP:
        raise web.HTTPBadRequest(text="advance: seconds are expected, a month at most.")
    return float(value)
