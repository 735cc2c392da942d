"""A year of four habits: what was done on which day, the same each time. Pure."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bot.habits.model import Form, Mark, Measure, Schedule

DAYS = 365
AWAY = range(205, 217)  # days of the year on which nobody was at home
SEED = 7


@dataclass(frozen=True, slots=True)
class Sample:
    """``fields`` are those of a Habit. ``often`` is how likely a day has a session, at the year's begin and its end."""

    fields: dict[str, Any]
    often: tuple[float, float]
    amounts: tuple[float, ...] = (1.0,)
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    day: date
    mark: Mark
    value: float
    quality: int | None = None
    remark: str = ""


SAMPLES = (
    Sample(
        {
            "name": "Read",
            "measure": Measure.MINUTES,
            "target": 20.0,
            "area": "Mind",
            "colour": "blue",
            "emoji": "📖",
            "question": "Did you read today?",
        },
        (0.55, 0.93),
        (15.0, 20.0, 20.0, 25.0, 30.0, 45.0),
        ("The Left Hand of Darkness", "poems on the train", "finished the chapter", "a long essay on ink"),
    ),
    Sample(
        {
            "name": "Run",
            "schedule": Schedule(Form.PER_WEEK, 3),
            "area": "Body",
            "colour": "green",
            "emoji": "🏃",
        },
        (0.34, 0.52),
        remarks=("5 km along the river", "slow, and rain", "new shoes", "with Mia"),
    ),
    Sample(
        {
            "name": "Sketch",
            "measure": Measure.COUNT,
            "target": 1.0,
            "unit": "pages",
            "area": "Creativity",
            "colour": "purple",
            "emoji": "✏️",
        },
        (0.30, 0.80),
        (1.0, 1.0, 1.0, 2.0, 3.0),
        ("hands, again", "the harbour", "trees from memory", "portrait of Sam"),
    ),
    Sample(
        {
            "name": "Coffee",
            "measure": Measure.COUNT,
            "target": 2.0,
            "at_most": True,
            "unit": "cups",
            "area": "Body",
            "colour": "orange",
            "emoji": "☕",
        },
        (0.97, 0.97),
        (1.0, 1.0, 2.0, 2.0, 2.0, 3.0),
    ),
)


def entries(sample: Sample, today: date) -> Iterator[Entry]:
    """The year up to yesterday, oldest first; today is left to whoever looks."""
    chance = random.Random(f"{SEED} {sample.fields['name']}")  # noqa: S311 - a sample, the same each time
    first, last = sample.often
    for number in range(DAYS):
        day = today - timedelta(days=DAYS - number)
        if number in AWAY:
            if number == AWAY[0] and not sample.fields.get("at_most"):
                yield Entry(day, Mark.SKIP, 0.0, remark="on holiday")
            continue
        likely = first + (last - first) * number / DAYS
        if chance.random() < likely or number >= DAYS - 6:
            remark = chance.choice(sample.remarks) if sample.remarks and chance.random() < 0.12 else ""
            quality = chance.choice((1, 2, 2, 3)) if chance.random() < 0.3 else None
            yield Entry(day, Mark.ENTRY, chance.choice(sample.amounts), quality, remark)
