"""The wording of export, import and erasing. Pure."""

from __future__ import annotations

from collections.abc import Sequence

import discord
from discord import ui

from bot.notes.importing import Taken
from bot.notes.workshop import Progress
from cogs.notes.render import CALM, INK, button, shorten
from cogs.words import counted

MAX_LINES = 15
ERASE_WORD = "erase"
ERASE_HINT = "Erases all your notes, their versions and files. Type erase to go on."
NOT_ERASED = "Nothing was erased: the word was not “erase”."
BY_DIRECT_MESSAGE = "They are in our direct messages."
CLOSED_DMS = "Your direct messages are closed, so I cannot send that many zips. Open them, or export without files."


def working(progress: Progress) -> str:
    """What is being done and how far it is; bytes are shown as per cent."""
    if not progress.total:
        return f"{progress.what or 'Beginning'} …"
    if progress.total > 1_000_000:
        return f"{progress.what} … {100 * progress.done // progress.total} %"
    return f"{progress.what} … {progress.done:,} of {progress.total:,}"


def exported(notes: int, files: int, zips: int, lines: Sequence[str], *, direct: bool, as_json: bool) -> ui.LayoutView:
    what = counted(notes, "note") + (f" and {counted(files, 'file')}" if files else "")
    text = f"{what}, as JSON." if as_json else f"{what} in {counted(zips, 'zip')} of Markdown."
    if direct:
        text += f" {BY_DIRECT_MESSAGE}"
    if not as_json:
        text += "\n-# Unpack it and open the folder in Obsidian or any editor. `/notes import` reads it again."
    return _box(
        [text, *_losses("Left out", lines)],
        [button("Erase all my notes", "erase", style=discord.ButtonStyle.danger)],
    )


def imported(taken: Sequence[Taken], refused: Sequence[tuple[str, str]]) -> ui.LayoutView:
    """``refused`` are the uploads that could not be read, each with its reason."""
    added, changed = sum(one.added for one in taken), sum(one.changed for one in taken)
    same, files = sum(one.same for one in taken), sum(one.files for one in taken)
    text = f"**{counted(added, 'note')} taken over**" + (f", with {counted(files, 'file')}" if files else "")
    parts = [f"{counted(changed, 'note')} got a newer version"] if changed else []
    parts += [f"{counted(same, 'note')} were here already" if same > 1 else "1 note was here already"] if same else []
    lines = [text, *parts] if taken else []
    lines += [f"**{shorten(name, 60)}**: {reason}" for name, reason in refused]
    lines += _losses("Not taken along", [line for one in taken for line in one.lines])
    ids = "-".join(str(one.import_id) for one in taken if one.added)
    row = [button("Undo", "unimport", ids)] if ids else []
    return _box(lines, row)


def undone(count: int) -> str:
    return f"Taken back: {counted(count, 'note')} in the trash for 30 days."


def erased(count: int) -> str:
    return f"Erased: {counted(count, 'note')}. Nothing of them is left here."


def _losses(title: str, lines: Sequence[str]) -> list[str]:
    if not lines:
        return []
    shown = [f"-# · {shorten(line, 200)}" for line in lines[:MAX_LINES]]
    more = [f"-# · and {len(lines) - MAX_LINES} more"] if len(lines) > MAX_LINES else []
    return [f"-# {title}:", *shown, *more]


def _box(lines: Sequence[str], row: Sequence[ui.Button[ui.LayoutView]]) -> ui.LayoutView:
    view = ui.LayoutView(timeout=None)
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=INK if row else CALM)
    box.add_item(ui.TextDisplay("\n".join(lines)[:3900]))
    if row:
        box.add_item(ui.ActionRow(*row))
    view.add_item(box)
    return view
