"""Every sentence about habits that the bot says: facts and choices, never pressure (tests/habits/test_words.py).

Pure text; layout is in cogs/habits/render.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.habits.goals import Progress
from bot.habits.goals import describe as describe_goal
from bot.habits.model import QUALITIES, DaySum, Event, Form, Habit, Mark
from bot.habits.schedules import amount, describe_measure, describe_schedule, describe_target
from bot.habits.shelf import Standing
from bot.habits.stats import AreaScore
from bot.habits.streak_words import neutral_note, short
from bot.habits.streaks import period_name, target_a_day
from bot.schedule.describe import describe
from bot.schedule.model import Alarm

NO_HABITS = "No habits yet. `/habit add` makes one, or take some from a set: `/habit add set: mind gym`."
PICK_DONE = "What did you do?"
PICK_DETAILS = "Add details to…"
PICK_TIMER = "Start or stop a timer…"
PICK_STARTERS = "Choose some; you can change or delete each one later."
UNDONE = "Taken back."
ADDED = "Added."
NOTHING_YET = "Nothing to count yet."
ASK_AFTER_SILENCE = (
    "These reminders have gone unanswered for a while. Do you want to keep them? Nothing changes unless you choose."
)
AFTER_SILENCE = (("keep", "Keep"), ("fewer", "Fewer"), ("stop", "Stop"))
KEPT_AS_IS = "They stay as they are."
NO_TARGET = "A yes-no habit is done or not, so it has no target. Give a measure too: `measure: minutes`."
STOPPED = "They are off. `/habit edit` turns them on again."


def for_day(day: date) -> str:
    return f"For {short(day)}."


def reminder_lines(standing: Standing) -> tuple[str, ...]:
    """The fact: where it stands."""
    lines = []
    if line := progress(standing):
        lines.append(line)
    if standing.kept.current:
        lines.append(f"{period_name(standing.habit, standing.kept.current)} in a row so far.")
    return tuple(lines)


def progress(standing: Standing) -> str:
    """ "10 of 30 min today", "1 of 3 this week"; empty where nothing is to be said."""
    habit, periods = standing.habit, standing.streaks.periods
    if habit.schedule.by_day:
        return day_progress(habit, standing.today)
    if not periods:
        return ""
    last = periods[-1]
    name = {Form.PER_WEEK: "this week", Form.PER_MONTH: "this month"}.get(habit.schedule.form, "this round")
    if habit.schedule.number > 1 and habit.schedule.form is not Form.EVERY:
        return f"{last.days_done} of {habit.schedule.number} {name}"
    if habit.is_numeric:
        return f"{amount(habit, round(last.share * habit.target, 1))} of {describe_target(habit)} {name}"
    return f"{'done' if last.share >= 1 else 'open'} {name}"


def day_progress(habit: Habit, day: DaySum) -> str:
    need = target_a_day(habit)
    if habit.at_most:
        return f"{day.total:g} of {describe_target(habit)}"
    if need > 1 or habit.is_numeric:
        return f"{day.total:g} of {amount(habit, need)}".replace("×", " times")
    return ""


def sign(standing: Standing) -> str:
    """The mark before a habit in the list."""
    day = standing.today
    if day.skipped and not day.sessions:
        return "–"
    if standing.paused:
        return "‖"
    if day.refused and not day.sessions:
        return "✗"
    if day.sessions:
        need = target_a_day(standing.habit) if standing.habit.schedule.by_day else 0
        return "●" if standing.habit.at_most or day.total >= need else "◐"
    return "○"


def more(count: int) -> str:
    return f"-# and {count} more, all of them in the menus"


def streak(standing: Standing) -> str:
    kept = standing.kept
    return period_name(standing.habit, kept.current) if kept.current else ""


def today_line(standing: Standing) -> str:
    parts = [progress(standing), streak(standing)]
    if standing.kept.current and (note := neutral_note(standing, 3, most=1)):
        parts.append(note[:1].lower() + note[1:])
    if standing.timer_utc is not None:
        parts.append(f"timer since <t:{int(standing.timer_utc)}:t>")
    if standing.paused:
        parts = ["paused"]
    return " · ".join(part for part in parts if part)


def way_back_line(standings: Sequence[Standing]) -> str:
    """For the day's card: one habit that lapsed lately, if any."""
    for standing in standings:
        if standing.streaks.lapsed and not standing.paused and standing.today.is_empty:
            return f"{standing.habit.name}: {way_back(standing)}"
    return ""


def way_back(standing: Standing) -> str:
    """After a lapse: what is still there, and the smallest next step."""
    habit, kept = standing.habit, standing.kept
    share = round(kept.strength * 100)
    small = f"Even a little counts: {amount(habit, max(1, round(habit.target / 4)))}." if habit.is_numeric else ""
    text = f"A new start whenever you like. Your strength is still at {share}%."
    return f"{text} {small}".strip()


def standing_lines(standing: Standing) -> list[str]:
    """The head of a habit's page."""
    habit, kept = standing.habit, standing.kept
    target = describe_target(habit)
    lines = [f"{describe_schedule(habit.schedule)}{' · ' + target if target else ''} · {habit.area}"]
    if habit.schedule.form is not Form.OCCASIONAL:
        lines.append(
            f"Now **{period_name(habit, kept.current)}** · best {period_name(habit, kept.best)}"
            f" · strength {round(kept.strength * 100)}%"
        )
        if kept.freezes:
            lines.append(f"{kept.freezes} {'freeze' if kept.freezes == 1 else 'freezes'} in hand")
        if note := neutral_note(standing):
            lines.append(note)
        if standing.streaks.lapsed:
            lines.append(way_back(standing))
    return lines


def event_line(habit: Habit, event: Event) -> str:
    """One check-in in words."""
    if event.mark is Mark.SKIP:
        return f"skipped{': ' + event.remark if event.remark else ''}"
    if event.mark is Mark.NO:
        return "no"
    parts = [amount(habit, event.value) if habit.is_numeric or event.value != 1 else "done"]
    if event.quality:
        parts.append(QUALITIES[event.quality - 1])
    if event.feeling:
        parts.append(event.feeling)
    return ", ".join(parts)


def saved(standing: Standing, event: Event) -> str:
    """After a check-in: what was written down, and where it stands."""
    when = "" if event.day == standing.kept.as_of else f" for {short(event.day)}"
    tail = " · ".join(part for part in (progress(standing), streak(standing)) if part)
    return f"{event_line(standing.habit, event)}{when}{' · ' + tail if tail else ''}"


def fewer(alarm: Alarm) -> str:
    return f"From now on {describe(alarm.rule)}."


def other_measure(habit: Habit, wanted: Habit) -> tuple[str, ...]:
    """Why a measure cannot simply be changed."""
    was, would = describe_measure(habit), describe_measure(wanted)
    return (
        f"Its check-ins were written down as {was}. Read as {would} they would say what was not so, and they stay as"
        " they are.",
        f"A new habit can begin today as {would}, with the same name, schedule, tag and reminders. This one goes into"
        " the archive with its streak and its charts.",
    )


def begun_anew(new: Habit, old: Habit) -> tuple[str, ...]:
    target = describe_target(new)
    return (
        f"Begins today: {describe_schedule(new.schedule)}{' · ' + target if target else ''}. Its reminders came along.",
        f"What was is in the archive as {old.name}.",
    )


def deleted(title: str) -> str:
    return f"{title} is deleted. You can bring it back for 30 days."


DONE = "Done."
SKIPPED = "Skipped."
NOT_UNDERSTOOD = "I read replies like “done”, “20 min, good”, “no” or “skip: ill”."
NOT_UNDERSTOOD_PLAIN = "I read replies like “done”, “skip” or “in 2 hours”."


def again_at(utc: float) -> str:
    return f"Again <t:{int(utc)}:f>."


def shared_lines(standing: Standing) -> list[str]:
    """What others may see: no remarks, no feelings."""
    habit, kept = standing.habit, standing.kept
    line = describe_schedule(habit.schedule)
    if target := describe_target(habit):
        line += f" · {target}"
    if habit.schedule.form is Form.OCCASIONAL:
        return [line]
    return [line, f"**{period_name(habit, kept.current)}** in a row · strength {round(kept.strength * 100)}%"]


def area_lines(areas: Sequence[AreaScore]) -> list[str]:
    """The strongest and the weakest area of the last 30 days."""
    if not areas:
        return ["Charts begin with your first check-ins."]
    if len(areas) == 1:
        return [f"{areas[0].area} {round(areas[0].whole * 100)}%"]
    first, last = areas[0], areas[-1]
    return [
        f"Strongest: **{first.area}** {round(first.whole * 100)}%",
        f"Most room: **{last.area}** {round(last.whole * 100)}%",
    ]


def goal_line(habit: Habit, found: Progress) -> str:
    return describe_goal(amount(habit, found.goal.amount), found)
