"""``/privacy``: what is kept of a person, who can see it, and erasing it."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import InklingBot
from bot.delivery import NOBODY, still
from cogs.privacy import render


class PrivacyCog(commands.Cog):
    def __init__(self, bot: InklingBot) -> None:
        self._bot = bot

    @app_commands.command(description="What I keep about you, who can see it, and how to erase it")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def privacy(self, interaction: discord.Interaction[InklingBot]) -> None:
        held = await self._bot.services.privacy.held(interaction.user.id)
        await interaction.response.send_message(
            view=still(render.overview(held)), ephemeral=True, allowed_mentions=NOBODY
        )
