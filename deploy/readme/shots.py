"""Takes the README's pictures anew: a real playground, a real browser, real pictures, notes and habits.

    .venv/bin/python deploy/readme/shots.py [--chromium /usr/bin/chromium] [--into deploy/readme]

Needs the test extra (./deploy/test sets it up) and Chromium.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import signal
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.async_api import Browser, Page, async_playwright

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
PROMPT = "a red apple on a blue background"
WIDE, NARROW = (1280, 860), (390, 844)


@dataclass(frozen=True)
class Shot:
    name: str
    size: tuple[int, int]
    scheme: Literal["dark", "light"]
    act: Callable[[Page], Awaitable[None]]


async def enter(page: Page, typed: str, where: str = "#studio") -> None:
    await page.get_by_label(f"Message {where}").first.click()
    await page.keyboard.type(typed)
    await page.keyboard.press("Enter")


async def imagine(page: Page) -> None:
    """Types the command as a person would, and waits for the picture."""
    await page.get_by_role("button", name="Paint a picture").wait_for(timeout=60_000)  # the bot's commands are there
    await enter(page, f"/imagine {PROMPT}")
    await page.get_by_role("button", name="Again").first.wait_for(timeout=180_000)
    await page.get_by_role("button", name="Dismiss message").click()  # what is said before one's first picture


async def look(page: Page) -> None:
    await page.get_by_role("button", name="Again").first.wait_for()


async def drawer(page: Page) -> None:
    """On the phone the channels are behind a button."""
    button = page.get_by_role("button", name="Show channels")
    if await button.is_visible():
        await button.click()


async def direct(page: Page) -> None:
    await drawer(page)
    await page.get_by_role("navigation", name="Channels").get_by_role("button", name="Inkling").click()
    await page.get_by_label("Message @Inkling").wait_for()


async def lived_in(page: Page) -> None:
    """Loads the samples through the page, as a newcomer would."""
    await drawer(page)
    await page.get_by_role("button", name="Start here").click()
    guide = page.get_by_role("dialog", name="Three things to try")
    for name in ("a sample notebook", "a year of habits"):
        await guide.get_by_role("button", name=name).click()
        await page.wait_for_function(
            "name => [...document.querySelectorAll('dialog .sample')].some("
            "each => each.textContent.trim() === name && each.disabled)",
            arg=name,
            timeout=120_000,
        )
    await page.keyboard.press("Escape")


async def notes(page: Page) -> None:
    await lived_in(page)
    await direct(page)
    await enter(page, "Idea: the ferry, seen from the pier, with the lamps already on #ideas", "@Inkling")
    await page.get_by_role("button", name="✅").first.wait_for(timeout=15_000)
    await enter(page, "/notes recent", "@Inkling")
    await page.get_by_role("article").last.get_by_text("Only you can see this").wait_for()


async def habits(page: Page) -> None:
    await direct(page)
    await enter(page, "/habit stats habit: Read", "@Inkling")
    card = page.get_by_role("article").last
    await card.get_by_role("img").nth(1).wait_for(timeout=60_000)
    await page.wait_for_timeout(1500)  # all its charts have their size now
    await page.locator(".scroller").hover()
    top = await card.evaluate("e => e.getBoundingClientRect().top - e.closest('.scroller').getBoundingClientRect().top")
    await page.mouse.wheel(0, top - 8)


SHOTS = (
    Shot("playground", WIDE, "dark", imagine),
    Shot("phone", NARROW, "dark", look),
    Shot("notes", NARROW, "light", notes),
    Shot("habits", NARROW, "dark", habits),
)


async def take(browser: Browser, shot: Shot, link: str, into: Path) -> None:
    width, height = shot.size
    page = await browser.new_page(viewport={"width": width, "height": height}, color_scheme=shot.scheme)
    await page.goto(link)
    await page.get_by_label("Message #studio").first.wait_for()
    await shot.act(page)
    await page.mouse.move(4, 4)
    await page.wait_for_timeout(1500)  # pictures and charts are there in full
    await page.screenshot(path=into / f"{shot.name}.png")
    await page.close()


async def line(process: asyncio.subprocess.Process) -> str:
    return (await process.stdout.readline()).decode() if process.stdout else ""


@asynccontextmanager
async def playground() -> AsyncIterator[str]:
    """The link of one that runs with data of its own."""
    with tempfile.TemporaryDirectory() as folder:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "playground", "--no-browser"),
            cwd=ROOT,
            env={**os.environ, "DATA_DIR": folder, "PLAYGROUND_PORT": "0"},
            stdout=asyncio.subprocess.PIPE,
        )
        try:
            while not (found := re.search(r"http://127\S+", await line(process))):
                pass
            yield found[0]
        finally:
            process.send_signal(signal.SIGINT)
            await process.wait()


async def photograph(link: str, chromium: str, into: Path, wanted: list[str]) -> None:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for shot in SHOTS:
            if not wanted or shot.name in wanted:
                await take(browser, shot, link, into)
        await browser.close()


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="only these pictures")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--into", type=Path, default=HERE)
    options = parser.parse_args()
    async with playground() as link:
        await photograph(link, options.chromium, options.into, options.names)


if __name__ == "__main__":
    asyncio.run(main())
