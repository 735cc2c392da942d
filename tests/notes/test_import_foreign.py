"""Other programs' exports: Obsidian, Joplin, Evernote."""

from __future__ import annotations

import base64
import hashlib
from datetime import UTC, datetime

import pytest

from bot.errors import BadRequest
from bot.notes.model import Note
from tests.notes.conftest import ALICE, Notebook
from tests.notes.moving_house import taken, zipped

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 16

JOPLIN = {
    "Export/Work/What is it_.md": """---
title: What is it?
updated: 2024-03-05 10:12:33Z
created: 2021-03-05 10:12:33Z
latitude: 48.1
longitude: 11.5
tags:
  - big idea
  - ink
---

Some *text* ![plan.png](../_resources/plan%201.png)
and [the other](../Home/Other.md), [web](https://example.org/a.md) and [the other](./missing.md).
""",
    "Export/Home/Other.md": """---
title: Other
created: 2022-01-01 00:00:00Z
completed?: no
due: 2026-12-24 18:00:00Z
---

Buy it.
""",
    "Export/_resources/plan 1.png": PNG,
}

OBSIDIAN = {
    "Vault/.obsidian/app.json": "{}",
    "Vault/Daily/2026-01-01.md": """Met [[People/Ada|Ada Lovelace]] and [[Ada#Work]]
![[scan.png|300]]
![[missing.png]]
`[[not]]`""",
    "Vault/People/Ada.md": """---
aliases: [Countess]
tags: person
cssclass: wide
---
# Ada
Works on engines [[2026-01-01]]""",
    "Vault/attachments/scan.png": PNG,
    "Vault/attachments/orphan.pdf": b"%PDF-1.4 words",
}


async def by_title(book: Notebook) -> dict[str, Note]:
    return {note.title: await book.note(note.id) for note in await book.service.recent(ALICE, limit=50)}


def utc(*parts: int) -> float:
    return datetime(*parts, tzinfo=UTC).timestamp()  # type: ignore[misc, arg-type]


async def test_joplins_markdown(notebook: Notebook) -> None:
    done = await taken(notebook, zipped(JOPLIN))
    assert done.added == 2 and done.files == 1
    notes = await by_title(notebook)
    first, other = notes["What is it?"], notes["Other due 2026-12-24"]
    assert first.body == (
        "# What is it?\n\nSome *text* ![plan.png](plan%201.png)\nand [[Other|the other]], [web](https://example.org/a.md)"
        " and [the other](./missing.md).\n\n#big-idea #ink"
    )
    assert (first.notebook, first.created_utc, first.updated_utc) == (
        "Work",
        utc(2021, 3, 5, 10, 12, 33),
        utc(2024, 3, 5, 10, 12, 33),
    )
    assert [file.name for file in first.files] == ["plan 1.png"]
    assert other.body == "- [ ] Other due 2026-12-24\n\nBuy it." and other.notebook == "Home"
    assert {"The property “latitude” has no place in a note here"} < set(done.lines)
    assert (await taken(notebook, zipped(JOPLIN))).same == 2, "the same export twice makes no second notes"


async def test_an_obsidian_vault(notebook: Notebook) -> None:
    done = await taken(notebook, zipped(OBSIDIAN))
    notes = await by_title(notebook)
    assert set(notes) == {"2026-01-01", "Ada", "Imported files"}
    day = notes["2026-01-01"]
    assert day.body == (
        "# 2026-01-01\n\nMet [[Ada|Ada Lovelace]] and [[Ada|Ada#Work]]\n![scan.png](scan.png)\n"
        "![[missing.png]]\n`[[not]]`"
    )
    assert day.notebook == "Daily" and [file.name for file in day.files] == ["scan.png"]
    assert notes["Ada"].tags == ("person",)
    _, found = await notebook.service.connections(ALICE, notes["Ada"].id)
    assert {end.note_id for end in found.backlinks} == {day.id} and {end.note_id for end in found.links} == {day.id}
    assert [file.name for file in notes["Imported files"].files] == ["orphan.pdf"]
    assert any("missing.png" in line for line in done.lines) and any("cssclass" in line for line in done.lines)


def enex(*notes: str, head: str = "") -> bytes:
    doctype = '<!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd">'
    return f'<?xml version="1.0" encoding="UTF-8"?>{head or doctype}<en-export>{"".join(notes)}</en-export>'.encode()


def enml(inside: str) -> str:
    doctype = '<!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/enml2.dtd">'
    return f'<content><![CDATA[<?xml version="1.0" encoding="UTF-8"?>{doctype}<en-note>{inside}</en-note>]]></content>'


PICTURE = hashlib.md5(PNG).hexdigest()
EVERNOTE = enex(
    "<note><title>Ink &amp; paper</title>"
    + enml(
        '<div>First&nbsp;line with <b>bold</b> &lt;</div><div><en-todo checked="true"/>done</div>'
        "<div><en-todo/>open</div><ul><li>one<ul><li>two</li></ul></li></ul>"
        f'<div><en-media type="image/png" hash="{PICTURE}"/></div><en-crypt>abc</en-crypt>'
        '<div style="-en-codeblock: true"><div>x = 1</div><div>y = 2</div></div>'
        '<a href="https://example.org">there</a>'
    )
    + "<created>20200102T030405Z</created><updated>20210102T030405Z</updated><tag>to do</tag><tag>ink</tag>"
    "<note-attributes><latitude>1.5</latitude><source-url>https://example.org/page</source-url></note-attributes>"
    f'<resource><data encoding="base64">\n{base64.encodebytes(PNG).decode()}</data><mime>image/png</mime>'
    "<resource-attributes><file-name>a plan.png</file-name></resource-attributes></resource>"
    "<task><title>Call</title><taskStatus>open</taskStatus><dueDate>20261224T180000Z</dueDate></task></note>",
    "<note><title>Second</title>" + enml("<p>text</p>") + "<created>20200102T030405Z</created></note>",
)


async def test_evernote(notebook: Notebook) -> None:
    done = await taken(notebook, EVERNOTE, "My Notebook.enex")
    assert done.added == 2 and done.files == 1
    note = (await by_title(notebook))["Ink & paper"]
    assert note.notebook == "My Notebook" and note.source == "https://example.org/page"
    assert (note.created_utc, note.updated_utc) == (utc(2020, 1, 2, 3, 4, 5), utc(2021, 1, 2, 3, 4, 5))
    for words in (
        "# Ink & paper\n",
        "First line with **bold** <",
        "- [x] done",
        "- [ ] open",
        "- one\n  - two",
        "![a plan.png](a%20plan.png)",
        "```\nx = 1\ny = 2\n```",
        "[there](https://example.org)",
        "- [ ] Call due 2026-12-24",
        "#to-do #ink",
    ):
        assert words in note.body, f"{words!r} is not in {note.body!r}"
    assert [file.name for file in note.files] == ["a plan.png"]
    assert any("encrypted" in line for line in done.lines) and any("place" in line for line in done.lines)
    assert (await taken(notebook, EVERNOTE, "again.enex")).same == 2


async def test_what_is_no_export_is_refused(notebook: Notebook) -> None:
    for content in (b"", b"words", b"\x89PNG\r\n", b"<html></html>", b"{}", b"[1]", zipped({"a.txt": "x"}), b"PK\3\4"):
        with pytest.raises(BadRequest):
            await taken(notebook, content)
