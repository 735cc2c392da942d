"""Summaries and the weekly digest, over a real client with a clock turned by hand."""

from __future__ import annotations

import asyncio
import dataclasses
import json
import sys
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import web
from discord import ui

from bot.client import InklingBot
from bot.playground.loopback import Loopback
from bot.settings import Settings
from bot.summaries.model import Method
from tests.gpu.paper_engine import PaperEngine
from tests.walks.conftest import logged_in
from tests.walks.hand import Hand
from tests.walks.notebook import pressed
from tests.walks.people import Person, buttons, is_private, words

INK = "Ink\n\nInk is made of soot. Soot comes from burning oil. It keeps for a thousand years."
PAPER = "Paper\n\nPaper is made of rags. Rags are old clothes. Dry paper burns well."


async def test_a_note_is_summarised_and_stale_when_it_changes(hand: Hand, hand_bot: InklingBot, alice: Person) -> None:
    note = await pressed(alice, await hand.run(alice, "notes add", text=INK), "Open")
    summary = await alice.answer(await alice.press(note, "Summary"), "Ink is made of soot.")
    assert is_private(summary) and "picked out of your notes" in words(summary) and "Stale" not in words(summary)
    number = int(buttons(note)["Edit"].rsplit(":", 1)[1])
    await hand_bot.services.notes.append(alice.id, number, "And it smells of oil.")
    shown = await hand.press(alice, await hand.press(alice, summary, "How"), "Summary")
    assert "⚠ Stale: 1 note changed since" in words(shown)
    fresh = await alice.answer(await alice.press(shown, "Make anew"), "smells of oil")
    assert "Stale" not in words(fresh)
    form, fields = await alice.form(fresh, "Illustrate")
    assert "Ink is made of soot." in fields[0]["value"]
    picture = await alice.picture(await hand.discord.submit_modal(alice.id, form, {}))
    assert is_private(picture)
    kept = await alice.answer(await alice.press(fresh, "Keep as a note"))
    assert "Saved: **Summary Ink**" in words(kept)
    assert "1 note" in words(await hand.run(alice, "notes search", query="ink has:summary"))


async def test_a_search_a_tag_a_book_and_the_week(hand: Hand, hand_bot: InklingBot, alice: Person, bob: Person) -> None:
    for text in (INK, PAPER):
        await hand.run(alice, "notes add", text=text, tags="craft")
    found = await hand.run(alice, "notes search", query="made")
    summary = await alice.answer(await alice.press(found, "Summary"), "from 2 notes")
    assert {"Note 1", "Note 2"} <= set(buttons(summary))
    opened = await hand.press(alice, summary, "Note 2")
    assert "Edit" in buttons(opened)
    offered = await hand.discord.autocomplete(alice.id, alice.channel, "notes digest", {"about": "cr"}, "about")
    assert [choice["value"] for choice in offered] == ["#craft"]
    asked = await hand.discord.slash(alice.id, alice.channel, "notes digest", {"about": "#craft"})
    await alice.answer(asked, "Summary of", "craft", "from 2 notes")
    week = await alice.answer(await hand.discord.slash(alice.id, alice.channel, "notes digest"), "18 Nov to 25 Nov")
    assert "[1]" in words(week) and "[2]" in words(week)
    asked = await hand.discord.slash(bob.id, bob.channel, "notes digest", {"about": "#craft"})
    await bob.answer(asked, "nothing to summarise")
    assert not await hand.discord.autocomplete(bob.id, bob.channel, "notes digest", {"about": "cr"}, "about")
    book = await hand_bot.services.reading.start(alice.id, "Databases", "1. Trees")
    asked = await hand.discord.slash(alice.id, alice.channel, "notes digest", {"about": f"book:{book.id}"})
    await alice.answer(asked, "nothing to summarise")


async def test_the_digest_comes_every_week_once_it_was_asked_for(
    hand: Hand, hand_bot: InklingBot, alice: Person
) -> None:
    await hand_bot.services.people.set_zone(alice.id, "Europe/Berlin")
    await hand.run(alice, "notes add", text=INK)
    week = await alice.answer(await hand.discord.slash(alice.id, alice.channel, "notes digest"), "Your week")
    form, fields = await alice.form(week, "Every week")
    proposal = await hand.fill(alice, form, fields, "sundays 18:00")
    assert "Every Sunday at 18:00" in words(proposal)
    await hand.press(alice, proposal, "Save")
    await hand.turn("2026-11-29 18:00")
    await hand.reminded(alice, "Your week in notes", "Ink is made of soot.")
    await hand.run(alice, "notes add", text=PAPER)
    await hand.turn("2026-12-06 18:00")
    digest = await hand.reminded(alice, "Your week in notes", "Paper is made of rags.")
    assert "Ink is made" not in words(digest), "that was the week before"
    await hand.committed(alice, digest)
    home = Person(hand.discord, alice.id, int(digest["channel_id"]))
    opened = await home.answer(await home.press(digest, "Open"), "29 Nov to 6 Dec")
    alarm = await hand_bot.services.digests.alarm(alice.id)
    assert alarm is not None
    await hand.turn("2026-12-13 18:00")
    await hand.dropped(alarm.id)
    assert len([m for m in hand.direct(alice) if "**Your week in notes**" in words(m) and not is_private(m)]) == 2
    stopped = await home.answer(await home.press(opened, "Stop the digest"))
    assert "Stopped" in words(stopped)
    assert await hand_bot.services.digests.alarm(alice.id) is None


async def test_somebody_elses_summary_is_not_there(
    hand: Hand, hand_bot: InklingBot, alice: Person, bob: Person
) -> None:
    note = await pressed(alice, await hand.run(alice, "notes add", text=INK), "Open")
    summary = await alice.answer(await alice.press(note, "Summary"), "Ink is made of soot.")
    # "How" and what hangs on it are about the presser's own choice: they show nothing of anybody's
    ids = [buttons(summary)[label] for label in ("Make anew", "Keep as a note", "Illustrate")] + [
        buttons(note)["Summary"]
    ]
    ids.append(ids[0].replace("again", "show"))
    channel: Any = hand_bot.get_channel(bob.channel)
    for custom_id in ids:
        sent = await channel.send(view=ui.View(timeout=None).add_item(ui.Button(label="Forged", custom_id=custom_id)))
        answer = await bob.answer(await hand.discord.press(bob.id, sent.id, custom_id), "not here")
        assert is_private(answer) and "soot" not in words(answer)


# ---- a model elsewhere


@pytest_asyncio.fixture(loop_scope="session")
async def asked_elsewhere() -> AsyncIterator[tuple[str, list[str], asyncio.Event]]:
    """An OpenAI-compatible service on this machine: its address, what it was sent, and whether it answers."""
    asked: list[str] = []
    going = asyncio.Event()
    going.set()

    async def answer(request: web.Request) -> web.Response:
        await going.wait()
        asked.append(await request.text())
        body = {"choices": [{"message": {"role": "assistant", "content": "It says soot lasts."}}]}
        return web.Response(text=json.dumps(body), content_type="application/json")

    app = web.Application()
    app.router.add_post("/v1/chat/completions", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/v1", asked, going
    await runner.cleanup()


def with_endpoint(settings: Settings, url: str) -> Settings:
    return dataclasses.replace(
        settings, open_to_everyone=True, summary_endpoint=url, summary_endpoint_model="small", summary_endpoint_key="k"
    )


async def test_a_model_elsewhere_needs_ones_word_and_is_named(
    discord: Loopback, settings: Settings, hand: Hand, alice: Person, asked_elsewhere: tuple[str, list[str], Any]
) -> None:
    url, asked, _ = asked_elsewhere
    async with logged_in(discord, with_endpoint(settings, url), engines=[PaperEngine()], clock=hand.clock):
        note = await pressed(alice, await hand.run(alice, "notes add", text=INK), "Open")
        summary = await alice.answer(await alice.press(note, "Summary"), "Ink is made of soot.")
        ways = await hand.press(alice, summary, "How")
        assert "No local language model is set up here" in words(ways)
        consent = await hand.press(alice, ways, "Model elsewhere")
        assert "Your notes would leave this machine" in words(consent) and "small at 127.0.0.1" in words(consent)
        ways = await hand.press(alice, consent, "No")
        assert not asked
        ways = await hand.press(alice, await hand.press(alice, ways, "Model elsewhere"), "Agree")
        assert "● **Model elsewhere**" in words(ways)
        shown = await hand.press(alice, ways, "Summary")
        fresh = await alice.answer(await alice.press(shown, "Make anew"), "It says soot lasts.")
        assert "small at 127.0.0.1" in words(fresh) and "your notes left this machine for it" in words(fresh)
        assert len(asked) == 1
        ways = await hand.press(alice, await hand.press(alice, fresh, "How"), "Take it back")
        assert "● **Sentences**" in words(ways)


async def test_one_that_takes_long_can_be_cancelled_and_comes_by_direct_message(
    discord: Loopback,
    settings: Settings,
    hand: Hand,
    alice: Person,
    asked_elsewhere: tuple[str, list[str], asyncio.Event],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    url, _, going = asked_elsewhere
    async with logged_in(discord, with_endpoint(settings, url), engines=[PaperEngine()], clock=hand.clock) as hand.bot:
        views = sys.modules["cogs.summaries.views"]  # each bot loads its cogs anew
        monkeypatch.setattr(views, "FIRST_SECONDS", 0.05)
        monkeypatch.setattr(views, "EDIT_SECONDS", 0.05)
        await hand.bot.services.summaries.choose(alice.id, Method.ENDPOINT, agree=True)
        ink, paper = [await hand.run(alice, "notes add", text=text) for text in (INK, PAPER)]
        going.clear()
        note = await pressed(alice, ink, "Open")
        shown = await alice.answer(await alice.press(note, "Summary"), "Summarising")
        assert "nothing more of it is made" in words(await hand.press(alice, shown, "Cancel"))
        monkeypatch.setattr(views, "MOST_SECONDS", 0.2)
        await alice.answer(await alice.press(note, "Summary"), "by direct message when it is ready")
        going.set()
        brought = await hand.reminded(alice, "**Summary: Ink**", "It says soot lasts.")
        home = Person(discord, alice.id, int(brought["channel_id"]))
        await hand.committed(alice, brought)
        await home.answer(await home.press(brought, "Open"), "small at 127.0.0.1")
        discord.close_dms(alice.id)
        going.clear()
        note = await pressed(alice, paper, "Open")
        await alice.answer(await alice.press(note, "Summary"), "by direct message when it is ready")
        going.set()
        kept = hand.bot.services.schedule.kept_for
        async with asyncio.timeout(10):
            while not await kept(alice.id):
                await asyncio.sleep(0.02)
        await hand.run(alice, "notes recent")
        await discord.wait_for(lambda: [m for m in alice.seen() if "**Summary: Paper**" in words(m) and is_private(m)])
