"""The notebook: direct messages that become notes, ``/notes``, and “Save to notes” in every message's menu."""

from __future__ import annotations

from bot.client import InklingBot
from cogs.notes.cog import NotesCog
from cogs.notes.direct import DirectCog
from cogs.notes.drawing import Draw, Illustrate
from cogs.notes.incoming import Attachments
from cogs.notes.moving import Erase, Unimport
from cogs.notes.views import BUTTONS


async def setup(bot: InklingBot) -> None:
    attachments = Attachments(bot.services.settings.discord_api)
    bot.add_dynamic_items(*BUTTONS, Erase, Unimport, Draw, Illustrate)
    await bot.add_cog(NotesCog(bot, attachments))
    await bot.add_cog(DirectCog(bot, attachments))
