"""How well and how fast notes are found, with the real service, the real helper process, and SQLite.

    python -m tests.bench.search [--cranfield FOLDER] [--notes 1000 10000 100000]

Quality: the Cranfield collection (1400 abstracts, 225 questions) as one person's notes. Gains are 5 - grade (1 is the
best grade, 4 the least that still counts). Every choice was made on the odd questions; the even ones are for reporting.
Latency: notes made of Cranfield's sentences, questions from its queries, a page of six hits with snippets. Vectors are
random there: the time does not depend on them.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import math
import random
import statistics
import struct
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, date, datetime
from datetime import time as midnight
from pathlib import Path
from typing import Any

from bot.db.database import Database
from bot.files import FileStore
from bot.media.helper import MediaHelper
from bot.media.models import minilm_folder
from bot.notes.model import Note
from bot.notes.query import Query, parse
from bot.notes.search import DEPTH
from bot.notes.service import NotesService

OWNER = 1
Ranking = Callable[[Query], Awaitable[list[int]]]


def start_of(day: date) -> float:
    return datetime.combine(day, midnight(), UTC).timestamp()


def question(text: str) -> Query:
    words = "".join(letter if letter.isalnum() else " " for letter in text)
    return parse(" ".join(words.split()[:30]), date(2026, 1, 1), start_of)


# ---- metrics


def ndcg(ranked: list[str], grades: Mapping[str, int], depth: int = 10) -> float:
    """Järvelin and Kekäläinen 2002, with the gain 5 - grade and the discount log2(rank + 1)."""
    gains = [5 - grades[doc] if doc in grades else 0 for doc in ranked[:depth]]
    ideal = sorted((5 - grade for grade in grades.values()), reverse=True)[:depth]
    return discounted(gains) / discounted(ideal)


def discounted(gains: list[int]) -> float:
    return sum(gain / math.log2(rank + 2) for rank, gain in enumerate(gains))


def average_precision(ranked: list[str], grades: Mapping[str, int]) -> float:
    found, total = 0, 0.0
    for rank, doc in enumerate(ranked, 1):
        if doc in grades:
            found += 1
            total += found / rank
    return total / len(grades)


def recall(ranked: list[str], grades: Mapping[str, int], depth: int = 100) -> float:
    return len(set(ranked[:depth]) & grades.keys()) / len(grades)


# ---- filling


async def write_many(service: NotesService, database: Database, bodies: list[str]) -> list[int]:
    """The notes in one transaction: what is measured is finding, not keeping."""
    scope, ids = service.scope(OWNER), []
    async with database.transaction() as tx:
        for number, body in enumerate(bodies):
            note = Note(0, 1, "", body, "", "", "", number, number, False, False, None)
            ids.append(await service._writing.first(tx, scope, note, "written"))
            await service._writing.settle(tx, scope, ids[-1])
    return ids


async def quality(folder: Path, helper: MediaHelper | None) -> None:
    docs, queries, judged = (json.loads((folder / f"cran_{n}.json").read_text()) for n in ("docs", "queries", "qrels"))
    grades: dict[int, dict[str, int]] = {}
    for row in judged:
        grades.setdefault(int(row["query_num"]), {})[str(row["id"])] = int(row["position"])
    with tempfile.TemporaryDirectory() as place:
        async with await Database.open(Path(place) / "inkling.db") as database:
            service = NotesService(database, FileStore(Path(place) / "files"), 10**9, time.time, helper)
            ids = await write_many(service, database, [f"{doc['title']}\n{doc['body']}" for doc in docs])
            doc_of = {note: str(doc["id"]) for note, doc in zip(ids, docs, strict=True)}
            rankings: dict[str, Ranking] = {}
            alike, service.search.alike = service.search.alike, None

            async def words(query: Query) -> list[int]:
                service.search.alike = None
                return await service.search.order(OWNER, query)

            rankings["bm25"] = words
            if alike is not None and service.alike is not None:
                began = time.perf_counter()
                while await service.alike.read_some():
                    pass
                print(f"read by meaning   {1000 * (time.perf_counter() - began) / len(docs):.0f} ms a note")

                async def meaning(query: Query) -> list[int]:
                    return [note for note, _ in await alike.nearest(OWNER, query.text, DEPTH)]

                async def both(query: Query) -> list[int]:
                    service.search.alike = alike
                    return await service.search.order(OWNER, query)

                rankings |= {"embeddings": meaning, "fusion": both}
            print(f"{'':12}{'':8}{'nDCG@10':>9}{'MAP':>8}{'recall@100':>12}")
            for name, rank in rankings.items():
                scores = [await judged_by(rank, q, grades[int(q["query number"])], doc_of) for q in queries]
                for label, chosen in (("odd", scores[0::2]), ("even", scores[1::2]), ("all", scores)):
                    means = [statistics.fmean(score[column] for score in chosen) for column in range(3)]
                    print(f"{name:12}{label:8}{means[0]:9.3f}{means[1]:8.3f}{means[2]:12.3f}", flush=True)


async def judged_by(
    rank: Ranking, query: dict[str, Any], grades: Mapping[str, int], doc_of: Mapping[int, str]
) -> tuple[float, float, float]:
    ranked = [doc_of[note] for note in await rank(question(query["query"]))]
    return ndcg(ranked, grades), average_precision(ranked, grades), recall(ranked, grades)


# ---- latency


async def latency(folder: Path, helper: MediaHelper | None, count: int) -> None:
    docs, queries = (json.loads((folder / f"cran_{name}.json").read_text()) for name in ("docs", "queries"))
    chance = random.Random(count)
    sentences = [sentence for doc in docs for sentence in doc["body"].split(" . ") if sentence]
    with tempfile.TemporaryDirectory() as place:
        async with await Database.open(Path(place) / "inkling.db") as database:
            service = NotesService(database, FileStore(Path(place) / "files"), 10**9, time.time, helper)
            bodies = [" . ".join(chance.choices(sentences, k=chance.randint(1, 6))) for _ in range(count)]
            ids = await write_many(service, database, bodies)
            vectors = [struct.pack("<384e", *(chance.gauss(0, 384**-0.5) for _ in range(384))) for _ in range(200)]
            async with database.transaction() as tx:
                for note in ids:
                    await tx.execute(
                        "INSERT INTO note_vectors (note_id, owner_id, version, vector) VALUES (?, ?, 1, ?)",
                        (note, OWNER, chance.choice(vectors)),
                    )
            took: list[float] = []
            for number in range(-5, 100):  # five warm up, and hand the vectors over
                query = question(" ".join(queries[number]["query"].split()[: chance.randint(1, 6)]))
                began = time.perf_counter()
                await service.search.find(OWNER, query, limit=6)
                if number >= 0:
                    took.append(1000 * (time.perf_counter() - began))
            took.sort()
            print(
                f"{count:7} notes   p50 {took[len(took) // 2]:6.1f} ms   p95 {took[int(len(took) * 0.95)]:6.1f} ms"
                f"   {'with' if helper else 'without'} the query's embedding",
                flush=True,
            )


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cranfield", type=Path, default=Path("../shared/cranfield"))
    parser.add_argument("--notes", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    parser.add_argument("--skip-quality", action="store_true")
    options = parser.parse_args()
    helper = MediaHelper() if minilm_folder() is not None else None
    try:
        if not options.skip_quality:
            await quality(options.cranfield, helper)
        for count in options.notes:
            await latency(options.cranfield, helper, count)
    finally:
        if helper is not None:
            await helper.close()


if __name__ == "__main__":
    asyncio.run(main())
