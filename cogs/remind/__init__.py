"""Reminders: ``/remind``, a message's menu, and the cards that come at their time."""

from __future__ import annotations

from bot.client import InklingBot
from cogs.remind.cog import RemindCog
from cogs.remind.postman import DiscordPostman
from cogs.remind.views import ITEMS


async def setup(bot: InklingBot) -> None:
    bot.postman = DiscordPostman(bot, bot.services.clock)
    bot.add_dynamic_items(*ITEMS)
    await bot.add_cog(RemindCog(bot))
