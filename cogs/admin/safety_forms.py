"""The forms of ``/admin setup`` about what must not be drawn, and what becomes of pictures that the check flags."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

import discord
from discord import ui

from bot.rules.showing import UNSAID, Flagged, Floors, Place, Showing, at_least, stricter
from cogs.admin.render import SHOWINGS
from cogs.ui import Form, Interaction, check_server_admin

MAX_TYPED = 4000
"""Characters of a text field in a form."""
UNCHOSEN = "unchosen"

ShowAgain = Callable[[Interaction, int], Awaitable[None]]


class RefusedForm(Form, title="Refused in prompts"):
    def __init__(self, phrases: Sequence[str], show_again: ShowAgain) -> None:
        super().__init__()
        self._show_again = show_again
        typed = "\n".join(phrases)
        self.phrases: ui.TextInput[RefusedForm] = ui.TextInput(
            style=discord.TextStyle.paragraph, default=typed[:MAX_TYPED] or None, required=False, max_length=MAX_TYPED
        )
        about = "One word or phrase a line. Case and accents do not matter"
        self.add_item(ui.Label(text="Words and phrases", description=about, component=self.phrases))

    async def submit(self, interaction: Interaction) -> None:
        guild_id = check_server_admin(interaction)
        phrases = self.phrases.value.splitlines()
        await interaction.client.services.rules.set_refused(guild_id, phrases, interaction.user.id)
        await self._show_again(interaction, guild_id)


class FlaggedForm(Form, title="Flagged pictures"):
    """Only what the operator's floors leave open can be chosen."""

    def __init__(self, flagged: Flagged, floors: Floors, show_again: ShowAgain) -> None:
        super().__init__()
        self._show_again = show_again
        usual, restricted = floors[Place.SERVER], floors[Place.AGE_RESTRICTED]
        self.usual = _choice(stricter(flagged.usual or UNSAID, usual), usual)
        self.restricted = _choice(flagged.restricted, restricted, "As in other channels")
        self.role: ui.RoleSelect[FlaggedForm] = ui.RoleSelect(required=False, min_values=0)
        least = min(usual, restricted, key=lambda showing: showing.strictness)
        self.of_role = _choice(None, least, "As everyone’s")
        self.add_item(ui.Label(text="In this server", component=self.usual))
        self.add_item(ui.Label(text="In age-restricted channels", component=self.restricted))
        about = "For those who have it, this stands in for both"
        self.add_item(ui.Label(text="A role", description=about, component=self.role))
        self.add_item(ui.Label(text="That role’s pictures", component=self.of_role))

    async def submit(self, interaction: Interaction) -> None:
        guild_id, rules = check_server_admin(interaction), interaction.client.services.rules
        await rules.set_flagged(guild_id, _chosen(self.usual), _chosen(self.restricted), interaction.user.id)
        if self.role.values:
            showing = _chosen(self.of_role)
            await rules.set_role_flagged(guild_id, self.role.values[0].id, showing, interaction.user.id)
        await self._show_again(interaction, guild_id)


def _choice(chosen: Showing | None, floor: Showing, unchosen: str = "") -> ui.Select[FlaggedForm]:
    """``unchosen`` says what happens where nothing is chosen; empty: something has to be."""
    options = [discord.SelectOption(label=unchosen, value=UNCHOSEN, default=chosen is None)] if unchosen else []
    for showing in at_least(floor):
        options.append(discord.SelectOption(label=SHOWINGS[showing], value=showing, default=showing is chosen))
    if not any(option.default for option in options):  # the operator became stricter since
        options[0].default = True
    return ui.Select(options=options)


def _chosen(menu: ui.Select[FlaggedForm]) -> Showing | None:
    value = menu.values[0]
    return None if value == UNCHOSEN else Showing(value)
