"""The wording and layout of ``/admin setup``. Pure: values in, views out."""

from __future__ import annotations

from collections.abc import Sequence

import discord
from discord import ui

from bot.imagine.admission import points
from bot.rules.model import Limits, ServerRules
from bot.rules.showing import Floors, Place, Showing

CALM = discord.Colour(0x8A8F98)
MAX_SHOWN = 200
UNSET = "–"
SHOWINGS = {Showing.SHOW: "Shown", Showing.SPOILER: "Behind a spoiler", Showing.WITHHOLD: "Withheld"}
A_ROW = 5
"""Buttons that Discord takes in a row."""


def setup(server: str, rules: ServerRules, ceiling: Limits, server_ceiling: Limits, floors: Floors) -> ui.LayoutView:
    """A server's rules with the buttons that change them."""
    made, limits = rules.defaults, rules.limits
    negative = discord.utils.escape_markdown(made.negative[:MAX_SHOWN]) or UNSET
    pictures = [
        "**Pictures**, where nobody says otherwise",
        f"-# Negative prompt: {negative}",
        f"-# Size: {made.size or 'square'} · steps: {made.steps or 'the model’s own'} · pictures: {made.count or 1}",
    ]
    people = ["**Limits for each person**", f"-# {limits_line(limits, ceiling)}"]
    people += [f"-# <@&{role_id}>: {limits_line(own, limits)}" for role_id, own in rules.roles.items()]
    if len(rules.roles) > 1:
        people.append("-# Who has several of these roles gets the most generous.")
    about = "-# 512×512 with 25 steps costs 13 points. What fails costs nothing."
    if server_ceiling != Limits():
        about += (
            f"\n-# All of you together: {limits_line(server_ceiling, Limits())}. Whoever runs this bot decides that."
        )
    view = ui.LayoutView(timeout=None)
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=CALM)
    box.add_item(ui.TextDisplay(f"### Inkling in {discord.utils.escape_markdown(server)}"))
    others = "may be used by everybody here" if rules.open_pictures else "may be used by who posted them"
    posted = [f"**Pictures that people post** {others} (Picture actions)."]
    refused = ["**Refused in prompts**", f"-# {_listed(rules.refused)}"]
    flagged = ["**Pictures that the safety check flags**", *(f"-# {line}" for line in _flagged_lines(rules, floors))]
    for lines in (pictures, people, [about], posted, refused, flagged):
        box.add_item(ui.TextDisplay("\n".join(lines)))
    verbs = {"Pictures": "pictures", "Limits": "limits", "A role’s limits": "role"}
    verbs["Close people’s pictures" if rules.open_pictures else "Open people’s pictures"] = "posted"
    verbs |= {"Refused words": "refused", "Flagged pictures": "flagged"}
    buttons = [ui.Button[ui.LayoutView](label=label, custom_id=f"admin:{verb}") for label, verb in verbs.items()]
    for first in range(0, len(buttons), A_ROW):
        box.add_item(ui.ActionRow(*buttons[first : first + A_ROW]))
    view.add_item(box)
    return view


def _flagged_lines(rules: ServerRules, floors: Floors) -> list[str]:
    """What really happens, the operator's floors included."""
    usual, restricted = (rules.flagged.decided(place, (), floors) for place in (Place.SERVER, Place.AGE_RESTRICTED))
    lines = [f"{SHOWINGS[usual]}; in age-restricted channels: {SHOWINGS[restricted].lower()}"]
    lines += [f"<@&{role_id}>: {SHOWINGS[showing].lower()}" for role_id, showing in rules.flagged.roles.items()]
    strict = [floors[place] for place in (Place.SERVER, Place.AGE_RESTRICTED)]
    if any(floor is not Showing.SHOW for floor in strict):
        lines.append(
            f"Whoever runs this bot asks for at least: {SHOWINGS[strict[0]].lower()}; in age-restricted channels: "
            f"{SHOWINGS[strict[1]].lower()}."
        )
    return lines


def _listed(phrases: Sequence[str]) -> str:
    said = ", ".join(phrases)
    return discord.utils.escape_markdown(said if len(said) <= MAX_SHOWN else said[: MAX_SHOWN - 1] + "…") or UNSET


def limits_line(limits: Limits, above: Limits) -> str:
    """``above`` says what counts where ``limits`` has no number."""
    both = limits.or_else(above)
    waiting = "any number waiting or running" if both.waiting is None else f"{both.waiting} waiting or running"
    daily = "any number of points a day" if both.daily is None else f"{points(both.daily)} a day"
    return " · ".join([waiting, *([f"{both.running} at once"] if both.running else []), daily])
