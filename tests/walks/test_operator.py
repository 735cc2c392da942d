"""Whoever runs the bot hears of trouble: in a channel, or by direct message."""

from __future__ import annotations

import dataclasses

from bot.playground.loopback import Loopback
from bot.settings import Settings
from tests.gpu.paper_engine import PaperEngine
from tests.walks.conftest import Running
from tests.walks.people import Person, words


async def crash_often(engine: PaperEngine) -> None:
    for _ in range(5):
        await engine.die()
        await engine.ready()


async def test_a_crash_loop_is_told_to_the_owner_once(discord: Loopback, running: Running, owner: Person) -> None:
    engine = PaperEngine()
    async with running(engines=(engine,)):
        await crash_often(engine)
        direct = discord.dm_channel(owner.id)
        await discord.wait_for(lambda: owner.seen(direct), 30)
        assert "Crash loop" in words(owner.seen(direct)[0])
        assert len(owner.seen(direct)) == 1


async def test_or_in_the_channel_that_the_settings_name(
    discord: Loopback, running: Running, settings: Settings, owner: Person
) -> None:
    engine, channel = PaperEngine(), discord.add_channel("operations")
    async with running(engines=(engine,), settings=dataclasses.replace(settings, alert_channel=channel)):
        await crash_often(engine)
        await discord.wait_for(lambda: owner.seen(channel), 30)
        assert "keeps ending" in words(owner.seen(channel)[0])


async def test_and_by_direct_message_where_the_channel_is_closed(
    discord: Loopback, running: Running, settings: Settings, owner: Person
) -> None:
    engine, closed = PaperEngine(), discord.add_channel("closed", bot_may_send=False)
    async with running(engines=(engine,), settings=dataclasses.replace(settings, alert_channel=closed)):
        await crash_often(engine)
        await discord.wait_for(lambda: owner.seen(discord.dm_channel(owner.id)), 30)


async def test_a_model_that_cannot_be_loaded_is_marked_in_the_picker(discord: Loopback, running: Running) -> None:
    engine = PaperEngine()
    async with running(engines=(engine,)):
        person = discord.add_user("ann")
        (choice,) = await discord.autocomplete(person, discord.channel, "imagine", {"prompt": "a cat"}, "model")
        assert choice["name"] == "starter model"
        engine.unusable["starter"] = "its files are damaged."
        (choice,) = await discord.autocomplete(person, discord.channel, "imagine", {"prompt": "a cat"}, "model")
        assert choice["name"] == "starter model – could not be loaded: its files are damaged."
        assert choice["value"] == "starter"
