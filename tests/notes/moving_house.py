"""Exports and imports of a notebook in a test."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.notes.exchange.document import to_values
from bot.notes.importing import Taken
from bot.notes.scope import Scope
from bot.notes.workshop import Progress
from tests.notes.conftest import ALICE, Notebook, file

BIG = 10**9


def zipped(entries: Mapping[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in entries.items():
            target.writestr(name, content)
    return out.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        return {name: source.read(name) for name in source.namelist()}


async def exported(book: Notebook, owner: int = ALICE, limit: int = BIG, **more: Any) -> tuple[list[bytes], list[str]]:
    """The exported files' contents, and what is said to be left out."""
    async with book.service.exporting.export(owner, limit, Progress(), **more) as found:
        return [Path(path).read_bytes() for path in found.paths], list(found.lines)


async def taken(book: Notebook, content: bytes, name: str = "notes.zip", owner: int = ALICE) -> Taken:
    return await book.service.importing.take(owner, file(content, name), Progress())


async def everything(book: Notebook, owner: int = ALICE) -> list[dict[str, Any]]:
    """All that is known of every note, apart from row ids."""
    exporting = book.service.exporting
    scope = Scope(book.database, owner)
    async with book.database.transaction() as tx:
        ids = [outline.note_id for outline in await exporting._moving.outlines(tx, scope)]
        parcels = await exporting._moving.parcels(tx, scope, ids)
    return sorted((to_values(parcel) for _, parcel in parcels), key=lambda values: str(values["id"]))


async def rows(book: Notebook) -> dict[str, int]:
    """How many rows each of the notebook's tables has."""
    tables = ("notes", "note_versions", "note_files", "note_file_texts", "note_tags", "note_links", "note_tasks")
    tables += ("note_texts", "note_previews", "note_imports")
    return {table: (await book.database.fetch_all(f"SELECT count(*) AS n FROM {table}"))[0]["n"] for table in tables}


async def nothing(book: Notebook) -> bool:
    """True when there is no row and no file at all."""
    return not any((await rows(book)).values()) and not book.on_disk()
