"""Sending notes: a card with the note's own pictures, privately, as an answer or in place of the one before."""

from __future__ import annotations

import io
from collections.abc import Sequence

import discord

from bot.delivery import NOBODY, still
from bot.notes.model import Kind, Note, NoteFile
from bot.notes.service import NotesService
from cogs.notes import render
from cogs.ui import Interaction

SHOWN_TYPES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
MAX_PICTURES = 4
FILES_A_MESSAGE = 10


async def pictures_of(notes: NotesService, note: Note, limit_bytes: int) -> list[discord.File]:
    """The note's pictures as files to send along, as many as fit."""
    shown: list[discord.File] = []
    room = limit_bytes
    for number, file in enumerate(note.files):
        fits = file.kind is Kind.IMAGE and file.media_type in SHOWN_TYPES and file.size <= room
        if fits and len(shown) < MAX_PICTURES:
            room -= file.size
            content = await notes.content(file)
            shown.append(discord.File(io.BytesIO(content), f"note-{note.id}-{number + 1}{file.suffix}"))
    return shown


async def show_card(interaction: Interaction, note: Note, *, replace: bool = False) -> None:
    """The note's card; with ``replace`` in the message whose button was pressed."""
    notes = interaction.client.services.notes
    files = await pictures_of(notes, note, interaction.filesize_limit)
    view = still(render.card(note, [file.filename for file in files], notes.file_texts.readers))
    if replace and interaction.message is not None:
        await interaction.response.edit_message(view=view, attachments=files)
    else:
        await interaction.response.send_message(view=view, files=files, ephemeral=True, allowed_mentions=NOBODY)


async def send_files(interaction: Interaction, note: Note) -> None:
    """All files of the note, in as many messages as they need; what Discord takes no more is named."""
    notes, limit = interaction.client.services.notes, interaction.filesize_limit
    await interaction.response.defer(ephemeral=True, thinking=True)
    small = [file for file in note.files if file.size <= limit]
    large = [file for file in note.files if file.size > limit]
    for batch in batches(small, limit):
        files = [discord.File(io.BytesIO(await notes.content(file)), file.name) for file in batch]
        await interaction.followup.send(files=files, ephemeral=True, allowed_mentions=NOBODY)
    if large:
        names = ", ".join(render.shorten(file.name, 60) for file in large[:10])
        await interaction.followup.send(
            f"Too large for Discord here, still safe in your notes: {names}", ephemeral=True, allowed_mentions=NOBODY
        )


def batches(files: Sequence[NoteFile], limit_bytes: int) -> list[list[NoteFile]]:
    """The files in groups of at most ten that together stay within the limit."""
    groups: list[list[NoteFile]] = []
    for file in files:
        last = groups[-1] if groups else None
        if last is None or len(last) == FILES_A_MESSAGE or sum(f.size for f in last) + file.size > limit_bytes:
            groups.append([file])
        else:
            last.append(file)
    return groups
