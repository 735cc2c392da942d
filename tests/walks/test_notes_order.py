"""Finding notes again: search, tasks, links."""

from __future__ import annotations

import asyncio
import dataclasses
import io

import pytest
from PIL import Image

from bot.client import InklingBot
from bot.playground.loopback import Loopback
from bot.settings import Settings
from tests.gpu.paper_engine import PaperEngine
from tests.walks.conftest import Running, logged_in
from tests.walks.notebook import all_buttons, at_home, notes, opened, pressed, wrote
from tests.walks.people import Person, buttons, is_private, words


def png(colour: str = "red") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (32, 32), colour).save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def running(discord: Loopback, settings: Settings) -> Running:
    """With an engine of paper: what is walked here needs no torch."""
    return lambda **parts: logged_in(discord, parts.pop("settings", settings), **{"engines": [PaperEngine()], **parts})


async def apart(bot: InklingBot) -> None:
    """Make the next message a note of its own: as if what was written before had been written earlier."""
    database = bot.services.notes._database  # the walk's own way to let time pass for one table
    async with database.transaction() as tx:
        await tx.execute("UPDATE note_messages SET sent_utc = sent_utc - 3600")


async def test_search_with_pages_and_suggestions(bot: InklingBot, alice: Person, discord: Loopback) -> None:
    for number in range(8):
        await notes(alice, "add", text=f"Ink number {number}\nfor the *printer*", tags="office")
    await notes(alice, "add", text="Something else", notebook="Sport Log")
    shown = await notes(alice, "search", query="printers tag:office")
    assert is_private(shown) and "8 notes" in words(shown) and "**printer**" in words(shown)
    assert len(all_buttons(shown, "Open")) == 6
    more = await pressed(alice, shown, "More")
    assert len(all_buttons(more, "Open")) == 2 and "More" not in buttons(more)
    card = await pressed(alice, more, "Open")
    assert "Ink number" in words(card)
    offered = await discord.autocomplete(alice.id, alice.channel, "notes search", {"query": "printer tag:"}, "query")
    assert [choice["value"] for choice in offered] == ["printer tag:office"]
    offered = await discord.autocomplete(alice.id, alice.channel, "notes add", {"notebook": "sp"}, "notebook")
    assert [choice["value"] for choice in offered] == ["Sport Log"]
    assert "Nothing found" in words(await notes(alice, "search", query="elephants"))
    asked = await discord.slash(alice.id, alice.channel, "notes search", {"query": "has:nothing"})
    assert "`has:` takes one of" in words(await alice.answer(asked))


async def test_searching_never_shows_somebody_elses(
    bot: InklingBot, alice: Person, bob: Person, discord: Loopback
) -> None:
    await notes(alice, "add", text="secret plan", tags="hidden", notebook="Private")
    await notes(bob, "add", text="a plan of bob's")
    for query in (
        "secret",
        "plan",
        "tag:hidden",
        "in:private",
        "-nothing",
        "before:2099",
        "plan -bob",
        '"secret plan"',
    ):
        assert "secret" not in words(await notes(bob, "search", query=query)).replace(query, "")
    for typed in ("tag:", "in:", "sec", "p"):
        offered = await discord.autocomplete(bob.id, bob.channel, "notes search", {"query": typed}, "query")
        assert not any(word in str(offered) for word in ("secret", "hidden", "Private"))


async def test_a_note_is_found_by_what_it_means(running: Running, settings: Settings, owner: Person) -> None:
    home = at_home(owner)
    async with running(settings=dataclasses.replace(settings, search_by_meaning=True)) as bot:
        await wrote(home, "The cat sleeps on the warm windowsill")
        alike = bot.services.notes.alike
        assert alike is not None
        async with asyncio.timeout(60):
            while "alike in meaning" not in words(shown := await notes(home, "search", query="kitten")):
                await asyncio.sleep(0.3)  # it is read behind
    assert "windowsill" in words(shown)


async def test_tasks_over_all_notes_are_ticked_from_a_list(bot: InklingBot, alice: Person, discord: Loopback) -> None:
    assert "Nothing is open" in words(await notes(alice, "tasks"))
    await notes(alice, "add", text="Plan\n- [ ] some day\n- [x] was done")
    await notes(alice, "add", text="Bills\n- [ ] pay rent due 2020-01-01")
    shown = await notes(alice, "tasks")
    assert words(shown).index("pay rent") < words(shown).index("some day") and "was done" not in words(shown)
    assert "overdue since 2020-01-01" in words(shown)
    shown = await pressed(alice, shown, "Done")
    assert "pay rent" not in words(shown)
    card = await opened(alice)
    assert "- [x] pay rent" in words(card)
    listed = await pressed(alice, card, "Tasks")
    assert "☑ pay rent" in words(listed)
    assert "☐ pay rent" in words(await pressed(alice, listed, "Undo"))


async def test_a_list_that_is_out_of_date_ticks_nothing(bot: InklingBot, alice: Person, discord: Loopback) -> None:
    await notes(alice, "add", text="Plan\n- [ ] first\n- [ ] second")
    one, two = await notes(alice, "tasks"), await notes(alice, "tasks")
    await pressed(alice, one, "Done")
    refusal = await alice.answer(await discord.press(alice.id, int(two["id"]), all_buttons(two, "Done")[1]))
    assert "has changed since" in words(refusal)
    assert "second" in words(await notes(alice, "tasks"))


async def test_links_both_ways_and_suggested_with_a_tap(bot: InklingBot, alice: Person) -> None:
    await notes(alice, "add", text="Squid ink\nblack")
    await notes(alice, "add", text="Pasta\nneeds:: [[squid ink]] and [[Flour]]")
    await notes(alice, "add", text="Dinner\nwith squid ink on the table")
    found = await notes(alice, "search", query='"squid ink" black')
    card = await pressed(alice, found, "Open")
    assert "Squid ink" in words(card)
    shown = await pressed(alice, card, "Links")
    assert "← *needs* Pasta" in words(shown) and "maybe\nDinner" in words(shown)
    linked = await pressed(alice, shown, "Link")
    assert "→ Dinner" in words(linked) and "maybe" not in words(linked)
    pasta = await pressed(alice, linked, "Open")
    shown = await pressed(alice, await pressed(alice, await notes(alice, "search", query="flour"), "Open"), "Links")
    assert "Flour -# (no note" in words(shown) and "→ *needs* squid ink" in words(shown)
    assert pasta
