"""Habits: ``/habit``, and their cards."""

from __future__ import annotations

from bot.client import InklingBot
from cogs.habits import challenges, edit, milestones, moving, stats, today
from cogs.habits.board import BoardCog
from cogs.habits.cog import HabitCog
from cogs.habits.milestones import MilestoneCog


async def setup(bot: InklingBot) -> None:
    bot.add_dynamic_items(*today.ITEMS, *edit.ITEMS, *stats.ITEMS, *moving.ITEMS, *challenges.ITEMS, *milestones.ITEMS)
    await bot.add_cog(HabitCog(bot))
    await bot.add_cog(BoardCog(bot))
    await bot.add_cog(MilestoneCog(bot))
