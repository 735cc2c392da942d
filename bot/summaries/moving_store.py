"""Summaries that go out, come in, and are erased. One statement a method, scoped by owner."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.db.database import Tx
from bot.notes.scope import Scope

Values = dict[str, Any]
"""A row."""


class MovingSummaryStore:
    async def count(self, scope: Scope) -> int:
        row = await scope.one("SELECT count(*) AS n FROM summaries WHERE owner_id = :owner AND state = 'ready'")
        return 0 if row is None else int(row["n"])

    async def ready(self, tx: Tx, scope: Scope) -> list[Values]:
        """Every one, oldest first."""
        rows = await scope.all_in(
            tx,
            "SELECT id, about, subject, method, made_by, asked_utc, made_utc FROM summaries"
            " WHERE owner_id = :owner AND state = 'ready' AND made_utc IS NOT NULL ORDER BY id",
        )
        return [dict(row) for row in rows]

    async def lines(self, tx: Tx, scope: Scope) -> list[Values]:
        rows = await scope.all_in(
            tx,
            "SELECT summary_id, text, note_id FROM summary_lines WHERE owner_id = :owner ORDER BY summary_id, position",
        )
        return [dict(row) for row in rows]

    async def sources(self, tx: Tx, scope: Scope) -> list[Values]:
        rows = await scope.all_in(
            tx,
            "SELECT summary_id, note_id, sha256 FROM summary_sources WHERE owner_id = :owner"
            " ORDER BY summary_id, note_id",
        )
        return [dict(row) for row in rows]

    async def is_here(self, tx: Tx, scope: Scope, about: str, subject: str, made_utc: float) -> bool:
        rows = await scope.all_in(
            tx,
            "SELECT 1 FROM summaries WHERE owner_id = :owner AND about = :about AND subject = :subject"
            " AND made_utc = :made",
            about=about,
            subject=subject,
            made=made_utc,
        )
        return bool(rows)

    async def add(self, tx: Tx, scope: Scope, values: Mapping[str, Any]) -> int:
        return await scope.insert(
            tx,
            "INSERT INTO summaries (owner_id, about, subject, method, state, attempts, made_by, hash, asked_utc,"
            " made_utc) VALUES (:owner, :about, :subject, :method, 'ready', 1, :made_by, :hash, :asked_utc, :made_utc)",
            **values,
        )

    async def add_line(
        self, tx: Tx, scope: Scope, summary_id: int, position: int, text: str, note_id: int | None
    ) -> None:
        await scope.run(
            tx,
            "INSERT INTO summary_lines (owner_id, summary_id, position, text, note_id)"
            " VALUES (:owner, :id, :position, :text, :note)",
            id=summary_id,
            position=position,
            text=text,
            note=note_id,
        )

    async def add_source(self, tx: Tx, scope: Scope, summary_id: int, note_id: int, sha256: str) -> None:
        await scope.run(
            tx,
            "INSERT INTO summary_sources (owner_id, summary_id, note_id, sha256) VALUES (:owner, :id, :note, :sha)",
            id=summary_id,
            note=note_id,
            sha=sha256,
        )

    async def erase(self, tx: Tx, scope: Scope) -> int:
        """How many were ready."""
        ready = await scope.run(tx, "DELETE FROM summaries WHERE owner_id = :owner AND state = 'ready'")
        await scope.run(tx, "DELETE FROM summaries WHERE owner_id = :owner")
        return ready

    async def erase_choice(self, tx: Tx, scope: Scope) -> None:
        await scope.run(tx, "DELETE FROM summary_choices WHERE owner_id = :owner")
