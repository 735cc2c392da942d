"""What a person does in the page again and again, and axe-core's opinion of what they then see."""

from __future__ import annotations

import importlib.resources
from pathlib import Path
from typing import Any

from playwright.async_api import Locator, Page

AXE = Path(str(importlib.resources.files("axe_playwright_python") / "axe.min.js"))


def box(page: Page, where: str = "#studio") -> Locator:
    return page.get_by_role("textbox", name=f"Message {where}")


async def command(page: Page, typed: str, where: str = "#studio") -> None:
    """Types as a person does, and sends with Enter."""
    await box(page, where).click()
    await page.keyboard.type(typed)
    await page.keyboard.press("Enter")


async def complaints(page: Page) -> list[str]:
    """axe-core's findings of the two upper ranks; one line each, with the first place."""
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(AXE.read_text(encoding="utf-8"))
    # Animations that are halfway through would be judged for a contrast that nobody reads.
    await page.evaluate(
        "Promise.all(document.getAnimations().filter(a => isFinite(a.effect.getComputedTiming()"
        ".endTime)).map(a => a.finished.catch(() => 0)))"
    )
    found: list[dict[str, Any]] = await page.evaluate(
        "axe.run({resultTypes: ['violations']}).then(r => r.violations.map(v => "
        "({id: v.id, impact: v.impact, where: v.nodes[0].html, why: v.nodes[0].failureSummary})))"
    )
    return [
        f"{each['impact']} {each['id']}: {each['where'][:160]} — {each['why'][:300]}"
        for each in found
        if each["impact"] in ("serious", "critical")
    ]


async def tab_of(page: Page, name: str) -> Page:
    """Opens a tab as someone else, in the way that the page offers."""
    async with page.context.expect_page() as opened:
        await page.get_by_role("link", name=f"Open a tab as {name}").click()
    tab = await opened.value
    await tab.get_by_role("heading", name="Welcome to #studio").wait_for()
    return tab


async def last(page: Page) -> Locator:
    """The newest message."""
    return page.get_by_role("article").last
