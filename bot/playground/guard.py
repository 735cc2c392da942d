"""Who may talk to the page: this machine's own browser, with the key from the printed link, and no other site.

A page on the internet can make a browser send requests to 127.0.0.1 (CSRF, DNS rebinding), so the address alone
protects nothing. Three things do: the Host must be ours, the Origin (where a browser sends one) must be ours, and
the cookie that only the printed link sets must be there.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
SAFE_METHODS = frozenset({"GET", "HEAD"})


def content_security_policy(port: int) -> str:
    """Everything from this page's own origin, nothing inline, and no string becomes HTML except lit's templates."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "font-src 'self'",
            "img-src 'self' blob: data:",
            "media-src 'self' blob:",
            f"connect-src 'self' ws://127.0.0.1:{port} ws://localhost:{port}",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types lit-html",
        )
    )


class Guard:
    """The key, and the checks made before any handler runs. ``port`` is set once the server listens."""

    def __init__(self) -> None:
        self.key = secrets.token_urlsafe(24)
        self.port = 0

    @property
    def cookie(self) -> str:
        # Browsers keep one cookie jar for all ports of an address; the name keeps two playgrounds apart.
        return f"inkling_playground_{self.port}"

    @property
    def link(self) -> str:
        return f"http://127.0.0.1:{self.port}/?key={self.key}"

    def matches(self, offered: str | None) -> bool:
        return offered is not None and secrets.compare_digest(offered.encode(), self.key.encode())

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        host = request.headers.get("Host", "")
        # "localhost" too, for people who reach a machine without a screen through an ssh tunnel.
        if host not in (f"127.0.0.1:{self.port}", f"localhost:{self.port}"):
            return refusal("This address is not the playground's own.")
        origin = request.headers.get("Origin")
        writes = request.method not in SAFE_METHODS or request.headers.get("Upgrade", "").lower() == "websocket"
        if (origin is not None or writes) and origin != f"http://{host}":
            return refusal("Other sites cannot use the playground.")
        if request.path == "/" and "key" in request.query:
            return self._admit(request)
        if not self.matches(request.cookies.get(self.cookie)):
            return refusal("Open the playground with the whole link that the console printed; it carries a key.")
        if origin is None and request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
            return refusal("Other sites cannot use the playground.")
        return await handler(request)

    def _admit(self, request: web.Request) -> web.Response:
        if not self.matches(request.query.get("key")):
            return refusal("This key is from an earlier start. Use the link that the console printed last.")
        if request.headers.get("Sec-Fetch-Site", "none") in ("none", "same-origin"):
            response = web.Response(status=303, headers={"Location": "/"})
        else:
            # A link followed from another site (a web mail, a web terminal): a strict cookie is not sent along a
            # redirect that began elsewhere, but it is with a navigation that begins here.
            response = html_page('<meta http-equiv="refresh" content="0;url=/"><p><a href="/">Open the playground</a>')
        response.set_cookie(self.cookie, self.key, httponly=True, samesite="Strict", path="/")
        return response

    async def add_headers(self, _request: web.Request, response: web.StreamResponse) -> None:
        headers = response.headers
        headers.setdefault("Content-Security-Policy", content_security_policy(self.port))
        headers["X-Content-Type-Options"] = "nosniff"
        headers["Referrer-Policy"] = "no-referrer"
        headers["Cross-Origin-Opener-Policy"] = "same-origin"
        headers["Cross-Origin-Resource-Policy"] = "same-origin"
        headers["X-Frame-Options"] = "DENY"
        headers.setdefault("Cache-Control", "no-store")


def refusal(sentence: str) -> web.Response:
    """A plain 403. The sentence is ours, never the caller's words."""
    return html_page(f"<h1>Not this way</h1><p>{sentence}", status=403)


def html_page(body: str, *, status: int = 200) -> web.Response:
    text = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Inkling playground</title>{body}'
    return web.Response(text=text, status=status, content_type="text/html")
