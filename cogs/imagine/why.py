"""Why a picture took as long as it did, in words, and what was said about it before. Pure: values in, views out."""

from __future__ import annotations

import discord
from discord import ui

from bot.gpu.job import Job
from bot.imagine.work import Work
from cogs.imagine.render import CALM, button
from cogs.words import counted, span

TIMELY_SECONDS = 2.0
"""Less is no delay, and a promise kept or broken by less is neither early nor late."""


def more(work: Work, may_compare: bool = False) -> ui.LayoutView:
    """The card behind "More" under a result."""
    view = ui.LayoutView(timeout=None)
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=CALM)
    box.add_item(ui.TextDisplay("### Why it waited\n" + "\n".join(why(work.job))))
    if work.pictures:
        label, them = ("Originals", "them") if len(work.pictures) > 1 else ("Original", "it")
        box.add_item(ui.TextDisplay(f"-# {label}: as the model drew {them}, with prompt, seed and settings inside."))
        further = [button("Compare models", "compare", work)] if may_compare else []
        further += [button("Sampler", "samplers", work)] if work.model and work.model.samplers else []
        further += [] if work.wish.upscale else [button("Grid", "grid", work)]
        box.add_item(ui.ActionRow(button(label, "original", work), *further, button("Delete", "delete", work)))
    view.add_item(box)
    return view


def why(job: Job) -> list[str]:
    """What was ahead, where it was made, what was promised, what went wrong on the way, what was degraded."""
    return [*_times(job), *_ahead(job), *_promise(job), *_place(job), *_trouble(job)]


def _times(job: Job) -> list[str]:
    asked = f"Asked for at <t:{int(job.created_utc)}:T>."
    if job.started_utc is None or job.ended_utc is None:
        return [asked]
    waited, made = job.started_utc - job.created_utc, job.ended_utc - job.started_utc
    return [f"{asked} It waited {span(waited)} and was made in {span(made)}."]


def _ahead(job: Job) -> list[str]:
    if job.promise is None:
        return []
    ahead, beside = job.promise.ahead, job.promise.beside
    if not ahead and not beside:
        waited = (job.started_utc or job.created_utc) - job.created_utc
        starting = "; the engine was still starting, or loading the model" if waited > TIMELY_SECONDS else ""
        return [f"Nothing was ahead of it then{starting}."]
    parts = [f"{counted(ahead, 'request was', 'requests were')} ahead of it"] if ahead else []
    parts += [f"{counted(beside, 'was', 'were')} being made"] if beside else []
    return [f"Then {' and '.join(parts)}. Who had got least went first."]


def _promise(job: Job) -> list[str]:
    promise = job.promise
    if promise is None or promise.ready_utc is None or job.ended_utc is None:
        return []
    late = job.ended_utc - promise.ready_utc
    kept = "on time" if abs(late) < TIMELY_SECONDS else f"{span(abs(late))} {'later' if late > 0 else 'earlier'}"
    line = f"It was first said to be ready at <t:{int(promise.ready_utc)}:T>, and came {kept}."
    if promise.latest_utc not in (None, promise.ready_utc):
        line += " The time was corrected on the way, for others came or left."
    return [line]


def _place(job: Job) -> list[str]:
    lines = [f"It was made on {discord.utils.escape_markdown(job.engine)}."] if job.engine else []
    if job.standing.weight != 1:
        lines.append(f"Its asker has a share of ×{job.standing.weight:g}, set by whoever runs this bot.")
    return lines


def _trouble(job: Job) -> list[str]:
    lines = []
    if job.attempts > 1:
        again = "once" if job.attempts == 2 else f"{job.attempts - 1} times"
        lines.append(f"It was begun again {again}, because an engine ended under it; the picture is the same.")
    notes = [discord.utils.escape_markdown(note) for note in job.notes]
    return lines + (notes or ["Nothing was degraded."])
