"""The disk fills up, or another program locks the database: survived, or said. Real locks, a real full disk."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import os
import sqlite3
import subprocess
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot import files
from bot.db.database import Tx
from bot.errors import StorageError
from bot.files import FileStore
from bot.gpu import maker
from bot.gpu.job import Job, JobStatus
from bot.gpu.trouble import Kind, Trouble
from tests.gpu.paper_house import ANN, BOB, House, life
from tests.gpu.recorder import generation


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with life(tmp_path) as opened:
        await opened.queue.start(opened.told)
        yield opened


@pytest.fixture
def troubles(house: House) -> list[Kind]:
    heard: list[Kind] = []

    def hear(trouble: Trouble) -> None:
        heard.append(trouble.kind)

    house.queue.on_trouble.append(hear)
    return heard


@contextlib.contextmanager
def locked(house: House) -> Iterator[None]:
    """Another program writes for as long as this lasts."""
    with contextlib.closing(sqlite3.connect(house.database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.rollback()


async def heard(kinds: list[Kind], kind: Kind) -> None:
    while kind not in kinds:
        await asyncio.sleep(0.02)


# ---- another program holds the lock


async def test_asking_while_it_is_locked_is_refused_in_time_and_leaves_nothing(house: House) -> None:
    with locked(house):
        began = time.monotonic()
        with pytest.raises(StorageError, match="in use by something else"):
            await house.ask(ANN)
        assert time.monotonic() - began < 3, "an interaction has to be answered by then"
    assert await house.queue.open_jobs(ANN) == 0
    job_id = await house.ask(ANN)
    await house.settled(job_id)
    assert house.told.delivered == {job_id: 1}


async def test_what_ends_while_it_is_locked_is_kept_and_delivered_once(house: House, troubles: list[Kind]) -> None:
    house.engine.hold()
    made, failed = await house.ask(ANN), await house.ask(BOB)
    await house.told.until(lambda: len(house.engine.running) == 2)
    with locked(house):
        await house.engine.release()
        await heard(troubles, Kind.DATABASE)
        assert await house.status(made) is JobStatus.RUNNING
    await house.settled(made, failed)
    assert house.told.delivered == {made: 1, failed: 1}
    assert house.engine.rendered == {made: 1, failed: 1}, "made once"


async def test_what_waits_while_it_is_locked_starts_afterwards(tmp_path: Path) -> None:
    async with life(tmp_path, ready=False) as house:
        await house.queue.start(house.told)
        kinds: list[Kind] = []
        house.queue.on_trouble.append(lambda trouble: kinds.append(trouble.kind))
        job_id = await house.ask(ANN)
        with locked(house):
            house.engine.become_ready()
            await heard(kinds, Kind.DATABASE)
            assert house.engine.started == []
        await house.settled(job_id)
        job = await house.queue.find(job_id)
        assert job is not None
        assert job.attempts == 1


async def test_an_engine_that_dies_while_it_is_locked_loses_nothing(house: House, troubles: list[Kind]) -> None:
    house.engine.hold()
    job_id = await house.ask(ANN)
    await house.told.until(lambda: bool(house.engine.running))
    with locked(house):
        await house.engine.die()
        await heard(troubles, Kind.DATABASE)
    await house.engine.release()
    await house.settled(job_id)
    assert house.told.delivered == {job_id: 1}


# ---- no room left in the database


async def full(tx: Tx) -> None:
    (pages,) = await (await tx.execute("PRAGMA page_count")).fetchone()  # type: ignore[misc]
    await tx.execute(f"PRAGMA max_page_count = {pages}")


async def roomy(tx: Tx) -> None:
    await tx.execute("PRAGMA max_page_count = 1000000")


async def test_a_full_database_refuses_what_is_new_and_says_so(house: House) -> None:
    await house.database.insist(full)
    with pytest.raises(StorageError, match="disk of this bot is full") as refused:
        await house.queue.submit(ANN, None, generation("x" * 40_000))
    assert refused.value.is_full
    assert await house.queue.open_jobs(ANN) == 0
    await house.database.insist(roomy)
    job_id = await house.ask(ANN)
    await house.settled(job_id)


async def test_pictures_wait_for_room_in_a_full_database(
    house: House, troubles: list[Kind], monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_rows = house.told.keep_rows

    async def large_rows(tx: Tx, job: Job, kept: object) -> None:
        await tx.execute("INSERT INTO kept VALUES (?, 99, zeroblob(100000))", (job.id,))
        await keep_rows(tx, job, kept)  # type: ignore[arg-type]

    monkeypatch.setattr(house.told, "keep_rows", large_rows)
    house.engine.hold()
    job_id = await house.ask(ANN)
    await house.told.until(lambda: bool(house.engine.running))
    await house.database.insist(full)
    await house.engine.release()
    await heard(troubles, Kind.DISK_FULL)
    assert house.told.delivered == {}
    await house.database.insist(roomy)
    await house.settled(job_id)
    assert house.told.delivered == {job_id: 1}
    assert house.engine.rendered == {job_id: 1}


# ---- no room left for files


async def test_files_wait_for_room(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(maker, "SAVE_PAUSES", (0.01, 0.01))
    refusals = iter([True, True])
    fsync = os.fsync

    def refusing(descriptor: int) -> None:
        if next(refusals, False):
            raise OSError(errno.ENOSPC, "No space left on device")
        fsync(descriptor)

    monkeypatch.setattr(files.os, "fsync", refusing)
    job_id = await house.ask(ANN)
    await house.settled(job_id)
    assert house.told.delivered == {job_id: 1}
    assert not list((house.database.path.parent / "files").rglob("*.part")), "nothing half written is left"


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 64 KiB."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("file systems cannot be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


async def test_a_disk_that_stays_full_is_said_and_the_cost_is_given_back(
    house: House, troubles: list[Kind], tiny_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(maker, "SAVE_PAUSES", (0.01,))
    (tiny_disk / "other").write_bytes(os.urandom(50_000))
    house.told.files = FileStore(tiny_disk / "files")
    monkeypatch.setattr("tests.gpu.paper_engine.paint", lambda generation, index: os.urandom(30_000))
    job_id = await house.ask(ANN)
    await house.settled(job_id)
    assert "could not be saved; the disk may be full" in house.told.failed[job_id]
    assert Kind.DISK_FULL in troubles
    async with house.database.transaction() as tx:
        assert await house.queue.accounts.spent(tx, ANN, 0) == 0
    (tiny_disk / "other").unlink()
    again = await house.ask(ANN)
    await house.settled(again)
    assert house.told.delivered == {again: 1}
