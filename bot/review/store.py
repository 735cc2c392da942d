"""Cards, answers and limits: one statement a method, each bound to one owner by its ``Scope``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from sqlite3 import Row

from bot.db.database import Tx
from bot.notes.scope import Scope
from bot.review.model import DAILY, Card, Kind, Memory, Rating

_CARD = (
    "SELECT id, kind, subject_id, state, step, stability, difficulty, due_utc, last_utc, answers, left_out"
    " FROM review_cards WHERE owner_id = :owner"
)
_LAST = (
    "SELECT id, card_id, day, before FROM review_answers WHERE owner_id = :owner ORDER BY at_utc DESC, id DESC LIMIT 1"
)


class ReviewStore:
    async def add(self, tx: Tx, scope: Scope, kind: Kind, subjects: Sequence[int], now_utc: float) -> None:
        """A new card for each subject that has none."""
        for subject in subjects:
            await scope.run(
                tx,
                "INSERT OR IGNORE INTO review_cards (owner_id, kind, subject_id, step, due_utc)"
                " VALUES (:owner, :kind, :subject, 0, :now)",
                kind=kind,
                subject=subject,
                now=now_utc,
            )

    async def subjects(self, scope: Scope, kind: Kind) -> set[int]:
        """Those that have a card."""
        rows = await scope.all(
            "SELECT subject_id FROM review_cards WHERE owner_id = :owner AND kind = :kind", kind=kind
        )
        return {row["subject_id"] for row in rows}

    async def cards(self, scope: Scope) -> list[Card]:
        """All that are not left out."""
        return [_card(row) for row in await scope.all(f"{_CARD} AND NOT left_out")]

    async def card(self, scope: Scope, card_id: int) -> Card | None:
        row = await scope.one(f"{_CARD} AND id = :card", card=card_id)
        return None if row is None else _card(row)

    async def card_in(self, tx: Tx, scope: Scope, card_id: int) -> Card | None:
        rows = await scope.all_in(tx, f"{_CARD} AND id = :card", card=card_id)
        return _card(rows[0]) if rows else None

    async def card_of(self, scope: Scope, kind: Kind, subject_id: int) -> Card | None:
        row = await scope.one(f"{_CARD} AND kind = :kind AND subject_id = :subject", kind=kind, subject=subject_id)
        return None if row is None else _card(row)

    async def remember(self, tx: Tx, scope: Scope, card_id: int, memory: Memory, answers: int) -> None:
        await scope.run(
            tx,
            "UPDATE review_cards SET state = :state, step = :step, stability = :stability, difficulty = :difficulty,"
            " due_utc = :due_utc, last_utc = :last_utc, answers = :answers WHERE owner_id = :owner AND id = :card",
            card=card_id,
            answers=answers,
            **asdict(memory),
        )

    async def set_left_out(self, tx: Tx, scope: Scope, card_id: int, left_out: bool) -> int:
        return await scope.run(
            tx,
            "UPDATE review_cards SET left_out = :out WHERE owner_id = :owner AND id = :card",
            card=card_id,
            out=left_out,
        )

    # ---- answers

    async def add_answer(self, tx: Tx, scope: Scope, card: Card, rating: Rating, now_utc: float, day: str) -> int:
        return await scope.insert(
            tx,
            "INSERT INTO review_answers (owner_id, card_id, rating, at_utc, day, before)"
            " VALUES (:owner, :card, :rating, :now, :day, :before)",
            card=card.id,
            rating=int(rating),
            now=now_utc,
            day=day,
            before=json.dumps(asdict(card.memory)),
        )

    async def last_answer_in(self, tx: Tx, scope: Scope) -> Row | None:
        """The same as the open transaction sees it."""
        rows = await scope.all_in(tx, _LAST)
        return rows[0] if rows else None

    async def last_answer(self, scope: Scope) -> Row | None:
        """The newest: its id, card, day and the memory before."""
        return await scope.one(_LAST)

    async def remove_answer(self, tx: Tx, scope: Scope, answer_id: int) -> int:
        return await scope.run(
            tx, "DELETE FROM review_answers WHERE owner_id = :owner AND id = :answer", answer=answer_id
        )

    async def answered_on(self, scope: Scope, day: str) -> int:
        """How many different cards."""
        row = await scope.one(
            "SELECT count(DISTINCT card_id) AS n FROM review_answers WHERE owner_id = :owner AND day = :day", day=day
        )
        return 0 if row is None else int(row["n"])

    # ---- the daily limit

    async def daily(self, scope: Scope) -> int:
        row = await scope.one("SELECT daily FROM review_limits WHERE owner_id = :owner")
        return DAILY if row is None else int(row["daily"])

    async def set_daily(self, tx: Tx, scope: Scope, daily: int) -> None:
        await scope.run(
            tx,
            "INSERT INTO review_limits (owner_id, daily) VALUES (:owner, :daily)"
            " ON CONFLICT (owner_id) DO UPDATE SET daily = excluded.daily",
            daily=daily,
        )


def memory_of(text: str) -> Memory:
    return Memory(**json.loads(text))


def _card(row: Row) -> Card:
    values = dict(row)
    names = ("state", "step", "stability", "difficulty", "due_utc", "last_utc")
    memory = Memory(**{name: values[name] for name in names})
    return Card(row["id"], Kind(row["kind"]), row["subject_id"], memory, row["answers"], left_out=bool(row["left_out"]))
