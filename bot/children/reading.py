"""The reader thread of a child process."""

from __future__ import annotations

import os
from collections.abc import Callable

from bot.children.channel import BlockingChannel, Frame
from bot.errors import ChannelError


def read_all(channel: BlockingChannel, take: Callable[[Frame], None]) -> None:
    """Hand every frame to ``take``. Ends the process with the channel, whatever it is doing: no orphan stays."""
    try:
        while (frame := channel.receive()) is not None:
            take(frame)
    except (ChannelError, OSError):
        pass
    os._exit(0)
