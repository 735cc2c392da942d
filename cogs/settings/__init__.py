"""``/settings``."""

from __future__ import annotations

from bot.client import InklingBot
from cogs.settings.cog import SettingsCog


async def setup(bot: InklingBot) -> None:
    await bot.add_cog(SettingsCog(bot))
