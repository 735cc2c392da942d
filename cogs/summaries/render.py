"""The cards of summaries. Pure: values in, views out."""

from __future__ import annotations

from collections.abc import Sequence

import discord

from bot.summaries.model import About, Changes, Method, Progress, Summary
from bot.summaries.service import Way
from cogs.cards import CALM, INK, PRIMARY, Button, View, button, card, escaped, row
from cogs.words import counted, span

TITLES = {
    About.NOTE: "Summary",
    About.TAG: "Summary of",
    About.SEARCH: "Summary of what was found for",
    About.BOOK: "Summary of your notes on",
    About.WEEK: "Your week in notes,",
}
MAKING = "Summarising…"
OPENED = 5
LEAVES = (
    "**Your notes would leave this machine.** For each summary that you ask for, the text of its notes is sent to "
    "**{}**. What happens to it there is not in Inkling's hands. You can take this back at any time."
)


def making(name: str, summary: Summary, progress: Progress) -> View:
    said = [MAKING]
    if progress.ahead:
        said = [f"{'One other' if progress.ahead == 1 else f'Up to {progress.ahead} others'} first."]
    elif progress.parts > 1:
        said.append(f"Part {min(progress.done + 1, progress.parts)} of {progress.parts}.")
    if progress.left_seconds is not None:
        said.append(f"About {span(progress.left_seconds)} more.")
    return card([f"**{escaped(name, 200)}**", " ".join(said)], [row(_cancel(summary))], CALM)


def later(name: str, summary: Summary) -> View:
    lines = [f"**{escaped(name, 200)}**", "This takes longer. I send it to you by direct message when it is ready."]
    return card(lines, [row(_cancel(summary))], CALM)


def cancelled(name: str, summary: Summary) -> View:
    lines = [f"**{escaped(name, 200)}**", "Cancelled: nothing more of it is made."]
    return card(lines, [row(button("Make it after all", f"sum:again:{summary.id}"))], CALM)


def _cancel(summary: Summary) -> Button:
    return button("Cancel", f"sum:stop:{summary.id}")


def failed(name: str, summary: Summary) -> View:
    lines = [f"**{escaped(name, 200)}**", f"The summary could not be made: {escaped(summary.error, 400)}"]
    buttons = [button("Try again", f"sum:again:{summary.id}", PRIMARY), button("How", f"sum:ways:{summary.id}")]
    return card(lines, [row(*buttons)], CALM)


def ready(name: str, summary: Summary, found: Changes, digest_on: bool) -> View:
    """What it says, each sentence with its note, what made it, and whether it is still true."""
    lines = [f"### {TITLES[summary.target.about]} {escaped(name, 150)}"]
    notes = list(dict.fromkeys(line.note_id for line in summary.lines if line.note_id is not None))
    numbered = len(notes) > 1
    for line in summary.lines:
        mark = f" [{notes.index(line.note_id) + 1}]" if numbered and line.note_id in notes else ""
        lines.append(f"- {escaped(line.text, 500)}{mark}")
    when = f" · <t:{int(summary.made_utc)}:R>" if summary.made_utc is not None else ""
    lines.append(f"-# {escaped(summary.made_by, 200)}, from {counted(len(summary.sources), 'note')}{when}")
    if found.is_stale:
        lines.append(f"-# ⚠ Stale: {stale(found)} since.")
    rows = []
    if summary.target.about is not About.NOTE and notes:
        labels = [f"Note {number}" if numbered else "Open note" for number in range(1, len(notes) + 1)]
        opens = [
            button(label, f"notes:open:{note}") for label, note in zip(labels[:OPENED], notes[:OPENED], strict=True)
        ]
        rows.append(row(*opens))
    style = PRIMARY if found.is_stale else discord.ButtonStyle.secondary
    verbs = [button("Make anew", f"sum:again:{summary.id}", style), button("How", f"sum:ways:{summary.id}")]
    verbs.append(button("Keep as a note", f"sum:keep:{summary.id}"))
    verbs.append(button("Illustrate", f"sum:draw:{summary.id}"))
    if summary.target.about is About.WEEK:
        verbs.append(button("Stop the digest" if digest_on else "Every week", f"digest:{'off' if digest_on else 'on'}"))
    return card(lines, [*rows, row(*verbs)], CALM if found.is_stale else INK)


def stale(found: Changes) -> str:
    """ "2 notes changed, 1 is new, 1 is gone"."""
    said = []
    if found.changed:
        said.append(f"{counted(len(found.changed), 'note')} changed")
    if found.added:
        said.append(f"{len(found.added)} {'is' if len(found.added) == 1 else 'are'} new")
    if found.gone:
        said.append(f"{len(found.gone)} {'is' if len(found.gone) == 1 else 'are'} gone")
    return ", ".join(said)


def ways(summary_id: int, found: Sequence[Way], chosen: Method) -> View:
    """How summaries are made, for this person."""
    names = {Method.EXTRACT: "Sentences", Method.LOCAL: "Model here", Method.ENDPOINT: "Model elsewhere"}
    lines = ["### How your summaries are made"]
    for way in found:
        mark = "●" if way.method is chosen else "○"
        lines.append(f"{mark} **{names[way.method]}** · {escaped(way.label, 150)}")
        if way.problem:
            lines.append(f"-# {way.problem}")
        elif way.method is Method.ENDPOINT:
            lines.append("-# Notes leave this machine for it; it asks you first.")
    buttons = [
        button(names[way.method], f"sum:way:{summary_id}:{way.method}", off=bool(way.problem) or way.method is chosen)
        for way in found
    ]
    if any(way.method is Method.ENDPOINT and way.agreed and not way.problem for way in found):
        buttons.append(button("Take it back", f"sum:withdraw:{summary_id}", discord.ButtonStyle.danger))
    return card(lines, [row(*buttons), row(button("Summary", f"sum:show:{summary_id}"))])


def consent(summary_id: int, way: Way) -> View:
    buttons = [
        button("Agree", f"sum:agree:{summary_id}", discord.ButtonStyle.danger),
        button("No", f"sum:ways:{summary_id}"),
    ]
    return card([LEAVES.format(escaped(way.label, 200))], [row(*buttons)], CALM)
