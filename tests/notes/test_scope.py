"""The one place where a person's notes are told from everybody else's."""

from __future__ import annotations

import pytest

from bot.errors import NotFound
from bot.notes.scope import Scope
from tests.notes.conftest import ALICE, BOB, Notebook, file


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM notes",
        "SELECT * FROM notes WHERE owner_id = 11",
        "SELECT * FROM notes WHERE owner_id = :other",
        "UPDATE notes SET title = ''",
        "DELETE FROM notes WHERE id = :note",
        "INSERT INTO notes SELECT * FROM notes WHERE :owner",
        "INSERT INTO notes (owner_id) VALUES (11)",
    ],
)
async def test_a_statement_without_its_owner_is_refused(notebook: Notebook, sql: str) -> None:
    with pytest.raises(PermissionError, match="without its owner"):
        await Scope(notebook.database, ALICE).all(sql)


async def test_nobody_else_can_be_named(notebook: Notebook) -> None:
    with pytest.raises(ValueError, match="scope's"):
        await Scope(notebook.database, ALICE).all("SELECT * FROM notes WHERE owner_id = :owner", owner=BOB)


async def test_no_verb_reaches_somebody_elses_note(notebook: Notebook) -> None:
    made = await notebook.write("secret", files=(file(b"secret"),))
    note = await notebook.note(made.note_id)
    service, before = notebook.service, notebook.on_disk()
    verbs = [
        lambda: service.find(BOB, note.id),
        lambda: service.versions(BOB, note.id),
        lambda: service.file(BOB, note.id, note.files[0].id),
        lambda: service.edit(BOB, note.id, "mine", seen_version=1, notebook=None, mood=None),
        lambda: service.connections(BOB, note.id),
        lambda: service.link(BOB, note.id, note.id),
        lambda: service.append(BOB, note.id, "mine"),
        lambda: service.tick(BOB, note.id, 0, seen_version=1, done=True),
        lambda: service.restore_version(BOB, note.id, 1),
        lambda: service.pin(BOB, note.id, True),
        lambda: service.archive(BOB, note.id, True),
        lambda: service.trash(BOB, note.id),
        lambda: service.restore(BOB, note.id),
    ]
    for verb in verbs:
        with pytest.raises(NotFound):
            await verb()
    assert not await service.recent(BOB)
    assert await service.capture.edited(BOB, 1001, "mine") is None
    assert await service.capture.deleted(BOB, 1001) is None
    assert await notebook.note(note.id) == note
    assert notebook.on_disk() == before
