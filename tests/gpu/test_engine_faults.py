"""Faults of the device in a real engine process: it ends on purpose, its jobs may run again, and a new one serves."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.errors import EngineDied
from bot.gpu import process_engine
from bot.gpu.catalog import STARTER, starter
from bot.gpu.engine import EngineState
from bot.gpu.job import Rendered
from bot.gpu.learnt import MEMORY, Learnt
from bot.gpu.process_engine import ProcessEngine
from bot.gpu.worker.main import POISONED
from tests.gpu.test_engine import events, wish

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.fixture(scope="module")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data") / "devices.json"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def engine(memory: Path) -> AsyncIterator[ProcessEngine]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(process_engine, "WORKER", "tests.gpu.worker.faulty_worker")
        patch.setattr(process_engine, "WATCH_SECONDS", 0.2)
        engine = ProcessEngine((starter(),), first_model=STARTER, device="cpu", learnt=Learnt(memory))
        await engine.start()
        yield engine
        await engine.close()


async def test_a_fault_of_the_device_ends_the_engine_and_all_its_jobs(
    engine: ProcessEngine, caplog: pytest.LogCaptureFixture
) -> None:
    await engine.ready()
    with caplog.at_level(logging.ERROR):
        outcomes = await asyncio.gather(
            events(engine, wish(steps=300), 1),
            events(engine, wish(guidance=1.0, seeds=(1, 2, 3)), 2),
            return_exceptions=True,
        )
    assert all(isinstance(outcome, EngineDied) for outcome in outcomes), outcomes
    assert f"exit code {POISONED}" in caplog.text and engine.state is EngineState.RESTARTING
    assert isinstance((await events(engine, wish()))[-1], Rendered)


async def test_what_was_learnt_reaches_the_file(engine: ProcessEngine, memory: Path) -> None:
    for _ in range(2):
        await events(engine, wish(steps=8))
    async with asyncio.timeout(30):
        while not memory.exists() or MEMORY not in memory.read_text():
            await asyncio.sleep(0.2)
    known = json.loads(memory.read_bytes())
    ((device, entries),) = [one for one in known.items() if not one[0].startswith(MEMORY)]
    assert known[MEMORY + device][0][:3] == [STARTER, 128, 128], "and what pictures took"
    assert "torch" in device and entries[0]["model"] == STARTER and entries[0]["seconds_per_row"] > 0


async def test_a_forward_that_never_returns_is_ended(engine: ProcessEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.gpu.pace.FLOOR_SECONDS", 2.0)
    monkeypatch.setattr("bot.gpu.pace.FACTOR", 3.0)
    with pytest.raises(EngineDied, match="signal 9"):
        await events(engine, wish(guidance=1.0, seeds=(1, 2, 3, 4)))
