"""``/read``: books, step by step."""

from __future__ import annotations

from collections.abc import Sequence

from discord import app_commands
from discord.app_commands import Choice
from discord.ext import commands

from bot.client import InklingBot
from bot.reading.model import MAX_TITLE, Book
from cogs.read.forms import StartForm
from cogs.read.publish import show_draft
from cogs.read.views import show_book
from cogs.read.views_shelf import show_questions
from cogs.ui import Interaction


async def _begun(interaction: Interaction, book: Book, said: Sequence[str]) -> None:
    await show_book(interaction, book, said, edit=False)


@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
class ReadCog(commands.GroupCog, group_name="read", group_description="Read technical books well, step by step"):
    def __init__(self, bot: InklingBot) -> None:
        self._reading = bot.services.reading

    @app_commands.command(description="Begin a book: its title and its table of contents")
    @app_commands.describe(title="The book's title")
    async def start(self, interaction: Interaction, title: app_commands.Range[str, 1, MAX_TITLE] | None = None) -> None:
        await interaction.response.send_modal(StartForm(title or "", _begun))

    @app_commands.command(description="Where you are, and what to do next")
    @app_commands.describe(book="Empty for the one you read last")
    async def now(self, interaction: Interaction, book: app_commands.Range[str, 1, 100] | None = None) -> None:
        await show_book(interaction, await self._find(interaction, book), edit=False)

    @app_commands.command(description="Your questions about a book, open and answered")
    @app_commands.describe(book="Empty for the one you read last")
    async def questions(self, interaction: Interaction, book: app_commands.Range[str, 1, 100] | None = None) -> None:
        await show_questions(interaction, (await self._find(interaction, book)).id, edit=False)

    @app_commands.command(description="Make a post of a book: summary, notes, glossary, questions, cover")
    @app_commands.describe(book="Empty for the one you read last")
    async def publish(self, interaction: Interaction, book: app_commands.Range[str, 1, 100] | None = None) -> None:
        await show_draft(interaction, await self._find(interaction, book))

    async def _find(self, interaction: Interaction, book: str | None) -> Book:
        if book is None:
            return await self._reading.latest(interaction.user.id)
        return await self._reading.by_name(interaction.user.id, book)

    @now.autocomplete("book")
    @questions.autocomplete("book")
    @publish.autocomplete("book")
    async def books(self, interaction: Interaction, current: str) -> list[Choice[str]]:
        found = await self._reading.listed(interaction.user.id, current)
        return [Choice(name=book.title[:100], value=str(book.id)) for book in found]
