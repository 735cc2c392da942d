"""``/notes`` and the menu "Save to notes"."""

from __future__ import annotations

import logging
from typing import Literal

import discord
from discord import app_commands
from discord.ext import commands, tasks

from bot.client import InklingBot
from bot.delivery import NOBODY, still
from bot.notes.markup import with_tags
from bot.notes.model import MAX_FORM, Incoming, Place
from cogs.notes import moving, render
from cogs.notes.forms import AddForm
from cogs.notes.incoming import Attachments, from_menu
from cogs.notes.picture import with_settings
from cogs.notes.views import found, page, read_query, tasks_page
from cogs.ui import Interaction, guarded

CHOICES = 25
"""Most autocomplete answers Discord takes."""
MAX_QUERY = 300

log = logging.getLogger(__name__)


@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
class NotesCog(commands.GroupCog, group_name="notes", group_description="Your notes, kept on this machine"):
    def __init__(self, bot: InklingBot, attachments: Attachments) -> None:
        self._bot = bot
        self._attachments = attachments
        self._menu = app_commands.ContextMenu(
            name="Save to notes",
            callback=self.save,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
        )

    async def cog_load(self) -> None:
        self._bot.tree.add_command(self._menu)
        self.tidy.start()

    async def cog_unload(self) -> None:
        self.tidy.cancel()
        self._bot.tree.remove_command(self._menu.name, type=self._menu.type)
        await self._attachments.close()

    @app_commands.command(description="Write a note; without text a form opens")
    @app_commands.describe(
        text="The note; leave it out for a form", tags="Like work/ideas, books", notebook="The subject it belongs to"
    )
    async def add(
        self,
        interaction: discord.Interaction[InklingBot],
        text: app_commands.Range[str, 1, MAX_FORM] | None = None,
        tags: app_commands.Range[str, 1, 200] | None = None,
        notebook: str | None = None,
    ) -> None:
        if text is None:
            await interaction.response.send_modal(AddForm(self._attachments, self._keep))
            return
        incoming = Incoming(
            message_id=interaction.id,
            sent_utc=self._bot.services.clock(),
            text=with_tags(text, tags or ""),
            notebook=notebook or "",
        )
        await guarded(interaction, lambda asked: self._keep(asked, incoming), lambda: [text])

    @app_commands.command(description="Your newest notes; from there the archive and the trash")
    async def recent(self, interaction: discord.Interaction[InklingBot]) -> None:
        view = await page(interaction, Place.NOTES, 0)
        await interaction.response.send_message(view=view, ephemeral=True, allowed_mentions=NOBODY)

    @app_commands.command(description="Find a note by its words, its picture's words, what was said, or its meaning")
    @app_commands.describe(query='Words, "exact words", -without, tag:work in:research has:image after:2026-01')
    async def search(
        self, interaction: discord.Interaction[InklingBot], query: app_commands.Range[str, 1, MAX_QUERY]
    ) -> None:
        await read_query(interaction, query)
        search_id = await self._bot.services.notes.search.keep(interaction.user.id, query)
        view = await found(interaction, query, search_id, 0)
        await interaction.response.send_message(view=view, ephemeral=True, allowed_mentions=NOBODY)

    @search.autocomplete("query")
    async def _searches(
        self, interaction: discord.Interaction[InklingBot], current: str
    ) -> list[app_commands.Choice[str]]:
        offered = await self._bot.services.notes.search.suggest(interaction.user.id, current, CHOICES)
        return [app_commands.Choice(name=text[:100], value=text[:100]) for text in offered if text.strip()]

    @add.autocomplete("notebook")
    async def _notebooks(
        self, interaction: discord.Interaction[InklingBot], current: str
    ) -> list[app_commands.Choice[str]]:
        offered = await self._bot.services.notes.search.notebooks(interaction.user.id, current, CHOICES)
        return [app_commands.Choice(name=name, value=name) for name in offered]

    @app_commands.command(name="tasks", description="Your open tasks, what is due first")
    async def open_tasks(self, interaction: discord.Interaction[InklingBot]) -> None:
        view = await tasks_page(interaction, 0)
        await interaction.response.send_message(view=view, ephemeral=True, allowed_mentions=NOBODY)

    @app_commands.command(description="All your notes as a zip of Markdown that opens in Obsidian, or as JSON")
    @app_commands.describe(form="Markdown unless you say otherwise", files="Pictures, recordings and other files too")
    @app_commands.rename(form="as")
    async def export(
        self,
        interaction: discord.Interaction[InklingBot],
        form: Literal["Markdown", "JSON"] = "Markdown",
        files: bool = True,
    ) -> None:
        await moving.export(interaction, as_json=form == "JSON", with_files=files)

    @app_commands.command(name="import", description="Take over notes: my own zip, Obsidian, Joplin or Evernote")
    @app_commands.describe(file="A zip of Markdown, Evernote's .enex or my JSON; leave it out for several")
    async def take(self, interaction: discord.Interaction[InklingBot], file: discord.Attachment | None = None) -> None:
        if file is None:
            await interaction.response.send_modal(moving.ImportForm(self._attachments))
        else:
            await moving.take(interaction, self._attachments, [file])

    async def save(self, interaction: discord.Interaction[InklingBot], message: discord.Message) -> None:
        """A message of anybody's, as a note of whoever chose this. A picture of ours comes with its settings."""
        incoming = from_menu(message, self._bot.services.clock(), self._attachments)
        incoming = await with_settings(incoming, message, interaction.user.id, self._bot.services.imagine)
        await self._keep(interaction, incoming)

    async def _keep(self, interaction: Interaction, incoming: Incoming) -> None:
        notes = self._bot.services.notes
        if incoming.files:  # fetching them may take longer than Discord waits
            await interaction.response.defer(ephemeral=True, thinking=True)
        captured = await notes.add(interaction.user.id, incoming)
        note = await notes.find(interaction.user.id, captured.note_id)
        view = still(render.saved(note, captured.missed, again=captured.again))
        if incoming.files:
            await interaction.followup.send(view=view, ephemeral=True, allowed_mentions=NOBODY)
        else:
            await interaction.response.send_message(view=view, ephemeral=True, allowed_mentions=NOBODY)

    @tasks.loop(hours=1)
    async def tidy(self) -> None:
        """Empty the trash of what has been there for 30 days."""
        try:
            await self._bot.services.notes.empty_trash()
        except Exception:  # a loop of discord.py's ends for good when it raises
            log.exception("emptying the trash failed; it is tried again")
