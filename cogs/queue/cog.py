"""``/queue``: the card with what somebody has waiting."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import InklingBot
from bot.delivery import NOBODY, still
from cogs.queue.views import MINE, card


class QueueCog(commands.Cog):
    def __init__(self, bot: InklingBot) -> None:
        self._bot = bot

    @app_commands.command(description="What you have waiting, with a button to cancel; and how the queue does")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def queue(self, interaction: discord.Interaction[InklingBot]) -> None:
        await interaction.response.send_message(
            view=still(await card(interaction, MINE)), ephemeral=True, allowed_mentions=NOBODY
        )
