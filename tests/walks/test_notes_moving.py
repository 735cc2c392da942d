"""Export, erase, import: as people do it."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from PIL import Image

from bot.client import InklingBot
from bot.playground.loopback import Loopback
from bot.settings import Settings
from tests.gpu.paper_engine import PaperEngine
from tests.walks.conftest import Running, logged_in
from tests.walks.notebook import all_buttons, at_home, notes, opened, pressed, wrote
from tests.walks.people import Person, buttons, gallery, is_private, words


def png(colour: str = "red") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (32, 32), colour).save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def running(discord: Loopback, settings: Settings) -> Running:
    """With an engine of paper: what is walked here needs no torch."""
    return lambda **parts: logged_in(discord, parts.pop("settings", settings), **{"engines": [PaperEngine()], **parts})


async def given(person: Person, path: str, **options: object) -> tuple[list[tuple[str, bytes]], dict[str, Any]]:
    """Runs a command that sends files: these, and what is said in the end."""
    asked = await person.discord.slash(person.id, person.channel, path, options)
    said = await person.answer(asked, "note", timeout=30)
    sent = [a for m in person.answers(asked) for a in m["attachments"]]
    return [(a["filename"], await fetched(person.discord, a["url"])) for a in sent], said


async def fetched(discord: Loopback, url: str) -> bytes:
    found = discord.cdn.find(url)
    assert found is not None
    return found.data


async def test_export_erase_import_gives_the_same_notes(bot: InklingBot, owner: Person, discord: Loopback) -> None:
    home = at_home(owner)
    await wrote(home, "Buy ink #office\n- [ ] today", [("plan.png", png())])
    await notes(home, "add", text="The other one\nsee [[Buy ink #office]]", notebook="Research")
    await bot.services.reading.start(owner.id, "Databases", "1. Trees\n2. Hashing")
    before = [words(await opened(home, "search", query=word)) for word in ("ink", "other")]
    files, said = await given(home, "notes export")
    assert [name for name, _ in files] == ["notes.zip"] and "2 notes, 1 file and 1 book in 1 zip" in words(said)
    with zipfile.ZipFile(io.BytesIO(files[0][1])) as source:
        assert {"Buy ink -office.md", "Research/The other one.md", "files/plan.png"} <= set(source.namelist())

    form, fields = await home.form(said, "Erase all my notes")
    refusal = await home.answer(await discord.submit_modal(home.id, form, {fields[0]["custom_id"]: "yes"}))
    assert "Nothing was erased" in words(refusal)
    form, fields = await home.form(said, "Erase all my notes")
    erased = "Erased: 2 notes and 1 book."
    await home.answer(await discord.submit_modal(home.id, form, {fields[0]["custom_id"]: "erase"}), erased)
    await home.answer(await discord.slash(home.id, home.channel, "read now"), "no book here yet")
    assert "No notes yet" in words(await notes(home))
    assert not [p for p in bot.services.settings.note_files_dir.rglob("*") if p.is_file()]

    asked = await discord.slash(home.id, home.channel, "notes import", {"file": files[0]})
    done = await home.answer(asked, "2 notes taken over")
    assert is_private(done) and "Not taken along" not in words(done) and "With them 1 book" in words(done)
    await home.answer(await discord.slash(home.id, home.channel, "read now"), "Databases")
    assert [words(await opened(home, "search", query=word)) for word in ("ink", "other")] == before
    assert len(gallery(await opened(home, "search", query="office"))) == 1
    undone = await pressed(home, done, "Undo")
    assert "2 notes and 1 book in the trash" in words(undone)
    assert "No notes yet" in words(await notes(home))


async def test_several_files_by_form_and_what_cannot_be_read(bot: InklingBot, alice: Person, discord: Loopback) -> None:
    async with discord.subscribe(alice.id) as events:
        await discord.slash(alice.id, alice.channel, "notes import")
        while (event := await events.get())["t"] != "MODAL_OPEN":
            pass
    (field,) = [part["component"]["custom_id"] for part in event["d"]["components"]]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        target.writestr("A page.md", "words ![x](x.png)")
    evil = io.BytesIO()
    with zipfile.ZipFile(evil, "w") as target:
        target.writestr("../a.md", "words")
    uploads = [("vault.zip", out.getvalue()), ("evil.zip", evil.getvalue()), ("words.txt", b"plain")]
    asked = await discord.submit_modal(alice.id, int(event["d"]["id"]), {field: uploads})
    done = await alice.answer(asked, "1 note taken over")
    said = words(done)
    assert "**evil.zip**: That zip has a path" in said and "**words.txt**: I can read" in said
    assert "x.png is shown in a note" in said.replace("\\", "")
    assert list(buttons(done)) == ["Undo"]
    assert len(all_buttons(await notes(alice), "Open")) == 1


async def test_nothing_to_export_is_said_privately(bot: InklingBot, alice: Person, discord: Loopback) -> None:
    asked = await discord.slash(alice.id, alice.channel, "notes export")
    assert is_private(await alice.answer(asked, "nothing to export"))
