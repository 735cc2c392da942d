from __future__ import annotations

import asyncio
import gc
import hashlib
import os
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.files import FileStore

APPLE = hashlib.sha256(b"apple").hexdigest()


@pytest.fixture
def files(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "files")


async def test_what_is_put_can_be_read(files: FileStore, tmp_path: Path) -> None:
    stored = await files.put(b"apple", ".png")
    assert (stored.sha256, stored.suffix, stored.size) == (APPLE, ".png", 5)
    assert stored.path == tmp_path / "files" / APPLE[:2] / f"{APPLE[2:]}.png" == files.path(APPLE, ".png")
    assert await files.read(APPLE, ".png") == b"apple"


async def test_the_same_bytes_are_kept_once(files: FileStore, tmp_path: Path) -> None:
    stored = await asyncio.gather(*(files.put(b"apple", ".png") for _ in range(8)))
    assert len({one.path for one in stored}) == 1
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


async def test_a_file_cut_short_is_written_again(files: FileStore) -> None:
    stored = await files.put(b"apple", ".png")
    stored.path.write_bytes(b"app")
    await files.put(b"apple", ".png")
    assert await files.read(APPLE, ".png") == b"apple"


async def test_deleting_twice_is_no_error(files: FileStore) -> None:
    await files.put(b"apple", ".png")
    await files.delete(APPLE, ".png")
    await files.delete(APPLE, ".png")
    with pytest.raises(FileNotFoundError):
        await files.read(APPLE, ".png")


@pytest.mark.parametrize(
    ("sha256", "suffix"),
    [
        ("../../etc/passwd", ".png"),
        (APPLE[:-1], ".png"),
        (APPLE.upper(), ".png"),
        (APPLE + "\n", ".png"),
        (APPLE, ""),
        (APPLE, "png"),
        (APPLE, "./../x"),
        (APPLE, ".png/.."),
        (APPLE, ".PNG"),
        ("", ""),
    ],
)
async def test_nothing_outside_the_folder_has_a_name(files: FileStore, sha256: str, suffix: str) -> None:
    with pytest.raises(ValueError, match="not the name"):
        files.path(sha256, suffix)
    with pytest.raises(ValueError, match="not the name"):
        await files.delete(sha256, suffix)


async def test_a_write_that_fails_leaves_nothing(
    files: FileStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            await files.put(b"apple", ".png")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    await files.put(b"apple", ".png")
    assert await files.read(APPLE, ".png") == b"apple"


async def test_the_bytes_and_then_the_name_are_made_durable(files: FileStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """The order of fsync, rename and fsync of the folder, as the operating system sees them."""
    seen: list[str] = []
    fsync, replace = os.fsync, os.replace

    def watched_fsync(descriptor: int) -> None:
        seen.append("fsync folder" if os.path.isdir(f"/proc/self/fd/{descriptor}") else "fsync file")
        fsync(descriptor)

    def watched_replace(*names: Path) -> None:
        seen.append("rename")
        replace(*names)

    if not os.path.isdir("/proc/self/fd"):
        return  # only Linux can say what a descriptor is
    monkeypatch.setattr(os, "fsync", watched_fsync)
    monkeypatch.setattr(os, "replace", watched_replace)
    await files.put(b"apple", ".png")
    assert seen == ["fsync folder", "fsync folder", "fsync file", "rename", "fsync folder"]


async def test_sweeping_removes_only_what_was_half_written(files: FileStore) -> None:
    stored = await files.put(b"apple", ".png")
    (stored.path.parent / "0123.part").write_bytes(b"app")
    assert await files.sweep() == 1
    assert await files.read(APPLE, ".png") == b"apple"
    assert [path.name for path in stored.path.parent.iterdir()] == [stored.path.name]


async def test_cancelled_while_its_file_is_opened_none_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opens, slow = Path.open, threading.Event()

    def opened(path: Path, mode: str = "r") -> Any:
        slow.wait(5)
        return opens(path, mode)

    monkeypatch.setattr(Path, "open", opened)
    store = FileStore(tmp_path)
    task = asyncio.create_task(store.receive(_chunks(b"words"), lambda _: ".bin", 100))
    await asyncio.sleep(0.05)
    task.cancel()
    slow.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    gc.collect()  # a file that was left open would warn now
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


async def _chunks(content: bytes) -> AsyncIterator[bytes]:
    yield content
