"""``/admin setup``: the card with a server's rules."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import InklingBot
from bot.delivery import NOBODY, still
from cogs.admin.views import card
from cogs.ui import check_server_admin


@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
class AdminCog(commands.GroupCog, group_name="admin", group_description="For those who manage this server"):
    def __init__(self, bot: InklingBot) -> None:
        self._bot = bot

    @app_commands.command(description="What this server uses by default, and how much each person may ask for")
    async def setup(self, interaction: discord.Interaction[InklingBot]) -> None:
        guild_id = check_server_admin(interaction)
        await interaction.response.send_message(
            view=still(await card(interaction, guild_id)), ephemeral=True, allowed_mentions=NOBODY
        )
