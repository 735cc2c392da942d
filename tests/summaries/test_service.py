"""Summaries as jobs that survive crashes, know their sources, and send nothing anywhere without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import BadRequest, NotAllowed, NotFound
from bot.summaries.model import About, Method, State, Target
from bot.summaries.writers import LocalWriter
from tests.reading.conftest import ALICE, BOB
from tests.summaries.conftest import INK, Elsewhere, Scribe, endpoint, of_note, scribe_at


async def test_each_sentence_is_of_its_note(scribe: Scribe) -> None:
    ink = await scribe.note(f"{INK} #art")
    paper = await scribe.note("Paper\n\nPaper is made of rags. Rags are old clothes. Dry paper burns well. #art/paper")
    await scribe.note("Nothing of that. It is about something else entirely.")
    made = await scribe.made(Target(About.TAG, "art"))
    assert made.state is State.READY and 1 <= len(made.lines) <= 5
    bodies = {note: (await scribe.reader.notes.find(ALICE, note)).body for note in (ink, paper)}
    assert {line.note_id for line in made.lines} == {ink, paper}
    for line in made.lines:
        assert line.note_id is not None and line.text in bodies[line.note_id].replace("\n", " ")
    assert {note for note, _ in made.sources} == {ink, paper}
    assert "on this machine" in made.made_by


async def test_a_note_a_search_a_week_and_a_book(scribe: Scribe) -> None:
    note = await scribe.note()
    assert len((await scribe.made(of_note(note))).lines) == 4
    assert (await scribe.made(Target(About.SEARCH, "soot"))).state is State.READY
    person = await scribe.service._sources._people.find(ALICE)
    today = person.day(scribe.reader.now)
    assert (await scribe.made(Target.week_until(today))).sources[0][0] == note
    scribe.reader.now += 8 * 86_400
    with pytest.raises(BadRequest, match="nothing to summarise"):
        await scribe.service.ask(ALICE, Target.week_until(person.day(scribe.reader.now)))
    book = await scribe.reader.begun()
    chapter = book.chapter
    assert chapter is not None
    words = "Trees keep their keys in order. A wide tree reads few pages."
    await scribe.reader.service.steps.write_notes(ALICE, book.id, chapter.id, words, scribe.reader.key())
    made = await scribe.made(Target(About.BOOK, str(book.id)))
    assert [line.text for line in made.lines] == ["Trees keep their keys in order.", "A wide tree reads few pages."]
    assert await scribe.service.name(ALICE, made.target) == "Databases"


async def test_it_is_kept_with_its_hash_and_stale_when_a_note_changes(scribe: Scribe) -> None:
    note = await scribe.note("One sentence is here. #x")
    made = await scribe.made(Target(About.TAG, "x"))
    assert not (await scribe.service.changes(ALICE, made)).is_stale
    again = await scribe.made(Target(About.TAG, "x"))
    assert again.id == made.id, "nothing has changed, so it is not made twice"
    await scribe.reader.notes.append(ALICE, note, "Another sentence is there.")
    assert (await scribe.service.changes(ALICE, made)).changed == (note,)
    other = await scribe.note("A new one is here now. #x")
    found = await scribe.service.changes(ALICE, made)
    assert (found.changed, found.added, found.gone) == ((note,), (other,), ())
    await scribe.reader.notes.trash(ALICE, note)
    assert (await scribe.service.changes(ALICE, made)).gone == (note,)
    fresh = await scribe.made(Target(About.TAG, "x"))
    assert fresh.id != made.id and fresh.hash != made.hash
    assert not (await scribe.service.changes(ALICE, fresh)).is_stale
    latest = await scribe.service.latest(ALICE, Target(About.TAG, "x"))
    assert latest is not None and latest.id == fresh.id


async def test_a_note_that_is_removed_for_good_takes_its_summaries_along(scribe: Scribe) -> None:
    note = await scribe.note()
    made = await scribe.made(of_note(note))
    await scribe.reader.notes.trash(ALICE, note)
    scribe.reader.now += 31 * 86_400
    await scribe.reader.notes.empty_trash()
    with pytest.raises(NotFound):
        await scribe.service.find(ALICE, made.id)
    rows = await scribe.reader.database.fetch_all("SELECT text FROM summary_lines")
    assert not rows


async def test_what_a_crash_interrupted_is_made_after_the_next_start(tmp_path: Path) -> None:
    async with scribe_at(tmp_path, start=False) as scribe:
        waiting = await scribe.service.ask(ALICE, of_note(await scribe.note()))
        running = await scribe.service.ask(ALICE, of_note(await scribe.note("It was running then. It died at that.")))
        broken = await scribe.service.ask(ALICE, of_note(await scribe.note("It died with it often. It is given up.")))
        async with scribe.reader.database.transaction() as tx:
            await tx.execute("UPDATE summaries SET state = 'running', attempts = 1 WHERE id = ?", (running.id,))
            await tx.execute("UPDATE summaries SET state = 'running', attempts = 10 WHERE id = ?", (broken.id,))
    async with scribe_at(tmp_path) as scribe:
        for asked in (waiting, running):
            assert (await scribe.service.ended(ALICE, asked.id, 20)).state is State.READY
        given_up = await scribe.service.find(ALICE, broken.id)
        assert given_up.state is State.FAILED and "interrupted too often" in given_up.error


async def test_nobody_else_sees_or_asks(scribe: Scribe) -> None:
    note = await scribe.note(f"{INK} #art")
    made = await scribe.made(of_note(note))
    for verb in (
        lambda: scribe.service.find(BOB, made.id),
        lambda: scribe.service.ended(BOB, made.id, 0.1),
        lambda: scribe.service.ask(BOB, of_note(note)),
        lambda: scribe.service.name(BOB, of_note(note)),
    ):
        with pytest.raises(NotFound):
            await verb()
    for target in (Target(About.TAG, "art"), Target(About.SEARCH, "soot"), Target(About.WEEK, "2025-11-20")):
        with pytest.raises(BadRequest):
            await scribe.service.ask(BOB, target)
    assert await scribe.service.latest(BOB, of_note(note)) is None


# ---- an endpoint


async def test_nothing_leaves_before_the_person_agrees(tmp_path: Path, elsewhere: Elsewhere) -> None:
    async with scribe_at(tmp_path, endpoint=endpoint(elsewhere)) as scribe:
        note = await scribe.note()
        with pytest.raises(NotAllowed, match="leave this machine"):
            await scribe.service.choose(ALICE, Method.ENDPOINT)
        assert (await scribe.made(of_note(note))).method is Method.EXTRACT
        assert not elsewhere.asked
        await scribe.service.choose(ALICE, Method.ENDPOINT, agree=True)
        made = await scribe.made(of_note(note))
        assert [line.text for line in made.lines] == ["Ink is soot.", "It keeps long."]
        assert "small at 127.0.0.1" in made.made_by and "left this machine" in made.made_by
        assert [line.note_id for line in made.lines] == [note, note]
        (body,) = elsewhere.asked
        assert body["model"] == "small" and "Soot comes from burning oil" in str(body["messages"])
        assert elsewhere.keys == ["Bearer secret-key"]
        other = await scribe.note("Paper is made of rags. Rags are old clothes.", BOB)
        assert (await scribe.made(of_note(other), BOB)).method is Method.EXTRACT, "one's word is not another's"
        await scribe.service.withdraw(ALICE)
        await scribe.reader.notes.append(ALICE, note, "More was added to it.")
        assert (await scribe.made(of_note(note))).method is Method.EXTRACT
        assert len(elsewhere.asked) == 1


async def test_an_agreement_is_to_one_model_at_one_address(tmp_path: Path, elsewhere: Elsewhere) -> None:
    async with scribe_at(tmp_path, endpoint=endpoint(elsewhere)) as scribe:
        await scribe.service.choose(ALICE, Method.ENDPOINT, agree=True)
        assert await scribe.service.chosen(ALICE) is Method.ENDPOINT
    async with scribe_at(tmp_path, endpoint=endpoint(elsewhere, "other")) as scribe:
        assert await scribe.service.chosen(ALICE) is Method.EXTRACT
        with pytest.raises(NotAllowed):
            await scribe.service.choose(ALICE, Method.ENDPOINT)
    async with scribe_at(tmp_path) as scribe:
        with pytest.raises(BadRequest, match="SUMMARY_ENDPOINT"):
            await scribe.service.choose(ALICE, Method.ENDPOINT, agree=True)
        with pytest.raises(BadRequest, match="SUMMARY_MODEL"):
            await scribe.service.choose(ALICE, Method.LOCAL)


async def test_taken_back_while_it_waits_nothing_is_sent(tmp_path: Path, elsewhere: Elsewhere) -> None:
    async with scribe_at(tmp_path, endpoint=endpoint(elsewhere), start=False) as scribe:
        await scribe.service.choose(ALICE, Method.ENDPOINT, agree=True)
        asked = await scribe.service.ask(ALICE, of_note(await scribe.note()))
        await scribe.service.withdraw(ALICE)
    async with scribe_at(tmp_path, endpoint=endpoint(elsewhere)) as scribe:
        ended = await scribe.service.ended(ALICE, asked.id, 20)
        assert ended.state is State.FAILED and "Agree to it first" in ended.error
    assert not elsewhere.asked


async def test_what_is_picked_out_does_not_wait_for_a_model(tmp_path: Path, elsewhere: Elsewhere) -> None:
    elsewhere.going.clear()
    async with scribe_at(tmp_path, endpoint=endpoint(elsewhere)) as scribe:
        await scribe.service.choose(ALICE, Method.ENDPOINT, agree=True)
        slow = await scribe.service.ask(ALICE, of_note(await scribe.note()))
        quick = await scribe.made(of_note(await scribe.note(INK, BOB)), BOB)
        assert quick.state is State.READY
        assert (await scribe.service.find(ALICE, slow.id)).state.is_open
        elsewhere.going.set()
        assert (await scribe.service.ended(ALICE, slow.id, 20)).state is State.READY


async def test_long_input_is_split_and_merged(tmp_path: Path, elsewhere: Elsewhere) -> None:
    async with scribe_at(tmp_path, endpoint=endpoint(elsewhere)) as scribe:
        await scribe.service.choose(ALICE, Method.ENDPOINT, agree=True)
        for number in range(3):
            await scribe.note(f"Note {number} says something. " * 900 + "#long")
        made = await scribe.made(Target(About.TAG, "long"))
        assert made.state is State.READY and len(made.sources) == 3
        assert all(line.note_id is None for line in made.lines), "it is of all three"
        assert len(elsewhere.asked) == 4, "three parts and one to merge them"
        assert "summaries of parts" in str(elsewhere.asked[-1]["messages"])


@pytest.mark.parametrize(("status", "said"), [(401, "answered 401"), (302, "answered 302")])
async def test_a_refusal_is_said_and_no_other_address_is_followed(
    tmp_path: Path, elsewhere: Elsewhere, status: int, said: str
) -> None:
    elsewhere.statuses = [status]
    async with scribe_at(tmp_path, endpoint=endpoint(elsewhere)) as scribe:
        await scribe.service.choose(ALICE, Method.ENDPOINT, agree=True)
        made = await scribe.made(of_note(await scribe.note()))
        assert made.state is State.FAILED and said in made.error
        assert "secret-key" not in made.error and len(elsewhere.asked) == 1


async def test_what_may_go_well_later_is_tried_again(
    tmp_path: Path, elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.summaries.making.RETRY_SECONDS", 0.05)
    elsewhere.statuses = [503, 503]
    async with scribe_at(tmp_path, endpoint=endpoint(elsewhere)) as scribe:
        await scribe.service.choose(ALICE, Method.ENDPOINT, agree=True)
        made = await scribe.made(of_note(await scribe.note()))
        assert made.state is State.READY and made.attempts == 3
        elsewhere.statuses = [503, 503, 503]
        made = await scribe.made(of_note(await scribe.note("Paper is made of rags. Rags are old clothes.")))
        assert made.state is State.FAILED and "answered 503" in made.error


async def test_a_model_that_is_not_there_says_so(tmp_path: Path) -> None:
    for path, said in ((tmp_path / "none.gguf", "is not there"), (tmp_path / "none", "no folder")):
        async with scribe_at(tmp_path, LocalWriter(path)) as scribe:
            local = next(way for way in await scribe.service.ways(ALICE) if way.method is Method.LOCAL)
            assert said in local.problem
            with pytest.raises(BadRequest, match="SUMMARY_MODEL"):
                await scribe.service.choose(ALICE, Method.LOCAL)
