"""The page as a person meets it, in real Chromium, with a real bot behind it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from bot.playground.console import Console, Phase
from tests.playground.page.acts import box, command, last
from tests.playground.page.sample_bot import SampleBot, picture

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def test_the_picker_filters_and_obeys_the_keys(page: Page) -> None:
    await box(page).click()
    await page.keyboard.type("/")
    commands = page.get_by_role("listbox", name="Commands")
    await expect(commands.get_by_role("option")).to_have_count(13)
    await page.keyboard.press("ArrowDown")
    await expect(commands.get_by_role("option", selected=True)).to_contain_text("/change")
    await page.keyboard.type("im")
    await expect(commands.get_by_role("option")).to_have_count(1)
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("textbox", name="prompt")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(box(page)).to_be_focused()


async def test_typed_options_become_chips_and_reach_the_bot(page: Page, sample_bot: SampleBot) -> None:
    await box(page).click()
    await page.keyboard.type("/imagine a red apple")
    await page.keyboard.press("Tab")
    await page.keyboard.type("count")
    await page.keyboard.press("Enter")
    await page.keyboard.type("9")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("alert")).to_contain_text("The most is 4.")
    await page.keyboard.press("Backspace")
    await page.keyboard.type("2")
    await page.keyboard.press("Tab")
    await page.keyboard.type("siz")
    await page.keyboard.press("Enter")
    await page.get_by_role("option", name="Wide").click()
    await page.keyboard.type("private")
    await page.keyboard.press("Enter")
    await page.keyboard.type("f")
    await page.keyboard.press("Enter")
    await page.keyboard.type("style")
    await page.keyboard.press("Enter")
    await page.keyboard.type("wash")
    await page.get_by_role("option", name="ink wash").click()
    await page.keyboard.type("friend")
    await page.keyboard.press("Enter")
    await page.keyboard.type("Ada")
    await page.keyboard.press("Enter")
    await page.keyboard.type("base")
    await page.keyboard.press("Enter")
    files = [{"name": "base.png", "mimeType": "image/png", "buffer": picture("red").getvalue()}]
    await page.locator('input[aria-label="base"]').set_input_files(files)  # type: ignore[arg-type]
    await page.get_by_role("button", name="Send command").click()
    await expect(page.get_by_role("button", name="Open picture: a red apple")).to_have_count(2)
    seen = dict(sample_bot.seen)
    assert seen.pop("friend")
    assert seen == {
        "prompt": "a red apple",
        "count": 2,
        "size": "wide",
        "style": "ink wash",
        "private": False,
        "base": "base.png",
    }


async def test_a_suggestion_fills_the_composer(page: Page, sample_bot: SampleBot) -> None:
    await page.get_by_role("button", name="a red apple on a blue background").click()
    await expect(page.get_by_role("textbox", name="prompt")).to_have_value("a red apple on a blue background")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="Again")).to_be_visible()
    assert sample_bot.seen["prompt"] == "a red apple on a blue background"


async def test_a_picture_card_has_all_its_parts(page: Page) -> None:
    await command(page, "/imagine a cat count: 4")
    card = await last(page)
    await expect(card.get_by_role("button", name="Open picture: a cat, picture")).to_have_count(4)
    await expect(card).to_contain_text("Ada used /imagine")
    await expect(card.locator("ink-time")).to_contain_text("years ago")
    await expect(card.get_by_role("separator")).to_have_count(1)
    await expect(card.get_by_role("button", name="Waiting")).to_be_disabled()
    await expect(card.get_by_role("link", name="About")).to_have_attribute("href", "https://example.org/about")
    await expect(card.get_by_role("link", name="Download settings.txt")).to_be_visible()
    accent = await card.locator(".container").evaluate("e => getComputedStyle(e).getPropertyValue('--accent-bar')")
    assert accent == "#5b5bd6"
    await card.get_by_role("combobox", name="Pick a picture").select_option("2")
    await expect(await last(page)).to_contain_text("You picked 2")


async def test_pictures_open_at_full_size_and_download(page: Page, tmp_path: Path) -> None:
    await command(page, "/imagine a cat count: 2")
    await page.get_by_role("button", name="Open picture: a cat, picture 1").click()
    light = page.get_by_role("dialog", name="Picture")
    shown = light.get_by_role("img", name="a cat, picture 1")
    await expect(shown).to_be_visible()
    assert await shown.evaluate("e => [e.naturalWidth, e.naturalHeight]") == [64, 64]
    async with page.expect_download() as download:
        await light.get_by_role("link", name="Download picture").click()
    saved = tmp_path / "picture.png"
    await (await download.value).save_as(saved)
    assert saved.read_bytes().startswith(b"\x89PNG")
    await page.keyboard.press("ArrowRight")
    await expect(light.get_by_role("img", name="a cat, picture 2")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(light).to_have_count(0)


async def test_thinking_turns_into_the_answer(page: Page) -> None:
    await command(page, "/imagine a cat")
    await page.get_by_role("button", name="Again").click()
    await expect(page.get_by_text("Inkling is thinking…")).to_be_visible()
    await expect(await last(page)).to_contain_text("Painted again")
    await expect(page.get_by_text("Inkling is thinking…")).to_have_count(0)


async def test_a_modal_is_filled_and_answered_privately(page: Page) -> None:
    await command(page, "/imagine a cat")
    await page.get_by_role("button", name="Edit").click()
    form = page.get_by_role("dialog", name="Edit the picture")
    await form.get_by_role("textbox", name="Prompt").fill("")
    await form.get_by_role("button", name="Submit").click()
    await expect(form.get_by_role("alert")).to_contain_text("Prompt is required")
    await form.get_by_role("textbox", name="Prompt").fill("a blue pear")
    await form.get_by_role("combobox", name="Size").select_option("Wide")
    await form.get_by_role("button", name="Submit").click()
    await expect(form).to_have_count(0)
    answer = await last(page)
    await expect(answer).to_contain_text("Edited: a blue pear (Wide)")
    await expect(answer).to_contain_text("Only you can see this")
    await answer.get_by_role("button", name="Dismiss message").click()
    await expect(page.get_by_text("Edited: a blue pear")).to_have_count(0)


async def test_edits_and_deletes_are_live(page: Page, sample_bot: SampleBot) -> None:
    await command(page, "/change")
    await expect(await last(page)).to_contain_text("Waiting: place 1")
    sample_bot.go.set()
    await expect(await last(page)).to_contain_text("Painting: 50 % (edited)")
    await command(page, "/imagine a cat")
    await page.get_by_role("button", name="Delete").click()
    await expect(page.get_by_role("button", name="Delete")).to_have_count(0)


async def test_silence_is_told(page: Page) -> None:
    await command(page, "/imagine a cat")
    await command(page, "/sleep")
    await expect(page.get_by_text("Sending command…")).to_be_visible()
    await page.get_by_role("button", name="Never answers").click()
    await expect(page.get_by_role("button", name="Never answers")).to_have_attribute("aria-busy", "true")
    await expect(page.get_by_text("The application did not respond")).to_be_visible()
    await expect(page.get_by_text("This interaction failed")).to_be_visible()
    await page.get_by_role("button", name="Dismiss message").click()
    await expect(page.get_by_text("The application did not respond")).to_have_count(0)


async def test_a_direct_message_with_a_file_is_answered_and_reacted_to(page: Page) -> None:
    await page.get_by_role("navigation", name="Channels").get_by_role("button", name="Inkling").click()
    await box(page, "@Inkling").fill("buy **paint**")
    files = [{"name": "list.txt", "mimeType": "text/plain", "buffer": b"red, blue"}]
    await page.get_by_label("Attach files").set_input_files(files)  # type: ignore[arg-type]
    await expect(page.get_by_role("list", name="Files to send")).to_contain_text("list.txt")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="✅, 1")).to_be_visible()
    answer = await last(page)
    await expect(answer).to_contain_text("Noted: buy paintlist.txt")
    await expect(answer.get_by_role("button", name="Ada buy paint")).to_be_visible()


async def test_another_person_sees_no_secret(page: Page) -> None:
    await command(page, "hello")
    await command(page, "/whisper")
    await expect(page.get_by_text("A secret")).to_be_visible()
    async with page.context.expect_page() as opened:
        await page.get_by_role("link", name="Open a tab as Grace").click()
    other = await opened.value
    await expect(other.get_by_role("article")).to_have_count(1)
    await expect(other.get_by_text("Visitor", exact=True)).to_be_visible()
    await command(other, "hi Ada")
    await expect(page.get_by_role("article").last).to_contain_text("hi Ada")
    await command(page, "/whisper")
    await command(page, "still here")
    await expect(other.get_by_role("article").last).to_contain_text("still here")
    await expect(other.get_by_text("A secret")).to_have_count(0)
    await other.close()


async def test_the_state_of_the_bot_is_told(page: Page, console: Console) -> None:
    console.set(Phase.STARTING)
    await expect(page.get_by_text("Inkling is starting…")).to_be_visible()
    console.set(Phase.RESTARTING, "it fell over")
    await expect(page.get_by_text("Nothing that was accepted is lost. it fell over")).to_be_visible()
    console.log("a line of its log")
    await page.get_by_role("button", name="Bot log").click()
    await expect(page.get_by_role("region", name="Bot log")).to_contain_text("a line of its log")
    console.set(Phase.READY)
    await expect(page.get_by_text("Nothing that was accepted is lost.")).to_have_count(0)


async def test_phone_width(page: Page) -> None:
    await page.set_viewport_size({"width": 390, "height": 844})
    await command(page, "/imagine a cat count: 4")
    await expect(page.get_by_role("button", name="Again")).to_be_in_viewport()
    for part in ("html", ".scroller"):
        assert await page.locator(part).evaluate("e => e.scrollWidth <= innerWidth")
    channels = page.get_by_role("navigation", name="Channels")
    await expect(channels).to_be_hidden()
    await page.get_by_role("button", name="Show channels").click()
    await channels.get_by_role("button", name="Inkling").click()
    await expect(box(page, "@Inkling")).to_be_visible()
    await expect(channels).to_be_hidden()


async def test_the_first_paint_is_quick(page: Page) -> None:
    await page.reload()
    await box(page).wait_for()
    painted = await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime")
    assert painted is not None
    # The size is what a slow machine would feel; a time would only measure how busy this one is.
    sizes = await page.evaluate("performance.getEntriesByType('resource').map(e => e.decodedBodySize)")
    assert sum(sizes) < 400_000
