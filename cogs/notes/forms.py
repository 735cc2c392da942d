"""The forms of the notebook: a new note, and an edited one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import discord
from discord import ui

from bot.notes.markup import with_tags
from bot.notes.model import MAX_FORM, MAX_NOTEBOOK, Incoming, Note
from cogs.notes.incoming import Attachments
from cogs.ui import Form, Interaction

MAX_TAGS = 200


class AddForm(Form, title="New note"):
    """``done`` is told of what came in."""

    def __init__(self, attachments: Attachments, done: Callable[[Interaction, Incoming], Awaitable[None]]) -> None:
        super().__init__()
        self._attachments = attachments
        self._done = done
        self.body: ui.TextInput[AddForm] = ui.TextInput(
            style=discord.TextStyle.paragraph, required=False, max_length=MAX_FORM
        )
        self.tags: ui.TextInput[AddForm] = ui.TextInput(required=False, max_length=MAX_TAGS)
        self.notebook: ui.TextInput[AddForm] = ui.TextInput(required=False, max_length=MAX_NOTEBOOK)
        self.mood: ui.TextInput[AddForm] = ui.TextInput(required=False, max_length=MAX_NOTEBOOK)
        self.files: ui.FileUpload[AddForm] = ui.FileUpload(required=False, max_values=10)
        hint = "Markdown, [[links]] and - [ ] tasks work"
        self.add_item(ui.Label(text="Text", description=hint, component=self.body))
        self.add_item(ui.Label(text="Tags", description="Like work/ideas, books", component=self.tags))
        self.add_item(ui.Label(text="Notebook", component=self.notebook))
        self.add_item(ui.Label(text="Mood", component=self.mood))
        self.add_item(ui.Label(text="Files", component=self.files))

    async def submit(self, interaction: Interaction) -> None:
        incoming = Incoming(
            message_id=interaction.id,
            sent_utc=interaction.client.services.clock(),
            text=with_tags(self.body.value.strip(), self.tags.value),
            files=self._attachments.arriving(self.files.values),
            notebook=self.notebook.value,
            mood=" ".join(self.mood.value.split()),
        )
        await self._done(interaction, incoming)


class EditForm(Form, title="Edit note"):
    """``done`` shows the note as it is then. For notes whose text a form can hold."""

    def __init__(self, note: Note, done: Callable[[Interaction, Note], Awaitable[None]]) -> None:
        super().__init__()
        self._note = note
        self._done = done
        self.body: ui.TextInput[EditForm] = ui.TextInput(
            style=discord.TextStyle.paragraph, default=note.body or None, required=False, max_length=MAX_FORM
        )
        self.notebook: ui.TextInput[EditForm] = ui.TextInput(
            default=note.notebook or None, required=False, max_length=MAX_NOTEBOOK
        )
        self.mood: ui.TextInput[EditForm] = ui.TextInput(
            default=note.mood or None, required=False, max_length=MAX_NOTEBOOK
        )
        self.add_item(ui.Label(text="Text", description="The version before is kept", component=self.body))
        self.add_item(ui.Label(text="Notebook", component=self.notebook))
        self.add_item(ui.Label(text="Mood", component=self.mood))

    async def submit(self, interaction: Interaction) -> None:
        note = await interaction.client.services.notes.edit(
            interaction.user.id,
            self._note.id,
            self.body.value,
            seen_version=self._note.version,
            notebook=self.notebook.value,
            mood=self.mood.value,
        )
        await self._done(interaction, note)


class AppendForm(Form, title="Add to the note"):
    """For notes that are longer than a form holds."""

    def __init__(self, note: Note, done: Callable[[Interaction, Note], Awaitable[None]]) -> None:
        super().__init__()
        self._note = note
        self._done = done
        self.text: ui.TextInput[AppendForm] = ui.TextInput(style=discord.TextStyle.paragraph, max_length=MAX_FORM)
        hint = "This note is longer than a form holds: write below it"
        self.add_item(ui.Label(text="Text", description=hint, component=self.text))

    async def submit(self, interaction: Interaction) -> None:
        note = await interaction.client.services.notes.append(interaction.user.id, self._note.id, self.text.value)
        await self._done(interaction, note)
