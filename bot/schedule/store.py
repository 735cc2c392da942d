"""The clock's tables, occurrences and all: one statement a method. Writers take the open transaction."""

from __future__ import annotations

from collections.abc import Sequence
from sqlite3 import Row

from bot.db.database import Tx
from bot.schedule.alarm_store import ALARM, AlarmStore, alarm_of
from bot.schedule.model import Alarm, Occurrence, Placed, State

_OCCURRENCE = (
    "o.id, o.due_utc, o.state, o.send_utc, o.attempts, o.tellings, o.snoozes, o.answer, o.answered_utc, o.sent_utc,"
    f" o.channel_id, o.message_id, {ALARM}"
)
_JOINED = f"SELECT {_OCCURRENCE} FROM occurrences o JOIN alarms a ON a.id = o.alarm_id"  # noqa: S608  # only names from above


class ScheduleStore(AlarmStore):
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


def _occurrence(row: Row) -> Occurrence:
    return Occurrence(
        id=row["id"],
        alarm=alarm_of(row),
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
