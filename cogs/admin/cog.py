"""``/admin``: a server's rules, who is blocked, and the audit log."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands, tasks

from bot.client import InklingBot
from bot.delivery import NOBODY, still
from bot.moderation.model import MAX_REASON
from cogs.admin import moderating
from cogs.admin.views import card
from cogs.ui import check_server_admin


@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
class AdminCog(commands.GroupCog, group_name="admin", group_description="For those who manage this server"):
    def __init__(self, bot: InklingBot) -> None:
        self._bot = bot

    async def cog_load(self) -> None:
        self.forget.start()

    async def cog_unload(self) -> None:
        self.forget.cancel()

    @app_commands.command(description="What this server uses by default, and how much each person may ask for")
    async def setup(self, interaction: discord.Interaction[InklingBot]) -> None:
        guild_id = check_server_admin(interaction)
        await interaction.response.send_message(
            view=still(await card(interaction, guild_id)), ephemeral=True, allowed_mentions=NOBODY
        )

    @app_commands.command(description="Keep somebody out of Inkling here, or see and undo it")
    @app_commands.describe(
        person="Whom to block; leave it out to see who is blocked",
        reason="They are told it",
        everywhere="For whoever runs this bot: in every server and in direct messages",
    )
    async def block(
        self,
        interaction: discord.Interaction[InklingBot],
        person: discord.User | discord.Member | None = None,
        reason: app_commands.Range[str, 1, MAX_REASON] | None = None,
        everywhere: bool = False,
    ) -> None:
        scope = moderating.scope_of(interaction, everywhere)
        if person is not None:
            await moderating.block(interaction, person, scope, reason or "")
        view = await moderating.blocked_card(interaction, scope, 0)
        await interaction.response.send_message(view=still(view), ephemeral=True, allowed_mentions=NOBODY)

    @app_commands.command(description="What moderators and this server’s rules did")
    @app_commands.describe(everywhere="For whoever runs this bot: of every server and of direct messages")
    async def audit(self, interaction: discord.Interaction[InklingBot], everywhere: bool = False) -> None:
        view = await moderating.audit_card(interaction, moderating.scope_of(interaction, everywhere), 0)
        await interaction.response.send_message(view=still(view), ephemeral=True, allowed_mentions=NOBODY)

    @tasks.loop(hours=24)
    async def forget(self) -> None:
        """What the audit log need not remember any more."""
        await self._bot.services.moderation.forget()

    @forget.before_loop
    async def _once_ready(self) -> None:
        await self._bot.wait_until_ready()
