"""What goes out and comes in: a habit with all that is known of it. Pure."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.errors import BadRequest
from bot.habits.goals import SPANS
from bot.habits.model import MAX_HABITS, MAX_VALUE, Event, Habit, Mark, Measure, Pause, Schedule

FORMAT = "inkling-habits"
MAX_EVENTS = 100_000
_FIELDS = ("name", "target", "at_most", "unit", "area", "question", "colour", "emoji", "archived", "tag", "description")


@dataclass(frozen=True, slots=True)
class Parcel:
    """``events`` are those that stand, oldest first. ``goals`` are amounts by span."""

    habit: Habit
    events: tuple[Event, ...]
    pauses: tuple[Pause, ...] = ()
    goals: tuple[tuple[str, float], ...] = ()


def to_json(parcels: Sequence[Parcel]) -> bytes:
    """Everything, readable by ``from_json``."""
    habits = []
    for parcel in parcels:
        habit = parcel.habit
        habits.append(
            {
                **{name: getattr(habit, name) for name in _FIELDS},
                "measure": habit.measure,
                "schedule": habit.schedule.to_text(),
                "created": habit.created.isoformat(),
                "pauses": [[_text(pause.since), _text(pause.until)] for pause in parcel.pauses],
                "goals": dict(parcel.goals),
                "events": [_event(event) for event in parcel.events],
            }
        )
    return json.dumps({"format": FORMAT, "version": 1, "habits": habits}, ensure_ascii=False, indent=1).encode()


def from_json(content: bytes) -> list[Parcel]:
    """Raises BadRequest for what ``to_json`` did not write."""
    try:
        found = json.loads(content)
        if found.get("format") != FORMAT or found.get("version") != 1:
            raise BadRequest("That JSON is not an export of mine.")
        parcels = [_parcel(wanted) for wanted in found["habits"][:MAX_HABITS]]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BadRequest("That JSON cannot be read as an export of mine.") from None
    if sum(len(parcel.events) for parcel in parcels) > MAX_EVENTS:
        raise BadRequest(f"That has more than {MAX_EVENTS} check-ins.")
    return parcels


def _event(event: Event) -> dict[str, Any]:
    return {
        "day": event.day.isoformat(),
        "at": event.at_utc,
        "mark": event.mark,
        "value": event.value,
        "quality": event.quality,
        "feeling": event.feeling,
        "remark": event.remark,
    }


def _parcel(wanted: dict[str, Any]) -> Parcel:
    given = {name: wanted[name] for name in _FIELDS}
    for name in ("name", "unit", "area", "question", "colour", "emoji", "tag", "description"):
        if not isinstance(given[name], str):
            raise TypeError(name)
    habit = Habit(
        **{
            **given,
            "id": 0,
            "user_id": 0,
            "target": float(given["target"]),
            "at_most": bool(given["at_most"]),
            "archived": bool(given["archived"]),
            "measure": Measure(wanted["measure"]),
            "schedule": Schedule.from_text(wanted["schedule"]),
            "created": date.fromisoformat(wanted["created"]),
        }
    )
    events = tuple(
        Event(
            *(0, 0, date.fromisoformat(one["day"]), float(one["at"]), Mark(one["mark"]), float(one["value"])),
            quality=one["quality"] if one["quality"] in (1, 2, 3) else None,
            feeling=str(one["feeling"])[:100],
            remark=str(one["remark"])[:500],
        )
        for one in wanted["events"]
    )
    if any(not 0 <= event.value <= MAX_VALUE or not math.isfinite(event.at_utc) for event in events):
        raise ValueError("an amount or a time outside its limits")
    pauses = tuple(Pause(date.fromisoformat(a), date.fromisoformat(b) if b else None) for a, b in wanted["pauses"])
    goals = tuple((span, float(amount)) for span, amount in wanted.get("goals", {}).items())
    if any(span not in SPANS or not 0 < amount <= MAX_VALUE for span, amount in goals):
        raise ValueError("a goal outside its limits")
    return Parcel(habit, events, pauses, goals)


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
