"""The bot as a child: started again when it dies, ended with the playground; and data that is only ours to wipe."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

import psutil
import pytest

from bot.playground.console import Console, Phase
from bot.playground.loopback import Loopback
from bot.playground.process import NotOurs, child_environ, fresh_folder, has_screen
from bot.playground.supervisor import ENGINE_READY, Supervisor, last_words
from bot.settings import Settings

pytestmark = pytest.mark.asyncio(loop_scope="module")

QUIET = "import time; print('up', flush=True); time.sleep(600)"
STUBBORN = (
    "import signal, subprocess, sys, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
    "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']);"
    "print('child', child.pid, flush=True); time.sleep(600)"
)


class Run:
    """A supervisor over a stand-in for the bot."""

    def __init__(self, loopback: Loopback, code: str) -> None:
        self.console = Console()
        self.lines: list[str] = []
        command = (sys.executable, "-c", code)
        self.supervisor = Supervisor(
            loopback, self.console, os.environ, show=self.lines.append, command=command, backoff_seconds=(0.05,)
        )
        self.task = asyncio.create_task(self.supervisor.run())

    async def until(self, text: str, times: int = 1) -> str:
        async with asyncio.timeout(20):
            while len(found := [line for line in self.lines if text in line]) < times:
                await asyncio.sleep(0.02)
        return found[-1]

    async def stop(self) -> None:
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)


async def test_a_dead_bot_is_started_again(loopback: Loopback) -> None:
    run = Run(loopback, "print('hello', flush=True); raise SystemExit(3)")
    await run.until("ended with code 3", times=3)
    assert run.console.status.phase is Phase.RESTARTING
    assert run.lines.count("hello") >= 3
    await run.stop()
    assert run.console.status.phase is Phase.STOPPED


async def test_the_bot_ends_with_the_playground(loopback: Loopback) -> None:
    run = Run(loopback, QUIET)
    await run.until("up")
    assert run.supervisor.process is not None
    pid = run.supervisor.process.pid
    await run.stop()
    assert not psutil.pid_exists(pid)


@pytest.mark.skipif(os.name != "posix", reason="process groups")
async def test_a_stubborn_bot_and_its_children_end_too(loopback: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.playground.supervisor.GRACE_SECONDS", 0.3)
    run = Run(loopback, STUBBORN)
    grandchild = int((await run.until("child")).split()[1])
    await run.stop()
    async with asyncio.timeout(5):
        while psutil.pid_exists(grandchild) and psutil.Process(grandchild).status() != psutil.STATUS_ZOMBIE:
            await asyncio.sleep(0.05)


async def test_loading_is_told_until_the_engine_is_ready(loopback: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Phase] = []
    run = Run(loopback, QUIET + "  # the log says when")
    with run.console.listen() as events:
        monkeypatch.setattr(type(loopback), "connected", property(lambda _: len(seen) > 0))
        await run.until("up")
        seen.append(Phase.STARTING)
        loopback.audience.changed()
        async with asyncio.timeout(10):
            while run.console.status.phase is not Phase.LOADING:
                await asyncio.sleep(0.02)
        assert not events.empty()
    await run.stop()


async def test_the_log_says_when_the_engine_is_ready() -> None:
    assert ENGINE_READY.search("12:00:00 INFO    bot.gpu.engine: the engine is ready on cpu, 4 places")
    assert not ENGINE_READY.search("12:00:00 INFO    bot.client: READY as Inkling in 1 server")


async def test_only_words_that_say_why_are_shown() -> None:
    assert last_words([]) == ""
    assert last_words(["12:00:00 INFO    bot.client: READY"]) == ""
    assert last_words(["MAX_SIDE cannot be read"]) == "MAX_SIDE cannot be read"


async def test_only_what_the_playground_made_is_wiped(tmp_path: Path) -> None:
    bot_folder = fresh_folder(tmp_path)
    (bot_folder / "inkling.db").write_text("old")
    (tmp_path / "mine.txt").write_text("kept")
    assert fresh_folder(tmp_path) == bot_folder
    assert list(bot_folder.iterdir()) == []
    assert (tmp_path / "mine.txt").read_text() == "kept"


async def test_a_strangers_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot" / "thesis.txt").write_text("years of work")
    with pytest.raises(NotOurs, match="not made by the playground"):
        fresh_folder(tmp_path)
    assert (tmp_path / "bot" / "thesis.txt").exists()


@pytest.mark.skipif(os.name != "posix", reason="symbolic links")
async def test_a_link_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "thesis.txt").write_text("years of work")
    playground = tmp_path / "playground"
    playground.mkdir()
    fresh_folder(playground).rmdir()
    (playground / "bot").symlink_to(elsewhere)
    with pytest.raises(NotOurs):
        fresh_folder(playground)
    assert (elsewhere / "thesis.txt").exists()


async def test_the_bot_gets_the_playgrounds_discord_and_folder(loopback: Loopback, tmp_path: Path) -> None:
    environ = child_environ({"DISCORD_TOKEN": "real", "MODELS": "a=b"}, Settings(), loopback, tmp_path)
    assert environ["DISCORD_TOKEN"] == loopback.token != "real"
    assert environ["DISCORD_API"] == loopback.api_base
    assert environ["DATA_DIR"] == str(tmp_path)
    assert environ["MODELS"] == "a=b"
    assert environ["MODELS_DIR"] == str(Path("data/models").resolve()), "fetched once, used in both"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="how Linux tells")
async def test_a_browser_opens_only_where_there_is_a_screen() -> None:
    assert not has_screen({})
    assert has_screen({"DISPLAY": ":0"})
    assert has_screen({"WAYLAND_DISPLAY": "wayland-0"})


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="prctl")
async def test_a_killed_playground_leaves_no_bot(tmp_path: Path) -> None:
    script = (
        "import asyncio, os, sys\n"
        "from bot.playground.console import Console\n"
        "from bot.playground.loopback import Loopback\n"
        "from bot.playground.supervisor import Supervisor\n"
        "async def main():\n"
        "    async with Loopback() as world:\n"
        f"        command = (sys.executable, '-c', {QUIET!r})\n"
        "        keeper = Supervisor(world, Console(), os.environ, show=lambda line: print(keeper.process.pid,\n"
        "                            flush=True), command=command)\n"
        "        await keeper.run()\n"
        "asyncio.run(main())\n"
    )
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", script, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    bot = int(await asyncio.wait_for(process.stdout.readline(), 30))
    assert psutil.pid_exists(bot)
    process.send_signal(signal.SIGKILL)
    await process.wait()
    async with asyncio.timeout(5):
        while psutil.pid_exists(bot) and psutil.Process(bot).status() != psutil.STATUS_ZOMBIE:
            await asyncio.sleep(0.05)
