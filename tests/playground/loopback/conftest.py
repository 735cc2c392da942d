"""A fresh loopback for every test, and clients that are closed afterwards."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

import discord
import pytest

from bot.playground.loopback import Loopback
from tests.playground.loopback.client import Client, LogIn, point_at


@pytest.fixture
async def world() -> AsyncIterator[Loopback]:
    async with Loopback() as loopback:
        yield loopback


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
