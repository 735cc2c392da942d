"""Much of it: a channel of a thousand messages. Times are told by ``measure.py``, not asserted."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from bot.playground.loopback import Loopback

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def test_a_thousand_messages_are_there_and_only_the_seen_are_drawn(page: Page, loopback: Loopback) -> None:
    for number in range(1000):
        loopback.state.create_message(loopback.channel, loopback.owner, f"line {number}")
    await page.reload()
    await expect(page.get_by_text("line 999", exact=True)).to_be_in_viewport(timeout=30_000)
    assert await page.locator("article").count() == 1000
    drawn = "all => all.filter(e => e.checkVisibility({contentVisibilityAuto: true})).length"
    assert await page.locator("article .body > *").evaluate_all(drawn) < 100


async def test_a_long_channel_opens_at_its_end_and_follows(page: Page, loopback: Loopback) -> None:
    for number in range(300):
        await loopback.send_message(loopback.owner, loopback.channel, f"line {number}")
    await expect(page.get_by_text("line 299", exact=True)).to_be_in_viewport()
    await page.locator(".scroller").hover()
    await page.mouse.wheel(0, -20_000)
    await page.get_by_role("button", name="Newest messages").wait_for()
    grace = next(user for user in loopback.state.users if user not in (loopback.owner, loopback.bot_user_id))
    await loopback.send_message(grace, loopback.channel, "one more")
    await expect(page.get_by_text("one more", exact=True)).to_be_attached()
    await expect(page.get_by_text("one more", exact=True)).not_to_be_in_viewport()
    await page.get_by_role("button", name="Newest messages").click()
    await expect(page.get_by_text("one more", exact=True)).to_be_in_viewport()
