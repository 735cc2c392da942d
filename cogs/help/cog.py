"""``/help``, and one calm answer to a direct message."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import InklingBot
from bot.delivery import NOBODY

QUIET_SECONDS = 600.0
"""Someone who writes several messages gets one answer."""

TEXT = """\
### I draw pictures, on my owner's own hardware
`/imagine prompt: a red apple on a blue background`
-# Add `count`, `size`, `style`, a `seed`, or `private: True` so that only you see it.

Under each picture: **Again** draws it anew, **Edit** changes the words, **Delete** removes the pictures, \
**More** says why it waited and gives you the original file with all settings inside.
`/queue` shows what you have waiting, and how the queue does for everyone.

`/remind me when: weekdays 20:00 what: stretch`
-# Set your time zone once with `/settings`.
-# Your prompts and pictures stay on this machine. Discord shows what is posted to those in the channel.\
"""


class HelpCog(commands.Cog):
    def __init__(self, bot: InklingBot) -> None:
        self._bot = bot
        self._answered: dict[int, float] = {}

    @app_commands.command(description="What Inkling can do")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def help(self, interaction: discord.Interaction[InklingBot]) -> None:
        await interaction.response.send_message(TEXT, ephemeral=True, allowed_mentions=NOBODY)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """A plain DM is answered with what can be done, at most every ten minutes a person."""
        if message.guild is not None or message.author.bot:
            return
        now = self._bot.services.clock()
        if now - self._answered.get(message.author.id, 0.0) < QUIET_SECONDS:
            return
        self._answered[message.author.id] = now
        await message.channel.send(TEXT, allowed_mentions=NOBODY)
