"""The real discord.py client that these tests drive, and small pieces to drive it with."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import discord
import pytest
import yarl
from discord import app_commands
from PIL import Image

from bot.playground.loopback import Loopback

T = TypeVar("T")


class Client(discord.Client):
    def __init__(self, intents: discord.Intents | None = None) -> None:
        # discord.py reports ready once no server has arrived for this long; two seconds unless told otherwise.
        super().__init__(intents=intents or discord.Intents.default(), guild_ready_timeout=0.05)
        self.tree = app_commands.CommandTree(self)
        self.up = asyncio.Event()
        self.heard: list[discord.Message] = []
        self.happened: list[str] = []
        self._change = asyncio.Event()

    def dispatch(self, event: str, /, *args: Any, **kwargs: Any) -> None:
        super().dispatch(event, *args, **kwargs)
        self._change.set()

    async def until(self, predicate: Callable[[], T]) -> T:
        """The first true value of ``predicate``, looked at again whenever the client heard something."""
        async with asyncio.timeout(5):
            while not (value := predicate()):
                self._change.clear()
                await self._change.wait()
                await asyncio.sleep(0)  # the client's own listeners run first
        return value

    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """discord.py's public hook; its default waits five seconds before a new session."""

    async def on_ready(self) -> None:
        self.up.set()

    async def on_message(self, message: discord.Message) -> None:
        self.heard.append(message)

    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        self.happened.append(f"deleted {event.message_id}")

    async def on_raw_reaction_add(self, event: discord.RawReactionActionEvent) -> None:
        self.happened.append(f"{event.user_id} reacted {event.emoji}")

    async def on_raw_typing(self, event: discord.RawTypingEvent) -> None:
        self.happened.append(f"{event.user_id} types")

    async def on_resumed(self) -> None:
        self.happened.append("resumed")


LogIn = Callable[[Client], Awaitable[None]]


def point_at(world: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discord.http.Route, "BASE", world.api_base)
    gateway = yarl.URL(f"ws://127.0.0.1:{world.port}/gateway/")
    monkeypatch.setattr(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", gateway)


def png(width: int = 8, height: int = 6, colour: str = "red") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(buffer, "PNG")
    return buffer.getvalue()


def attachment(data: bytes, name: str = "picture.png", description: str | None = None) -> discord.File:
    return discord.File(io.BytesIO(data), name, description=description)
