"""Review cards as companions of the notebook: what is remembered of each, and what was answered."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from bot.db.database import Tx
from bot.notes.companions import Keys, Took
from bot.notes.exchange.model import Losses
from bot.notes.exchange.values import (
    DAY,
    Check,
    flag,
    form,
    listed,
    moment,
    one_of,
    optional,
    record,
    row,
    up_to,
    within,
    words,
)
from bot.notes.scope import Scope
from bot.review.model import MOST_DAILY, Kind
from bot.review.moving_store import MovingCardStore, Values

MEMORY = ("state", "step", "stability", "difficulty", "due_utc", "last_utc")
MOST_CARDS, MOST_ANSWERS = 200_000, 10_000

_memory = record(
    state=up_to(3, least=1),
    step=optional(up_to(20)),
    stability=optional(within(0.0001, 1e7)),
    difficulty=optional(within(1, 10)),
    due_utc=moment,
    last_utc=optional(moment),
)


def memory(value: Any) -> dict[str, Any]:
    """What FSRS can go on with."""
    found: dict[str, Any] = _memory(value)
    is_known = found["stability"] is not None and found["difficulty"] is not None
    is_reviewed = found["state"] == 2
    if (found["last_utc"] is not None) != is_known or is_reviewed != (found["step"] is None):
        raise ValueError("no state that a card can be in")
    return found


_ANSWER: Check = row(up_to(4, least=1), moment, form(DAY), memory)
_CARD = record(
    kind=one_of([kind.value for kind in Kind]),
    of=words(60, 1),
    memory=memory,
    answers=up_to(1_000_000),
    left_out=flag,
    history=listed(_ANSWER, MOST_ANSWERS),
)
_ALL = record(daily=optional(up_to(MOST_DAILY)), cards=listed(_CARD, MOST_CARDS))


class ReviewCompanion:
    name = "review"

    def __init__(self) -> None:
        self._store = MovingCardStore()

    async def count(self, scope: Scope) -> int:
        return await self._store.count(scope)

    async def erase(self, tx: Tx, scope: Scope) -> int:
        await self._store.erase_limit(tx, scope)
        return await self._store.erase(tx, scope)

    async def undo(self, tx: Tx, scope: Scope, import_id: int, now_utc: float) -> int:
        """A card rests while what it asks for is in the trash, and goes with it."""
        return 0

    def readable(self, values: Any, link: Callable[[str], str | None]) -> Sequence[tuple[str, str]]:
        return ()

    def checked(self, values: Any) -> Any:
        return _ALL(values)

    # ---- out

    async def give(self, tx: Tx, scope: Scope, keys: Keys, losses: Losses) -> dict[str, Any] | None:
        daily = await self._store.daily(tx, scope)
        answers: defaultdict[int, list[Values]] = defaultdict(list)
        for one in await self._store.answers(tx, scope):
            answers[one["card_id"]].append(one)
        cards = []
        for card in await self._store.cards(tx, scope):
            of = keys.name(card["kind"], card["subject_id"])
            if of is not None:  # what it asked for is gone
                cards.append(
                    {
                        "kind": card["kind"],
                        "of": of,
                        "memory": {name: card[name] for name in MEMORY},
                        "answers": card["answers"],
                        "left_out": bool(card["left_out"]),
                        "history": [
                            [one["rating"], one["at_utc"], one["day"], json.loads(one["before"])]
                            for one in answers[card["id"]]
                        ],
                    }
                )
        return {"daily": daily, "cards": cards} if cards or daily is not None else None

    # ---- in

    async def take(self, tx: Tx, scope: Scope, values: Values, keys: Keys, took: Took) -> int:
        """A card that is here stays, unless the other was answered more often."""
        if values["daily"]:
            await self._store.set_daily(tx, scope, values["daily"])
        added: list[tuple[int, Values]] = []
        for card in values["cards"]:
            subject = keys.id(card["kind"], card["of"])
            if subject is None:
                took.losses.add("A review card of something that is not here, or in another zip")
                continue
            put = {name: card[name] for name in ("kind", "answers", "left_out")}
            if await self._store.put(tx, scope, {**put, **card["memory"], "subject": subject}):
                added.append((await self._store.card_id(tx, scope, card["kind"], subject), card))
        await self._store.forget_answers(tx, scope, [card_id for card_id, _ in added])
        for card_id, card in added:
            for rating, at, day, before in card["history"]:
                one = {"card": card_id, "rating": rating, "at": at, "day": day, "before": json.dumps(before)}
                await self._store.add_answer(tx, scope, one)
        return len(added)
