"""The clock that the playground moves from another process, and that nothing else can move."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest

from bot.clock import AHEAD_FILE, TravelledClock, clock_of, move, wall_clock
from bot.settings import Settings


def test_it_is_ahead_by_what_the_file_says(tmp_path: Path) -> None:
    clock = TravelledClock(tmp_path / AHEAD_FILE)
    assert clock() == pytest.approx(time.time(), abs=5)
    move(tmp_path / AHEAD_FILE, 3600.0)
    assert clock() == pytest.approx(time.time() + 3600, abs=5)
    (tmp_path / AHEAD_FILE).write_text("soon", encoding="ascii")
    assert clock.ahead == 3600.0, "what cannot be read changes nothing"
    move(tmp_path / AHEAD_FILE, 0.0)
    assert clock.ahead == 0.0


async def test_a_move_is_noticed_at_once(tmp_path: Path) -> None:
    clock, noticed = TravelledClock(tmp_path / AHEAD_FILE), asyncio.Event()
    following = asyncio.create_task(clock.follow(noticed.set))
    for ahead in (604_800.0, 0.0):
        await asyncio.sleep(0)
        move(tmp_path / AHEAD_FILE, ahead)
        await asyncio.wait_for(noticed.wait(), 5)
        noticed.clear()
    following.cancel()


def test_with_discord_itself_no_file_moves_the_clock(tmp_path: Path) -> None:
    move(tmp_path / AHEAD_FILE, 604_800.0)
    assert clock_of(Settings(discord_token="real", data_dir=tmp_path)) is wall_clock
    moved = clock_of(Settings(discord_api="http://127.0.0.1:1/api/v10", data_dir=tmp_path))
    assert moved() > time.time() + 600_000
