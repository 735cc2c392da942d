"""The jobs table: one statement a method. Writers take the open transaction."""

from __future__ import annotations

import json
from collections.abc import Mapping
from sqlite3 import Row

from bot.db.database import Database, Tx
from bot.gpu.history import Kept, Past, Span
from bot.gpu.job import Generation, Job, JobStatus, Promise, Standing
from bot.gpu.report import Fact

_SPENT = (
    "SELECT total(cost * CASE status WHEN 'failed' THEN 0 WHEN 'quarantined' THEN 0 WHEN 'cancelled' THEN done"
    " ELSE 1 - refunded END) FROM jobs"
)


class JobStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    # ---- reading what is committed

    async def find(self, job_id: int) -> Job | None:
        row = await self._database.fetch_one("SELECT * FROM jobs WHERE id = ?", (job_id,))
        return None if row is None else _job(row)

    async def open_jobs(self) -> tuple[Job, ...]:
        """Everything queued or running, first come first."""
        rows = await self._database.fetch_all("SELECT * FROM jobs WHERE status IN ('queued', 'running') ORDER BY id")
        return tuple(map(_job, rows))

    async def untold(self) -> tuple[int, ...]:
        """Ids of jobs that ended without the person having been told so, oldest first."""
        rows = await self._database.fetch_all(
            "SELECT id FROM jobs WHERE told_utc IS NULL AND ended_utc IS NOT NULL ORDER BY id"
        )
        return tuple(row["id"] for row in rows)

    async def find_untold(self, job_id: int) -> Job | None:
        row = await self._database.fetch_one(
            "SELECT * FROM jobs WHERE id = ? AND told_utc IS NULL AND ended_utc IS NOT NULL", (job_id,)
        )
        return None if row is None else _job(row)

    async def since(self, created_utc: float) -> tuple[Past, ...]:
        """What every job asked for since then did, for ``policy.replay``."""
        rows = await self._database.fetch_all(
            "SELECT user_id, cost, created_utc, started_utc, ended_utc, weight, done FROM jobs"
            " WHERE created_utc >= ? OR status IN ('queued', 'running') ORDER BY id",
            (created_utc,),
        )
        return tuple(Past(**dict(row)) for row in rows)

    async def latest_spans(self, count: int) -> tuple[Span, ...]:
        """Where and when the latest ``count`` jobs were made and what they cost, oldest first."""
        rows = await self._database.fetch_all(
            "SELECT started_utc, ended_utc, cost, ifnull(engine, '') AS engine, generation ->> 'model' AS model"
            " FROM jobs WHERE status IN ('finished', 'delivered') ORDER BY id DESC LIMIT ?",
            (count,),
        )
        return tuple(Span(**dict(row)) for row in reversed(rows))

    async def latest_kept(self, count: int) -> tuple[Kept, ...]:
        """What was estimated for the latest ``count`` jobs that had an estimate, and what they took; oldest first."""
        rows = await self._database.fetch_all(
            "SELECT estimate_seconds AS estimated, ended_utc - created_utc AS took FROM jobs"
            " WHERE status IN ('finished', 'delivered') AND estimate_seconds IS NOT NULL ORDER BY id DESC LIMIT ?",
            (count,),
        )
        return tuple(Kept(**dict(row)) for row in reversed(rows))

    async def facts(self, created_utc: float, most: int) -> tuple[Fact, ...]:
        """The latest jobs asked for since then, oldest first, for the report."""
        rows = await self._database.fetch_all(
            "SELECT user_id, weight, status, created_utc, started_utc, ended_utc, ifnull(engine, '') AS engine,"
            " attempts, promised_utc, repromised_utc FROM jobs WHERE created_utc >= ? ORDER BY id DESC LIMIT ?",
            (created_utc, most),
        )
        return tuple(Fact(**{**dict(row), "status": JobStatus(row["status"])}) for row in reversed(rows))

    async def spent(self, tx: Tx, user_id: int, since_utc: float) -> float:
        """The cost of what the user asked for since then, as this transaction sees it. What failed or was given back
        costs nothing, what was cancelled only what was made of it."""
        cursor = await tx.execute(f"{_SPENT} WHERE user_id = ? AND created_utc >= ?", (user_id, since_utc))
        return _sum(await cursor.fetchone())

    async def spent_in(self, tx: Tx, guild_id: int, since_utc: float) -> float:
        """The same of everybody in a server."""
        cursor = await tx.execute(f"{_SPENT} WHERE guild_id = ? AND created_utc >= ?", (guild_id, since_utc))
        return _sum(await cursor.fetchone())

    # ---- writing

    async def add(
        self,
        tx: Tx,
        user_id: int,
        guild_id: int | None,
        generation: Generation,
        now_utc: float,
        standing: Standing,
    ) -> int:
        """Insert a queued job; returns its id."""
        cursor = await tx.execute(
            "INSERT INTO jobs (user_id, guild_id, status, generation, cost, created_utc, weight, most_running)"
            " VALUES (?, ?, 'queued', ?, ?, ?, ?, ?)",
            (
                user_id,
                guild_id,
                generation.to_json(),
                generation.cost,
                now_utc,
                standing.weight,
                standing.most_running,
            ),
        )
        assert cursor.lastrowid is not None  # noqa: S101 - an INSERT into a table with row ids has one
        return cursor.lastrowid

    async def status(self, tx: Tx, job_id: int) -> tuple[JobStatus, bool] | None:
        """The job's status as this transaction sees it, and whether it had been started."""
        cursor = await tx.execute("SELECT status, started_utc FROM jobs WHERE id = ?", (job_id,))
        row = await cursor.fetchone()
        return None if row is None else (JobStatus(row["status"]), row["started_utc"] is not None)

    async def set_promises(self, tx: Tx, promises: Mapping[int, Promise]) -> None:
        """What was said to people about their jobs, by job id."""
        await tx.executemany(
            "UPDATE jobs SET ahead = ?, beside = ?, estimate_seconds = ?, promised_utc = ?, repromised_utc = ?"
            " WHERE id = ?",
            [
                (p.ahead, p.beside, p.estimate_seconds, p.ready_utc, p.latest_utc, job_id)
                for job_id, p in promises.items()
            ],
        )

    async def set_running(self, tx: Tx, job_id: int, now_utc: float, engine: str = "") -> bool:
        """Commit one attempt. False when the job is no longer queued."""
        cursor = await tx.execute(
            "UPDATE jobs SET status = 'running', attempts = attempts + 1, started_utc = ?, engine = ?"
            " WHERE id = ? AND status = 'queued'",
            (now_utc, engine, job_id),
        )
        return cursor.rowcount == 1

    async def set_queued(self, tx: Tx, job_id: int, attempts: int, deaths_alone: int) -> bool:
        """Its engine is gone: it waits again, with so many attempts against it. False when it no longer runs."""
        cursor = await tx.execute(
            "UPDATE jobs SET status = 'queued', started_utc = NULL, attempts = ?, deaths_alone = ?"
            " WHERE id = ? AND status = 'running'",
            (attempts, deaths_alone, job_id),
        )
        return cursor.rowcount == 1

    async def requeue_running(self, tx: Tx) -> int:
        """The bot died under them: they wait again and the attempt does not count. Returns how many."""
        cursor = await tx.execute(
            "UPDATE jobs SET status = 'queued', started_utc = NULL, attempts = max(attempts - 1, 0)"
            " WHERE status = 'running'"
        )
        return cursor.rowcount

    async def set_finished(self, tx: Tx, job_id: int, notes: tuple[str, ...], now_utc: float) -> bool:
        """False when the job no longer runs: it was cancelled meanwhile."""
        cursor = await tx.execute(
            "UPDATE jobs SET status = 'finished', ended_utc = ?, notes = ?, done = 1"
            " WHERE id = ? AND status = 'running'",
            (now_utc, json.dumps(notes, ensure_ascii=False), job_id),
        )
        return cursor.rowcount == 1

    async def set_failed(
        self, tx: Tx, job_id: int, status: JobStatus, error: str, now_utc: float, done: float = 0.0
    ) -> bool:
        """``status`` is FAILED or QUARANTINED; the latter counts one more death alone. False when it no longer runs."""
        cursor = await tx.execute(
            "UPDATE jobs SET status = ?, deaths_alone = deaths_alone + ?, error = ?, ended_utc = ?, done = ?"
            " WHERE id = ? AND status = 'running'",
            (status, status is JobStatus.QUARANTINED, error, now_utc, done, job_id),
        )
        return cursor.rowcount == 1

    async def set_cancelled(self, tx: Tx, job_id: int, now_utc: float, done: float = 0.0) -> None:
        await tx.execute(
            "UPDATE jobs SET status = 'cancelled', ended_utc = ?, done = ?"
            " WHERE id = ? AND status IN ('queued', 'running')",
            (now_utc, done, job_id),
        )

    async def set_refunded(self, tx: Tx, job_id: int, share: float) -> None:
        """What share of its cost is not counted, from 0 to 1."""
        await tx.execute("UPDATE jobs SET refunded = ? WHERE id = ?", (share, job_id))

    async def set_told(self, tx: Tx, job_id: int, now_utc: float) -> None:
        """The person knows how it ended; a finished job is delivered by that."""
        await tx.execute(
            "UPDATE jobs SET told_utc = ?, status = iif(status = 'finished', 'delivered', status)"
            " WHERE id = ? AND told_utc IS NULL AND ended_utc IS NOT NULL",
            (now_utc, job_id),
        )


def _job(row: Row) -> Job:
    return Job(
        id=row["id"],
        user_id=row["user_id"],
        guild_id=row["guild_id"],
        status=JobStatus(row["status"]),
        generation=Generation.from_json(row["generation"]),
        attempts=row["attempts"],
        deaths_alone=row["deaths_alone"],
        created_utc=row["created_utc"],
        started_utc=row["started_utc"],
        ended_utc=row["ended_utc"],
        error=row["error"],
        notes=tuple(json.loads(row["notes"])),
        standing=Standing(row["weight"], row["most_running"]),
        engine=row["engine"],
        done=row["done"],
        promise=None if row["ahead"] is None else _promise(row),
    )


def _promise(row: Row) -> Promise:
    return Promise(row["ahead"], row["beside"], row["estimate_seconds"], row["promised_utc"], row["repromised_utc"])


def _sum(row: Row | None) -> float:
    return float(row[0]) if row is not None else 0.0
