"""``/admin block`` and ``/admin audit``: the cards, their buttons and menus.

Server admins have power over their server, whoever runs the bot over all of them; each button checks that again.
"""

from __future__ import annotations

from typing import Any

import discord
from discord import ui

from bot.delivery import NOBODY, still
from bot.errors import NotAllowed
from cogs.admin import render_moderating as render
from cogs.ui import Interaction, RecordSelect, WordButton, check_operator, check_server_admin


def scope_of(interaction: Interaction, everywhere: bool) -> int | None:
    """The server that the person's powers are asked for, or None for everywhere. Raises NotAllowed without them."""
    if everywhere:
        check_operator(interaction)
        return None
    return check_server_admin(interaction)


def _scope(interaction: Interaction, given: dict[str, str]) -> int | None:
    """The same for a button, whose card may be of another day."""
    return scope_of(interaction, given["scope"] == render.EVERYWHERE)


async def block(
    interaction: Interaction, person: discord.User | discord.Member, scope: int | None, reason: str
) -> None:
    """Raises NotAllowed for those who cannot be blocked. What they have open there is stopped."""
    client, services = interaction.client, interaction.client.services
    if person.id == interaction.user.id:
        raise NotAllowed("You cannot block yourself.")
    if person.id in client.owners:
        raise NotAllowed("Whoever runs this bot cannot be blocked.")
    if person.bot:
        raise NotAllowed("Bots cannot use me anyway.")
    if scope is not None and isinstance(person, discord.Member) and person.guild_permissions.manage_guild:
        raise NotAllowed("They manage this server too. Only whoever runs this bot can block them.")
    await services.moderation.block(person.id, scope, interaction.user.id, reason)
    await services.queue.cancel_all(person.id, scope)


async def blocked_card(interaction: Interaction, scope: int | None, number: int) -> ui.LayoutView:
    blocks, number, count = await interaction.client.services.moderation.blocks(scope, number)
    names = {block.user_id: _name(interaction, block.user_id) for block in blocks}
    return render.blocked(blocks, number, count, scope, names)


async def audit_card(interaction: Interaction, scope: int | None, number: int) -> ui.LayoutView:
    page = await interaction.client.services.moderation.audit(scope, number)
    guilds = {entry.deed.guild_id for entry in page.entries if entry.deed.guild_id is not None}
    found = {guild_id: interaction.client.get_guild(guild_id) for guild_id in guilds}
    return render.audit(page, {guild_id: guild.name for guild_id, guild in found.items() if guild is not None})


def _name(interaction: Interaction, user_id: int) -> str:
    """As far as it is known without asking Discord: a menu shows no mentions."""
    known: Any = interaction.client.get_user(user_id)
    if known is None and interaction.guild is not None:
        known = interaction.guild.get_member(user_id)
    return known.display_name if known is not None else str(user_id)


async def _show(interaction: Interaction, view: ui.LayoutView) -> None:
    await interaction.response.edit_message(view=still(view), allowed_mentions=NOBODY)


class Blocked(WordButton, template=r"admin:blocked:(?P<scope>here|all):(?P<number>\d{1,6}):(?:newer|older)"):
    async def press(self, interaction: Interaction) -> None:
        scope = _scope(interaction, self.given)
        await _show(interaction, await blocked_card(interaction, scope, int(self.given["number"])))


class Unblock(RecordSelect, template=r"admin:unblock:(?P<scope>here|all)"):
    async def choose(self, interaction: Interaction) -> None:
        scope = _scope(interaction, self.given)
        await interaction.client.services.moderation.unblock(int(self.values[0]), scope, interaction.user.id)
        await _show(interaction, await blocked_card(interaction, scope, 0))


class Audit(WordButton, template=r"admin:audit:(?P<scope>here|all):(?P<number>\d{1,6}):(?:newer|older)"):
    async def press(self, interaction: Interaction) -> None:
        scope = _scope(interaction, self.given)
        await _show(interaction, await audit_card(interaction, scope, int(self.given["number"])))


ITEMS = (Blocked, Unblock, Audit)
