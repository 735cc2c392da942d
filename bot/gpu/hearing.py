"""One run of a job in the engine, and what the worker's frames about it mean."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from bot.children.channel import Frame
from bot.errors import ChannelError, EngineError, JobFailed
from bot.gpu.job import EngineEvent, Generation, Rendered, Started, Stepped, Stopped


@dataclass(eq=False, slots=True)
class Run:
    """One call of ``generate``. Its number is not the job's id: a job may run again after its iterator was closed."""

    number: int
    job_id: int
    generation: Generation
    inputs: tuple[bytes, ...] = ()
    events: asyncio.Queue[EngineEvent | EngineError] = field(default_factory=asyncio.Queue)
    sent: bool = False
    started: bool = False


def event_of(frame: Frame) -> EngineEvent | EngineError:
    """The event or failure that a frame about a job tells. Raises ChannelError for a frame that tells none."""
    header = frame.header
    try:
        if frame.kind == "started":
            return Started()
        if frame.kind == "stepped":
            return Stepped(int(header["step"]), int(header["steps"]), frame.blobs[0] if frame.blobs else None)
        if frame.kind == "rendered":
            return Rendered(frame.blobs, tuple(map(str, header["notes"])), _flagged(frame))
        if frame.kind == "stopped":
            return Stopped()
        if frame.kind == "failed":
            return JobFailed(str(header["code"]), str(header["message"]))
    except (KeyError, TypeError, ValueError) as error:
        raise ChannelError(f"a frame {frame.kind!r} lacks or mistakes {error}") from None
    raise ChannelError(f"nobody knows a frame {frame.kind!r}")


def _flagged(frame: Frame) -> tuple[bool, ...]:
    """What the safety check said of each picture. Raises ValueError for anything but a yes or no for every one."""
    found = frame.header.get("flagged", [])
    if not isinstance(found, list) or not all(isinstance(one, bool) for one in found):
        raise ValueError("flagged")
    if found and len(found) != len(frame.blobs):
        raise ValueError("flagged")
    return tuple(found)
