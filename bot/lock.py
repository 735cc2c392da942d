"""One bot on one data folder: a lock that the operating system releases when its holder dies."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from bot.errors import DataFolderInUse

LOCK_NAME = "inkling.lock"
PID_NAME = "inkling.pid"  # apart from the lock: on Windows a locked file cannot be read


@contextmanager
def hold(data_dir: Path) -> Iterator[None]:
    """Hold the lock on ``data_dir``, making the folder if absent, until the block ends or the process dies.

    Raises DataFolderInUse, naming the other bot's process id.
    """
    data_dir.mkdir(parents=True, exist_ok=True)
    pid_file = data_dir / PID_NAME
    lock = FileLock(data_dir / LOCK_NAME, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise DataFolderInUse(
            f"Another Inkling ({_named(pid_file)}) is using the data folder {data_dir}. "
            "Stop it first, or give this one a folder of its own with DATA_DIR."
        ) from None
    try:
        pid_file.write_text(str(os.getpid()), encoding="ascii")
        yield
    finally:
        pid_file.unlink(missing_ok=True)
        lock.release()


def _named(pid_file: Path) -> str:
    with suppress(OSError, ValueError):
        return f"process {int(pid_file.read_text(encoding='ascii'))}"
    return "process id unknown"
