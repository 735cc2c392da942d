"""/imagine from a picture that somebody attaches: the whole way, and what is refused on it."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from bot.client import InklingBot
from cogs.imagine import bringing
from tests.walks.conftest import Running
from tests.walks.people import Person, buttons, gallery, is_private, words
from tests.walks.test_imagine import fetched


def png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def half_clear() -> bytes:
    image = Image.new("RGBA", (128, 128), (200, 30, 30, 255))
    image.paste((0, 0, 0, 0), (64, 0, 128, 128))
    return png(image)


async def begin(person: Person, attached: dict[str, bytes], **options: object) -> int:
    files = {name: (f"{name}.png", content) for name, content in attached.items()}
    options = {"prompt": "a red apple", **options}
    return await person.discord.slash(person.id, person.channel, "imagine", options, files)


async def test_a_picture_to_start_from(bot: InklingBot, alice: Person) -> None:
    photo = png(Image.new("RGB", (300, 200), (30, 60, 200)))
    done = await alice.picture(await begin(alice, {"image": photo}, steps=10, strength=0.3, seed=4))
    for said in ("from a picture, strength 0.3", "3 of 10 steps", "160×104"):
        assert said in words(done)
    (url,) = gallery(done)
    red, _, blue = (await fetched(url)).convert("RGB").resize((1, 1)).getpixel((0, 0))  # type: ignore[misc]
    assert blue > red + 40, "it still has the picture's colour"
    again = await alice.picture(await alice.press(done, "Again"))
    assert "from a picture, strength 0.3" in words(again) and "an earlier one" in words(again)


async def test_a_transparent_part_is_painted_and_the_rest_stays(bot: InklingBot, alice: Person) -> None:
    done = await alice.picture(await begin(alice, {"image": half_clear()}, steps=6, seed=4))
    assert "painted into a picture" in words(done) and "Its transparent part was painted" in words(done)
    picture = (await fetched(gallery(done)[0])).convert("RGB")
    assert picture.resize((128, 128)).getpixel((10, 60)) == (200, 30, 30), "not one pixel there changed"


async def test_a_mask_and_the_form_that_keeps_it(bot: InklingBot, alice: Person) -> None:
    mask = Image.new("L", (128, 128), 0)
    mask.paste(255, (0, 0, 64, 128))
    photo = png(Image.new("RGB", (128, 128), (30, 60, 200)))
    done = await alice.picture(await begin(alice, {"image": photo, "mask": png(mask)}, steps=6))
    assert "painted into a picture" in words(done)
    form, fields = await alice.form(done, "Edit")
    assert fields[4]["value"].endswith(", 1")
    values = {
        fields[0]["custom_id"]: "a green frog",
        fields[2]["custom_id"]: ["as the picture"],
        fields[3]["custom_id"]: ["1"],
        fields[4]["custom_id"]: "6, 3, 9, 0.5",
    }
    edited = await alice.picture(await alice.discord.submit_modal(alice.id, form, values))
    assert "strength 0.5" in words(edited) and "3 of 6 steps" in words(edited)


async def test_two_pictures_blended(bot: InklingBot, alice: Person) -> None:
    red, blue = (png(Image.new("RGB", (128, 128), colour)) for colour in ((200, 30, 30), (30, 60, 200)))
    done = await alice.picture(await begin(alice, {"image": red, "blend": blue}, steps=10, strength=0.2, seed=4))
    assert "from two pictures, blended, strength 0.2" in words(done)
    mixed = (await fetched(gallery(done)[0])).convert("RGB").resize((1, 1)).getpixel((0, 0))
    assert isinstance(mixed, tuple) and mixed[0] < 190 and mixed[2] < 190, "neither of the two"
    again = await alice.picture(await alice.press(done, "Again"))
    assert "from two pictures, blended" in words(again)


async def test_a_seamless_picture_has_no_seam(bot: InklingBot, alice: Person) -> None:
    """Laid side by side, the two columns at the seam differ about as two columns within the picture do."""
    seams = []
    for options in ({"seamless": "sideways"}, {}):
        done = await alice.picture(await alice.imagine("a red apple on a blue background", steps=8, seed=7, **options))
        assert ("seamless sideways" in words(done)) == bool(options)
        original = await alice.answer(
            await alice.press(await alice.answer(await alice.press(done, "More")), "Original"), "file"
        )
        picture = await fetched(original["attachments"][0]["url"])
        assert ("Tiling: sideways" in picture.text["parameters"]) == bool(options)  # type: ignore[attr-defined]
        pixels = np.asarray(picture.convert("RGB"), float)
        within = np.abs(np.diff(pixels, axis=1)).mean(axis=(0, 2))
        seams.append(np.abs(pixels[:, 0] - pixels[:, -1]).mean() / within.max())
    assert seams[0] <= 1.0, "no place within the picture is smoother"


async def test_a_restart_in_between_loses_neither_the_job_nor_its_picture(running: Running, alice: Person) -> None:
    photo = png(Image.new("RGB", (128, 128), (30, 60, 200)))
    async with running():
        asked = await begin(alice, {"image": photo}, steps=100, strength=0.9, seed=4)
        await alice.answer(asked, "a red apple")
    async with running():
        done = await alice.picture(asked)
        assert "90 of 100 steps" in words(done)


async def test_what_takes_long_is_acknowledged_first_and_still_refused_privately(
    bot: InklingBot, alice: Person, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bringing, "ANSWER_SECONDS", 0.0)
    refusal = await alice.answer(await begin(alice, {"image": half_clear()[:-60]}), "cut off")
    assert is_private(refusal) and not bob.seen(), "no “thinking” is left for others to see"
    done = await alice.picture(await begin(alice, {"image": half_clear()}, steps=4, strength=0.5))
    assert not is_private(done) and "2 of 4 steps" in words(done)


@pytest.mark.parametrize(
    ("attached", "options", "says"),
    [
        ({"image": b"hello"}, {}, "no picture I can read"),
        ({"image": half_clear()[:-60]}, {}, "cut off"),
        ({"mask": half_clear()}, {}, "give that one as image"),
        ({"blend": half_clear()}, {}, "give the first as image"),
        ({"image": half_clear(), "blend": half_clear()[:-60]}, {}, "cut off"),
        ({"image": half_clear(), "mask": half_clear(), "blend": half_clear()}, {}, "no mask"),
        ({"image": half_clear()}, {"use": "look like it"}, "has no IP-Adapter here"),
        ({}, {"use": "look like it"}, "no image to use"),
        ({}, {"strength": 0.5}, "Choose one with the option image"),
        ({"image": half_clear()}, {"strength": 0.01}, "nothing would change"),
    ],
)
async def test_what_cannot_be_used_is_said_privately(
    bot: InklingBot, alice: Person, attached: dict[str, bytes], options: dict[str, object], says: str
) -> None:
    refusal = await alice.answer(await begin(alice, attached, **options), says)
    assert is_private(refusal) and "a red apple" in words(refusal) and not buttons(refusal)
    assert await bot.services.queue.open_jobs(alice.id) == 0 and len(alice.seen()) == 1
    assert not [path for path in bot.services.settings.files_dir.rglob("*") if path.is_file()]
