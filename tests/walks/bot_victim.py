"""The whole bot with an engine of paper, to be killed at any moment: ``python -m tests.walks.bot_victim SEED``.

Its settings come from the environment, as the bot's own do. The engine dies now and then too.
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
from pathlib import Path

from bot.app import assembled
from bot.settings import load
from tests.gpu.paper_engine import PaperEngine

STEP_SECONDS = 0.01


async def main(seed: int) -> None:
    chance = random.Random(seed)
    engine = PaperEngine(4, step_seconds=STEP_SECONDS)
    settings = load(Path("none"), os.environ)
    async with assembled(settings, engines=(engine,)) as bot:
        running = asyncio.create_task(bot.start(settings.discord_token))
        while not running.done():
            await asyncio.sleep(chance.uniform(0.2, 2.0))
            if chance.random() < 0.2:
                await engine.die()
        await running


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
