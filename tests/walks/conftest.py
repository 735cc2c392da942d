"""A real discord.py client on a loopback Discord, the real engine process with the starter model, real SQLite.

One engine serves all walks of a test process, for importing torch takes long; every walk has a bot, a data folder and
a Discord of its own. When a walk ends, every request that left the bot in it is checked against Discord's contract.
"""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.app import assembled, child_engine
from bot.client import InklingBot
from bot.gpu.catalog import read_catalog
from bot.gpu.process_engine import ProcessEngine
from bot.playground.loopback import Loopback
from bot.settings import Settings
from tests.contract.checker import check_requests
from tests.gpu.paper_engine import PaperEngine
from tests.walks.hand import Hand
from tests.walks.people import Person

Running = Callable[..., AbstractAsyncContextManager[InklingBot]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All walks of a process share one event loop, because they share one engine."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def engine() -> AsyncIterator[ProcessEngine]:
    engine = child_engine(Settings(), read_catalog((), Path("nowhere")), "auto")
    yield engine
    await engine.close()


@pytest_asyncio.fixture(loop_scope="session")
async def discord(tmp_path: Path) -> AsyncIterator[Loopback]:
    async with Loopback() as world:
        yield world
        violations = check_requests(world.requests)
        assert not violations, "\n".join(violations)


@pytest.fixture
def settings(discord: Loopback, tmp_path: Path) -> Settings:
    return Settings(
        discord_token=discord.token,
        discord_api=discord.api_base,
        data_dir=tmp_path / "data",
        search_by_meaning=False,  # its helper process takes seconds to start: one walk has it
        read_files=False,  # and one has this
    )


@contextlib.asynccontextmanager
async def logged_in(discord: Loopback, settings: Settings, **parts: Any) -> AsyncIterator[InklingBot]:
    """The bot, at work, until the block ends."""
    async with assembled(settings, **parts) as bot:
        task = asyncio.create_task(bot.start(settings.discord_token))
        try:
            await discord.wait_connected(20)
            await bot.wait_until_ready()
            yield bot
        finally:
            await bot.close()
            with contextlib.suppress(asyncio.CancelledError):
                await task


@contextlib.asynccontextmanager
async def paper_world(folder: Path, engine: PaperEngine, **chosen: Any) -> AsyncIterator[tuple[Loopback, InklingBot]]:
    """A Discord and a bot for all walks of a module, with an engine of paper: starting takes longer than they do."""
    async with Loopback() as world:
        settings = Settings(
            discord_token=world.token,
            discord_api=world.api_base,
            data_dir=folder,
            search_by_meaning=False,
            read_files=False,
            open_to_everyone=True,
            **chosen,
        )
        async with logged_in(world, settings, engines=[engine]) as bot:
            yield world, bot
        violations = check_requests(world.requests)
        assert not violations, "\n".join(violations)


@pytest.fixture
def running(discord: Loopback, settings: Settings, engine: ProcessEngine) -> Running:
    """Starts a bot on the walk's Discord and data folder; may be used again after it was stopped."""

    def start(**parts: Any) -> AbstractAsyncContextManager[InklingBot]:
        return logged_in(discord, parts.pop("settings", settings), **{"engines": (engine,), **parts})

    return start


@pytest_asyncio.fixture(loop_scope="session")
async def bot(running: Running) -> AsyncIterator[InklingBot]:
    async with running() as bot:
        yield bot


@pytest.fixture
def owner(discord: Loopback) -> Person:
    return Person(discord, discord.owner, discord.channel)


@pytest.fixture
def alice(discord: Loopback) -> Person:
    return Person(discord, discord.add_user("alice"), discord.channel)


@pytest.fixture
def bob(discord: Loopback) -> Person:
    return Person(discord, discord.add_user("bob"), discord.channel)


@pytest.fixture
def hand(discord: Loopback) -> Hand:
    return Hand(discord)


@pytest_asyncio.fixture(loop_scope="session")
async def hand_bot(discord: Loopback, settings: Settings, hand: Hand) -> AsyncIterator[InklingBot]:
    """A bot on the hand's clock, with an engine of paper."""
    settings = dataclasses.replace(settings, open_to_everyone=True)

    def running() -> AbstractAsyncContextManager[InklingBot]:
        return logged_in(discord, settings, engines=[PaperEngine()], clock=hand.clock)

    yield await hand.begin(running)
    await hand.end()
