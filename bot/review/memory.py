"""How well a card is remembered and when it comes again, by FSRS. Pure.

https://github.com/open-spaced-repetition/py-fsrs

Its intervals are taken as they are, without its random spread: the daily limit spreads what falls on one day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from fsrs import Card as FsrsCard
from fsrs import Rating as FsrsRating
from fsrs import Scheduler, State

from bot.review.model import Card, Memory, Rating

AHEAD_SECONDS = 20 * 60.0
"""A card that is being learnt and due this soon comes now where nothing else does (Anki's learn-ahead limit)."""

_SCHEDULER = Scheduler(enable_fuzzing=False)


def answered(memory: Memory, rating: Rating, now_utc: float) -> Memory:
    """The card after an answer."""
    card, _ = _SCHEDULER.review_card(_to_fsrs(memory, now_utc), FsrsRating(int(rating)), _moment(now_utc))
    return Memory(
        state=int(card.state),
        step=card.step,
        stability=card.stability,
        difficulty=card.difficulty,
        due_utc=card.due.timestamp(),
        last_utc=now_utc,
    )


def waits(memory: Memory, now_utc: float) -> dict[Rating, float]:
    """Seconds until the card would come again, by answer."""
    return {rating: answered(memory, rating, now_utc).due_utc - now_utc for rating in Rating}


def recall(memory: Memory, now_utc: float) -> float:
    """How probable it is that the card is known now, 0 to 1."""
    if memory.is_new:
        return 0.0
    return float(_SCHEDULER.get_card_retrievability(_to_fsrs(memory, now_utc), _moment(now_utc)))


def order(cards: Sequence[Card], now_utc: float, today_ends_utc: float, room: int) -> list[Card]:
    """What comes today, in this order: what is being learnt and due; what is due today, best known first, so that in a
    backlog the least is lost; new cards; what is being learnt and due soon. ``room`` bounds the two in the middle."""
    learning = [card for card in cards if card.memory.is_learning]
    now = sorted((card for card in learning if card.memory.due_utc <= now_utc), key=lambda card: card.memory.due_utc)
    due = [card for card in cards if not card.memory.is_new and not card.memory.is_learning]
    due = [card for card in due if card.memory.due_utc < today_ends_utc]
    due.sort(key=lambda card: (-recall(card.memory, now_utc), card.id))
    new = sorted((card for card in cards if card.memory.is_new), key=lambda card: (card.memory.due_utc, card.id))
    soon = [card for card in learning if now_utc < card.memory.due_utc <= now_utc + AHEAD_SECONDS]
    soon.sort(key=lambda card: card.memory.due_utc)
    return [*now, *[*due, *new][: max(0, room)], *soon]


def _to_fsrs(memory: Memory, now_utc: float) -> FsrsCard:
    return FsrsCard(
        card_id=1,
        state=State(memory.state),
        step=memory.step,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_moment(memory.due_utc or now_utc),
        last_review=None if memory.last_utc is None else _moment(memory.last_utc),
    )


def _moment(utc: float) -> datetime:
    return datetime.fromtimestamp(utc, UTC)
