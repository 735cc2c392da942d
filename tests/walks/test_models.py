"""Models of the owner's own: a diffusers folder of Stable Diffusion's true architecture, picked by name."""

from __future__ import annotations

import asyncio
import dataclasses
import io
import shutil
import sys
import zipfile
from pathlib import Path
from typing import Any

import aiohttp
import numpy as np
import pytest_asyncio
from PIL import Image
from safetensors.numpy import save_file

from bot.client import InklingBot
from bot.gpu import header
from bot.pocket import WEIGHTS
from bot.settings import Settings
from tests.walks.conftest import Running
from tests.walks.people import Person, buttons, gallery, is_private, parts, spoilers, words
from tests.walks.test_picture_actions import acting, picture, posted

SCRIPT = """
import sys
from pathlib import Path
import torch
from tests import tiny_adapters, tiny_families, tiny_loras, tiny_models
folder = Path(sys.argv[1])
tiny_models.save(folder / "tiny-sd")
tiny_models.save_captioner(folder / "tiny-blip")
tiny_adapters.save(folder, tiny_models.unet())
tiny_families.depth().save_pretrained(folder / "tiny-depth")
tiny_families.upscaler().save_pretrained(folder / "tiny-four")
tiny_models.checked(-1.1).save_pretrained(folder / "tiny-strict")
tiny_loras.kohya(folder / "extras" / "loras" / "soft.safetensors", tiny_models.stable_diffusion())
tiny_loras.saved(folder / "extras" / "embeddings" / "easy.safetensors", {"emb_params": torch.ones(2, 32)})
"""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def folder(tmp_path_factory: object) -> Path:
    """Random weights, made in a process of its own: the bot's side of this process stays without torch. Beside it lies
    a model that puts pictures into words."""
    path = Path(tmp_path_factory.mktemp("models")) / "tiny-sd"  # type: ignore[attr-defined]
    made = await asyncio.create_subprocess_exec(sys.executable, "-W", "ignore", "-c", SCRIPT, str(path.parent))
    assert await made.wait() == 0
    return path


def bold(path: Path) -> None:
    """A LoRA for the starter model, without torch: noise on what every layer makes of the words."""
    shapes = header.read(WEIGHTS / "unet" / "diffusion_pytorch_model.safetensors").shapes
    chance = np.random.default_rng(1)
    tensors = {}
    for name, shape in shapes.items():
        if name.endswith(("attn2.to_k.weight", "attn2.to_v.weight")):
            layer = f"unet.{name.removesuffix('.weight')}"
            tensors[f"{layer}.lora_A.weight"] = chance.normal(size=(2, shape[1])).astype(np.float32)
            tensors[f"{layer}.lora_B.weight"] = chance.normal(size=(shape[0], 2)).astype(np.float32)
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file(tensors, path)


async def extras(person: Person, **options: str) -> list[str]:
    options = {"prompt": "x", "extras": "", **options}
    found = await person.discord.autocomplete(person.id, person.channel, "imagine", options, "extras")
    return [choice["value"] for choice in found]


async def shown(message: dict[str, Any]) -> bytes:
    async with aiohttp.ClientSession() as session, session.get(gallery(message)[0]) as response:
        return Image.open(io.BytesIO(await response.read())).convert("RGB").tobytes()


async def test_a_model_of_ones_own_is_picked_drawn_and_broken_ones_are_not_offered(
    running: Running, settings: Settings, alice: Person, bob: Person, folder: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.safetensors"
    broken.write_bytes(b"\x10\x00")
    evil, proof = tmp_path / "evil.ckpt", tmp_path / "ran"
    with zipfile.ZipFile(evil, "w") as archive:
        archive.writestr("evil/data.pkl", f"cos\nsystem\n(S'touch {proof}'\ntR.")
    others = [f"{name}={folder.with_name(f'tiny-{name}')}" for name in ("depth", "four", "strict")]
    models = (f"tiny={folder}", f"broken={broken}", f"evil={evil}", "far=someone/model", *others)
    shutil.copytree(folder.with_name("extras"), settings.models_dir)
    bold(settings.models_dir / "loras" / "bold.safetensors")
    captioner, adapter = (str(folder.with_name(name)) for name in ("tiny-blip", "adapter.safetensors"))
    mine = dataclasses.replace(settings, models=models, caption_model=captioner, cpu_precision="float32")
    mine = dataclasses.replace(mine, ip_adapters=(adapter,))
    async with running(engines=None, settings=mine) as bot:
        discord = alice.discord
        offered = await discord.autocomplete(alice.id, alice.channel, "imagine", {"prompt": "x", "model": ""}, "model")
        assert [choice["value"] for choice in offered] == ["tiny", "depth", "four", "strict", "starter"]
        refused = await alice.answer(await alice.imagine("a cat", model="broken"), "cannot be used")
        assert "a cat" in words(refused)
        await alice.answer(await alice.imagine("a cat", model="far"), "model add someone/model")
        await alice.answer(await alice.imagine("a cat", model="evil"), "no table of weights")
        done = await alice.picture(await alice.imagine("a cat", size="32x32", steps=3, seed=5), 120)
        assert "tiny · 32×32 · 3 steps" in words(done), "the first of MODELS is the default"
        async with aiohttp.ClientSession() as session, session.get(gallery(done)[0]) as response:
            drawn = Image.open(io.BytesIO(await response.read()))
        assert drawn.size == (32, 32), "only the starter model's pictures are enlarged"
        long = await alice.picture(await alice.imagine("a cat on a (mat:1.2), " * 9, size="32x32", steps=2), 60)
        assert "tokens" not in words(long), "no word of it is lost"
        await four_times_as_large(alice, done)
        await alike(alice, done)
        await keeping_depth(alice)
        flagged = await alice.picture(await alice.imagine("a cat", model="strict", size="32x32", steps=2), 60)
        assert spoilers(flagged) == [True] and spoilers(done) == [False], "its own checker flags whatever it sees"
        more = await alice.answer(await alice.press(done, "More"), "Why it waited")
        card = await alice.answer(await alice.press(more, "Compare models"), "Compare models")
        menu = next(part for part in parts(card["components"]) if part["type"] == 3)
        chosen = await discord.select(alice.id, int(card["id"]), menu["custom_id"], ["starter"])
        both = await alice.picture(chosen, 120)
        assert len(gallery(both)) == 2 and "First tiny, then starter model" in words(both) and "seed 5" in words(both)
        both = [await alice.imagine("a cat", model=name, steps=3) for name in ("starter", "tiny", "starter")]
        for interaction, label in zip(both, ("starter model", "tiny", "starter model"), strict=True):
            assert label in words(await alice.picture(interaction, 120))

        assert await extras(alice) == ["soft", "easy"] and await extras(alice, model="starter") == ["bold"]
        assert await extras(alice, extras="soft:0.5, ea") == ["soft:0.5, easy"]
        apple = {"prompt": "a red apple", "model": "starter", "steps": 3, "seed": 5}
        plain = await shown(await alice.picture(await alice.imagine(**apple)))
        with_it = await alice.picture(await alice.imagine(**apple, extras="bold:0.7"))
        assert "lora:bold:0.7" in words(with_it) and await shown(with_it) != plain
        assert await shown(await alice.picture(await alice.imagine(**apple))) == plain, "nothing is left behind"
        refused = await alice.answer(await alice.imagine("a cat <lora:soft:1>", model="starter"), "another kind")
        assert "lora:soft" in words(refused)
        cat = {"prompt": "a cat", "size": "32x32", "steps": 3, "seed": 5}
        looks = {
            await shown(await alice.picture(await alice.imagine(**cat | options)))
            for options in ({}, {"prompt": "a cat <lora:soft:1>"}, {"extras": "-easy"}, {"prompt": "an easy cat"})
        }
        assert len(looks) == 4

        counting = await alice.imagine("five cats", size="32x32", steps=2)
        await alice.picture(counting)
        hint = await alice.answer(counting, "cannot count")
        assert is_private(hint)
        counting = await alice.imagine("six cats", size="32x32", steps=2)
        await alice.picture(counting)
        assert len(alice.answers(counting)) == 1, "never again"

        await described(alice, bob, done, settings)
        await added(bot, alice, folder)
    assert not proof.exists()


async def described(alice: Person, bob: Person, done: dict[str, Any], settings: Settings) -> None:
    """A picture of ours, and one that bob posted and nobody else keeps."""
    card = await acting(alice, done)
    said = await alice.answer(await alice.press(card, "Describe"), "### In words", "By tiny-blip", timeout=120)
    assert is_private(said)
    _, fields = await alice.form(said, "Draw with these words")
    assert fields[0]["value"] and fields[0]["value"] in words(said)
    kept = len(list(settings.files_dir.glob("*/*.png")))
    card = await acting(bob, await posted(bob, picture()), "does not say how")
    said = await bob.answer(await bob.press(card, "Describe"), "By tiny-blip", timeout=60)
    assert is_private(said)
    async with asyncio.timeout(10):
        while len(list(settings.files_dir.glob("*/*.png"))) > kept:
            await asyncio.sleep(0.05)


async def added(bot: InklingBot, alice: Person, folder: Path) -> None:
    """A model comes and goes while the engine works."""
    later = folder.with_name("tiny-later")
    shutil.copytree(folder, later, dirs_exist_ok=True)
    await bot.services.library.add((await bot.services.library.look(str(later), alice.id))[0])
    drawn = await alice.picture(await alice.imagine("a cat", model="tiny-later", size="32x32", steps=2), 120)
    assert "tiny-later" in words(drawn)
    await bot.services.library.remove("tiny-later", erase=False)
    await alice.answer(await alice.imagine("a cat", model="tiny-later"), "no model called")


async def four_times_as_large(alice: Person, done: dict[str, Any]) -> None:
    card = await alice.answer(await alice.press(done, "Upscale"), "Upscale")
    assert list(buttons(card)) == ["2×", "4× with four"]
    large = await alice.picture(await alice.press(card, "4× with four"), 120)
    assert "four · enlarged · 128×128" in words(large) and f"/{done['id']}" in words(large)
    refused = await alice.answer(await alice.imagine("a cat", model="four"), "does nothing but enlarge")
    assert is_private(refused)


async def alike(alice: Person, done: dict[str, Any]) -> None:
    """As an option of the command, by an action on a picture, and in a blend."""
    out = io.BytesIO()
    Image.new("RGB", (64, 48), "red").save(out, "PNG")
    files = {"image": ("red.png", out.getvalue())}
    options = {"prompt": "a cat", "use": "look like it", "size": "32x32", "steps": 3}
    asked = await alice.discord.slash(alice.id, alice.channel, "imagine", options, files)
    like = await alice.picture(asked, 60)
    assert "like a picture, strength 0.4" in words(like) and "3 steps" in words(like)
    again = await alice.picture(await alice.press(like, "Again"))
    assert "like a picture" in words(again)
    replayed = await alice.picture(await alice.press(await acting(alice, like), "Replay"))
    assert "every pixel is the same" in words(replayed)
    blind = {**options, "model": "starter"}
    refused = await alice.discord.slash(alice.id, alice.channel, "imagine", blind, files)
    assert is_private(await alice.answer(refused, "starter model cannot look at pictures"))
    card = await alice.answer(await alice.discord.context_menu(alice.id, int(done["id"]), "Picture actions"))
    form, fields = await alice.form(card, "Look like it")
    values = {
        fields[0]["custom_id"]: "a dog",
        fields[2]["custom_id"]: ["square"],
        fields[3]["custom_id"]: ["1"],
        fields[4]["custom_id"]: "3, -, 5, 0.2",
    }
    made = await alice.picture(await alice.discord.submit_modal(alice.id, form, values), 60)
    assert "like a picture, strength 0.2" in words(made) and f"/{done['id']}" in words(made)
    both = {**options, "use": "start from it"}
    asked = await alice.discord.slash(alice.id, alice.channel, "imagine", both, files | {"blend": files["image"]})
    assert "from two pictures, blended" in words(await alice.picture(asked, 60))


async def keeping_depth(alice: Person) -> None:
    out = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(out, "PNG")
    refused = await alice.answer(await alice.imagine("a cat", model="depth"), "keeps the depth of a picture")
    assert is_private(refused)
    options = {"prompt": "a cat", "model": "depth", "steps": 5}
    files = {"image": ("grey.png", out.getvalue())}
    done = await alice.picture(await alice.discord.slash(alice.id, alice.channel, "imagine", options, files), 120)
    assert "depth · from a picture, strength 0.8 · 32×32 · 4 of 5 steps" in words(done)
