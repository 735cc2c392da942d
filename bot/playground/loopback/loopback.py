"""The whole: a server on 127.0.0.1 that a bot logs in to, and the people's side of it as methods."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any, TypeVar

from aiohttp import web

from .acting import Acting
from .faults import Faults
from .gateway import Gateway
from .recorded import RecordedRequest
from .rest import API, Rest

T = TypeVar("T")
HOST = "127.0.0.1"
READ_LIMIT = 256 * 1024 * 1024  # bytes; above Discord's limits, so that its own refusal is what the bot gets


class Loopback(Acting):
    """A Discord with one server. Everything is in memory and gone after ``stop``.

    ``privileged_intents`` grants the three intents that Discord's portal must approve; without, a bot that asks for
    one is refused. ``bot_permissions`` is what the invite link would have granted (default: all but administrator).
    """

    def __init__(
        self,
        *,
        token: str | None = None,
        owner_name: str = "owner",
        bot_permissions: int | None = None,
        privileged_intents: bool = False,
    ) -> None:
        super().__init__(token=token, owner_name=owner_name, bot_permissions=bot_permissions)
        changed = self.audience.changed
        self.gateway = Gateway(self.state, self.token, privileged=privileged_intents, changed=changed)
        self.faults = Faults(lambda resumable: self.gateway.drop(resumable=resumable))
        self.rest = Rest(
            self.state, self.ledger, self.faults, token=self.token, owner=lambda: self.owner, changed=changed
        )
        self.api_base = ""
        self._runner: web.AppRunner | None = None

    async def start(self, port: int = 0) -> None:
        """Listens on 127.0.0.1; port 0 takes a free one. Raises OSError where the port is taken."""
        app = web.Application(client_max_size=READ_LIMIT, middlewares=[self._only_for_us])
        app.router.add_route("*", API + "/{tail:.*}", self.rest.handle)
        app.router.add_get("/gateway", self.gateway.handle)
        app.router.add_get("/gateway/", self.gateway.handle)
        app.router.add_get("/cdn/{tail:.*}", self.cdn.handle)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, HOST, port).start()
        except OSError:
            await self.stop()
            raise
        self.port: int = self._runner.addresses[0][1]
        root = f"{HOST}:{self.port}"
        self.api_base = f"http://{root}{API}"
        self.cdn.base = f"http://{root}/cdn"
        self.gateway.url = self.rest.gateway_url = f"ws://{root}/gateway/"

    async def stop(self) -> None:
        self.ledger.close()
        await self.gateway.close()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def __aenter__(self) -> Loopback:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    # ---------------------------------------------------------------- the bot

    @property
    def connected(self) -> bool:
        """A bot has identified and its connection is alive."""
        return self.gateway.connected

    async def wait_connected(self, timeout: float = 10.0) -> None:
        await self.wait_for(lambda: self.connected, timeout)

    @property
    def requests(self) -> list[RecordedRequest]:
        """Every REST request that left the bot, oldest first (the newest twenty thousand)."""
        return self.rest.requests

    def close_dms(self, user: int, closed: bool = True) -> None:
        """This person takes no direct messages from the bot."""
        if closed:
            self.rest.closed_dms.add(user)
        else:
            self.rest.closed_dms.discard(user)

    # ------------------------------------------------------------- watching

    def subscribe(self, user: int) -> AbstractAsyncContextManager[asyncio.Queue[dict[str, Any]]]:
        """Everything that this person sees happen, as ``{"t": name, "d": payload}``.

        Discord's own events, and two of ours: INTERACTION_ACK ``{"id", "state": "pending" | "done" | "failed"}``
        (failed: not acknowledged within three seconds) and MODAL_OPEN ``{"id", "title", "custom_id", "components"}``.
        Payloads are shared between the watchers: do not change them.
        """
        return self.audience.subscribe(user)

    async def wait_for(self, predicate: Callable[[], T], timeout: float = 30.0) -> T:
        """The first true value of ``predicate``, looked at again after every change. Raises TimeoutError."""
        return await self.audience.wait_for(predicate, timeout)

    # ---------------------------------------------------------------- shared

    @web.middleware
    async def _only_for_us(self, request: web.Request, handler: Callable[[web.Request], Any]) -> web.StreamResponse:
        """A page in a browser must not reach this server by another name or from another origin."""
        foreign = request.host not in (f"{HOST}:{self.port}", f"localhost:{self.port}")
        if foreign or "Origin" in request.headers:
            raise web.HTTPForbidden(text="This server is for the bot on this machine only.")
        response: web.StreamResponse = await handler(request)
        return response
