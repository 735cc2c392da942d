"""A person's whole notebook: out as zips of Markdown or as JSON, and gone for good."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from bot.db.database import Database
from bot.errors import BadRequest, OverLimit
from bot.files import FileStore
from bot.notes.exchange import packing
from bot.notes.exchange.document import to_values, whole
from bot.notes.exchange.model import Parcel
from bot.notes.house_store import HouseStore
from bot.notes.keeping import Keeping
from bot.notes.moving_store import MovingStore
from bot.notes.scope import Scope
from bot.notes.workshop import Progress, Workshop

MAX_PARTS = 60
AT_ONCE = 50
"""Notes read from the database at a time."""


@dataclass(frozen=True, slots=True)
class Export:
    """``paths`` are there until the block ends; ``lines`` say what could not be taken along."""

    paths: Sequence[Path]
    notes: int
    files: int
    lines: Sequence[str]


class Exporting:
    """``on_erase`` is told whose notes are gone."""

    def __init__(
        self, database: Database, files: FileStore, house: HouseStore, keeping: Keeping, workshop: Workshop
    ) -> None:
        self._database = database
        self._files = files
        self._house = house
        self._keeping = keeping
        self._workshop = workshop
        self._moving = MovingStore()
        self.on_erase: Callable[[int], None] = lambda _: None

    @contextlib.asynccontextmanager
    async def export(
        self, owner_id: int, limit_bytes: int, progress: Progress, *, as_json: bool = False, with_files: bool = True
    ) -> AsyncIterator[Export]:
        """The notebook as files of at most ``limit_bytes``, archive and trash and all versions included.

        Raises BadRequest when it is empty, OverLimit when that would be too many files.
        """
        scope = Scope(self._database, owner_id)
        with self._workshop.open(owner_id) as folder:
            async with self._database.transaction() as tx:
                outlines = await self._moving.outlines(tx, scope)
            if not outlines:
                raise BadRequest("There is nothing to export yet.")
            if as_json:
                yield await self._as_json(scope, outlines, folder, progress)
            else:
                yield await self._as_zips(scope, outlines, folder, limit_bytes, progress, with_files=with_files)

    async def _as_json(
        self, scope: Scope, outlines: Sequence[packing.Outline], folder: Path, progress: Progress
    ) -> Export:
        values = [
            to_values(parcel) async for _, parcel in self._parcels(scope, [o.note_id for o in outlines], progress)
        ]
        path = folder / "notes.json"
        await asyncio.to_thread(lambda: path.write_bytes(whole(values)))
        files = sum(len(outline.files) for outline in outlines)
        lines = [f"The contents of {files} files: JSON only names them. The zip has them."] if files else []
        return Export([path], len(outlines), 0, lines)

    async def _as_zips(
        self,
        scope: Scope,
        outlines: Sequence[packing.Outline],
        folder: Path,
        limit_bytes: int,
        progress: Progress,
        *,
        with_files: bool,
    ) -> Export:
        planned = packing.plan(outlines, limit_bytes, with_files=with_files)
        count, paths = len(planned.parts), []
        if count > MAX_PARTS:
            raise OverLimit(
                f"With all files that would be {count} zips, and {MAX_PARTS} are the most that I can send."
                " Export without files, or ask whoever runs me for the folder itself."
            )
        for number, part in enumerate(planned.parts):
            path = folder / ("notes.zip" if count == 1 else f"notes-{number + 1}-of-{count}.zip")
            packer = await asyncio.to_thread(packing.Packer, path, planned, number, self._opened)
            try:
                async for note_id, parcel in self._parcels(scope, list(part.notes), progress):
                    await asyncio.to_thread(packer.add, note_id, parcel)
            finally:
                await asyncio.to_thread(packer.close)
            if path.stat().st_size > limit_bytes:
                planned.losses.add(f"{path.name} is larger than Discord takes here")
            else:
                paths.append(path)
        return Export(paths, len(outlines), len(planned.places), planned.losses.lines())

    async def _parcels(
        self, scope: Scope, note_ids: Sequence[int], progress: Progress
    ) -> AsyncIterator[tuple[int, Parcel]]:
        count = progress.say("Packing notes")
        for start in range(0, len(note_ids), AT_ONCE):
            async with self._database.transaction() as tx:
                found = await self._moving.parcels(tx, scope, note_ids[start : start + AT_ONCE])
            for number, (note_id, parcel) in enumerate(found, start):
                count(number, len(note_ids))
                yield note_id, parcel

    def _opened(self, sha256: str, suffix: str) -> BinaryIO | None:
        try:
            return self._files.path(sha256, suffix).open("rb")
        except FileNotFoundError:
            return None

    async def erase(self, owner_id: int) -> int:
        """All of this person's notes with their versions and files, for good; how many there were."""
        with self._workshop.open(owner_id):
            scope = Scope(self._database, owner_id)
            names = await self._moving.names(scope)
            async with self._database.transaction() as tx:
                count = await self._moving.erase(tx, scope)
            await self._keeping.remove_unused(set(names), await self._house.hashes(), names)
            self.on_erase(owner_id)
            return count
