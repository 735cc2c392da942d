"""The clock's tables: one statement a method. Writers take the open transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from sqlite3 import Row

from bot.db.database import Database, Tx
from bot.schedule.model import Alarm, Occurrence, Placed, State
from bot.schedule.recurrence import Rule

_ALARM = (
    "a.id AS alarm_id, a.user_id, a.kind, a.subject_id, a.text, a.link, a.guild_id, a.channel_id AS alarm_channel_id,"
    " a.zone, a.start_local, a.rrule, a.next_utc, a.muted"
)
_OCCURRENCE = (
    "o.id, o.due_utc, o.state, o.send_utc, o.attempts, o.tellings, o.snoozes, o.answer, o.answered_utc, o.sent_utc,"
    f" o.channel_id, o.message_id, {_ALARM}"
)
_JOINED = f"SELECT {_OCCURRENCE} FROM occurrences o JOIN alarms a ON a.id = o.alarm_id"  # noqa: S608  # only names from above


class ScheduleStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    # ---- alarms

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
        row = await self._database.fetch_one(f"SELECT {_ALARM} FROM alarms a WHERE a.id = ?", (alarm_id,))  # noqa: S608
        return None if row is None else _alarm(row)

    async def of_user(self, user_id: int, kind: str) -> list[Alarm]:
        """Those with something to come, or muted; the next first."""
        rows = await self._database.fetch_all(
            f"SELECT {_ALARM} FROM alarms a WHERE a.user_id = ? AND a.kind = ?"  # noqa: S608
            " AND (a.next_utc IS NOT NULL OR a.muted) ORDER BY a.muted, a.next_utc, a.id",
            (user_id, kind),
        )
        return [_alarm(row) for row in rows]

    async def of_subject(self, kind: str, subject_id: int) -> list[Alarm]:
        rows = await self._database.fetch_all(
            f"SELECT {_ALARM} FROM alarms a WHERE a.kind = ? AND a.subject_id = ? ORDER BY a.id",  # noqa: S608
            (kind, subject_id),
        )
        return [_alarm(row) for row in rows]

    async def in_zone(self, user_id: int, zone: str) -> list[Alarm]:
        """What recurs by this zone's clock."""
        rows = await self._database.fetch_all(
            f"SELECT {_ALARM} FROM alarms a WHERE a.user_id = ? AND a.zone = ? AND a.rrule != ''",  # noqa: S608
            (user_id, zone),
        )
        return [_alarm(row) for row in rows]

    async def set_zone(self, tx: Tx, alarm_id: int, zone: str, next_utc: float | None) -> None:
        await tx.execute("UPDATE alarms SET zone = ?, next_utc = ? WHERE id = ?", (zone, next_utc, alarm_id))

    async def count_open(self, user_id: int) -> int:
        row = await self._database.fetch_one(
            "SELECT COUNT(*) AS n FROM alarms WHERE user_id = ? AND next_utc IS NOT NULL", (user_id,)
        )
        return 0 if row is None else int(row["n"])

    async def due(self, until_utc: float, limit: int) -> list[Alarm]:
        rows = await self._database.fetch_all(
            f"SELECT {_ALARM} FROM alarms a WHERE a.next_utc <= ? ORDER BY a.next_utc LIMIT ?",  # noqa: S608
            (until_utc, limit),
        )
        return [_alarm(row) for row in rows]

    async def ahead_of(self, utc: float, after_id: int, limit: int) -> list[Alarm]:
        """Recurring alarms whose next time lies later than ``utc``, by id."""
        rows = await self._database.fetch_all(
            f"SELECT {_ALARM} FROM alarms a WHERE a.id > ? AND a.next_utc > ? AND a.rrule != '' ORDER BY a.id LIMIT ?",  # noqa: S608
            (after_id, utc, limit),
        )
        return [_alarm(row) for row in rows]

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

    # ---- occurrences

    async def add_occurrence(self, tx: Tx, alarm: Alarm, due_utc: float, send_utc: float) -> bool:
        """False when this time of this alarm is known already."""
        cursor = await tx.execute(
            "INSERT INTO occurrences (alarm_id, user_id, due_utc, state, send_utc) VALUES (?, ?, ?, 'pending', ?)"
            " ON CONFLICT (alarm_id, due_utc) DO NOTHING",
            (alarm.id, alarm.user_id, due_utc, send_utc),
        )
        return cursor.rowcount == 1

    async def occurrence(self, occurrence_id: int) -> Occurrence | None:
        row = await self._database.fetch_one(f"{_JOINED} WHERE o.id = ?", (occurrence_id,))
        return None if row is None else _occurrence(row)

    async def to_send(self, until_utc: float, limit: int) -> list[Occurrence]:
        rows = await self._database.fetch_all(
            f"{_JOINED} WHERE o.state = 'pending' AND o.send_utc <= ? ORDER BY o.send_utc, o.id LIMIT ?",
            (until_utc, limit),
        )
        return [_occurrence(row) for row in rows]

    async def in_message(self, message_id: int) -> list[Occurrence]:
        rows = await self._database.fetch_all(f"{_JOINED} WHERE o.message_id = ? ORDER BY o.id", (message_id,))
        return [_occurrence(row) for row in rows]

    async def kept(self, user_id: int, limit: int) -> list[Occurrence]:
        rows = await self._database.fetch_all(
            f"{_JOINED} WHERE o.user_id = ? AND o.state = 'kept' ORDER BY o.due_utc LIMIT ?", (user_id, limit)
        )
        return [_occurrence(row) for row in rows]

    async def latest_sent(self, user_id: int, kind: str, since_utc: float) -> Occurrence | None:
        """The newest that waits for an answer."""
        row = await self._database.fetch_one(
            f"{_JOINED} WHERE o.user_id = ? AND a.kind = ? AND o.state = 'sent' AND o.sent_utc >= ?"
            " ORDER BY o.sent_utc DESC, o.id DESC LIMIT 1",
            (user_id, kind, since_utc),
        )
        return None if row is None else _occurrence(row)

    async def recent(self, alarm_id: int, limit: int) -> list[Occurrence]:
        """The newest first."""
        rows = await self._database.fetch_all(
            f"{_JOINED} WHERE o.alarm_id = ? ORDER BY o.due_utc DESC LIMIT ?", (alarm_id, limit)
        )
        return [_occurrence(row) for row in rows]

    async def begin_telling(self, tx: Tx, ids: Sequence[int], lease_utc: float) -> None:
        """Committed before the message goes out: a crash may repeat one, and it is counted.

        Until ``lease_utc`` it is not looked at again.
        """
        await tx.executemany(
            "UPDATE occurrences SET tellings = tellings + 1, attempts = attempts + 1, send_utc = ? WHERE id = ?",
            [(lease_utc, i) for i in ids],
        )

    async def release(self, tx: Tx, now_utc: float) -> None:
        """After a start: what was being sent when the last bot ended is sent now."""
        await tx.execute("UPDATE occurrences SET send_utc = ? WHERE state = 'pending' AND attempts > 0", (now_utc,))

    async def drop_unsent(self, tx: Tx, alarm_id: int) -> None:
        """Earlier times of an alarm that could not be sent yet: the newest says it all. Snoozed ones stay."""
        await tx.execute(
            "UPDATE occurrences SET state = 'dropped' WHERE alarm_id = ? AND state = 'pending' AND snoozes = 0",
            (alarm_id,),
        )

    async def set_sent(self, tx: Tx, one: Occurrence, placed: Placed, now_utc: float) -> None:
        """Its message stands. Who answered or snoozed it in the moment between keeps that."""
        await tx.execute(
            "UPDATE occurrences SET channel_id = ?, message_id = ?, sent_utc = ?, attempts = 0,"
            " state = CASE WHEN state = 'answered' OR snoozes != ? THEN state ELSE 'sent' END WHERE id = ?",
            (placed.channel_id, placed.message_id, now_utc, one.snoozes, one.id),
        )

    async def set_state(self, tx: Tx, occurrence_id: int, state: State) -> None:
        await tx.execute("UPDATE occurrences SET state = ? WHERE id = ?", (state, occurrence_id))

    async def drop_older_kept(self, tx: Tx, alarm_id: int, newest_id: int) -> None:
        """Of one alarm only the newest is kept."""
        await tx.execute(
            "UPDATE occurrences SET state = 'dropped' WHERE alarm_id = ? AND state = 'kept' AND id != ?",
            (alarm_id, newest_id),
        )

    async def postpone(self, tx: Tx, occurrence_id: int, send_utc: float) -> None:
        await tx.execute(
            "UPDATE occurrences SET state = 'pending', send_utc = ? WHERE id = ?", (send_utc, occurrence_id)
        )

    async def snooze(self, tx: Tx, occurrence_id: int, send_utc: float) -> None:
        await tx.execute(
            "UPDATE occurrences SET state = 'pending', send_utc = ?, snoozes = snoozes + 1, attempts = 0,"
            " answer = NULL, answered_utc = NULL WHERE id = ?",
            (send_utc, occurrence_id),
        )

    async def answer(self, tx: Tx, occurrence_id: int, answer: str | None, now_utc: float | None) -> None:
        """None takes an answer back."""
        await tx.execute(
            "UPDATE occurrences SET state = ?, answer = ?, answered_utc = ? WHERE id = ?",
            (State.SENT if answer is None else State.ANSWERED, answer, now_utc, occurrence_id),
        )

    async def forget_pending(self, tx: Tx, alarm_id: int) -> None:
        await tx.execute(
            "UPDATE occurrences SET state = 'dropped' WHERE alarm_id = ? AND state IN ('pending', 'kept')", (alarm_id,)
        )

    async def forget_drafts(self, tx: Tx, before_utc: float) -> None:
        """What was shown for saving and never saved."""
        await tx.execute(
            "DELETE FROM alarms WHERE next_utc IS NULL AND muted = 0 AND created_utc < ?"
            " AND NOT EXISTS (SELECT 1 FROM occurrences o WHERE o.alarm_id = alarms.id)",
            (before_utc,),
        )

    async def forget_old(self, tx: Tx, before_utc: float) -> None:
        """What is over and long past; recent rows are keys against sending twice."""
        await tx.execute(
            "DELETE FROM occurrences WHERE due_utc < ? AND state IN ('sent', 'answered', 'dropped')", (before_utc,)
        )

    # ---- the clock itself

    async def next_wake(self) -> float | None:
        row = await self._database.fetch_one(
            "SELECT MIN(t) AS t FROM (SELECT MIN(next_utc) AS t FROM alarms WHERE next_utc IS NOT NULL"
            " UNION ALL SELECT MIN(send_utc) FROM occurrences WHERE state = 'pending')"
        )
        return None if row is None else row["t"]

    async def seen(self) -> float | None:
        row = await self._database.fetch_one("SELECT seen_utc FROM schedule_clock WHERE id = 1")
        return None if row is None else float(row["seen_utc"])

    async def set_seen(self, tx: Tx, now_utc: float) -> None:
        await tx.execute(
            "INSERT INTO schedule_clock (id, seen_utc) VALUES (1, ?)"
            " ON CONFLICT (id) DO UPDATE SET seen_utc = excluded.seen_utc",
            (now_utc,),
        )


def _alarm(row: Row) -> Alarm:
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


def _occurrence(row: Row) -> Occurrence:
    return Occurrence(
        id=row["id"],
        alarm=_alarm(row),
        due_utc=row["due_utc"],
        state=State(row["state"]),
        send_utc=row["send_utc"],
        attempts=row["attempts"],
        tellings=row["tellings"],
        snoozes=row["snoozes"],
        answer=row["answer"],
        answered_utc=row["answered_utc"],
        sent_utc=row["sent_utc"],
        channel_id=row["channel_id"],
        message_id=row["message_id"],
    )
