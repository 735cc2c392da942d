"""Direct messages: what changed while the bot was away, "stop" and "start", and a command that arrives as text."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.client import InklingBot
from bot.notes.markup import draft_of
from bot.playground.loopback import Loopback
from bot.settings import Settings
from bot.summaries.model import About, Target
from tests.gpu.paper_engine import PaperEngine
from tests.walks.conftest import Running, logged_in
from tests.walks.hand import Hand
from tests.walks.notebook import all_buttons, apart, at_home, notes, opened, pressed, reactions, said, write, wrote
from tests.walks.people import Person, is_private, words


@pytest.fixture
def running(discord: Loopback, settings: Settings) -> Running:
    """With an engine of paper: what is walked here needs no torch."""
    return lambda **parts: logged_in(discord, parts.pop("settings", settings), **{"engines": [PaperEngine()], **parts})


async def test_what_was_edited_or_deleted_while_the_bot_was_away_is_found_out(
    running: Running, owner: Person, discord: Loopback
) -> None:
    home = at_home(owner)
    sent: list[dict[str, Any]] = []
    async with running() as bot:
        for text in ("stays", "is edited", "is deleted", "is edited and deleted later"):
            sent.append(await wrote(home, text))
            await apart(bot)
    await discord.edit_message(home.id, int(sent[1]["id"]), "says something else")
    await discord.delete_message(home.id, int(sent[2]["id"]))
    missed = await write(home, "written meanwhile")
    async with running() as bot:
        await discord.wait_for(lambda: "✅" in reactions(discord, missed["id"]), 20)
        assert "✏️" in reactions(discord, sent[1]["id"]) and "✏️" not in reactions(discord, sent[0]["id"])
        shown = words(await notes(home))
        assert "says something else" in shown and "is edited\n" not in shown and "is deleted" not in shown
        assert "stays" in shown and "written meanwhile" in shown
        trash = await pressed(home, await notes(home), "Trash")
        assert "is deleted" in words(trash)
        card = await opened(home, "search", query="something")
        assert "version 2" in words(card)
    await discord.delete_message(home.id, int(sent[3]["id"]))
    async with running():
        await wrote(home, "the last one")  # may be taken before the bot has looked back
        async with asyncio.timeout(10):
            while "deleted later" in words(await notes(home)):
                await asyncio.sleep(0.1)


async def test_an_unreachable_history_deletes_nothing(
    running: Running, owner: Person, discord: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = at_home(owner)
    async with running():
        await wrote(home, "stays")
    async with running() as bot:
        cog: Any = bot.get_cog("DirectCog")
        discord.faults.fail("GET", f"/channels/{home.channel}/messages", 403, times=5)
        ((channel, person, cursor),) = await bot.services.notes.channels.known()
        await cog._catch_up(channel, person, cursor, look_back=True)
        discord.faults.clear()
        assert "stays" in words(await notes(home))


async def test_stop_mutes_the_reminders_and_start_brings_them_back(
    hand: Hand, hand_bot: InklingBot, owner: Person
) -> None:
    await hand_bot.services.people.set_zone(owner.id, "Europe/Berlin")
    await hand.press(owner, await hand.run(owner, "remind me", when="every day 20:00", what="stretch"), "Save")
    await hand.press(owner, await hand.run(owner, "remind me", when="tomorrow 9:00", what="call"), "Save")
    home = at_home(owner)
    await write(home, "stop!")
    await said(home, "2 reminders do not come any more")
    await hand.turn("2026-11-25 20:00")
    await asyncio.sleep(0.3)
    assert not any("stretch" in words(m) for m in hand.direct(owner))
    await write(home, "Stop")
    await said(home, "nothing is switched on")
    await hand.turn("2026-11-26 15:00")
    await write(home, "start")
    await said(home, "Your reminder comes again")  # the other's only time is past: it stays muted, in the list
    assert "call" in words(await hand.run(owner, "remind list"))
    await hand.turn("2026-11-26 20:00")
    await hand.reminded(owner, "stretch")


async def test_a_typed_imagine_can_be_drawn_with_a_tap(bot: InklingBot, owner: Person, discord: Loopback) -> None:
    home = at_home(owner)
    await write(home, "/imagine a red fox size: wide count: 2 steps: 4 style: ink")
    offer = await said(home, "I can draw it all the same")
    form, fields = await home.form(offer, "Draw it")
    assert fields[0]["value"] == "a red fox"
    chosen = [[o["value"] for o in field["options"] if o.get("default")] for field in fields[1:]]
    assert chosen == [["ink"], ["wide"], ["2"]]
    filled = {fields[0]["custom_id"]: "a blue fox", fields[3]["custom_id"]: ["1"]}
    done = await home.picture(await discord.submit_modal(home.id, form, filled))
    assert "a blue fox" in words(done)
    assert "No notes yet" in words(await notes(home))


async def test_the_draft_of_a_summarised_note_is_its_summary(bot: InklingBot, alice: Person) -> None:
    said = ["The harbour is quiet at night.", "Boats lie still.", "A lamp burns at the harbour's end.", "Nobody walks."]
    await notes(alice, "add", text="# Harbour\n" + " ".join(said * 3))
    (note,) = await bot.services.notes.recent(alice.id)
    summaries, target = bot.services.summaries, Target(About.NOTE, str(note.id))
    summary = await summaries.ended(alice.id, (await summaries.ask(alice.id, target)).id, 30)
    assert summary.lines
    _, fields = await alice.form(await opened(alice), "Illustrate")
    assert fields[0]["value"] == draft_of(" ".join(line.text for line in summary.lines))
    assert fields[0]["value"] != draft_of(note.body)


async def test_a_note_is_illustrated_privately_and_the_picture_kept(
    bot: InklingBot, alice: Person, owner: Person, discord: Loopback
) -> None:
    home = at_home(owner)
    await wrote(home, "# A quiet harbour #sea\nThe [[sun]] sets **slowly**.")
    card = await opened(home)
    form, fields = await home.form(card, "Illustrate")
    assert fields[0]["value"] == "A quiet harbour. The sun sets slowly"
    done = await home.picture(await discord.submit_modal(home.id, form, {}))
    assert not is_private(done), "in direct messages it stays, so that its menu can save it"
    answer = await home.answer(await discord.context_menu(home.id, int(done["id"]), "Save to notes"), "Saved")
    assert "A quiet harbour" in words(await pressed(home, answer, "Open"))

    await notes(alice, "add", text="a secret garden")
    card = await opened(alice)
    form, _ = await alice.form(card, "Illustrate")
    done = await alice.picture(await discord.submit_modal(alice.id, form, {}))
    assert is_private(done), "in a server nobody else sees it"
    assert all_buttons(done, "Again")
