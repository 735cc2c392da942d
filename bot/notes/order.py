"""What hangs together in a notebook: tasks over all notes, links, backlinks, and links that suggest themselves."""

from __future__ import annotations

import re

from bot.db.database import Database
from bot.notes.markup import fold
from bot.notes.order_model import Connected, Connections, OpenTask
from bot.notes.order_store import OrderStore
from bot.notes.scope import Scope
from bot.notes.search import Alike
from bot.notes.store import NotesStore

MAX_SUGGESTED = 4
LIKE_ENOUGH = 0.45
"""Cosine from which a note is worth suggesting."""
_LINKABLE = re.compile(r"[^\[\]|\n]{3,200}")


class Order:
    def __init__(self, database: Database, store: NotesStore, order: OrderStore, alike: Alike | None) -> None:
        self._database = database
        self._store = store
        self._order = order
        self._alike = alike

    async def tasks(self, owner_id: int, *, limit: int, offset: int = 0) -> list[OpenTask]:
        """What is due comes first."""
        return await self._order.open_tasks(Scope(self._database, owner_id), limit, offset)

    async def next_due(self, owner_id: int, after: str) -> str | None:
        """The earliest day after ``after`` (YYYY-MM-DD) on which an open task is due."""
        return await self._order.next_due(Scope(self._database, owner_id), after)

    async def due_on(self, owner_id: int, day: str) -> tuple[list[OpenTask], int]:
        """The open tasks of that day, and how many were due before it."""
        scope = Scope(self._database, owner_id)
        return await self._order.due_on(scope, day), await self._order.overdue(scope, day)

    async def connections(self, owner_id: int, note_id: int, title: str, body: str) -> Connections:
        """The note's links, what links to it, and up to MAX_SUGGESTED notes that might."""
        scope = Scope(self._database, owner_id)
        links = await self._order.links_from(scope, note_id)
        backlinks = await self._order.links_to(scope, note_id)
        known = {other.note_id for other in (*links, *backlinks)} | {note_id}
        suggested: dict[int, Connected] = {}
        for other in await self._mentions(scope, note_id, title):
            if other.note_id is not None and other.note_id not in known and _LINKABLE.fullmatch(other.title):
                suggested.setdefault(other.note_id, other)
        if self._alike is not None and len(suggested) < MAX_SUGGESTED:
            for near, cosine in await self._alike.nearest(owner_id, f"{title}\n{body}"[:2000], MAX_SUGGESTED + 8):
                found = await self._store.find(scope, near) if cosine >= LIKE_ENOUGH and near not in known else None
                if found is not None and found.trashed_utc is None and _LINKABLE.fullmatch(found.title):
                    suggested.setdefault(near, Connected(found.title, "", near))
        return Connections(tuple(links), tuple(backlinks), tuple(suggested.values())[:MAX_SUGGESTED])

    async def _mentions(self, scope: Scope, note_id: int, title: str) -> list[Connected]:
        words = re.findall(r"\w+", fold(title))
        if not words or len("".join(words)) < 4:
            return []
        return await self._order.mentions(scope, note_id, f'body : "{" ".join(words)}"', MAX_SUGGESTED + 4)
