"""The table of alarms: one statement a method. Writers take the open transaction."""

from __future__ import annotations

from datetime import datetime
from sqlite3 import Row

from bot.db.database import Database, Tx
from bot.schedule.model import Alarm
from bot.schedule.recurrence import Rule

ALARM = (
    "a.id AS alarm_id, a.user_id, a.kind, a.subject_id, a.text, a.link, a.guild_id, a.channel_id AS alarm_channel_id,"
    " a.zone, a.start_local, a.rrule, a.next_utc, a.muted"
)


class AlarmStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, tx: Tx, alarm: Alarm, created_utc: float) -> int:
        """The id of the new row; ``alarm.id`` is not looked at."""
        rule = alarm.rule
        cursor = await tx.execute(
            "INSERT INTO alarms (user_id, kind, subject_id, text, link, guild_id, channel_id, zone, start_local, rrule,"
            " next_utc, muted, created_utc) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(alarm.user_id, alarm.kind, alarm.subject_id, alarm.text, alarm.link, alarm.guild_id),
                *(alarm.channel_id, rule.zone, rule.start.isoformat(), rule.rrule),
                *(alarm.next_utc, alarm.muted, created_utc),
            ),
        )
        return cursor.lastrowid or 0

    async def alarm(self, alarm_id: int) -> Alarm | None:
        """None also for one that rests."""
        row = await self._database.fetch_one(
            f"SELECT {ALARM} FROM alarms a WHERE a.id = ? AND a.resting = 0",  # noqa: S608
            (alarm_id,),
        )
        return None if row is None else alarm_of(row)

    async def of_user(self, user_id: int, kind: str) -> list[Alarm]:
        """Those with something to come, or muted; the next first."""
        rows = await self._database.fetch_all(
            f"SELECT {ALARM} FROM alarms a WHERE a.user_id = ? AND a.kind = ?"  # noqa: S608
            " AND (a.next_utc IS NOT NULL OR a.muted) ORDER BY a.muted, a.next_utc, a.id",
            (user_id, kind),
        )
        return [alarm_of(row) for row in rows]

    async def of_subject(self, kind: str, subject_id: int) -> list[Alarm]:
        rows = await self._database.fetch_all(
            f"SELECT {ALARM} FROM alarms a WHERE a.kind = ? AND a.subject_id = ? ORDER BY a.id",  # noqa: S608
            (kind, subject_id),
        )
        return [alarm_of(row) for row in rows]

    async def in_zone(self, user_id: int, zone: str) -> list[Alarm]:
        """What recurs by this zone's clock."""
        rows = await self._database.fetch_all(
            f"SELECT {ALARM} FROM alarms a WHERE a.user_id = ? AND a.zone = ? AND a.rrule != ''",  # noqa: S608
            (user_id, zone),
        )
        return [alarm_of(row) for row in rows]

    async def set_zone(self, tx: Tx, alarm_id: int, zone: str, next_utc: float | None) -> None:
        await tx.execute("UPDATE alarms SET zone = ?, next_utc = ? WHERE id = ?", (zone, next_utc, alarm_id))

    async def count_open(self, user_id: int) -> int:
        row = await self._database.fetch_one(
            "SELECT COUNT(*) AS n FROM alarms WHERE user_id = ? AND next_utc IS NOT NULL", (user_id,)
        )
        return 0 if row is None else int(row["n"])

    async def due(self, until_utc: float, limit: int) -> list[Alarm]:
        rows = await self._database.fetch_all(
            f"SELECT {ALARM} FROM alarms a WHERE a.next_utc <= ? ORDER BY a.next_utc LIMIT ?",  # noqa: S608
            (until_utc, limit),
        )
        return [alarm_of(row) for row in rows]

    async def ahead_of(self, utc: float, after_id: int, limit: int) -> list[Alarm]:
        """Recurring alarms whose next time lies later than ``utc``, by id."""
        rows = await self._database.fetch_all(
            f"SELECT {ALARM} FROM alarms a WHERE a.id > ? AND a.next_utc > ? AND a.rrule != '' ORDER BY a.id LIMIT ?",  # noqa: S608
            (after_id, utc, limit),
        )
        return [alarm_of(row) for row in rows]

    async def set_next(self, tx: Tx, alarm_id: int, next_utc: float | None) -> None:
        await tx.execute("UPDATE alarms SET next_utc = ? WHERE id = ?", (next_utc, alarm_id))

    async def advance(self, tx: Tx, alarm: Alarm, next_utc: float | None) -> bool:
        """Claim: set the next time, unless somebody changed the alarm meanwhile."""
        cursor = await tx.execute(
            "UPDATE alarms SET next_utc = ? WHERE id = ? AND next_utc = ? AND rrule = ?",
            (next_utc, alarm.id, alarm.next_utc, alarm.rule.rrule),
        )
        return cursor.rowcount == 1

    async def set_muted(self, tx: Tx, alarm_id: int, *, muted: bool, next_utc: float | None) -> None:
        await tx.execute("UPDATE alarms SET muted = ?, next_utc = ? WHERE id = ?", (muted, next_utc, alarm_id))

    async def change(self, tx: Tx, alarm_id: int, text: str, rule: Rule, next_utc: float | None) -> None:
        await tx.execute(
            "UPDATE alarms SET text = ?, zone = ?, start_local = ?, rrule = ?, next_utc = ?, muted = 0 WHERE id = ?",
            (text, rule.zone, rule.start.isoformat(), rule.rrule, next_utc, alarm_id),
        )

    async def remove(self, tx: Tx, alarm_id: int) -> None:
        await tx.execute("DELETE FROM alarms WHERE id = ?", (alarm_id,))

    async def forget_drafts(self, tx: Tx, before_utc: float) -> None:
        """What was shown for saving and never saved."""
        await tx.execute(
            "DELETE FROM alarms WHERE next_utc IS NULL AND muted = 0 AND resting = 0 AND created_utc < ?"
            " AND NOT EXISTS (SELECT 1 FROM occurrences o WHERE o.alarm_id = alarms.id)",
            (before_utc,),
        )

    # ---- with their subject

    async def reschedule(self, tx: Tx, alarm_id: int, rule: Rule, next_utc: float | None) -> None:
        """Another time; a muted one stays muted."""
        await tx.execute(
            "UPDATE alarms SET zone = ?, start_local = ?, rrule = ?, next_utc = iif(muted, NULL, ?) WHERE id = ?",
            (rule.zone, rule.start.isoformat(), rule.rrule, next_utc, alarm_id),
        )

    async def resting(self, kind: str, subject_id: int) -> list[Alarm]:
        rows = await self._database.fetch_all(
            f"SELECT {ALARM} FROM alarms a WHERE a.kind = ? AND a.subject_id = ? AND a.resting = 1",  # noqa: S608
            (kind, subject_id),
        )
        return [alarm_of(row) for row in rows]

    async def rest(self, tx: Tx, kind: str, subject_id: int) -> None:
        """What was saved neither comes, counts nor is found until it is woken; drafts stay drafts."""
        await tx.execute(
            "UPDATE alarms SET resting = 1, next_utc = NULL WHERE kind = ? AND subject_id = ?"
            " AND (next_utc IS NOT NULL OR muted)",
            (kind, subject_id),
        )

    async def rouse(self, tx: Tx, alarm_id: int, next_utc: float | None) -> None:
        await tx.execute("UPDATE alarms SET resting = 0, next_utc = ? WHERE id = ?", (next_utc, alarm_id))

    async def remove_about(self, tx: Tx, kind: str, subject_id: int) -> None:
        await tx.execute("DELETE FROM alarms WHERE kind = ? AND subject_id = ?", (kind, subject_id))

    async def move(self, tx: Tx, kind: str, subject_id: int, new_subject_id: int) -> None:
        await tx.execute(
            "UPDATE alarms SET subject_id = ? WHERE kind = ? AND subject_id = ?", (new_subject_id, kind, subject_id)
        )


def alarm_of(row: Row) -> Alarm:
    return Alarm(
        id=row["alarm_id"],
        user_id=row["user_id"],
        kind=row["kind"],
        subject_id=row["subject_id"],
        text=row["text"],
        link=row["link"],
        guild_id=row["guild_id"],
        channel_id=row["alarm_channel_id"],
        rule=Rule(datetime.fromisoformat(row["start_local"]), row["zone"], row["rrule"]),
        next_utc=row["next_utc"],
        muted=bool(row["muted"]),
    )
