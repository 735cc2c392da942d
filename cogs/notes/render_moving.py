"""The wording of export, import and erasing. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import discord
from discord import ui

from bot.notes.importing import Taken
from bot.notes.workshop import Progress
from cogs.cards import CALM, INK
from cogs.notes.render import button, shorten
from cogs.words import counted, listed

MAX_LINES = 15
ERASE_WORD = "erase"
ERASE_HINT = "Type erase to go on. It cannot be undone."
BESIDE = {
    "books": ("book", "books"),
    "review": ("review card", "review cards"),
    "summaries": ("summary", "summaries"),
}
"""What hangs on notes, by companion."""
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


def erasing(notes: int, beside: Mapping[str, int]) -> str:
    """What would be erased, before it is."""
    parts = [f"{counted(notes, 'note')} with all versions and files", *_beside(beside)]
    return f"This erases {listed(parts)}, the trash included, from this machine for good."


def exported(
    notes: int,
    files: int,
    zips: int,
    lines: Sequence[str],
    beside: Mapping[str, int],
    *,
    direct: bool,
    as_json: bool,
) -> ui.LayoutView:
    what = listed([counted(notes, "note"), *([counted(files, "file")] if files else []), *_beside(beside)])
    text = f"{what}, as JSON." if as_json else f"{what} in {counted(zips, 'zip')} of Markdown."
    if direct:
        text += f" {BY_DIRECT_MESSAGE}"
    if not as_json:
        text += (
            "\n-# Books are there to read; they, cards and summaries come back by `/notes import`." if beside else ""
        )
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
    beside = _beside(summed([one.beside for one in taken]))
    parts = [f"With them {listed(beside)}"] if beside else []
    parts += [f"{counted(changed, 'note')} got a newer version"] if changed else []
    parts += [f"{counted(same, 'note')} were here already" if same > 1 else "1 note was here already"] if same else []
    lines = [text, *parts] if taken else []
    lines += [f"**{shorten(name, 60)}**: {reason}" for name, reason in refused]
    lines += _losses("Not taken along", [line for one in taken for line in one.lines])
    ids = "-".join(str(one.import_id) for one in taken if one.added or any(one.beside.values()))
    row = [button("Undo", "unimport", ids)] if ids else []
    return _box(lines, row)


def undone(notes: int, beside: Mapping[str, int]) -> str:
    return f"Taken back: {listed([counted(notes, 'note'), *_beside(beside)])} in the trash for 30 days."


def erased(notes: int, beside: Mapping[str, int]) -> str:
    return f"Erased: {listed([counted(notes, 'note'), *_beside(beside)])}. Nothing of them is left here."


def summed(counts: Iterable[Mapping[str, int]]) -> Counter[str]:
    total = Counter[str]()
    for one in counts:
        total.update(one)
    return total


def _beside(counts: Mapping[str, int]) -> list[str]:
    return [counted(counts[name], *words) for name, words in BESIDE.items() if counts.get(name)]


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
