"""Who is who: an owner, a moderator and visitors in tabs of their own, and channels that not all of them see."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from bot.playground.loopback import Loopback
from tests.playground.page.acts import box, command, complaints, tab_of

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def test_channels_have_topics_and_their_own_messages(page: Page) -> None:
    channels = page.get_by_role("navigation", name="Channels")
    await command(page, "in the studio")
    await channels.get_by_role("button", name="lounge").click()
    await expect(page.get_by_text("Everything else")).to_be_visible()
    await expect(page.get_by_role("article")).to_have_count(0)
    await box(page, "#lounge").fill("half a thought")
    await channels.get_by_role("button", name="studio").click()
    await expect(page.get_by_role("article")).to_contain_text("in the studio")
    await channels.get_by_role("button", name="lounge").click()
    await expect(box(page, "#lounge")).to_have_value("half a thought")
    assert await complaints(page) == []


async def test_the_member_list_tells_roles(page: Page) -> None:
    members = page.get_by_role("complementary", name="Members")
    await expect(members.get_by_role("heading")).to_have_text(["Moderators — 1", "Members — 3", "Apps — 1"])
    await expect(members.locator(".member", has_text="Ada")).to_contain_text("owner")


async def test_a_moderators_channel_is_for_moderators(page: Page, loopback: Loopback) -> None:
    hidden = page.get_by_role("navigation", name="Channels").get_by_role("button", name="moderators")
    await expect(hidden).to_be_visible()
    moderator, visitor = await tab_of(page, "Mia"), await tab_of(page, "Grace")
    await moderator.get_by_role("navigation", name="Channels").get_by_role("button", name="moderators").click()
    await command(moderator, "between us", "#moderators")
    await expect(hidden).to_contain_text("new messages")
    await expect(visitor.get_by_role("navigation", name="Channels").get_by_role("button")).to_have_count(3)
    secret = next(number for number, each in loopback.state.channels.items() if each.name == "moderators")
    answer = await visitor.evaluate(
        f"fetch('/api/channels/{secret}/messages' + location.search).then(answer => answer.status)"
    )
    assert answer == 404
    loopback.set_topic(secret, "Quiet, please")  # heard of by those who see it
    await expect(moderator.get_by_text("Quiet, please")).to_be_visible()
    await moderator.close()
    await visitor.close()


async def test_a_moderator_removes_what_others_wrote(page: Page) -> None:
    await command(page, "Ada's own")
    visitor, moderator = await tab_of(page, "Grace"), await tab_of(page, "Mia")
    for tab, offered in ((visitor, 0), (moderator, 1)):
        await tab.get_by_role("article").filter(has_text="Ada's own").click(button="right")
        sheet = tab.get_by_role("dialog", name="Message actions")
        await expect(sheet.get_by_role("button", name="Reply")).to_be_visible()
        await expect(sheet.get_by_role("button", name="Delete message")).to_have_count(offered)
        await expect(sheet.get_by_role("button", name="Edit message")).to_have_count(0)
    await moderator.get_by_role("button", name="Delete message").click()
    await moderator.get_by_role("button", name="Delete", exact=True).click()
    await expect(page.get_by_text("Ada's own")).to_have_count(0)
    await visitor.close()
    await moderator.close()


async def test_who_types_is_told(page: Page) -> None:
    visitor = await tab_of(page, "Grace")
    await box(visitor).press_sequentially("hm")
    await expect(page.get_by_text("Grace is typing…")).to_be_visible()
    await page.keyboard.press("Enter")
    await box(visitor).press("Enter")
    await expect(page.get_by_role("article")).to_contain_text("hm")
    await expect(page.get_by_text("is typing…")).to_have_count(0)
    await visitor.close()


async def test_a_tab_says_whose_it_is(page: Page) -> None:
    await expect(page).to_have_title("#studio — Inkling playground")
    moderator = await tab_of(page, "Mia")
    await expect(moderator).to_have_title("Mia in #studio — Inkling playground")
    await expect(moderator.get_by_role("banner").first).to_contain_text("in this tab you are Mia, moderator.")
    assert await complaints(moderator) == []
    await moderator.close()
