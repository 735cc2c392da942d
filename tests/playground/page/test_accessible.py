"""axe-core finds nothing serious in any state of the page, dark or light, wide or narrow."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.async_api import Page, expect

from bot.playground.console import Console, Phase
from bot.playground.loopback import Loopback, Voice
from tests.playground.page.acts import box, command, complaints

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

both = pytest.mark.parametrize("scheme", ["dark", "light"])
Scheme = Literal["dark", "light"]


@both
async def test_the_first_minute(page: Page, console: Console, scheme: Scheme) -> None:
    await page.emulate_media(color_scheme=scheme)
    assert await complaints(page) == []
    console.set(Phase.RESTARTING, "it fell over")
    await page.get_by_role("button", name="Bot log").click()
    await expect(page.get_by_role("region", name="Bot log")).to_be_visible()
    assert await complaints(page) == []


@both
async def test_the_picker_and_the_options(page: Page, scheme: Scheme) -> None:
    await page.emulate_media(color_scheme=scheme)
    await page.set_viewport_size({"width": 1280, "height": 360})  # the picker must scroll
    await box(page).click()
    await page.keyboard.type("/")
    await expect(page.get_by_role("listbox", name="Commands")).to_be_visible()
    assert await page.locator(".popup").evaluate("e => e.scrollHeight > e.clientHeight")
    assert await complaints(page) == []
    await page.keyboard.press("Shift+Tab")  # over the button for files
    await page.keyboard.press("Shift+Tab")
    await expect(page.get_by_role("group", name="Suggestions")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(box(page)).to_be_focused()
    await page.keyboard.type("imagine a cat")
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("listbox", name="Options")).to_be_visible()
    assert await page.locator(".popup").evaluate("e => e.scrollHeight > e.clientHeight")
    assert await complaints(page) == []
    await page.keyboard.type("count")
    await page.keyboard.press("Enter")
    await page.keyboard.type("9")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("alert")).to_contain_text("The most is 4.")
    assert await complaints(page) == []


@both
async def test_messages_of_every_kind(page: Page, loopback: Loopback, scheme: Scheme) -> None:
    await page.emulate_media(color_scheme=scheme)
    sent = await loopback.send_message(loopback.owner, loopback.channel, "hello", files=[("list.txt", b"red")])
    await loopback.send_message(loopback.owner, loopback.channel, "again", reply_to=int(sent["id"]))
    await loopback.react(loopback.owner, int(sent["id"]), "👍")
    for typed in ("/words", "/card", "/whisper", "/imagine a cat count: 2"):
        await command(page, typed)
    await expect(page.get_by_role("button", name="Again")).to_be_visible()
    assert await complaints(page) == []
    await page.get_by_role("button", name="Open picture: a cat, picture 1").click()
    await expect(page.get_by_role("dialog", name="Picture")).to_be_visible()
    assert await complaints(page) == []
    await page.keyboard.press("Escape")
    await page.get_by_role("button", name="Edit", exact=True).click()
    form = page.get_by_role("dialog", name="Edit the picture")
    await form.get_by_role("textbox", name="Prompt").fill("")
    await form.get_by_role("button", name="Submit").click()
    await expect(form.get_by_role("alert")).to_be_visible()
    assert await complaints(page) == []


@both
async def test_what_is_spoken_forwarded_and_travelled(page: Page, loopback: Loopback, scheme: Scheme) -> None:
    await page.emulate_media(color_scheme=scheme)
    sent = await loopback.send_message(loopback.owner, loopback.channel, "hello")
    await loopback.forward_message(loopback.owner, int(sent["id"]), loopback.channel)
    voice = Voice(2.0, bytes(range(20)))
    await loopback.send_voice(loopback.owner, loopback.channel, ("a.ogg", b"OggS" + bytes(60)), voice)
    await page.get_by_role("button", name="Time travel").click()
    await page.get_by_role("button", name="+1 week").click()
    await expect(page.get_by_text("7 days ahead")).to_be_visible()
    assert await complaints(page) == []
    await page.get_by_role("button", name="Close the time panel").click()
    await page.get_by_role("button", name="Start here").click()
    await expect(page.get_by_role("dialog", name="Three things to try")).to_be_visible()
    assert await complaints(page) == []
    await page.keyboard.press("Escape")
    await page.get_by_role("button", name="Record a voice message").click()
    await expect(page.get_by_role("timer")).to_be_visible()
    assert await complaints(page) == []
    await page.keyboard.press("Escape")


@both
async def test_on_the_phone(page: Page, scheme: Scheme) -> None:
    await page.emulate_media(color_scheme=scheme)
    await page.set_viewport_size({"width": 390, "height": 844})
    await command(page, "/imagine a cat")
    await expect(page.get_by_role("button", name="Again")).to_be_visible()
    assert await complaints(page) == []
    await page.get_by_role("button", name="Show channels").click()
    await expect(page.get_by_role("navigation", name="Channels")).to_be_visible()
    assert await complaints(page) == []
