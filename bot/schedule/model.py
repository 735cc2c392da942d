"""What the clock keeps: plain frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.schedule.recurrence import Rule

PLAIN = "plain"
LATE_SECONDS = 300.0
"""What comes later than this after its time is marked late."""


class State(StrEnum):
    """Of an occurrence. ``KEPT``: DMs are closed; shown when the person next comes by."""

    PENDING = "pending"
    SENT = "sent"
    KEPT = "kept"
    ANSWERED = "answered"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Alarm:
    """``kind`` says who answers for it; ``subject_id`` is the kind's own. ``next_utc`` None: nothing is to come."""

    id: int
    user_id: int
    kind: str
    subject_id: int | None
    text: str
    link: str | None
    guild_id: int | None
    channel_id: int | None
    rule: Rule
    next_utc: float | None
    muted: bool


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time of an alarm. ``send_utc`` is when it is to be sent or tried again."""

    id: int
    alarm: Alarm
    due_utc: float
    state: State
    send_utc: float
    attempts: int
    tellings: int
    snoozes: int
    answer: str | None
    answered_utc: float | None
    sent_utc: float | None
    channel_id: int | None
    message_id: int | None


@dataclass(frozen=True, slots=True)
class Face:
    """What a reminder says: ``title`` is plain text, ``lines`` may hold markup.

    ``done`` labels the first button; ``done_id`` is its custom id where the kind answers the press itself. ``extra``
    are further buttons, label and custom id.
    """

    title: str
    lines: tuple[str, ...] = ()
    done: str = "Done"
    done_id: str | None = None
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """An occurrence with its face, as it goes into a message; at most ``MOST`` share one."""

    MOST: ClassVar[int] = 10

    occurrence: Occurrence
    face: Face
    late: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """The message that shows one or more occurrences."""

    channel_id: int
    message_id: int
