"""The playground as a whole: the loopback Discord, the page, and the real bot as a child."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import logging
import os
import shutil
import subprocess
import sys
import webbrowser
from collections.abc import Mapping
from pathlib import Path

from bot.clock import AHEAD_FILE, move
from bot.errors import DataFolderInUse
from bot.lock import hold
from bot.settings import Settings

from .console import Console
from .loopback import Loopback
from .scene import OWNER, furnish
from .server import PageServer, PortsBusy
from .supervisor import Supervisor

MARKER = "made-by-inkling-playground"


class NotOurs(Exception):
    """There is a folder where the playground keeps its data, and the playground did not make it."""


async def run_playground(settings: Settings, *, open_browser: bool) -> int:
    """Runs until cancelled (0). Returns 2, with a sentence on stderr, where it cannot start."""
    folder = settings.data_dir / "playground"
    # simcord builds a discord.py client of its own here, whose warnings concern nobody.
    logging.getLogger("discord").setLevel(logging.ERROR)
    try:
        with hold(folder):
            bot_folder = fresh_folder(folder)
            await _run(settings, bot_folder, open_browser=open_browser)
    except (DataFolderInUse, NotOurs, PortsBusy) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def fresh_folder(folder: Path) -> Path:
    """The bot's folder inside ``folder``, emptied: the Discord that its rows point to is gone with its process.

    Only what an earlier playground made is deleted. Raises NotOurs for anything else.
    """
    bot_folder, marker = folder / "bot", folder / MARKER
    if bot_folder.exists() or bot_folder.is_symlink():
        if not marker.is_file() or bot_folder.is_symlink():
            raise NotOurs(
                f"{bot_folder} was not made by the playground, so it is not emptied. "
                "Move it away, or choose another DATA_DIR."
            )
        shutil.rmtree(bot_folder)
    marker.write_text("The playground empties the folder “bot” beside this file at each start.\n", encoding="utf-8")
    bot_folder.mkdir()
    return bot_folder


async def _run(settings: Settings, bot_folder: Path, *, open_browser: bool) -> None:
    console = Console()
    async with contextlib.AsyncExitStack() as stack:
        loopback = await stack.enter_async_context(Loopback(owner_name=OWNER))
        furnish(loopback)
        environ = child_environ(os.environ, settings, loopback, bot_folder)
        page = PageServer(
            loopback,
            console,
            port=settings.playground_port,
            move_bot=functools.partial(move, bot_folder / AHEAD_FILE),
            load_samples=functools.partial(_load_samples, environ=environ),
        )
        await stack.enter_async_context(page)
        if settings.playground_port not in (0, page.port):
            print(f"Port {settings.playground_port} is taken; using {page.port}.")
        print(f"\nInkling's playground: {page.link}", flush=True)
        print(
            "A Discord on this computer: nothing leaves it, and it starts fresh each time. Ctrl-C ends it.\n",
            flush=True,
        )
        if open_browser and has_screen(os.environ):
            await asyncio.to_thread(webbrowser.open, page.link)
        await Supervisor(loopback, console, environ, show=_show).run()


async def _load_samples(kind: str, person: int, *, environ: Mapping[str, str]) -> bool:
    """Beside the running bot, through its services, on its database."""
    command = (sys.executable, "-m", "bot.playground.samples", kind, str(person))
    process = await asyncio.create_subprocess_exec(*command, env=dict(environ), stdin=subprocess.DEVNULL)
    return await process.wait() == 0


def child_environ(
    environ: Mapping[str, str], settings: Settings, loopback: Loopback, bot_folder: Path
) -> dict[str, str]:
    """The bot's environment: this one, but with the playground's Discord and folder."""
    return {
        **environ,
        "DISCORD_TOKEN": loopback.token,
        "DISCORD_API": loopback.api_base,
        "DATA_DIR": str(bot_folder.resolve()),
        "MODELS_DIR": str(settings.models_dir.resolve()),  # fetched once, used in both
        "PYTHONUNBUFFERED": "1",
    }


def has_screen(environ: Mapping[str, str]) -> bool:
    """Whether a browser window could open; over ssh or in a container the printed link has to do."""
    if sys.platform in ("win32", "darwin"):
        return not environ.get("SSH_CONNECTION")
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def _show(line: str) -> None:
    print(f"bot | {line}", file=sys.stderr, flush=True)
