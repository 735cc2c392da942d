"""The wording of what belongs to a note: its versions, its tasks, and what it is linked with. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import discord
from discord import ui

from bot.notes.markup import tasks_of
from bot.notes.model import Note, Version
from bot.notes.order_model import Connected, Connections, OpenTask
from cogs.cards import CALM, INK
from cogs.notes.render import PAGE, button, shorten

MAX_SHOWN_TASKS = 10
VERSIONS = 8
"""On a page."""
MAX_SHOWN_LINKS = 4


def _box(title: str, colour: discord.Colour = INK) -> tuple[ui.LayoutView, ui.Container[ui.LayoutView]]:
    view = ui.LayoutView(timeout=None)
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=colour)
    box.add_item(ui.TextDisplay(title))
    view.add_item(box)
    return view, box


def versions(note: Note, found: Sequence[Version], offset: int = 0) -> ui.LayoutView:
    """A page of the versions of a note, newest first, each with a button that brings it back."""
    view = ui.LayoutView(timeout=None)
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=CALM)
    box.add_item(ui.TextDisplay(f"Versions of **{shorten(note.title)}**"))
    for version in found[offset : offset + VERSIONS]:
        text = shorten(version.body, 160) or "(no text)"
        line = f"{version.number}: {version.why}, <t:{int(version.made_utc)}:R>\n-# {text}"
        if version.number == note.version:
            box.add_item(ui.TextDisplay(line))
        else:
            again = button("Bring back", "revert", note.id, version.number)
            box.add_item(ui.Section(ui.TextDisplay(line), accessory=again))
    row = [button("Back", "open", note.id)]
    if len(found) > VERSIONS:
        row += [
            button("Newer", "versions", note.id, max(0, offset - VERSIONS), "up", off=offset == 0),
            button("Older", "versions", note.id, offset + VERSIONS, off=offset + VERSIONS >= len(found)),
        ]
    box.add_item(ui.ActionRow(*row))
    view.add_item(box)
    return view


def tasks(found: Sequence[OpenTask], offset: int, today: date, *, more: bool) -> ui.LayoutView:
    """A page of open tasks, each with a button that ticks it."""
    view, box = _box("**Tasks**")
    if not found:
        empty = "Nothing is open. Write `- [ ] something due 2026-12-31` in a note." if offset == 0 else "That is all."
        box.add_item(ui.TextDisplay(empty))
    for task in found:
        line = f"{shorten(task.text, 200)}\n-# {when(task.due, today)}{shorten(task.title, 60)}"
        done = button("Done", "tick", task.note_id, task.line, task.version, offset)
        box.add_item(ui.Section(ui.TextDisplay(line), accessory=done))
    if offset or more:
        box.add_item(
            ui.ActionRow(
                button("Back", "tasks", max(0, offset - PAGE), off=offset == 0),
                button("More", "tasks", offset + PAGE, off=not more),
            )
        )
    return view


def when(due: str | None, today: date) -> str:
    """A due date as people say it, with what follows it; empty without one."""
    if due is None:
        return ""
    days = (date.fromisoformat(due) - today).days
    near = {-1: "due yesterday", 0: "due today", 1: "due tomorrow"}
    return f"**{near.get(days) or (f'overdue since {due}' if days < 0 else f'due {due}')}** · "


def todo(note: Note) -> ui.LayoutView:
    """The tasks of one note, done and open."""
    view, box = _box(f"Tasks of **{shorten(note.title)}**", CALM)
    every = tasks_of(note.body)
    for task in every[:MAX_SHOWN_TASKS]:
        verb = button("Undo" if task.done else "Done", "check", note.id, task.line, note.version, int(not task.done))
        box.add_item(
            ui.Section(ui.TextDisplay(f"{'☑' if task.done else '☐'} {shorten(task.text, 200)}"), accessory=verb)
        )
    if len(every) > MAX_SHOWN_TASKS:
        box.add_item(ui.TextDisplay(f"-# and {len(every) - MAX_SHOWN_TASKS} more in the text"))
    box.add_item(ui.ActionRow(button("Back", "open", note.id)))
    return view


def links(note: Note, found: Connections) -> ui.LayoutView:
    """What a note links to, what links to it, and what might be linked with a tap."""
    view, box = _box(f"Links of **{shorten(note.title)}**", CALM)
    if not found.count and not found.suggested:
        box.add_item(ui.TextDisplay("None yet. Write `[[a note's title]]`, or `supports:: [[a title]]` to say how."))
    opens = 0
    for arrow, ends in (("→", found.links), ("←", found.backlinks)):
        for end in ends[:MAX_SHOWN_LINKS]:
            line: ui.TextDisplay[ui.LayoutView] = ui.TextDisplay(f"{arrow} {_end(end)}")
            if end.note_id is None:
                box.add_item(line)
            else:
                opens += 1  # one note may be at both ends, or linked twice, and no two buttons may have one id
                box.add_item(ui.Section(line, accessory=button("Open", "open", end.note_id, opens)))
        if len(ends) > MAX_SHOWN_LINKS:
            box.add_item(ui.TextDisplay(f"-# {arrow} and {len(ends) - MAX_SHOWN_LINKS} more"))
    for end in found.suggested[: MAX_SHOWN_LINKS - 1]:
        add = button("Link", "link", note.id, end.note_id)
        box.add_item(ui.Section(ui.TextDisplay(f"-# maybe\n{_end(end)}"), accessory=add))
    box.add_item(ui.ActionRow(button("Back", "open", note.id)))
    return view


def _end(end: Connected) -> str:
    missing = "" if end.note_id is not None else " -# (no note of that title yet)"
    return f"{f'*{shorten(end.relation, 30)}* ' if end.relation else ''}{shorten(end.title)}{missing}"
