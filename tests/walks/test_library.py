"""Models added and removed in Discord, by whoever runs the bot and nobody else, from a pretended hub."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import discord as dpy
import pytest

from bot.client import InklingBot
from bot.library.added import Added, known_models
from bot.playground.loopback import Loopback
from bot.pocket import WEIGHTS
from bot.settings import Settings
from cogs.admin import models
from tests.gpu.paper_engine import PaperEngine
from tests.pretend_hub import PretendHub
from tests.walks.conftest import Running
from tests.walks.people import Person, buttons, is_private, parts, words
from tests.walks.prying import custom_ids, templates
from tests.walks.test_admin import card_of


@pytest.fixture
def pretend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PretendHub]:
    shutil.copytree(WEIGHTS, tmp_path / "on the hub")
    found = PretendHub("someone/small", tmp_path / "on the hub")
    monkeypatch.setenv("HF_ENDPOINT", found.url)
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    monkeypatch.setattr(models, "CALM_SECONDS", 0.1)
    yield found
    found.close()


async def shelf_of(owner: Person) -> dict[str, Any]:
    return await owner.answer(await owner.press(await card_of(owner), "Models"), "Only you, who run this bot")


async def pasted(owner: Person, source: str, *said: str) -> dict[str, Any]:
    form, fields = await owner.form(await shelf_of(owner), "Add a model")
    sent = await owner.discord.submit_modal(owner.id, form, {fields[0]["custom_id"]: source})
    return await owner.answer(sent, *said)


async def until(person: Person, message: dict[str, Any], *said: str) -> dict[str, Any]:
    def look() -> dict[str, Any] | None:
        found = next((m for m in person.seen() if m["id"] == message["id"]), None)
        return found if found and all(one in words(found) for one in said) else None

    found = await person.discord.wait_for(look, 30)
    assert found is not None
    return found


async def offered(person: Person) -> list[str]:
    found = await person.discord.autocomplete(person.id, person.channel, "imagine", {"prompt": "x"}, "model")
    return [choice["value"] for choice in found]


async def test_a_model_is_fetched_and_picked_without_a_restart(
    running: Running, settings: Settings, owner: Person, alice: Person, pretend: PretendHub, tmp_path: Path
) -> None:
    engine = PaperEngine()
    async with running(engines=(engine,)) as bot:
        pretend.chunk_seconds = 0.005
        asked = await pasted(owner, "someone/small", "Add “small”?", "creativeml-openrail-m", "Stable Diffusion 1")
        assert is_private(asked) and "free" in words(asked) and not pretend.fetched_weights()
        await owner.press(asked, "Fetch it")
        await until(owner, asked, "▰", "of 39")
        assert list(buttons(await shelf_of(owner))) == ["Look again", "Stop fetching"]
        pretend.chunk_seconds = 0.0
        await until(owner, asked, "small** is ready: pick it in `/imagine model:`")
        assert await offered(alice) == ["starter", "small"] and engine.known == ["starter", "small"]
        done = await alice.picture(await alice.imagine("a red apple", model="small", size="128x128", steps=2))
        assert "small · 128×128" in words(done)
        assert bot.services.imagine.default_model.starter, "nobody waits longer than before without asking"

    async with running(engines=(PaperEngine(),)):
        assert await offered(alice) == ["starter", "small"]
        shelf = await shelf_of(owner)
        (menu,) = [part for part in parts(shelf["components"]) if part["type"] == 3]
        await owner.discord.select(owner.id, int(shelf["id"]), menu["custom_id"], ["small"])
        shelf = await until(owner, shelf, "Remove “small”?", "39")
        await owner.press(shelf, "Delete its files")
        await until(owner, shelf, "### Models")
        assert await offered(alice) == ["starter"]
        assert not (settings.models_dir / "someone--small").exists()
        log = await owner.discord.slash(owner.id, owner.channel, "admin audit", {"everywhere": True})
        await owner.answer(log, "changed the models: added small from someone/small", "removed small and its files")

        own = tmp_path / "mine"
        shutil.copytree(WEIGHTS, own)
        asked = await pasted(owner, str(own), "Add “mine”?", "on this machine already")
        await owner.press(asked, "Add it")
        await until(owner, asked, "mine** is ready")
        assert await offered(alice) == ["starter", "mine"]


async def test_a_fetch_is_stopped_and_one_that_outlives_the_bot_is_told_by_direct_message(
    running: Running, settings: Settings, owner: Person, pretend: PretendHub
) -> None:
    pretend.chunk_seconds = 0.005
    async with running(engines=(PaperEngine(),)) as bot:
        asked = await pasted(owner, "someone/small", "Add “small”?")
        await owner.press(asked, "Fetch it")
        asked = await until(owner, asked, "of 39")
        await owner.press(asked, "Stop fetching")
        await until(owner, asked, "What had arrived is deleted")
        assert bot.services.library.fetch is not None and bot.services.library.fetch.stage.is_over
        asked = await pasted(owner, "someone/small", "Add “small”?")
        await owner.press(asked, "Fetch it")
        await until(owner, asked, "of 39")
    assert Added(settings.models_dir).read().wanted
    pretend.chunk_seconds = 0.0
    async with running(engines=(PaperEngine(),)):
        channel = owner.discord.dm_channel(owner.id)
        await owner.discord.wait_for(lambda: any("small** is ready" in words(m) for m in owner.seen(channel)), 30)


async def test_what_is_wrong_is_said_and_nothing_is_added(
    running: Running, owner: Person, alice: Person, pretend: PretendHub, tmp_path: Path
) -> None:
    (tmp_path / "evil.ckpt").write_bytes(b"cos\nsystem\n(S'exit'\ntR.")
    async with running(engines=(PaperEngine(),)):
        for source, says in (
            ("someone/else", "The hub has no someone/else"),
            ("/nowhere", "no such folder or file"),
            (str(tmp_path / "evil.ckpt"), "cut off, or no checkpoint"),
            (str(tmp_path), "no diffusers folder"),
        ):
            assert is_private(await pasted(owner, source, says))
        pretend.gated = "auto"
        assert is_private(await pasted(owner, "someone/small", "Accept its terms at https://huggingface"))
        assert await offered(alice) == ["starter"]


async def test_server_admins_have_no_such_power(
    running: Running, discord: Loopback, settings: Settings, owner: Person, pretend: PretendHub
) -> None:
    ada = Person(discord, discord.add_user("ada", admin=True), discord.channel)
    async with running(engines=(PaperEngine(),)) as bot:
        assert "Models" not in buttons(await card_of(ada))
        asked = await pasted(owner, "someone/small", "Add “small”?")
        token = buttons(asked)["Fetch it"]
        mine = [pattern for pattern in templates(bot) if pattern.startswith("admin:model")]
        assert len(mine) == len(models.ITEMS)
        for name in (token, *(name for pattern in mine for name in custom_ids(pattern, [1]))):
            await refused(bot, ada, name)
        assert bot.services.library.fetch is None and not pretend.fetched_weights()
        assert [model.name for model in known_models(settings)] == ["starter"]


async def refused(bot: InklingBot, person: Person, name: str) -> None:
    """A forged message with that button or menu; pressing it is refused, privately."""
    menu = name == "admin:model:pick"
    view = dpy.ui.View(timeout=None)
    options = [dpy.SelectOption(label="a", value="a")]
    view.add_item(dpy.ui.Select(custom_id=name, options=options) if menu else dpy.ui.Button(custom_id=name, label="x"))
    channel: Any = bot.get_channel(person.channel)
    sent = await channel.send(view=view)
    view.stop()
    loopback = person.discord
    act = loopback.select(person.id, sent.id, name, ["a"]) if menu else loopback.press(person.id, sent.id, name)
    assert is_private(await person.answer(await act, "Only whoever runs this bot")), name
