"""Imports one zip after the other until it is killed, and says of each that it is done.

python -m tests.notes.import_victim FOLDER
"""

from __future__ import annotations

import asyncio
import itertools
import sys
import time
from pathlib import Path

from bot.db.database import Database
from bot.files import FileStore
from bot.notes.service import NotesService
from bot.notes.workshop import Progress
from tests.notes.conftest import ALICE, file
from tests.notes.moving_house import zipped

NOTES = 40


def batch(number: int) -> bytes:
    """A zip of NOTES notes, every fourth with a file of its own."""
    entries: dict[str, bytes | str] = {}
    for one in range(NOTES):
        shown = f"![x]({one}.bin)" if one % 4 == 0 else "#tag [[x]]"
        entries[f"{number}/{one} of {number}.md"] = f"words {shown}\n- [ ] task"
        if one % 4 == 0:
            entries[f"{number}/{one}.bin"] = f"{number} {one}".encode() * 500
    return zipped(entries)


async def main(folder: Path) -> None:
    async with await Database.open(folder / "inkling.db") as database:
        service = NotesService(database, FileStore(folder / "files" / "notes"), 10**9, time.time)
        await service.sweep()
        begin = len(await database.fetch_all("SELECT DISTINCT import_id FROM notes")) * 1000
        for number in itertools.count(begin):
            await service.importing.take(ALICE, file(batch(number), "a.zip"), Progress())
            print(number, flush=True)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
