"""The page's WebSocket: what happens in the loopback Discord and to the bot process, as it happens."""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any

from aiohttp import web

from .api import Api
from .media import localise


class Live:
    def __init__(self, api: Api) -> None:
        self._api = api
        self._sockets: set[web.WebSocketResponse] = set()

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        user = self._api.actor(request)
        socket = web.WebSocketResponse(heartbeat=20, max_msg_size=4096)
        await socket.prepare(request)
        self._sockets.add(socket)
        try:
            async with self._api.loopback.subscribe(user) as events:
                with self._api.console.listen() as notices:
                    # Said once the queues are open: what the page reads from now on, it cannot miss.
                    await socket.send_json({"t": "HELLO", "d": {"status": self._api.console.payload()}})
                    pumps = [asyncio.create_task(self._pump(queue, socket)) for queue in (events, notices)]
                    try:
                        async for _ in socket:  # the page says nothing; this ends when it goes
                            pass
                    finally:
                        for pump in pumps:
                            pump.cancel()
                        await asyncio.gather(*pumps, return_exceptions=True)
        finally:
            self._sockets.discard(socket)
        return socket

    async def _pump(self, queue: asyncio.Queue[dict[str, Any]], socket: web.WebSocketResponse) -> None:
        with contextlib.suppress(ConnectionError):  # the page went; the reader notices and ends this
            while True:
                await socket.send_json(localise(await queue.get(), self._api.media_origin))

    async def close(self, _app: web.Application) -> None:
        for socket in list(self._sockets):
            await socket.close(code=1001)
