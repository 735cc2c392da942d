from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot import lock
from bot.errors import DataFolderInUse

HOLDER = """
import sys
from pathlib import Path
from bot import lock
with lock.hold(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_the_lock_is_held_and_let_go(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "data"
    with lock.hold(folder):
        assert (folder / lock.PID_NAME).read_text() == str(os.getpid())
        with pytest.raises(DataFolderInUse, match=f"process {os.getpid()}"), lock.hold(folder):
            pass
        assert (folder / lock.PID_NAME).exists()
    with lock.hold(folder):
        pass


def test_a_second_bot_is_refused_until_the_first_is_killed(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"
        with pytest.raises(DataFolderInUse, match=f"process {first.pid}\\) is using") as refused, lock.hold(tmp_path):
            pass
        assert str(tmp_path) in str(refused.value)
        first.kill()
        first.wait()
        with lock.hold(tmp_path):
            assert (tmp_path / lock.PID_NAME).read_text() == str(os.getpid())


def test_a_missing_or_torn_pid_file_does_not_hide_the_refusal(tmp_path: Path) -> None:
    with lock.hold(tmp_path):
        (tmp_path / lock.PID_NAME).write_text("12x")
        with pytest.raises(DataFolderInUse, match="process id unknown"), lock.hold(tmp_path):
            pass
        (tmp_path / lock.PID_NAME).unlink()
        with pytest.raises(DataFolderInUse, match="process id unknown"), lock.hold(tmp_path):
            pass
