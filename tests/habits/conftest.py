from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.habits.house import House
from tests.schedule.desk import desk_at


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with desk_at(tmp_path / "inkling.db", "2026-11-25 08:00") as desk:
        yield House(desk)
