"""Uploads that mean harm, or are broken: a clear error, and nothing of them is kept."""

from __future__ import annotations

import io
import json
import random
import stat
import struct
import time
import zipfile
import zlib

import pytest

from bot.errors import BadRequest, OverLimit, UserError
from bot.notes.exchange import frontmatter
from bot.notes.exchange.enml import to_markdown
from bot.notes.exchange.references import rewritten
from bot.notes.markup import links_of, tags_of, title_of
from tests.notes.conftest import Notebook
from tests.notes.moving_house import exported, nothing, rows, taken, unzipped, zipped
from tests.notes.test_import_foreign import EVERNOTE, JOPLIN, enex, enml
from tests.notes.test_moving import furnish


async def refused(book: Notebook, content: bytes, said: str, name: str = "a.zip") -> None:
    with pytest.raises(UserError, match=said):
        await taken(book, content, name)
    assert await nothing(book)
    assert not list(book.folder.joinpath("workshop").glob("*"))


def entry(name: str, content: bytes = b"x", *, mode: int = stat.S_IFREG | 0o644, flags: int = 0) -> bytes:
    """A zip with a good note and one entry of that kind."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        target.writestr("good.md", "a good note\n![x](pic.png)")
        target.writestr("pic.png", b"\x89PNG\r\n\x1a\n")
        info = zipfile.ZipInfo(name)
        info.filename = name
        info.external_attr = mode << 16
        target.writestr(info, content)
    found = bytearray(out.getvalue())
    if flags:
        at = found.rindex(b"PK\1\2")
        struct.pack_into("<H", found, at + 8, flags)
    return bytes(found)


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "a/../../b.md", "C:/x.md", "..\\..\\x.md", "\\\\server\\x.md", ".."]
)
async def test_paths_that_lead_out(notebook: Notebook, name: str) -> None:
    await refused(notebook, entry(name), "leads out of it")


async def test_links_devices_passwords_and_twins(notebook: Notebook) -> None:
    await refused(notebook, entry("link.md", b"/etc/passwd", mode=stat.S_IFLNK | 0o777), "a link or a device")
    await refused(notebook, entry("pipe", b"", mode=stat.S_IFIFO | 0o644), "a link or a device")
    await refused(notebook, entry("secret.md", flags=1), "password")
    with pytest.warns(UserWarning, match="Duplicate"):
        twins = entry("good.md")
    await refused(notebook, twins, "two files of one name")


async def test_bombs(notebook: Notebook) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        target.writestr("a.md", "a note ![x](b.bin)")
        with target.open("b.bin", "w") as file:
            for _ in range(300):
                file.write(b"\0" * 1_000_000)
    began = time.perf_counter()
    await refused(notebook, out.getvalue(), "when unpacked; there is room for 0 MB")
    assert time.perf_counter() - began < 20
    lying = bytearray(out.getvalue())  # says that the 300 MB are 100 bytes
    for mark, place in ((b"PK\1\2", 24), (b"PK\3\4", 22)):
        struct.pack_into("<I", lying, lying.rindex(mark) + place, 100)
    await refused(notebook, bytes(lying), "damaged|leads out")
    many = zipped({f"{number}.md": "x" for number in range(2000)} | {"note.md": "y" * 70_000_000})
    await refused(notebook, many, "bytes; a note has 1,000,000 characters at most|when unpacked")


async def test_notes_of_50_megabytes(notebook: Notebook) -> None:
    await refused(notebook, zipped({"good.md": "fine", "a.md": "word " * 10_000_000}), "a.md has 50,000,000 bytes")
    await refused(notebook, zipped({"good.md": "fine", "a.md": "x" * 1_000_001}), "characters; a note has 1,000,000")
    await refused(
        notebook, enex("<note><title>Long</title>" + enml("x" * 50_000_000) + "</note>"), "“Long” is too long"
    )
    much = zipped({f"{number}.md": "word " * 800_000 for number in range(20)})
    await refused(notebook, much, "more than 64 MB of text|when unpacked")


async def test_no_utf_8(notebook: Notebook) -> None:
    await refused(
        notebook, zipped({"good.md": "fine", "bad.md": b"caf\xe9 \xff"}), r"bad.md is not UTF-8 text \(byte 3\)"
    )
    await refused(notebook, zipped({"a.md": "words".encode("utf-16")}), "not UTF-8")
    await refused(notebook, b'{"format": "\xff"}', "not UTF-8", "a.json")
    bytes_ff = enex("<note><title>@</title></note>").replace(b"@", b"\xff")
    await refused(notebook, bytes_ff, "damaged", "a.enex")


async def test_entities(notebook: Notebook) -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    await refused(notebook, enex("<note><title>&b;</title></note>", head=laughs), "defines entities")
    outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    await refused(notebook, enex("<note><title>&a;</title></note>", head=outside), "defines entities")
    parameter = '<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1:9/x.dtd"> %a;]>'
    await refused(notebook, enex("<note><title>x</title></note>", head=parameter), "defines entities")
    text = to_markdown(
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><en-note>&a; fine</en-note>', lambda _: None, print
    )
    assert "fine" in text and "root:" not in text


async def test_evernote_exports_that_are_broken(notebook: Notebook) -> None:
    await refused(notebook, EVERNOTE[:-300], "damaged", "a.enex")
    await refused(notebook, EVERNOTE.replace(b'encoding="base64">\n', b'encoding="base64">\n!!'), "damaged", "a.enex")
    await refused(notebook, b"<en-export>" + b"<note>" * 200, "nested too deeply", "a.enex")
    deep = to_markdown("<div>" * 5000 + "words" + "</div>" * 5000, lambda _: None, lambda _: None)
    assert "words" in deep


async def test_json_that_is_not_ours(notebook: Notebook) -> None:
    await furnish(notebook)
    (content,), _ = await exported(notebook, as_json=True)
    good = json.loads(content)
    await notebook.service.exporting.erase(11)
    one = good["notes"][0]
    for key, value in (
        ("id", "../x"),
        ("id", 7),
        ("created", "then"),
        ("created", 1e300),
        ("versions", []),
        ("versions", [{"number": 2, "body": "", "why": "", "made": 0}]),
        ("versions", [{"number": 1, "body": "x" * 1_000_001, "why": "", "made": 0}]),
        ("title", "\ud800"),
        ("files", [{"name": "x"}]),
        ("previews", None),
        ("format", "other"),
    ):
        broken = {**good, "notes": [*good["notes"][1:], {**one, key: value}]}
        await refused(notebook, json.dumps(broken).encode(), "cannot be read as a note of mine", "a.json")
    newer = {**good, "version": 99}
    await refused(notebook, json.dumps(newer).encode(), "newer Inkling", "a.json")
    await refused(notebook, b'{"a":' * 100_000, "not JSON", "a.json")


async def test_a_document_whose_id_is_not_its_own_takes_over_nothing(notebook: Notebook) -> None:
    await notebook.write("a secret", owner=22)
    (content,), _ = await exported(notebook, 22)
    done = await taken(notebook, content, owner=11)
    assert done.added == 1, "bob's export is a note of alice's own then"
    assert (await notebook.service.recent(22))[0].title == "a secret"


async def test_any_damage_is_told_and_leaves_nothing(notebook: Notebook) -> None:
    """Bytes changed at random, in all three formats."""
    await furnish(notebook)
    (ours,), _ = await exported(notebook)
    await notebook.service.exporting.erase(11)
    chance = random.Random(7)
    stored = io.BytesIO()  # without compression damage reaches the contents
    with zipfile.ZipFile(stored, "w") as target:
        for name, content in (unzipped(ours) | unzipped(zipped(JOPLIN))).items():
            target.writestr(name, content)
    fine = 0
    for sample in [ours, stored.getvalue(), EVERNOTE] * 40:
        damaged = bytearray(sample)
        for _ in range(chance.choice([1, 1, 3, 20])):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        if chance.random() < 0.2:
            del damaged[chance.randrange(len(damaged)) :]
        try:
            await taken(notebook, bytes(damaged))
        except UserError:
            counted = await rows(notebook)
            assert not any(counted.values()), counted
        else:
            fine += 1
            await notebook.service.exporting.erase(11)
        assert not notebook.on_disk()
    assert fine > 0


def test_front_matter_takes_no_aliases_and_no_objects() -> None:
    assert frontmatter.split("---\na: &x [1]\nb: *x\n---\nbody")[0] == {}
    assert frontmatter.split("---\na: !!python/object/apply:os.system [id]\n---\nbody")[0] == {}
    assert frontmatter.split("---\n- 1\n---\nbody") == ({}, "---\n- 1\n---\nbody")
    assert frontmatter.split("---\n---\nbody") == ({}, "body")
    assert frontmatter.split("---\ncreated: 99999-99-99\n---\nx")[1] == "x"


@pytest.mark.parametrize("piece", ["[", "![", "[[", "[](", "[a](<", "![[a|", "(", "`", "[a](b(", "---\n", "#", "[x]("])
def test_no_text_takes_long(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    began = time.perf_counter()
    rewritten(text, lambda found: None)
    frontmatter.split(text)
    links_of(text), tags_of(text), title_of(text)
    assert time.perf_counter() - began < 20, "quadratic: minutes"


async def test_an_import_over_the_quota_is_refused_whole(notebook: Notebook) -> None:
    big = random.Random(1).randbytes(60_000)
    await refused(notebook, zipped({"a.md": "![a](a.bin) ![b](b.bin)", "a.bin": big, "b.bin": big[::-1]}), "may hold")
    with pytest.raises(OverLimit):
        await taken(notebook, zipped({"a.md": "![a](a.bin)", "a.bin": big + big}))
    with pytest.raises(BadRequest):
        await taken(notebook, zlib.compress(big))
    assert await nothing(notebook)
