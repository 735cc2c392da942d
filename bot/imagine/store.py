"""The picture studio's tables: one statement a method. Writers take the open transaction."""

from __future__ import annotations

from collections.abc import Iterable

from bot.address import Address, Origin
from bot.db.database import Database, Tx
from bot.imagine.model import Picture, Wish
from bot.rules.showing import Showing


class ImagineStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    # ---- wishes

    async def add_wish(self, tx: Tx, job_id: int, wish: Wish, parent: int | None) -> None:
        await tx.execute(
            "INSERT INTO wishes (job_id, wish, parent_job_id) VALUES (?, ?, ?)", (job_id, wish.to_json(), parent)
        )

    async def wish(self, job_id: int) -> Wish | None:
        row = await self._database.fetch_one("SELECT wish FROM wishes WHERE job_id = ?", (job_id,))
        return None if row is None else Wish.from_json(row["wish"])

    # ---- pictures

    async def add_picture(self, tx: Tx, job_id: int, p: Picture) -> None:
        await tx.execute(
            "INSERT INTO pictures (job_id, position, sha256, suffix, seed, width, height, flagged)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (job_id, p.position, p.sha256, p.suffix, p.seed, p.width, p.height, p.flagged),
        )

    async def add_withheld(self, tx: Tx, job_id: int, positions: Iterable[int]) -> None:
        """Pictures that were drawn, flagged, and not kept."""
        await tx.executemany(
            "INSERT INTO withheld (job_id, position) VALUES (?, ?)", [(job_id, position) for position in positions]
        )

    async def withheld(self, job_id: int) -> int:
        """How many of a job's pictures were withheld."""
        row = await self._database.fetch_one("SELECT count(*) AS found FROM withheld WHERE job_id = ?", (job_id,))
        return int(row["found"]) if row is not None else 0

    async def pictures(self, job_id: int) -> tuple[Picture, ...]:
        rows = await self._database.fetch_all(
            "SELECT position, sha256, suffix, seed, width, height, flagged FROM pictures"
            " WHERE job_id = ? AND removed_utc IS NULL ORDER BY position",
            (job_id,),
        )
        return tuple(Picture(**{**dict(row), "flagged": _known(row["flagged"])}) for row in rows)

    async def drop_pictures(self, tx: Tx, job_id: int) -> None:
        """Those that a moderator removed stay on record."""
        await tx.execute("DELETE FROM pictures WHERE job_id = ? AND removed_utc IS NULL", (job_id,))

    async def remove_pictures(self, tx: Tx, job_id: int, now_utc: float) -> None:
        """A moderator's doing: the rows stay, and nothing shows them any more."""
        await tx.execute(
            "UPDATE pictures SET removed_utc = ? WHERE job_id = ? AND removed_utc IS NULL", (now_utc, job_id)
        )

    # ---- inputs

    async def add_inputs(self, tx: Tx, job_id: int, sha256s: Iterable[str]) -> None:
        """The pictures that the job starts from."""
        await tx.executemany(
            "INSERT OR IGNORE INTO inputs (job_id, sha256) VALUES (?, ?)", [(job_id, sha256) for sha256 in sha256s]
        )

    async def drop_inputs(self, tx: Tx, job_id: int) -> None:
        await tx.execute("DELETE FROM inputs WHERE job_id = ?", (job_id,))

    async def drop_inputs_from(self, tx: Tx, sha256s: Iterable[str]) -> None:
        """Whatever starts from these files: it cannot be drawn once more."""
        await tx.executemany("DELETE FROM inputs WHERE sha256 = ?", [(sha256,) for sha256 in sha256s])

    async def count_telling(self, tx: Tx, job_id: int) -> None:
        """Its end is about to be told, maybe for the second time: a crash may repeat a message, and is counted."""
        await tx.execute("UPDATE addresses SET tellings = tellings + 1 WHERE job_id = ?", (job_id,))

    async def repeats(self, since_utc: float) -> int:
        """How many ends of jobs asked for since then were told once more than once."""
        row = await self._database.fetch_one(
            "SELECT total(max(a.tellings - 1, 0)) AS repeats FROM addresses a JOIN jobs j ON j.id = a.job_id"
            " WHERE j.created_utc >= ?",
            (since_utc,),
        )
        return int(row["repeats"]) if row is not None else 0

    async def file_is_used(self, sha256: str) -> bool:
        row = await self._database.fetch_one(
            "SELECT 1 FROM pictures WHERE sha256 = :file AND removed_utc IS NULL"
            " UNION ALL SELECT 1 FROM inputs WHERE sha256 = :file LIMIT 1",
            {"file": sha256},
        )
        return row is not None

    # ---- the gallery

    async def gallery(self, user_id: int) -> tuple[tuple[int, str, bool], ...]:
        """Id, prompt and star of each job of this user that has pictures, newest first."""
        rows = await self._database.fetch_all(
            "SELECT w.job_id, json_extract(w.wish, '$.prompt') AS prompt, w.starred FROM wishes w"
            " JOIN jobs j ON j.id = w.job_id WHERE j.user_id = ?"
            " AND EXISTS (SELECT 1 FROM pictures p WHERE p.job_id = w.job_id AND p.removed_utc IS NULL)"
            " ORDER BY w.job_id DESC",
            (user_id,),
        )
        return tuple((row["job_id"], row["prompt"], bool(row["starred"])) for row in rows)

    async def is_starred(self, job_id: int) -> bool:
        row = await self._database.fetch_one("SELECT starred FROM wishes WHERE job_id = ?", (job_id,))
        return row is not None and bool(row["starred"])

    async def toggle_star(self, tx: Tx, job_id: int) -> None:
        await tx.execute("UPDATE wishes SET starred = 1 - starred WHERE job_id = ?", (job_id,))

    # ---- hints

    async def tell_hint(self, tx: Tx, user_id: int, hint: str, now_utc: float) -> bool:
        """True when this person was not given it before."""
        cursor = await tx.execute(
            "INSERT OR IGNORE INTO hints (user_id, hint, told_utc) VALUES (?, ?, ?)", (user_id, hint, now_utc)
        )
        return cursor.rowcount == 1

    # ---- addresses

    async def add_address(self, tx: Tx, job_id: int, origin: Origin, *, private: bool, showing: Showing) -> None:
        await tx.execute(
            "INSERT INTO addresses (job_id, user_id, guild_id, channel_id, token, token_expires_utc, private, showing)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                job_id,
                origin.user_id,
                origin.guild_id,
                origin.channel_id,
                origin.token,
                origin.token_expires_utc,
                private,
                showing,
            ),
        )

    async def address(self, job_id: int) -> Address | None:
        row = await self._database.fetch_one(
            "SELECT job_id, user_id, guild_id, channel_id, message_id, token, token_expires_utc, private, showing"
            " FROM addresses WHERE job_id = ?",
            (job_id,),
        )
        if row is None:
            return None
        return Address(**{**dict(row), "private": bool(row["private"]), "showing": Showing(row["showing"])})

    async def is_first(self, job_id: int) -> bool:
        """True when its asker had asked for nothing before."""
        row = await self._database.fetch_one(
            "SELECT 1 FROM jobs j JOIN jobs earlier ON earlier.user_id = j.user_id AND earlier.id < j.id"
            " WHERE j.id = ? LIMIT 1",
            (job_id,),
        )
        return row is None

    async def parent(self, job_id: int) -> int | None:
        """The job that this one came from."""
        row = await self._database.fetch_one("SELECT parent_job_id FROM wishes WHERE job_id = ?", (job_id,))
        return None if row is None else row["parent_job_id"]

    async def parent_address(self, job_id: int) -> Address | None:
        """Where the job stands that this one repeats or edits, if it can be linked: public and posted."""
        row = await self._database.fetch_one(
            "SELECT a.job_id, a.user_id, a.guild_id, a.channel_id, a.message_id, a.private FROM addresses a"
            " JOIN wishes w ON w.parent_job_id = a.job_id"
            " WHERE w.job_id = ? AND a.private = 0 AND a.message_id IS NOT NULL",
            (job_id,),
        )
        return None if row is None else Address(**dict(row), token=None, token_expires_utc=None)

    async def set_message(self, tx: Tx, job_id: int, message_id: int, channel_id: int) -> None:
        await tx.execute(
            "UPDATE addresses SET message_id = ?, channel_id = ? WHERE job_id = ?", (message_id, channel_id, job_id)
        )

    async def job_in(self, message_id: int) -> int | None:
        """The job that this message shows."""
        row = await self._database.fetch_one("SELECT job_id FROM addresses WHERE message_id = ?", (message_id,))
        return None if row is None else int(row["job_id"])

    async def wipe_token(self, tx: Tx, job_id: int) -> None:
        await tx.execute("UPDATE addresses SET token = NULL, token_expires_utc = NULL WHERE job_id = ?", (job_id,))

    async def wipe_expired_tokens(self, tx: Tx, now_utc: float) -> None:
        await tx.execute(
            "UPDATE addresses SET token = NULL, token_expires_utc = NULL WHERE token_expires_utc <= ?", (now_utc,)
        )

    async def set_kept(self, tx: Tx, job_id: int, *, kept: bool) -> None:
        await tx.execute("UPDATE addresses SET kept = ? WHERE job_id = ?", (kept, job_id))

    async def kept_jobs(self, user_id: int) -> tuple[int, ...]:
        rows = await self._database.fetch_all(
            "SELECT job_id FROM addresses WHERE user_id = ? AND kept = 1 ORDER BY job_id LIMIT 5",
            (user_id,),
        )
        return tuple(row["job_id"] for row in rows)


def _known(value: int | None) -> bool | None:
    return None if value is None else bool(value)
