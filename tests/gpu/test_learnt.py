"""What engines learnt about their devices is kept, and a broken file costs nothing else."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from bot.gpu.learnt import MOST_DEVICES, Learnt


def test_it_is_kept_by_device(tmp_path: Path) -> None:
    path = tmp_path / "devices.json"
    learnt = Learnt(path)
    assert learnt.all() == {}
    learnt.keep("a card", [{"rows": 4}])
    learnt.keep("a processor", [])
    learnt.keep("a card", [{"rows": 8}])
    assert Learnt(path).all() == {"a card": [{"rows": 8}], "a processor": []}
    assert [file.name for file in tmp_path.iterdir()] == ["devices.json"]


def test_old_devices_are_forgotten(tmp_path: Path) -> None:
    learnt = Learnt(tmp_path / "devices.json")
    for number in range(MOST_DEVICES + 3):
        learnt.keep(str(number), [])
    assert len(learnt.all()) == MOST_DEVICES and "0" not in learnt.all()


@pytest.mark.parametrize("text", ["", "[]", '{"a": 1}', "{", "[" * 100_000])
def test_a_broken_file_is_begun_anew(tmp_path: Path, text: str, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "devices.json"
    path.write_text(text)
    with caplog.at_level(logging.WARNING):
        learnt = Learnt(path)
    assert learnt.all() == {} and "begun anew" in caplog.text
    learnt.keep("device", [1])
    assert Learnt(path).all() == {"device": [1]}


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        Learnt(tmp_path / "absent" / "devices.json").keep("device", [])
    assert "cannot be written" in caplog.text
