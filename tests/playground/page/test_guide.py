"""The first minute: three things to try that fill the composer, and samples to look around in."""

from __future__ import annotations

import aiohttp
import pytest
from playwright.async_api import Page, expect

from bot.playground.loopback import Loopback
from bot.playground.server import PageServer
from tests.playground.page.acts import box, command, complaints
from tests.playground.page.conftest import Samples

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def test_three_things_fill_the_composer(page: Page, loopback: Loopback) -> None:
    await page.get_by_role("button", name="Begin a habit").click()
    await expect(page.get_by_role("group", name="/habit add")).to_be_visible()
    await expect(page.get_by_role("textbox", name="schedule")).to_have_value("daily")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Habit: Read before bed, daily")).to_be_visible()
    await page.get_by_role("button", name="Dismiss message").click()
    await page.get_by_role("button", name="Keep a note").click()
    await expect(page.get_by_role("heading", name="Inkling", level=1)).to_be_visible()
    await expect(box(page, "@Inkling")).to_be_focused()
    assert "#ideas" in await box(page, "@Inkling").input_value()
    assert loopback.history(loopback.owner, loopback.dm_channel(loopback.owner)) == [], "filled, not sent"
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Noted: Idea")).to_be_visible()


async def test_it_is_there_again_later(page: Page) -> None:
    await command(page, "hello")
    await expect(page.get_by_role("button", name="Paint a picture")).to_have_count(0)
    await page.get_by_role("button", name="Start here").click()
    guide = page.get_by_role("dialog", name="Three things to try")
    assert await complaints(page) == []
    await page.keyboard.press("Escape")
    await expect(guide).to_have_count(0)
    await page.get_by_role("button", name="Start here").press("Enter")
    await guide.get_by_role("button", name="Paint a picture").click()
    await expect(guide).to_have_count(0)
    await expect(page.get_by_role("textbox", name="prompt")).to_be_focused()


@pytest.mark.parametrize("width", [1280, 390])
async def test_samples_are_loaded_with_one_click(page: Page, loopback: Loopback, samples: Samples, width: int) -> None:
    await page.set_viewport_size({"width": width, "height": 844})
    samples.well = False
    notebook = page.get_by_role("button", name="a sample notebook")
    await notebook.click()
    await expect(page.get_by_text("The samples could not be loaded.")).to_be_visible()
    samples.well = True
    await notebook.click()
    await expect(page.get_by_text("Type /notes to look into it.")).to_be_visible()
    await expect(notebook).to_be_disabled()
    await page.get_by_role("button", name="a year of habits").click()
    await expect(page.get_by_text("Type /habit today.")).to_be_visible()
    await page.reload()
    await expect(notebook).to_be_disabled()
    assert samples.wanted == [(kind, loopback.owner) for kind in ("notes", "notes", "habits")]
    assert await complaints(page) == []
    assert await page.locator(".scroller").evaluate("e => e.scrollWidth <= innerWidth")


async def test_samples_are_asked_for_in_order(server: PageServer, samples: Samples) -> None:
    origin = f"http://127.0.0.1:{server.port}"
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(origin, cookie_jar=jar, headers={"Origin": origin}) as session:
        await session.get(f"/?key={server.guard.key}")
        async with session.post("/api/samples", json={"kind": "../notes"}) as answer:
            assert answer.status == 400
    assert samples.wanted == []
