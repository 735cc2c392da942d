"""What a person does with a message: react, reply, edit, delete, the bot's menus; by mouse, by keys, by touch."""

from __future__ import annotations

import aiohttp
import pytest
from playwright.async_api import Browser, Locator, Page, expect

from bot.playground.loopback import Loopback
from bot.playground.server import PageServer
from tests.playground.page.acts import box, command, complaints
from tests.playground.page.sample_bot import SampleBot

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


def said(page: Page, words: str) -> Locator:
    return page.get_by_role("article").filter(has_text=words)


async def test_reactions_are_added_counted_and_taken_back(page: Page, loopback: Loopback) -> None:
    await command(page, "hello")
    await said(page, "hello").hover()
    await page.get_by_role("button", name="Add a reaction", exact=True).click()
    sheet = page.get_by_role("dialog", name="Add a reaction")
    await sheet.get_by_role("button", name="React with 🎉").click()
    await expect(sheet).to_have_count(0)
    count = page.get_by_role("button", name="🎉, 1")
    await expect(count).to_have_attribute("aria-pressed", "true")
    grace = next(user for user in loopback.state.users if user not in (loopback.owner, loopback.bot_user_id))
    [message] = loopback.history(loopback.owner, loopback.channel)
    await loopback.react(grace, int(message["id"]), "🎉")
    await page.get_by_role("button", name="🎉, 2").click()
    await expect(count).to_have_attribute("aria-pressed", "false")
    await page.reload()
    await expect(count).to_have_attribute("aria-pressed", "false")


async def test_one_s_own_message_is_edited(page: Page) -> None:
    await command(page, "helo")
    await expect(said(page, "helo")).to_be_visible()
    await said(page, "helo").hover()
    await page.get_by_role("button", name="Edit message").click()
    area = page.get_by_role("textbox", name="Edit message")
    await expect(area).to_be_focused()
    await area.fill("")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("A message cannot be left empty. Delete it instead.")).to_be_visible()
    await area.fill("hello")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("article")).to_contain_text("hello (edited)")
    await expect(box(page)).to_be_focused()
    await page.keyboard.press("ArrowUp")  # the newest of one's own, from the empty composer
    await expect(area).to_have_value("hello")
    assert await complaints(page) == []
    await page.keyboard.press("Escape")
    await expect(area).to_have_count(0)


async def test_deleting_asks_first(page: Page) -> None:
    await command(page, "a secret")
    await said(page, "a secret").hover()
    await page.get_by_role("button", name="More actions").click()
    sheet = page.get_by_role("dialog", name="Message actions")
    await sheet.get_by_role("button", name="Delete message").click()
    question = page.get_by_role("dialog", name="Delete this message?")
    await expect(question.get_by_role("button", name="Keep it")).to_be_focused()
    assert await complaints(page) == []
    await question.get_by_role("button", name="Keep it").click()
    await expect(said(page, "a secret")).to_be_visible()
    await said(page, "a secret").click(button="right")
    await sheet.get_by_role("button", name="Delete message").click()
    await question.get_by_role("button", name="Delete", exact=True).click()
    await expect(said(page, "a secret")).to_have_count(0)


async def test_the_bots_own_menu_commands(page: Page) -> None:
    await command(page, "remember the milk")
    await said(page, "remember the milk").click(button="right")
    sheet = page.get_by_role("dialog", name="Message actions")
    assert await complaints(page) == []
    await sheet.get_by_role("group", name="Apps").get_by_role("button", name="Save to notes").click()
    await expect(page.get_by_role("article").last).to_contain_text("Saved: remember the milk")
    await expect(page.get_by_role("article").last).to_contain_text("Only you can see this")
    await said(page, "remember the milk").first.click(button="right")
    await sheet.get_by_role("button", name="Say it aloud").click()
    await expect(page.get_by_role("article").last).to_contain_text("Aloud: remember the milk")


async def test_all_of_it_by_keyboard(page: Page) -> None:
    await command(page, "first")
    await command(page, "second")
    await expect(said(page, "second")).to_be_visible()
    await page.locator(".scroller").focus()
    await page.keyboard.press("ArrowUp")
    await expect(said(page, "second")).to_be_focused()
    await page.keyboard.press("ArrowUp")
    await expect(said(page, "first")).to_be_focused()
    await page.keyboard.press("Enter")
    sheet = page.get_by_role("dialog", name="Message actions")
    await expect(sheet.get_by_role("button").first).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(said(page, "first")).to_be_focused()
    await page.keyboard.press("+")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await expect(said(page, "first").get_by_role("button", name="❤️, 1")).to_be_visible()
    await page.locator(".scroller").focus()
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("r")
    await expect(page.get_by_text("Replying to Ada")).to_be_visible()
    await expect(box(page)).to_be_focused()


async def test_a_card_s_buttons_and_form_by_keyboard(page: Page) -> None:
    await command(page, "/imagine a cat")
    await expect(page.get_by_role("button", name="Again")).to_be_visible()
    await page.keyboard.press("Shift+Tab")  # the button for files
    await page.keyboard.press("Shift+Tab")  # into the messages, from below
    await page.keyboard.press("Escape")
    await expect(box(page)).to_be_focused()
    await page.locator(".scroller").focus()
    await page.keyboard.press("ArrowUp")
    for _ in range(12):
        await page.keyboard.press("Tab")
        if await page.get_by_role("button", name="Edit", exact=True).evaluate("e => e === document.activeElement"):
            break
    await page.keyboard.press("Enter")
    form = page.get_by_role("dialog", name="Edit the picture")
    await expect(form.get_by_role("textbox", name="Prompt")).to_be_focused()
    await page.keyboard.press("Control+a")
    await page.keyboard.type("a dog")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Edited: a dog (Square)")).to_be_visible()
    await expect(page.get_by_role("button", name="Edit", exact=True)).to_be_focused()  # where one came from


async def test_a_long_press_on_the_phone(
    browser: Browser, server: PageServer, sample_bot: SampleBot, loopback: Loopback
) -> None:
    await loopback.send_message(loopback.owner, loopback.channel, "press me")
    context = await browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = await context.new_page()
    await page.goto(server.link)
    message = said(page, "press me")
    await message.wait_for()
    finger = await context.new_cdp_session(page)
    place = await message.bounding_box()
    assert place is not None
    point = {"x": place["x"] + 120, "y": place["y"] + 30}
    await finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
    sheet = page.get_by_role("dialog", name="Message actions")
    await expect(sheet).to_be_visible()
    await finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    await expect(sheet).to_be_visible()
    assert await complaints(page) == []
    sides = await sheet.evaluate("e => { const r = e.getBoundingClientRect(); return [r.left, r.right, r.bottom]; }")
    assert sides == [0, 390, 844]
    await sheet.get_by_role("button", name="React with 👍").tap()
    await expect(page.get_by_role("button", name="👍, 1")).to_be_visible()
    await context.close()


async def test_nobody_elses_message_is_edited_or_removed(server: PageServer, loopback: Loopback) -> None:
    sent = await loopback.send_message(loopback.owner, loopback.channel, "Ada's own")
    grace = next(user for user in loopback.state.users if user not in (loopback.owner, loopback.bot_user_id))
    jar = aiohttp.CookieJar(unsafe=True)
    origin = f"http://127.0.0.1:{server.port}"
    async with aiohttp.ClientSession(origin, cookie_jar=jar, headers={"Origin": origin}) as session:
        await session.get(f"/?key={server.guard.key}")
        for verb, body in (
            ("edit", {"content": "mine"}),
            ("delete", {}),
            ("react", {"emoji": "<script>"}),
            ("react", {"emoji": "🎉" * 40}),
            ("menu", {"name": "Nothing"}),
        ):
            async with session.post(f"/api/messages/{sent['id']}/{verb}?as={grace}", json=body) as answer:
                assert (await answer.json())["refused"], verb
    [message] = loopback.history(loopback.owner, loopback.channel)
    assert message["content"] == "Ada's own" and not message.get("reactions")
