"""Pictures and files from the loopback's CDN, handed on from the page's own origin.

What a stranger uploads must never run in the page: only four picture kinds and sound are shown inline, told by
their first bytes and never by their name; everything else is a download.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import quote, unquote

import aiohttp
from aiohttp import web
from yarl import URL

from .loopback.sound import sound_type

PREFIX = "/cdn/"
URL_KEYS = frozenset({"url", "proxy_url", "icon_url", "proxy_icon_url"})


def sniff(head: bytes) -> str | None:
    """The content type to show inline, or None for a download."""
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if head.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if head.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    return sound_type(head)


def localise(value: Any, origin: str) -> Any:
    """``value`` with the loopback's media addresses replaced by paths on the page's own origin."""
    if isinstance(value, dict):
        return {
            key: _local_url(item, origin) if key in URL_KEYS and isinstance(item, str) else localise(item, origin)
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [localise(item, origin) for item in value]
    return value


def _local_url(url: str, origin: str) -> str:
    return url.removeprefix(origin) if url.startswith(origin + PREFIX) else url


def disposition(kind: str, filename: str) -> str:
    """A Content-Disposition value; the name is percent-encoded, so no character of it can end the header."""
    return f"{kind}; filename*=UTF-8''{quote(filename, safe='')}"


def part(request: web.Request, body: bytes) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and bytes: the range that a player asks for when someone jumps within a recording."""
    headers = {"Accept-Ranges": "bytes"}
    try:
        wanted = request.http_range
    except ValueError:
        wanted = slice(None)
    if wanted.start is None and wanted.stop is None:
        return 200, headers, body
    start, stop, _ = wanted.indices(len(body))
    if start >= stop:
        return 416, headers | {"Content-Range": f"bytes */{len(body)}"}, b""
    return 206, headers | {"Content-Range": f"bytes {start}-{stop - 1}/{len(body)}"}, body[start:stop]


class MediaProxy:
    """``GET /cdn/...`` fetched from the loopback at ``origin``."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self._session: aiohttp.ClientSession | None = None

    async def lifetime(self, _app: web.Application) -> AsyncIterator[None]:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60)) as self._session:
            yield

    async def get(self, request: web.Request) -> web.StreamResponse:
        assert self._session is not None  # noqa: S101 - set for as long as the app runs
        # The path as the browser sent it: a name with %2F or %3F in it stays one name.
        path = request.rel_url.raw_path
        signature = f"?hm={request.query['hm']}" if "hm" in request.query else ""
        async with self._session.get(URL(self.origin + path + signature, encoded=True)) as answer:
            if answer.status != 200:
                return web.Response(status=404, text="This file is gone.")
            body = await answer.read()
        kind = sniff(body[:16])
        name = unquote(path.rsplit("/", 1)[-1]) or "file"
        inline = kind is not None and "download" not in request.query
        status, headers, body = part(request, body)
        return web.Response(
            status=status,
            body=body,
            content_type=kind or "application/octet-stream",
            headers={
                **headers,
                "Content-Disposition": disposition("inline" if inline else "attachment", name),
                "Content-Security-Policy": "default-src 'none'; sandbox",
                "Cache-Control": "private, max-age=3600, immutable",
            },
        )
