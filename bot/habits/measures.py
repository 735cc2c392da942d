"""What the amounts of check-ins count, and whether a habit may be measured otherwise without saying what was not. Pure.

Check-ins are never changed, so an old amount is read as the new measure's. It stays true where both count the same:
sessions of a yes-no habit are times, and a count whose unit is minutes is minutes. What was only "done" has no
minutes, and 20 minutes are not 20 pages: there a new habit is begun instead.
"""

from __future__ import annotations

from dataclasses import replace

from bot.habits.model import DAILY, Form, Habit, Measure

TIMES, MINUTES = "times", "minutes"
_NAMES = {"": TIMES, "times": TIMES, "time": TIMES, "x": TIMES, "×": TIMES, "sessions": TIMES}
_NAMES |= dict.fromkeys(("min", "mins", "minute", "minutes"), MINUTES)


def counted(habit: Habit) -> str:
    """What one of an amount is: times, minutes, or the habit's own unit."""
    if habit.measure is Measure.YES_NO:
        return TIMES
    if habit.measure is Measure.MINUTES:
        return MINUTES
    unit = habit.unit.strip().casefold()
    return _NAMES.get(unit, unit)


def same_count(old: Habit, new: Habit) -> bool:
    """True when amounts written down for ``old`` say the same of ``new``. A unit by another name counts the same."""
    return old.measure is new.measure or counted(old) == counted(new)


def remeasured(
    habit: Habit, measure: Measure, target: float | None, at_most: bool | None = None, unit: str | None = None
) -> Habit:
    """The habit with another measure, and what goes with it. Several a day become a day's target, and back."""
    several = habit.schedule.form is Form.PER_DAY and habit.schedule.number > 1
    if measure is Measure.YES_NO:
        return replace(habit, measure=measure, target=1.0, at_most=False, unit="")
    found = replace(
        habit,
        measure=measure,
        at_most=habit.at_most if at_most is None else at_most,
        unit=unit if unit is not None else "" if habit.measure is not measure else habit.unit,
    )
    if several:
        found = replace(found, schedule=DAILY)
    if target is None:
        own = habit.is_numeric and same_count(habit, found)
        target = habit.target if own else float(habit.schedule.number) if several else usual_target(measure)
    return replace(found, target=target)


def usual_target(measure: Measure) -> float:
    """Where none is given."""
    return 10.0 if measure is Measure.MINUTES else 1.0
