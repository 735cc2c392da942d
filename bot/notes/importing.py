"""Notes that come in from an export of ours or of another program's.

What comes in is read and checked first, then its files are kept, then all of it is committed in one transaction: an
import is whole or it did not happen, also when the bot is killed in the middle.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO

from bot.clock import Clock
from bot.db.database import Database, Tx
from bot.errors import FileTooLarge, OverLimit
from bot.files import FileStore
from bot.notes.companions import Companions, Keys, Took
from bot.notes.exchange.model import Enclosed, Haul, Losses, Parcel
from bot.notes.exchange.reader import Upload, read
from bot.notes.house_store import HouseStore
from bot.notes.keeping import Keeping, clean_name
from bot.notes.kinds import FileType, file_type
from bot.notes.model import Arriving, Kind, NoteFile
from bot.notes.moving_store import Known, MovingStore
from bot.notes.reading_out import ReadOut, read_out
from bot.notes.scope import Scope
from bot.notes.store import NotesStore
from bot.notes.workshop import Progress, Workshop
from bot.notes.writing import Writing

MAX_UPLOAD = 600 * 10**6
"""Discord takes 500 MB from those who pay."""
CHUNK = 1 << 18


@dataclass(slots=True)
class Taken:
    """What an import did. ``lines`` say what could not be taken along; ``beside`` counts what hangs on the notes and
    was added, by companion."""

    import_id: int
    added: int = 0
    changed: int = 0
    same: int = 0
    files: int = 0
    lines: list[str] = field(default_factory=list)
    beside: Mapping[str, int] = field(default_factory=dict)


class Importing:
    def __init__(
        self,
        database: Database,
        files: FileStore,
        store: NotesStore,
        house: HouseStore,
        writing: Writing,
        keeping: Keeping,
        workshop: Workshop,
        companions: Companions,
        clock: Clock,
    ) -> None:
        self._database = database
        self._files = files
        self._store = store
        self._house = house
        self._writing = writing
        self._keeping = keeping
        self._workshop = workshop
        self._companions = companions
        self._clock = clock
        self._moving = MovingStore()

    async def take(self, owner_id: int, upload: Arriving, progress: Progress) -> Taken:
        """Every note of an upload: a zip of Markdown (ours, Obsidian's, Joplin's), JSON of ours, or Evernote's .enex.

        A note that is here already is not taken twice: one that was changed elsewhere gets a new version. Raises
        BadRequest for what cannot be read and OverLimit for what is too large; nothing is taken then.
        """
        scope = Scope(self._database, owner_id)
        with self._workshop.open(owner_id) as folder:
            path = folder / "upload"
            await _receive(upload, path, progress)
            room = self._keeping.quota_bytes - await self._store.bytes_used(scope)
            reading = read(Upload(path, upload.name, folder, room, self._clock()), progress.say("Reading"))
            haul = await asyncio.to_thread(reading.__enter__)
            names: dict[str, str] = {}
            try:
                beside = await asyncio.to_thread(self._companions.checked, haul.beside)
                async with self._keeping.arriving():
                    parcels = await self._kept(haul, names, room, progress)
                    progress.say("Writing notes")
                    return await self._commit(scope, parcels, beside, haul.losses)
            except BaseException:
                # Outside of ``arriving``: the files of an import that did not happen.
                await self._keeping.remove_unused(set(names), await self._house.hashes(), names)
                raise
            finally:
                await asyncio.to_thread(reading.__exit__, None, None, None)

    async def undo(self, owner_id: int, import_id: int) -> tuple[int, Mapping[str, int]]:
        """What that import brought goes into the trash; how many notes, and of what hangs on them."""
        scope = Scope(self._database, owner_id)
        async with self._database.transaction() as tx:
            beside = await self._companions.undo(tx, scope, import_id, self._clock())
            return await self._moving.trash_import(tx, scope, import_id, self._clock()), beside

    async def _kept(self, haul: Haul, names: dict[str, str], room: int, progress: Progress) -> list[Parcel]:
        """The parcels with their files durably kept; files whose content is missing are left out of them.

        ``names`` is told hash and suffix of each. A note that is there twice is taken once.
        """
        count, done = progress.say("Keeping files"), 0
        total = sum(len(parcel.files) for parcel in haul.parcels)
        parcels: dict[str, Parcel] = {}
        for parcel in haul.parcels:
            files: list[Enclosed] = []
            for file in parcel.files:
                count(done, total)
                done += 1
                if file.open is not None:
                    one = await self._keep(file, file.open, room)
                    room -= one.size if one.sha256 not in names else 0
                    names[one.sha256] = one.suffix
                    files.append(one)
            parcels[parcel.uid] = replace(parcel, files=tuple(files))
        return list(parcels.values())

    async def _keep(self, file: Enclosed, opened: Callable[[], BinaryIO], room: int) -> Enclosed:
        found: list[FileType] = []

        def suffix(head: bytes) -> str:
            found.append(file_type(head, file.name))
            return found[0].suffix

        try:
            one = await self._files.receive(_chunks(opened), suffix, max(room, 0))
        except FileTooLarge:
            most = f"{self._keeping.quota_bytes / 1e6:,.0f} MB"
            raise OverLimit(f"The files are more than your notes may hold, {most} in all. Nothing was taken.") from None
        return replace(
            file,
            name=clean_name(file.name),
            sha256=one.sha256,
            suffix=one.suffix,
            size=one.size,
            kind=found[0].kind,
            media_type=found[0].media_type,
        )

    # ---- inside the transaction

    async def _commit(
        self, scope: Scope, parcels: Sequence[Parcel], beside: Mapping[str, Any], losses: Losses
    ) -> Taken:
        read_outs = await asyncio.to_thread(lambda: {parcel.uid: _read_out(parcel) for parcel in parcels})
        async with self._database.transaction() as tx:
            known = await self._moving.known(tx, scope, [parcel.uid for parcel in parcels])
            taken = Taken(await self._moving.begin(tx, scope, self._clock()))
            new: list[tuple[int, Parcel]] = []
            for parcel in parcels:
                here = known.get(parcel.uid)
                if here is None:
                    title = read_outs[parcel.uid].title
                    new.append((await self._moving.add(tx, scope, parcel, title, taken.import_id), parcel))
                elif await self._merge(tx, scope, here, parcel, losses):
                    taken.changed += 1
                else:
                    taken.same += 1
            await self._moving.add_versions(tx, scope, new)
            await self._moving.add_files(tx, scope, new)
            await self._moving.add_texts(tx, scope, [parcel for _, parcel in new])
            await self._moving.add_previews(tx, scope, new)
            await self._writing.settle_new(tx, scope, [(note_id, read_outs[parcel.uid]) for note_id, parcel in new])
            if beside:
                taken.beside = await self._beside(tx, scope, beside, Took(taken.import_id, self._clock(), losses))
        taken.added = len(new)
        taken.files = sum(len(parcel.files) for parcel in parcels)
        taken.lines = losses.lines()
        return taken

    async def _beside(self, tx: Tx, scope: Scope, beside: Mapping[str, Any], took: Took) -> Mapping[str, int]:
        keys = Keys()
        for note_id, uid in await self._moving.uids(tx, scope):
            keys.add("note", note_id, uid)
        await self._companions.take(tx, scope, beside, keys, took)
        return took.added

    async def _merge(self, tx: Tx, scope: Scope, here: Known, parcel: Parcel, losses: Losses) -> bool:
        """Bring a note that is here already up to what came in. True when that changed something."""
        note = await self._store.find_in(tx, scope, here.note_id)
        if note is None:
            return False
        version, changed = note.version, False
        if parcel.body not in await self._moving.bodies(tx, scope, note.id):
            if parcel.updated_utc <= here.updated_utc:
                losses.add(f"“{note.title}” is newer here and stayed as it is")
                return False
            version = await self._writing.next(tx, scope, note, parcel.body, "imported", parcel.updated_utc, tell=False)
            changed = True
        had = await self._moving.hashes(tx, scope, note.id)
        fresh = {file.sha256: _note_file(file) for file in parcel.current_files if file.sha256 not in had}
        if fresh:
            await self._writing.add_files(tx, scope, note.id, list(fresh.values()), version)
            await self._moving.add_texts(tx, scope, [parcel])
            changed = True
        if here.is_trashed and parcel.trashed_utc is None:
            await self._store.set_trashed(tx, scope, note.id, None)
            changed = True
        if changed:
            await self._writing.settle(tx, scope, note.id)
        return changed


async def _receive(upload: Arriving, path: Path, progress: Progress) -> None:
    """Raises OverLimit, and what a broken connection raises."""
    count, size = progress.say("Receiving"), 0
    with path.open("xb") as file:
        async for chunk in upload.open():
            size += len(chunk)
            if size > MAX_UPLOAD:
                raise OverLimit(f"That file is larger than {MAX_UPLOAD // 10**6} MB.")
            await asyncio.to_thread(file.write, chunk)
            count(size, upload.size)


def _read_out(parcel: Parcel) -> ReadOut:
    return read_out(
        parcel.body,
        [_note_file(file) for file in parcel.current_files],
        parcel.previews,
        (parcel.notebook, parcel.source),
    )


def _note_file(file: Enclosed) -> NoteFile:
    return NoteFile(
        id=0,
        sha256=file.sha256,
        suffix=file.suffix,
        name=file.name,
        size=file.size,
        kind=Kind(file.kind),
        media_type=file.media_type,
        duration_seconds=file.duration_seconds,
        text="\n".join(text for _, text in file.texts),
    )


async def _chunks(opened: Callable[[], BinaryIO]) -> AsyncIterator[bytes]:
    with await asyncio.to_thread(opened) as file:
        while chunk := await asyncio.to_thread(file.read, CHUNK):
            yield chunk
