"""Words and files in messages: Markdown, links, embeds, replies, what is pasted or dropped, and what is hostile."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from bot.playground.loopback import Loopback
from tests.playground.page.acts import box, command, last
from tests.playground.page.sample_bot import HOSTILE

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def test_markdown_reads_as_in_discord(page: Page) -> None:
    await command(page, "/words")
    words = await last(page)
    await expect(words.get_by_role("heading", name="Title")).to_be_visible()
    for tag, text in (("strong", "bold"), ("em", "slanted"), ("u", "under"), ("s", "gone"), ("blockquote", "quoted")):
        await expect(words.locator(tag).filter(has_text=text)).to_have_count(1)
    await expect(words.locator("code").first).to_have_text("code")
    await expect(words.locator("pre")).to_have_text("print(1)")
    await expect(words.get_by_role("listitem")).to_have_count(2)
    await expect(words.locator(".subtext")).to_have_text("small print")
    await expect(words.locator(".mention").last).to_have_text("@Ada")
    await expect(words.get_by_role("link")).to_have_count(1)
    spoiler = words.get_by_role("button", name="Spoiler")
    await spoiler.press("Enter")
    await expect(words.get_by_text("hidden")).to_be_visible()
    before = await words.locator("ink-time").text_content()
    await expect(words.locator("ink-time")).not_to_have_text(before or "")


async def test_a_link_to_a_message_leads_there(page: Page, loopback: Loopback) -> None:
    sent = await loopback.send_message(loopback.owner, loopback.channel, "the one")
    direct = loopback.dm_channel(loopback.owner)
    link = f"https://discord.com/channels/{loopback.guild}/{loopback.channel}/{sent['id']}"
    await loopback.send_message(loopback.owner, direct, f"{link} https://discord.com/channels/1/2/3")
    await page.get_by_role("navigation", name="Channels").get_by_role("button", name="Inkling").click()
    written = page.get_by_role("article").first
    await expect(written.get_by_role("link")).to_have_count(1)  # what is elsewhere
    await written.get_by_role("button", name="#studio › message").click()
    await expect(page.locator(".message.found")).to_contain_text("the one")


async def test_an_embed(page: Page) -> None:
    await command(page, "/card")
    card = await last(page)
    for text in ("Embed title", "Embed words", "Steps", "Foot"):
        await expect(card).to_contain_text(text)


HAND_OVER = """(where, kind) => {
    const data = new DataTransfer();
    data.items.add(new File(["red"], `${kind}.txt`, {type: "text/plain"}));
    const event = kind === "paste" ? new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})
        : new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true});
    where.dispatchEvent(event);
}"""


async def test_files_are_pasted_and_dropped(page: Page, loopback: Loopback) -> None:
    await box(page).evaluate(f"where => ({HAND_OVER})(where, 'paste')")
    await page.locator(".scroller").evaluate(f"where => ({HAND_OVER})(where, 'drop')")
    files = page.get_by_role("list", name="Files to send")
    await expect(files.get_by_role("listitem")).to_have_count(2)
    await files.get_by_role("button", name="Remove paste.txt").click()
    await box(page).press("Enter")
    await expect(page.get_by_role("link", name="Download drop.txt")).to_be_visible()
    [message] = loopback.history(loopback.owner, loopback.channel)
    assert [each["filename"] for each in message["attachments"]] == ["drop.txt"]


async def test_replies_and_refusals(page: Page) -> None:
    await command(page, "hello")
    await page.get_by_role("article").hover()
    await page.get_by_role("button", name="Reply to Ada").click()
    await command(page, "and again")
    await expect((await last(page)).get_by_role("button", name="Ada hello")).to_be_visible()
    await box(page).fill("x" * 2001)
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Your message is too long: 2001 of 2000 characters.")).to_be_visible()
    await expect(box(page)).to_have_value("x" * 2001)


async def test_hostile_words_stay_words(page: Page, loopback: Loopback) -> None:
    await command(page, "/hostile")
    card = await last(page)
    await expect(card.get_by_role("button", name="<script>")).to_be_visible()
    name = "<img src=x onerror=window.pwned=1>.png"
    await loopback.send_message(
        loopback.owner, loopback.channel, "[x](javascript:window.pwned=1)", files=[(name, b"<svg>")]
    )
    await loopback.send_message(loopback.owner, loopback.channel, "<script>window.pwned=1</script>\n" * 20)
    await loopback.send_message(loopback.owner, loopback.channel, "||**_~~" * 200 + "> " * 300)
    await expect(page.get_by_role("article")).to_have_count(4)
    loopback.add_user(name)
    loopback.set_topic(loopback.channel, f"{HOSTILE} [x](javascript:alert(1))")
    await expect(page.get_by_role("complementary", name="Members")).to_contain_text("<img src=x")
    await expect(page.locator(".topic")).to_contain_text("<script>")
    assert await page.locator("#root script, #root [onerror], #root a[href^='javascript']").count() == 0
