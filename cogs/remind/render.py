"""All the wording and layout of reminders. Pure: values in, views out."""

from __future__ import annotations

from collections.abc import Sequence

import discord
from discord import ui

from bot.people.model import Person
from bot.schedule.describe import describe
from bot.schedule.model import PLAIN, Alarm, Item, Occurrence, State
from bot.schedule.recurrence import to_local
from cogs.cards import CALM, INK, MAX_TEXT, PRIMARY, Button, View, button, card, escaped, fitted, row

PAGE = 15
MAX_TITLE = 300
"""Characters of a reminder's text that are shown."""

NO_ZONE = "Times are in UTC, for I don't know your time zone. Set it once with `/settings timezone`."
RECURS = "A habit's reminder recurs: write for example “every day 20:00”. For once there is `/remind me`."
NOTHING = "No reminders yet.\n-# For example `/remind me when: weekdays 20:00 what: stretch`"
REMOVED = "Removed."


def when(utc: float, zone: str) -> str:
    """ "Fri 27 Nov, 20:00"."""
    local = to_local(utc, zone)
    return f"{local:%a} {local.day} {local:%b}, {local:%H:%M}"


# ---- making one


def proposal(alarm: Alarm, next_times: Sequence[float], notes: Sequence[str], person: Person) -> View:
    """What was understood, to be saved or changed."""
    lines = [f"**{escaped(alarm.text, MAX_TITLE)}**", _capital(describe(alarm.rule))]
    lines += [f"-# {line}" for line in _next_lines(next_times, alarm.rule.zone)]
    lines += [f"-# {note}" for note in notes]
    if person.zone is None:
        lines.append(f"-# {NO_ZONE}")
    if next_times and (waits := person.after_quiet(next_times[0])) != next_times[0]:
        came = f"it waits until {when(waits, alarm.rule.zone)}"
        if alarm.kind == PLAIN:
            came = "you chose the time, so it comes all the same"
        lines.append(f"-# That is in your quiet hours: {came}.")
    if alarm.channel_id is not None:
        lines.append("-# It comes in this channel, where everyone here sees it.")
    lines.append("-# Nothing is saved yet.")
    buttons = [
        button("Save", f"remind:save:{alarm.id}", PRIMARY),
        button("Change", f"remind:change:{alarm.id}"),
        button("Discard", f"remind:discard:{alarm.id}"),
    ]
    return card(lines, [row(*buttons)])


def _next_lines(times: Sequence[float], zone: str) -> list[str]:
    if len(times) == 1:
        return [f"{when(times[0], zone)} · <t:{int(times[0])}:R>"]
    return [f"Next: {when(times[0], zone)} · <t:{int(times[0])}:R>", *(f"then {when(t, zone)}" for t in times[1:])]


def saved(alarm: Alarm, next_times: Sequence[float]) -> View:
    """One alarm with what can be done to it."""
    lines = [f"**{escaped(alarm.text, MAX_TITLE)}**", _capital(describe(alarm.rule))]
    if alarm.link:
        lines.append(f"-# About [this message]({alarm.link})")
    if alarm.muted:
        lines.append("-# Muted: it says nothing until you unmute it.")
    elif next_times:
        lines.append(f"-# Saved. Next: {when(next_times[0], alarm.rule.zone)} · <t:{int(next_times[0])}:R>")
    mute = button("Unmute", f"remind:unmute:{alarm.id}") if alarm.muted else button("Mute", f"remind:hush:{alarm.id}")
    buttons = [button("Change", f"remind:change:{alarm.id}"), button("Remove", f"remind:remove:{alarm.id}")]
    if alarm.rule.recurs:
        buttons.insert(1, mute)
    return card(lines, [row(*buttons)], CALM if alarm.muted else INK)


def removed(alarm: Alarm) -> View:
    return card(
        [REMOVED, f"-# {escaped(alarm.text, MAX_TITLE)}"], [row(button("Undo", f"remind:save:{alarm.id}"))], CALM
    )


def discarded() -> View:
    return card(["Nothing was saved."], colour=CALM)


def listing(alarms: Sequence[Alarm], page: int) -> View:
    """One page of what is to come, and a menu to open one."""
    if not alarms:
        return card([NOTHING], colour=CALM)
    pages = (len(alarms) + PAGE - 1) // PAGE
    page = min(max(page, 0), pages - 1)
    shown = alarms[page * PAGE : (page + 1) * PAGE]
    lines = ["### Your reminders" + (f" · page {page + 1} of {pages}" if pages > 1 else "")]
    for alarm in shown:
        state = "muted" if alarm.muted else f"<t:{int(alarm.next_utc or 0)}:R>"
        lines.append(f"**{escaped(alarm.text, 80)}** · {state}\n-# {describe(alarm.rule)}")
    view = ui.LayoutView(timeout=None)
    box: ui.Container[View] = ui.Container(accent_colour=INK)
    box.add_item(ui.TextDisplay("\n".join(lines)))
    options = [
        discord.SelectOption(label=_plain(alarm.text), value=str(alarm.id), description=_cut(describe(alarm.rule)))
        for alarm in shown
    ]
    menu: ui.Select[View] = ui.Select(custom_id="remind:open", placeholder="Change or remove one…", options=options)
    box.add_item(ui.ActionRow(menu))
    if pages > 1:
        box.add_item(
            ui.ActionRow(
                ui.Button(label="Back", custom_id=f"remind:page:{page - 1}", disabled=page == 0),
                ui.Button(label="More", custom_id=f"remind:page:{page + 1}", disabled=page == pages - 1),
            )
        )
    view.add_item(box)
    return view


def _plain(text: str) -> str:
    return _cut(" ".join(text.split())) or "…"


def _cut(text: str, longest: int = 100) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"


# ---- when it comes


def reminder(items: Sequence[Item], now_utc: float, *, mention: int | None = None, snoozing: int | None = None) -> View:
    """The message of one occurrence or several. ``snoozing`` is the one whose times to choose from are shown."""
    if len(items) > 1:
        return _bundle(items, mention)
    item = items[0]
    lines = [_title(item, mention), *(f"-# {line}" for line in _details(item))]
    rows = [_snooze_row(item.occurrence)] if snoozing == item.occurrence.id else [_answer_row(item)]
    if item.face.extra and _is_open(item.occurrence):
        rows.append(_extra_row(item))
    return card(lines, [row(*buttons) for buttons in rows if buttons], INK if _is_open(item.occurrence) else CALM)


def _is_open(one: Occurrence) -> bool:
    return one.answer is None and not one.alarm.muted and not _is_snoozed(one)


def _is_snoozed(one: Occurrence) -> bool:
    return one.state is State.PENDING and one.snoozes > 0 and one.attempts == 0


def _title(item: Item, mention: int | None = None) -> str:
    one = item.occurrence
    mark = {"done": "✓ ", "skip": "– "}.get(one.answer or "", "")
    who = f"<@{mention}> " if mention else ""
    return f"{who}{mark}**{escaped(item.face.title, MAX_TITLE)}**"


def _details(item: Item) -> list[str]:
    one = item.occurrence
    zone = one.alarm.rule.zone
    lines = list(item.face.lines)
    if one.alarm.link:
        lines.append(f"About [this message]({one.alarm.link})")
    if one.answer == "done":
        return [*lines, "Done."]
    if one.answer == "skip":
        return [*lines, "Skipped."]
    if one.alarm.muted:
        return [*lines, "Muted: it says nothing until you unmute it."]
    if _is_snoozed(one):
        return [*lines, f"Again {when(one.send_utc, zone)} · <t:{int(one.send_utc)}:R>"]
    if item.late:
        lines.append(f"Late: it was due {when(one.due_utc, zone)}, while I could not reach you.")
    return lines


def _answer_row(item: Item) -> list[Button]:
    one = item.occurrence
    if one.answer is not None:
        return [button("Undo", f"remind:undo:{one.id}")]
    if one.alarm.muted:
        return [button("Unmute", f"remind:speak:{one.id}")]
    found = [_done(item)]
    found += [button("Snooze", f"remind:snooze:{one.id}"), button("Skip", f"remind:skip:{one.id}")]
    if one.alarm.rule.recurs:
        found.append(button("Mute", f"remind:mute:{one.id}"))
    return found


def _extra_row(item: Item) -> list[Button]:
    return [button(label, custom_id) for label, custom_id in item.face.extra]


def _done(item: Item) -> Button:
    return button(item.face.done, item.face.done_id or f"remind:done:{item.occurrence.id}", PRIMARY)


def _snooze_row(one: Occurrence) -> list[Button]:
    times = (("10 min", "10m"), ("1 h", "1h"), ("Tonight", "tonight"), ("Other…", "other"), ("Back", "back"))
    return [button(label, f"remind:for:{word}:{one.id}") for label, word in times]


def _bundle(items: Sequence[Item], mention: int | None) -> View:
    view = ui.LayoutView(timeout=None)
    box: ui.Container[View] = ui.Container(accent_colour=INK)
    if mention:
        box.add_item(ui.TextDisplay(f"<@{mention}>"))
    for item in items:
        text = fitted([_title(item), *(f"-# {line}" for line in _details(item))], MAX_TEXT // len(items) - 10)
        one = item.occurrence
        accessory = button("Undo", f"remind:undo:{one.id}") if one.answer else _done(item)
        box.add_item(ui.Section(ui.TextDisplay(text), accessory=accessory))
    waiting = [item for item in items if _is_open(item.occurrence)]
    asking = [item for item in waiting if item.face.extra]
    if asking and len(items) < Item.MOST:
        box.add_item(row(*_extra_row(asking[0])))
    if waiting:
        first = items[0].occurrence.id
        rest = "the rest" if len(waiting) < len(items) else "all"
        both = [
            button(f"Snooze {rest} 1 h", f"remind:rest:snooze:{first}"),
            button(f"Skip {rest}", f"remind:rest:skip:{first}"),
        ]
        box.add_item(row(*both))
    view.add_item(box)
    return view


def kept(items: Sequence[Item]) -> str:
    count = len(items)
    return f"I could not write to you, so I kept {'this' if count == 1 else f'these {count}'} for you:"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
