"""The command line: ``python -m bot [run|playground|doctor|model]``.

Without a command: Discord when there is a token, the playground when there is none.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import logging
import os
import signal
import sys
from collections.abc import Coroutine
from pathlib import Path

from bot import __version__
from bot.errors import DatabaseTooNew, DataFolderInUse, SettingsError, UserError
from bot.settings import Settings, load

log = logging.getLogger("bot")

PLAYGROUND_INSTEAD = (
    "No DISCORD_TOKEN in .env or the environment: starting the playground, a Discord in your browser.\n"
    "To run on Discord itself, see “Run it on Discord” in README.md."
)


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="inkling", description="A Discord bot that draws, on your own hardware.")
    top.add_argument("--version", action="version", version=f"Inkling {__version__}")
    commands = top.add_subparsers(dest="command", metavar="command")
    commands.add_parser("run", help="run on Discord (needs DISCORD_TOKEN)")
    play = commands.add_parser("playground", help="try the whole bot in a browser, no account needed")
    play.add_argument("--no-browser", action="store_true", help="only print the link")
    commands.add_parser("doctor", help="check settings, data folder, device and models")
    model = commands.add_parser("model", help="add or list models").add_subparsers(dest="action", required=True)
    add = model.add_parser("add", help="show a model's licence and size, then fetch it")
    add.add_argument("source", help="hub id (owner/name), folder, .safetensors or .ckpt file")
    add.add_argument("--yes", action="store_true", help="do not ask")
    model.add_parser("list", help="the models that can be picked")
    convert = model.add_parser("convert", help="take the weights out of a .ckpt file, without running what it holds")
    convert.add_argument("source", help=".ckpt file")
    return top


def main(arguments: list[str] | None = None) -> int:
    options = parser().parse_args(arguments)
    try:
        settings: Settings | SettingsError = load(Path(".env"), os.environ)
    except SettingsError as error:
        settings = error
    if options.command == "doctor":
        from bot.doctor import run_doctor

        return asyncio.run(run_doctor(settings))
    if isinstance(settings, SettingsError):
        return _complain(str(settings))
    _log_to_stderr(settings.log_level)
    if options.command == "model":
        from bot.fetch import model_command

        return model_command(settings, options)
    if options.command == "run" and not settings.discord_token:
        return _complain("DISCORD_TOKEN is empty. Put it into .env (README.md says where to get it).")
    if options.command == "playground" or not settings.discord_token:
        from bot.playground.process import run_playground

        if options.command is None:
            print(PLAYGROUND_INSTEAD, flush=True)
        quiet = getattr(options, "no_browser", False)
        return _until_stopped(run_playground(settings, open_browser=not quiet))
    return _run(settings)


def _run(settings: Settings) -> int:
    import aiohttp
    import discord

    from bot.app import run_bot

    async def run() -> int:
        await run_bot(settings)
        return 0

    try:
        return _until_stopped(run())
    except discord.LoginFailure:
        return _complain(
            "Discord does not know this DISCORD_TOKEN. Copy it again from the Developer Portal (Bot page)."
        )
    except (aiohttp.ClientConnectionError, TimeoutError) as error:
        log.debug("no connection", exc_info=error)
        return _complain("Discord cannot be reached. Check the network connection and start again.")
    except (DataFolderInUse, DatabaseTooNew, UserError) as error:
        return _complain(str(error))


def _until_stopped(work: Coroutine[object, object, int]) -> int:
    """Run to its end, or until Ctrl-C or a termination signal, which let everything close in order."""

    async def supervised() -> int:
        task = asyncio.ensure_future(work)
        loop = asyncio.get_running_loop()
        for name in ("SIGINT", "SIGTERM"):
            with contextlib.suppress(NotImplementedError):  # Windows has no signal handlers in the loop
                loop.add_signal_handler(getattr(signal, name), task.cancel)
        try:
            return await task
        except asyncio.CancelledError:
            return 0

    with contextlib.suppress(KeyboardInterrupt):
        return asyncio.run(supervised())
    return 0


def _complain(text: str) -> int:
    print(text, file=sys.stderr)
    return 2


def _log_to_stderr(level: str) -> None:
    logging.basicConfig(
        level=level.upper(), format="%(asctime)s %(levelname)-7s %(name)s: %(message)s", datefmt="%H:%M:%S"
    )
    logging.getLogger("discord").setLevel(max(logging.WARNING, logging.getLogger().level))
    for needless in ("discord.client", "discord.state"):  # warn of voice and intents that Inkling does without
        logging.getLogger(needless).setLevel(logging.ERROR)


if __name__ == "__main__":
    sys.exit(main())
