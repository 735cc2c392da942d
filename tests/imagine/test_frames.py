"""A wish may name a frame; a frame that fails never costs the picture."""

from __future__ import annotations

import pytest

from bot.errors import NotFound
from bot.imagine.frames import Framed, Frames
from bot.imagine.model import Wish
from bot.imagine.pictures import REENCODED, show_framed
from tests.imagine.test_pictures import png


async def gold(user_id: int, record_id: int, job_id: int, prompt: str, png: bytes) -> Framed:
    if record_id == 404:
        raise NotFound("gone")
    if record_id == 500:
        raise RuntimeError("broken")
    return Framed(png + b"gold", f"{user_id} {record_id} {job_id} {prompt}")


@pytest.fixture
def frames() -> Frames:
    found = Frames()
    found.register("gold", gold)
    return found


async def test_each_picture_is_shown_within_its_frame(frames: Frames) -> None:
    assert await frames.around("gold:3", 1, 9, "a cat", [b"a", b"b"]) == [
        Framed(b"agold", "1 3 9 a cat"),
        Framed(b"bgold", "1 3 9 a cat"),
    ]


@pytest.mark.parametrize("frame", ["", "silver:1", "gold:x", "gold:404", "gold:500"])
async def test_without_a_frame_that_can_be_drawn_the_picture_is_shown_as_it_is(frames: Frames, frame: str) -> None:
    assert await frames.around(frame, 1, 9, "a cat", [b"a"]) is None


def test_a_wish_keeps_its_frame_and_older_ones_have_none() -> None:
    wish = Wish("a cat", frame="gold:3")
    assert Wish.from_json(wish.to_json()) == wish
    assert wish.tidied().again().frame == "gold:3"
    assert Wish.from_json('{"prompt": "a cat", "private": true}').frame == ""


def test_a_frame_keeps_within_the_upload_limit() -> None:
    shown = show_framed(Framed(b"small", "what it shows"), 7, 1, limit_bytes=100)
    assert (shown.name, shown.content, shown.alt, shown.note) == ("inkling-7-2.png", b"small", "what it shows", None)
    large = png(256, noisy=True)
    assert len(large) > 50_000
    shown = show_framed(Framed(large, "x"), 7, 0, limit_bytes=50_000)
    assert (shown.name, shown.note, shown.alt) == ("inkling-7-1.webp", REENCODED, "x")
    assert len(shown.content) <= 50_000
