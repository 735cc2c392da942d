"""Buttons that make something of a picture: for anyone who sees it, on their own quota, linked to its origin."""

from __future__ import annotations

import re
from typing import Any

from bot.client import InklingBot
from tests.walks.conftest import Running
from tests.walks.people import Person, buttons, gallery, is_private, parts, words
from tests.walks.test_imagine import fetched


async def test_vary_offers_what_the_model_can_and_links_its_parent(bot: InklingBot, alice: Person, bob: Person) -> None:
    done = await alice.picture(await alice.imagine("a red apple", steps=8, seed=3))
    card = await bob.answer(await bob.press(done, "Vary"), "Vary")
    assert is_private(card)
    offered = ["Subtle", "Strong", "In your words", "Zoom out 1.5×", "Zoom out 2×", "Left", "Up", "Down", "Right"]
    assert list(buttons(card)) == offered
    subtle = await bob.picture(await bob.press(card, "Subtle"))
    assert not is_private(subtle) and f"<@{bob.id}>" in words(subtle)
    for said in ("a red apple", "from a picture, strength 0.35", "2 of 8 steps", f"/{done['id']}"):
        assert said in words(subtle)
    work = await bot.services.imagine.find(2)
    assert work.job.user_id == bob.id, "on Bob's own quota"


async def test_zooming_out_and_moving_paint_around_the_picture(bot: InklingBot, alice: Person) -> None:
    done = await alice.picture(await alice.imagine("a red apple", steps=6, seed=3))
    card = await alice.answer(await alice.press(done, "Vary"), "Vary")
    out = await alice.picture(await alice.press(card, "Zoom out 2×"))
    assert "painted into a picture" in words(out) and "128×128" in words(out)
    moved = await alice.picture(await alice.press(card, "Right"))
    assert "192×128" in words(moved)


async def test_another_sampler_with_the_same_seed(bot: InklingBot, alice: Person) -> None:
    done = await alice.picture(await alice.imagine("a red apple", steps=6, seed=3))
    more = await alice.answer(await alice.press(done, "More"), "Why it waited")
    card = await alice.answer(await alice.press(more, "Sampler"), "Another sampler")
    menu = next(part for part in parts(card["components"]) if part["type"] == 3)
    names = [option["value"] for option in menu["options"]]
    assert "Euler a" in names and "DDIM" not in names, "it was drawn with that one"
    made = await alice.picture(await alice.discord.select(alice.id, int(card["id"]), menu["custom_id"], ("Euler a",)))
    assert "Euler a" in words(made) and "seed 3" in words(made)
    original = await alice.answer(
        await alice.press(await alice.answer(await alice.press(made, "More")), "Original"), "file"
    )
    assert "Sampler: Euler a" in (await fetched(original["attachments"][0]["url"])).text["parameters"]  # type: ignore[attr-defined]
    again = await alice.picture(await alice.press(made, "Again"))
    assert "Euler a" in words(again)


async def test_one_of_several_is_chosen_first(bot: InklingBot, alice: Person) -> None:
    done = await alice.picture(await alice.imagine("a star", steps=4, count=2, seed=9))
    card = await alice.answer(await alice.press(done, "Upscale"), "Upscale")
    menu = next(part for part in card["components"][0]["components"] if part["type"] == 1)["components"][0]
    assert [option["label"] for option in menu["options"]] == ["Picture 1", "Picture 2"]
    await alice.discord.select(alice.id, int(card["id"]), menu["custom_id"], ("1",))
    chosen = await alice.discord.wait_for(
        lambda: next((m for m in alice.seen() if m["id"] == card["id"] and buttons(m)["2×"].endswith(":1:twice")), None)
    )
    large = await alice.picture(await alice.press(chosen, "2×"))
    assert "256×256" in words(large) and "enlarged, strength 0.3" in words(large)
    assert (await fetched(gallery(large)[0])).size[0] >= 256
    origin = await bot.services.imagine.find(1)
    assert (await bot.services.imagine.find(2)).job.generation.image == origin.pictures[1].sha256


async def test_a_single_picture_is_enlarged_at_once_and_its_parent_may_go(bot: InklingBot, alice: Person) -> None:
    done = await alice.picture(await alice.imagine("a heart", steps=4, seed=9))
    pressed = await alice.press(done, "Upscale")
    assert "256×256" in words(await alice.picture(pressed))
    more = await alice.answer(await alice.press(done, "More"), "Why it waited")
    form, _ = await alice.form(more, "Delete")
    await alice.discord.submit_modal(alice.id, form, {})
    await alice.discord.wait_for(lambda: done["id"] not in [m["id"] for m in alice.seen()])
    gone = await alice.discord.wait_for(lambda: [m for m in alice.seen() if "Deleted" in words(m)])
    assert gone and gone[0]["id"] == more["id"]


async def grid(person: Person, done: dict[str, Any], *values: object) -> int:
    """Sends the form behind More; the interaction."""
    more = await person.answer(await person.press(done, "More"), "Why it waited")
    form, fields = await person.form(more, "Grid")
    filled = {field["custom_id"]: value for field, value in zip(fields, values, strict=True)}
    return await person.discord.submit_modal(person.id, form, filled)


async def test_a_grid_over_two_settings_is_one_message_whose_cells_are_pictures(bot: InklingBot, alice: Person) -> None:
    done = await alice.picture(await alice.imagine("a red apple", steps=4, seed=3))
    refused = await alice.answer(await grid(alice, done, ["guidance"], "1-5", ["steps"], "1-4"), "20 pictures")
    assert is_private(refused) and "a red apple" in words(refused)
    asked = await grid(alice, done, ["guidance"], "1, 6", ["words"], "apple, frog")
    made = await alice.picture(asked)
    for said in ("grid: guidance 1, 6 × words apple, frog", "seed 3", "4 steps", f"/{done['id']}"):
        assert said in words(made)
    (url,) = gallery(made)
    sheet = await fetched(url)
    assert sheet.width > 2 * 192 and sheet.height > 2 * 192
    work = await bot.services.imagine.find(2)
    assert len(work.pictures) == 4 and len({picture.sha256 for picture in work.pictures}) == 4
    assert work.pictures[0].seed == 3 and work.job.generation.cost == sum(c.cost for c in work.job.generation.cells)
    card = await alice.answer(await alice.press(made, "Vary"), "Vary")
    menu = next(part for part in parts(card["components"]) if part["type"] == 3)
    assert [option["label"] for option in menu["options"]][3] == "guidance 6, frog"
    await alice.discord.select(alice.id, int(card["id"]), menu["custom_id"], ("3",))
    chosen = await alice.discord.wait_for(
        lambda: next((m for m in alice.seen() if m["id"] == card["id"] and ":3:" in buttons(m)["Subtle"]), None)
    )
    varied = await alice.picture(await alice.press(chosen, "Subtle"))
    assert "a red frog" in words(varied) and "guidance 6" in words(varied) and "grid" not in words(varied)
    more = await alice.answer(await alice.press(made, "More"), "Why it waited")
    originals = await alice.answer(await alice.press(more, "Originals"), "files")
    said = (await fetched(originals["attachments"][2]["url"])).text["parameters"]  # type: ignore[attr-defined]
    assert "CFG scale: 1," in said and "frog" in said.splitlines()[0]
    again = await alice.picture(await alice.press(made, "Again"))
    assert "grid: guidance 1, 6" in words(again) and not re.search(r"seed 3\b", words(again))


async def test_a_grid_outlives_the_bot_and_is_cancelled_as_one(running: Running, alice: Person) -> None:
    async with running():
        done = await alice.picture(await alice.imagine("a star", steps=2, seed=3))
        asked = await grid(alice, done, ["guidance"], "2, 4, 6", ["nothing else"], "")
        await alice.answer(asked, "a star")
    async with running() as bot:
        assert "grid: guidance 2, 4, 6" in words(await alice.picture(asked))
        asked = await grid(alice, done, ["steps"], "93-100", ["nothing else"], "")
        card = await alice.answer(asked, "Drawing", "of 772")
        await alice.press(card, "Cancel")
        await alice.answer(asked, "Cancelled while it was being drawn")
        assert await bot.services.queue.open_jobs(alice.id) == 0
