"""A fresh loopback for every test, and clients that are closed afterwards."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

import discord
import pytest

from bot.playground.loopback import Loopback
from tests.contract.checker import check_requests, check_responses
from tests.playground.loopback.client import Client, LogIn, point_at


@pytest.fixture
async def world() -> AsyncIterator[Loopback]:
    """Afterwards: whatever it took from the bot, and whatever it answered, is what Discord would have."""
    async with Loopback() as loopback:
        yield loopback
    taken = [request for request in loopback.requests if request.status < 300]
    assert check_requests(taken) == []
    assert check_responses(taken) == []


@pytest.fixture
async def log_in(world: Loopback, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[LogIn]:
    """Starts a client and waits until it is ready."""
    running: list[tuple[Client, asyncio.Task[None]]] = []
    point_at(world, monkeypatch)

    async def start(client: Client) -> None:
        task = asyncio.create_task(client.start(world.token))
        running.append((client, task))
        ready = asyncio.create_task(client.up.wait())
        await asyncio.wait({task, ready}, timeout=15, return_when=asyncio.FIRST_COMPLETED)
        ready.cancel()
        if task.done():
            task.result()
        assert client.is_ready()

    yield start
    for client, task in running:
        await client.close()
        with contextlib.suppress(asyncio.CancelledError, discord.DiscordException):
            await task
