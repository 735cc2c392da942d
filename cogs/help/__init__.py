"""``/help``."""

from __future__ import annotations

from bot.client import InklingBot
from cogs.help.cog import HelpCog


async def setup(bot: InklingBot) -> None:
    await bot.add_cog(HelpCog())
