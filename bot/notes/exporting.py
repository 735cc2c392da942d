"""A person's whole notebook with what hangs on it: out as zips of Markdown or as JSON, and gone for good."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from bot.db.database import Database
from bot.errors import BadRequest, OverLimit
from bot.files import FileStore
from bot.notes.companions import Companions, Keys
from bot.notes.exchange import packing
from bot.notes.exchange.document import to_values, whole
from bot.notes.exchange.model import Losses, Parcel
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
    """``paths`` are there until the block ends; ``lines`` say what could not be taken along. ``beside`` counts what
    hangs on the notes, by companion."""

    paths: Sequence[Path]
    notes: int
    files: int
    lines: Sequence[str]
    beside: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Outgoing:
    outlines: Sequence[packing.Outline]
    beside: Mapping[str, Any]
    counts: Mapping[str, int]
    losses: Losses
    titles: Mapping[str, str]
    """Of the notes, by uid."""


class Exporting:
    """``on_erase`` are told whose notes are gone."""

    def __init__(
        self,
        database: Database,
        files: FileStore,
        house: HouseStore,
        keeping: Keeping,
        workshop: Workshop,
        companions: Companions,
    ) -> None:
        self._database = database
        self._files = files
        self._house = house
        self._keeping = keeping
        self._workshop = workshop
        self._moving = MovingStore()
        self._companions = companions
        self.on_erase: list[Callable[[int], None]] = []

    @contextlib.asynccontextmanager
    async def export(
        self, owner_id: int, limit_bytes: int, progress: Progress, *, as_json: bool = False, with_files: bool = True
    ) -> AsyncIterator[Export]:
        """The notebook as files of at most ``limit_bytes``, archive and trash and all versions included.

        Raises BadRequest when it is empty, OverLimit when that would be too many files.
        """
        scope = Scope(self._database, owner_id)
        with self._workshop.open(owner_id) as folder:
            going = await self._outgoing(scope)
            if not going.outlines and not going.beside:
                raise BadRequest("There is nothing to export yet.")
            if as_json:
                yield await self._as_json(scope, going, folder, progress)
            else:
                yield await self._as_zips(scope, going, folder, limit_bytes, progress, with_files=with_files)

    async def counts(self, owner_id: int) -> tuple[int, Mapping[str, int]]:
        """How many notes there are, the trash included, and what hangs on them, by companion."""
        scope = Scope(self._database, owner_id)
        return await self._moving.count(scope), await self._companions.counts(scope)

    async def _outgoing(self, scope: Scope) -> _Outgoing:
        losses, keys = Losses(), Keys()
        async with self._database.transaction() as tx:
            outlines = await self._moving.outlines(tx, scope)
            for note_id, uid in await self._moving.uids(tx, scope):
                keys.add("note", note_id, uid)
            beside = await self._companions.give(tx, scope, keys, losses)
        counts = await self._companions.counts(scope)
        titles = {keys.name("note", one.note_id) or "": one.title for one in outlines}
        return _Outgoing(outlines, beside, {name: counts[name] for name in beside}, losses, titles)

    async def _as_json(self, scope: Scope, going: _Outgoing, folder: Path, progress: Progress) -> Export:
        ids = [outline.note_id for outline in going.outlines]
        values = [to_values(parcel) async for _, parcel in self._parcels(scope, ids, progress)]
        path = folder / "notes.json"
        await asyncio.to_thread(lambda: path.write_bytes(whole(values, going.beside)))
        if files := sum(len(outline.files) for outline in going.outlines):
            going.losses.add(f"The contents of {files} files: JSON only names them. The zip has them.")
        return Export([path], len(ids), 0, going.losses.lines(), going.counts)

    async def _as_zips(
        self,
        scope: Scope,
        going: _Outgoing,
        folder: Path,
        limit_bytes: int,
        progress: Progress,
        *,
        with_files: bool,
    ) -> Export:
        planned = packing.plan(
            going.outlines,
            limit_bytes,
            with_files=with_files,
            beside=going.beside,
            losses=going.losses,
            readable=lambda page: self._companions.readable(going.beside, lambda uid: page(going.titles.get(uid, ""))),
        )
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
        return Export(paths, len(going.outlines), len(planned.places), planned.losses.lines(), going.counts)

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

    async def erase(self, owner_id: int) -> tuple[int, Mapping[str, int]]:
        """All of this person's notes with their versions and files, and what hangs on them, for good; as ``counts``
        would have said."""
        with self._workshop.open(owner_id):
            scope = Scope(self._database, owner_id)
            names = await self._moving.names(scope)
            async with self._database.transaction() as tx:
                beside = await self._companions.erase(tx, scope)
                count = await self._moving.erase(tx, scope)
            for told in self.on_erase:
                told(owner_id)
            await self._keeping.remove_unused(set(names), await self._house.hashes(), names)
            return count, beside
