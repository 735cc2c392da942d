"""The notebook: direct messages become notes, and what people do with them."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image

from bot.client import InklingBot
from bot.playground.loopback import Loopback
from bot.playground.loopback.sound import Voice
from bot.settings import Settings
from tests.gpu.paper_engine import PaperEngine
from tests.walks.conftest import Running, logged_in
from tests.walks.notebook import all_buttons, apart, at_home, notes, opened, pressed, reactions, said, write, wrote
from tests.walks.people import Person, buttons, gallery, is_private, words


def png(colour: str = "red") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (32, 32), colour).save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def running(discord: Loopback, settings: Settings) -> Running:
    """With an engine of paper: what is walked here needs no torch."""
    return lambda **parts: logged_in(discord, parts.pop("settings", settings), **{"engines": [PaperEngine()], **parts})


async def test_a_direct_message_is_a_note_and_the_first_explains_itself(bot: InklingBot, owner: Person) -> None:
    home = at_home(owner)
    await wrote(home, "Buy *ink* for the printer #shopping/office")
    first = await said(home, "Kept as a note")
    assert list(buttons(first)) == ["Undo"]
    card = await opened(home)
    assert is_private(card)
    assert "Buy *ink* for the printer" in words(card) and "#shopping/office" in words(card)
    await apart(bot)
    await wrote(home, "A second thought")
    assert sum("Kept as a note" in words(m) for m in home.seen()) == 1, "it explains itself once"


async def test_undo_by_button_by_word_and_back(bot: InklingBot, owner: Person) -> None:
    home = at_home(owner)
    await wrote(home, "never mind")
    gone = await pressed(home, await said(home, "Kept as a note"), "Undo")
    assert "trash" in words(gone)
    assert "No notes yet" in words(await notes(home))
    await pressed(home, gone, "Restore")
    await write(home, "undo")
    await said(home, "Taken back")
    assert "No notes yet" in words(await notes(home))
    await write(home, "Undo!")
    await said(home, "nothing to take back")


async def test_files_are_kept_here_and_shown_after_discord_forgets_them(
    bot: InklingBot, owner: Person, discord: Loopback
) -> None:
    home = at_home(owner)
    sent = await wrote(home, "two pictures", [("a.png", png("red")), ("b.txt", png("blue")), ("c.txt", b"plain words")])
    assert reactions(discord, sent["id"]) == {"📥", "✅"}
    discord.cdn._files.clear()
    card = await opened(home)
    assert len(gallery(card)) == 2, "b.txt is a picture by its content"
    asked = await home.press(card, "Files")
    given = await discord.wait_for(lambda: [a for m in home.answers(asked) for a in m["attachments"]])
    assert [a["filename"] for a in given] == ["a.png", "b.txt", "c.txt"]
    kept = [p for p in bot.services.settings.note_files_dir.rglob("*") if p.is_file()]
    assert sorted(p.suffix for p in kept) == [".png", ".png", ".txt"]


async def test_a_burst_is_one_note(bot: InklingBot, owner: Person) -> None:
    home = at_home(owner)
    for number in range(3):
        await wrote(home, f"part {number}", [(f"{number}.png", png())] if number else [])
    shown = await notes(home)
    assert len(all_buttons(shown, "Open")) == 1
    card = await pressed(home, shown, "Open")
    assert all(f"part {number}" in words(card) for number in range(3))
    assert len(gallery(card)) == 2


async def test_an_edited_message_is_a_new_version_and_a_deleted_one_goes_to_the_trash(
    bot: InklingBot, owner: Person, discord: Loopback
) -> None:
    home = at_home(owner)
    sent = await wrote(home, "the first words")
    await discord.edit_message(home.id, int(sent["id"]), "the better words")
    await discord.wait_for(lambda: "✏️" in reactions(discord, sent["id"]))
    card = await opened(home)
    assert "the better words" in words(card)
    older = await pressed(home, card, "Versions")
    assert "the first words" in words(older)
    back = await pressed(home, older, "Bring back")
    assert "the first words" in words(back) and "version 3" in words(back)
    await discord.delete_message(home.id, int(sent["id"]))
    await discord.wait_for(lambda: True)
    await wrote(home, "another one")
    shown = await notes(home)
    assert "first words" not in words(shown)
    trash = await pressed(home, shown, "Trash")
    assert "the first words" in words(trash)


async def test_what_is_no_note_is_not_filed(bot: InklingBot, owner: Person) -> None:
    home = at_home(owner)
    for text, answer in (
        ("help", "/imagine"),
        ("/remind me", "choose **remind**"),
        ("stop", "nothing is switched on"),
        ("undo", "nothing to take back"),
    ):
        await write(home, text)
        await said(home, answer)
    assert "No notes yet" in words(await notes(home))


async def test_what_was_written_while_the_bot_was_away_is_caught_up_once(
    running: Running, owner: Person, discord: Loopback
) -> None:
    home = at_home(owner)
    async with running():
        await wrote(home, "before")
    missed = [await write(home, f"while away {number}", [(f"{number}.png", png())]) for number in range(3)]
    async with running() as bot:
        await discord.wait_for(lambda: all("✅" in reactions(discord, m["id"]) for m in missed), 20)
        await discord.faults.drop_gateway(resumable=False)
        assert not discord.connected
        await wrote(home, "between two sessions")
        assert discord.gateway.identified == 3
        rows = await bot.services.notes._database.fetch_all("SELECT message_id FROM note_messages")
        bodies = await bot.services.notes._database.fetch_all("SELECT body FROM note_versions ORDER BY number DESC")
    assert len(rows) == 5
    assert bodies[0]["body"].count("while away 1") == 1


async def test_a_file_that_cannot_be_fetched_yet_is_tried_again(
    bot: InklingBot, owner: Person, discord: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = at_home(owner)
    cog: Any = bot.get_cog("DirectCog")
    base = discord.cdn.find
    monkeypatch.setattr(discord.cdn, "find", lambda url: 1 / 0)  # answers 500
    sent = await write(home, "with a file", [("a.png", png())])
    await discord.wait_for(lambda: "⏳" in reactions(discord, sent["id"]))
    later = await wrote(home, "a second message is not held up")
    assert "No notes yet" not in words(await notes(home))
    monkeypatch.setattr(discord.cdn, "find", base)
    await cog.try_again()
    assert "✅" in reactions(discord, sent["id"])
    assert reactions(discord, later["id"]) == {"✅"}


async def test_a_file_that_is_gone_is_named_and_the_words_are_kept(
    bot: InklingBot, owner: Person, discord: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = at_home(owner)
    monkeypatch.setattr(discord.cdn, "find", lambda url: None)
    await wrote(home, "words", [("lost.png", png())])
    await said(home, "lost.png could not be fetched")
    assert "words" in words(await opened(home))


async def test_add_by_option_and_by_form(bot: InklingBot, alice: Person, discord: Loopback) -> None:
    answer = await notes(alice, "add", text="A thought", tags="ideas, work/plan", notebook="Research")
    assert is_private(answer) and "Saved" in words(answer)
    card = await pressed(alice, answer, "Open")
    assert "#ideas" in words(card) and "#work/plan" in words(card) and "Research" in words(card)
    async with discord.subscribe(alice.id) as events:
        await discord.slash(alice.id, alice.channel, "notes add")
        while (event := await events.get())["t"] != "MODAL_OPEN":
            pass
    fields = [part["component"]["custom_id"] for part in event["d"]["components"]]
    values = {fields[0]: "From a form", fields[3]: "calm", fields[4]: [("x.png", png())]}
    answer = await alice.answer(await discord.submit_modal(alice.id, int(event["d"]["id"]), values), "Saved")
    card = await pressed(alice, answer, "Open")
    assert "mood: calm" in words(card) and len(gallery(card)) == 1


async def test_edit_pin_archive(bot: InklingBot, alice: Person, discord: Loopback) -> None:
    card = await pressed(alice, await notes(alice, "add", text="One"), "Open")
    form, fields = await alice.form(card, "Edit")
    assert fields[0]["value"] == "One"
    await discord.submit_modal(alice.id, form, {fields[0]["custom_id"]: "Two\n- [ ] a task"})
    await discord.wait_for(lambda: "Two" in words(next(m for m in alice.seen() if m["id"] == card["id"])))
    card = next(m for m in alice.seen() if m["id"] == card["id"])
    card = await pressed(alice, card, "Pin")
    assert "📌" in words(card) and "Unpin" in buttons(card)
    card = await pressed(alice, card, "Archive")
    assert "No notes yet" in words(await notes(alice))
    archive = await pressed(alice, await notes(alice), "Archive")
    assert "Two" in words(archive)


async def test_save_to_notes_keeps_author_and_address(
    bot: InklingBot, alice: Person, bob: Person, discord: Loopback
) -> None:
    sent = await discord.send_message(bob.id, bob.channel, "worth keeping", files=[("w.png", png())])
    answer = await alice.answer(await discord.context_menu(alice.id, int(sent["id"]), "Save to notes"), "Saved")
    assert is_private(answer)
    card = await pressed(alice, answer, "Open")
    assert "worth keeping" in words(card) and "bob" in words(card) and sent["id"] in words(card)
    again = await alice.answer(await discord.context_menu(alice.id, int(sent["id"]), "Save to notes"), "Already in")
    assert "Open" in buttons(again)
    await bob.answer(await discord.context_menu(bob.id, int(sent["id"]), "Save to notes"), "Saved")


async def test_a_picture_of_ours_is_kept_with_its_settings(bot: InklingBot, alice: Person, discord: Loopback) -> None:
    done = await alice.picture(await alice.imagine("a green frog", steps=4, seed=7))
    answer = await alice.answer(await discord.context_menu(alice.id, int(done["id"]), "Save to notes"), "Saved")
    card = await pressed(alice, answer, "Open")
    for text in ("a green frog", "seed: 7", "steps: 4"):
        assert text in words(card)
    assert len(gallery(card)) == 1


async def test_a_reply_adds_to_its_note(bot: InklingBot, owner: Person) -> None:
    home = at_home(owner)
    first = await wrote(home, "the plan")
    await apart(bot)
    await wrote(home, "something else")
    await apart(bot)
    await wrote(home, "and its second part", reply_to=int(first["id"]))
    card = await opened(home)
    assert "the plan" in words(card) and "second part" in words(card) and "something else" not in words(card)


async def test_strangers_are_told_and_nothing_of_theirs_is_kept(bot: InklingBot, discord: Loopback) -> None:
    stranger = discord.add_user("stranger", member=False)
    elsewhere = discord.add_guild("Elsewhere", owner=stranger)
    discord.join(stranger, elsewhere) if stranger not in discord.state.guilds[elsewhere].members else None
    home = at_home(Person(discord, stranger, discord.channel))
    await write(home, "my secret")
    await said(home, "This Inkling is private")
    rows = await bot.services.notes._database.fetch_all("SELECT 1 FROM notes")
    assert not rows


async def test_a_forward_keeps_its_source_and_a_voice_message_its_length(
    bot: InklingBot, owner: Person, discord: Loopback
) -> None:
    home = at_home(owner)
    source = await discord.send_message(owner.id, discord.channel, f"<@{discord.bot_user_id}> worth forwarding")
    sent = await discord.forward_message(owner.id, int(source["id"]), home.channel)
    await discord.wait_for(lambda: "✅" in reactions(discord, sent["id"]))
    card = await opened(home)
    assert "worth forwarding" in words(card) and "Forwarded from" in words(card) and source["id"] in words(card)
    await apart(bot)
    ogg = b"OggS" + b"\0" * 24 + b"OpusHead" + b"\0" * 200
    voice = await discord.send_voice(owner.id, home.channel, ("voice-message.ogg", ogg), Voice(83.0, b"\x10" * 20))
    await discord.wait_for(lambda: "✅" in reactions(discord, voice["id"]))
    assert "1:23" in words(await opened(home))
