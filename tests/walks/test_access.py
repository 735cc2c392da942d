"""The bot is closed to strangers by default, so that nobody's GPU is used by passers-by."""

from __future__ import annotations

import dataclasses

from bot.client import InklingBot
from bot.playground.loopback import Loopback
from bot.settings import Settings
from tests.walks.conftest import Running
from tests.walks.people import Person, is_private


def foreigner(discord: Loopback) -> tuple[Person, int]:
    """Somebody in a server of their own, where the bot was invited; and that server."""
    stranger = discord.add_user("stranger", member=False)
    elsewhere = discord.add_guild("Elsewhere", owner=stranger)
    return Person(discord, stranger, discord.add_channel("general", guild=elsewhere)), elsewhere


async def test_a_foreign_server_is_refused_and_the_owners_is_not(
    bot: InklingBot, discord: Loopback, alice: Person
) -> None:
    there, _ = foreigner(discord)
    refusal = await there.answer(await there.imagine("a cat", steps=2), "This Inkling is private")
    assert is_private(refusal)
    await alice.picture(await alice.imagine("a cat", steps=2))


async def test_settings_let_a_person_a_server_or_everyone_in(
    discord: Loopback, running: Running, settings: Settings
) -> None:
    there, elsewhere = foreigner(discord)
    for change in (
        {"allowed_users": frozenset({there.id})},
        {"allowed_servers": frozenset({elsewhere})},
        {"open_to_everyone": True},
    ):
        async with running(settings=dataclasses.replace(settings, **change)):
            await there.picture(await there.imagine("a cat", steps=2))


async def test_buttons_are_behind_the_same_door(discord: Loopback, running: Running, settings: Settings) -> None:
    there, _ = foreigner(discord)
    async with running(settings=dataclasses.replace(settings, open_to_everyone=True)):
        done = await there.picture(await there.imagine("a cat", steps=2))
    async with running():
        refusal = await there.answer(await there.press(done, "Again"), "This Inkling is private")
        assert is_private(refusal)
