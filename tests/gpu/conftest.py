"""Fixtures of the queue's tests."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.gpu.paper_house import House, life


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with life(tmp_path) as opened:
        await opened.queue.start(opened.told)
        yield opened
