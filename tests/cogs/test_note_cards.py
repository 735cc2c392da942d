"""The cards of notes, summaries, reviews and of what the clock brings stay within Discord's limits, however full."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from bot.notes.importing import Taken
from bot.notes.model import Kind, Note, NoteFile, Place, Version
from bot.notes.order_model import Connected, Connections, OpenTask
from bot.notes.search import Hit, Hits
from bot.review.memory import waits
from bot.review.model import Card, Hand, Memory
from bot.review.model import Face as Sides
from bot.review.model import Kind as Of
from bot.review.service import Shown
from bot.schedule.model import Alarm, Item, Occurrence, State
from bot.schedule.recurrence import Rule
from bot.summaries import faces
from bot.summaries import model as summaries
from bot.summaries.model import About, Changes, Line, Method, Progress, Summary, Target
from bot.summaries.service import Way
from cogs.notes import render, render_lists, render_moving
from cogs.remind.render import reminder
from cogs.review import render as review
from cogs.summaries import render as summarised
from tests.cogs.limits import LONG, check

BIG = 10**17
ONCE = Rule(datetime(2026, 11, 26, 9), "UTC", "")


def note(number: int = 1, body: str = LONG) -> Note:
    files = tuple(
        NoteFile(n, "0" * 64, ".png", LONG[:200], 10**9, Kind.IMAGE, "image/png", 5.0, LONG[:1000], "read")
        for n in range(20)
    )
    tags = tuple(f"{n}{'a' * 90}" for n in range(20))
    return Note(
        BIG + number, 3, LONG[:200], body, LONG[:60], LONG[:60], LONG[:2000], 0.0, 0.0, True, False, None, files, tags
    )  # fmt: skip


TASKS = "\n".join(f"- [ ] {LONG[:200]} {number}" for number in range(40))


def test_a_full_note_and_all_lists_of_notes() -> None:
    found = [note(number) for number in range(render.PAGE)]
    versions = [Version(number, LONG, LONG[:40], 0.0) for number in range(30, 0, -1)]
    ends = tuple(Connected(LONG[:200], LONG[:100], number or None) for number in range(9))
    tasks = [OpenTask(BIG + n, n, LONG[:500], "2026-12-31", LONG[:200], 10**6) for n in range(render.PAGE)]
    hits = Hits([Hit(one, "speech", LONG, 83.0) for one in found], 900)
    for view in (
        render.card(note(), [f"note-{BIG}-{n}.png" for n in range(4)]),
        render.card(note(body=TASKS)),
        render.listed(found, Place.NOTES, 600, more=True),
        render.listed(found, Place.TRASH, 0, more=True),
        render.hits(hits, LONG, BIG, 6),
        render.heard(BIG, [(float(n), LONG) for n in range(50)]),
        render.saved(note(), [LONG[:300]] * 10),
        render_lists.versions(note(), versions, 8),
        render_lists.tasks(tasks, 6, date(2026, 11, 26), more=True),
        render_lists.todo(note(body=TASKS)),
        render_lists.links(note(), Connections(ends, ends, ends)),
    ):
        check(view)


def test_what_is_written_about_a_note_is_there_however_many_files_it_has() -> None:
    shown = str(render.card(note(), []).to_components())
    assert "version 3" in shown and "characters in all" in shown


def test_moving() -> None:
    counts = {"books": 500, "review": 10**6, "summaries": 10**6}
    for view in (
        render_moving.exported(10**6, 10**6, 60, [LONG] * 99, counts, direct=True, as_json=False),
        render_moving.imported([Taken(n, 1, 1, 1, 1, [LONG] * 30, counts) for n in range(10)], [(LONG, LONG)] * 3),
    ):
        check(view)
    assert len(render_moving.erasing(10**6, counts)) < 300
    assert render_moving.erased(1, {"books": 0, "summaries": 2}) == (
        "Erased: 1 note and 2 summaries. Nothing of them is left here."
    )
    assert "2 books and 3 review cards" in str(
        render_moving.imported([Taken(1, beside={"books": 2}), Taken(2, beside={"review": 3})], []).to_components()
    )


def summary(about: About = About.TAG, state: summaries.State = summaries.State.READY) -> Summary:
    lines = tuple(Line(LONG[:1000], BIG + number) for number in range(8))
    target = Target(about, LONG[:300])
    return Summary(BIG, target, Method.LOCAL, state, 1, LONG[:300], LONG[:500], "", 0.0, 0.0, lines, ((1, ""),) * 100)


@pytest.mark.parametrize("about", list(About))
def test_summaries(about: About) -> None:
    one = summary(about)
    ways = [Way(method, LONG[:150], LONG[:200], agreed=True) for method in Method]
    for view in (
        summarised.ready(LONG, one, Changes((1,) * 50, (2,), (3,)), True),
        summarised.failed(LONG, one),
        summarised.making(LONG, one, Progress(3, 9, 0, 700.0)),
        summarised.making(LONG, one, Progress(0, 1, 12)),
        summarised.later(LONG, one),
        summarised.cancelled(LONG, one),
        summarised.ways(BIG, ways, Method.LOCAL),
        summarised.consent(BIG, ways[0]),
    ):
        check(view)


def test_what_the_clock_brings_alone_and_together() -> None:
    items = []
    for number in range(Item.MOST):
        alarm = Alarm(BIG, 1, "summary", BIG, "A summary", None, None, None, ONCE, 0.0, False)
        one = Occurrence(BIG + number, alarm, 0.0, State.SENT, 0.0, 1, 1, 0, None, None, 0.0, None, None)
        face = faces.face_of(LONG, replace(summary(), id=BIG + number))
        assert face is not None
        items.append(Item(one, face))
    check(reminder(items[:1], 0.0))
    check(reminder(items, 0.0, mention=BIG))


def test_reviews() -> None:
    memory = Memory(2, None, 5.0, 5.0, 100.0, 50.0)
    card = Card(BIG, Of.NOTE, 1, memory, 999)
    sides = Sides(LONG[:600], LONG * 3, LONG[:200])
    hand = Hand(card, sides, 3, 17, 900, 45, 20, 100.0, BIG)
    for view in (
        review.front(hand, LONG[:100]),
        review.back(Shown(card, sides), waits(memory, 100.0)),
        review.over(Hand(None, None, 3, 0, 900, 45, 20, 100.0, BIG)),
        review.left_out(card),
        review.added(card, LONG),
    ):
        check(view)
