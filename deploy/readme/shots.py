"""Takes the README's picture anew: a real playground, a real browser, a real picture.

    .venv/bin/python deploy/readme/shots.py [--chromium /usr/bin/chromium]

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
from pathlib import Path

from playwright.async_api import Page, async_playwright

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
PROMPT = "a red apple on a blue background"


async def imagine(page: Page, prompt: str, **options: str) -> None:
    """Types the command as a person would, and waits for the picture."""
    before = await page.get_by_role("button", name="Again").count()
    await page.get_by_label("Message #studio").first.click()
    await page.keyboard.type("/imagine")
    await page.get_by_role("listbox", name="Commands").wait_for()
    await page.keyboard.press("Enter")
    await page.keyboard.type(prompt)
    for name, value in options.items():
        await page.keyboard.type(f" {name}:")
        await page.keyboard.type(value)
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="Again").nth(before).wait_for(timeout=180_000)


async def take(link: str, chromium: str) -> None:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for name, width, height, scheme in (("playground", 1280, 860, "dark"), ("phone", 390, 844, "light")):
            page = await browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
            )
            await page.goto(link)
            if name == "playground":
                await imagine(page, PROMPT)
            else:
                await page.get_by_role("button", name="Again").first.wait_for()
            await page.wait_for_timeout(1500)
            await page.screenshot(path=HERE / f"{name}.png")
        await browser.close()


async def line(process: asyncio.subprocess.Process) -> str:
    return (await process.stdout.readline()).decode() if process.stdout else ""


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        playground = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "playground", "--no-browser"),
            cwd=ROOT,
            env={**os.environ, "DATA_DIR": folder, "PLAYGROUND_PORT": "0"},
            stdout=asyncio.subprocess.PIPE,
        )
        try:
            while not (found := re.search(r"http://127\S+", await line(playground))):
                pass
            await take(found[0], options.chromium)
        finally:
            playground.send_signal(signal.SIGINT)
            await playground.wait()


if __name__ == "__main__":
    asyncio.run(main())
