"""The playground's own server: who is there, and where they meet."""

from __future__ import annotations

from .loopback import Loopback

OWNER = "Robin"
MODERATOR = "Mia"
VISITOR = "Sam"


def furnish(loopback: Loopback) -> None:
    """Adds a moderator and a visitor to the owner, and two channels to the first."""
    loopback.set_topic(loopback.channel, "Pictures, tried and shared")
    loopback.add_user(MODERATOR, moderator=True)
    loopback.add_user(VISITOR)
    loopback.add_channel("lounge", topic="Everything else")
    staff = [loopback.moderators(loopback.guild)]
    loopback.add_channel("moderators", topic="Only moderators, the owner and Inkling see this", only=staff)
