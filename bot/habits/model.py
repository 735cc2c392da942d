"""Habits and check-ins: plain frozen values. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

MAX_NAME, MAX_QUESTION, MAX_UNIT, MAX_AREA, MAX_REMARK = 60, 120, 20, 30, 500
MAX_HABITS = 100
MAX_VALUE = 100_000.0
AREAS = ("Mind", "Body", "Creativity", "Social", "Rest", "Work", "Other")
COLOURS = {
    "blue": 0x4C72B0,
    "orange": 0xDD8452,
    "green": 0x55A868,
    "purple": 0x8172B3,
    "pink": 0xDA8BC3,
    "teal": 0x64B5CD,
    "sand": 0xCCB974,
    "grey": 0x8C8C8C,
}
QUALITIES = ("moderate", "good", "excellent")
"""A session's quality is 1, 2 or 3."""


class Measure(StrEnum):
    """What is written down of a session."""

    YES_NO = "yes-no"
    COUNT = "count"
    MINUTES = "minutes"


class Form(StrEnum):
    """How often. ``PER_DAY`` several a day, ``DAYS`` on given weekdays, ``EVERY`` once in so many days."""

    PER_DAY = "day"
    PER_WEEK = "week"
    PER_MONTH = "month"
    DAYS = "days"
    EVERY = "every"
    OCCASIONAL = "occasional"


MOST = {Form.PER_DAY: 24, Form.PER_WEEK: 7, Form.PER_MONTH: 31, Form.EVERY: 365, Form.OCCASIONAL: 1}
"""The highest number of a schedule."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """``number`` is how many a day, week or month, or the days of a round, in which it is due ``times`` times.

    ``weekdays`` are for DAYS, 0 for Monday.
    """

    form: Form
    number: int = 1
    weekdays: frozenset[int] = frozenset()
    times: int = 1

    def to_text(self) -> str:
        """``week:3``, ``days:0,1,4``, ``every:14x3``; ``from_text`` reads it."""
        if self.form is Form.DAYS:
            return f"days:{','.join(map(str, sorted(self.weekdays)))}"
        return f"{self.form}:{self.number}" + (f"x{self.times}" if self.times > 1 else "")

    @classmethod
    def from_text(cls, text: str) -> Schedule:
        form, _, rest = text.partition(":")
        if form == Form.DAYS:
            return cls(Form.DAYS, 1, frozenset(int(day) for day in rest.split(",")))
        number, _, times = rest.partition("x")
        return cls(Form(form), int(number), times=int(times or 1))

    @property
    def is_possible(self) -> bool:
        """Within the limits of what people may write; files may say anything."""
        if self.form is Form.DAYS:
            return bool(self.weekdays) and self.weekdays <= frozenset(range(7))
        return 1 <= self.number <= MOST[self.form] and 1 <= self.times <= self.number

    @property
    def by_day(self) -> bool:
        """True when every day is looked at by itself."""
        return self.form in (Form.PER_DAY, Form.DAYS)

    def frequency(self) -> tuple[int, int]:
        """Loop's numerator and denominator: so many times in so many days."""
        if self.form is Form.PER_WEEK:
            return self.number, 7
        if self.form is Form.PER_MONTH:
            return self.number, 30
        if self.form is Form.DAYS:
            return len(self.weekdays), 7
        if self.form is Form.EVERY:
            return self.times, self.number
        return (1, 1) if self.form is Form.PER_DAY else (1, 30)


def colour_value(name: str) -> int:
    """0xRRGGBB of one of ``COLOURS`` or of "#rrggbb"."""
    return int(name[1:], 16) if name.startswith("#") else COLOURS[name]


DAILY = Schedule(Form.PER_DAY)


@dataclass(frozen=True, slots=True)
class Habit:
    """``target`` is per day for daily schedules (sessions for yes-no), else per period or per counted day.

    ``at_most`` makes it a limit. ``created`` is the first local day that counts.
    """

    id: int
    user_id: int
    name: str
    measure: Measure
    schedule: Schedule
    created: date
    target: float = 1.0
    at_most: bool = False
    unit: str = ""
    area: str = "Other"
    question: str = ""
    colour: str = "blue"
    emoji: str = ""
    position: int = 0
    archived: bool = False
    deleted_utc: float | None = None
    tag: str = ""
    description: str = ""

    @property
    def is_numeric(self) -> bool:
        return self.measure is not Measure.YES_NO

    @property
    def shown_unit(self) -> str:
        if self.measure is Measure.MINUTES:
            return self.unit or "min"
        return self.unit

    @property
    def title(self) -> str:
        return f"{self.emoji} {self.name}" if self.emoji else self.name


class Mark(StrEnum):
    """What an event says. ``VOID`` takes back the event that it names."""

    ENTRY = "entry"
    NO = "no"
    SKIP = "skip"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Event:
    """One immutable check-in. ``day`` is the local day that it counts for; ``value`` sessions, a count or minutes."""

    id: int
    habit_id: int
    day: date
    at_utc: float
    mark: Mark
    value: float = 0.0
    quality: int | None = None
    feeling: str = ""
    remark: str = ""
    voids: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Pause:
    """Both days included; ``until`` None: until it is ended."""

    since: date
    until: date | None = None

    def covers(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class DaySum:
    """All of one day's events."""

    total: float = 0.0
    sessions: int = 0
    skipped: bool = False
    refused: bool = False
    reason: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.sessions or self.skipped or self.refused)


def live(events: list[Event]) -> list[Event]:
    """Without those taken back, oldest first."""
    gone = {event.voids for event in events if event.mark is Mark.VOID}
    kept = [event for event in events if event.mark is not Mark.VOID and event.id not in gone]
    return sorted(kept, key=lambda event: (event.day, event.at_utc, event.id))


def by_day(events: list[Event]) -> dict[date, DaySum]:
    """The same whatever the order of ``events``."""
    days: dict[date, DaySum] = {}
    for event in live(events):
        known = days.get(event.day, DaySum())
        days[event.day] = DaySum(
            total=known.total + (event.value if event.mark is Mark.ENTRY else 0.0),
            sessions=known.sessions + (event.mark is Mark.ENTRY),
            skipped=known.skipped or event.mark is Mark.SKIP,
            refused=known.refused or event.mark is Mark.NO,
            reason=event.remark if event.mark is Mark.SKIP else known.reason,
        )
    return days


@dataclass(frozen=True, slots=True)
class History:
    """All that streaks and strength are derived from. ``travel`` are days that a change of time zone cut short."""

    habit: Habit
    days: dict[date, DaySum] = field(default_factory=dict)
    pauses: tuple[Pause, ...] = ()
    travel: frozenset[date] = frozenset()

    @property
    def begin(self) -> date:
        return min([self.habit.created, *self.days])
