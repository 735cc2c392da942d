"""Somebody tries to read another's notes, through every command, button, menu and suggestion that there is."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from typing import Any

import discord as dpy
import pytest

from bot.client import InklingBot
from bot.notes.workshop import Progress
from bot.playground.loopback import Loopback
from bot.playground.loopback.refusal import LoopbackRefused
from bot.settings import Settings
from bot.summaries.model import About, Target
from tests.gpu.paper_engine import PaperEngine
from tests.notes.conftest import file
from tests.notes.moving_house import everything, zipped
from tests.walks.conftest import Running, logged_in
from tests.walks.notebook import notes
from tests.walks.people import Person
from tests.walks.prying import completed, custom_ids, fillings, is_menu, leaves, templates

KNOWN = "xyzzy"
"""Bob knows this word of Alice's notes, and searches for it."""
MARK = "plugh"
"""This one he does not; it is beside the other in everything of Alice's, and in nothing that he is ever shown."""
BOTH = f"{KNOWN} {MARK}"
SECRET = f"""The {BOTH} plan #{KNOWN}{MARK}/deep
supports:: [[{BOTH} target]]
- [ ] {BOTH} task due 2026-12-31
https://example.org/{KNOWN}{MARK}"""
TYPED = ("", "x", "xy", KNOWN, f"the {KNOWN}", "tag:", "tag:x", "in:", "in:x", "book:", "has:", "-tag:", "1")
WORDS = (KNOWN, "is:trash")
TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%owner_id%' AND sql LIKE '% id %'"


@pytest.fixture
def running(discord: Loopback, settings: Settings) -> Running:
    """With an engine of paper: what is walked here needs no torch."""
    return lambda **parts: logged_in(discord, parts.pop("settings", settings), **{"engines": [PaperEngine()], **parts})


async def furnished(bot: InklingBot, alice: Person) -> None:
    """A notebook with the mark in every place that a note has."""
    service = bot.services.notes
    await notes(alice, "add", text=SECRET, tags=f"{KNOWN}{MARK}", notebook=f"{BOTH} notebook")
    (note,) = await service.recent(alice.id)
    await service.edit(
        alice.id, note.id, f"{SECRET}\nand more", seen_version=1, notebook=f"{BOTH} notebook", mood=f"{BOTH} mood"
    )
    await notes(alice, "search", query=f"{BOTH} search")
    page = zipped({f"{BOTH} page.md": f"{BOTH} imported ![{BOTH}]({KNOWN}{MARK}.bin)", f"{KNOWN}{MARK}.bin": b"words"})
    await service.importing.take(alice.id, file(page, "a.zip"), Progress())
    await bot.services.reading.start(alice.id, f"{BOTH} book", f"1. {BOTH} chapter\n2. {BOTH} more")
    asked = await bot.services.summaries.ask(alice.id, Target(About.NOTE, str(note.id)))
    await bot.services.summaries.ended(alice.id, asked.id, 30)
    for verb in (service.archive, service.trash):
        await notes(alice, "add", text=f"{BOTH} {verb.__name__}")
        newest = max(one.id for one in await service.recent(alice.id))
        await (verb(alice.id, newest, True) if verb == service.archive else verb(alice.id, newest))  # type: ignore[call-arg]


async def ids_of(bot: InklingBot, owner_id: int) -> list[int]:
    """The first and the last of the ids of that person's rows, in whatever table. Each table counts from 1, and Alice
    was there first, so the first is hers everywhere."""
    database = bot.services.notes._database
    found: set[int] = set()
    for table in await database.fetch_all(TABLES):
        sql = f"SELECT id FROM {table['name']} WHERE owner_id = ? ORDER BY id"
        found |= {row["id"] for row in await database.fetch_all(sql, (owner_id,))}
    return sorted({min(found), max(found)})


class Prying:
    """Bob, who keeps everything that he is shown."""

    def __init__(self, bot: InklingBot, bob: Person) -> None:
        self.bot, self.bob, self.discord = bot, bob, bob.discord
        self.seen: list[str] = []
        self.tried = 0

    def check(self) -> None:
        leaked = [text for text in self.seen if MARK in text]
        assert not leaked, leaked[0][:2000]

    async def settled(self, interaction: int) -> None:
        """Wait for the answer; a form that opens is sent as it is."""
        self.tried += 1
        pending = lambda: self.discord.interactions.get(interaction) == "pending"  # noqa: E731
        await self.discord.wait_for(lambda: not pending(), 30)
        modal = self.discord.state.interactions[interaction].modal
        if modal is not None:
            self.seen.append(json.dumps(modal, ensure_ascii=False))
            try:
                sent = await self.discord.submit_modal(self.bob.id, interaction, {})
            except LoopbackRefused:
                return
            await self.discord.wait_for(lambda: self.discord.interactions.get(sent) != "pending", 30)

    def watch(self, events: asyncio.Queue[dict[str, Any]]) -> None:
        """Take what came since."""
        while not events.empty():
            self.seen.append(json.dumps(events.get_nowait(), ensure_ascii=False))


async def test_nobody_reads_anothers_notes(bot: InklingBot, alice: Person, bob: Person, discord: Loopback) -> None:
    await furnished(bot, alice)
    await notes(bob, "add", text="bob's own")
    before = await exported(bot, alice)
    ids = await ids_of(bot, alice.id)
    prying = Prying(bot, bob)
    async with discord.subscribe(bob.id) as events:
        for menus in (False, True):
            patterns = [pattern for pattern, kind in templates(bot).items() if is_menu(kind) is menus]
            names = dict.fromkeys(name for pattern in patterns for name in custom_ids(pattern, ids))
            await forge(prying, list(names), ids, menus=menus)
        prying.watch(events)
        for command in leaves(bot):
            path = command.qualified_name
            for name in completed(command):
                for typed in TYPED:
                    offered = await discord.autocomplete(bob.id, bob.channel, path, {name: typed}, name)
                    prying.seen.append(json.dumps(offered, ensure_ascii=False))
            for options in fillings(command, WORDS, ids, alice.id):
                try:
                    asked = await discord.slash(bob.id, bob.channel, path, options)
                except LoopbackRefused:
                    continue  # Discord itself takes no such option
                await prying.settled(asked)
                prying.watch(events)
    prying.check()
    assert prying.tried > 200, "far too few ways were found"
    assert await exported(bot, alice) == before, "nor has he changed any of them"


async def forge(prying: Prying, names: Sequence[str], ids: Sequence[int], *, menus: bool) -> None:
    """Messages of the bot's with buttons, or menus, of those custom ids; Bob uses each."""
    uses = [(name, str(one)) for name in names for one in ids] if menus else [(name, "") for name in names]
    while uses:
        before = len(uses)
        sent = await forged(prying, [name for name, _ in uses], ids, menus=menus)
        for name, value in list(uses):
            try:
                if menus:
                    used = await prying.discord.select(prying.bob.id, sent, name, [value])
                else:
                    used = await prying.discord.press(prying.bob.id, sent, name)
            except LoopbackRefused:
                break  # the press before it has changed the message: the rest goes on below another
            uses.remove((name, value))
            await prying.settled(used)
        assert len(uses) < before, f"{uses[0]} cannot even be pressed"


async def forged(prying: Prying, names: Sequence[str], ids: Sequence[int], *, menus: bool) -> int:
    """The message's id; it has as many of the names as fit."""
    view = dpy.ui.View(timeout=None)
    for name in list(dict.fromkeys(names))[: 5 if menus else 25]:
        if menus:
            options = [dpy.SelectOption(label=str(one), value=str(one)) for one in dict.fromkeys((*ids, 0, 1))][:25]
            view.add_item(dpy.ui.Select(custom_id=name, options=options))
        else:
            view.add_item(dpy.ui.Button(label="Forged", custom_id=name))
    channel: Any = prying.bot.get_channel(prying.bob.channel)
    sent = await channel.send(view=view)
    view.stop()
    return int(sent.id)


async def exported(bot: InklingBot, person: Person) -> str:
    class Book:
        service, database = bot.services.notes, bot.services.notes._database

    return json.dumps(await everything(Book, person.id), sort_keys=True)  # type: ignore[arg-type]


async def test_custom_ids_are_written_as_the_patterns_say() -> None:
    written = set(custom_ids(r"notes:pin:(?P<note>\d+):(?P<on>[01])", [77]))
    assert written == {"notes:pin:77:0", "notes:pin:77:1"}
    assert "remind:unmute:5" in set(custom_ids(r"remind:(?P<verb>save|unmute):(?P<id>\d+)", [5]))
    assert "a:5-5" in set(custom_ids(r"a:(\d{1,9}(?:-\d{1,9}){0,9})", [5]))
