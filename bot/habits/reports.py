"""Pages of charts: one habit's, and everybody's own overview. Reads what is needed, then draws in a thread."""

from __future__ import annotations

import asyncio
import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from bot.habits import charts, stats
from bot.habits.charts import Chart
from bot.habits.model import Form, Habit, Measure
from bot.habits.service import HabitService
from bot.habits.shelf import Standing
from bot.habits.stats import AreaScore
from bot.habits.strength import scores

ROWS = 20
"""Habits in one picture of a month's checklist; the rest come in further ones."""


@dataclass(frozen=True, slots=True)
class Overview:
    charts: list[Chart]
    areas: list[AreaScore]
    standings: list[Standing]


class HabitReports:
    def __init__(self, habits: HabitService) -> None:
        self._habits = habits

    async def page(self, habit: Habit) -> list[Chart]:
        """The habit's year, strength, weeks and weekdays."""
        history = await self._habits.history(habit)
        today = await self._habits.today(habit.user_id)
        unit = "minutes" if habit.measure is Measure.MINUTES else habit.unit or "times"
        wanted: list[Callable[[], Chart]] = [
            partial(charts.year, habit, stats.cells(history, today), today),
            partial(charts.weeks, habit, stats.weeks(history, today), unit),
            partial(charts.weekdays, habit, stats.weekday_profile(history, today)),
        ]
        if habit.schedule.form is not Form.OCCASIONAL:
            wanted.insert(1, partial(charts.strength, habit, scores(history, today)))
        return await asyncio.to_thread(lambda: [draw() for draw in wanted])

    async def overview(self, user_id: int, month: date | None = None) -> Overview:
        """Strengths and weaknesses per area, and a month's checklist."""
        today = await self._habits.today(user_id)
        habits = await self._habits.listed(user_id)
        histories = [await self._habits.history(habit) for habit in habits]
        events = [await self._habits.events(habit) for habit in habits]
        areas = stats.area_scores(histories, events, today)
        first = (month or today).replace(day=1)
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        rows = stats.month_matrix(histories, first, last, today)
        parts = [rows[at : at + ROWS] for at in range(0, len(rows), ROWS)]
        wanted: list[Callable[[], Chart]] = [
            partial(charts.month, first, part, number + 1, number * ROWS) for number, part in enumerate(parts)
        ]
        if areas:
            wanted.insert(0, partial(charts.areas, areas))
        drawn = await asyncio.to_thread(lambda: [draw() for draw in wanted])
        return Overview(drawn, areas, [await self._habits.standing(habit) for habit in habits])
