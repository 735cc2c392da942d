"""Searching a person's notes: by words, and by meaning where the media helper is there to say what is alike."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bot.clock import Clock
from bot.db.database import Database
from bot.errors import NotFound
from bot.notes.markup import fold
from bot.notes.model import Note
from bot.notes.query import HAS, IS, KEYS, Query
from bot.notes.ranking import fuse
from bot.notes.scope import Scope
from bot.notes.search_store import CLOSE, OPEN, SearchStore
from bot.notes.store import NotesStore

if TYPE_CHECKING:
    from sqlite3 import Row

DEPTH = 200
"""How many hits are ranked; the pages go through them."""
KEPT_SEARCHES = 50
BEGINNING = 200
"""Characters shown of a note in which no word matched."""


class Alike(Protocol):
    """Says which of a person's notes are alike in meaning to a text. Implemented by the media helper's side."""

    async def nearest(self, owner_id: int, text: str, limit: int) -> list[tuple[int, float]]:
        """(note, cosine), best first; empty when it cannot say."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A note that fits. ``where`` is "body", "pictures", "speech", "names", "title" or "meaning"; ``snippet`` marks
    what matched with OPEN and CLOSE; ``at_seconds`` is where in a recording it was said."""

    note: Note
    where: str
    snippet: str
    at_seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of hits; ``total`` counts all that were ranked, at most DEPTH."""

    hits: tuple[Hit, ...]
    total: int


class Search:
    def __init__(
        self, database: Database, store: NotesStore, searches: SearchStore, clock: Clock, alike: Alike | None = None
    ) -> None:
        self._database = database
        self._store = store
        self._searches = searches
        self._clock = clock
        self.alike = alike

    async def find(self, owner_id: int, query: Query, *, limit: int, offset: int = 0) -> Hits:
        """The notes that fit, best first."""
        scope = Scope(self._database, owner_id)
        order = await self.order(owner_id, query)
        wanted = order[offset : offset + limit]
        snippets = await self._searches.snippets(scope, query, wanted)
        found = await self._store.find_all(scope, wanted)
        hits = []
        for note in (found[note_id] for note_id in wanted if note_id in found):
            row = snippets.get(note.id)
            hits.append(
                await self._hit(scope, note, row)
                if row is not None
                else Hit(note, "meaning" if query.match() else "body", note.body[:BEGINNING])
            )
        return Hits(tuple(hits), len(order))

    async def order(self, owner_id: int, query: Query) -> list[int]:
        """The ids of what fits, best first."""
        scope = Scope(self._database, owner_id)
        ranking = self._searches.ranked(scope, query, DEPTH)
        if self.alike is None or not query.words or query.phrases:
            return [note for note, _ in await ranking]
        # The helper is another process: it thinks while SQLite reads.
        by_words, nearest = await asyncio.gather(ranking, self.alike.nearest(owner_id, query.text, DEPTH))
        fitting = await self._searches.fitting(scope, query, [note for note, _ in nearest])
        return fuse(by_words, [(note, score) for note, score in nearest if note in fitting])[:DEPTH]

    async def _hit(self, scope: Scope, note: Note, row: Row) -> Hit:
        where = next((c for c in ("body", "speech", "pictures", "names", "title") if OPEN in row[c]), "title")
        snippet = row["body"] if where == "title" else row[where]
        at = None
        if where == "speech":
            said = {word.casefold() for word in _marked(row[where])}
            segments = await self._searches.spoken(scope, note.id)
            at = next((start for start, text in segments if any(word in text.casefold() for word in said)), None)
        return Hit(note, where, " ".join(snippet.split()), at)

    # ---- pages and suggestions

    async def keep(self, owner_id: int, text: str) -> int:
        """Remember a search for its pages' buttons; its id."""
        scope = Scope(self._database, owner_id)
        async with self._database.transaction() as tx:
            search_id = await self._searches.keep(tx, scope, text, self._clock())
            await self._searches.forget_all_but(tx, scope, KEPT_SEARCHES)
        return search_id

    async def kept(self, owner_id: int, search_id: int) -> str:
        """Raises NotFound."""
        text = await self._searches.kept(Scope(self._database, owner_id), search_id)
        if text is None:
            raise NotFound("That search is too old. Search again.")
        return text

    async def suggest(self, owner_id: int, typed: str, limit: int) -> list[str]:
        """Whole searches that begin with what was typed: filters to complete, tags, notebooks, titles, earlier ones."""
        scope = Scope(self._database, owner_id)
        head, _, last = typed.rpartition(" ")
        lead = f"{head} " if head else ""
        if not typed.strip():
            return (await self._searches.latest(scope, limit))[:limit]
        key, colon, value = last.lstrip("-").partition(":")
        minus = "-" if last.startswith("-") else ""
        found: Sequence[str]
        if colon and key == "tag":
            found = [f"tag:{tag}" for tag, _ in await self._searches.tags(scope, value.casefold().strip("#"), limit)]
        elif colon and key == "in":
            names = [name for name, _ in await self._searches.notebooks(scope, value.strip('"'), limit)]
            found = [_filter(key, name) for name in names]
        elif colon and key == "book":
            found = [_filter(key, book) for book, _ in await self._searches.books(scope, fold(value.strip('"')), limit)]
        elif colon and key in ("has", "is"):
            found = [f"{key}:{word}" for word in (HAS if key == "has" else IS) if word.startswith(value)]
        elif colon and key in ("before", "after"):
            found = [f"{key}:{word}" for word in ("today", "yesterday", "7d", "30d", "1y") if word.startswith(value)]
        else:
            keys = [f"{name}:" for name in KEYS if name.startswith(last)]
            found = [*keys, *await self._searches.titles(scope, last.casefold(), limit)]
        return [f"{lead}{minus}{word}" for word in found][:limit]

    async def notebooks(self, owner_id: int, beginning: str, limit: int) -> list[str]:
        scope = Scope(self._database, owner_id)
        return [name for name, _ in await self._searches.notebooks(scope, beginning, limit)]


def _filter(key: str, value: str) -> str:
    return f'{key}:"{value}"' if " " in value else f"{key}:{value}"


def _marked(snippet: str) -> list[str]:
    """The words between the marks."""
    return [part.partition(CLOSE)[0] for part in snippet.split(OPEN)[1:]]
