"""Frames between the bot and a child process: a JSON header and raw blobs, on a socket. Never pickle.

A frame is ``magic (4 bytes) | header length (4, big endian) | header | blobs``. The header is a JSON object; its
``blobs`` list carries the length of each blob. Both ends use the same ``Decoder``; what breaks a limit or the format
raises ChannelError and the connection is not usable any more.
"""

from __future__ import annotations

import asyncio
import json
import socket
import struct
import threading
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.errors import ChannelError

MAGIC = b"INK1"
MAX_HEADER = 1 << 20
MAX_BLOBS = 64
MAX_PAYLOAD = 256 << 20  # all blobs of a frame together; a 2048 x 2048 PNG is at most 12.6 MB
_PREFIX = struct.Struct(">4sI")
_READ = 1 << 16


@dataclass(frozen=True, slots=True)
class Frame:
    """One message: plain values, and bytes beside them."""

    header: Mapping[str, Any]
    blobs: tuple[bytes, ...] = field(default=())

    @property
    def kind(self) -> str:
        return str(self.header.get("type", ""))


def encode(header: Mapping[str, Any], blobs: Sequence[bytes] = ()) -> bytes:
    """The bytes of a frame. Raises ChannelError when it would break a limit the other end enforces."""
    if "blobs" in header:
        raise ChannelError("'blobs' is the codec's own key")
    if len(blobs) > MAX_BLOBS or sum(map(len, blobs)) > MAX_PAYLOAD:
        raise ChannelError("too many blobs or bytes for one frame")
    try:
        text = json.dumps({**header, "blobs": [len(blob) for blob in blobs]}, allow_nan=False, separators=(",", ":"))
    except (TypeError, ValueError, RecursionError) as error:
        raise ChannelError(f"the header is not JSON: {error}") from None
    head = text.encode("utf-8")
    if len(head) > MAX_HEADER:
        raise ChannelError(f"a header of {len(head)} bytes is over the limit")
    return b"".join((_PREFIX.pack(MAGIC, len(head)), head, *blobs))


class Decoder:
    """Turns any division of the byte stream back into frames; holds at most one unfinished frame."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._head: dict[str, Any] | None = None
        self._sizes: list[int] = []

    def feed(self, data: bytes) -> Iterator[Frame]:
        """The frames that ``data`` completes. Raises ChannelError on the first byte that cannot be right."""
        self._buffer += data
        while (frame := self._next()) is not None:
            yield frame

    @property
    def pending(self) -> bool:
        """True in the middle of a frame: an end of the stream now would cut it."""
        return bool(self._buffer) or self._head is not None

    def _next(self) -> Frame | None:
        if self._head is None and not self._read_head():
            return None
        total = sum(self._sizes)
        if len(self._buffer) < total:
            return None
        blobs, start = [], 0
        for size in self._sizes:
            blobs.append(bytes(self._buffer[start : start + size]))
            start += size
        del self._buffer[:total]
        head, self._head = self._head, None
        return Frame(head or {}, tuple(blobs))

    def _read_head(self) -> bool:
        start = bytes(self._buffer[: len(MAGIC)])
        if not MAGIC.startswith(start):
            raise ChannelError("the stream does not carry Inkling frames")
        if len(self._buffer) < _PREFIX.size:
            return False
        _, length = _PREFIX.unpack_from(self._buffer)
        if length > MAX_HEADER:
            raise ChannelError(f"a header of {length} bytes is over the limit")
        end = _PREFIX.size + length
        if len(self._buffer) < end:
            return False
        head = _parse_head(bytes(self._buffer[_PREFIX.size : end]))
        self._sizes = head.pop("blobs")
        self._head = head
        del self._buffer[:end]
        return True


def _parse_head(text: bytes) -> dict[str, Any]:
    try:
        head = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ChannelError(f"the header is not JSON: {type(error).__name__}") from None
    sizes = head.get("blobs") if isinstance(head, dict) else None
    if not isinstance(head, dict) or not isinstance(sizes, list) or len(sizes) > MAX_BLOBS:
        raise ChannelError("the header is not an object with a short list of blob lengths")
    if any(type(size) is not int or size < 0 for size in sizes) or sum(sizes) > MAX_PAYLOAD:
        raise ChannelError("the blob lengths are over the limit")
    return head


class BlockingChannel:
    """The child's end. Any thread may send; one thread receives."""

    def __init__(self, sock: socket.socket) -> None:
        sock.setblocking(True)
        self._socket = sock
        self._sending = threading.Lock()
        self._decoder = Decoder()
        self._arrived: deque[Frame] = deque()

    def send(self, header: Mapping[str, Any], blobs: Sequence[bytes] = ()) -> None:
        """Raises OSError when the other end is gone."""
        data = encode(header, blobs)
        with self._sending:
            self._socket.sendall(data)

    def receive(self) -> Frame | None:
        """The next frame; None at the end of the stream."""
        while not self._arrived:
            data = self._socket.recv(_READ)
            if not data:
                return None
            self._arrived.extend(self._decoder.feed(data))
        return self._arrived.popleft()


class AsyncChannel:
    """The bot's end."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self._decoder = Decoder()
        self._arrived: deque[Frame] = deque()

    @classmethod
    async def over(cls, sock: socket.socket) -> AsyncChannel:
        """Take over a connected stream socket."""
        sock.setblocking(False)
        return cls(*await asyncio.open_connection(sock=sock))

    def send(self, header: Mapping[str, Any], blobs: Sequence[bytes] = ()) -> None:
        """Hand a frame to the transport; a dead other end shows in ``receive``."""
        if not self._writer.is_closing():
            self._writer.write(encode(header, blobs))

    async def receive(self) -> Frame | None:
        """The next frame; None when the stream ended or was reset."""
        while not self._arrived:
            try:
                data = await self._reader.read(_READ)
            except (ConnectionError, OSError):
                return None
            if not data:
                return None
            self._arrived.extend(self._decoder.feed(data))
        return self._arrived.popleft()

    async def close(self) -> None:
        self._writer.close()
        try:
            await self._writer.wait_closed()
        except OSError:
            return
