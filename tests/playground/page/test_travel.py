"""Time travel: page, Discord and bot go ahead together, and it is plain to see."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import aiohttp
import pytest
from playwright.async_api import Page, expect

from bot.playground.loopback import Loopback
from bot.playground.server import PageServer
from tests.playground.page.acts import command, complaints, tab_of
from tests.playground.page.sample_bot import SampleBot

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

WEEK = 7 * 86_400.0


async def open_panel(page: Page) -> None:
    await page.get_by_role("button", name="Time travel", exact=True).click()
    await expect(page.get_by_role("region", name="Time travel")).to_be_visible()


async def test_a_week_ahead_and_back(page: Page, loopback: Loopback, moves: list[float], sample_bot: SampleBot) -> None:
    await command(page, "/whisper")
    await command(page, "/words")
    await expect(page.locator("ink-time")).to_have_text(re.compile("seconds? ago"))
    await open_panel(page)
    back = page.get_by_role("button", name="Back to now")
    await expect(back).to_be_disabled()
    assert await complaints(page) == []
    await page.get_by_role("button", name="+1 week").click()
    await expect(page.get_by_text("7 days ahead of your clock")).to_be_visible()
    assert loopback.ahead == WEEK and moves == [WEEK]
    await expect(page.locator("ink-time")).to_have_text("7 days ago")
    await page.get_by_role("button", name="Close the time panel").click()
    banner = page.get_by_role("region", name="Time travel is on")
    await expect(banner).to_contain_text("7 days ahead")
    assert await complaints(page) == []
    other = await tab_of(page, "Sam")  # it is the playground's, not the tab's
    await expect(other.get_by_text("7 days ahead")).to_be_visible()
    await command(page, "from the future")
    await expect(page.get_by_role("article").last).to_contain_text("from the future")
    await expect(page.get_by_role("separator")).to_have_count(1)  # another day
    sent = datetime.fromisoformat(loopback.history(loopback.owner, loopback.channel)[-1]["timestamp"])
    assert sent - datetime.now(sent.tzinfo) > timedelta(days=6.9)
    assert all(record.expires_at < loopback.state.now_iso() for record in loopback.state.interactions.values())
    await command(page, "/whisper")  # what begins now works as ever
    await expect(page.get_by_text("A secret")).to_have_count(2)
    await banner.get_by_role("button", name="Back to now").click()
    await expect(page.get_by_text("ahead")).to_have_count(0)
    await expect(other.get_by_text("7 days ahead")).to_have_count(0)
    assert loopback.ahead == 0 and moves == [WEEK, 0]
    await command(page, "home again")
    await page.reload()
    await expect(page.get_by_role("article").last).to_contain_text("home again")
    await other.close()


async def test_the_next_morning_is_nine_o_clock(page: Page, moves: list[float]) -> None:
    await open_panel(page)
    for _ in range(2):
        await page.get_by_role("button", name="Next morning").click()
        await expect(page.get_by_role("region", name="Time travel")).to_contain_text("9:00 AM")
    await expect(page.get_by_role("button", name="Back to now")).to_be_enabled()
    assert 0 < moves[0] <= 86_401 and 86_300 < moves[1] - moves[0] < 86_401


async def test_on_the_phone(page: Page) -> None:
    await page.set_viewport_size({"width": 390, "height": 844})
    await open_panel(page)
    await page.get_by_role("button", name="+1 hour").click()
    await expect(page.get_by_text("1 hour ahead of your clock")).to_be_visible()
    assert await page.locator("html").evaluate("e => e.scrollWidth <= innerWidth")
    await page.get_by_role("button", name="Close the time panel").click()
    await expect(page.get_by_role("button", name="Back to now")).to_be_in_viewport()
    assert await complaints(page) == []


async def test_only_sensible_steps(server: PageServer, loopback: Loopback) -> None:
    origin = f"http://127.0.0.1:{server.port}"
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(origin, cookie_jar=jar, headers={"Origin": origin}) as session:
        async with session.post("/api/clock", json={"advance": 60}) as answer:
            assert answer.status == 403
        await session.get(f"/?key={server.guard.key}")
        for body in ({}, {"advance": -5}, {"advance": True}, {"advance": "60"}, {"advance": 1e9}):
            async with session.post("/api/clock", json=body) as answer:
                assert answer.status == 400
    assert loopback.ahead == 0
