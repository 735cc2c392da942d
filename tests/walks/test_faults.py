"""Real processes killed with real signals: the picture still arrives, and nothing is left behind."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import psutil
import pytest

from bot.client import InklingBot
from bot.db.database import Database
from bot.errors import DataFolderInUse
from bot.gpu.job import Job, JobStatus
from bot.gpu.process_engine import ProcessEngine
from bot.gpu.store import JobStore
from bot.playground.loopback import Loopback
from bot.settings import Settings
from tests.walks.conftest import Running
from tests.walks.people import Person, buttons, gallery, words

ROOT = Path(__file__).parents[2]
LONG = 100


@contextlib.asynccontextmanager
async def bot_process(discord: Loopback, data_dir: Path) -> AsyncIterator[psutil.Process]:
    """``python -m bot run`` as its owner starts it; killed when the block ends, if it still lives."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}
    environ |= {"DISCORD_TOKEN": discord.token, "DISCORD_API": discord.api_base, "DATA_DIR": str(data_dir)}
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env=environ, cwd=data_dir.parent, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        await discord.wait_connected(30)
        yield psutil.Process(child.pid)
    finally:
        with contextlib.suppress(ProcessLookupError):
            child.kill()
        await child.wait()
        await discord.wait_for(lambda: not discord.connected, 20)


async def gone(processes: list[psutil.Process], seconds: float = 10) -> bool:
    """True once none of them is alive any more."""
    for _ in range(int(seconds * 20)):
        if not any(p.is_running() and p.status() != psutil.STATUS_ZOMBIE for p in processes):
            return True
        await asyncio.sleep(0.05)
    return False


async def settled(find: Callable[[int], Awaitable[Job | None]], job_id: int = 1) -> Job:
    """The job once its person has it: the row is written right after the message."""
    while (job := await find(job_id)) is None or job.status is not JobStatus.DELIVERED:
        await asyncio.sleep(0.02)
    return job


async def test_the_engine_killed_mid_picture_is_not_noticed_by_its_asker(
    bot: InklingBot, alice: Person, engine: ProcessEngine
) -> None:
    asked = await alice.imagine("a red apple", steps=LONG, seed=3)
    await alice.answer(asked, "Drawing")
    assert engine.pid is not None
    os.kill(engine.pid, signal.SIGKILL)
    done = await alice.picture(asked, 120)
    assert "seed 3" in words(done)
    job = await settled(bot.services.queue.find)
    assert job.attempts == 2


@pytest.mark.timeout(400)
async def test_the_bot_killed_finishes_everything_at_its_next_start(
    discord: Loopback, alice: Person, tmp_path: Path
) -> None:
    data_dir = tmp_path / "with a space" / "data"
    data_dir.parent.mkdir()
    async with bot_process(discord, data_dir) as bot:
        ready = await alice.picture(await alice.imagine("finished before", steps=2), 120)
        asked = [await alice.imagine(f"cat {n}", steps=LONG if n < 2 else 4, count=2) for n in range(5)]
        private = await alice.imagine("cat private", steps=4, private=True)
        await alice.answer(asked[0], "Drawing")
        firsts = [await alice.answer(interaction) for interaction in asked]
        family = bot.children(recursive=True)
        assert family, "the engine is a child of the bot"
        assert not [m.path for m in bot.memory_maps() if "torch" in m.path], "the bot process holds no torch"
        bot.send_signal(signal.SIGKILL)
        assert await gone(family), "no orphan holds the device"
    finished_before = gallery(discord.message(int(ready["id"])))
    async with bot_process(discord, data_dir):
        for interaction, first in zip(asked, firsts, strict=True):
            done = await alice.picture(interaction, 180)
            there = discord.message(int(first["id"]))
            late = f"/{done['id']}" in words(there)  # on a slow machine it took over a minute, and is linked
            assert done["id"] == first["id"] or late, "the message that was there is edited"
        await alice.picture(private, 60)
        assert gallery(discord.message(int(ready["id"]))) == finished_before, "finished work is left alone"
        again = await alice.picture(await alice.press(ready, "Again"), 60)
        assert "finished before" in words(again), "buttons work after the restart"
    async with await Database.open(data_dir / "inkling.db") as database:
        store = JobStore(database)
        jobs = [await store.find(number) for number in range(1, 9)]
    assert [job.status if job else None for job in jobs[:7]] == [JobStatus.DELIVERED] * 7
    assert jobs[0] is not None
    assert jobs[0].attempts == 1, "finished work is not drawn again"


async def test_buttons_work_after_a_restart(running: Running, alice: Person) -> None:
    async with running():
        done = await alice.picture(await alice.imagine("a frog", steps=2))
    async with running():
        again = await alice.picture(await alice.press(done, "Again"))
        assert list(buttons(again)) == ["Again", "Edit", "Vary", "Upscale", "More"]


async def test_two_bots_on_one_data_folder(bot: InklingBot, running: Running) -> None:
    with pytest.raises(DataFolderInUse, match=f"process {os.getpid()}"):
        async with running():
            pass


async def test_the_gateway_drops_and_the_session_is_lost(bot: InklingBot, alice: Person) -> None:
    for resumable, told in ((True, "resumed"), (False, "ready")):
        back = asyncio.create_task(bot.wait_for(told, timeout=30))
        await alice.discord.faults.drop_gateway(resumable=resumable)
        await back
        await alice.picture(await alice.imagine("a frog", steps=2), 60)


async def test_a_job_accepted_while_the_engine_loads_is_told_so(
    running: Running, alice: Person, settings: Settings
) -> None:
    async with running(engines=None):
        asked = await alice.imagine("a frog", steps=2)
        await alice.answer(asked, "still loading")
        await alice.picture(asked, 120)
