"""One click for a notebook with notes in it and habits with a year behind them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Awaitable, Callable

from aiohttp import web

from .api import Api, read_body
from .loopback import LoopbackRefused

Load = Callable[[str, int], Awaitable[bool]]
"""Loads samples of a kind for a person; False where that failed."""
KINDS = ("notes", "habits")


class LivedIn:
    """``POST /api/samples`` with ``{"kind": "notes" | "habits"}`` loads them for whoever asks, once."""

    def __init__(self, api: Api, load: Load) -> None:
        self._api, self._load = api, load
        self._loading: set[tuple[str, int]] = set()
        self.loaded: defaultdict[int, list[str]] = defaultdict(list)

    def routes(self) -> list[web.RouteDef]:
        return [web.post("/api/samples", self.add)]

    async def add(self, request: web.Request) -> web.Response:
        me = self._api.actor(request)
        body, _ = await read_body(request)
        kind = body.get("kind")
        if kind not in KINDS:
            raise web.HTTPBadRequest(text="There are no such samples.")
        if kind in self.loaded[me]:
            return self._api.answer({})
        if (kind, me) in self._loading:
            raise LoopbackRefused("That is being loaded already.")
        self._loading.add((kind, me))
        try:
            if not await self._load(kind, me):
                raise LoopbackRefused("The samples could not be loaded. The console says why.")
        finally:
            self._loading.discard((kind, me))
        self.loaded[me].append(kind)
        return self._api.answer({})
