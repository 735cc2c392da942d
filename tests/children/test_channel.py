"""The channel's codec: any division of the stream, both ends, and a hostile other end."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import socket
import struct
import threading
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.children.channel import (
    MAGIC,
    MAX_BLOBS,
    MAX_HEADER,
    MAX_PAYLOAD,
    AsyncChannel,
    BlockingChannel,
    Decoder,
    encode,
)
from bot.errors import ChannelError

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
headers = st.dictionaries(st.text().filter(lambda key: key != "blobs"), values, max_size=5)
frames = st.tuples(headers, st.lists(st.binary(max_size=300), max_size=5))


def pieces(data: bytes, cuts: list[int]) -> Iterator[bytes]:
    edges = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    return (data[a:b] for a, b in itertools.pairwise(edges))


@given(st.lists(frames, min_size=1, max_size=4), st.lists(st.integers(0, 10_000), max_size=20))
@settings(deadline=None)
def test_any_division_of_the_stream_gives_the_frames_back(sent, cuts) -> None:
    decoder = Decoder()
    stream = b"".join(encode(header, blobs) for header, blobs in sent)
    got = [frame for piece in pieces(stream, cuts) for frame in decoder.feed(piece)]
    assert [(frame.header, list(frame.blobs)) for frame in got] == sent
    assert not decoder.pending


@given(st.binary(max_size=400))
@settings(deadline=None)
def test_strange_bytes_are_refused_or_wait_but_never_crash(data: bytes) -> None:
    decoder = Decoder()
    try:
        assert not list(decoder.feed(data)) or data.startswith(MAGIC)
    except ChannelError:
        assert not data.startswith(MAGIC) or len(data) >= 8


@given(frames, st.integers(0, 2000), st.integers(0, 255))
@settings(max_examples=200, deadline=None)
def test_one_changed_byte_is_refused_or_read_but_never_crashes(frame, where: int, value: int) -> None:
    data = bytearray(encode(*frame))
    data[where % len(data)] = value
    with contextlib.suppress(ChannelError):
        list(Decoder().feed(bytes(data)))


def raw(header: bytes) -> bytes:
    return struct.pack(">4sI", MAGIC, len(header)) + header


@pytest.mark.parametrize(
    "data",
    [
        b"GET / HTTP/1.1\r\n",
        struct.pack(">4sI", MAGIC, MAX_HEADER + 1),
        struct.pack(">4sI", MAGIC, 0xFFFFFFFF),
        raw(b"[1, 2]"),
        raw(b"{}"),
        raw(b"not json"),
        raw(b"\xff\xfe"),
        raw(b'{"blobs": 3}'),
        raw(b'{"blobs": [-1]}'),
        raw(b'{"blobs": [true]}'),
        raw(b'{"blobs": [1.5]}'),
        raw(json.dumps({"blobs": [MAX_PAYLOAD + 1]}).encode()),
        raw(json.dumps({"blobs": [MAX_PAYLOAD, MAX_PAYLOAD]}).encode()),
        raw(json.dumps({"blobs": [0] * (MAX_BLOBS + 1)}).encode()),
        raw(b'{"blobs": [' + b"[" * 100_000 + b"]" * 100_000 + b"]}"),
        raw(b'{"a": ' + b"9" * 10_000 + b', "blobs": []}'),
    ],
    ids=range(16),
)
def test_hostile_frames_are_refused(data: bytes) -> None:
    with pytest.raises(ChannelError):
        list(Decoder().feed(data))


@pytest.mark.parametrize(
    ("header", "blobs"),
    [
        ({"blobs": 1}, []),
        ({"x": float("nan")}, []),
        ({"x": b"bytes"}, []),
        ({"x": "a" * MAX_HEADER}, []),
        ({}, [b""] * (MAX_BLOBS + 1)),
    ],
)
def test_what_the_other_end_would_refuse_is_not_sent(header, blobs) -> None:
    with pytest.raises(ChannelError):
        encode(header, blobs)


async def test_both_ends_talk_and_the_end_is_seen() -> None:
    ours, theirs = socket.socketpair()
    child = BlockingChannel(theirs)

    def echo() -> None:
        while (frame := child.receive()) is not None:
            child.send({**frame.header, "echo": True}, frame.blobs)

    thread = threading.Thread(target=echo)
    thread.start()
    bot = await AsyncChannel.over(ours)
    big = bytes(range(256)) * 20_000
    bot.send({"type": "a"}, [big, b""])
    bot.send({"type": "b"})
    first, second = await bot.receive(), await bot.receive()
    assert first is not None and first.kind == "a" and first.blobs == (big, b"") and first.header["echo"] is True
    assert second is not None and second.kind == "b"
    await bot.close()
    await asyncio.to_thread(thread.join, 5)
    assert not thread.is_alive()
    theirs.close()


async def test_a_dead_other_end_reads_as_the_end() -> None:
    ours, theirs = socket.socketpair()
    bot = await AsyncChannel.over(ours)
    theirs.close()
    bot.send({"type": "into the void"})
    assert await bot.receive() is None
    await bot.close()
