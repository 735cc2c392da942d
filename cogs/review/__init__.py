"""Spaced repetition: ``/notes review`` and the buttons of its cards."""

from __future__ import annotations

from discord import app_commands

from bot.client import InklingBot
from cogs.notes.group import notes_group
from cogs.review.views import BUTTONS, begin
from cogs.ui import Interaction


async def _review(interaction: Interaction) -> None:
    await begin(interaction)


async def setup(bot: InklingBot) -> None:
    """After the notebook: the command stands in its group."""
    about = "Review what you wanted to remember: notes, terms, questions"
    bot.add_dynamic_items(*BUTTONS)
    notes_group(bot).add_command(app_commands.Command(name="review", description=about, callback=_review))
