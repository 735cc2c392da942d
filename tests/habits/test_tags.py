"""Notes whose tag completes a habit: with the real notebook, in one transaction."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from bot.db.database import Tx
from bot.files import FileStore
from bot.habits.model import Habit
from bot.notes.model import Incoming
from bot.notes.service import NotesService
from tests.habits.house import ALICE, BOB, House
from tests.schedule.desk import at

DIRECT = 77


@pytest.fixture
async def notes(house: House, tmp_path: Path) -> AsyncIterator[NotesService]:
    service = NotesService(house.database, FileStore(tmp_path / "files"), 10**6, lambda: house.now)
    service.tell_tags(house.habits.tagged)
    yield service
    await service.close()


async def days(house: House, habit: Habit) -> list[date]:
    return [event.day for event in await house.habits.events(habit)]


async def test_a_note_counts_once_whatever_happens_to_it_later(house: House, notes: NotesService) -> None:
    write = await house.habits.add(ALICE, name="write", tag="#Journal")
    await house.habits.add(ALICE, name="other", tag="garden")
    added = await notes.add(ALICE, Incoming(message_id=1, sent_utc=house.now, text="a long day #journal"))
    note = await notes.find(ALICE, added.note_id)
    assert await days(house, write) == [date(2026, 11, 25)]
    house.now = at("2026-11-26 09:00")
    for body in ("a longer day #journal", "no tag", "again #journal"):
        note = await notes.find(ALICE, note.id)
        await notes.edit(ALICE, note.id, body, seen_version=note.version, notebook=None, mood=None)
    await notes.append(ALICE, note.id, "more #journal")
    await notes.restore_version(ALICE, note.id, 1)
    await notes.rebuild(ALICE)
    await notes.trash(ALICE, note.id)
    assert await days(house, write) == [date(2026, 11, 25)], "and a note that goes takes no check-in along"
    assert (await house.habits.standing(write)).kept.current == 1


async def test_what_was_taken_back_stays_taken_back(house: House, notes: NotesService) -> None:
    write = await house.habits.add(ALICE, name="write", tag="journal")
    added = await notes.add(ALICE, Incoming(message_id=1, sent_utc=house.now, text="x #journal"))
    [event] = await house.habits.events(write)
    await house.habits.undo(event.id, ALICE)
    await notes.append(ALICE, added.note_id, "more #journal")
    assert await days(house, write) == []


async def test_a_tag_that_comes_later_counts_for_the_day_of_the_note(house: House, notes: NotesService) -> None:
    write = await house.habits.add(ALICE, name="write", tag="journal")
    added = await notes.add(ALICE, Incoming(message_id=1, sent_utc=house.now, text="a long day"))
    house.now = at("2026-11-28 09:00")
    await notes.append(ALICE, added.note_id, "#journal/dreams")
    assert await days(house, write) == [date(2026, 11, 25)]


async def test_a_message_counts_for_the_day_it_was_written_and_so_does_its_edited_form(
    house: House, notes: NotesService
) -> None:
    write = await house.habits.add(ALICE, name="write", tag="journal")
    sent = at("2026-11-26 01:30")  # in the small hours: still the 25th
    house.now = at("2026-11-26 10:00")  # and read only now, for the bot was away
    await notes.capture.capture(ALICE, Incoming(message_id=1, sent_utc=sent, text="late", channel_id=DIRECT))
    assert await days(house, write) == []
    await notes.capture.edited(ALICE, 1, "late #journal")
    await notes.capture.edited(ALICE, 1, "late, and done #journal")
    assert await days(house, write) == [date(2026, 11, 25)]


async def test_only_ones_own_notes_count_and_only_for_living_habits(house: House, notes: NotesService) -> None:
    write = await house.habits.add(ALICE, name="write", tag="journal")
    await notes.add(BOB, Incoming(message_id=1, sent_utc=house.now, text="#journal"))
    await house.life.archive(write.id, ALICE)
    await notes.add(ALICE, Incoming(message_id=2, sent_utc=house.now, text="#journal"))
    assert await days(house, write) == []


async def test_the_note_is_kept_even_where_the_habits_fail(
    house: House, notes: NotesService, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(tx: Tx, *_: object) -> None:
        raise RuntimeError("no")

    notes.tell_tags(broken)
    added = await notes.add(ALICE, Incoming(message_id=1, sent_utc=house.now, text="#journal"))
    assert (await notes.find(ALICE, added.note_id)).body == "#journal"
    assert "could not be dealt with" in caplog.text
