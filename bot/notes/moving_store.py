"""Whole notebooks at once: read for going out, written when they come in, erased. Scoped by owner like all the rest."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from sqlite3 import Row
from typing import Any

from bot.db.database import Tx
from bot.notes.exchange.model import Enclosed, Parcel
from bot.notes.exchange.packing import Outline
from bot.notes.model import Preview, Version
from bot.notes.scope import Scope

_IDS = "IN (SELECT value FROM json_each(:ids))"


@dataclass(frozen=True, slots=True)
class Known:
    """A note that is here already."""

    note_id: int
    updated_utc: float
    is_trashed: bool


class MovingStore:
    # ---- out

    async def count(self, scope: Scope) -> int:
        row = await scope.one("SELECT count(*) AS n FROM notes WHERE owner_id = :owner")
        return 0 if row is None else int(row["n"])

    async def uids(self, tx: Tx, scope: Scope) -> list[tuple[int, str]]:
        """Row id and uid of every note."""
        rows = await scope.all_in(tx, "SELECT id, uid FROM notes WHERE owner_id = :owner")
        return [(row["id"], row["uid"]) for row in rows]

    async def outlines(self, tx: Tx, scope: Scope) -> list[Outline]:
        """Every note, oldest first."""
        files: defaultdict[int, list[Row]] = defaultdict(list)
        for row in await scope.all_in(
            tx,
            "SELECT note_id, sha256, suffix, name, size, removed_version IS NULL AS is_current FROM note_files"
            " WHERE owner_id = :owner ORDER BY note_id, id",
        ):
            files[row["note_id"]].append(row)
        rows = await scope.all_in(
            tx,
            "SELECT n.id, n.title, n.notebook, n.trashed_utc IS NOT NULL AS is_trashed, (SELECT"
            " sum(length(CAST(v.body AS BLOB))) FROM note_versions v WHERE v.note_id = n.id) AS text_bytes"
            " FROM notes n WHERE n.owner_id = :owner ORDER BY n.id",
        )
        return [
            Outline(
                row["id"],
                row["title"],
                row["notebook"],
                bool(row["is_trashed"]),
                row["text_bytes"],
                tuple(
                    (f["sha256"], f["suffix"], f["name"], f["size"], bool(f["is_current"])) for f in files[row["id"]]
                ),
            )
            for row in rows
        ]

    async def parcels(self, tx: Tx, scope: Scope, note_ids: Sequence[int]) -> list[tuple[int, Parcel]]:
        """Those notes with everything that belongs to them; the files without a way to their content."""
        ids = json.dumps(list(note_ids))
        wanted = f"SELECT * FROM notes WHERE owner_id = :owner AND id {_IDS} ORDER BY id"  # noqa: S608 fixed text
        notes = await scope.all_in(tx, wanted, ids=ids)
        versions = await self._grouped(
            tx,
            scope,
            ids,
            "SELECT * FROM note_versions WHERE owner_id = :owner AND note_id {} ORDER BY note_id, number",
        )
        files = await self._grouped(
            tx, scope, ids, "SELECT * FROM note_files WHERE owner_id = :owner AND note_id {} ORDER BY note_id, id"
        )
        previews = await self._grouped(
            tx, scope, ids, "SELECT * FROM note_previews WHERE owner_id = :owner AND note_id {} ORDER BY note_id, url"
        )
        texts: defaultdict[str, list[tuple[float | None, str]]] = defaultdict(list)
        for row in await scope.all_in(
            tx,
            "SELECT t.sha256, t.start_seconds, t.text FROM note_file_texts t WHERE t.owner_id = :owner AND t.sha256 IN"  # noqa: S608
            f" (SELECT f.sha256 FROM note_files f WHERE f.owner_id = :owner AND f.note_id {_IDS})"
            " ORDER BY t.sha256, t.position",
            ids=ids,
        ):
            texts[row["sha256"]].append((row["start_seconds"], row["text"]))
        return [
            (
                row["id"],
                Parcel(
                    uid=row["uid"],
                    title=row["title"],
                    versions=tuple(
                        Version(v["number"], v["body"], v["why"], v["made_utc"]) for v in versions[row["id"]]
                    ),
                    created_utc=row["created_utc"],
                    updated_utc=row["updated_utc"],
                    notebook=row["notebook"],
                    mood=row["mood"],
                    source=row["source"],
                    pinned=bool(row["pinned"]),
                    archived=bool(row["archived"]),
                    trashed_utc=row["trashed_utc"],
                    files=tuple(_enclosed(file, texts[file["sha256"]]) for file in files[row["id"]]),
                    previews=tuple(Preview(p["url"], p["title"], p["description"]) for p in previews[row["id"]]),
                ),
            )
            for row in notes
        ]

    async def _grouped(self, tx: Tx, scope: Scope, ids: str, sql: str) -> defaultdict[int, list[Row]]:
        """The rows of each note; the fixed text has a place for the notes' ids."""
        found: defaultdict[int, list[Row]] = defaultdict(list)
        for row in await scope.all_in(tx, sql.format(_IDS), ids=ids):
            found[row["note_id"]].append(row)
        return found

    # ---- in

    async def begin(self, tx: Tx, scope: Scope, now_utc: float) -> int:
        """A new import; its id."""
        return await scope.insert(
            tx, "INSERT INTO note_imports (owner_id, made_utc) VALUES (:owner, :now)", now=now_utc
        )

    async def known(self, tx: Tx, scope: Scope, uids: Iterable[str]) -> dict[str, Known]:
        rows = await scope.all_in(
            tx,
            "SELECT uid, id, updated_utc, trashed_utc FROM notes WHERE owner_id = :owner"
            " AND uid IN (SELECT value FROM json_each(:uids))",
            uids=json.dumps(list(uids)),
        )
        return {row["uid"]: Known(row["id"], row["updated_utc"], row["trashed_utc"] is not None) for row in rows}

    async def add(self, tx: Tx, scope: Scope, parcel: Parcel, title: str, import_id: int) -> int:
        """The note's own row; its id."""
        return await scope.insert(
            tx,
            "INSERT INTO notes (owner_id, uid, import_id, version, title, notebook, mood, source, created_utc,"
            " updated_utc, pinned, archived, trashed_utc) VALUES (:owner, :uid, :import, :version, :title, :notebook,"
            " :mood, :source, :created, :updated, :pinned, :archived, :trashed)",
            **{"import": import_id},
            uid=parcel.uid,
            version=parcel.versions[-1].number,
            title=title,
            notebook=parcel.notebook,
            mood=parcel.mood,
            source=parcel.source,
            created=parcel.created_utc,
            updated=parcel.updated_utc,
            pinned=parcel.pinned,
            archived=parcel.archived,
            trashed=parcel.trashed_utc,
        )

    async def add_versions(self, tx: Tx, scope: Scope, found: Sequence[tuple[int, Parcel]]) -> None:
        await scope.run_many(
            tx,
            "INSERT INTO note_versions (owner_id, note_id, number, body, why, made_utc)"
            " VALUES (:owner, :note, :number, :body, :why, :made)",
            (
                {"note": note, "number": v.number, "body": v.body, "why": v.why, "made": v.made_utc}
                for note, parcel in found
                for v in parcel.versions
            ),
        )

    async def add_files(self, tx: Tx, scope: Scope, found: Sequence[tuple[int, Parcel]]) -> None:
        await scope.run_many(
            tx,
            "INSERT INTO note_files (owner_id, note_id, message_id, sha256, suffix, name, size, kind, media_type,"
            " duration_seconds, added_version, removed_version) VALUES (:owner, :note, NULL, :sha256, :suffix, :name,"
            " :size, :kind, :media_type, :duration, :added, :removed)",
            ({"note": note, **_file_values(file)} for note, parcel in found for file in parcel.files),
        )

    async def add_texts(self, tx: Tx, scope: Scope, parcels: Sequence[Parcel]) -> None:
        """What was read or heard in their files; what is known here stays."""
        await scope.run_many(
            tx,
            "INSERT OR IGNORE INTO note_file_texts (owner_id, sha256, position, start_seconds, text)"
            " VALUES (:owner, :sha256, :position, :start, :text)",
            (
                {"sha256": file.sha256, "position": position, "start": start, "text": text}
                for parcel in parcels
                for file in parcel.files
                for position, (start, text) in enumerate(file.texts)
            ),
        )

    async def add_previews(self, tx: Tx, scope: Scope, found: Sequence[tuple[int, Parcel]]) -> None:
        await scope.run_many(
            tx,
            "INSERT OR REPLACE INTO note_previews (owner_id, note_id, url, title, description)"
            " VALUES (:owner, :note, :url, :title, :description)",
            (
                {"note": note, "url": p.url, "title": p.title, "description": p.description}
                for note, parcel in found
                for p in parcel.previews
            ),
        )

    async def bodies(self, tx: Tx, scope: Scope, note_id: int) -> list[str]:
        """Of every version, oldest first."""
        rows = await scope.all_in(
            tx,
            "SELECT body FROM note_versions WHERE owner_id = :owner AND note_id = :note ORDER BY number",
            note=note_id,
        )
        return [row["body"] for row in rows]

    async def hashes(self, tx: Tx, scope: Scope, note_id: int) -> set[str]:
        """Of every file that the note has or had."""
        rows = await scope.all_in(
            tx, "SELECT sha256 FROM note_files WHERE owner_id = :owner AND note_id = :note", note=note_id
        )
        return {row["sha256"] for row in rows}

    async def trash_import(self, tx: Tx, scope: Scope, import_id: int, now_utc: float) -> int:
        """All that an import brought and that is as it was; how many."""
        return await scope.run(
            tx,
            "UPDATE notes SET trashed_utc = :now WHERE owner_id = :owner AND import_id = :import"
            " AND trashed_utc IS NULL",
            **{"import": import_id},
            now=now_utc,
        )

    # ---- gone

    async def names(self, scope: Scope) -> dict[str, str]:
        """Hash and suffix of every file."""
        rows = await scope.all("SELECT DISTINCT sha256, suffix FROM note_files WHERE owner_id = :owner")
        return {row["sha256"]: row["suffix"] for row in rows}

    async def erase(self, tx: Tx, scope: Scope) -> int:
        """Everything of this person's notes, for good; how many notes there were. Which messages were dealt with stays
        known, without their words, so that none comes back."""
        await scope.run(tx, "UPDATE note_messages SET note_id = NULL, text = '' WHERE owner_id = :owner")
        count = await scope.run(tx, "DELETE FROM notes WHERE owner_id = :owner")
        await scope.run(tx, "DELETE FROM note_file_texts WHERE owner_id = :owner")
        await scope.run(tx, "DELETE FROM note_file_readings WHERE owner_id = :owner")
        await scope.run(tx, "DELETE FROM note_searches WHERE owner_id = :owner")
        await scope.run(tx, "DELETE FROM note_imports WHERE owner_id = :owner")
        return count


def _enclosed(row: Row, texts: Sequence[tuple[float | None, str]]) -> Enclosed:
    return Enclosed(
        name=row["name"],
        sha256=row["sha256"],
        suffix=row["suffix"],
        size=row["size"],
        kind=row["kind"],
        media_type=row["media_type"],
        duration_seconds=row["duration_seconds"],
        added=row["added_version"],
        removed=row["removed_version"],
        texts=tuple(texts),
    )


def _file_values(file: Enclosed) -> dict[str, Any]:
    return {
        "sha256": file.sha256,
        "suffix": file.suffix,
        "name": file.name,
        "size": file.size,
        "kind": file.kind,
        "media_type": file.media_type,
        "duration": file.duration_seconds,
        "added": file.added,
        "removed": file.removed,
    }
