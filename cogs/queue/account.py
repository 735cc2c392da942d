"""The wording and layout of the queue's report: one screen, and every rule that gives anybody priority. Pure."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import discord
from discord import ui

from bot.gpu.policy import AGE_CAP_SECONDS, SLACK_SECONDS
from bot.gpu.report import Report, Waits
from bot.rules.model import Limits
from cogs.admin.render import limits_line
from cogs.imagine.render import INK
from cogs.queue import chart
from cogs.words import counted, span

PERIODS = (7, 30)
CHART = "waits.png"


@dataclass(frozen=True, slots=True)
class Boost:
    """``who`` is how Discord shows the person, role or server."""

    who: str
    weight: float


@dataclass(frozen=True, slots=True)
class InForce:
    """The operator's rules."""

    boosts: Sequence[Boost]
    each: Limits
    server: Limits
    engines: Sequence[str]
    some_lost: bool = False


def account(made: Report, rules: InForce, repeats: int, picture: bytes) -> tuple[ui.LayoutView, discord.File]:
    days = len(made.days)
    file = discord.File(io.BytesIO(picture), CHART, description=alt(made))
    view = ui.LayoutView(timeout=None)
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=INK)
    box.add_item(ui.TextDisplay(f"### The queue in the last {days} days\n" + "\n".join(figures(made, repeats))))
    box.add_item(ui.MediaGallery(discord.MediaGalleryItem(f"attachment://{CHART}", description=alt(made))))
    box.add_item(ui.TextDisplay("**Who goes first**\n" + "\n".join(f"-# {line}" for line in in_force(rules))))
    box.add_item(
        ui.ActionRow(
            *(
                ui.Button(label=f"{period} days", custom_id=f"queue:report:{period}", disabled=period == days)
                for period in PERIODS
            )
        )
    )
    view.add_item(box)
    return view, file


def figures(made: Report, repeats: int) -> list[str]:
    if not made.asked:
        return ["Nobody asked for anything."]
    lines = [f"{counted(made.asked, 'request')} of {counted(made.people, 'person', 'people')}, {made.made} made."]
    if made.waits and made.ideal:
        lines += [
            f"**Waits**  {_three(made.waits)}",
            f"-# Ideal sharing: {_three(made.ideal)}",
        ]
    kept = made.kept
    if kept.count:
        lines.append(
            f"**Promises**  {kept.first / kept.count:.0%} ready by the time first said"
            f" · {kept.latest / kept.count:.0%} by the one last said"
        )
    lines.append(
        f"-# {made.failed} failed · {made.given_up} given up · {made.cancelled} cancelled · {made.open} open"
        f" · {made.retried} made again after a crash · {repeats} maybe told twice"
    )
    return lines


def in_force(rules: InForce) -> list[str]:
    """Every rule by which somebody goes before somebody else."""
    boosts = ", ".join(f"{boost.who} ×{boost.weight:g}" for boost in rules.boosts)
    lines = [
        "Everyone has the same share, counted in rows × steps × pixels; each person’s own come in order.",
        f"Boosts by whoever runs this bot: {boosts}." if boosts else "Boosts: none. Nobody’s share is larger.",
        f"A model that is loaded goes first, for up to {span(SLACK_SECONDS)} of work.",
        f"Who got nothing for {span(AGE_CAP_SECONDS)} goes before all others.",
        "The last free place is for somebody who has nothing being drawn.",
        f"Each person: {limits_line(rules.each, Limits())}." + " Servers may set less: /admin setup.",
    ]
    if rules.server != Limits():
        lines.append(f"Each server: {limits_line(rules.server, Limits())}.")
    if rules.engines:
        lines.append(f"Drawn on: {', '.join(rules.engines)}.")
    if rules.some_lost:
        lines.append("Other engines cannot be used just now.")
    return lines


def alt(made: Report) -> str:
    """What the chart shows, in words."""
    days = len(made.days)
    if not made.waits or not made.ideal:
        return f"A chart of the waits in the last {days} days: there were none."
    slowest = max((day.waits.p50, day.start_utc) for day in made.days if day.waits)[0]
    return (
        f"A chart of the waits on each of the last {days} days. Over all, half were ready within "
        f"{span(made.waits.p50)}, nine of ten within {span(made.waits.p90)}; with ideal sharing half would have been "
        f"ready within {span(made.ideal.p50)}. On the slowest day half took up to {span(slowest)}."
    )


def picture(made: Report) -> bytes:
    return chart.draw(made.days)


def _three(waits: Waits) -> str:
    return f"half {span(waits.p50)} · 9 of 10 {span(waits.p90)} · 99 of 100 {span(waits.p99)}"
