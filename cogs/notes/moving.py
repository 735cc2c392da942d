"""Export, import and erasing, with their progress shown while they work."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import discord
from discord import ui

from bot.delivery import NOBODY, REFUSED, still
from bot.errors import BadRequest, NotAllowed, UserError
from bot.notes.importing import Taken
from bot.notes.workshop import Progress
from cogs.notes import render, render_moving
from cogs.notes.incoming import Attachments
from cogs.ui import Form, Interaction, WordButton

log = logging.getLogger(__name__)

TELL_SECONDS = 3.0
FOLLOW_UPS = 4
"""Discord takes five from a bot that is not in the server; more zips than this go by direct message."""
MAX_UPLOADS = 10


@contextlib.asynccontextmanager
async def telling(interaction: Interaction) -> AsyncIterator[Progress]:
    """Answers at once, and shows what is being done every few seconds until the block ends.

    A UserError is shown in place of the progress.
    """
    await interaction.response.defer(ephemeral=True, thinking=True)
    progress = Progress()
    task = asyncio.create_task(_tell(interaction, progress), name="notes progress")
    try:
        yield progress
    except UserError as error:
        await _stop(task)
        await finish(interaction, render.plain(str(error)))
    finally:
        await _stop(task)


async def say(interaction: Interaction, text: str) -> None:
    await interaction.edit_original_response(view=still(render.plain(text)), allowed_mentions=NOBODY)


async def finish(interaction: Interaction, view: ui.LayoutView) -> None:
    """The last word, in place of the progress; by direct message where that took longer than an answer lives."""
    try:
        await interaction.edit_original_response(view=still(view), allowed_mentions=NOBODY)
    except discord.HTTPException as error:
        if error.status not in REFUSED:
            raise
        await interaction.user.send(view=still(view), allowed_mentions=NOBODY)


async def _tell(interaction: Interaction, progress: Progress) -> None:
    told = ""
    while True:
        await asyncio.sleep(TELL_SECONDS)
        text = render_moving.working(progress)
        if text != told:
            told = text
            try:
                await say(interaction, text)
            except discord.HTTPException as error:
                log.info("progress was refused: %s", error)


async def _stop(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def export(interaction: Interaction, *, as_json: bool, with_files: bool) -> None:
    exporting = interaction.client.services.notes.exporting
    limit = interaction.filesize_limit
    async with (
        telling(interaction) as progress,
        exporting.export(interaction.user.id, limit, progress, as_json=as_json, with_files=with_files) as found,
    ):
        progress.say("Sending")
        direct = len(found.paths) > FOLLOW_UPS or interaction.is_expired()
        await _send(interaction, found.paths, direct=direct)
        view = render_moving.exported(
            found.notes, found.files, len(found.paths), found.lines, found.beside, direct=direct, as_json=as_json
        )
        await finish(interaction, view)


async def _send(interaction: Interaction, paths: Sequence[Path], *, direct: bool) -> None:
    for path in paths:
        file = await asyncio.to_thread(discord.File, path, path.name)
        try:
            if direct:
                await interaction.user.send(file=file, allowed_mentions=NOBODY, silent=True)
            else:
                await interaction.followup.send(file=file, ephemeral=True, allowed_mentions=NOBODY)
        except discord.Forbidden:
            raise NotAllowed(render_moving.CLOSED_DMS) from None
        finally:
            file.close()


async def take(interaction: Interaction, attachments: Attachments, files: Sequence[discord.Attachment]) -> None:
    importing = interaction.client.services.notes.importing
    taken: list[Taken] = []
    refused: list[tuple[str, str]] = []
    async with telling(interaction) as progress:
        for upload in attachments.arriving(files):
            try:
                taken.append(await importing.take(interaction.user.id, upload, progress))
            except UserError as error:
                refused.append((upload.name, str(error)))
        await finish(interaction, render_moving.imported(taken, refused))


class ImportForm(Form, title="Import notes"):
    def __init__(self, attachments: Attachments) -> None:
        super().__init__()
        self._attachments = attachments
        self.files: ui.FileUpload[ImportForm] = ui.FileUpload(max_values=MAX_UPLOADS)
        hint = "My own zips or JSON, an Obsidian vault or Joplin's Markdown as a zip, Evernote's .enex"
        self.add_item(ui.Label(text="Files", description=hint, component=self.files))

    async def submit(self, interaction: Interaction) -> None:
        await take(interaction, self._attachments, self.files.values)


class EraseForm(Form, title="Erase all my notes"):
    def __init__(self, what: str) -> None:
        super().__init__()
        self.word: ui.TextInput[EraseForm] = ui.TextInput(max_length=20)
        self.add_item(ui.TextDisplay(what))
        self.add_item(ui.Label(text="Are you sure?", description=render_moving.ERASE_HINT, component=self.word))

    async def submit(self, interaction: Interaction) -> None:
        if self.word.value.strip().casefold() != render_moving.ERASE_WORD:
            raise BadRequest(render_moving.NOT_ERASED)
        async with telling(interaction) as progress:
            progress.say("Erasing")
            found = await interaction.client.services.notes.exporting.erase(interaction.user.id)
            await finish(interaction, render.plain(render_moving.erased(*found)))


class Erase(WordButton, template=r"notes:erase"):
    async def press(self, interaction: Interaction) -> None:
        found = await interaction.client.services.notes.exporting.counts(interaction.user.id)
        await interaction.response.send_modal(EraseForm(render_moving.erasing(*found)))


class Unimport(WordButton, template=r"notes:unimport:(?P<imports>\d{1,15}(?:-\d{1,15}){0,9})"):
    """Takes back what one or several imports brought."""

    async def press(self, interaction: Interaction) -> None:
        importing = interaction.client.services.notes.importing
        ids = [int(one) for one in self.given["imports"].split("-")]
        found = [await importing.undo(interaction.user.id, one) for one in ids]
        notes, beside = sum(count for count, _ in found), render_moving.summed(counts for _, counts in found)
        await interaction.response.edit_message(view=still(render.plain(render_moving.undone(notes, beside))))
