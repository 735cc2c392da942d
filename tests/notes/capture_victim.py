"""Takes notes until it is killed, and says of each, once it is confirmed, what must be found later.

python -m tests.notes.capture_victim FOLDER SEED
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
import time
from pathlib import Path

from bot.db.database import Database
from bot.files import FileStore
from bot.notes.model import Incoming
from bot.notes.service import NotesService
from tests.notes.conftest import ALICE, file


async def main(folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    async with await Database.open(folder / "inkling.db") as database:
        service = NotesService(database, FileStore(folder / "files" / "notes"), 10**9, time.time)
        await service.sweep()

        async def one(message_id: int) -> None:
            contents = [chance.randbytes(chance.choice([0, 10, 100_000])) for _ in range(chance.randrange(4))]
            incoming = Incoming(
                message_id,
                time.time(),
                f"words of {message_id} #tag [[x]]",
                tuple(file(content, f"{number}.bin") for number, content in enumerate(contents)),
                channel_id=chance.randrange(3),
            )
            captured = await service.capture.capture(ALICE, incoming)
            print(json.dumps([captured.note_id, message_id, [content.hex() for content in contents]]), flush=True)
            if chance.random() < 0.2:
                await service.trash(ALICE, captured.note_id)

        message_id = seed * 100_000
        while True:
            await asyncio.gather(*(one(message_id + number) for number in range(1, 4)))
            message_id += 3


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2])))
