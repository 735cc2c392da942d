"""Cards to be remembered, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

DAILY = 20
MOST_DAILY = 200


class Kind(StrEnum):
    NOTE = "note"
    CHAPTER = "chapter"
    TERM = "term"
    QUESTION = "question"


class Rating(IntEnum):
    """As FSRS counts them."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class Memory:
    """What FSRS knows of a card: ``state`` 1 learning, 2 review, 3 relearning; ``stability`` in days, ``difficulty`` 1
    to 10, both None before the first answer."""

    state: int = 1
    step: int | None = 0
    stability: float | None = None
    difficulty: float | None = None
    due_utc: float = 0.0
    last_utc: float | None = None

    @property
    def is_new(self) -> bool:
        return self.last_utc is None

    @property
    def is_learning(self) -> bool:
        """Due by the minute, not by the day."""
        return not self.is_new and self.state != 2


@dataclass(frozen=True, slots=True)
class Card:
    """``answers`` counts them: a button that was made for an earlier count is an old one."""

    id: int
    kind: Kind
    subject_id: int
    memory: Memory
    answers: int = 0
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Face:
    """``front`` asks, ``back`` answers; ``where`` says what it belongs to."""

    front: str
    back: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Hand:
    """What is to be reviewed now. ``card`` None: nothing more today. ``left`` counts what is still to come today,
    ``waiting`` what is due beyond the daily limit, ``days`` over how many days that is spread."""

    card: Card | None
    face: Face | None
    done: int
    left: int
    waiting: int
    days: int
    daily: int
    next_utc: float | None = None
    last_answer: int | None = None
