"""Time travel as the playground does it: a file in the bot's data folder, and its Discord's clock."""

from __future__ import annotations

import asyncio

from bot.clock import AHEAD_FILE, move
from bot.playground.loopback import Loopback
from bot.settings import Settings
from tests.gpu.paper_engine import PaperEngine
from tests.walks.conftest import logged_in
from tests.walks.hand import Hand
from tests.walks.people import Person, words

HOUR = 3600.0


def travel(discord: Loopback, settings: Settings, seconds: float) -> None:
    move(settings.data_dir / AHEAD_FILE, seconds)
    discord.advance(seconds - discord.ahead)


async def test_a_reminder_comes_as_soon_as_its_time_was_travelled_to(
    discord: Loopback, settings: Settings, alice: Person
) -> None:
    hand = Hand(discord)
    async with logged_in(discord, settings, engines=(PaperEngine(),)):
        proposal = await hand.run(alice, "remind me", when="in 5 hours", what="water the plants")
        await hand.press(alice, proposal, "Save")
        travel(discord, settings, 4 * HOUR)
        await asyncio.sleep(0.5)
        assert hand.direct(alice) == []
        travel(discord, settings, 7 * HOUR)
        card = await hand.reminded(alice, "water the plants")  # well before the clock's own look, half a minute away
        assert "Late" not in words(card), "the bot was there all the time"
        travel(discord, settings, 0.0)
        proposal = await hand.run(alice, "remind me", when="in 2 hours", what="close the window")
        await hand.press(alice, proposal, "Save")
        await hand.press(alice, card, "Done")
        travel(discord, settings, 2 * HOUR)
        await hand.reminded(alice, "close the window", count=1)
        assert len(hand.direct(alice)) == 2
