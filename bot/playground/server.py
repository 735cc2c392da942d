"""The playground's web server: one page, its JSON interface and its WebSocket, on 127.0.0.1 only."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

from .api import UPLOAD_LIMIT, Api, speak_plainly
from .console import Console
from .guard import Guard, html_page
from .live import Live
from .lived_in import LivedIn, Load
from .media import MediaProxy
from .travel import Travel
from .trouble import Trouble

if TYPE_CHECKING:
    from .loopback import Loopback

PAGE = Path(__file__).parent / "page"
PORTS_TRIED = 20
CONTENT_TYPES = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
}


class PortsBusy(Exception):
    """Every port that was tried is taken."""


class PageServer:
    """``async with PageServer(...) as server``: listening; ``server.link`` opens it."""

    def __init__(
        self,
        loopback: Loopback,
        console: Console,
        *,
        bot_name: str = "Inkling",
        port: int = 0,
        move_bot: Callable[[float], None] = lambda seconds: None,
        load_samples: Load | None = None,
    ) -> None:
        """``move_bot`` sets the bot's clock so many seconds ahead."""
        self._wanted = port
        self.guard = Guard()
        api = Api(loopback, console, bot_name)
        live, media = Live(api), MediaProxy(api.media_origin)
        app = web.Application(client_max_size=UPLOAD_LIMIT, middlewares=[self.guard.middleware, speak_plainly])
        app.add_routes([web.get("/", _index), web.get("/assets/{name}", _asset), web.get("/api/live", live.handle)])
        lived_in = LivedIn(api, load_samples or _no_samples)
        api.samples_of = lambda person: lived_in.loaded[person]
        app.add_routes([*api.routes(), *Trouble(api, loopback).routes(), *Travel(api, loopback, move_bot).routes()])
        app.add_routes(lived_in.routes())
        app.add_routes([web.get("/cdn/{path:.*}", media.get)])
        app.cleanup_ctx.append(media.lifetime)
        app.on_shutdown.append(live.close)
        app.on_response_prepare.append(self.guard.add_headers)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)

    @property
    def port(self) -> int:
        return self.guard.port

    @property
    def link(self) -> str:
        return self.guard.link

    async def __aenter__(self) -> PageServer:
        await self._runner.setup()
        try:
            self.guard.port = await self._listen()
        except BaseException:
            await self._runner.cleanup()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    async def _listen(self) -> int:
        """The first free port from the wanted one on; 0 is any. Raises PortsBusy."""
        candidates = range(self._wanted, min(self._wanted + PORTS_TRIED, 65536)) if self._wanted else [0]
        for port in candidates:
            # Without reuse_address a port that another playground left a second ago would look busy.
            site = web.TCPSite(self._runner, "127.0.0.1", port)
            try:
                await site.start()
            except OSError as error:
                if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                    raise
                await site.stop()
                continue
            bound: int = self._runner.addresses[0][1]
            return bound
        raise PortsBusy(f"Ports {self._wanted} to {self._wanted + PORTS_TRIED - 1} are all in use.")


async def _no_samples(kind: str, person: int) -> bool:
    return False


async def _index(_request: web.Request) -> web.Response:
    return _file(PAGE / "index.html")


async def _asset(request: web.Request) -> web.Response:
    # Found by listing, never by joining: no name, however it is encoded, leads out of the folder.
    name = request.match_info["name"]
    for path in (PAGE / "assets").iterdir():
        if path.name == name:
            return _file(path)
    return html_page("<p>There is no such file.", status=404)


def _file(path: Path) -> web.Response:
    content_type = CONTENT_TYPES.get(path.suffix, "application/octet-stream")
    charset = "utf-8" if content_type.startswith("text/") else None
    return web.Response(body=path.read_bytes(), content_type=content_type, charset=charset)
