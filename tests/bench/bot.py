"""The bot itself: from its start to READY, its memory, and how fast it answers while the engine is busy.

    python -m tests.bench.bot [--starts 5] [--people 50]

A real ``python -m bot run`` on a loopback Discord. An acknowledgement is timed by the Discord side: from the
interaction event to the bot's callback request. Goals: READY in under 2 s, about 150 MB, every answer under 3 s.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import psutil

from bot.playground.loopback import Loopback

ROOT = Path(__file__).parents[2]


@asynccontextmanager
async def bot_process(discord: Loopback, data_dir: str) -> AsyncIterator[tuple[psutil.Process, float]]:
    """The bot, and the seconds from its start until Discord had its session."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}
    environ |= {"DISCORD_TOKEN": discord.token, "DISCORD_API": discord.api_base, "DATA_DIR": data_dir}
    began = time.perf_counter()
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env=environ, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        await discord.wait_connected(60)
        yield psutil.Process(child.pid), time.perf_counter() - began
    finally:
        child.terminate()
        await child.wait()


async def starts(count: int) -> None:
    seconds, megabytes = [], []
    for _ in range(count):
        with tempfile.TemporaryDirectory() as folder:
            async with Loopback() as discord, bot_process(discord, folder) as (process, took):
                await asyncio.sleep(2)
                seconds.append(took)
                megabytes.append(process.memory_info().rss / 1e6)
    middle, worst = statistics.median(seconds), max(seconds)
    print(f"start to READY   median {middle:.2f} s, worst {worst:.2f} s of {count} (goal < 2 s)")
    print(f"memory           median {statistics.median(megabytes):.0f} MB (goal about 150 MB)")


async def answers(people: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with Loopback() as discord, bot_process(discord, folder):
            busy = [
                await discord.slash(discord.owner, discord.channel, "imagine", {"prompt": "a cat", "steps": 100})
                for _ in range(4)
            ]
            await discord.wait_for(lambda: any(r.method == "PATCH" for r in discord.requests), 120)
            crowd = [discord.add_user(f"user{number}") for number in range(people)]
            options = {"prompt": "a star", "steps": 2}
            asked = await asyncio.gather(*(discord.slash(u, discord.channel, "imagine", options) for u in crowd))
            await discord.wait_for(lambda: all(i in discord.acks for i in (*busy, *asked)), 30)
            took = sorted(discord.acks[interaction] for interaction in asked)
    p50, p99 = took[len(took) // 2], took[min(len(took) - 1, int(len(took) * 0.99))]
    print(
        f"acknowledgement  p50 {p50 * 1000:.0f} ms, p99 {p99 * 1000:.0f} ms, {people} at once, engine busy (goal < 3 s)"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--starts", type=int, default=5)
    parser.add_argument("--people", type=int, default=50)
    options = parser.parse_args()
    asyncio.run(starts(options.starts))
    asyncio.run(answers(options.people))


if __name__ == "__main__":
    main()
