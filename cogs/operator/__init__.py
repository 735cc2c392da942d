"""Warnings to whoever runs the bot."""

from __future__ import annotations

from bot.client import InklingBot
from cogs.operator.cog import OperatorCog


async def setup(bot: InklingBot) -> None:
    await bot.add_cog(OperatorCog(bot))
