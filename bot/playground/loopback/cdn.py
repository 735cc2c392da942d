"""Attachments: kept in memory, measured once, and served under signed links as Discord's CDN does."""

from __future__ import annotations

import io
import mimetypes
import secrets
from typing import Any, NamedTuple
from urllib.parse import quote

from aiohttp import web
from PIL import Image

# Anything else a stranger could upload is handed out as a download, never rendered.
INLINE = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "text/plain"})
INLINE_FAMILIES = ("audio/", "video/")


class StoredFile(NamedTuple):
    data: bytes
    content_type: str


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels, or None where Pillow cannot tell."""
    try:
        with Image.open(io.BytesIO(data)) as picture:
            return picture.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None


class Cdn:
    """Has the two methods that simcord's store has, so that its routes write here."""

    def __init__(self) -> None:
        self.base = ""  # "http://127.0.0.1:PORT/cdn", known once the server listens
        self._key = secrets.token_hex(16)
        self._files: dict[str, StoredFile] = {}
        self._sizes: dict[str, tuple[int, int]] = {}

    def store_attachment(
        self,
        attachment_id: int,
        channel_id: int,
        filename: str,
        data: bytes,
        description: str | None,
        *,
        content_type: str | None = None,
    ) -> dict[str, Any]:
        path = f"attachments/{channel_id}/{attachment_id}/{quote(filename)}"
        content_type = content_type or mimetypes.guess_type(filename)[0] or "application/octet-stream"
        self._files[path] = StoredFile(data, content_type)
        url = f"{self.base}/{path}?hm={self._key}"
        attachment: dict[str, Any] = {
            "id": str(attachment_id),
            "filename": filename,
            "size": len(data),
            "url": url,
            "proxy_url": url,
            "content_type": content_type,
        }
        if description is not None:
            attachment["description"] = description
        size = picture_size(data) if content_type.startswith("image/") else None
        if size is not None:
            self._sizes[str(attachment_id)] = size
            attachment["width"], attachment["height"] = size
        return attachment

    def get(self, url: str) -> bytes | None:
        stored = self.find(url)
        return stored.data if stored else None

    def find(self, url: str) -> StoredFile | None:
        """The file behind one of our own links; None for any other address or a wrong signature."""
        location, _, query = url.removeprefix(self.base + "/").partition("?")
        if f"hm={self._key}" not in query.split("&"):
            return None
        return self._files.get(location)

    def size_of(self, attachment_id: str) -> tuple[int, int] | None:
        return self._sizes.get(attachment_id)

    async def handle(self, request: web.Request) -> web.Response:
        stored = self.find(f"{self.base}/{request.rel_url.raw_path.removeprefix('/cdn/')}?{request.query_string}")
        if stored is None:
            return web.Response(status=404, text="This content is no longer available.")
        inline = stored.content_type in INLINE or stored.content_type.startswith(INLINE_FAMILIES)
        return web.Response(
            body=stored.data,
            content_type=stored.content_type if inline else "application/octet-stream",
            headers={
                "X-Content-Type-Options": "nosniff",
                "Content-Security-Policy": "sandbox; default-src 'none'",
                "Content-Disposition": "inline" if inline else "attachment",
                "Cache-Control": "private, max-age=31536000, immutable",
            },
        )
