"""The buttons of the notebook. Each carries a note's id and asks the service for the presser's own note."""

from __future__ import annotations

import io

import discord

from bot.delivery import NOBODY, still
from bot.notes.model import MAX_FORM, Note, Place
from bot.notes.query import Query, parse
from cogs.notes import render
from cogs.notes.forms import AppendForm, EditForm
from cogs.notes.show import send_files, show_card
from cogs.ui import Interaction, WordButton


class NoteButton(WordButton, template=r"(?!)"):
    """Its ``template`` has a group ``note``."""

    @property
    def note_id(self) -> int:
        return int(self.given["note"])

    async def note(self, interaction: Interaction) -> Note:
        """The presser's own note. Raises NotFound."""
        return await interaction.client.services.notes.find(interaction.user.id, self.note_id)


async def replaced(interaction: Interaction, note: Note) -> None:
    await show_card(interaction, note, replace=True)


class Open(NoteButton, template=r"notes:open:(?P<note>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        private = interaction.message is not None and interaction.message.flags.ephemeral
        await show_card(interaction, await self.note(interaction), replace=private)


class Undo(NoteButton, template=r"notes:undo:(?P<note>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        note = await interaction.client.services.notes.trash(interaction.user.id, self.note_id)
        await interaction.response.edit_message(view=still(render.taken_back(note)), attachments=[])


class Edit(NoteButton, template=r"notes:edit:(?P<note>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        note = await self.note(interaction)
        form = EditForm(note, replaced) if len(note.body) <= MAX_FORM else AppendForm(note, replaced)
        await interaction.response.send_modal(form)


class Pin(NoteButton, template=r"notes:pin:(?P<note>\d+):(?P<on>[01])"):
    async def press(self, interaction: Interaction) -> None:
        on = self.given["on"] == "1"
        await replaced(interaction, await interaction.client.services.notes.pin(interaction.user.id, self.note_id, on))


class Archive(NoteButton, template=r"notes:archive:(?P<note>\d+):(?P<on>[01])"):
    async def press(self, interaction: Interaction) -> None:
        notes, on = interaction.client.services.notes, self.given["on"] == "1"
        await replaced(interaction, await notes.archive(interaction.user.id, self.note_id, on))


class Trash(NoteButton, template=r"notes:trash:(?P<note>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        note = await interaction.client.services.notes.trash(interaction.user.id, self.note_id)
        await interaction.response.edit_message(view=still(render.taken_back(note)), attachments=[])


class Restore(NoteButton, template=r"notes:restore:(?P<note>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        note = await interaction.client.services.notes.restore(interaction.user.id, self.note_id)
        await replaced(interaction, note)


class Versions(NoteButton, template=r"notes:versions:(?P<note>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        note = await self.note(interaction)
        found = await interaction.client.services.notes.versions(interaction.user.id, self.note_id)
        await interaction.response.edit_message(view=still(render.versions(note, found)), attachments=[])


class Revert(NoteButton, template=r"notes:revert:(?P<note>\d+):(?P<number>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        notes = interaction.client.services.notes
        note = await notes.restore_version(interaction.user.id, self.note_id, int(self.given["number"]))
        await replaced(interaction, note)


class Text(NoteButton, template=r"notes:text:(?P<note>\d+)"):
    """The whole text as a file."""

    async def press(self, interaction: Interaction) -> None:
        note = await self.note(interaction)
        file = discord.File(io.BytesIO(note.body.encode()), f"note-{note.id}.md")
        await interaction.response.send_message(file=file, ephemeral=True, allowed_mentions=NOBODY)


class Files(NoteButton, template=r"notes:files:(?P<note>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        await send_files(interaction, await self.note(interaction))


class Page(WordButton, template=r"notes:list:(?P<place>[a-z]+):(?P<offset>\d{1,9})(?::go)?"):
    async def press(self, interaction: Interaction) -> None:
        place, offset = Place(self.given["place"]), int(self.given["offset"])
        view = await page(interaction, place, offset)
        await interaction.response.edit_message(view=view, attachments=[])


async def page(interaction: Interaction, place: Place, offset: int) -> discord.ui.LayoutView:
    """A page of the presser's own notes in that place."""
    found = await interaction.client.services.notes.recent(
        interaction.user.id,
        archived=place is Place.ARCHIVE,
        trashed=place is Place.TRASH,
        limit=render.PAGE + 1,
        offset=offset,
    )
    return still(render.listed(found[: render.PAGE], place, offset, more=len(found) > render.PAGE))


class SearchPage(WordButton, template=r"notes:search:(?P<search>\d+):(?P<offset>\d{1,6})(?::here)?"):
    async def press(self, interaction: Interaction) -> None:
        notes = interaction.client.services.notes
        search_id, offset = int(self.given["search"]), int(self.given["offset"])
        text = await notes.search.kept(interaction.user.id, search_id)
        view = await found(interaction, text, search_id, offset)
        await interaction.response.edit_message(view=view, attachments=[])


async def read_query(interaction: Interaction, text: str) -> Query:
    """What was typed, with days as that person counts them. Raises BadRequest for what cannot be read."""
    services = interaction.client.services
    person = await services.people.find(interaction.user.id)
    return parse(text, person.day(services.clock()), person.day_begins)


async def found(interaction: Interaction, text: str, search_id: int, offset: int) -> discord.ui.LayoutView:
    """A page of what the presser's own notes have for that search. Raises BadRequest for what cannot be read."""
    query = await read_query(interaction, text)
    search = interaction.client.services.notes.search
    hits = await search.find(interaction.user.id, query, limit=render.PAGE, offset=offset)
    return still(render.hits(hits, text, search_id, offset))


BUTTONS = (Open, Undo, Edit, Pin, Archive, Trash, Restore, Versions, Revert, Text, Files, Page, SearchPage)
