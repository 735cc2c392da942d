"""An .xlsx file: a checklist of all habits by day, and a sheet with charts for each. Text is never a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from bot.habits import stats
from bot.habits.exchange import Parcel
from bot.habits.model import QUALITIES, DaySum, History, by_day, colour_value
from bot.habits.strength import scores

DAYS = 366


def to_xlsx(parcels: Sequence[Parcel], today: date) -> bytes:
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    bold = book.add_format({"bold": True})
    day_format = book.add_format({"num_format": "yyyy-mm-dd"})
    percent = book.add_format({"num_format": "0 %"})
    _checklist(book, parcels, today, bold, day_format)
    names: set[str] = {"checklist"}
    for parcel in parcels:
        sheet = book.add_worksheet(_sheet_name(parcel.habit.name, names))
        _habit(book, sheet, parcel, today, (bold, day_format, percent))
    book.close()
    return buffer.getvalue()


def _checklist(book: Any, parcels: Sequence[Parcel], today: date, bold: Any, day_format: Any) -> None:
    sheet = book.add_worksheet("Checklist")
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 0, 12)
    sheet.write_string(0, 0, "Day", bold)
    days = [today - timedelta(days=number) for number in range(DAYS)]
    for row, day in enumerate(days, start=1):
        sheet.write_datetime(row, 0, _moment(day), day_format)
    for column, parcel in enumerate(parcels, start=1):
        sheet.write_string(0, column, parcel.habit.name, bold)
        sums = by_day(list(parcel.events))
        for row, day in enumerate(days, start=1):
            _cell(sheet, row, column, sums.get(day))


def _cell(sheet: Any, row: int, column: int, day: DaySum | None) -> None:
    if day is None or day.is_empty:
        return
    if day.sessions:
        sheet.write_number(row, column, day.total)
    else:
        sheet.write_string(row, column, "skipped" if day.skipped else "no")


def _habit(book: Any, sheet: Any, parcel: Parcel, today: date, formats: tuple[Any, Any, Any]) -> None:
    bold, day_format, percent = formats
    for column, (title, width) in enumerate(
        [("Day", 12), ("What", 10), ("Amount", 10), ("Quality", 11), ("Feeling", 16), ("Remark", 40)]
    ):
        sheet.write_string(0, column, title, bold)
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    for row, event in enumerate(parcel.events, start=1):
        sheet.write_datetime(row, 0, _moment(event.day), day_format)
        sheet.write_string(row, 1, event.mark)
        sheet.write_number(row, 2, event.value)
        sheet.write_string(row, 3, QUALITIES[event.quality - 1] if event.quality else "")
        sheet.write_string(row, 4, event.feeling)
        sheet.write_string(row, 5, event.remark)
    history = History(parcel.habit, by_day(list(parcel.events)), parcel.pauses)
    _series(sheet, 7, "Week from", "Total", stats.weeks(history, today, 26), bold, day_format, None)
    _series(sheet, 10, "Day", "Strength", scores(history, today)[-365:], bold, day_format, percent)
    for kind, column, title, row, count in (
        ("column", 7, "A week", 1, 26),
        ("line", 10, "Strength", 18, len(scores(history, today)[-365:])),
    ):
        chart = book.add_chart({"type": kind})
        name = sheet.get_name()
        colour = {"color": f"#{colour_value(parcel.habit.colour):06X}"}
        chart.add_series(
            {
                "name": title,
                "categories": [name, 1, column, max(1, count), column],
                "values": [name, 1, column + 1, max(1, count), column + 1],
                "fill" if kind == "column" else "line": colour,
            }
        )
        chart.set_title({"name": title})
        chart.set_legend({"none": True})
        sheet.insert_chart(row, 13, chart)


def _series(
    sheet: Any,
    column: int,
    first: str,
    second: str,
    rows: Sequence[tuple[date, float]],
    bold: Any,
    day: Any,
    number: Any,
) -> None:
    sheet.write_string(0, column, first, bold)
    sheet.write_string(0, column + 1, second, bold)
    sheet.set_column(column, column, 12)
    for row, (when, value) in enumerate(rows, start=1):
        sheet.write_datetime(row, column, _moment(when), day)
        sheet.write_number(row, column + 1, value, number)


def _sheet_name(name: str, taken: set[str]) -> str:
    """Excel takes 31 characters, some not at all, and each name once."""
    base = re.sub(r"[\[\]:*?/\\']", " ", name).strip()[:26] or "Habit"
    found, number = base, 2
    while found.casefold() in taken or found.casefold() == "history":
        found, number = f"{base} {number}", number + 1
    taken.add(found.casefold())
    return found


def _moment(day: date) -> Any:
    from datetime import datetime, time

    return datetime.combine(day, time())
