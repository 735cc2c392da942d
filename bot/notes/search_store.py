"""Searching: which notes fit, and where in them. One statement a method, all within one owner's scope."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from sqlite3 import Row
from typing import Any

from bot.db.database import Tx
from bot.notes.query import Filter, Query
from bot.notes.scope import Scope

WEIGHTS = (4.0, 1.0, 1.0, 1.0, 0.5)
"""bm25's weight of title, text, pictures, speech and names, chosen on odd queries (tests/bench/search.py)."""
COLUMNS = ("title", "body", "pictures", "speech", "names")
_COUNT = "(SELECT count(*) FROM (SELECT 1 FROM note_words WHERE note_words MATCH :w{0} LIMIT :most)) AS c{0}"
MOST_RANKED = 5_000
"""Matches that are weighed against each other, the newest of them: they take two milliseconds a thousand."""
OPEN, CLOSE = "\x02", "\x03"
"""Around the words that matched, in a snippet."""
SNIPPET_TOKENS = 16

_FILE = "EXISTS (SELECT 1 FROM note_files f WHERE f.note_id = n.id AND f.removed_version IS NULL AND f.kind {})"
_CONDITIONS: Mapping[str, str] = {
    "tag": "EXISTS (SELECT 1 FROM note_tags g WHERE g.note_id = n.id"
    " AND (g.tag = :{0} OR (g.tag >= :{0} || '/' AND g.tag < :{0} || '0')))",
    "in": "n.notebook = :{0} COLLATE NOCASE",
    "before": "n.created_utc < :{0}",
    "after": "n.created_utc >= :{0}",
    "has image": _FILE.format("= 'image'"),
    "has audio": _FILE.format("= 'audio'"),
    "has video": _FILE.format("= 'video'"),
    "has file": _FILE.format("IS NOT NULL"),
    "has link": "EXISTS (SELECT 1 FROM note_texts t WHERE t.note_id = n.id"
    " AND (t.body LIKE '%http://_%' OR t.body LIKE '%https://_%'))",
    "has todo": "EXISTS (SELECT 1 FROM note_tasks k WHERE k.note_id = n.id AND k.done = 0)",
    "has summary": "EXISTS (SELECT 1 FROM summarised_notes s WHERE s.owner_id = n.owner_id AND s.note_id = n.id)",
    "book": "EXISTS (SELECT 1 FROM book_notes b WHERE b.owner_id = n.owner_id AND b.note_id = n.id"
    " AND substr(b.book, 1, length(:{0})) = :{0})",
    "is pinned": "n.pinned",
    "is archived": "n.archived",
    "is trash": "n.trashed_utc IS NOT NULL",
}


def condition(query: Query) -> tuple[str, dict[str, Any]]:
    """The query's filters as SQL over ``notes n``, with its parameters. All SQL is fixed text."""
    parts, values = ["(n.trashed_utc IS NOT NULL) = :trash"], {"trash": query.in_trash}
    for number, wanted in enumerate(query.filters):
        name = f"f{number}"
        clause = _clause(wanted).format(name)
        parts.append(f"NOT ({clause})" if wanted.negated else clause)
        if f":{name}" in clause:
            values[name] = wanted.value  # type: ignore[assignment]
    if query.excluded and not query.match():
        parts.append("n.id NOT IN (SELECT rowid FROM note_words WHERE note_words MATCH :unwanted)")
        values["unwanted"] = query.unwanted()  # type: ignore[assignment]
    return " AND ".join(parts), values


def _clause(wanted: Filter) -> str:
    return _CONDITIONS.get(wanted.key) or _CONDITIONS[f"{wanted.key} {wanted.value}"]


class SearchStore:
    async def ranked(self, scope: Scope, query: Query, limit: int) -> list[tuple[int, float]]:
        """(note, score) of what fits by its words, best first; by the latest change where only filters count."""
        where, values = condition(query)
        match = query.match(await self._rare(scope, query))
        if match:
            rows = await scope.all(
                f"SELECT id, score FROM (SELECT n.id AS id, -bm25(note_words, {', '.join(map(str, WEIGHTS))}) AS score"  # noqa: S608 fixed text
                " FROM note_words CROSS JOIN notes n ON n.id = note_words.rowid WHERE note_words MATCH :match"
                f" AND n.owner_id = :owner AND {where} ORDER BY note_words.rowid DESC LIMIT :most)"
                " ORDER BY score DESC, id DESC LIMIT :limit",
                match=match,
                most=MOST_RANKED,
                limit=limit,
                **values,
            )
        else:
            rows = await scope.all(
                "SELECT n.id AS id, n.updated_utc AS score FROM notes n"  # noqa: S608
                f" WHERE n.owner_id = :owner AND {where} ORDER BY score DESC, id DESC LIMIT :limit",
                limit=limit,
                **values,
            )
        return [(row["id"], row["score"]) for row in rows]

    async def _rare(self, scope: Scope, query: Query) -> list[str]:
        """The rarest words of the query, as many as are in no more than MOST_RANKED notes together, but one at least.

        Where a rare word occurs, common ones say little: bm25 weighs a word by the logarithm of its rarity.
        """
        words = query.telling
        if len(words) < 2 or query.phrases:
            return []
        counts = ", ".join(_COUNT.format(number) for number in range(len(words)))
        own = "(SELECT count(*) FROM (SELECT 1 FROM notes WHERE owner_id = :owner LIMIT :most)) AS own"
        row = await scope.one(
            f"SELECT {own}, {counts}",
            most=MOST_RANKED + 1,
            **{f"w{number}": f'"{word}"' for number, word in enumerate(words)},
        )
        if row is None or row["own"] <= MOST_RANKED:
            return []  # few enough notes, whatever other people's have
        found = sorted((row[f"c{number}"], word) for number, word in enumerate(words) if row[f"c{number}"])
        rare: list[str] = []
        total = 0
        for count, word in found:
            total += count
            if rare and total > MOST_RANKED:
                return rare
            rare.append(word)
        return []

    async def fitting(self, scope: Scope, query: Query, note_ids: Sequence[int]) -> set[int]:
        """Those of the notes that pass the query's filters and have nothing that it excludes."""
        where, values = condition(Query(excluded=query.excluded, filters=query.filters))
        rows = await scope.all(
            "SELECT n.id AS id FROM notes n"  # noqa: S608
            f" WHERE n.owner_id = :owner AND n.id IN (SELECT value FROM json_each(:ids)) AND {where}",
            ids=json.dumps(list(note_ids)),
            **values,
        )
        return {row["id"] for row in rows}

    async def snippets(self, scope: Scope, query: Query, note_ids: Sequence[int]) -> dict[int, Row]:
        """For each note that fits by its words, a snippet of each column with the matched words marked."""
        match = query.match()
        if not match:
            return {}
        parts = ", ".join(
            f"snippet(note_words, {number}, :open, :close, '…', {SNIPPET_TOKENS}) AS {column}"
            for number, column in enumerate(COLUMNS)
        )
        rows = await scope.all(
            f"SELECT t.note_id AS id, {parts} FROM note_words JOIN note_texts t ON t.note_id = note_words.rowid"  # noqa: S608
            " WHERE note_words MATCH :match AND t.owner_id = :owner"
            " AND note_words.rowid IN (SELECT value FROM json_each(:ids))",
            match=match,
            open=OPEN,
            close=CLOSE,
            ids=json.dumps(list(note_ids)),
        )
        return {row["id"]: row for row in rows}

    async def spoken(self, scope: Scope, note_id: int) -> list[tuple[float, str]]:
        """(seconds, text) of what was heard in the note's recordings, in order."""
        rows = await scope.all(
            "SELECT s.start_seconds, s.text FROM note_files f JOIN note_file_texts s"
            " ON s.owner_id = f.owner_id AND s.sha256 = f.sha256"
            " WHERE f.owner_id = :owner AND f.note_id = :note AND f.removed_version IS NULL"
            " AND s.start_seconds IS NOT NULL ORDER BY f.id, s.position",
            note=note_id,
        )
        return [(row["start_seconds"], row["text"]) for row in rows]

    # ---- what autocomplete offers

    async def tags(self, scope: Scope, beginning: str, limit: int) -> list[tuple[str, int]]:
        """(tag, notes) by how often it is used."""
        rows = await scope.all(
            "SELECT g.tag, count(*) AS notes FROM note_tags g JOIN notes n ON n.id = g.note_id"
            " WHERE g.owner_id = :owner AND n.trashed_utc IS NULL AND substr(g.tag, 1, length(:start)) = :start"
            " GROUP BY g.tag ORDER BY notes DESC, g.tag LIMIT :limit",
            start=beginning,
            limit=limit,
        )
        return [(row["tag"], row["notes"]) for row in rows]

    async def notebooks(self, scope: Scope, beginning: str, limit: int) -> list[tuple[str, int]]:
        """(notebook, notes), by name."""
        rows = await scope.all(
            "SELECT notebook, count(*) AS notes FROM notes WHERE owner_id = :owner AND notebook <> ''"
            " AND trashed_utc IS NULL AND lower(substr(notebook, 1, length(:start))) = lower(:start)"
            " GROUP BY notebook COLLATE NOCASE ORDER BY notebook COLLATE NOCASE LIMIT :limit",
            start=beginning,
            limit=limit,
        )
        return [(row["notebook"], row["notes"]) for row in rows]

    async def books(self, scope: Scope, beginning: str, limit: int) -> list[tuple[str, int]]:
        """(folded title, notes) of the books that notes are about, by title."""
        rows = await scope.all(
            "SELECT book, count(*) AS notes FROM book_notes WHERE owner_id = :owner"
            " AND substr(book, 1, length(:start)) = :start GROUP BY book ORDER BY book LIMIT :limit",
            start=beginning,
            limit=limit,
        )
        return [(row["book"], row["notes"]) for row in rows]

    async def titles(self, scope: Scope, beginning: str, limit: int) -> list[str]:
        rows = await scope.all(
            "SELECT t.title FROM note_texts t JOIN notes n ON n.id = t.note_id WHERE t.owner_id = :owner"
            " AND n.trashed_utc IS NULL AND substr(t.folded, 1, length(:start)) = :start"
            " ORDER BY n.updated_utc DESC LIMIT :limit",
            start=beginning,
            limit=limit,
        )
        return [row["title"] for row in rows]

    # ---- searches that a page of hits refers to

    async def keep(self, tx: Tx, scope: Scope, text: str, now_utc: float) -> int:
        """Remember what was searched, so that its pages have buttons that live on; its id."""
        return await scope.insert(
            tx,
            "INSERT INTO note_searches (owner_id, text, made_utc) VALUES (:owner, :text, :now)",
            text=text,
            now=now_utc,
        )

    async def kept(self, scope: Scope, search_id: int) -> str | None:
        row = await scope.one(
            "SELECT text FROM note_searches WHERE owner_id = :owner AND id = :search", search=search_id
        )
        return None if row is None else str(row["text"])

    async def latest(self, scope: Scope, limit: int) -> list[str]:
        """What was searched last, each once."""
        rows = await scope.all(
            "SELECT text, max(id) AS id FROM note_searches WHERE owner_id = :owner GROUP BY text ORDER BY id DESC"
            " LIMIT :limit",
            limit=limit,
        )
        return [row["text"] for row in rows]

    async def forget_all_but(self, tx: Tx, scope: Scope, count: int) -> None:
        await scope.run(
            tx,
            "DELETE FROM note_searches WHERE owner_id = :owner AND id <= (SELECT id FROM note_searches"
            " WHERE owner_id = :owner ORDER BY id DESC LIMIT 1 OFFSET :count)",
            count=count,
        )
