"""The wording and layout of ``/queue``. Pure: values in, views out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from discord import ui

from bot.imagine.work import Work
from cogs.imagine.render import CALM, INK, place_line, shorten

PER_PAGE = 8
"""Each job takes three of a message's forty components."""
MAX_SHOWN = 120


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list of jobs. ``whose`` is "mine" or "server"; ``total`` counts everybody's jobs everywhere."""

    works: Sequence[Work]
    whose: str
    number: int
    pages: int
    total: int
    viewer_id: int
    moderates: bool
    said: str | None = None


def queue(page: Page) -> ui.LayoutView:
    view = ui.LayoutView(timeout=None)
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=INK if page.works else CALM)
    box.add_item(ui.TextDisplay("\n".join(_head(page))))
    for work in page.works:
        cancel: ui.Button[ui.LayoutView] = ui.Button(
            label="Cancel", custom_id=f"queue:cancel:{page.whose}:{page.number}:{work.job.id}"
        )
        box.add_item(ui.Section(ui.TextDisplay(_job(work, page)), accessory=cancel))
    buttons = [_show("Refresh", page.whose, page.number)]
    if page.moderates:
        buttons.append(_show("Mine", "mine", 0) if page.whose == "server" else _show("Everyone", "server", 0))
    buttons.append(ui.Button(label="Report", custom_id="queue:report:7"))
    if page.pages > 1:
        last = page.number + 1 >= page.pages
        buttons.append(_show("First", page.whose, 0) if last else _show("Next", page.whose, page.number + 1))
    box.add_item(ui.ActionRow(*buttons))
    view.add_item(box)
    return view


def _head(page: Page) -> list[str]:
    lines = ["### The queue of this server" if page.whose == "server" else "### Your queue"]
    if page.said:
        lines.append(page.said)
    if not page.works:
        lines.append("Nothing is waiting here." if page.whose == "server" else "Nothing of yours is waiting.")
    others = "Nobody waits anywhere." if not page.total else f"{page.total} waiting or being drawn in all."
    lines.append(f"-# {others}" + (f" Page {page.number + 1} of {page.pages}." if page.pages > 1 else ""))
    return lines


def _job(work: Work, page: Page) -> str:
    own = work.job.user_id == page.viewer_id
    prompt = f"**{shorten(work.wish.prompt, MAX_SHOWN)}**" if own or not work.wish.private else "*Private*"
    who = "" if page.whose == "mine" else f" · <@{work.job.user_id}>"
    return f"{prompt}\n-# {standing(work)}{who}"


def standing(work: Work) -> str:
    """Where it is now: drawn so far, or its place in line and when it should be ready."""
    place = work.place
    if place is None or place.position:
        return place_line(work)
    line = f"Being drawn, {place.done:.0%}" if place.done else "Being drawn"
    return line + (f" · ready <t:{math.ceil(work.ready_utc)}:R>" if work.ready_utc is not None else "")


def _show(label: str, whose: str, number: int) -> ui.Button[ui.LayoutView]:
    return ui.Button(label=label, custom_id=f"queue:{label.casefold()}:{whose}:{number}")
