"""Looks at the views: types the commands in a real playground, presses the buttons below their answers, and pastes what
comes onto contact sheets. A view that needs more than a lived-in house, such as a book half read, is not reached.

    .venv/bin/python deploy/readme/views.py --into FOLDER [--only imagine,notes] [--depth 3]

A form is opened and closed again; what a menu offers first is chosen. What could not be had, and every answer that says
that something went wrong, is printed at the end. Needs what shots.py needs.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import re
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from playwright.async_api import ElementHandle, Error, Page, async_playwright
from shots import FLAGS, NARROW, drawer, enter, lived_in, playground

COMMANDS = (
    "/help",
    "/imagine prompt: a red apple on a blue background count: 2",
    "/gallery",
    "/queue",
    "/notes add",
    "/notes recent",
    "/notes search query: ferry",
    "/notes tasks",
    "/notes review",
    "/notes digest",
    "/notes export",
    "/read start",
    "/read now",
    "/read questions",
    "/read publish",
    "/habit today",
    "/habit add",
    "/habit stats",
    "/habit stats habit: Read",
    "/habit share habit: Read",
    "/habit edit habit: Read",
    "/remind me what: stretch when: every monday at 9am",
    "/remind list",
    "/settings",
    "/privacy",
    "/admin setup",
    "/admin block",
    "/admin audit",
)
LEFT_ALONE = re.compile(r"delete everything|erase|yes, delete|delete it|remove it|dismiss|open picture|download", re.I)
"""What would empty the house that is being shown."""
BROKEN = re.compile(r"went wrong|did not respond|not shown here yet", re.I)
WIDTH, GAP, COLUMNS, HEIGHT = 390, 16, 5, 2600


@dataclass
class Tour:
    """What was seen so far: (path, PNG), and what failed. ``known`` are (first words of a view, button)."""

    page: Page
    depth: int
    seen: list[tuple[str, bytes]] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    known: set[tuple[str, str]] = field(default_factory=set)

    async def newest(self) -> str:
        return str(await self.page.evaluate("[...document.querySelectorAll('article')].at(-1)?.dataset.message ?? ''"))

    async def article(self, message: str) -> ElementHandle:
        found = await self.page.query_selector(f'article[data-message="{message}"]')
        if found is None:
            raise LookupError("the message is gone")
        return found

    async def settled(self, before: str, old: str, patience: float = 30.0) -> tuple[str, ElementHandle]:
        """What came: a form, a new message, or the old one changed. (kind, element)."""
        until = asyncio.get_running_loop().time() + patience
        while asyncio.get_running_loop().time() < until:
            await self.page.wait_for_timeout(150)
            form = await self.page.query_selector("dialog.modal[open]")
            if form is not None:
                return "form", form
            newest = await self.newest()
            if newest and newest != before:
                there = await self.article(newest)
                if await there.query_selector(".thinking") is None:
                    await self.page.wait_for_timeout(900)
                    return newest, await self.article(newest)
            elif old and await (await self.article(before)).inner_text() != old:
                await self.page.wait_for_timeout(900)
                return before, await self.article(before)
        raise LookupError("nothing came")

    async def shoot(self, path: str, element: ElementHandle) -> str:
        """The view's words."""
        await element.scroll_into_view_if_needed()
        await self.page.mouse.move(2, 2)
        words = await element.inner_text()
        self.seen.append((path, await element.screenshot()))
        if BROKEN.search(words):
            self.failed.append(f"{path}: {words[:200]!r}")
        return words

    async def command(self, typed: str) -> tuple[str, ElementHandle]:
        before = await self.newest()
        await enter(self.page, typed)
        await self.page.wait_for_timeout(300)
        if await self.page.query_selector(".entry.slash"):  # it could be given options
            await self.page.keyboard.press("Enter")
        patience = 120.0 if typed.startswith("/imagine") else 30.0
        kind, element = await self.settled(before, "", patience)
        if typed.startswith("/imagine"):
            await self.page.get_by_role("button", name="Again").last.wait_for(timeout=120_000)
            await self.page.wait_for_timeout(800)
            kind = str(
                await self.page.evaluate(
                    "[...document.querySelectorAll('article')].filter(a => a.querySelector('.button') && "
                    "a.innerText.includes('Again')).at(-1).dataset.message"
                )
            )
            element = await self.article(kind)
        return kind, element

    async def press(self, message: str, step: str) -> tuple[str, ElementHandle]:
        there = await self.article(message)
        old = await there.inner_text()
        kind, _, label = step.partition(" ")
        place = int(label.split(" ", 1)[0])
        found = await there.query_selector_all(".button:not(a)" if kind == "press" else "select")
        if place >= len(found):
            raise LookupError("the button is gone")
        if kind == "press":
            await found[place].click()
        else:
            offered = await found[place].query_selector_all("option:not([disabled])")
            await found[place].select_option(value=await offered[-1].get_attribute("value"))
        return await self.settled(message if message == await self.newest() else await self.newest(), old)

    async def steps(self, element: ElementHandle, words: str) -> list[str]:
        title = words[:60]
        found = []
        for number, button in enumerate(await element.query_selector_all(".button:not(a)")):
            label = (await button.get_attribute("aria-label")) or ""
            if await button.is_enabled() and not LEFT_ALONE.search(label) and (title, label) not in self.known:
                self.known.add((title, label))
                found.append(f"press {number} {label}")
        for number, menu in enumerate(await element.query_selector_all("select")):
            label = (await menu.get_attribute("aria-label")) or ""
            if await menu.is_enabled() and (title, label) not in self.known:
                self.known.add((title, label))
                found.append(f"choose {number} {label}")
        return found

    async def look_at(self, typed: str) -> None:
        """The command, and what its buttons lead to, each reached anew from the command."""
        root = ""
        waiting: deque[tuple[str, ...]] = deque([()])
        while waiting:
            path = waiting.popleft()
            name = " › ".join([typed.split(":")[0], *(" ".join(step.split(" ")[2:]) for step in path)])
            try:
                if root and typed.startswith("/imagine"):
                    kind, element = root, await self.article(root)
                else:
                    kind, element = await self.command(typed)
                    root = kind
                for step in path:
                    kind, element = await self.press(kind, step)
                words = await self.shoot(name, element)
                if kind == "form":
                    await self.page.keyboard.press("Escape")
                elif len(path) < self.depth:
                    waiting.extend((*path, step) for step in await self.steps(element, words))
            except (LookupError, Error) as error:
                self.failed.append(f"{name}: {str(error).splitlines()[0]}")
                await self.page.keyboard.press("Escape")


def sheets(seen: list[tuple[str, bytes]]) -> list[Image.Image]:
    """Columns of views, each under its path."""
    font = ImageFont.load_default(15)
    made: list[Image.Image] = []
    heights = [HEIGHT] * COLUMNS
    for path, png in seen:
        view = Image.open(io.BytesIO(png)).convert("RGB")
        if view.width > WIDTH:
            view = view.resize((WIDTH, view.height * WIDTH // view.width))
        view = view.crop((0, 0, view.width, min(view.height, HEIGHT - 60)))
        column = min(range(COLUMNS), key=lambda n: heights[n])
        if heights[column] + view.height + 40 > HEIGHT:
            made.append(Image.new("RGB", (COLUMNS * (WIDTH + GAP) + GAP, HEIGHT), "#0b0c0e"))
            heights, column = [GAP] * COLUMNS, 0
        left, top = GAP + column * (WIDTH + GAP), heights[column]
        ImageDraw.Draw(made[-1]).text((left, top), path[-52:], "#9fc5ff", font)
        made[-1].paste(view, (left, top + 22))
        heights[column] = top + 22 + view.height + GAP
    return made


@asynccontextmanager
async def opened(chromium: str, link: str) -> AsyncIterator[Page]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = await browser.new_page(viewport={"width": NARROW[0], "height": 1400}, color_scheme="dark")
        await page.goto(link)
        await page.get_by_label("Message #studio").first.wait_for()
        await page.get_by_role("button", name="Paint a picture").wait_for(timeout=60_000)
        yield page
        await browser.close()


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("--only", default="", help="commands that begin so, separated by commas")
    parser.add_argument("--depth", type=int, default=3)
    options = parser.parse_args()
    options.into.mkdir(parents=True, exist_ok=True)
    wanted = tuple(f"/{name}" for name in options.only.split(",") if name)
    async with playground() as link, opened(options.chromium, link) as page:
        await lived_in(page)
        await drawer(page)
        await page.get_by_role("navigation", name="Channels").get_by_role("button", name="studio").click()
        tour = Tour(page, options.depth)
        for typed in COMMANDS:
            if not wanted or typed.startswith(wanted):
                await tour.look_at(typed)
                print(f"{typed}: {len(tour.seen)} views", flush=True)
    for number, sheet in enumerate(sheets(tour.seen), 1):
        sheet.save(options.into / f"views-{number}.png")
    print(f"{len(tour.seen)} views")
    print(*tour.failed, sep="\n")


if __name__ == "__main__":
    asyncio.run(main())
