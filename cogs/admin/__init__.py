"""``/admin``: what a server's admins choose, whom they block, and the audit log."""

from __future__ import annotations

from bot.client import InklingBot
from cogs.admin import models, moderating
from cogs.admin.cog import AdminCog
from cogs.admin.views import BUTTONS


async def setup(bot: InklingBot) -> None:
    bot.add_dynamic_items(*BUTTONS, *models.ITEMS, *moderating.ITEMS)
    await bot.add_cog(AdminCog(bot))
    await bot.add_cog(models.ModelsCog(bot))
