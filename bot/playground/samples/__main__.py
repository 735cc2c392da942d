"""``python -m bot.playground.samples notes|habits USER``: fills the playground's bot, beside it, for one person.

It is a process of its own and writes to the same database; the bot keeps running. Run twice, it changes nothing.
"""

from __future__ import annotations

import asyncio
import os
import sys
import zlib
from collections.abc import AsyncIterator
from pathlib import Path

from bot.clock import Clock, clock_of
from bot.db.database import Database
from bot.errors import NotFound
from bot.files import FileStore
from bot.habits.service import HabitService
from bot.habits.store import HabitStore
from bot.notes.model import Arriving, Incoming
from bot.notes.service import NotesService
from bot.people.service import PeopleService
from bot.people.store import PeopleStore
from bot.settings import Settings, load

from . import habits, notes

DAY = 86_400.0
SNOWFLAKE_BITS = 22  # of an id, below its milliseconds


async def fill_habits(database: Database, clock: Clock, user: int) -> None:
    people = PeopleService(database, PeopleStore(database), clock)
    service = HabitService(database, HabitStore(database), people, clock)
    today = await service.today(user)
    for sample in habits.SAMPLES:
        year = list(habits.entries(sample, today))
        try:
            habit = await service.by_name(user, sample.fields["name"])
        except NotFound:
            habit = await service.add(user, **sample.fields, created=year[0].day)
        for entry in year:
            await service.check_in(
                habit.id,
                user,
                entry.value,
                day=entry.day,
                mark=entry.mark,
                quality=entry.quality,
                remark=entry.remark,
                source="sample",
                key=f"sample:{habit.id}:{entry.day}",
            )


async def fill_notes(database: Database, settings: Settings, clock: Clock, user: int) -> None:
    files = FileStore(settings.note_files_dir)
    service = NotesService(database, files, settings.notes_quota_mb * 10**6, clock)
    for number, sample in enumerate(notes.SAMPLES):
        written = clock() - sample.days_ago * DAY
        picture = (_arriving("receipt.png", notes.receipt()),) if sample.picture else ()
        incoming = Incoming(
            message_id=_message_id(user, number, sample.days_ago),
            sent_utc=written,
            text=sample.text,
            files=picture,
            notebook=sample.notebook,
            mood=sample.mood,
        )
        await service.add(user, incoming)


def _message_id(user: int, number: int, days_ago: float) -> int:
    """As Discord numbers messages, counted from when the person came, so that it is the same each time."""
    written_ms = (user >> SNOWFLAKE_BITS) - int(days_ago * DAY * 1000)
    return (written_ms << SNOWFLAKE_BITS) | zlib.crc32(f"{user} {number}".encode()) >> (32 - SNOWFLAKE_BITS)


def _arriving(name: str, data: bytes) -> Arriving:
    async def opened() -> AsyncIterator[bytes]:
        yield data

    return Arriving(name, len(data), opened)


async def fill(kind: str, user: int, settings: Settings) -> None:
    database, clock = await Database.open(settings.database_path), clock_of(settings)
    try:
        if kind == "habits":
            await fill_habits(database, clock, user)
        else:
            await fill_notes(database, settings, clock, user)
    finally:
        await database.close()


def main() -> int:
    kind, user = sys.argv[1:]
    settings = load(Path(".env"), os.environ)
    if not settings.discord_api:
        print("Samples are for the playground only.", file=sys.stderr)
        return 2
    asyncio.run(fill(kind, int(user), settings))
    return 0


if __name__ == "__main__":
    sys.exit(main())
