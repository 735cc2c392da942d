"""The faults panel: each kind reaches the bot, says what is left, and can be ended."""

from __future__ import annotations

import aiohttp
import pytest
from playwright.async_api import Page, expect

from bot.playground.loopback import Loopback
from bot.playground.server import PageServer
from tests.playground.page.acts import command, complaints

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def open_panel(page: Page) -> None:
    await page.get_by_role("button", name="Trouble", exact=True).click()
    await expect(page.get_by_role("region", name="Trouble")).to_be_visible()


async def test_a_rate_limit_passes_by_itself(page: Page, loopback: Loopback) -> None:
    await expect(page.get_by_role("region", name="Trouble")).to_have_count(0)
    await open_panel(page)
    limit = page.get_by_role("button", name="Rate limit")
    await expect(page.get_by_role("button", name="Make all well", exact=True)).to_be_disabled()
    await limit.click()
    await limit.click()  # twice is no more than once
    await expect(limit).to_contain_text("3 left")
    assert await complaints(page) == []
    loopback.faults.clear()
    loopback.faults.rate_limit("*", "/", 1, retry_after=0.05)
    await command(page, "/whisper")
    await expect(page.get_by_text("A secret")).to_be_visible()
    await expect(limit).not_to_contain_text("left")


async def test_all_is_made_well(page: Page, loopback: Loopback) -> None:
    await open_panel(page)
    await page.get_by_role("button", name="Slow network").click()
    await page.get_by_role("button", name="Server errors").click()
    await expect(page.get_by_role("button", name="Server errors")).to_contain_text("2 left")
    assert loopback.faults.delay_seconds == 2.0
    await page.get_by_role("button", name="Close the trouble panel").click()
    await page.reload()  # it is the playground's, not the tab's
    await expect(page.get_by_text("Trouble is on: server errors, slow network.")).to_be_visible()
    assert await complaints(page) == []
    await page.get_by_role("button", name="Make all well", exact=True).click()
    await expect(page.get_by_text("Trouble is on")).to_have_count(0)
    assert loopback.faults.delay_seconds == 0 and not loopback.faults.left(502)


async def test_connections_and_tokens(page: Page, loopback: Loopback) -> None:
    await command(page, "/imagine a cat")
    await expect(page.get_by_role("button", name="Again")).to_be_visible()
    await open_panel(page)
    await page.get_by_role("button", name="Cut the connection").click()
    await expect(page.get_by_role("button", name="Cut the connection")).to_contain_text("done")
    await loopback.wait_for(lambda: loopback.gateway.resumed == 1)
    await page.get_by_role("button", name="Forget the session").click()
    await loopback.wait_for(lambda: loopback.gateway.identified == 2)
    await page.get_by_role("button", name="Expire all tokens").click()
    await expect(page.get_by_role("button", name="Expire all tokens")).to_contain_text("done")
    now = loopback.state.now_iso()
    assert all(record.expires_at <= now for record in loopback.state.interactions.values())


async def test_trouble_is_guarded_like_all_else(server: PageServer, loopback: Loopback) -> None:
    url, body = f"http://127.0.0.1:{server.port}/api/trouble", {"kind": "slow"}
    own = {"Origin": f"http://127.0.0.1:{server.port}"}
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(cookie_jar=jar) as session:
        async with session.post(url, json=body, headers=own) as answer:
            assert answer.status == 403
        await session.get(server.link)
        for headers in ({}, {"Origin": "http://evil.example"}):
            async with session.post(url, json=body, headers=headers) as answer:
                assert answer.status == 403
        async with session.post(url, json={"kind": "fire"}, headers=own) as answer:
            assert answer.status == 400
        async with session.post(url + "?as=1", json=body, headers=own) as answer:
            assert answer.status == 404
    assert loopback.faults.delay_seconds == 0
