"""Summaries: ``/notes digest``, and the buttons that ask for one."""

from __future__ import annotations

from typing import Any

from discord import app_commands
from discord.app_commands import Choice

from bot.client import InklingBot
from bot.summaries.model import Target
from cogs.notes.group import notes_group
from cogs.summaries.views import BUTTONS, summarise, target_of
from cogs.ui import Interaction

CHOICES = 25
"""Most autocomplete answers Discord takes."""


@app_commands.describe(about="A #tag, one of your books, or words to search for; empty for the last seven days")
async def _digest(interaction: Interaction, about: app_commands.Range[str, 1, 200] | None = None) -> None:
    if about is not None:
        await summarise(interaction, target_of(about))
        return
    services = interaction.client.services
    today = (await services.people.find(interaction.user.id)).day(services.clock())
    await summarise(interaction, Target.week_until(today))


async def _abouts(interaction: Interaction, current: str) -> list[Choice[str]]:
    services, owner = interaction.client.services, interaction.user.id
    typed = current.strip()
    books = [
        Choice(name=f"📖 {book.title}"[:100], value=f"book:{book.id}")
        for book in await services.reading.listed(owner, typed.lstrip("#"))
    ]
    tags = await services.notes.search.suggest(owner, f"tag:{typed.lstrip('#').casefold()}", CHOICES)
    names = [f"#{tag.removeprefix('tag:')}" for tag in tags]
    return [*(Choice(name=name[:100], value=name[:100]) for name in names), *books][:CHOICES]


async def setup(bot: InklingBot) -> None:
    """After the notebook: the command stands in its group."""
    about = "Your week in a few sentences; or a tag, a search, a book"
    command: app_commands.Command[Any, ..., None] = app_commands.Command(
        name="digest", description=about, callback=_digest
    )
    command.autocomplete("about")(_abouts)
    bot.add_dynamic_items(*BUTTONS)
    notes_group(bot).add_command(command)
