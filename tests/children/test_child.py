"""What a child process gets from its parent."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.children.child import _environment


def test_secrets_do_not_reach_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "secret")
    assert "DISCORD_TOKEN" not in _environment(None)
    assert Path(_environment(None)["PYTHONPATH"].split(os.pathsep)[0], "bot", "gpu").is_dir()
