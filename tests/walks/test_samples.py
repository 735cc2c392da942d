"""The playground's samples: loaded beside a running bot, and then seen through its commands."""

from __future__ import annotations

import asyncio
import dataclasses
import os
import sys
from datetime import date, timedelta

from bot.playground.loopback import Loopback
from bot.playground.samples import habits, notes
from bot.settings import Settings
from tests.gpu.paper_engine import PaperEngine
from tests.walks.conftest import logged_in
from tests.walks.hand import Hand
from tests.walks.people import Person, words


async def load(kind: str, person: Person, settings: Settings, **more: str) -> int:
    environ = {
        **os.environ,
        "DISCORD_TOKEN": settings.discord_token,
        "DISCORD_API": settings.discord_api,
        "DATA_DIR": str(settings.data_dir),
        **more,
    }
    command = (sys.executable, "-m", "bot.playground.samples", kind, str(person.id))
    process = await asyncio.create_subprocess_exec(*command, env=environ, stderr=asyncio.subprocess.DEVNULL)
    return await asyncio.wait_for(process.wait(), 120)


async def test_a_year_and_a_notebook_beside_the_running_bot(
    discord: Loopback, settings: Settings, alice: Person, bob: Person
) -> None:
    settings = dataclasses.replace(settings, open_to_everyone=True)
    hand = Hand(discord)
    async with logged_in(discord, settings, engines=(PaperEngine(),)) as bot:
        assert await load("notes", alice, settings) == 0
        assert await load("habits", alice, settings) == 0
        assert "harbour again" in words(await hand.run(alice, "notes recent"))
        today = words(await hand.run(alice, "habit today"))
        assert all(sample.fields["name"] in today for sample in habits.SAMPLES)
        services = bot.services
        kept = await services.notes.recent(alice.id, limit=50)
        assert len(kept) == len(notes.SAMPLES)
        assert {note.notebook for note in kept} >= {"Sketchbook", "Exhibition", "Diary"}
        read = await services.habits.by_name(alice.id, "Read")
        standing = await services.habits.standing(read)
        assert standing.streaks.current >= 6
        before = len(await services.habits.events(read))
        assert 200 < before < 366
        assert await load("notes", alice, settings) == 0, "once more changes nothing"
        assert len(await services.notes.recent(alice.id, limit=50)) == len(notes.SAMPLES)
        assert await services.notes.recent(bob.id) == [] and await services.habits.listed(bob.id) == []
        assert await load("notes", alice, settings, DISCORD_API="") == 2, "never with Discord itself"


async def test_the_year_is_the_same_each_time_and_ends_yesterday() -> None:
    today = date(2026, 11, 25)
    for sample in habits.SAMPLES:
        year = list(habits.entries(sample, today))
        assert year == list(habits.entries(sample, today))
        assert year[-1].day == today - timedelta(days=1) and year[0].day > today - timedelta(days=375)
        assert all(0 <= entry.value <= 100 for entry in year)


async def test_the_receipt_is_a_picture() -> None:
    assert notes.receipt().startswith(b"\x89PNG")
