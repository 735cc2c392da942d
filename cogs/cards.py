"""The layout that cards share: a box with lines, rows of buttons, menus. Pure."""

from __future__ import annotations

from collections.abc import Sequence

import discord
from discord import ui

INK = discord.Colour(0x5B6EE1)
CALM = discord.Colour(0x8A8F98)
MENU = 25
"""Most choices of a menu."""
MAX_TEXT = 3900
"""Characters of all lines of a card; Discord takes 4000."""
SECONDARY, PRIMARY, DANGER = discord.ButtonStyle.secondary, discord.ButtonStyle.primary, discord.ButtonStyle.danger

View = ui.LayoutView
Row = ui.ActionRow[View]


def escaped(text: str, longest: int = MAX_TEXT) -> str:
    """On one line, cut, with nothing in it that Discord would format."""
    words = " ".join(text.split())
    return discord.utils.escape_markdown(words if len(words) <= longest else words[: longest - 1].rstrip() + "…")


def button(label: str, custom_id: str, style: discord.ButtonStyle = SECONDARY, *, off: bool = False) -> ui.Button[View]:
    return ui.Button(label=label, style=style, custom_id=custom_id, disabled=off)


def card(lines: Sequence[str], rows: Sequence[Row] = (), colour: discord.Colour = INK) -> View:
    view = ui.LayoutView(timeout=None)
    box: ui.Container[View] = ui.Container(accent_colour=colour)
    box.add_item(ui.TextDisplay("\n".join(lines)[:MAX_TEXT]))
    for row in rows:
        box.add_item(row)
    view.add_item(box)
    return view


def row(*buttons: ui.Button[View]) -> Row:
    return ui.ActionRow(*buttons)


def menu(custom_id: str, placeholder: str, options: Sequence[discord.SelectOption], *, many: bool = False) -> Row:
    shown = list(options)[:MENU]
    most = len(shown) if many else 1
    select: ui.Select[View] = ui.Select(
        custom_id=custom_id, placeholder=placeholder, options=shown, min_values=1, max_values=most
    )
    return ui.ActionRow(select)
