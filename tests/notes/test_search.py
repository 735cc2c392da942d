from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.notes import search_store
from bot.notes.query import parse
from bot.notes.ranking import fuse
from bot.notes.search import Hits
from bot.notes.search_store import CLOSE, OPEN
from tests.notes.conftest import ALICE, BOB, Notebook, file
from tests.notes.test_query import TODAY, start_of

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 300


async def find(notebook: Notebook, text: str, owner: int = ALICE, **page: int) -> Hits:
    return await notebook.service.search.find(owner, parse(text, TODAY, start_of), **{"limit": 10, **page})


async def titles(notebook: Notebook, text: str, owner: int = ALICE) -> list[str]:
    return [hit.note.title for hit in (await find(notebook, text, owner)).hits]


@pytest.fixture
async def filled(notebook: Notebook) -> Notebook:
    await notebook.write("Printers\nThe red ink is empty #office/supplies", notebook="Work")
    await notebook.write("Recipes\nSquid ink pasta, boiled eggs #food")
    await notebook.write(
        "Running\nA run in the red evening sun https://maps.org\n- [ ] buy shoes", notebook="Sport Log"
    )
    await notebook.write("Picture\n", files=(file(PNG, "holiday.png"),))
    await notebook.write("Red ink of somebody else", owner=BOB)
    return notebook


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("red ink", {"Printers", "Recipes", "Running"}),
        ("inks", {"Printers", "Recipes"}),
        ('"red ink"', {"Printers"}),
        ("ink -squid", {"Printers"}),
        ("-squid", {"Printers", "Running", "Picture"}),
        ("tag:office", {"Printers"}),
        ("tag:office/supplies", {"Printers"}),
        ("tag:off", set()),
        ("-tag:food ink", {"Printers"}),
        ("in:work", {"Printers"}),
        ('in:"sport log"', {"Running"}),
        ("has:image", {"Picture"}),
        ("has:file", {"Picture"}),
        ("has:audio", set()),
        ("has:summary", set()),
        ("book:anything", set()),
        ("has:link", {"Running"}),
        ("has:todo", {"Running"}),
        ("holiday", {"Picture"}),
        ("is:trash", set()),
        ("is:pinned", set()),
        ("before:2023", set()),
        ("after:2022", {"Printers", "Recipes", "Running", "Picture"}),
        ("nothing like it", set()),
    ],
)
async def test_what_is_found(filled: Notebook, query: str, found: set[str]) -> None:
    assert set(await titles(filled, query)) == found


async def test_the_best_fit_comes_first_and_says_where(filled: Notebook) -> None:
    (first, *_), total = (hits := await find(filled, "red ink")).hits, hits.total
    assert first.note.title == "Printers" and total == 3
    assert f"{OPEN}red{CLOSE} {OPEN}ink{CLOSE}" in first.snippet and first.where == "body"
    assert (await find(filled, "holiday")).hits[0].where == "names"


async def test_the_trash_is_searched_only_when_asked(filled: Notebook) -> None:
    (hit,) = (await find(filled, "squid")).hits
    await filled.service.trash(ALICE, hit.note.id)
    assert not await titles(filled, "squid")
    assert await titles(filled, "squid is:trash") == ["Recipes"]
    await filled.service.restore(ALICE, hit.note.id)
    await filled.service.archive(ALICE, hit.note.id, True)
    assert await titles(filled, "squid") == ["Recipes"], "the archive is out of the way, not out of reach"


async def test_an_edited_note_is_found_by_its_new_words_only(filled: Notebook) -> None:
    (hit,) = (await find(filled, "squid")).hits
    await filled.service.edit(ALICE, hit.note.id, "Recipes\nTomato", seen_version=1, notebook=None, mood=None)
    assert not await titles(filled, "squid")
    assert await titles(filled, "tomatoes") == ["Recipes"]


async def test_what_is_read_and_heard_is_found_with_its_place(notebook: Notebook) -> None:
    made = await notebook.write("Trip", files=(file(PNG, "a.png"), file(b"OggS" + b"\0" * 300, "b.ogg")))
    picture, sound = (await notebook.note(made.note_id)).files
    await notebook.service.set_texts(ALICE, picture.sha256, [(None, "Platform nine")])
    await notebook.service.set_texts(ALICE, sound.sha256, [(0.0, "good morning"), (83.2, "the lighthouse keeper")])
    seen = (await find(notebook, "platforms")).hits[0]
    heard = (await find(notebook, "lighthouse")).hits[0]
    assert (seen.where, heard.where, heard.at_seconds) == ("pictures", "speech", 83.2)
    assert not await titles(notebook, "lighthouse", owner=BOB)


async def test_pages(notebook: Notebook) -> None:
    for number in range(7):
        await notebook.write(f"Ink {number}")
    first, second = await find(notebook, "ink", limit=4), await find(notebook, "ink", limit=4, offset=4)
    assert (len(first.hits), len(second.hits), second.total) == (4, 3, 7)
    assert len({hit.note.id for hit in (*first.hits, *second.hits)}) == 7


async def test_suggestions(filled: Notebook) -> None:
    suggest = filled.service.search.suggest
    assert await suggest(ALICE, "tag:", 25) == ["tag:food", "tag:office/supplies"]
    assert await suggest(ALICE, "red -tag:o", 25) == ["red -tag:office/supplies"]
    assert await suggest(ALICE, "in:s", 25) == ['in:"Sport Log"']
    assert await suggest(ALICE, "has:i", 25) == ["has:image"]
    assert await suggest(ALICE, "pri", 25) == ["Printers"]
    assert await suggest(BOB, "pri", 25) == []
    assert await suggest(BOB, "tag:", 25) == []
    await filled.service.search.keep(ALICE, "red ink")
    assert await suggest(ALICE, "", 25) == ["red ink"]
    assert await suggest(BOB, "", 25) == []


async def test_books_and_summaries_are_found_by_what_the_views_say(filled: Notebook) -> None:
    async with filled.database.transaction() as tx:
        for view, columns in (("book_notes", "'deep work' AS book, owner_id"), ("summarised_notes", "owner_id")):
            await tx.execute(f"DROP VIEW {view}")
            await tx.execute(
                f"CREATE VIEW {view} AS SELECT id AS note_id, {columns} FROM notes WHERE title <> 'Running'"
            )
    assert set(await titles(filled, "book:deep")) == {"Printers", "Recipes", "Picture"}
    assert await titles(filled, "ink book:deep -has:summary") == []
    assert await titles(filled, "-has:summary") == ["Running"]
    assert await filled.service.search.suggest(ALICE, "ink book:d", 25) == ['ink book:"deep work"']
    assert (await filled.service.search.suggest(ALICE, "b", 25))[:2] == ["book:", "before:"]


async def test_where_much_matches_rare_words_decide_and_the_newest_are_weighed(
    filled: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(6):
        await filled.write(f"Ink again {number}")
    everything = await titles(filled, "ink pasta")
    assert len(everything) == 8
    monkeypatch.setattr(search_store, "MOST_RANKED", 3)
    assert await titles(filled, "ink pasta") == ["Recipes"], "a note without the rare word is not weighed any more"
    assert set(await titles(filled, "ink")) == {"Ink again 5", "Ink again 4", "Ink again 3"}
    assert await titles(filled, "nowhere ink") == await titles(filled, "ink")
    await filled.write("Ink and pasta of bob's", owner=BOB)
    assert len(await titles(filled, "ink bob", owner=BOB)) == 2, "somebody with few notes is not bounded by others'"


class Alike:
    def __init__(self, answer: Sequence[tuple[int, float]]) -> None:
        self.answer = list(answer)

    async def nearest(self, owner_id: int, text: str, limit: int) -> list[tuple[int, float]]:
        return self.answer


async def test_what_is_alike_in_meaning_is_found_too_within_the_filters(filled: Notebook) -> None:
    ids = {note.title: note.id for note in await filled.service.recent(ALICE)}
    bobs = (await filled.service.recent(BOB))[0].id
    filled.service.search.alike = Alike([(ids["Recipes"], 0.9), (bobs, 0.9), (ids["Running"], 0.4)])
    assert await titles(filled, "cuisine") == ["Recipes", "Running"]
    assert (await find(filled, "cuisine")).hits[0].where == "meaning"
    assert await titles(filled, "cuisine has:todo") == ["Running"]
    assert await titles(filled, "cuisine -squid") == ["Running"]
    assert await titles(filled, '"cuisine"') == [], "exact words are meant exactly"


def test_fusing() -> None:
    assert fuse([(1, 9.0), (2, 5.0)], []) == [1, 2]
    assert fuse([], [(1, 0.9), (2, 0.5)]) == [1, 2]
    assert fuse([(1, 9.0), (2, 8.9), (3, 1.0)], [(2, 0.9), (4, 0.8), (1, 0.1)])[0] == 2
