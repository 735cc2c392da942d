"""The buttons of the notebook. Each carries a note's id and asks the service for the presser's own note."""

from __future__ import annotations

import io

import discord

from bot.delivery import NOBODY, still
from bot.notes.model import MAX_FORM, Note, Place
from bot.notes.query import Query, parse
from cogs.notes import render, render_lists
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


class Open(NoteButton, template=r"notes:open:(?P<note>\d+)(?::\d{1,2})?"):
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


class Versions(NoteButton, template=r"notes:versions:(?P<note>\d+)(?::(?P<offset>\d{1,6})(?::up)?)?"):
    async def press(self, interaction: Interaction) -> None:
        note = await self.note(interaction)
        found = await interaction.client.services.notes.versions(interaction.user.id, self.note_id)
        view = still(render_lists.versions(note, found, int(self.given["offset"] or 0)))
        await interaction.response.edit_message(view=view, attachments=[])


class Links(NoteButton, template=r"notes:links:(?P<note>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        note, linked = await interaction.client.services.notes.connections(interaction.user.id, self.note_id)
        await interaction.response.edit_message(view=still(render_lists.links(note, linked)), attachments=[])


class Link(NoteButton, template=r"notes:link:(?P<note>\d+):(?P<other>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        notes, owner = interaction.client.services.notes, interaction.user.id
        await notes.link(owner, self.note_id, int(self.given["other"]))
        note, linked = await notes.connections(owner, self.note_id)
        await interaction.response.edit_message(view=still(render_lists.links(note, linked)), attachments=[])


class Todo(NoteButton, template=r"notes:todo:(?P<note>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        note = await self.note(interaction)
        await interaction.response.edit_message(view=still(render_lists.todo(note)), attachments=[])


class Check(NoteButton, template=r"notes:check:(?P<note>\d+):(?P<line>\d+):(?P<version>\d+):(?P<on>[01])"):
    """Ticks a task in its note, or takes the tick away."""

    async def press(self, interaction: Interaction) -> None:
        note = await tick(interaction, self, done=self.given["on"] == "1")
        await interaction.response.edit_message(view=still(render_lists.todo(note)), attachments=[])


class Tick(NoteButton, template=r"notes:tick:(?P<note>\d+):(?P<line>\d+):(?P<version>\d+):(?P<offset>\d{1,6})"):
    """Ticks a task in the list of all."""

    async def press(self, interaction: Interaction) -> None:
        await tick(interaction, self, done=True)
        view = await tasks_page(interaction, int(self.given["offset"]))
        await interaction.response.edit_message(view=view, attachments=[])


class TasksPage(WordButton, template=r"notes:tasks:(?P<offset>\d{1,6})"):
    async def press(self, interaction: Interaction) -> None:
        view = await tasks_page(interaction, int(self.given["offset"]))
        await interaction.response.edit_message(view=view, attachments=[])


class Due(WordButton, template=r"notes:due"):
    """Under a reminder: the list of all open tasks, what is due first."""

    async def press(self, interaction: Interaction) -> None:
        view = await tasks_page(interaction, 0)
        await interaction.response.send_message(view=view, ephemeral=True, allowed_mentions=NOBODY)


async def tick(interaction: Interaction, pressed: NoteButton, *, done: bool) -> Note:
    """The presser's own note with its task ticked. Raises NotFound when the note has changed since it was shown."""
    version, line = int(pressed.given["version"]), int(pressed.given["line"])
    notes = interaction.client.services.notes
    return await notes.tick(interaction.user.id, pressed.note_id, line, seen_version=version, done=done)


async def tasks_page(interaction: Interaction, offset: int) -> discord.ui.LayoutView:
    """A page of the presser's own open tasks."""
    services = interaction.client.services
    found = await services.notes.order.tasks(interaction.user.id, limit=render.PAGE + 1, offset=offset)
    today = (await services.people.find(interaction.user.id)).day(services.clock())
    return still(render_lists.tasks(found[: render.PAGE], offset, today, more=len(found) > render.PAGE))


class Revert(NoteButton, template=r"notes:revert:(?P<note>\d+):(?P<number>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        notes = interaction.client.services.notes
        note = await notes.restore_version(interaction.user.id, self.note_id, int(self.given["number"]))
        await replaced(interaction, note)


class Text(NoteButton, template=r"notes:text:(?P<note>\d+)"):
    """The whole text as a file, with what is written and said in the note's own files."""

    async def press(self, interaction: Interaction) -> None:
        note = await self.note(interaction)
        said = [f"## {file.name}\n\n{file.text}" for file in note.files if file.text]
        file = discord.File(io.BytesIO("\n\n".join((note.body, *said)).encode()), f"note-{note.id}.md")
        await interaction.response.send_message(file=file, ephemeral=True, allowed_mentions=NOBODY)


class Files(NoteButton, template=r"notes:files:(?P<note>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        await send_files(interaction, await self.note(interaction))


class Page(WordButton, template=r"notes:list:(?P<place>notes|archive|trash):(?P<offset>\d{1,9})(?::go)?"):
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


BUTTONS = (
    Open,
    Undo,
    Edit,
    Pin,
    Archive,
    Trash,
    Restore,
    Versions,
    Revert,
    Text,
    Files,
    Page,
    SearchPage,
    Links,
    Link,
    Todo,
    Check,
    Tick,
    TasksPage,
    Due,
)
