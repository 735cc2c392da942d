"""Who is kept out, and what moderators and the rules did: plain values. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MAX_REASON = 200
PAGE = 10


class Action(StrEnum):
    """What an entry of the audit log tells of. Values stand in the database: they never change."""

    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    REMOVED = "removed"
    RULES = "rules"
    REFUSED = "refused"
    WITHHELD = "withheld"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class Deed:
    """Something to write down. ``guild_id`` None is everywhere or a direct message, ``actor_id`` None the bot itself.

    ``detail`` never holds words of a private prompt.
    """

    action: Action
    guild_id: int | None = None
    actor_id: int | None = None
    subject_id: int | None = None
    job_id: int | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A deed as it was written down."""

    id: int
    at_utc: float
    deed: Deed


@dataclass(frozen=True, slots=True)
class AuditPage:
    """``number`` of ``count`` is 0-based; newest first. ``guild_id`` None is everything."""

    entries: tuple[Entry, ...]
    number: int
    count: int
    guild_id: int | None


@dataclass(frozen=True, slots=True)
class Block:
    """Somebody who is kept out of a server, or (``guild_id`` None) of everything."""

    user_id: int
    guild_id: int | None
    by_user_id: int
    reason: str
    since_utc: float
