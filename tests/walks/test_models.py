"""Models of the owner's own: a diffusers folder of Stable Diffusion's true architecture, picked by name."""

from __future__ import annotations

import asyncio
import dataclasses
import io
import sys
from pathlib import Path

import aiohttp
import pytest_asyncio
from PIL import Image

from bot.settings import Settings
from tests.walks.conftest import Running
from tests.walks.people import Person, gallery, words


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def folder(tmp_path_factory: object) -> Path:
    """Random weights, made in a process of its own: the bot's side of this process stays without torch."""
    path = Path(tmp_path_factory.mktemp("models")) / "tiny-sd"  # type: ignore[attr-defined]
    script = f"from pathlib import Path; from tests.tiny_models import save; save(Path({str(path)!r}))"
    made = await asyncio.create_subprocess_exec(sys.executable, "-W", "ignore", "-c", script)
    assert await made.wait() == 0
    return path


async def test_a_model_of_ones_own_is_picked_drawn_and_broken_ones_are_not_offered(
    running: Running, settings: Settings, alice: Person, folder: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.safetensors"
    broken.write_bytes(b"\x10\x00")
    models = (f"tiny={folder}", f"broken={broken}", "far=someone/model")
    async with running(engines=None, settings=dataclasses.replace(settings, models=models)):
        discord = alice.discord
        offered = await discord.autocomplete(alice.id, alice.channel, "imagine", {"prompt": "x", "model": ""}, "model")
        assert [choice["value"] for choice in offered] == ["tiny", "starter"]
        refused = await alice.answer(await alice.imagine("a cat", model="broken"), "cannot be used")
        assert "a cat" in words(refused)
        await alice.answer(await alice.imagine("a cat", model="far"), "model add someone/model")
        done = await alice.picture(await alice.imagine("a cat", size="32x32", steps=3, seed=5), 120)
        assert "tiny · 32×32 · 3 steps" in words(done), "the first of MODELS is the default"
        async with aiohttp.ClientSession() as session, session.get(gallery(done)[0]) as response:
            picture = Image.open(io.BytesIO(await response.read()))
        assert picture.size == (32, 32), "only the starter model's pictures are enlarged"
        long = await alice.picture(await alice.imagine("a cat on a (mat:1.2), " * 9, size="32x32", steps=2), 60)
        assert "tokens" not in words(long), "no word of it is lost"
        more = await alice.answer(await alice.press(done, "More"), "Why it waited")
        both = await alice.picture(await alice.press(more, "Compare models"), 120)
        assert len(gallery(both)) == 2 and "First tiny, then starter model" in words(both) and "seed 5" in words(both)
        both = [await alice.imagine("a cat", model=name, steps=3) for name in ("starter", "tiny", "starter")]
        for interaction, label in zip(both, ("starter model", "tiny", "starter model"), strict=True):
            assert label in words(await alice.picture(interaction, 120))
