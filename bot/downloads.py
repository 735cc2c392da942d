"""Discord's own attachments, fetched in pieces. Nothing else that a message names is ever fetched."""

from __future__ import annotations

from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import aiohttp

from bot.errors import FileGone, FileTooLarge

CDN_HOSTS = frozenset({"cdn.discordapp.com", "media.discordapp.net"})
CHUNK = 1 << 18
GONE = frozenset({403, 404, 410})


class Downloads:
    def __init__(self, own_discord: str) -> None:
        """``own_discord`` is the address of a Discord on this machine, or empty."""
        local = urlsplit(own_discord).hostname if own_discord else None
        self._hosts = CDN_HOSTS | ({local} if local else set())
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=None, sock_connect=30, sock_read=60))

    async def close(self) -> None:
        await self._session.close()

    async def stream(self, url: str) -> AsyncIterator[bytes]:
        """Raises FileGone, or aiohttp.ClientError when the way is broken."""
        if urlsplit(url).hostname not in self._hosts:
            raise FileGone(f"not an attachment of Discord's: {urlsplit(url).hostname}")
        async with self._session.get(url, allow_redirects=False) as response:
            if response.status in GONE:
                raise FileGone(f"Discord answers {response.status}")
            response.raise_for_status()
            async for chunk in response.content.iter_chunked(CHUNK):
                yield chunk

    async def read(self, url: str, limit_bytes: int) -> bytes:
        """The whole of it, whatever was said about its size. Raises FileTooLarge too."""
        content = bytearray()
        async for chunk in self.stream(url):
            content += chunk
            if len(content) > limit_bytes:
                raise FileTooLarge(limit_bytes)
        return bytes(content)
