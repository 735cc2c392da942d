"""The picture studio: ``/imagine`` and the buttons under its messages."""

from __future__ import annotations

from bot.client import InklingBot
from cogs.imagine import actions, blending, comparing, describing, gallery, making
from cogs.imagine.cog import ImagineCog
from cogs.imagine.deleting import Delete
from cogs.imagine.grids import GridButton
from cogs.imagine.presenter import DiscordPresenter
from cogs.imagine.removing import RemovingCog
from cogs.imagine.views import BUTTONS


async def setup(bot: InklingBot) -> None:
    presenter = DiscordPresenter(bot, bot.services)
    bot.services.imagine.presenter = presenter
    bot.add_dynamic_items(*BUTTONS, Delete, GridButton, *making.ITEMS, *actions.ITEMS, *blending.ITEMS)
    bot.add_dynamic_items(*comparing.ITEMS, *describing.ITEMS, *gallery.ITEMS)
    await bot.add_cog(ImagineCog(bot, presenter))
    await bot.add_cog(gallery.GalleryCog())
    await bot.add_cog(RemovingCog(bot))
