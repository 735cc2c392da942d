"""Cards that go out, come in, and are erased. One statement a method, scoped by owner."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from bot.db.database import Tx
from bot.notes.scope import Scope

Values = dict[str, Any]
"""A row."""


class MovingCardStore:
    async def count(self, scope: Scope) -> int:
        row = await scope.one("SELECT count(*) AS n FROM review_cards WHERE owner_id = :owner")
        return 0 if row is None else int(row["n"])

    async def cards(self, tx: Tx, scope: Scope) -> list[Values]:
        rows = await scope.all_in(tx, "SELECT * FROM review_cards WHERE owner_id = :owner ORDER BY id")
        return [dict(row) for row in rows]

    async def answers(self, tx: Tx, scope: Scope) -> list[Values]:
        rows = await scope.all_in(tx, "SELECT * FROM review_answers WHERE owner_id = :owner ORDER BY id")
        return [dict(row) for row in rows]

    async def daily(self, tx: Tx, scope: Scope) -> int | None:
        rows = await scope.all_in(tx, "SELECT daily FROM review_limits WHERE owner_id = :owner")
        return rows[0]["daily"] if rows else None

    async def set_daily(self, tx: Tx, scope: Scope, daily: int) -> None:
        """Where none is set."""
        await scope.run(
            tx, "INSERT OR IGNORE INTO review_limits (owner_id, daily) VALUES (:owner, :daily)", daily=daily
        )

    async def put(self, tx: Tx, scope: Scope, values: Mapping[str, Any]) -> int:
        """A new card, or the place of one that was answered less often. 0 when neither."""
        return await scope.run(
            tx,
            "INSERT INTO review_cards (owner_id, kind, subject_id, state, step, stability, difficulty, due_utc,"
            " last_utc, answers, left_out) VALUES (:owner, :kind, :subject, :state, :step, :stability, :difficulty,"
            " :due_utc, :last_utc, :answers, :left_out) ON CONFLICT (owner_id, kind, subject_id) DO UPDATE SET"
            " state = excluded.state, step = excluded.step, stability = excluded.stability,"
            " difficulty = excluded.difficulty, due_utc = excluded.due_utc, last_utc = excluded.last_utc,"
            " answers = excluded.answers, left_out = excluded.left_out WHERE review_cards.answers < excluded.answers",
            **values,
        )

    async def card_id(self, tx: Tx, scope: Scope, kind: str, subject_id: int) -> int:
        rows = await scope.all_in(
            tx,
            "SELECT id FROM review_cards WHERE owner_id = :owner AND kind = :kind AND subject_id = :subject",
            kind=kind,
            subject=subject_id,
        )
        return int(rows[0]["id"])

    async def forget_answers(self, tx: Tx, scope: Scope, card_ids: Sequence[int]) -> None:
        await scope.run(
            tx,
            "DELETE FROM review_answers WHERE owner_id = :owner AND card_id IN (SELECT value FROM json_each(:ids))",
            ids=json.dumps(list(card_ids)),
        )

    async def add_answer(self, tx: Tx, scope: Scope, values: Mapping[str, Any]) -> None:
        await scope.run(
            tx,
            "INSERT INTO review_answers (owner_id, card_id, rating, at_utc, day, before)"
            " VALUES (:owner, :card, :rating, :at, :day, :before)",
            **values,
        )

    async def erase(self, tx: Tx, scope: Scope) -> int:
        """With what was answered."""
        return await scope.run(tx, "DELETE FROM review_cards WHERE owner_id = :owner")

    async def erase_limit(self, tx: Tx, scope: Scope) -> None:
        await scope.run(tx, "DELETE FROM review_limits WHERE owner_id = :owner")
