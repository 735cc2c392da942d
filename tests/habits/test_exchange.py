"""In and out: Loop's zip, JSON, a workbook. What goes round comes back the same."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import BadRequest
from bot.habits import loop
from bot.habits.exchange import Parcel, from_json, to_json
from bot.habits.model import DAILY, Event, Form, Habit, Mark, Measure, Pause, Schedule, by_day
from bot.habits.moving import HabitMoving
from bot.habits.starters import MIND_GYM
from bot.habits.workbook import to_xlsx
from tests.habits.house import ALICE, House
from tests.schedule.desk import desk_at

TODAY = date(2026, 11, 25)
SCHEDULES = [
    DAILY,
    Schedule(Form.PER_DAY, 3),
    Schedule(Form.PER_WEEK, 3),
    Schedule(Form.PER_MONTH, 10),
    Schedule(Form.EVERY, 5),
    Schedule(Form.EVERY, 14, times=3),
    Schedule(Form.DAYS, 1, frozenset({0, 2})),
    Schedule(Form.OCCASIONAL),
]


@st.composite
def parcels(draw: st.DrawFn) -> list[Parcel]:
    found = []
    for number in range(draw(st.integers(1, 3))):
        schedule = draw(st.sampled_from(SCHEDULES))
        several = schedule == Schedule(Form.PER_DAY, 3)
        measure = Measure.YES_NO if several else draw(st.sampled_from(list(Measure)))
        numeric = measure is not Measure.YES_NO
        events = []
        for offset in sorted(draw(st.sets(st.integers(0, 60), max_size=20))):
            mark = draw(st.sampled_from([Mark.ENTRY, Mark.ENTRY, Mark.SKIP, Mark.NO]))
            value = 1.0
            if (numeric or several) and mark is Mark.ENTRY:
                value = draw(st.integers(1, 90_000)) / 1000
            day = TODAY - timedelta(days=offset)
            remark = draw(st.sampled_from(["", 'a, "b"', "two\nlines", "=1+1", "ünïcode 🙂"]))
            at_utc = (day - date(1970, 1, 1)).days * 86_400.0 + 43_200
            events.append(
                Event(0, 0, day, at_utc, mark, value if mark is Mark.ENTRY else 0.0, remark=remark, source="loop")
            )
        habit = Habit(
            *(0, 0, f'Habit {number}, "quoted"', measure, schedule, min([TODAY, *(e.day for e in events)])),
            target=draw(st.sampled_from([1.0, 2.5, 30.0])) if numeric else 1.0,
            at_most=numeric and draw(st.booleans()),
            unit="pages" if measure is Measure.COUNT else "",
            question=draw(st.sampled_from(["", "Did you?"])),
            colour=draw(st.sampled_from(["blue", "sand", "#D32F2F"])),
            archived=draw(st.booleans()),
            description=draw(st.sampled_from(["", "why, exactly"])),
        )
        found.append(Parcel(habit, tuple(sorted(events, key=lambda event: event.day))))
    return found


@settings(max_examples=120, deadline=None)
@given(parcels())
def test_loops_zip_there_and_back(given_: list[Parcel]) -> None:
    written = loop.to_zip(given_, TODAY)
    again = loop.from_zip(written, TODAY)
    assert again == given_
    assert contents(loop.to_zip(again, TODAY)) == contents(written)


def contents(zipped: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(zipped)) as bundle:
        return {name: bundle.read(name) for name in bundle.namelist()}


def test_the_format_is_loops() -> None:
    read = Habit(1, 1, "Read: a lot?", Measure.MINUTES, DAILY, TODAY - timedelta(days=2), target=30.0, colour="green")
    walk = replace(read, id=2, name="Walk", measure=Measure.YES_NO, schedule=Schedule(Form.PER_WEEK, 3), target=1.0)
    events = (
        Event(1, 1, TODAY - timedelta(days=2), 0.0, Mark.ENTRY, 20.5, remark="slow"),
        Event(2, 1, TODAY - timedelta(days=2), 0.0, Mark.ENTRY, 10.0),
        Event(3, 1, TODAY, 0.0, Mark.SKIP),
    )
    files = contents(
        loop.to_zip([Parcel(read, events), Parcel(walk, (Event(4, 2, TODAY, 0.0, Mark.ENTRY, 1.0),))], TODAY)
    )
    assert sorted(files) == [
        "001 Read a lot/Checkmarks.csv",
        "001 Read a lot/Scores.csv",
        "002 Walk/Checkmarks.csv",
        "002 Walk/Scores.csv",
        "Checkmarks.csv",
        "Habits.csv",
        "Scores.csv",
    ]
    assert files["Habits.csv"].decode().splitlines() == [
        "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,"
        "Target Value,Archived?",
        "001,Read: a lot?,NUMERICAL,,,1,1,#55A868,min,AT_LEAST,30.0,false",
        "002,Walk,YES_NO,,,3,7,#55A868,,,,false",
    ]
    assert files["001 Read a lot/Checkmarks.csv"].decode().splitlines() == [
        "Date,Value,Notes",
        "2026-11-25,SKIP,",
        "2026-11-24,UNKNOWN,",
        "2026-11-23,30500,slow",
    ]
    assert files["002 Walk/Checkmarks.csv"].decode().splitlines()[1] == "2026-11-25,YES_MANUAL,"
    assert files["Checkmarks.csv"].decode().splitlines()[:2] == [
        "Date,Read: a lot?,Walk,",
        "2026-11-25,SKIP,YES_MANUAL,",
    ]
    scores = list(csv.DictReader(io.StringIO(files["001 Read a lot/Scores.csv"].decode())))
    assert [row["Date"] for row in scores] == ["2026-11-25", "2026-11-24", "2026-11-23"]
    assert scores[0]["Score"] == scores[1]["Score"] == "0.0492"


LOOPS_OWN = """Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,\
Target Value,Archived?
001,Wake up early,YES_NO,Did you wake up early?,,1,1,#FF8F00,,,,false
002,Run,NUMERICAL,How many miles?,Outdoors,2,7,#E64A19,miles,AT_LEAST,3.5,true
003,Coffee,NUMERICAL,,,1,1,#5D4037,cups,AT_MOST,2.0,false
"""


def test_a_file_as_loop_writes_it_is_read() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as bundle:
        bundle.writestr("Habits.csv", LOOPS_OWN)
        bundle.writestr(
            "001 Wake up early/Checkmarks.csv", "Date,Value,Notes\n2026-11-25,YES_AUTO,\n2026-11-24,YES_MANUAL,ok\n"
        )
        bundle.writestr("002 Run/Checkmarks.csv", "Date,Value,Notes\n2026-11-20,4250,\n2026-11-19,0,\n")
        bundle.writestr("Checkmarks.csv", "Date,Wake up early,Run,\n")
    wake, run, coffee = loop.from_zip(buffer.getvalue(), TODAY)
    assert [(e.day.day, e.mark, e.remark) for e in wake.events] == [(24, Mark.ENTRY, "ok")]
    assert wake.habit.colour == "#FF8F00"
    assert (run.habit.schedule, run.habit.target, run.habit.archived) == (Schedule(Form.PER_WEEK, 2), 3.5, True)
    assert [(e.mark, e.value) for e in run.events] == [(Mark.NO, 0.0), (Mark.ENTRY, 4.25)]
    assert coffee.habit.at_most


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no zip"),
        (b"PK\x03\x04 broken", "no zip"),
        (None, "no Habits.csv"),
    ],
)
def test_other_files_are_refused(content: bytes | None, why: str) -> None:
    if content is None:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as bundle:
            bundle.writestr("other.csv", "x")
        content = buffer.getvalue()
    with pytest.raises(BadRequest, match=why):
        loop.from_zip(content, TODAY)


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("Habits.csv", b"0" * (loop.MAX_ALL_BYTES + 1))
    assert len(buffer.getvalue()) < 100_000
    with pytest.raises(BadRequest, match="too large"):
        loop.from_zip(buffer.getvalue(), TODAY)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.text(max_size=200))
def test_no_bytes_break_the_readers(content: bytes, text: str) -> None:
    for reader in (lambda: loop.from_zip(content, TODAY), lambda: from_json(content), lambda: from_json(text.encode())):
        with pytest.raises(BadRequest):
            reader()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as bundle:
        bundle.writestr("Habits.csv", LOOPS_OWN)
        bundle.writestr("001 Wake up early/Checkmarks.csv", "Date,Value,Notes\n" + text)
    try:
        loop.from_zip(buffer.getvalue(), TODAY)
    except BadRequest as refused:
        assert str(refused)


@settings(max_examples=60, deadline=None)
@given(parcels())
def test_json_holds_everything(given_: list[Parcel]) -> None:
    full = [
        replace(
            parcel,
            events=tuple(replace(e, quality=2, feeling="calm", source="") for e in parcel.events),
            pauses=(Pause(TODAY), Pause(TODAY, TODAY)),
        )
        for parcel in given_
    ]
    assert from_json(to_json(full)) == full


# ---- with a database


async def test_export_import_and_import_again(house: House, tmp_path: Path) -> None:
    for one in MIND_GYM:
        habit = await house.habits.add(ALICE, **one)
        for offset in range(0, 30, 3):
            await house.habits.check_in(habit.id, ALICE, day=TODAY - timedelta(days=offset), remark="x")
    moving = HabitMoving(house.database, house.habit_store, house.habits)
    files = dict(await moving.export(ALICE))
    assert [name.partition("-")[0] for name in files] == ["loop", "habits", "habits"]
    before = {one.habit.name: one.kept for one in await house.habits.overview(ALICE)}
    for name in [n for n in files if not n.endswith("xlsx")]:
        again = await moving.take(ALICE, name, files[name])
        assert (again.habits, again.events) == (0, 0), "what is there already stays as it is"
    assert {one.habit.name: one.kept for one in await house.habits.overview(ALICE)} == before
    async with desk_at(tmp_path / "other.db", "2026-11-25 08:00") as desk:
        for name in [n for n in files if not n.endswith("xlsx")]:
            other = House(desk)
            fresh = await HabitMoving(other.database, other.habit_store, other.habits).take(2, name, files[name])
            assert fresh.habits in (0, 15)
        found = {one.habit.name: one.kept for one in await other.habits.overview(2)}
        for name, kept in before.items():
            assert replace(found[name], habit_id=0) == replace(kept, habit_id=0), name
    with pytest.raises(BadRequest, match="nothing to export"):
        await moving.export(2)


async def test_limits_come_first(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    moving = HabitMoving(house.database, house.habit_store, house.habits)
    with pytest.raises(BadRequest, match="larger than 5 MB"):
        await moving.take(ALICE, "x.zip", bytes(5_000_001))
    monkeypatch.setattr("bot.habits.moving.MAX_HABITS", 2)
    one = Habit(0, 0, "a", Measure.YES_NO, DAILY, TODAY)
    content = to_json([Parcel(replace(one, name=name), ()) for name in "abc"])
    with pytest.raises(BadRequest, match="more than 2 habits"):
        await moving.take(ALICE, "x.json", content)


def test_the_workbook_has_a_checklist_and_a_sheet_with_charts_for_each_habit() -> None:
    read = Habit(1, 1, "Read [a] lot/with: long long name and more", Measure.MINUTES, DAILY, TODAY, target=30.0)
    events = (Event(1, 1, TODAY, 0.0, Mark.ENTRY, 20.0, 2, "calm", '=HYPERLINK("x")'),)
    content = to_xlsx([Parcel(read, events), Parcel(replace(read, id=2), ())], TODAY)
    files = contents(content)
    book = files["xl/workbook.xml"].decode()
    assert book.count("<sheet ") == 3
    assert 'name="Checklist"' in book
    assert sum(name.startswith("xl/charts/chart") for name in files) == 4
    assert b"<f>" not in files["xl/worksheets/sheet2.xml"], "text is never a formula"
    assert b"HYPERLINK" in files["xl/sharedStrings.xml"]
    assert by_day(list(events))[TODAY].total == 20.0
