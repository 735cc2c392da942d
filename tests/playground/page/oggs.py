"""Reads an Ogg file strictly, page by page (RFC 3533): what the page makes must be what other readers accept."""

from __future__ import annotations

import struct
from dataclasses import dataclass

POLYNOMIAL = 0x04C11DB7
FIRST, LAST = 2, 4


@dataclass
class Page:
    flags: int
    position: int
    sequence: int
    packets: list[bytes]


def crc(data: bytes) -> int:
    value = 0
    for byte in data:
        value ^= byte << 24
        for _ in range(8):
            value = ((value << 1) ^ POLYNOMIAL if value & 0x80000000 else value << 1) & 0xFFFFFFFF
    return value


def pages(data: bytes) -> list[Page]:
    """Raises AssertionError where a page is not as it must be. Packets that go on over a page are not expected."""
    found = []
    while data:
        magic, version, flags, position, _, sequence, check, count = struct.unpack("<4sBBqIIIB", data[:27])
        assert magic == b"OggS" and version == 0
        lacing = data[27 : 27 + count]
        size = 27 + count + sum(lacing)
        assert crc(data[:22] + bytes(4) + data[26:size]) == check
        body, packets, length = data[27 + count : size], [], 0
        for lace in lacing:
            length += lace
            if lace < 255:
                packets.append(body[:length])
                body, length = body[length:], 0
        assert not length
        found.append(Page(flags, position, sequence, packets))
        data = data[size:]
    return found
