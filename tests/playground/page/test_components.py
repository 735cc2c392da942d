"""Every kind of menu and of field, from the page to the bot and back."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from tests.playground.page.acts import command, complaints

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def answered(page: Page, words: str) -> None:
    await expect(page.get_by_role("article").last).to_contain_text(words)


async def test_every_menu_reaches_the_bot(page: Page) -> None:
    await command(page, "/menus")
    card = page.get_by_role("article").first
    await card.get_by_role("combobox", name="Role").select_option(label="@Moderator — Role")
    await answered(page, "Role: Role Moderator")
    await card.get_by_role("combobox", name="Channel", exact=True).select_option(label="#lounge")
    await answered(page, "Channel: AppCommandChannel lounge")
    person = card.get_by_role("combobox", name="Person")
    assert await person.evaluate("e => e.selectedOptions[0].label") == "Ada", "chosen beforehand"
    await person.select_option(label="Sam")
    await answered(page, "Person: Member Sam")
    await card.locator("summary", has_text="Words").click()
    words = card.get_by_role("group", name="Words")
    await words.get_by_role("checkbox", name="one").check()
    await words.get_by_role("checkbox", name="three").check()
    assert await complaints(page) == []
    await words.get_by_role("checkbox", name="two").check()
    await expect(words.get_by_role("button", name="Choose")).to_be_disabled()
    await words.get_by_role("checkbox", name="two").uncheck()
    await words.get_by_role("button", name="Choose").click()
    await answered(page, "Words: str one, str three")
    await card.locator("summary", has_text="Anyone").click()
    anyone = card.get_by_role("group", name="Anyone")
    await anyone.get_by_role("checkbox", name="Mia").check()
    await anyone.get_by_role("checkbox", name="@Moderator").check()
    await anyone.get_by_role("button", name="Choose").click()
    await answered(page, "Anyone: Member Mia, Role Moderator")
    await expect(
        card.get_by_role("combobox", name="Voice channel").get_by_role("option", include_hidden=True)
    ).to_have_count(1)


async def test_a_spoiler_is_revealed_by_keys(page: Page) -> None:
    await command(page, "/menus")
    secret = page.get_by_text("It was the butler")
    await expect(secret).to_be_hidden()
    await page.get_by_role("button", name="Spoiler").press("Enter")
    await expect(secret).to_be_visible()


async def test_text_boxes_and_ticks_in_a_form(page: Page) -> None:
    await command(page, "/form")
    form = page.get_by_role("dialog", name="Answers")
    await form.get_by_role("textbox", name="Name").fill("Ada")
    await form.get_by_role("group", name="Words").get_by_role("checkbox", name="two").check()
    await form.get_by_role("button", name="Submit").click()
    await expect(form.get_by_role("alert")).to_contain_text("Size is required")
    assert await complaints(page) == []
    await form.get_by_role("radio", name="big").check()
    await form.get_by_role("checkbox", name="blue").check()
    await form.get_by_role("checkbox", name="Sure").check()
    await form.get_by_role("button", name="Submit").click()
    await answered(page, "Ada; ['two']; big; ['blue']; True")


@pytest.mark.parametrize("width", [1280, 390])
async def test_files_and_names_in_a_form(page: Page, width: int) -> None:
    await page.set_viewport_size({"width": width, "height": 800})
    await command(page, "/things")
    form = page.get_by_role("dialog", name="Things")
    await expect(form.get_by_text("Whatever you like")).to_be_visible()
    files = [{"name": f"{n}.txt", "mimeType": "text/plain", "buffer": b"x" * n} for n in (3, 5)]
    await form.get_by_label("Files").set_input_files(files)  # type: ignore[arg-type]
    await expect(form.get_by_text("3.txt, 5.txt")).to_be_visible()
    await form.get_by_role("combobox", name="Person").select_option(label="Grace")
    await form.get_by_role("group", name="Anyone").get_by_role("checkbox", name="@Moderator").check()
    await form.get_by_role("combobox", name="Channel").select_option(label="#studio")
    assert await complaints(page) == []
    assert await form.evaluate("e => e.scrollWidth <= e.clientWidth")
    await form.get_by_role("button", name="Submit").click()
    await answered(page, "[('3.txt', 3), ('5.txt', 5)]; Member Grace; Role Moderator; AppCommandChannel studio")


async def test_roles_and_channels_as_options_of_a_command(page: Page) -> None:
    await command(page, "/name")
    await page.keyboard.type("mod")
    await page.get_by_role("option", name="@Moderator").click()
    await page.keyboard.type("lou")
    await page.keyboard.press("Enter")
    await page.keyboard.type("Mia")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Enter")
    await answered(page, "@Moderator #lounge Mia")
