"""Tasks over all notes, and what links where. One statement a method, scoped by owner."""

from __future__ import annotations

from bot.notes.order_model import Connected, OpenTask
from bot.notes.scope import Scope

_OPEN = (
    "FROM note_tasks k JOIN notes n ON n.id = k.note_id WHERE k.owner_id = :owner AND k.done = 0"
    " AND n.trashed_utc IS NULL AND NOT n.archived"
)


class OrderStore:
    async def open_tasks(self, scope: Scope, limit: int, offset: int) -> list[OpenTask]:
        """What is due comes first, then the newest notes'; nothing out of the trash or the archive."""
        rows = await scope.all(
            f"SELECT k.note_id, k.line, k.text, k.due, n.title, n.version {_OPEN}"
            " ORDER BY k.due IS NULL, k.due, n.updated_utc DESC, k.note_id, k.line LIMIT :limit OFFSET :offset",
            limit=limit,
            offset=offset,
        )
        return [OpenTask(**dict(row)) for row in rows]

    async def next_due(self, scope: Scope, after: str) -> str | None:
        """The earliest day after ``after`` (YYYY-MM-DD) on which an open task is due."""
        row = await scope.one(f"SELECT min(k.due) AS due {_OPEN} AND k.due > :after", after=after)
        return None if row is None else row["due"]

    async def due_on(self, scope: Scope, day: str) -> list[OpenTask]:
        """The open tasks of that day, by note."""
        rows = await scope.all(
            f"SELECT k.note_id, k.line, k.text, k.due, n.title, n.version {_OPEN} AND k.due = :day"
            " ORDER BY k.note_id, k.line",
            day=day,
        )
        return [OpenTask(**dict(row)) for row in rows]

    async def overdue(self, scope: Scope, day: str) -> int:
        """How many open tasks were due before that day."""
        row = await scope.one(f"SELECT count(*) AS n {_OPEN} AND k.due < :day", day=day)
        return 0 if row is None else int(row["n"])

    async def links_from(self, scope: Scope, note_id: int) -> list[Connected]:
        """What the note links to; ``note_id`` is None where no note has that title."""
        rows = await scope.all(
            "SELECT l.title, l.relation, (SELECT t.note_id FROM note_texts t JOIN notes n ON n.id = t.note_id"
            " WHERE t.owner_id = l.owner_id AND t.folded = l.target AND n.trashed_utc IS NULL"
            " ORDER BY n.id LIMIT 1) AS note_id FROM note_links l WHERE l.owner_id = :owner AND l.note_id = :note"
            " ORDER BY l.title",
            note=note_id,
        )
        return [Connected(**dict(row)) for row in rows]

    async def links_to(self, scope: Scope, note_id: int) -> list[Connected]:
        """The notes that link to this one by its title."""
        rows = await scope.all(
            "SELECT n.title, l.relation, n.id AS note_id FROM note_texts t JOIN note_links l"
            " ON l.owner_id = t.owner_id AND l.target = t.folded JOIN notes n ON n.id = l.note_id"
            " WHERE t.owner_id = :owner AND t.note_id = :note AND n.id <> :note AND n.trashed_utc IS NULL"
            " ORDER BY n.updated_utc DESC",
            note=note_id,
        )
        return [Connected(**dict(row)) for row in rows]

    async def mentions(self, scope: Scope, note_id: int, phrase: str, limit: int) -> list[Connected]:
        """Other notes whose text has the phrase (an FTS5 string)."""
        rows = await scope.all(
            "SELECT n.title, '' AS relation, n.id AS note_id FROM note_words JOIN note_texts t"
            " ON t.note_id = note_words.rowid JOIN notes n ON n.id = t.note_id WHERE note_words MATCH :phrase"
            " AND t.owner_id = :owner AND n.id <> :note AND n.trashed_utc IS NULL ORDER BY n.updated_utc DESC"
            " LIMIT :limit",
            note=note_id,
            phrase=phrase,
            limit=limit,
        )
        return [Connected(**dict(row)) for row in rows]
