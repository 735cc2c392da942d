"""The habits' tables: one statement a method. Writers take the open transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from sqlite3 import Row

from bot.db.database import Database, Tx
from bot.habits.goals import Goal
from bot.habits.model import Event, Habit, Mark, Measure, Pause, Schedule

_HABIT = (
    "id, user_id, name, measure, schedule, target, at_most, unit, area, question, colour, emoji, tag, description,"
    " position, created, archived, deleted_utc"
)
_EVENT = "id, habit_id, day, at_utc, mark, value, quality, feeling, remark, voids, source"


@dataclass(frozen=True, slots=True)
class KeptStreak:
    """A row of the derived table. ``strength`` is 0 to 1."""

    habit_id: int
    as_of: date
    current: int
    best: int
    freezes: int
    since: date | None
    strength: float


class HabitStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    # ---- habits

    async def add(self, tx: Tx, habit: Habit, created_utc: float) -> int:
        """The id of the new row; ``habit.id`` is not looked at."""
        cursor = await tx.execute(
            "INSERT INTO habits (user_id, name, measure, schedule, target, at_most, unit, area, question, colour,"
            " emoji, tag, description, position, created, archived, created_utc)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (habit.user_id, *_described(habit), habit.position, habit.created.isoformat(), habit.archived, created_utc),
        )
        return cursor.lastrowid or 0

    async def change(self, tx: Tx, habit: Habit) -> None:
        await tx.execute(
            "UPDATE habits SET name = ?, measure = ?, schedule = ?, target = ?, at_most = ?, unit = ?, area = ?,"
            " question = ?, colour = ?, emoji = ?, tag = ?, description = ? WHERE id = ?",
            (*_described(habit), habit.id),
        )

    async def find(self, habit_id: int) -> Habit | None:
        row = await self._database.fetch_one(f"SELECT {_HABIT} FROM habits WHERE id = ?", (habit_id,))  # noqa: S608
        return None if row is None else _habit(row)

    async def of_user(self, user_id: int, *, archived: bool = False) -> list[Habit]:
        rows = await self._database.fetch_all(
            f"SELECT {_HABIT} FROM habits WHERE user_id = ? AND deleted_utc IS NULL AND archived <= ?"  # noqa: S608
            " ORDER BY archived, position, id",
            (user_id, archived),
        )
        return [_habit(row) for row in rows]

    async def set_archived(self, tx: Tx, habit_id: int, *, archived: bool) -> None:
        await tx.execute("UPDATE habits SET archived = ? WHERE id = ?", (archived, habit_id))

    async def set_deleted(self, tx: Tx, habit_id: int, deleted_utc: float | None) -> None:
        await tx.execute("UPDATE habits SET deleted_utc = ? WHERE id = ?", (deleted_utc, habit_id))

    async def deleted_before(self, utc: float) -> list[int]:
        rows = await self._database.fetch_all("SELECT id FROM habits WHERE deleted_utc < ? ORDER BY id", (utc,))
        return [row["id"] for row in rows]

    async def remove(self, tx: Tx, habit_id: int) -> None:
        """For good, with all that hangs on it."""
        await tx.execute("DELETE FROM habits WHERE id = ?", (habit_id,))

    # ---- events

    async def add_event(self, tx: Tx, event: Event, key: str | None = None) -> int | None:
        """The new row's id; None when ``key`` is known already."""
        cursor = await tx.execute(
            "INSERT INTO habit_events (habit_id, day, at_utc, mark, value, quality, feeling, remark, voids, source,"
            " key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING",
            (
                *(event.habit_id, event.day.isoformat(), event.at_utc, event.mark, event.value, event.quality),
                *(event.feeling, event.remark, event.voids, event.source, key),
            ),
        )
        return cursor.lastrowid if cursor.rowcount == 1 else None

    async def events(self, habit_id: int) -> list[Event]:
        """All, also those taken back; in the order they were made."""
        rows = await self._database.fetch_all(
            f"SELECT {_EVENT} FROM habit_events WHERE habit_id = ? ORDER BY id",  # noqa: S608
            (habit_id,),
        )
        return [_event(row) for row in rows]

    async def event(self, event_id: int) -> Event | None:
        row = await self._database.fetch_one(f"SELECT {_EVENT} FROM habit_events WHERE id = ?", (event_id,))  # noqa: S608
        return None if row is None else _event(row)

    async def event_by_key(self, key: str) -> Event | None:
        row = await self._database.fetch_one(f"SELECT {_EVENT} FROM habit_events WHERE key = ?", (key,))  # noqa: S608
        return None if row is None else _event(row)

    # ---- pauses, timers, travel

    async def pauses(self, habit_id: int) -> tuple[Pause, ...]:
        rows = await self._database.fetch_all(
            "SELECT since, until FROM habit_pauses WHERE habit_id = ? ORDER BY since, id", (habit_id,)
        )
        return tuple(Pause(date.fromisoformat(row["since"]), _day(row["until"])) for row in rows)

    async def add_pause(self, tx: Tx, habit_id: int, pause: Pause) -> None:
        await tx.execute(
            "INSERT INTO habit_pauses (habit_id, since, until) VALUES (?, ?, ?)",
            (habit_id, pause.since.isoformat(), pause.until.isoformat() if pause.until else None),
        )

    async def end_pauses(self, tx: Tx, habit_id: int, last: date) -> None:
        """Pauses that reach beyond ``last`` end with it; those that begin later are dropped by the next call."""
        await tx.execute(
            "UPDATE habit_pauses SET until = ? WHERE habit_id = ? AND (until IS NULL OR until > ?)",
            (last.isoformat(), habit_id, last.isoformat()),
        )

    async def drop_empty_pauses(self, tx: Tx, habit_id: int) -> None:
        await tx.execute("DELETE FROM habit_pauses WHERE habit_id = ? AND until < since", (habit_id,))

    async def timer(self, habit_id: int) -> float | None:
        row = await self._database.fetch_one("SELECT started_utc FROM habit_timers WHERE habit_id = ?", (habit_id,))
        return None if row is None else float(row["started_utc"])

    async def start_timer(self, tx: Tx, habit_id: int, now_utc: float) -> None:
        await tx.execute(
            "INSERT INTO habit_timers (habit_id, started_utc) VALUES (?, ?) ON CONFLICT (habit_id) DO NOTHING",
            (habit_id, now_utc),
        )

    async def stop_timer(self, tx: Tx, habit_id: int) -> None:
        await tx.execute("DELETE FROM habit_timers WHERE habit_id = ?", (habit_id,))

    async def travel(self, user_id: int) -> frozenset[date]:
        rows = await self._database.fetch_all("SELECT day FROM travel WHERE user_id = ?", (user_id,))
        return frozenset(date.fromisoformat(row["day"]) for row in rows)

    # ---- goals

    async def goals(self, habit_id: int) -> list[Goal]:
        rows = await self._database.fetch_all(
            "SELECT habit_id, span, amount FROM habit_goals WHERE habit_id = ?", (habit_id,)
        )
        return [Goal(**dict(row)) for row in rows]

    async def put_goal(self, tx: Tx, goal: Goal) -> None:
        await tx.execute(
            "INSERT INTO habit_goals (habit_id, span, amount) VALUES (?, ?, ?)"
            " ON CONFLICT (habit_id, span) DO UPDATE SET amount = excluded.amount",
            (goal.habit_id, goal.span, goal.amount),
        )

    async def drop_goal(self, tx: Tx, habit_id: int, span: str) -> None:
        await tx.execute("DELETE FROM habit_goals WHERE habit_id = ? AND span = ?", (habit_id, span))

    # ---- the derived table

    async def put_streak(self, tx: Tx, kept: KeptStreak) -> None:
        await tx.execute(
            "INSERT INTO habit_streaks (habit_id, as_of, current, best, freezes, since, strength)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (habit_id) DO UPDATE SET as_of = excluded.as_of,"
            " current = excluded.current, best = excluded.best, freezes = excluded.freezes, since = excluded.since,"
            " strength = excluded.strength",
            (
                *(kept.habit_id, kept.as_of.isoformat(), kept.current, kept.best, kept.freezes),
                *(kept.since.isoformat() if kept.since else None, kept.strength),
            ),
        )

    async def streak(self, habit_id: int) -> KeptStreak | None:
        row = await self._database.fetch_one(
            "SELECT habit_id, as_of, current, best, freezes, since, strength FROM habit_streaks WHERE habit_id = ?",
            (habit_id,),
        )
        return None if row is None else _streak(row)

    async def drop_streaks(self, tx: Tx, habit_ids: Sequence[int]) -> None:
        await tx.executemany("DELETE FROM habit_streaks WHERE habit_id = ?", [(i,) for i in habit_ids])


def _described(habit: Habit) -> tuple[object, ...]:
    return (
        *(habit.name, habit.measure, habit.schedule.to_text(), habit.target, habit.at_most, habit.unit, habit.area),
        *(habit.question, habit.colour, habit.emoji, habit.tag, habit.description),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _habit(row: Row) -> Habit:
    values = dict(row)
    values["measure"] = Measure(values["measure"])
    values["schedule"] = Schedule.from_text(values["schedule"])
    values["created"] = date.fromisoformat(values["created"])
    values["at_most"], values["archived"] = bool(values["at_most"]), bool(values["archived"])
    return Habit(**values)


def _event(row: Row) -> Event:
    return Event(**{**dict(row), "day": date.fromisoformat(row["day"]), "mark": Mark(row["mark"])})


def _streak(row: Row) -> KeptStreak:
    return KeptStreak(**{**dict(row), "as_of": date.fromisoformat(row["as_of"]), "since": _day(row["since"])})
