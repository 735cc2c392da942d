"""A notebook goes out, is erased, and comes back the same."""

from __future__ import annotations

import asyncio
import io
import json
import zipfile

import pytest

from bot.errors import BadRequest, FileGone
from bot.notes.exchange import frontmatter
from bot.notes.model import Arriving, Preview
from bot.notes.query import parse
from bot.notes.workshop import Progress
from tests.notes.conftest import ALICE, BOB, Notebook, file
from tests.notes.moving_house import everything, exported, nothing, rows, taken, unzipped, zipped
from tests.notes.test_query import TODAY, start_of

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 16
OGG = b"OggS" + b"\0" * 24 + b"OpusHead" + b"\0" * 200


async def furnish(book: Notebook) -> None:
    """Notes with everything that notes can have."""
    service = book.service
    first = await book.write("Buy *ink* #shopping/office\nsee [[What is: this?]] and [[buy *ink*|it]]")
    text = "Buy ink\n- [ ] today due 2026-12-31\n\n`[[code]]` [[what is: this?]]\r\nend  "
    await service.edit(ALICE, first.note_id, text, seen_version=1, notebook="Research/Deep", mood="calm")
    other = await book.write("What is: this?", files=(file(PNG, "a b.png"), file(b"words", "c.txt")))
    text = "What is: this?\n![the picture](a%20b.png)"
    await service.edit(ALICE, other.note_id, text, seen_version=1, notebook=None, mood=None)
    picture = (await book.note(other.note_id)).files[0]
    await service.set_texts(ALICE, picture.sha256, [(None, "PLATFORM NINE")])
    sound = await book.write("", files=(file(OGG, "voice.ogg"),), source="Forwarded from a friend")
    heard = (await book.note(sound.note_id)).files[0]
    await service.set_texts(ALICE, heard.sha256, [(0.0, "good morning"), (83.2, "the lighthouse keeper")])
    await service.restore_version(ALICE, sound.note_id, 1)
    await book.write("https://example.org", previews=(Preview("https://example.org", "An example", "of a page"),))
    await service.pin(ALICE, first.note_id, True)
    await service.archive(ALICE, other.note_id, True)
    gone = await book.write("What is: this?\nthe same title")
    await service.trash(ALICE, gone.note_id)
    await book.write("---\ntitle: a trap\n---\nCON\n<!-- files -->\n[no](file)")
    await book.write("")


async def test_export_erase_import_gives_the_same(notebook: Notebook) -> None:
    await furnish(notebook)
    await notebook.write("bob's own", owner=BOB, files=(file(PNG, "a b.png"),))
    before, on_disk = await everything(notebook), notebook.on_disk()
    (content,), lines = await exported(notebook)
    assert lines == []
    assert await notebook.service.exporting.counts(ALICE) == (len(before), {})
    assert await notebook.service.exporting.erase(ALICE) == (len(before), {})
    assert await everything(notebook) == [] and len(notebook.on_disk()) == 1, "bob still has his"
    done = await taken(notebook, content)
    assert (done.added, done.changed, done.same, done.lines) == (len(before), 0, 0, [])
    assert await everything(notebook) == before
    assert notebook.on_disk() == on_disk
    hits = await notebook.service.search.find(ALICE, parse("lighthouse", TODAY, start_of), limit=5)
    assert [(hit.where, hit.at_seconds) for hit in hits.hits] == [("speech", 83.2)]
    before_rows = await rows(notebook)
    await notebook.service.rebuild(ALICE)
    assert await rows(notebook) == before_rows, "what is derived is the same when read again"
    again = await taken(notebook, content)
    assert (again.added, again.changed, again.same) == (0, 0, len(before))
    assert await everything(notebook) == before


async def test_the_zip_is_a_folder_that_obsidian_reads(notebook: Notebook) -> None:
    await furnish(notebook)
    (content,), _ = await exported(notebook)
    found = unzipped(content)
    pages = sorted(name for name in found if name.endswith(".md"))
    assert {"Research/Deep/Buy ink.md", "What is- this.md", ".trash/What is- this 2.md", "Untitled.md"} < set(pages)
    values, body = frontmatter.split(found["Research/Deep/Buy ink.md"].decode())
    assert values["title"] == "Buy ink" and values["mood"] == "calm" and values["pinned"] is True
    assert "- [ ] today due 2026-12-31" in body and "[[What is- this|what is: this?]]" in body
    shown = next(found[name].decode() for name in pages if "the picture" in found[name].decode())
    assert "![the picture](files/a%20b.png)" in shown and "[c.txt](files/c.txt)" in shown
    assert found["files/a b.png"] == PNG
    for name in found:
        assert not set(name) & set('\\:*?"<>|'), name


async def test_a_page_that_was_edited_elsewhere_is_a_new_version(notebook: Notebook) -> None:
    await furnish(notebook)
    (content,), _ = await exported(notebook)
    found = unzipped(content)
    page = next(name for name in found if b"the picture" in found[name] and name.endswith(".md"))
    found[page] = found[page].replace(b"\n![the picture]", b"\n[[Buy ink]] more\n![[new.png]]\n![the picture]")
    found["new.png"] = PNG + b"new"
    before = {values["id"]: values for values in await everything(notebook)}
    done = await taken(notebook, zipped(found))
    assert (done.added, done.changed) == (0, 1)
    (changed,) = [values for values in await everything(notebook) if values != before[values["id"]]]
    body = changed["versions"][-1]["body"]
    assert body == "What is: this?\n[[Buy ink]] more\n![new.png](new.png)\n![the picture](a%20b.png)"
    assert [one["name"] for one in changed["files"]] == ["a b.png", "c.txt", "new.png"]
    assert changed["archived"] is True


async def test_large_notebooks_are_several_zips_that_each_stand_alone(notebook: Notebook) -> None:
    contents = [bytes([number]) * 20_000 for number in range(5)]
    note = await notebook.write("many files", files=tuple(file(c, f"{n}.bin") for n, c in enumerate(contents[:4])))
    await notebook.write("another", files=(file(contents[4], "4.bin"),))
    huge = await notebook.write("too large", files=())
    before = await everything(notebook)
    parts, lines = await exported(notebook, limit=65_536 + 55_000)
    assert len(parts) == 3 and lines == []
    await notebook.service.exporting.erase(ALICE)
    for number, part in enumerate(parts):
        assert "format.json" in " ".join(unzipped(part))
        done = await taken(notebook, part, f"{number}.zip")
        assert not any("half" in line for line in done.lines)
    after = await everything(notebook)
    assert [values["title"] for values in after] == [values["title"] for values in before]
    assert [sorted(f["sha256"] for f in v["files"]) for v in after] == [
        sorted(f["sha256"] for f in v["files"]) for v in before
    ]
    assert note.note_id and huge.note_id
    _, lines = await exported(notebook, limit=65_536 + 15_000)
    assert len(lines) == 5 and all("too large for Discord" in line for line in lines)
    (content,), lines = await exported(notebook, with_files=False)
    assert not any(name.startswith("files/") for name in unzipped(content)) and "as you asked" in lines[0]


async def test_json_has_everything_but_the_files(notebook: Notebook) -> None:
    await furnish(notebook)
    before = await everything(notebook)
    (content,), lines = await exported(notebook, as_json=True)
    assert json.loads(content)["format"] == "inkling-notes" and "only names them" in lines[0]
    await notebook.service.exporting.erase(ALICE)
    done = await taken(notebook, content, "notes.json")
    assert done.added == len(before) and any("a b.png" in line for line in done.lines)
    after = await everything(notebook)
    assert [values["versions"] for values in after] == [values["versions"] for values in before]


async def test_an_older_export_changes_nothing_and_a_newer_one_is_a_version(notebook: Notebook) -> None:
    note = await notebook.write("the first words")
    (older,), _ = await exported(notebook)
    notebook.now += 100
    await notebook.service.edit(ALICE, note.note_id, "the second words", seen_version=1, notebook=None, mood=None)
    (newer,), _ = await exported(notebook)
    assert (await taken(notebook, older)).same == 1
    assert (await notebook.note(note.note_id)).body == "the second words"
    await notebook.service.exporting.erase(ALICE)
    await taken(notebook, older)
    done = await taken(notebook, newer)
    assert done.changed == 1
    (values,) = await everything(notebook)
    assert [version["body"] for version in values["versions"]] == ["the first words", "the second words"]


async def test_what_is_in_the_trash_comes_back_and_an_import_can_be_taken_back(notebook: Notebook) -> None:
    note = await notebook.write("kept")
    (content,), _ = await exported(notebook)
    await notebook.service.trash(ALICE, note.note_id)
    assert (await taken(notebook, content)).changed == 1
    assert (await notebook.note(note.note_id)).trashed_utc is None
    done = await taken(notebook, zipped({"a.md": "one", "b.md": "two"}))
    assert await notebook.service.importing.undo(BOB, done.import_id) == (0, {})
    assert await notebook.service.importing.undo(ALICE, done.import_id) == (2, {})
    assert [note.title for note in await notebook.service.recent(ALICE)] == ["kept"]


async def test_one_at_a_time_and_nothing_to_export(notebook: Notebook) -> None:
    with pytest.raises(BadRequest, match="nothing to export"):
        await exported(notebook)
    await notebook.write("a note")
    async with notebook.service.exporting.export(ALICE, 10**7, Progress()):
        with pytest.raises(BadRequest, match="still at work"):
            await exported(notebook)
        await notebook.write("bob's", owner=BOB)
        await exported(notebook, BOB)
    await exported(notebook)


async def test_progress_is_told(notebook: Notebook) -> None:
    for number in range(3):
        await notebook.write(f"note {number}", files=(file(bytes([number]), "a.bin"),))
    progress = Progress()
    async with notebook.service.exporting.export(ALICE, 10**7, progress) as found:
        content = found.paths[0].read_bytes()
    assert progress.total == 3 and progress.what == "Packing notes"
    await notebook.service.exporting.erase(ALICE)
    progress = Progress()
    await notebook.service.importing.take(ALICE, file(content, "x.zip"), progress)
    assert progress.what == "Writing notes"


async def test_a_broken_connection_or_a_cancelled_import_leaves_nothing(notebook: Notebook) -> None:
    async def broken():  # type: ignore[no-untyped-def]
        yield b"PK"
        raise FileGone("gone")

    with pytest.raises(FileGone):
        await notebook.service.importing.take(ALICE, Arriving("a.zip", 10, broken), Progress())
    content = zipped(
        {f"{n}.md": f"note {n}\n![x]({n}.bin)" for n in range(50)} | {f"{n}.bin": bytes([n]) for n in range(50)}
    )
    task = asyncio.create_task(taken(notebook, content))
    while not notebook.on_disk():
        await asyncio.sleep(0)
    await asyncio.sleep(0.05)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await asyncio.sleep(0.2)  # the file that was just being written may still get its name: the next start sweeps it
    assert len(notebook.on_disk()) <= 1 and not any((await rows(notebook)).values())
    await notebook.service.sweep()
    assert await nothing(notebook)
    assert (await taken(notebook, content)).added == 50


async def test_a_file_that_is_missing_on_the_disk_is_named(notebook: Notebook) -> None:
    await notebook.write("a note", files=(file(b"content", "a.bin"),))
    for path in notebook.folder.rglob("*.bin"):
        path.unlink()
    (content,), lines = await exported(notebook)
    assert lines == ["a.bin is missing on this machine"]
    assert zipfile.is_zipfile(io.BytesIO(content))
