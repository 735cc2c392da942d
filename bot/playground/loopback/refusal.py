"""What a Discord client tells its user instead of sending anything."""

from __future__ import annotations


class LoopbackRefused(Exception):
    """The person's own client would not let them do this. The message is a whole sentence."""
