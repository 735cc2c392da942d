from __future__ import annotations

import asyncio
import hashlib
import os
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.errors import FileGone, NotFound, OverLimit
from bot.notes.capture import replaced
from bot.notes.model import MAX_BODY, TRASH_SECONDS, Arriving, Kind, Place, Preview
from tests.notes.conftest import ALICE, BOB, Notebook, file


async def test_one_message_never_makes_two_notes(notebook: Notebook) -> None:
    first = await notebook.write("once", message_id=5)
    many = await asyncio.gather(*(notebook.write("twice", message_id=5) for _ in range(5)))
    assert all(again.again and again.note_id == first.note_id for again in many)
    assert len(await notebook.service.recent(ALICE)) == 1
    assert (await notebook.write("somebody else's", owner=BOB, message_id=5)).is_new


async def test_two_at_the_same_time_make_one(notebook: Notebook) -> None:
    many = await asyncio.gather(*(notebook.write("same", message_id=5, files=(file(b"x"),)) for _ in range(5)))
    assert sum(captured.is_new for captured in many) == 1
    assert len((await notebook.note(many[0].note_id)).files) == 1


async def test_a_burst_is_one_note_and_ends_with_time_or_another_word(notebook: Notebook) -> None:
    at = notebook.now
    one = await notebook.write("a", message_id=1, sent_utc=at, channel_id=9)
    two = await notebook.write("b", message_id=2, sent_utc=at + 10, channel_id=9)
    three = await notebook.write("c", message_id=3, sent_utc=at + 24, channel_id=9)
    late = await notebook.write("d", message_id=4, sent_utc=at + 60, channel_id=9)
    assert one.note_id == two.note_id == three.note_id != late.note_id
    await notebook.service.capture.not_a_note(ALICE, 5, 9, at + 61)
    after = await notebook.write("e", message_id=6, sent_utc=at + 62, channel_id=9)
    elsewhere = await notebook.write("f", message_id=7, sent_utc=at + 63, channel_id=10)
    assert len({late.note_id, after.note_id, elsewhere.note_id}) == 3
    note = await notebook.note(one.note_id)
    assert (note.body, note.version) == ("a\n\nb\n\nc", 3)


async def test_editing_one_message_of_a_burst_changes_its_part_only(notebook: Notebook) -> None:
    at = notebook.now
    for number, text in enumerate(("a", "b", "c")):
        made = await notebook.write(text, message_id=number, sent_utc=at, channel_id=9)
    assert await notebook.service.capture.edited(ALICE, 1, "B!") == made.note_id
    assert await notebook.service.capture.edited(ALICE, 1, "B!") is None, "the same again is no new version"
    assert (await notebook.note(made.note_id)).body == "a\n\nB!\n\nc"
    await notebook.service.capture.deleted(ALICE, 0)
    assert (await notebook.note(made.note_id)).body == "B!\n\nc"
    await notebook.service.capture.deleted(ALICE, 1)
    await notebook.service.capture.deleted(ALICE, 2)
    note = await notebook.note(made.note_id)
    assert note.place is Place.TRASH
    assert [v.body for v in await notebook.service.versions(ALICE, note.id)][-1] == "a", "every version is kept"


async def test_deleting_a_message_takes_its_files_out_and_a_version_brings_them_back(notebook: Notebook) -> None:
    at = notebook.now
    made = await notebook.write("a", message_id=1, sent_utc=at, channel_id=9, files=(file(b"one", "1.txt"),))
    await notebook.write("b", message_id=2, sent_utc=at, channel_id=9, files=(file(b"two", "2.txt"),))
    await notebook.service.capture.deleted(ALICE, 1)
    assert [f.name for f in (await notebook.note(made.note_id)).files] == ["2.txt"]
    again = await notebook.service.restore_version(ALICE, made.note_id, 2)
    assert ([f.name for f in again.files], again.body) == (["1.txt", "2.txt"], "a\n\nb")
    first = await notebook.service.restore_version(ALICE, made.note_id, 1)
    assert [f.name for f in first.files] == ["1.txt"]


@pytest.mark.parametrize(
    ("body", "before", "after", "result"),
    [
        ("a\n\nb\n\nc", "b", "B", "a\n\nB\n\nc"),
        ("a\n\nb\n\nc", "b", "", "a\n\nc"),
        ("edited since", "b", "B", "edited since\n\nB"),
        ("edited since", "b", "", "edited since"),
        ("", "", "words", "words"),
        ("b", "b", "", ""),
    ],
)
def test_exchanging_a_part(body: str, before: str, after: str, result: str) -> None:
    assert replaced(body, before, after) == result


async def test_files_are_typed_by_content_and_named_without_folders(notebook: Notebook) -> None:
    png = b"\x89PNG\r\n\x1a\n" + b"\0" * 300
    made = await notebook.write(files=(file(png, "../../etc/cron.d/x.txt"), file("ünicode".encode(), "n.md")))
    picture, text = (await notebook.note(made.note_id)).files
    assert (picture.kind, picture.suffix, picture.name, picture.media_type) == (
        Kind.IMAGE,
        ".png",
        "x.txt",
        "image/png",
    )
    assert (text.kind, text.suffix, text.media_type) == (Kind.FILE, ".md", "text/markdown")
    assert await notebook.service.content(picture) == png
    assert (await notebook.note(made.note_id)).title == "x.txt", "without words it is named after its file"


async def test_the_quota_counts_bytes_once_and_names_what_it_refuses(notebook: Notebook) -> None:
    await notebook.write(files=(file(b"x" * 60_000),))
    await notebook.write(files=(file(b"x" * 60_000),))  # the same bytes: they take no room
    refused = await notebook.write("words", files=(file(b"y" * 60_000, "big.bin"), file(b"y" * 60_000, size=1)))
    assert len(refused.missed) == 2 and "big.bin was not kept" in refused.missed[0]
    note = await notebook.note(refused.note_id)
    assert (note.body, note.files) == ("words", ())
    assert len(notebook.on_disk()) == 1, "nothing half written is left"
    assert (await notebook.write(files=(file(b"z" * 60_000),), owner=BOB)).missed == ()


async def test_a_broken_way_keeps_nothing_and_can_be_tried_again(notebook: Notebook) -> None:
    tries = 0

    async def chunks() -> AsyncIterator[bytes]:
        nonlocal tries
        tries += 1
        yield b"half"
        if tries == 1:
            raise ConnectionError("cut")

    for_one = Arriving("a.txt", 4, chunks)
    with pytest.raises(ConnectionError):
        await notebook.write("words", message_id=7, files=(for_one,))
    assert not notebook.on_disk() and not await notebook.service.recent(ALICE)
    made = await notebook.write("words", message_id=7, files=(for_one,))
    assert [f.size for f in (await notebook.note(made.note_id)).files] == [4]


async def test_what_is_gone_is_named(notebook: Notebook) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        raise FileGone("404")
        yield b""

    made = await notebook.write("words", files=(Arriving("a.txt", 4, chunks),))
    assert made.missed == ("a.txt could not be fetched: Discord no longer has it.",)


async def test_an_endless_text_is_refused(notebook: Notebook) -> None:
    with pytest.raises(OverLimit, match="characters"):
        await notebook.write("x" * (MAX_BODY + 1))


async def test_undo_takes_back_the_last_and_then_the_one_before(notebook: Notebook) -> None:
    one = await notebook.write("one")
    two = await notebook.write("two")
    assert await notebook.service.capture.undo(ALICE) == two.note_id
    assert await notebook.service.capture.undo(ALICE) == one.note_id
    assert await notebook.service.capture.undo(ALICE) is None
    assert not await notebook.service.recent(ALICE)
    assert len(await notebook.service.recent(ALICE, trashed=True)) == 2


async def test_a_reply_goes_to_its_note_and_not_to_somebody_elses(notebook: Notebook) -> None:
    made = await notebook.write("plan", message_id=1)
    await notebook.service.shown(ALICE, made.note_id, 77)
    assert (await notebook.write("more", message_id=2, reply_to=77)).note_id == made.note_id
    assert (await notebook.write("more", message_id=3, reply_to=1)).note_id == made.note_id
    assert (await notebook.write("mine", message_id=4, owner=BOB, reply_to=77)).is_new
    with pytest.raises(sqlite3.IntegrityError):
        await notebook.service.shown(BOB, made.note_id, 78)


async def test_link_previews_are_what_discord_said(notebook: Notebook) -> None:
    made = await notebook.write("https://a.org", message_id=1)
    assert (
        await notebook.service.capture.edited(ALICE, 1, "https://a.org", (Preview("https://a.org", "T", "D"),)) is None
    )
    rows = await notebook.database.fetch_all("SELECT names FROM note_texts WHERE note_id = ?", (made.note_id,))
    assert "T D" in rows[0]["names"]


async def test_the_trash_is_emptied_after_thirty_days_with_files_that_nothing_else_has(notebook: Notebook) -> None:
    only = await notebook.write(files=(file(b"only here"), file(b"shared")))
    await notebook.write(files=(file(b"shared"),), owner=BOB)
    await notebook.service.trash(ALICE, only.note_id)
    notebook.now += TRASH_SECONDS - 10
    assert await notebook.service.empty_trash() == 0
    assert (await notebook.service.restore(ALICE, only.note_id)).place is Place.NOTES
    await notebook.service.trash(ALICE, only.note_id)
    notebook.now += TRASH_SECONDS + 10
    assert await notebook.service.empty_trash() == 1
    assert notebook.on_disk() == {hashlib.sha256(b"shared").hexdigest()}
    with pytest.raises(NotFound):
        await notebook.note(only.note_id)


async def test_the_sweep_removes_what_no_row_knows(notebook: Notebook) -> None:
    await notebook.write(files=(file(b"kept"),))
    (notebook.folder / "ab").mkdir()
    (notebook.folder / "ab" / ("c" * 62 + ".png")).write_bytes(b"orphan")
    (notebook.folder / "ab" / "0123.part").write_bytes(b"half")
    assert await notebook.service.sweep() == 2
    assert notebook.on_disk() == {hashlib.sha256(b"kept").hexdigest()}


async def test_confirmed_means_durable(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    """File fsynced, renamed, folder fsynced, then the row: as the operating system sees it."""
    await notebook.write("warm up", files=(file(b"other"),))
    seen: list[str] = []
    fsync, replace = os.fsync, os.replace

    def watched_fsync(descriptor: int) -> None:
        path = Path(os.readlink(f"/proc/self/fd/{descriptor}"))
        seen.append("fsync folder" if path.is_dir() else "fsync file")
        fsync(descriptor)

    def watched_replace(*names: Path) -> None:
        seen.append("rename")
        replace(*names)

    if not os.path.isdir("/proc/self/fd"):
        return  # only Linux can say what a descriptor is
    monkeypatch.setattr(os, "fsync", watched_fsync)
    monkeypatch.setattr(os, "replace", watched_replace)
    commit = notebook.database._writer.commit

    async def watched_commit() -> None:
        seen.append("commit")
        await commit()

    monkeypatch.setattr(notebook.database._writer, "commit", watched_commit)
    await notebook.write("words", files=(file(b"bytes"),))
    seen.append("confirmed")
    folders = seen.count("fsync folder")
    assert seen[-2:] == ["commit", "confirmed"]
    assert [s for s in seen if s != "fsync folder"] == ["fsync file", "rename", "commit", "confirmed"]
    assert seen.index("rename") < len(seen) - 3 and seen[seen.index("rename") + 1] == "fsync folder" and folders >= 1
    level = await notebook.database._writer.execute_fetchall("PRAGMA synchronous")
    assert next(iter(level))[0] == 2, "FULL: a commit is fsynced by SQLite itself"


async def test_what_is_derived_can_be_rebuilt(notebook: Notebook) -> None:
    made = await notebook.write("# A\n#tag [[B]] rel:: [[C]]\n- [ ] task due 2026-12-01")
    await notebook.service.edit(ALICE, made.note_id, "# A2\n#other", seen_version=1, notebook="nb", mood=None)
    await notebook.write("# B\n[[A]] #x/y", files=(file(b"bytes", "name.txt"),))
    tables = {
        "note_tags": "note_id, tag",
        "note_links": "note_id, target, relation",
        "note_tasks": "note_id, line",
        "note_texts": "note_id",
    }

    async def all_rows() -> dict[str, list[tuple[object, ...]]]:
        return {
            table: [tuple(row) for row in await notebook.database.fetch_all(f"SELECT * FROM {table} ORDER BY {order}")]
            for table, order in tables.items()
        }

    before = await all_rows()
    assert all(before.values()) or not before["note_tasks"]
    async with notebook.database.transaction() as tx:
        for table in tables:
            await tx.execute(f"DELETE FROM {table}")
        await tx.execute("INSERT INTO note_words (note_words) VALUES ('integrity-check')")
    await notebook.service.rebuild(ALICE)
    assert await all_rows() == before
    async with notebook.database.transaction() as tx:
        await tx.execute("INSERT INTO note_words (note_words) VALUES ('integrity-check')")
