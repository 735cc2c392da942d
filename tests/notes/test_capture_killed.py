"""``kill -9`` at seeded random moments: what was confirmed is there with its files, and nothing is there by halves."""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from bot.db.database import Database
from bot.files import FileStore
from bot.notes.service import NotesService
from tests.notes.conftest import ALICE

IN_CI = 5
IN_ALL = 105


def killed_life(folder: Path, seed: int) -> list[Any]:
    """Let it take notes for a while and kill it; what it had confirmed."""
    chance = random.Random(seed)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.notes.capture_victim", str(folder), str(seed)], stdout=subprocess.PIPE, text=True
    ) as victim:
        assert victim.stdout is not None
        lines = [victim.stdout.readline() for _ in range(chance.randint(1, 25))]
        time.sleep(chance.random() * 0.02)
        victim.kill()
        lines += victim.stdout.readlines()
    return [json.loads(line) for line in lines if line.endswith("\n")]


async def check(folder: Path, seed: int) -> None:
    confirmed = killed_life(folder, seed + 1) + killed_life(folder, seed + 1001)
    assert confirmed
    async with await Database.open(folder / "inkling.db") as database:
        service = NotesService(database, FileStore(folder / "files" / "notes"), 10**9, time.time)
        await service.sweep()
        for note_id, message_id, contents in confirmed:
            note = await service.find(ALICE, note_id)
            assert f"words of {message_id} " in note.body
            kept = [await service.content(file) for file in note.files]
            assert all(bytes.fromhex(content) in kept for content in contents)
        rows = await database.fetch_all("SELECT sha256, suffix FROM note_files")
        known = {row["sha256"] + row["suffix"] for row in rows}
        on_disk = {
            path.parent.name + path.name: path for path in (folder / "files" / "notes").rglob("*") if path.is_file()
        }
        assert on_disk.keys() == known, "no orphan after the sweep, and no row without its file"
        for name, path in on_disk.items():
            assert hashlib.sha256(path.read_bytes()).hexdigest() == name[:64], "no half file"
        halves = await database.fetch_all(
            "SELECT n.id FROM notes n LEFT JOIN note_versions v ON v.note_id = n.id AND v.number = n.version"
            " LEFT JOIN note_texts t ON t.note_id = n.id LEFT JOIN note_messages m ON m.note_id = n.id"
            " WHERE v.number IS NULL OR t.note_id IS NULL OR m.note_id IS NULL"
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
        os.makedirs(folder)
        await check(folder, seed)
