"""Frames of the worker, right and wrong."""

from __future__ import annotations

from typing import Any

import pytest

from bot.children.channel import Frame
from bot.errors import ChannelError, JobFailed
from bot.gpu.hearing import event_of
from bot.gpu.job import Rendered, Started, Stepped, Stopped


@pytest.mark.parametrize(
    ("header", "blobs", "event"),
    [
        ({"type": "started"}, (), Started()),
        ({"type": "stepped", "step": 2, "steps": 9}, (), Stepped(2, 9)),
        ({"type": "stepped", "step": 2, "steps": 9}, (b"jpeg",), Stepped(2, 9, b"jpeg")),
        ({"type": "rendered", "notes": ["n"]}, (b"a", b"b"), Rendered((b"a", b"b"), ("n",))),
        (
            {"type": "rendered", "notes": [], "flagged": [True, False]},
            (b"a", b"b"),
            Rendered((b"a", b"b"), (), (True, False)),
        ),
        ({"type": "stopped"}, (), Stopped()),
    ],
)
def test_events(header: dict[str, Any], blobs: tuple[bytes, ...], event: object) -> None:
    assert event_of(Frame(header, blobs)) == event


def test_failures_keep_their_code_and_message() -> None:
    failed = event_of(Frame({"type": "failed", "code": "memory", "message": "Too large."}))
    assert isinstance(failed, JobFailed) and failed.code == "memory" and str(failed) == "Too large."


@pytest.mark.parametrize(
    "header",
    [
        {},
        {"type": "sing"},
        {"type": "stepped"},
        {"type": "stepped", "step": "x", "steps": 1},
        {"type": "failed"},
        {"type": "rendered", "notes": [], "flagged": [True]},
        {"type": "rendered", "notes": [], "flagged": ["yes"]},
    ],
)
def test_strange_frames_are_refused(header: dict[str, Any]) -> None:
    with pytest.raises(ChannelError):
        event_of(Frame(header))
