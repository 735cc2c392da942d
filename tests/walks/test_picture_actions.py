"""“Picture actions” on pictures of ours and of one's own, Replay, and the gallery."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bot.client import InklingBot
from tests.imagine.test_identify import A1111
from tests.walks.people import Person, buttons, gallery, is_private, parts, words
from tests.walks.test_imagine import fetched


def picture(**texts: str) -> bytes:
    info, out = PngInfo(), io.BytesIO()
    for key, text in texts.items():
        info.add_itxt(key, text)
    Image.new("RGB", (160, 120), (200, 30, 30)).save(out, "PNG", pnginfo=info)
    return out.getvalue()


async def posted(person: Person, content: bytes, name: str = "fox.png") -> dict[str, Any]:
    return await person.discord.send_message(person.id, person.channel, "look", files=[(name, content)])


async def acting(person: Person, message: dict[str, Any], *said: str) -> dict[str, Any]:
    asked = await person.discord.context_menu(person.id, int(message["id"]), "Picture actions")
    return await person.answer(asked, *said)


async def test_replay_says_that_every_pixel_is_the_same(
    bot: InklingBot, alice: Person, bob: Person, owner: Person
) -> None:
    done = await alice.picture(await alice.imagine("a red apple", steps=4, seed=5, count=2))
    card = await acting(bob, done)
    assert is_private(card) and "seeds 5–6" in words(card)
    assert list(buttons(card)) == ["Use as input", "Vary", "Upscale", "Remix", "Replay", "Blend two"]
    assert "CAPTION_MODEL" in words(await acting(owner, done, "Describe")) and "Describe" not in words(card)
    again = await bob.picture(await bob.press(card, "Replay"))
    assert "every pixel is the same" in words(again) and "seeds 5–6" in words(again)
    assert f"/{done['id']}" in words(again)


async def test_a_picture_of_ours_as_input_with_other_words(bot: InklingBot, alice: Person) -> None:
    done = await alice.picture(await alice.imagine("a red apple", steps=4, seed=5))
    form, fields = await alice.form(await acting(alice, done), "Use as input")
    values = {
        fields[0]["custom_id"]: "a green frog",
        fields[2]["custom_id"]: ["as the picture"],
        fields[3]["custom_id"]: ["1"],
        fields[4]["custom_id"]: "10, -, 3, 0.4",
    }
    made = await alice.picture(await alice.discord.submit_modal(alice.id, form, values))
    for said in ("a green frog", "from a picture, strength 0.4", "4 of 10 steps", "seed 3", "an earlier one"):
        assert said in words(made)


async def test_of_several_pictures_one_is_chosen_as_input_and_two_are_blended(bot: InklingBot, alice: Person) -> None:
    done = await alice.picture(await alice.imagine("a red apple", steps=4, seed=5, count=3))
    card = await acting(alice, done)
    which = await alice.answer(await alice.press(card, "Use as input"), "Use as input")
    menu = next(part for part in parts(which["components"]) if part["type"] == 3)
    await alice.discord.select(alice.id, int(which["id"]), menu["custom_id"], ("2",))
    chosen = await until(alice, which, lambda m: buttons(m)["Use this one"].endswith(":2"))
    form, fields = await alice.form(chosen, "Use this one")
    await alice.picture(
        await alice.discord.submit_modal(alice.id, form, filled(fields, "a green frog", "10, -, 3, 0.4"))
    )
    origin = await bot.services.imagine.find(1)
    assert (await bot.services.imagine.find(2)).job.generation.image == origin.pictures[2].sha256
    which = await alice.answer(await alice.press(card, "Blend two"), "Choose two pictures")
    menu = next(part for part in parts(which["components"]) if part["type"] == 3)
    form, fields = await alice.opened(alice.discord.select(alice.id, int(which["id"]), menu["custom_id"], ("2", "0")))
    assert fields[0]["value"] == "a red apple"
    made = await alice.picture(
        await alice.discord.submit_modal(alice.id, form, filled(fields, "a red apple", "8, -, 3, 0.5"))
    )
    for said in ("from two pictures, blended, strength 0.5", "4 of 8 steps", f"/{done['id']}"):
        assert said in words(made)
    generation = (await bot.services.imagine.find(3)).job.generation
    assert generation.inputs == (origin.pictures[0].sha256, origin.pictures[2].sha256)
    replayed = await alice.picture(await alice.press(await acting(alice, made), "Replay"))
    assert "every pixel is the same" in words(replayed)


async def test_ones_own_pictures_are_blended_and_varied_with_one_press(bot: InklingBot, alice: Person) -> None:
    files = [("a.png", picture(parameters=A1111)), ("b.png", picture())]
    message = await alice.discord.send_message(alice.id, alice.channel, "look", files=files)
    card = await acting(alice, message, "AUTOMATIC1111", "does not say how it was made")
    ids = [part["custom_id"] for part in parts(card["components"]) if part["type"] == 2]
    bot.services.imagine.reading.known.forget()  # as a restart does
    subtle, strong = (next(i for i in ids if f":{what}:" in i and i.endswith(end)) for what, end in VARIES)
    varied = await alice.picture(await alice.discord.press(alice.id, int(card["id"]), subtle))
    for said in ("(red:1.2) fox", "strength 0.35", "without blurry"):
        assert said in words(varied), "its words were read once more"
    form, fields = await alice.opened(alice.discord.press(alice.id, int(card["id"]), strong))
    assert fields[4]["value"] == "-, -, -, 0.65", "whose file says nothing needs words first"
    made = await alice.picture(
        await alice.discord.submit_modal(alice.id, form, filled(fields, "a wall", "8, -, 3, 0.65"))
    )
    assert "from a picture, strength 0.65" in words(made)
    form, fields = await alice.form(card, "Blend two")
    made = await alice.picture(
        await alice.discord.submit_modal(alice.id, form, filled(fields, "a wall", "8, -, 3, 0.5"))
    )
    assert "from two pictures, blended" in words(made)


VARIES = (("subtle", ":0"), ("strong", ":1"))


def filled(fields: list[dict[str, Any]], prompt: str, numbers: str) -> dict[str, Any]:
    size = next(option["value"] for option in fields[2]["options"] if option.get("default"))
    named = {0: prompt, 2: [size], 3: ["1"], 4: numbers}
    return {fields[at]["custom_id"]: value for at, value in named.items()}


async def until(person: Person, message: dict[str, Any], fits: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """The message, once it is so."""

    def now() -> dict[str, Any] | None:
        return next((m for m in person.seen() if m["id"] == message["id"] and fits(m)), None)

    found = await person.discord.wait_for(now, 20)
    assert found is not None
    return found


async def test_settings_of_ones_own_picture_fill_the_form(bot: InklingBot, alice: Person) -> None:
    card = await acting(alice, await posted(alice, picture(parameters=A1111)), "AUTOMATIC1111")
    for said in ("fox", "AUTOMATIC1111", "model dreamy", "sampler Euler a", "steps 28", "seed 1234", "without blurry"):
        assert said in words(card)
    assert is_private(card)
    form, fields = await alice.form(card, "Draw with these")
    assert (fields[0]["value"], fields[1]["value"], fields[4]["value"]) == (
        "a (red:1.2) fox",
        "blurry",
        "28, 6.5, 1234",
    )
    values = {
        fields[0]["custom_id"]: "a red fox",
        fields[2]["custom_id"]: ["square"],
        fields[3]["custom_id"]: ["1"],
        fields[4]["custom_id"]: "4, 6.5, 1234",
    }
    made = await alice.picture(await alice.discord.submit_modal(alice.id, form, values))
    assert "guidance 6.5" in words(made) and "seed 1234" in words(made)


async def test_ones_own_picture_is_started_from_and_enlarged(bot: InklingBot, alice: Person) -> None:
    card = await acting(alice, await posted(alice, picture()), "does not say how it was made")
    for label, says, size in (
        ("Use as input", "from a picture, strength 0.5", None),
        ("Upscale", "enlarged", (320, 240)),
    ):
        form, fields = await alice.form(card, label)
        values = {
            fields[0]["custom_id"]: "a red wall",
            fields[2]["custom_id"]: ["as the picture"],
            fields[3]["custom_id"]: ["1"],
            fields[4]["custom_id"]: "4, -, 3, 0.5",
        }
        made = await alice.picture(await alice.discord.submit_modal(alice.id, form, values))
        assert says in words(made)
    assert "320×240" in words(made) and (await fetched(gallery(made)[0])).width >= 320


async def test_the_watermark_is_written_told_and_found(bot: InklingBot, alice: Person) -> None:
    asked = await alice.imagine("a red apple", steps=2, seed=5, size="256")
    assert "carry an invisible watermark" in words(await alice.answer(asked, "Before your first picture"))
    done = await alice.picture(asked)
    card = await acting(alice, done)
    assert "The invisible watermark “StableDiffusionV1” stands in it" in words(card)
    again = await alice.picture(await alice.press(card, "Replay"))
    assert "every pixel is the same" in words(again)
    small = await alice.picture(await alice.imagine("a red apple", steps=2))
    assert "No invisible watermark was found in it" in words(await acting(alice, small))
    await acting(alice, await posted(alice, picture()), "No invisible watermark was found")
    more = await alice.answer(await alice.press(done, "More"), "Why it waited")
    given = await alice.answer(await alice.press(more, "Original"), "original file")
    original = await fetched(given["attachments"][0]["url"])
    assert "Watermark: StableDiffusionV1" in original.text["parameters"]  # type: ignore[attr-defined]
    out = io.BytesIO()
    original.save(out, "PNG")
    await acting(alice, await posted(alice, out.getvalue()), "“StableDiffusionV1” stands in it")


async def test_other_peoples_pictures_are_theirs_unless_the_server_opens_them(
    bot: InklingBot, alice: Person, bob: Person, owner: Person
) -> None:
    photo = await posted(alice, picture())
    refused = await acting(bob, photo, "posted yourself")
    assert is_private(refused)
    setup = await owner.answer(await owner.discord.slash(owner.id, owner.channel, "admin setup"), "Inkling in")
    await owner.press(setup, "Open people’s pictures")
    await owner.discord.wait_for(lambda: "may be used by everybody" in words(owner.discord.message(int(setup["id"]))))
    await acting(bob, photo, "does not say how")
    plain = await alice.discord.send_message(alice.id, alice.channel, "no picture here")
    await acting(alice, plain, "no picture in that message")


async def test_the_gallery_turns_its_pages_and_keeps_stars(bot: InklingBot, alice: Person, bob: Person) -> None:
    await alice.picture(await alice.imagine("a red apple", steps=2))
    await alice.picture(await alice.imagine("a secret star", steps=2, private=True))
    await bob.picture(await bob.imagine("a green frog", steps=2))

    async def look(person: Person, *said: str, **options: object) -> dict[str, Any]:
        asked = await person.discord.slash(person.id, person.channel, "gallery", options)
        return await person.answer(asked, *said)

    async def until(message: dict[str, Any], *said: str) -> dict[str, Any]:
        def now() -> dict[str, Any] | None:
            seen = next((m for m in alice.seen() if m["id"] == message["id"]), None)
            return seen if seen and all(s in words(seen) for s in said) else None

        found = await alice.discord.wait_for(now, 20)
        assert found is not None
        return found

    page = await look(alice, "1 of 2", "a secret star")
    assert is_private(page) and len(gallery(page)) == 1 and "frog" not in words(page)
    await alice.press(page, "Older")
    page = await until(page, "2 of 2", "a red apple")
    await alice.press(page, "Star")
    await until(page, "★")
    starred = await look(alice, "1 of 1", "a red apple", starred=True)
    found = await look(alice, "1 of 1", "a secret star", search="SECRET")
    await look(bob, "Nothing of yours", search="secret")
    form, _ = await alice.form(found, "Discard")
    await alice.discord.submit_modal(alice.id, form, {})
    await until(found, "Deleted")
    await look(alice, "1 of 1")
    assert "Again" in buttons(starred)
