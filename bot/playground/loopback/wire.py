"""Reading one REST request off the wire, with Discord's size limits, and writing answers as discord.py needs them."""

from __future__ import annotations

import io
import json
import re
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from .recorded import RecordedFile
from .simcord_adapter import UPLOAD_LIMIT, ApiError

REQUEST_LIMIT = 25 * 1024 * 1024  # bytes, all parts of a request together
UNSAFE_IN_NAMES = re.compile(r"[^\w.\-]+")


@dataclass(slots=True)
class Upload:
    """Has the three attributes that simcord's routes read."""

    field: str
    filename: str
    data: bytes
    description: str | None = None

    @property
    def fp(self) -> io.BytesIO:
        return io.BytesIO(self.data)


@dataclass(slots=True)
class Incoming:
    body: Any
    uploads: list[Upload]
    too_large: bool = False

    def recorded_files(self) -> tuple[RecordedFile, ...]:
        return tuple(RecordedFile(upload.filename, len(upload.data), upload.field) for upload in self.uploads)

    def refuse_large(self) -> None:
        if self.too_large or any(len(upload.data) > UPLOAD_LIMIT for upload in self.uploads):
            raise ApiError(413, 40005, "Request entity too large")


def safe_name(filename: str) -> str:
    """The name under which Discord keeps an uploaded file."""
    return UNSAFE_IN_NAMES.sub("_", filename).strip("_") or "unknown"


async def read(request: web.Request) -> Incoming:
    """Raises ApiError where the body is not what its content type says."""
    incoming = Incoming(None, [])
    try:
        if request.content_type == "multipart/form-data":
            await _read_parts(request, incoming)
        elif request.can_read_body:
            incoming.body = json.loads(await request.text() or "null")
    except web.HTTPRequestEntityTooLarge:
        incoming.too_large = True
    except ValueError as error:
        raise ApiError(400, 50109, "The request body contains invalid JSON.") from error
    _describe(incoming)
    return incoming


async def _read_parts(request: web.Request, incoming: Incoming) -> None:
    total, plain = 0, {}
    async for part in await request.multipart():
        data = bytes(await part.read(decode=False))  # type: ignore[union-attr]  # Discord's parts are not nested
        total += len(data)
        incoming.too_large = incoming.too_large or total > REQUEST_LIMIT
        name = getattr(part, "name", None) or ""
        filename = getattr(part, "filename", None)
        if name == "payload_json":
            incoming.body = json.loads(data)
        elif filename is None:
            plain[name] = data.decode()
        else:
            incoming.uploads.append(Upload(name, safe_name(filename), data))
    if incoming.body is None and plain:
        incoming.body = plain
    incoming.uploads.sort(key=lambda upload: int(re.sub(r"\D", "", upload.field) or 0))


def message_part(body: Any) -> dict[str, Any]:
    """The message inside a body: the body itself, or the ``data`` of an interaction callback."""
    if not isinstance(body, dict):
        return {}
    data = body.get("data")
    return data if isinstance(data, dict) and "type" in body else body


def _describe(incoming: Incoming) -> None:
    attachments = message_part(incoming.body).get("attachments")
    described = {
        str(item.get("id")): item.get("description")
        for item in (attachments if isinstance(attachments, list) else [])
        if isinstance(item, dict)
    }
    for upload in incoming.uploads:
        upload.description = described.get(upload.field.removeprefix("files[").removesuffix("]"))


def answer(payload: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """JSON with ``Content-Type`` exactly as discord.py compares it; 204 where there is nothing to say."""
    if payload is None and status == 200:
        return web.Response(status=204)
    return web.Response(
        body=json.dumps(payload).encode(),
        status=status,
        headers={"Content-Type": "application/json", "Via": "1.1 google", **(headers or {})},
    )


def rate_limited(seconds: float) -> web.Response:
    limits = {"Limit": "5", "Remaining": "0", "Reset-After": str(seconds), "Bucket": "loopback", "Scope": "user"}
    return answer(
        {"message": "You are being rate limited.", "retry_after": seconds, "global": False},
        429,
        {"Retry-After": str(seconds), **{f"X-RateLimit-{key}": value for key, value in limits.items()}},
    )
