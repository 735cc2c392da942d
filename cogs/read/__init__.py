"""Reading books by a method: ``/read`` and the buttons of its cards."""

from __future__ import annotations

from bot.client import InklingBot
from cogs.read import publish, views, views_shelf
from cogs.read.cog import ReadCog


async def setup(bot: InklingBot) -> None:
    bot.add_dynamic_items(*views.BUTTONS, *views_shelf.BUTTONS, *publish.BUTTONS)
    await bot.add_cog(ReadCog(bot))
