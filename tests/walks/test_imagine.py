"""/imagine from the command to the picture, and the buttons under it."""

from __future__ import annotations

import io
import itertools

import aiohttp
from PIL import Image

from bot.client import InklingBot
from bot.playground.loopback import Loopback
from tests.walks.people import Person, buttons, gallery, is_private, words

SLOW = 100
"""Steps: a few seconds on one core."""


async def fetched(url: str) -> Image.Image:
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        assert response.status == 200
        return Image.open(io.BytesIO(await response.read()))


async def test_a_prompt_becomes_a_picture(bot: InklingBot, alice: Person) -> None:
    asked = await alice.imagine("a red apple on a blue background", steps=8, seed=42)
    first = await alice.answer(asked)
    assert list(buttons(first)) == ["Cancel"]
    done = await alice.picture(asked)
    assert int(done["id"]) == int(first["id"])
    assert not is_private(done)
    for said in ("a red apple on a blue background", "starter model", "8 steps", "seed 42"):
        assert said in words(done)
    assert list(buttons(done)) == ["Again", "Edit", "Vary", "Upscale", "More"]
    (url,) = gallery(done)
    picture = await fetched(url)
    assert picture.size == (512, 512)
    assert len(picture.convert("RGB").resize((16, 16)).getcolors(256)) > 16
    assert "Seed: 42" in picture.text["parameters"]  # type: ignore[attr-defined]


async def test_a_slow_one_shows_progress_with_a_preview(bot: InklingBot, alice: Person) -> None:
    discord = alice.discord
    asked = await alice.imagine("a red apple", steps=SLOW, count=2, size="192")
    await alice.answer(asked, "Drawing")
    done = await alice.picture(asked, 120)
    assert len(gallery(done)) == 2
    edits = [request for request in discord.requests if request.method == "PATCH"]
    assert any(file.name == "preview.jpg" for edit in edits for file in edit.files)
    gaps = [later.time - earlier.time for earlier, later in itertools.pairwise(edits[:-1])]
    assert all(gap > 2.5 for gap in gaps), "progress is spaced out, not sent for every step"


async def test_only_the_first_time_it_says_where_pictures_are_made_and_who_sees_them(
    bot: InklingBot, alice: Person
) -> None:
    first = await alice.imagine("a star", steps=2)
    said = await alice.answer(first, "Before your first picture")
    assert is_private(said)
    assert "nowhere else" in words(said)
    await alice.picture(first)
    second = await alice.imagine("a star", steps=2)
    await alice.picture(second)
    assert len(alice.answers(second)) == 1


async def test_again_is_for_anyone_and_links_its_parent(bot: InklingBot, alice: Person, bob: Person) -> None:
    first = await alice.picture(await alice.imagine("a green frog", steps=4, seed=1))
    again = await bob.picture(await bob.press(first, "Again"))
    assert again["id"] != first["id"]
    assert "a green frog" in words(again)
    assert f"<@{bob.id}>" in words(again)
    assert first["id"] in words(again), "it links what it came from"
    assert "seed 1\n" not in words(again), "a fresh seed"


async def test_edit_opens_a_filled_form_and_draws_anew(bot: InklingBot, alice: Person, discord: Loopback) -> None:
    first = await alice.picture(await alice.imagine("a green frog", steps=4, guidance=2.5, seed=9))
    form, fields = await alice.form(first, "Edit")
    assert fields[0]["value"] == "a green frog"
    assert fields[4]["value"] == "4, 2.5, 9"
    submitted = await discord.submit_modal(
        alice.id,
        form,
        {
            fields[0]["custom_id"]: "a blue frog",
            fields[2]["custom_id"]: ["wide"],
            fields[3]["custom_id"]: ["2"],
            fields[4]["custom_id"]: "5, 3, 77",
        },
    )
    edited = await alice.picture(submitted)
    for said in ("a blue frog", "168×96", "5 steps", "guidance 3", "seeds 77–78"):
        assert said in words(edited)
    assert len(gallery(edited)) == 2


async def test_a_bad_form_is_refused_with_the_prompt_given_back(
    bot: InklingBot, alice: Person, discord: Loopback
) -> None:
    first = await alice.picture(await alice.imagine("a green frog", steps=4))
    form, fields = await alice.form(first, "Edit")
    values = {fields[0]["custom_id"]: "a long thought out prompt", fields[4]["custom_id"]: "lots"}
    refusal = await alice.answer(await discord.submit_modal(alice.id, form, values), "three numbers")
    assert is_private(refusal)
    assert "a long thought out prompt" in words(refusal)


async def test_original_gives_the_files_with_settings_privately(bot: InklingBot, alice: Person, bob: Person) -> None:
    first = await alice.picture(await alice.imagine("a heart", steps=4, count=2, seed=5))
    more = await bob.answer(await bob.press(first, "More"), "Why it waited")
    assert is_private(more)
    assert "Nothing was ahead of it" in words(more)
    given = await bob.answer(await bob.press(more, "Originals"), "original files")
    assert is_private(given)
    pictures = [await fetched(a["url"]) for a in given["attachments"]]
    assert [p.size for p in pictures] == [(128, 128), (128, 128)]
    assert "Seed: 6" in pictures[1].text["parameters"]  # type: ignore[attr-defined]


async def test_only_the_owner_or_a_moderator_deletes(bot: InklingBot, alice: Person, bob: Person) -> None:
    discord = alice.discord
    moderator = Person(discord, discord.add_user("mo", admin=True), discord.channel)
    for deleter in (alice, moderator):
        done = await alice.picture(await alice.imagine("a star", steps=4))
        more = await bob.answer(await bob.press(done, "More"), "Why it waited")
        refused = await bob.answer(await bob.press(more, "Delete"), "Only the person who asked")
        assert is_private(refused)
        more = await deleter.answer(await deleter.press(done, "More"), "Why it waited")
        form, _ = await deleter.form(more, "Delete")
        await discord.submit_modal(deleter.id, form, {})
        await discord.wait_for(lambda d=done: d["id"] not in [m["id"] for m in alice.seen()])
    files = [p for p in (bot.services.settings.files_dir).rglob("*") if p.is_file()]
    assert not files, "the pictures are gone from the disk too"


async def test_private_pictures_are_seen_by_nobody_else(bot: InklingBot, alice: Person, bob: Person) -> None:
    done = await alice.picture(await alice.imagine("a secret", steps=4, private=True))
    assert is_private(done)
    assert not any("secret" in words(m) for m in bob.seen())
    more = await alice.answer(await alice.press(done, "More"), "Why it waited")
    form, _ = await alice.form(more, "Delete")
    await alice.discord.submit_modal(alice.id, form, {})
    await alice.discord.wait_for(lambda: done["id"] not in [m["id"] for m in alice.seen()])
    assert any("Deleted from the records" in words(m) for m in alice.seen())
    assert not any("dismiss or delete that one" in words(m) for m in alice.seen())
    files = [path for path in bot.services.settings.files_dir.rglob("*") if path.is_file()]
    assert not files


async def test_it_works_in_a_direct_message(bot: InklingBot, owner: Person) -> None:
    channel = owner.discord.dm_channel(owner.id)
    here = Person(owner.discord, owner.id, channel)
    done = await here.picture(await here.imagine("a duck", steps=4))
    assert "a duck" in words(done)


async def test_a_plain_message_is_answered_with_help(bot: InklingBot, owner: Person) -> None:
    channel = owner.discord.dm_channel(owner.id)
    await owner.discord.send_message(owner.id, channel, "hello?")
    await owner.discord.wait_for(lambda: any("/imagine" in words(m) for m in owner.seen(channel)))


async def test_an_asker_is_named_and_not_pinged(bot: InklingBot, alice: Person) -> None:
    async with alice.discord.subscribe(alice.id) as events:
        done = await alice.picture(await alice.imagine("a star", steps=4))
        heard = [events.get_nowait() for _ in range(events.qsize())]
    assert f"<@{alice.id}>" in words(done)
    assert not done["mentions"]
    assert not any(event["d"]["mentions"] for event in heard if event["t"].startswith("MESSAGE_"))
