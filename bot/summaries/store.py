"""Summaries, as jobs and as results: one statement a method, each bound to one owner by its ``Scope``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from sqlite3 import Row

from bot.db.database import Database, Tx
from bot.notes.scope import Scope
from bot.summaries.model import About, Line, Method, Piece, State, Summary, Target

_SUMMARY = (
    "SELECT id, about, subject, method, state, attempts, made_by, error, hash, asked_utc, made_utc FROM summaries"
    " WHERE owner_id = :owner"
)


class SummaryStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    # ---- jobs

    async def add(self, tx: Tx, scope: Scope, target: Target, method: Method, now_utc: float) -> int:
        return await scope.insert(
            tx,
            "INSERT INTO summaries (owner_id, about, subject, method, asked_utc)"
            " VALUES (:owner, :about, :subject, :method, :now)",
            about=target.about,
            subject=target.subject,
            method=method,
            now=now_utc,
        )

    async def next(self, failed_before: int, *, written: bool) -> tuple[int, int] | None:
        """(owner, summary) that waits longest, of those that a model writes or of the others; for the house, which
        hands no text to anybody else."""
        row = await self._database.fetch_one(
            "SELECT owner_id, id FROM summaries WHERE state = 'waiting' AND attempts < ? AND (method <> 'extract') = ?"
            " ORDER BY id LIMIT 1",
            (failed_before, written),
        )
        return None if row is None else (row["owner_id"], row["id"])

    async def begin(self, tx: Tx, scope: Scope, summary_id: int) -> int:
        return await scope.run(
            tx,
            "UPDATE summaries SET state = 'running', attempts = attempts + 1 WHERE owner_id = :owner AND id = :id"
            " AND state = 'waiting'",
            id=summary_id,
        )

    async def fail(self, tx: Tx, scope: Scope, summary_id: int, error: str, *, again: bool) -> None:
        await scope.run(
            tx,
            "UPDATE summaries SET state = :state, error = :error WHERE owner_id = :owner AND id = :id",
            id=summary_id,
            state=State.WAITING if again else State.FAILED,
            error=error,
        )

    async def take_up_again(self, tx: Tx, most: int) -> None:
        """After a start: what was being made waits again; what has failed with its process too often is given up."""
        await tx.execute(
            "UPDATE summaries SET state = CASE WHEN attempts < ? THEN 'waiting' ELSE 'failed' END"
            " WHERE state = 'running'",
            (most,),
        )

    async def finish(
        self,
        tx: Tx,
        scope: Scope,
        summary_id: int,
        *,
        made_by: str,
        hash: str,
        lines: Sequence[Line],
        pieces: Sequence[Piece],
        now_utc: float,
    ) -> None:
        await scope.run(
            tx,
            "UPDATE summaries SET state = 'ready', error = '', made_by = :by, hash = :hash, made_utc = :now"
            " WHERE owner_id = :owner AND id = :id",
            id=summary_id,
            by=made_by,
            hash=hash,
            now=now_utc,
        )
        for position, line in enumerate(lines):
            await scope.run(
                tx,
                "INSERT INTO summary_lines (owner_id, summary_id, position, text, note_id)"
                " VALUES (:owner, :id, :position, :text, :note)",
                id=summary_id,
                position=position,
                text=line.text,
                note=line.note_id,
            )
        for piece in pieces:
            await scope.run(
                tx,
                "INSERT INTO summary_sources (owner_id, summary_id, note_id, sha256) VALUES (:owner, :id, :note, :sha)",
                id=summary_id,
                note=piece.note_id,
                sha=piece.sha256,
            )

    # ---- results

    async def find(self, scope: Scope, summary_id: int) -> Summary | None:
        """With its lines and sources."""
        row = await scope.one(f"{_SUMMARY} AND id = :id", id=summary_id)
        if row is None:
            return None
        lines = await scope.all(
            "SELECT text, note_id FROM summary_lines WHERE owner_id = :owner AND summary_id = :id ORDER BY position",
            id=summary_id,
        )
        sources = await scope.all(
            "SELECT note_id, sha256 FROM summary_sources WHERE owner_id = :owner AND summary_id = :id",
            id=summary_id,
        )
        return replace(
            _summary(row),
            lines=tuple(Line(line["text"], line["note_id"]) for line in lines),
            sources=tuple((source["note_id"], source["sha256"]) for source in sources),
        )

    async def latest(self, scope: Scope, target: Target) -> int | None:
        """The newest that is ready."""
        row = await scope.one(
            "SELECT id FROM summaries WHERE owner_id = :owner AND about = :about AND subject = :subject"
            " AND state = 'ready' ORDER BY id DESC LIMIT 1",
            about=target.about,
            subject=target.subject,
        )
        return None if row is None else int(row["id"])

    async def ready(self, scope: Scope, target: Target, method: Method, hash: str) -> int | None:
        """One that says the same of the same, or is just being made."""
        row = await scope.one(
            "SELECT id FROM summaries WHERE owner_id = :owner AND about = :about AND subject = :subject"
            " AND method = :method AND (hash = :hash AND state = 'ready' OR state IN ('waiting', 'running'))"
            " ORDER BY id DESC LIMIT 1",
            about=target.about,
            subject=target.subject,
            method=method,
            hash=hash,
        )
        return None if row is None else int(row["id"])

    async def forget_older(self, tx: Tx, scope: Scope, target: Target, keep: int) -> None:
        """Earlier ones of the same, but the ``keep`` newest."""
        await scope.run(
            tx,
            "DELETE FROM summaries WHERE owner_id = :owner AND about = :about AND subject = :subject"
            " AND state IN ('ready', 'failed') AND id NOT IN (SELECT id FROM summaries WHERE owner_id = :owner"
            " AND about = :about AND subject = :subject ORDER BY id DESC LIMIT :keep)",
            about=target.about,
            subject=target.subject,
            keep=keep,
        )

    # ---- choices

    async def choice(self, scope: Scope) -> tuple[Method, str]:
        """(method, the address agreed to)."""
        row = await scope.one("SELECT method, agreed_to FROM summary_choices WHERE owner_id = :owner")
        return (Method.EXTRACT, "") if row is None else (Method(row["method"]), row["agreed_to"])

    async def set_choice(self, tx: Tx, scope: Scope, method: Method, agreed_to: str) -> None:
        await scope.run(
            tx,
            "INSERT INTO summary_choices (owner_id, method, agreed_to) VALUES (:owner, :method, :to)"
            " ON CONFLICT (owner_id) DO UPDATE SET method = excluded.method, agreed_to = excluded.agreed_to",
            method=method,
            to=agreed_to,
        )


def _summary(row: Row) -> Summary:
    return Summary(
        id=row["id"],
        target=Target(About(row["about"]), row["subject"]),
        method=Method(row["method"]),
        state=State(row["state"]),
        attempts=row["attempts"],
        made_by=row["made_by"],
        error=row["error"],
        hash=row["hash"],
        asked_utc=row["asked_utc"],
        made_utc=row["made_utc"],
    )
