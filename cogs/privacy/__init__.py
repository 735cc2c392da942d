"""``/privacy``."""

from __future__ import annotations

from bot.client import InklingBot
from cogs.privacy.cog import PrivacyCog
from cogs.privacy.views import ITEMS


async def setup(bot: InklingBot) -> None:
    bot.add_dynamic_items(*ITEMS)
    await bot.add_cog(PrivacyCog(bot))
