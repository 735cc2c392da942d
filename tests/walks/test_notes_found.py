"""A word that is only in the picture, and one that was only said: with the recognisers that are installed."""

from __future__ import annotations

import asyncio
import dataclasses
from pathlib import Path

import pytest

from bot.client import InklingBot
from bot.media.models import readers
from bot.playground.loopback import Loopback
from bot.playground.loopback.sound import Voice
from bot.settings import Settings
from tests.gpu.paper_engine import PaperEngine
from tests.media.rendered import png
from tests.walks.conftest import Running, logged_in
from tests.walks.notebook import all_buttons, at_home, notes, opened, pressed, reactions, said, wrote
from tests.walks.people import Person, words

VOICE = Path(__file__).parents[1] / "media" / "data" / "voice.ogg"


@pytest.fixture
def running(discord: Loopback, settings: Settings) -> Running:
    """With an engine of paper: what is walked here needs no torch."""
    return lambda **parts: logged_in(discord, parts.pop("settings", settings), **{"engines": [PaperEngine()], **parts})


async def test_text_picture_and_voice_are_one_note_found_by_each(
    running: Running, settings: Settings, owner: Person, discord: Loopback
) -> None:
    here = readers()
    if here.pictures is None or here.speech is None:
        pytest.skip(f"not installed: {'speech' if here.pictures else 'text'} recognition (README, Notes)")
    home = at_home(owner)
    async with running(settings=dataclasses.replace(settings, read_files=True)) as bot:
        await wrote(home, "From the trip", [("sign.png", png(["Harbour lighthouse", "opens at nine"]))])
        recording = ("voice-message.ogg", VOICE.read_bytes())
        voice = await discord.send_voice(owner.id, home.channel, recording, Voice(12.1, b"\x10" * 20))
        await discord.wait_for(lambda: "✅" in reactions(discord, voice["id"]), 20)
        transcript = await said(home, "leisure to consider", 90)
        assert transcript["message_reference"]["message_id"] == voice["id"]
        assert words(transcript).startswith("`0:0")
        async with asyncio.timeout(90):
            while "in the picture" not in words(seen := await notes(home, "search", query="lighthouse")):
                await asyncio.sleep(0.5)
        assert "**lighthouse**" in words(seen) and len(all_buttons(seen, "Open")) == 1
        heard = await notes(home, "search", query="prudently")
        assert "in the recording at 0:0" in words(heard) and "**prudently**" in words(heard)
        card = words(await pressed(home, heard, "Open"))
        assert "From the trip" in card and "lighthouse" in card and "leisure" in card
        await wrote(home, "a reply adds to the note", reply_to=int(transcript["id"]))
        assert "a reply adds" in words(await opened(home)) and bot


async def test_without_them_the_note_says_what_is_missing(bot: InklingBot, owner: Person) -> None:
    home = at_home(owner)
    ogg = b"OggS" + b"\0" * 24 + b"OpusHead" + b"\0" * 200
    await wrote(home, "a trip", [("sign.png", png(["words"])), ("talk.ogg", ogg)])
    card = words(await opened(home))
    assert "no text recognition is installed here" in card and "no speech recognition is installed here" in card
