"""The layout of the habits' cards; their sentences are in bot/habits/words.py. Pure: values in, views out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import discord

from bot.habits import streak_words, words
from bot.habits.goals import Progress
from bot.habits.model import Event, Habit, colour_value
from bot.habits.schedules import describe_schedule, describe_target
from bot.habits.shelf import Standing
from bot.habits.streak_words import short
from bot.habits.streaks import period_name
from bot.schedule.describe import describe
from bot.schedule.model import Alarm
from cogs.cards import CALM, MAX_TEXT, MENU, PRIMARY, View, button, card, escaped, menus, row

IN_FORM = 3
"""Menus of 25 that a form with two more fields has room for."""


def colour_of(habit: Habit) -> discord.Colour:
    return discord.Colour(colour_value(habit.colour))


# ---- today


def today(
    standings: Sequence[Standing],
    day: date,
    now_day: date,
    events: Sequence[tuple[Habit, Event]],
    notes: Sequence[str] = (),
    undo: int | None = None,
) -> View:
    """One card: what there is, a menu of what was done, and a menu for details."""
    if not standings:
        return card([words.NO_HABITS], colour=CALM)
    title = "Today" if day == now_day else short(day)
    lines = [f"### {title}" + (f" · {short(day)}" if day == now_day else "")]
    if day == now_day and (line := words.way_back_line(standings)):
        notes = [*notes, escaped(line)]
    small = [f"-# {note}" for note in notes]
    lines += [*_listed(standings, MAX_TEXT - len("\n".join([*lines, *small])) - 2), *small]
    stamp = f"{day:%Y%m%d}"
    open_first = sorted(standings, key=lambda one: words.sign(one) == "●")
    options = [_option(one.habit, f"{words.sign(one)} {words.today_line(one)}") for one in open_first if not one.paused]
    rows = menus(f"habit:did:{stamp}", words.PICK_DONE, options, many=True)
    detail = [_event_option(habit, event) for habit, event in reversed(events)]
    rows += menus(f"habit:detail:{stamp}", words.PICK_DETAILS, detail)
    before, after = day - timedelta(days=1), day + timedelta(days=1)
    buttons = [button("◀", f"habit:day:{before:%Y%m%d}"), button("▶", f"habit:day:{after:%Y%m%d}", off=day >= now_day)]
    if day == now_day:
        buttons.append(button("Timer", f"habit:timers:{stamp}"))
    buttons.append(button("Skip or no", f"habit:other:{stamp}"))
    if undo is not None:
        buttons.append(button("Undo", f"habit:undo:{undo}"))
    rows.append(row(*buttons))
    if len(standings) > MENU * IN_FORM:
        rows.append(row(button("Skip or no, the rest", f"habit:other:{stamp}:{MENU * IN_FORM}")))
    return card(lines, rows)


def _listed(standings: Sequence[Standing], room: int) -> list[str]:
    """A line a habit; where that is too much, names only, and then the first of them: the menus have them all."""
    names = [f"{words.sign(one)} **{escaped(one.habit.title)}**" for one in standings]
    tails = [words.today_line(one) for one in standings]
    lines = [f"{name} · {tail}" if tail else name for name, tail in zip(names, tails, strict=True)]
    if len("\n".join(lines)) <= room:
        return lines
    count = len(names)
    while len("\n".join([*names[:count], words.more(len(names) - count)])) > room:
        count -= 1
    return names if count == len(names) else [*names[:count], words.more(len(names) - count)]


def _option(habit: Habit, about: str = "") -> discord.SelectOption:
    return discord.SelectOption(label=habit.title[:100], value=str(habit.id), description=about.strip()[:100] or None)


def _event_option(habit: Habit, event: Event) -> discord.SelectOption:
    return discord.SelectOption(
        label=habit.title[:100], value=str(event.id), description=words.event_line(habit, event)[:100]
    )


def pick(custom_id: str, placeholder: str, standings: Sequence[Standing], *, many: bool = False) -> View:
    options = [_option(one.habit, words.today_line(one)) for one in standings]
    if not options:
        return card([words.NO_HABITS], colour=CALM)
    return card([placeholder], menus(custom_id, placeholder, options, many=many), CALM)


def written(standing: Standing, event: Event) -> View:
    """After one check-in."""
    habit = standing.habit
    lines = [f"**{escaped(habit.title)}** · {escaped(words.saved(standing, event))}"]
    if event.remark:
        lines.append(f"-# {escaped(event.remark)[:300]}")
    buttons = [button("Details", f"habit:more:{event.id}"), button("Undo", f"habit:revoke:{event.id}")]
    return card(lines, [row(*buttons)], colour_of(habit))


def plain(text: str, colour: discord.Colour = CALM) -> View:
    return card([text], colour=colour)


# ---- one habit


def habit(standing: Standing, alarms: Sequence[Alarm], head: str = "", goals: Sequence[Progress] = ()) -> View:
    """The card of ``/habit add`` and ``/habit edit``."""
    one = standing.habit
    lines = [head] if head else []
    lines.append(f"### {escaped(one.title)}")
    lines += words.standing_lines(standing)
    lines += [words.goal_line(one, goal) for goal in goals]
    if one.question:
        lines.append(f"-# Asks: {escaped(one.question)}")
    if one.tag:
        lines.append(f"-# Notes with #{escaped(one.tag)} count.")
    for alarm in alarms:
        lines.append(f"-# Reminder: {'off, ' if alarm.muted else ''}{describe(alarm.rule)}")
    state = "archived" if one.archived else "paused" if standing.paused else ""
    if state:
        lines.append(f"-# This habit is {state}.")
    rows = [
        row(
            button("Edit", f"habit:edit:{one.id}", PRIMARY),
            button("Reminder", f"habit:remind:{one.id}"),
            button("Go on", f"habit:resume:{one.id}") if standing.paused else button("Pause", f"habit:pause:{one.id}"),
            button("Unarchive" if one.archived else "Archive", f"habit:archive:{one.id}"),
            button("Delete", f"habit:delete:{one.id}"),
        ),
        row(button("Goals", f"habit:goals:{one.id}")),
    ]
    if alarms:
        options = [discord.SelectOption(label=describe(alarm.rule)[:100], value=str(alarm.id)) for alarm in alarms]
        rows += menus("remind:open", "Change a reminder…", options)
    return card(lines, rows, colour_of(one))


def deleted(one: Habit) -> View:
    undo = row(button("Undo", f"habit:restore:{one.id}"))
    return card([words.deleted(escaped(one.title))], [undo], CALM)


def anew_offered(one: Habit, wanted: Habit) -> View:
    """Another measure would make the record untrue: what can be done instead."""
    custom_id = f"habit:anew:{one.id}:{wanted.measure}:{wanted.target:g}:{int(wanted.at_most)}:{wanted.unit}"
    return card(
        [f"**{escaped(one.title)}**", *map(escaped, words.other_measure(one, wanted))],
        [row(button("Begin a new habit", custom_id, PRIMARY))],
        colour_of(one),
    )


def begun_anew(new: Habit, old: Habit) -> View:
    buttons = [
        button("Open", f"habit:card:{new.id}"),
        button("The old one", f"habit:card:{old.id}"),
        button("Undo", f"habit:back:{new.id}:{old.id}"),
    ]
    lines = [f"**{escaped(new.title)}**", *(f"-# {escaped(line)}" for line in words.begun_anew(new, old))]
    return card(lines, [row(*buttons)], colour_of(new))


def starters(name: str, choices: Sequence[dict[str, object]]) -> View:
    options = []
    for number, wanted in enumerate(choices):
        one = Habit(**{"id": 0, "user_id": 0, "created": date.min, **wanted})  # type: ignore[arg-type]
        about = " · ".join(part for part in (describe_schedule(one.schedule), describe_target(one)) if part)
        options.append(discord.SelectOption(label=one.title, value=str(number), description=about))
    choose = menus(f"habit:take:{name.replace(' ', '_')}", "Choose…", options, many=True)
    return card([f"### {name.capitalize()}", words.PICK_STARTERS], choose)


def why(standing: Standing) -> View:
    one = standing.habit
    lines = [
        f"### {escaped(one.title)} · why {period_name(one, standing.kept.current)}",
        *streak_words.why_lines(standing),
    ]
    if not standing.streaks.periods:
        lines.append(words.NOTHING_YET)
    lines += [f"-# {line}" for line in streak_words.LEGEND]
    return card(lines, colour=colour_of(one))
