"""Export and import: buttons under ``/habit stats``."""

from __future__ import annotations

import io
from collections.abc import Sequence

import discord
from discord import ui

from bot.delivery import NOBODY
from bot.errors import BadRequest
from bot.habits.moving import MAX_IMPORT_BYTES
from cogs.ui import Form, Interaction, RecordButton

NO_FILE = "Choose a file."


def exported(missing: Sequence[str]) -> str:
    text = (
        "A zip for Loop Habit Tracker, a workbook with a checklist and charts, and a JSON file with everything,"
        " which I can read again."
    )
    return f"{text} Too large for this place: {', '.join(missing)}." if missing else text


def imported(habits: int, events: int) -> str:
    """Days that had entries already were left alone."""
    made = "no new habit" if habits == 0 else "1 new habit" if habits == 1 else f"{habits} new habits"
    taken = "no check-ins" if events == 0 else "1 check-in" if events == 1 else f"{events} check-ins"
    return f"Taken over: {made}, {taken}. Days that you had written down already stay as they were."


class Export(RecordButton, template=r"habit:export:(?P<id>0)"):
    async def press(self, interaction: Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        files = await interaction.client.services.habit_moving.export(interaction.user.id)
        limit = interaction.filesize_limit
        fitting = [(name, content) for name, content in files if len(content) <= limit]
        missing = [name for name, content in files if len(content) > limit]
        await interaction.followup.send(
            exported(missing),
            files=[discord.File(io.BytesIO(content), name) for name, content in fitting],
            ephemeral=True,
            allowed_mentions=NOBODY,
        )


class Import(RecordButton, template=r"habit:import:(?P<id>0)"):
    async def press(self, interaction: Interaction) -> None:
        await interaction.response.send_modal(ImportForm())


class ImportForm(Form, title="Import habits"):
    def __init__(self) -> None:
        super().__init__()
        self.file: ui.FileUpload[Form] = ui.FileUpload(max_values=1)
        self.add_item(
            ui.Label(text="File", description="Loop Habit Tracker's CSV zip, or my own JSON", component=self.file)
        )

    async def submit(self, interaction: Interaction) -> None:
        if not self.file.values:
            raise BadRequest(NO_FILE)
        upload = self.file.values[0]
        if upload.size > MAX_IMPORT_BYTES:
            raise BadRequest(f"That file is larger than {MAX_IMPORT_BYTES // 10**6} MB.")
        await interaction.response.defer(ephemeral=True, thinking=True)
        moving = interaction.client.services.habit_moving
        found = await moving.take(interaction.user.id, upload.filename, await upload.read())
        await interaction.followup.send(imported(found.habits, found.events), ephemeral=True, allowed_mentions=NOBODY)


ITEMS: tuple[type[discord.ui.DynamicItem[discord.ui.Item[discord.ui.LayoutView]]], ...] = (Export, Import)
