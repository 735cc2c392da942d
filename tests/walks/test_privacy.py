"""/privacy: what is kept of a person, and erasing it, held against every table that names a person."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from typing import Any

from bot.client import InklingBot
from bot.playground.loopback import Loopback
from bot.settings import Settings
from tests.gpu.paper_engine import PaperEngine
from tests.walks.conftest import Running
from tests.walks.people import Person, is_private, parts, words

COUNTED = {"jobs"}
"""What a day's pictures cost still counts; the words are gone."""


def rows_of(settings: Settings, user_id: int) -> dict[str, int]:
    """How many rows of each table name that person."""
    found = {}
    with closing(sqlite3.connect(f"file:{settings.database_path}?mode=ro", uri=True)) as database:
        for (table,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
            columns = {row[1] for row in database.execute(f"PRAGMA table_info({table})")}
            for column in columns & {"user_id", "owner_id"}:
                rows = database.execute(f"SELECT {column} FROM {table}").fetchall()  # the schema's names
                found[table] = sum(owner == user_id for (owner,) in rows)
    return found


def left_of(settings: Settings, mark: str) -> list[str]:
    """The names of the files in the data folder that hold the word."""
    found = [path for path in settings.data_dir.rglob("*") if path.is_file()]
    return [path.name for path in found if mark.encode() in path.read_bytes().lower()]


async def live(bot: InklingBot, person: Person, mark: str) -> None:
    """Something in every room."""
    discord, here = person.discord, person.channel
    await person.picture(await person.imagine(f"a {mark} apple", steps=2, negative=mark))
    for command, options in (
        ("notes add", {"text": f"{mark} note\n- [ ] {mark} task due 2027-12-31", "tags": mark}),
        ("notes search", {"query": mark}),
        ("habit add", {"name": f"{mark} habit"}),
        ("habit done", {"habit": f"{mark} habit"}),
        ("settings", {"timezone": "Europe/Berlin"}),
    ):
        await person.answer(await discord.slash(person.id, here, command, options))
    await bot.services.reading.start(person.id, f"{mark} book", f"1. {mark} one\n2. two")
    asked = await discord.slash(person.id, here, "remind me", {"what": mark, "when": "every monday at 9am"})
    draft = await person.answer(asked)
    await person.press(draft, "Save")
    await discord.wait_for(lambda: "Saved" in words(discord.message(int(draft["id"]))))


async def overview(person: Person) -> dict[str, Any]:
    return await person.answer(await person.discord.slash(person.id, person.channel, "privacy", {}))


async def erase(person: Person, card: dict[str, Any], what: str, typed: str) -> int:
    menu = next(part for part in parts(card["components"]) if part["type"] == 3)
    choosing = person.discord.select(person.id, int(card["id"]), menu["custom_id"], [what])
    form, fields = await person.opened(choosing)
    return await person.discord.submit_modal(person.id, form, {fields[0]["custom_id"]: typed})


async def test_everything_of_one_person_goes_and_nothing_of_another(
    discord: Loopback, running: Running, settings: Settings, alice: Person, bob: Person
) -> None:
    async with running(engines=[PaperEngine()]) as bot:
        await live(bot, alice, "plughalice")
        await live(bot, bob, "plughbob")
        async with asyncio.timeout(30):  # the due task's reminder is made a moment later
            while not all(rows_of(settings, person.id)["alarms"] == 2 for person in (alice, bob)):
                await asyncio.sleep(0.05)
        before = rows_of(settings, bob.id)
        assert {table for table, count in before.items() if count} > {"notes", "habits", "alarms", "books", "people"}
        card = await overview(alice)
        assert is_private(card)
        for said in ("1 picture and 1 request", "1 note", "1 book", "1 habit and 1 entry", "1 reminder", "1 time zone"):
            assert said in words(card)
        refusal = await alice.answer(await erase(alice, card, "everything", "yes"), "Nothing was erased")
        assert is_private(refusal)
        await erase(alice, card, "everything", " Erase ")
        await discord.wait_for(lambda: "Erased: " in words(discord.message(int(card["id"]))))
        assert {table for table, count in rows_of(settings, alice.id).items() if count} <= COUNTED
        assert rows_of(settings, bob.id) == before
        assert "Nothing yet." in words(await overview(alice))
    assert left_of(settings, "plughbob")
    assert left_of(settings, "plughalice") == []


async def test_one_room_alone_and_not_while_something_is_drawn(
    discord: Loopback, running: Running, alice: Person
) -> None:
    engine = PaperEngine()
    async with running(engines=[engine]) as bot:
        await live(bot, alice, "plughalice")
        card = await overview(alice)
        await erase(alice, card, "habits", "erase")
        await discord.wait_for(lambda: "Erased: 1 habit and 1 entry" in words(discord.message(int(card["id"]))))
        card = await overview(alice)
        assert "**Habits**" not in words(card)
        assert "1 note" in words(card)
        engine.hold()
        asked = await alice.imagine("another", steps=2)
        await alice.answer(asked, "another")
        await alice.answer(await erase(alice, card, "everything", "erase"), "One request of yours is waiting")
        assert "1 note" in words(await overview(alice)), "nothing was erased"
        await engine.release()
        await alice.picture(asked)
