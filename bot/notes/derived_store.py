"""The tables that are read out of the notes' texts, for lists and for searching. They can be rebuilt at any time."""

from __future__ import annotations

from collections.abc import Sequence

from bot.db.database import Tx
from bot.notes.markup import Link, Task, fold
from bot.notes.model import Preview
from bot.notes.scope import Scope


class DerivedStore:
    async def clear(self, tx: Tx, scope: Scope, note_id: int) -> None:
        for sql in (
            "DELETE FROM note_tags WHERE owner_id = :owner AND note_id = :note",
            "DELETE FROM note_links WHERE owner_id = :owner AND note_id = :note",
            "DELETE FROM note_tasks WHERE owner_id = :owner AND note_id = :note",
        ):
            await scope.run(tx, sql, note=note_id)

    async def set_tags(self, tx: Tx, scope: Scope, note_id: int, tags: Sequence[str]) -> None:
        for tag in tags:
            await scope.run(
                tx, "INSERT INTO note_tags (owner_id, note_id, tag) VALUES (:owner, :note, :tag)", note=note_id, tag=tag
            )

    async def set_links(self, tx: Tx, scope: Scope, note_id: int, links: Sequence[Link]) -> None:
        for link in links:
            await scope.run(
                tx,
                "INSERT OR IGNORE INTO note_links (owner_id, note_id, target, title, relation)"
                " VALUES (:owner, :note, :target, :title, :relation)",
                note=note_id,
                target=fold(link.title),
                title=link.title,
                relation=link.relation,
            )

    async def set_tasks(self, tx: Tx, scope: Scope, note_id: int, tasks: Sequence[Task]) -> None:
        for task in tasks:
            await scope.run(
                tx,
                "INSERT INTO note_tasks (owner_id, note_id, line, text, done, due)"
                " VALUES (:owner, :note, :line, :text, :done, :due)",
                note=note_id,
                line=task.line,
                text=task.text,
                done=task.done,
                due=task.due.isoformat() if task.due else None,
            )

    async def set_texts(
        self, tx: Tx, scope: Scope, note_id: int, *, title: str, body: str, pictures: str, speech: str, names: str
    ) -> None:
        await scope.run(
            tx,
            "INSERT INTO note_texts (note_id, owner_id, title, folded, body, pictures, speech, names)"
            " VALUES (:note, :owner, :title, :folded, :body, :pictures, :speech, :names)"
            " ON CONFLICT (note_id) DO UPDATE SET title = excluded.title, folded = excluded.folded,"
            " body = excluded.body, pictures = excluded.pictures, speech = excluded.speech, names = excluded.names",
            note=note_id,
            title=title,
            folded=fold(title),
            body=body,
            pictures=pictures,
            speech=speech,
            names=names,
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
