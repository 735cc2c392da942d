"""``kill -9`` in the middle of imports: each is there whole, or not at all."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.db.database import Database
from bot.files import FileStore
from bot.notes.service import NotesService
from tests.notes.import_victim import NOTES

IN_CI = 2
IN_ALL = 30


def killed_life(folder: Path, seed: int) -> list[str]:
    """Let it import for a while and kill it; the numbers of those that it said were done."""
    chance = random.Random(seed)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.notes.import_victim", str(folder)], stdout=subprocess.PIPE, text=True
    ) as victim:
        assert victim.stdout is not None
        lines = [victim.stdout.readline() for _ in range(chance.randint(1, 3))]
        time.sleep(chance.random() * 0.3)
        victim.kill()
        lines += victim.stdout.readlines()
    return [line.strip() for line in lines if line.endswith("\n")]


async def check(folder: Path, seed: int) -> None:
    confirmed = killed_life(folder, seed) + killed_life(folder, seed + 1000)
    assert confirmed
    async with await Database.open(folder / "inkling.db") as database:
        service = NotesService(database, FileStore(folder / "files" / "notes"), 10**9, time.time)
        await service.sweep()
        found = await database.fetch_all("SELECT notebook, count(*) AS n FROM notes GROUP BY import_id")
        assert {row["n"] for row in found} == {NOTES}, "whole, or not at all"
        assert set(confirmed) <= {row["notebook"] for row in found}
        rows = await database.fetch_all("SELECT sha256, suffix FROM note_files")
        on_disk = {p.parent.name + p.name for p in (folder / "files" / "notes").rglob("*") if p.is_file()}
        assert on_disk == {row["sha256"] + row["suffix"] for row in rows}, "no orphan, and nothing in the workshop"
        for table in ("note_versions", "note_texts", "note_tasks"):
            halves = await database.fetch_all(
                f"SELECT n.id FROM notes n WHERE n.id NOT IN (SELECT note_id FROM {table})"
            )
            assert not halves
        assert not await database.fetch_all("PRAGMA foreign_key_check")


@pytest.mark.parametrize("seed", range(IN_CI))
async def test_killed_at_a_random_moment(tmp_path: Path, seed: int) -> None:
    await check(tmp_path, seed)


@pytest.mark.faults
@pytest.mark.timeout(1800)
async def test_killed_at_many_random_moments(tmp_path: Path) -> None:
    for seed in range(IN_CI, IN_ALL):
        folder = tmp_path / str(seed)
        folder.mkdir()
        await check(folder, seed)
