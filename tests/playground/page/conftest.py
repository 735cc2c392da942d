"""A loopback Discord with a small real bot, the page over it, and Chromium in front.

One event loop a module, so that one Chromium serves all its tests; everything else is fresh for each.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit

import discord
import pytest
import pytest_asyncio
import yarl
from playwright.async_api import Browser, Page, async_playwright, expect

from bot.playground.console import Console, Phase
from bot.playground.loopback import Loopback
from bot.playground.scene import furnish
from bot.playground.server import PageServer
from tests.playground.page.sample_bot import SampleBot

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-ui-for-media-stream",  # the microphone is allowed without a question,
    "--use-fake-device-for-media-stream",  # and beeps
    "--autoplay-policy=no-user-gesture-required",
]

PATIENCE_MS = 30_000  # what is waited for comes at once, but not on a machine that is busy with other things
expect.set_options(timeout=PATIENCE_MS)


@pytest_asyncio.fixture(loop_scope="module")
async def loopback() -> AsyncIterator[Loopback]:
    async with Loopback(owner_name="Ada") as world:
        yield world


@pytest_asyncio.fixture(loop_scope="module")
async def sample_bot(loopback: Loopback, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[SampleBot]:
    monkeypatch.setattr(discord.http.Route, "BASE", loopback.api_base)
    gateway = yarl.URL(f"ws://{urlsplit(loopback.api_base).netloc}/gateway/")
    monkeypatch.setattr(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", gateway)
    bot = SampleBot()
    running = asyncio.create_task(bot.start(loopback.token))
    await asyncio.wait_for(bot.up.wait(), 15)
    yield bot
    await bot.close()
    with contextlib.suppress(asyncio.CancelledError, discord.DiscordException):
        await running


@pytest_asyncio.fixture(loop_scope="module")
async def console() -> Console:
    ready = Console()
    ready.set(Phase.READY)
    return ready


class Samples:
    """In the place of what fills the bot: writes down who wanted what, and says whether it went well."""

    def __init__(self) -> None:
        self.wanted: list[tuple[str, int]] = []
        self.well = True

    async def load(self, kind: str, person: int) -> bool:
        self.wanted.append((kind, person))
        return self.well


@pytest_asyncio.fixture(loop_scope="module")
async def samples() -> Samples:
    return Samples()


@pytest_asyncio.fixture(loop_scope="module")
async def moves() -> list[float]:
    """What the bot's clock was set ahead by, in seconds, one move after the other."""
    return []


@pytest_asyncio.fixture(loop_scope="module")
async def server(
    loopback: Loopback, console: Console, moves: list[float], samples: Samples
) -> AsyncIterator[PageServer]:
    loopback.add_user("Grace")
    furnish(loopback)
    async with PageServer(loopback, console, move_bot=moves.append, load_samples=samples.load) as page_server:
        yield page_server


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip("Chromium is missing; type: sudo apt-get install chromium")
    async with async_playwright() as play:
        chromium = await play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        await chromium.close()


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, server: PageServer, sample_bot: SampleBot) -> AsyncIterator[Page]:
    """The open page at 1280 × 800. Any error on its console fails the test, and any request elsewhere too."""
    context = await browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme="dark")
    tab = await context.new_page()
    tab.set_default_timeout(PATIENCE_MS)
    trouble: list[str] = []
    own = f"http://127.0.0.1:{server.port}/"
    tab.on("console", lambda line: trouble.append(line.text) if line.type in ("error", "warning") else None)
    tab.on("pageerror", lambda error: trouble.append(str(error)))
    tab.on("request", lambda sent: None if sent.url.startswith((own, "blob:", "data:")) else trouble.append(sent.url))
    await tab.goto(server.link)
    await tab.get_by_role("heading", name="Welcome to #studio").wait_for()
    yield tab
    assert await tab.evaluate("window.pwned") is None
    assert trouble == []
    await context.close()
