"""Loop Habit Tracker's CSV export (uhabits 2.3.1), written and read.

A zip with ``Habits.csv``, for each habit ``NNN Name/Checkmarks.csv`` and ``NNN Name/Scores.csv``, and two tables of all
habits at the root whose lines end with a comma. Values are the names of states, or a number times 1000. What the format
cannot hold of a schedule is written behind the description, and read from there again.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from bot.errors import BadRequest
from bot.habits.exchange import Parcel
from bot.habits.model import (
    COLOURS,
    DAILY,
    MAX_HABITS,
    MAX_NAME,
    MAX_QUESTION,
    MAX_UNIT,
    MAX_VALUE,
    MOST,
    DaySum,
    Event,
    Form,
    Habit,
    History,
    Mark,
    Measure,
    Schedule,
    by_day,
    colour_value,
)
from bot.habits.schedules import describe_schedule, read_schedule
from bot.habits.strength import scores

_COLUMNS = """Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,
Target Value,Archived?"""
HEAD = tuple(column.strip() for column in _COLUMNS.split(","))
MAX_FILES, MAX_FILE_BYTES, MAX_ALL_BYTES = 500, 4_000_000, 40_000_000
OURS = " · inkling: "
TIMES = "times"
_STATES = {"YES_MANUAL": Mark.ENTRY, "NO": Mark.NO, "SKIP": Mark.SKIP}
_DERIVED = ("UNKNOWN", "YES_AUTO", "")


# ---- writing


def to_zip(parcels: Sequence[Parcel], today: date) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("Habits.csv", _csv([HEAD, *(_row(n, p.habit) for n, p in enumerate(parcels, start=1))]))
        values, all_scores = [], []
        for number, parcel in enumerate(parcels, start=1):
            history = History(parcel.habit, by_day(list(parcel.events)), parcel.pauses)
            first = min([today, *history.days])
            days = [today - timedelta(days=n) for n in range((today - first).days + 1)]
            remarks = _remarks(parcel)
            marks = {day: _value(parcel.habit, history.days.get(day)) for day in days}
            found = {day: f"{score:.4f}" for day, score in scores(history, today)}
            folder = f"{number:03} {_safe(parcel.habit.name)}"
            rows = [[day.isoformat(), marks[day], remarks.get(day, "")] for day in days]
            bundle.writestr(f"{folder}/Checkmarks.csv", _csv([["Date", "Value", "Notes"], *rows]))
            lines = [[day.isoformat(), found.get(day, "0.0000")] for day in days]
            bundle.writestr(f"{folder}/Scores.csv", _csv([["Date", "Score"], *lines]))
            values.append(marks)
            all_scores.append(found)
        names = [parcel.habit.name for parcel in parcels]
        bundle.writestr("Checkmarks.csv", _table(names, values, "UNKNOWN"))
        bundle.writestr("Scores.csv", _table(names, all_scores, "0.0000"))
    return buffer.getvalue()


def _row(number: int, habit: Habit) -> list[str]:
    schedule = habit.schedule
    several = not habit.is_numeric and schedule.form is Form.PER_DAY and schedule.number > 1
    num, den = schedule.frequency()
    numeric = habit.is_numeric or several
    target = float(schedule.number) if several else habit.target
    unit = TIMES if several else habit.shown_unit
    description = habit.description
    if schedule.form in (Form.DAYS, Form.OCCASIONAL):
        description += OURS + describe_schedule(schedule)
    return [
        f"{number:03}",
        habit.name,
        "NUMERICAL" if numeric else "YES_NO",
        habit.question,
        description,
        str(num),
        str(den),
        f"#{colour_value(habit.colour):06X}",
        unit if numeric else "",
        ("AT_MOST" if habit.at_most else "AT_LEAST") if numeric else "",
        f"{target}" if numeric else "",
        "true" if habit.archived else "false",
    ]


def _value(habit: Habit, day: DaySum | None) -> str:
    if day is None or day.is_empty:
        return "UNKNOWN"
    several = habit.schedule.form is Form.PER_DAY and habit.schedule.number > 1
    numeric = habit.is_numeric or several
    if day.sessions:
        return f"{round(day.total * 1000)}" if numeric else "YES_MANUAL" if day.total else "NO"
    if day.skipped:
        return "SKIP"
    return "0" if numeric else "NO"


def _remarks(parcel: Parcel) -> dict[date, str]:
    found: dict[date, list[str]] = {}
    for event in parcel.events:
        if event.remark:
            found.setdefault(event.day, []).append(event.remark)
    return {day: "\n".join(lines) for day, lines in found.items()}


def _table(names: Sequence[str], columns: Sequence[dict[date, str]], empty: str) -> str:
    days = sorted({day for column in columns for day in column}, reverse=True)
    rows = [[day.isoformat(), *(column.get(day, empty) for column in columns), ""] for day in days]
    return _csv([["Date", *names, ""], *rows])


def _csv(rows: Sequence[Sequence[str]]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue()


def _safe(name: str) -> str:
    return re.sub(r"[^ A-Za-z0-9._-]+", "", name).strip()[:100]


# ---- reading


def from_zip(content: bytes, today: date) -> list[Parcel]:
    """Raises BadRequest for what is no such zip, or larger than any honest one."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as bundle:
            files = _texts(bundle)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        raise BadRequest("That is no zip file that I can open.") from None
    if "Habits.csv" not in files:
        raise BadRequest("That zip has no Habits.csv, so it is no export of Loop Habit Tracker.")
    rows = list(csv.DictReader(io.StringIO(files["Habits.csv"])))
    if not rows or not set(HEAD) <= set(rows[0]):
        raise BadRequest("Its Habits.csv has other columns than Loop Habit Tracker writes.")
    if len(rows) > MAX_HABITS:
        raise BadRequest(f"It has more than {MAX_HABITS} habits.")
    try:
        return [_parcel(row, files, today) for row in rows]
    except (ValueError, KeyError, TypeError, csv.Error) as error:
        raise BadRequest(f"It cannot be read: {str(error)[:100]}") from None


def _texts(bundle: zipfile.ZipFile) -> dict[str, str]:
    infos = [info for info in bundle.infolist() if not info.is_dir()]
    if len(infos) > MAX_FILES or sum(info.file_size for info in infos) > MAX_ALL_BYTES:
        raise BadRequest("That zip is too large.")
    found = {}
    for info in infos:
        if info.filename.endswith(".csv"):
            with bundle.open(info) as stream:
                content = stream.read(MAX_FILE_BYTES + 1)
            if len(content) > MAX_FILE_BYTES:
                raise BadRequest("A file in that zip is too large.")
            found[info.filename] = content.decode("utf-8-sig", "replace")
    return found


def _parcel(row: dict[str, str], files: dict[str, str], today: date) -> Parcel:
    position = row["Position"].strip()
    path = next((n for n in files if n.startswith(f"{position} ") and n.endswith("/Checkmarks.csv")), None)
    habit = _habit(row, today)
    events = _events(files[path], habit) if path else ()
    created = min([today, *(event.day for event in events)])
    return Parcel(Habit(**{**_fields(habit), "created": created}), events)


def _fields(habit: Habit) -> dict[str, Any]:
    return {name: getattr(habit, name) for name in habit.__slots__}


def _habit(row: dict[str, str], today: date) -> Habit:
    numeric = row["Type"].strip() == "NUMERICAL"
    unit = row["Unit"].strip()[:MAX_UNIT]
    target = min(MAX_VALUE, float(row["Target Value"] or 0)) if numeric else 1.0
    num, den = max(1, int(row["FrequencyNumerator"])), max(1, int(row["FrequencyDenominator"]))
    schedule = _schedule(num, den)
    measure = Measure.MINUTES if unit.lower() in ("min", "mins", "minutes") else Measure.COUNT
    at_most = row["Target Type"].strip() == "AT_MOST"
    if numeric and unit == TIMES and schedule == DAILY and not at_most and target == int(target) and 2 <= target <= 24:
        numeric, schedule, unit = False, Schedule(Form.PER_DAY, int(target)), ""
    description, _, ours = row["Description"].partition(OURS)
    if ours:
        schedule = read_schedule(ours)
    colour, name = row["Color"].strip(), " ".join(row["Name"].split())[:MAX_NAME] or "habit"
    kind = measure if numeric else Measure.YES_NO
    return Habit(
        *(0, 0, name, kind, schedule, today),
        target=target if numeric else 1.0,
        at_most=at_most and numeric,
        unit="" if not numeric or (measure is Measure.MINUTES and unit == "min") else unit,
        question=row["Question"].strip()[:MAX_QUESTION],
        description=description[:500],
        colour=_named(colour) if re.fullmatch(r"#[0-9A-Fa-f]{6}", colour) else "blue",
        archived=row["Archived?"].strip().lower() in ("true", "1"),
    )


def _named(colour: str) -> str:
    """One of ours by name, else as it is."""
    return next((name for name, value in COLOURS.items() if value == int(colour[1:], 16)), colour.upper())


def _schedule(num: int, den: int) -> Schedule:
    if num >= den:
        return DAILY
    if den == 7:
        return Schedule(Form.PER_WEEK, num)
    if den == 30:
        return Schedule(Form.PER_MONTH, num)
    return Schedule(Form.EVERY, min(den, MOST[Form.EVERY]), times=num)


def _events(text: str, habit: Habit) -> tuple[Event, ...]:
    found = []
    for row in csv.DictReader(io.StringIO(text)):
        day, value, note = (
            date.fromisoformat(row["Date"].strip()),
            row["Value"].strip(),
            (row.get("Notes") or "").strip(),
        )
        mark, amount = _mark(value)
        if mark is None and not note:
            continue
        if mark is Mark.ENTRY and amount == 0:
            mark = Mark.NO
        at_utc = (day - date(1970, 1, 1)).days * 86_400.0 + 43_200
        found.append(Event(0, 0, day, at_utc, mark or Mark.NO, amount, remark=note[:500], source="loop"))
    return tuple(sorted(found, key=lambda event: event.day))


def _mark(value: str) -> tuple[Mark | None, float]:
    if value in _DERIVED:
        return None, 0.0
    if value in _STATES:
        return _STATES[value], 1.0 if value == "YES_MANUAL" else 0.0
    return Mark.ENTRY, min(MAX_VALUE, max(0, int(value)) / 1000)
