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

    async def waiting(self, *, written: bool) -> list[tuple[int, int]]:
        """(owner, summary): each person's oldest that waits, of those that a model writes or of the others; for the
        house, which hands no text to anybody else."""
        rows = await self._database.fetch_all(
            "SELECT owner_id, min(id) AS id FROM summaries WHERE state = 'waiting'"
            " AND (method <> 'extract') = ? GROUP BY owner_id",
            (written,),
        )
        return [(row["owner_id"], row["id"]) for row in rows]

    async def ahead(self, summary_id: int) -> int:
        """How many that a model writes were asked for before it and are not made yet; for the house."""
        row = await self._database.fetch_one(
            "SELECT count(*) AS n FROM summaries WHERE state IN ('waiting', 'running') AND method <> 'extract'"
            " AND id < ?",
            (summary_id,),
        )
        return 0 if row is None else int(row["n"])

    async def count_open(self, scope: Scope) -> int:
        row = await scope.one(
            "SELECT count(*) AS n FROM summaries WHERE owner_id = :owner AND state IN ('waiting', 'running')"
        )
        return 0 if row is None else int(row["n"])

    async def begin(self, tx: Tx, scope: Scope, summary_id: int) -> int:
        return await scope.run(
            tx,
            "UPDATE summaries SET state = 'running', attempts = attempts + 1 WHERE owner_id = :owner AND id = :id"
            " AND state = 'waiting'",
            id=summary_id,
        )

    async def fail(self, tx: Tx, scope: Scope, summary_id: int, error: str, *, again: bool) -> int:
        """0 when it was cancelled or erased meanwhile; so does ``finish``."""
        return await scope.run(
            tx,
            "UPDATE summaries SET state = :state, error = :error WHERE owner_id = :owner AND id = :id"
            " AND state = 'running'",
            id=summary_id,
            state=State.WAITING if again else State.FAILED,
            error=error,
        )

    async def cancel(self, tx: Tx, scope: Scope, summary_id: int) -> int:
        """0 when it has ended already."""
        return await scope.run(
            tx,
            "UPDATE summaries SET state = 'cancelled', bring = 0 WHERE owner_id = :owner AND id = :id"
            " AND state IN ('waiting', 'running')",
            id=summary_id,
        )

    async def take_up_again(self, tx: Tx, most: int) -> None:
        """After a start: what was being made waits again; what has failed with its process too often is given up."""
        await tx.execute(
            "UPDATE summaries SET state = CASE WHEN attempts < ? THEN 'waiting' ELSE 'failed' END,"
            " error = CASE WHEN error = '' THEN 'It was interrupted too often.' ELSE error END"
            " WHERE state = 'running'",
            (most,),
        )

    async def put_back(self, tx: Tx) -> None:
        """The bot ends as it should: what is being made was no try."""
        await tx.execute("UPDATE summaries SET state = 'waiting', attempts = attempts - 1 WHERE state = 'running'")

    async def finish(self, tx: Tx, scope: Scope, summary_id: int, *, made_by: str, hash: str, now_utc: float) -> int:
        return await scope.run(
            tx,
            "UPDATE summaries SET state = 'ready', error = '', made_by = :by, hash = :hash, made_utc = :now"
            " WHERE owner_id = :owner AND id = :id AND state = 'running'",
            id=summary_id,
            by=made_by,
            hash=hash,
            now=now_utc,
        )

    async def add_lines(self, tx: Tx, scope: Scope, summary_id: int, lines: Sequence[Line]) -> None:
        await scope.run_many(
            tx,
            "INSERT INTO summary_lines (owner_id, summary_id, position, text, note_id)"
            " VALUES (:owner, :id, :position, :text, :note)",
            (
                {"id": summary_id, "position": position, "text": line.text, "note": line.note_id}
                for position, line in enumerate(lines)
            ),
        )

    async def add_sources(self, tx: Tx, scope: Scope, summary_id: int, pieces: Sequence[Piece]) -> None:
        await scope.run_many(
            tx,
            "INSERT INTO summary_sources (owner_id, summary_id, note_id, sha256) VALUES (:owner, :id, :note, :sha)",
            ({"id": summary_id, "note": piece.note_id, "sha": piece.sha256} for piece in pieces),
        )

    # ---- somebody waits

    async def set_bring(self, tx: Tx, scope: Scope, summary_id: int, bring: int) -> None:
        """0: nobody waits, 1: a message shows it, 2: it is to be brought."""
        await scope.run(
            tx, "UPDATE summaries SET bring = :bring WHERE owner_id = :owner AND id = :id", id=summary_id, bring=bring
        )

    async def to_bring(self, tx: Tx, scope: Scope, summary_id: int) -> bool:
        rows = await scope.all_in(
            tx, "SELECT 1 FROM summaries WHERE owner_id = :owner AND id = :id AND bring = 2", id=summary_id
        )
        return bool(rows)

    async def is_open(self, tx: Tx, scope: Scope, summary_id: int) -> bool:
        rows = await scope.all_in(
            tx,
            "SELECT 1 FROM summaries WHERE owner_id = :owner AND id = :id AND state IN ('waiting', 'running')",
            id=summary_id,
        )
        return bool(rows)

    async def expect(self, tx: Tx) -> None:
        """After a start: the messages that showed progress are not changed any more."""
        await tx.execute("UPDATE summaries SET bring = 2 WHERE bring = 1")

    async def left_behind(self, tx: Tx) -> list[tuple[int, int]]:
        """(owner, summary) of what has ended and was not brought; for the house."""
        rows = await tx.execute_fetchall(
            "SELECT owner_id, id FROM summaries WHERE bring = 2 AND state IN ('ready', 'failed') ORDER BY id"
        )
        return [(row["owner_id"], row["id"]) for row in rows]

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

    async def ready(self, tx: Tx, scope: Scope, target: Target, method: Method, hash: str) -> int | None:
        """One that says the same of the same, or is just being made."""
        rows = await scope.all_in(
            tx,
            "SELECT id FROM summaries WHERE owner_id = :owner AND about = :about AND subject = :subject"
            " AND method = :method AND (hash = :hash AND state = 'ready' OR state IN ('waiting', 'running'))"
            " ORDER BY id DESC LIMIT 1",
            about=target.about,
            subject=target.subject,
            method=method,
            hash=hash,
        )
        return int(rows[0]["id"]) if rows else None

    async def forget_older(self, tx: Tx, scope: Scope, target: Target, keep: int) -> None:
        """Earlier ones of the same, but the ``keep`` newest."""
        await scope.run(
            tx,
            "DELETE FROM summaries WHERE owner_id = :owner AND about = :about AND subject = :subject"
            " AND state IN ('ready', 'failed', 'cancelled') AND id NOT IN (SELECT id FROM summaries"
            " WHERE owner_id = :owner AND about = :about AND subject = :subject ORDER BY id DESC LIMIT :keep)",
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
