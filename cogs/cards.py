"""The layout that cards share: a box with lines, rows of buttons, menus. Pure."""

from __future__ import annotations

from collections.abc import Sequence

import discord
from discord import ui

INK = discord.Colour(0x5B6EE1)
CALM = discord.Colour(0x8A8F98)
MENU, MENUS = 25, 4
"""Most choices of a menu, and most menus for one list."""
MAX_TEXT = 3900
"""Characters of all lines of a card; Discord takes 4000."""
SECONDARY, PRIMARY, DANGER = discord.ButtonStyle.secondary, discord.ButtonStyle.primary, discord.ButtonStyle.danger

View = ui.LayoutView
Button = ui.Button[View]
Row = ui.ActionRow[View]


def escaped(text: str, longest: int = MAX_TEXT) -> str:
    """On one line, cut, with nothing in it that Discord would format."""
    words = " ".join(text.split())
    return discord.utils.escape_markdown(words if len(words) <= longest else words[: longest - 1].rstrip() + "…")


def button(label: str, custom_id: str, style: discord.ButtonStyle = SECONDARY, *, off: bool = False) -> Button:
    return ui.Button(label=label, style=style, custom_id=custom_id, disabled=off)


def card(lines: Sequence[str], rows: Sequence[Row] = (), colour: discord.Colour = INK) -> View:
    view = ui.LayoutView(timeout=None)
    box: ui.Container[View] = ui.Container(accent_colour=colour)
    box.add_item(ui.TextDisplay(fitted(lines)))
    for one in rows:
        box.add_item(one)
    view.add_item(box)
    return view


def fitted(lines: Sequence[str], room: int = MAX_TEXT) -> str:
    """Whole lines, as many as there is room for."""
    text = "\n".join(lines)
    if len(text) <= room:
        return text
    end = text.rfind("\n", 0, room - 1)
    return f"{text[: end if end > 0 else room - 2]}\n…"


def row(*buttons: Button) -> Row:
    return ui.ActionRow(*buttons)


def menu(custom_id: str, placeholder: str, options: Sequence[discord.SelectOption], *, many: bool = False) -> Row:
    shown = list(options)[:MENU]
    most = len(shown) if many else 1
    select: ui.Select[View] = ui.Select(
        custom_id=custom_id, placeholder=placeholder, options=shown, min_values=1, max_values=most
    )
    return ui.ActionRow(select)


def menus(
    custom_id: str, placeholder: str, options: Sequence[discord.SelectOption], *, many: bool = False
) -> list[Row]:
    """As many menus as the options need, up to ``MENUS``; from the second on their number ends the custom id."""
    parts = [options[at : at + MENU] for at in range(0, min(len(options), MENU * MENUS), MENU)]
    of = f" {{}} of {len(parts)}" if len(parts) > 1 else ""
    return [
        menu(f"{custom_id}:{n}" if n else custom_id, placeholder + of.format(n + 1), part, many=many)
        for n, part in enumerate(parts)
    ]
