"""The tables that are read out of the notes' texts, for lists and for searching. They can be rebuilt at any time."""

from __future__ import annotations

from collections.abc import Sequence

from bot.db.database import Tx
from bot.notes.markup import fold
from bot.notes.model import Preview
from bot.notes.reading_out import ReadOut
from bot.notes.scope import Scope


class DerivedStore:
    async def clear(self, tx: Tx, scope: Scope, note_id: int) -> None:
        for sql in (
            "DELETE FROM note_tags WHERE owner_id = :owner AND note_id = :note",
            "DELETE FROM note_links WHERE owner_id = :owner AND note_id = :note",
            "DELETE FROM note_tasks WHERE owner_id = :owner AND note_id = :note",
        ):
            await scope.run(tx, sql, note=note_id)

    async def add(self, tx: Tx, scope: Scope, found: Sequence[tuple[int, ReadOut]]) -> None:
        """What was read out of notes, each with its id."""
        await scope.run_many(
            tx,
            "INSERT INTO note_tags (owner_id, note_id, tag) VALUES (:owner, :note, :tag)",
            ({"note": note, "tag": tag} for note, one in found for tag in one.tags),
        )
        await scope.run_many(
            tx,
            "INSERT OR IGNORE INTO note_links (owner_id, note_id, target, title, relation)"
            " VALUES (:owner, :note, :target, :title, :relation)",
            (
                {"note": note, "target": fold(link.title), "title": link.title, "relation": link.relation}
                for note, one in found
                for link in one.links
            ),
        )
        await scope.run_many(
            tx,
            "INSERT INTO note_tasks (owner_id, note_id, line, text, done, due)"
            " VALUES (:owner, :note, :line, :text, :done, :due)",
            (
                {
                    "note": note,
                    "line": task.line,
                    "text": task.text,
                    "done": task.done,
                    "due": task.due.isoformat() if task.due else None,
                }
                for note, one in found
                for task in one.tasks
            ),
        )
        await scope.run_many(
            tx,
            "INSERT INTO note_texts (note_id, owner_id, title, folded, body, pictures, speech, names)"
            " VALUES (:note, :owner, :title, :folded, :body, :pictures, :speech, :names)"
            " ON CONFLICT (note_id) DO UPDATE SET title = excluded.title, folded = excluded.folded,"
            " body = excluded.body, pictures = excluded.pictures, speech = excluded.speech, names = excluded.names",
            (
                {
                    "note": note,
                    "title": one.title,
                    "folded": fold(one.title),
                    "body": one.body,
                    "pictures": one.pictures,
                    "speech": one.speech,
                    "names": one.names,
                }
                for note, one in found
            ),
        )

    async def add_previews(self, tx: Tx, scope: Scope, note_id: int, previews: Sequence[Preview]) -> None:
        for preview in previews:
            await scope.run(
                tx,
                "INSERT OR REPLACE INTO note_previews (owner_id, note_id, url, title, description)"
                " VALUES (:owner, :note, :url, :title, :description)",
                note=note_id,
                url=preview.url,
                title=preview.title,
                description=preview.description,
            )

    async def previews(self, tx: Tx, scope: Scope, note_id: int) -> list[Preview]:
        rows = await scope.all_in(
            tx,
            "SELECT url, title, description FROM note_previews WHERE owner_id = :owner AND note_id = :note",
            note=note_id,
        )
        return [Preview(**dict(row)) for row in rows]

    async def tags(self, scope: Scope, note_id: int) -> tuple[str, ...]:
        rows = await scope.all(
            "SELECT tag FROM note_tags WHERE owner_id = :owner AND note_id = :note ORDER BY tag", note=note_id
        )
        return tuple(row["tag"] for row in rows)
