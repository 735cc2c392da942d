"""``/queue``: what is yours, where it stands, and how the queue does for everybody."""

from __future__ import annotations

from bot.client import InklingBot
from cogs.queue.cog import QueueCog
from cogs.queue.views import BUTTONS


async def setup(bot: InklingBot) -> None:
    bot.add_dynamic_items(*BUTTONS)
    await bot.add_cog(QueueCog(bot))
