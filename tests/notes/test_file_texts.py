"""Files are read once, behind everything else, and a reader that dies or lacks something loses nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest

from bot.children.channel import Frame
from bot.errors import HelperAway, HelperError, HelperLacks, HelperRefused
from bot.media.models import Readers
from bot.notes.file_text_store import ATTEMPTS, Origin
from bot.notes.file_texts import FileTexts
from bot.notes.query import parse
from tests.notes.conftest import ALICE, BOB, Notebook, file
from tests.notes.test_query import TODAY, start_of

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 16
OGG = b"OggS" + b"\0" * 24 + b"OpusHead" + b"\0" * 200


class Answers:
    """A helper's end of the wire: what it is asked, and what comes back in turn."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.next: list[list[tuple[float | None, str]] | BaseException] = []
        self.rests = 0

    async def ask(self, header: Mapping[str, Any], blobs: Any = (), *, timeout_seconds: float) -> Frame:
        self.asked.append({**header, "seconds": timeout_seconds})
        answer = self.next.pop(0)
        if isinstance(answer, BaseException):
            raise answer
        return Frame({"texts": [list(one) for one in answer]})

    async def rest(self) -> None:
        self.rests += 1


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def texts(notebook: Notebook, answers: Answers) -> FileTexts:
    service = notebook.service
    return FileTexts(notebook.database, service._files, answers, Readers("tesseract", "/model"), service.set_texts)


async def found(book: Notebook, text: str, owner: int = ALICE) -> list[tuple[str, float | None]]:
    hits = await book.service.search.find(owner, parse(text, TODAY, start_of), limit=5)
    return [(hit.where, hit.at_seconds) for hit in hits.hits]


async def test_each_file_is_read_once_for_each_who_has_it(
    notebook: Notebook, texts: FileTexts, answers: Answers
) -> None:
    made = await notebook.write("a trip", files=(file(PNG, "a.png"), file(OGG, "b.ogg"), file(b"words", "c.txt")))
    await notebook.write("again", files=(file(PNG, "copy.png"),))
    await notebook.write("bob's", owner=BOB, files=(file(PNG, "a.png"),))
    answers.next = [[], [(None, "Platform nine")], [(0.0, "good morning"), (83.2, "the lighthouse keeper")]]
    while await texts.read_one():
        pass
    assert [one["type"] for one in answers.asked] == ["read", "read", "hear"] and answers.next == []
    assert await found(notebook, "platform") == [("pictures", None)] * 2
    assert await found(notebook, "lighthouse") == [("speech", 83.2)]
    assert await found(notebook, "platform", BOB) == []
    assert [one.state for one in (await notebook.note(made.note_id)).files] == ["read", "read", ""]
    assert not await texts.read_one(), "a picture without a word is not read again"


async def test_what_is_said_in_a_direct_message_is_told(notebook: Notebook, texts: FileTexts, answers: Answers) -> None:
    told: list[tuple[int, Origin, list[tuple[float | None, str]]]] = []

    async def on_heard(owner_id: int, origin: Origin, said: Any) -> None:
        told.append((owner_id, origin, list(said)))

    texts.on_heard = on_heard
    made = await notebook.write("", files=(file(OGG, "voice.ogg"),), channel_id=77)
    await notebook.write("", files=(file(PNG, "a.png"),), channel_id=77)
    answers.next = [[(None, "words")], [(1.5, "hello")]]
    assert await texts.read_one() and await texts.read_one()
    assert told == [(ALICE, Origin(made.note_id, 77, 1001, notebook.now - 3600), [(1.5, "hello")])]


async def test_a_file_that_ends_its_reader_again_and_again_is_left_alone(
    notebook: Notebook, texts: FileTexts, answers: Answers
) -> None:
    made = await notebook.write("", files=(file(PNG, "evil.png"),))
    for _ in range(ATTEMPTS):
        answers.next = [HelperError("the media helper ended")]
        with pytest.raises(HelperError):
            await texts.read_one()
    assert answers.rests == ATTEMPTS, "one that hangs is not asked again"
    assert not await texts.read_one()
    assert (await notebook.note(made.note_id)).files[0].state == "failed"


async def test_a_reader_that_is_away_or_a_bot_that_stops_is_not_the_files_fault(
    notebook: Notebook, texts: FileTexts, answers: Answers
) -> None:
    made = await notebook.write("", files=(file(PNG, "a.png"),))
    for _ in range(2 * ATTEMPTS):
        for error in (HelperAway("not running"), asyncio.CancelledError()):
            answers.next = [error]
            with pytest.raises(type(error)):
                await texts.read_one()
    answers.next = [[(None, "words")]]
    assert await texts.read_one()
    assert (await notebook.note(made.note_id)).files[0].state == "read"


async def test_what_cannot_be_read_is_told_and_not_tried_again(
    notebook: Notebook, texts: FileTexts, answers: Answers
) -> None:
    made = await notebook.write("", files=(file(PNG, "broken.png"),))
    answers.next = [HelperRefused("Unreadable: truncated")]
    assert await texts.read_one() and not await texts.read_one()
    assert (await notebook.note(made.note_id)).files[0].state == "failed"


async def test_what_cannot_be_loaded_is_taken_for_missing_until_the_next_start(
    notebook: Notebook, texts: FileTexts, answers: Answers
) -> None:
    made = await notebook.write("", files=(file(PNG, "a.png"), file(OGG, "b.ogg")))
    answers.next = [[(0.0, "hello")], HelperLacks("no libGL")]
    while await texts.read_one():
        pass
    assert texts.readers == Readers(None, "/model")
    assert [one.state for one in (await notebook.note(made.note_id)).files] == ["trying", "read"]


async def test_without_readers_nothing_is_asked(notebook: Notebook) -> None:
    await notebook.write("", files=(file(PNG, "a.png"),))
    assert not await notebook.service.file_texts.read_one()
    assert notebook.service.file_texts.readers == Readers()
    notebook.service.file_texts.start()
    await notebook.service.file_texts.close()


async def test_files_that_are_gone_or_in_the_trash_are_not_read(
    notebook: Notebook, texts: FileTexts, answers: Answers
) -> None:
    made = await notebook.write("", files=(file(PNG, "a.png"),))
    await notebook.service.trash(ALICE, made.note_id)
    assert not await texts.read_one()
    await notebook.service.restore(ALICE, made.note_id)
    answers.next = [[(None, "words")]]
    assert await texts.read_one()
