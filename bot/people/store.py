"""The table of people's own clocks."""

from __future__ import annotations

from datetime import date

from bot.db.database import Database, Tx
from bot.people.model import Person


class PeopleStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, user_id: int) -> Person | None:
        row = await self._database.fetch_one(
            "SELECT user_id, zone, day_start, quiet_from, quiet_to FROM people WHERE user_id = ?", (user_id,)
        )
        return None if row is None else Person(**dict(row))

    async def put(self, tx: Tx, person: Person) -> None:
        await tx.execute(
            "INSERT INTO people (user_id, zone, day_start, quiet_from, quiet_to) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (user_id) DO UPDATE SET zone = excluded.zone, day_start = excluded.day_start,"
            " quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to",
            (person.user_id, person.zone, person.day_start, person.quiet_from, person.quiet_to),
        )

    async def add_travel(self, tx: Tx, user_id: int, day: date) -> None:
        await tx.execute(
            "INSERT INTO travel (user_id, day) VALUES (?, ?) ON CONFLICT DO NOTHING", (user_id, day.isoformat())
        )
