"""Markdown made to cost time stays words; ordinary Markdown beside it stays Markdown."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from bot.playground.loopback import Loopback

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def test_openings_without_end_stay_words(page: Page, loopback: Loopback) -> None:
    for text in ("[](" * 666, "[a](" * 500, "**_~~||" * 285):
        loopback.state.create_message(loopback.channel, loopback.owner, text)
    await expect(page.get_by_role("article")).to_have_count(3)
    assert await page.locator(".prose").first.text_content() == "[](" * 666
    links = " ".join(f"[{number}](https://example.org/{number})" for number in range(60))
    await loopback.send_message(loopback.owner, loopback.channel, links[:1990])
    await expect(page.get_by_role("article").last.get_by_role("link")).to_have_count(links[:1990].count(")"))
