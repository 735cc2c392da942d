"""How 1,000 messages open and scroll: ``python -m tests.playground.page.measure``. Nothing is asserted."""

from __future__ import annotations

import asyncio
import statistics

from playwright.async_api import Page, async_playwright

from bot.playground.console import Console, Phase
from bot.playground.loopback import Loopback
from bot.playground.server import PageServer
from tests.playground.page.conftest import CHROMIUM, FLAGS
from tests.playground.page.sample_bot import picture

MESSAGES = 1000
FRAMES = """async () => {
  const box = document.querySelector(".scroller"), times = [];
  let before = await new Promise(requestAnimationFrame);
  for (let step = 0; step < 300; step++) {
    box.scrollTop += step < 150 ? -400 : 400;
    const now = await new Promise(requestAnimationFrame);
    times.push(now - before);
    before = now;
  }
  return times;
}"""


async def _report(page: Page, link: str) -> None:
    await page.goto(link)
    await page.get_by_text(f"{MESSAGES - 1}.").wait_for()
    paints = await page.evaluate("performance.getEntriesByType('paint').map(e => [e.name, Math.round(e.startTime)])")
    shown = await page.evaluate("Math.round(performance.now())")
    frames = sorted(await page.evaluate(FRAMES))
    late = sum(frame > 34 for frame in frames)
    print(f"paint {dict(paints)} ms; the newest message there after {shown} ms at most")
    print(
        f"{len(frames)} frames of scrolling: median {statistics.median(frames):.1f} ms, "
        f"95 % below {frames[int(len(frames) * 0.95)]:.1f} ms, longest {frames[-1]:.1f} ms, {late} over 34 ms"
    )


async def main() -> None:
    console = Console()
    console.set(Phase.READY)
    async with Loopback(owner_name="Ada") as world:
        image = picture("red").getvalue()
        for number in range(MESSAGES):
            files = [("red.png", image)] if number % 10 == 0 else []
            words = f"**message** {number}.\n> with a quote\n- and `code`" if number % 3 else f"message {number}."
            await world.send_message(world.owner, world.channel, words, files=files)
        async with (
            PageServer(world, console) as server,
            async_playwright() as play,
        ):
            browser = await play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            for width in (1280, 390):
                print(f"--- {width} px")
                page = await browser.new_page(viewport={"width": width, "height": 800})
                await _report(page, server.link)
                await page.close()
            await browser.close()


if __name__ == "__main__":
    asyncio.run(main())
