"""``/help``."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import InklingBot
from bot.delivery import NOBODY

TEXT = """\
### I draw pictures and keep notes, on my owner's own hardware
`/imagine prompt: a red apple on a blue background`
-# Add `count`, `size`, `style`, a `seed`, or `private: True` so that only you see it.

Under each picture: **Again** draws it anew, **Edit** changes the words, **Delete** removes the pictures, \
**More** says why it waited and gives you the original file with all settings inside.
`/queue` shows what you have waiting, and how the queue does for everyone.

`/remind me when: weekdays 20:00 what: stretch`
`/habit add set: mind gym` and then `/habit today`
-# Set your time zone once with `/settings`.

**Notes**: write to me in direct messages. Text, pictures, voice, files, forwards: each becomes a note, and `undo` \
takes the last one back. `/notes recent` shows them, `/notes add` writes one anywhere, and “Save to notes” is in every \
message's menu. `/notes digest` sums up your week, `/notes review` asks what you wanted to remember.
`/read start` takes a technical book and leads you through it, step by step.
-# Your prompts and pictures stay on this machine. Discord shows what is posted to those in the channel. `/privacy` \
shows what I keep about you, and erases it.\
"""


class HelpCog(commands.Cog):
    @app_commands.command(description="What Inkling can do")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def help(self, interaction: discord.Interaction[InklingBot]) -> None:
        await interaction.response.send_message(TEXT, ephemeral=True, allowed_mentions=NOBODY)
