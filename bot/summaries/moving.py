"""Summaries as companions of the notebook: those that are ready, each with its sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from bot.db.database import Tx
from bot.notes.companions import Keys, Took
from bot.notes.exchange.model import Losses
from bot.notes.exchange.values import SHA256, UID, form, listed, moment, one_of, optional, record, row, words
from bot.notes.scope import Scope
from bot.summaries.model import About, Method, hash_of_sources
from bot.summaries.moving_store import MovingSummaryStore, Values

MOST = 100_000
OF_ROWS = (About.NOTE, About.BOOK)
"""What a row's id names."""

_SUMMARY = record(
    about=one_of([about.value for about in About]),
    subject=words(500, 1),
    method=one_of([method.value for method in Method]),
    made_by=words(500),
    asked_utc=moment,
    made_utc=moment,
    lines=listed(row(words(2000), optional(form(UID))), 50),
    sources=listed(row(form(UID), form(SHA256)), 1000),
)


class SummariesCompanion:
    name = "summaries"

    def __init__(self) -> None:
        self._store = MovingSummaryStore()

    async def count(self, scope: Scope) -> int:
        return await self._store.count(scope)

    async def erase(self, tx: Tx, scope: Scope) -> int:
        """Those that are being made too, and the way that was chosen, with an agreement to send notes away."""
        await self._store.erase_choice(tx, scope)
        return await self._store.erase(tx, scope)

    async def undo(self, tx: Tx, scope: Scope, import_id: int, now_utc: float) -> int:
        """They go with their notes."""
        return 0

    def readable(self, values: Any, link: Callable[[str], str | None]) -> Sequence[tuple[str, str]]:
        return ()

    def checked(self, values: Any) -> Any:
        return listed(_SUMMARY, MOST)(values)

    # ---- out

    async def give(self, tx: Tx, scope: Scope, keys: Keys, losses: Losses) -> list[dict[str, Any]] | None:
        lines = _grouped(await self._store.lines(tx, scope))
        sources = _grouped(await self._store.sources(tx, scope))
        given = []
        for one in await self._store.ready(tx, scope):
            about, subject = About(one["about"]), one["subject"]
            name = keys.name(about, int(subject)) if about in OF_ROWS else subject
            from_notes = [[keys.name("note", source["note_id"]), source["sha256"]] for source in sources[one["id"]]]
            if name is None or any(note is None for note, _ in from_notes):
                continue  # what it summarised is gone
            given.append(
                {
                    "about": about,
                    "subject": name,
                    **{key: one[key] for key in ("method", "made_by", "asked_utc", "made_utc")},
                    "lines": [[line["text"], keys.name("note", line["note_id"])] for line in lines[one["id"]]],
                    "sources": from_notes,
                }
            )
        return given or None

    # ---- in

    async def take(self, tx: Tx, scope: Scope, values: Sequence[Values], keys: Keys, took: Took) -> int:
        added = 0
        for one in values:
            about = About(one["about"])
            row_id = keys.id(about, one["subject"])
            subject = str(row_id or "") if about in OF_ROWS else one["subject"]
            sources = [(keys.id("note", note), sha256) for note, sha256 in one["sources"]]
            known = [(note, sha256) for note, sha256 in sources if note is not None]
            if not subject or len(known) < len(sources):
                took.losses.add("A summary of notes that are not here, or in another zip")
                continue
            head = {**{key: one[key] for key in ("method", "made_by", "asked_utc", "made_utc")}, "subject": subject}
            if await self._store.is_here(tx, scope, about, subject, one["made_utc"]):
                continue
            summary = await self._store.add(tx, scope, {**head, "about": about, "hash": hash_of_sources(known)})
            for position, (text, note) in enumerate(one["lines"]):
                await self._store.add_line(tx, scope, summary, position, text, keys.id("note", note))
            for note, sha256 in dict(known).items():
                await self._store.add_source(tx, scope, summary, note, sha256)
            added += 1
        return added


def _grouped(rows: Sequence[Values]) -> defaultdict[int, list[Values]]:
    found: defaultdict[int, list[Values]] = defaultdict(list)
    for one in rows:
        found[one["summary_id"]].append(one)
    return found
