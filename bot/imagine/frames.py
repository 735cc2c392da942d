"""Pictures that come on something: a wish may name a frame, and the finished picture is shown within it.

The name is kept with the wish, so a frame outlives the bot. What asks for pictures registers how its frames are drawn;
where that fails the picture is shown as it is, never lost.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.errors import UserError

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Framed:
    """A picture within its frame. ``content`` is a PNG file, ``alt`` says what it shows."""

    content: bytes
    alt: str


class Framer(Protocol):
    async def __call__(self, user_id: int, record_id: int, job_id: int, prompt: str, png: bytes) -> Framed:
        """The frame of that record, the asker's own, around the job's picture.

        Raises UserError when it is gone, OSError when the picture cannot be read.
        """


class Frames:
    def __init__(self) -> None:
        self._framers: dict[str, Framer] = {}

    def register(self, kind: str, framer: Framer) -> None:
        self._framers[kind] = framer

    async def around(
        self, frame: str, user_id: int, job_id: int, prompt: str, pictures: Sequence[bytes]
    ) -> list[Framed] | None:
        """``frame`` is ``kind:id``. One a picture; None where there is no frame, or it cannot be drawn."""
        kind, _, record = frame.partition(":")
        framer = self._framers.get(kind)
        if framer is None:
            return None
        try:
            return [await framer(user_id, int(record), job_id, prompt, png) for png in pictures]
        except (UserError, OSError, ValueError) as error:
            log.info("the picture of job %d is shown without its frame %s: %s", job_id, frame, error)
        except Exception:
            log.exception("the frame %s of job %d could not be drawn", frame, job_id)
        return None
