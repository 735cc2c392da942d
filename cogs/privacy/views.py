"""The menu below ``/privacy``: what to erase, after a word that says so."""

from __future__ import annotations

from collections.abc import Sequence

from discord import ui

from bot.delivery import still
from bot.errors import BadRequest, NotFound
from bot.privacy.model import Held, Room
from cogs.privacy import render
from cogs.ui import Form, Interaction, RecordSelect


class Erase(RecordSelect, template=r"privacy:erase"):
    async def choose(self, interaction: Interaction) -> None:
        chosen = self.values[0]
        rooms = list(Room) if chosen == render.EVERYTHING else [Room(chosen)]
        held = await interaction.client.services.privacy.held(interaction.user.id)
        held = Held({room: counts for room, counts in held.rooms.items() if room in rooms})
        if held.is_nothing:
            raise NotFound("There is nothing of that any more.")
        await interaction.response.send_modal(EraseForm(rooms, held))


class EraseForm(Form, title="Erase for good?"):
    def __init__(self, rooms: Sequence[Room], held: Held) -> None:
        super().__init__()
        self._rooms = rooms
        self.word: ui.TextInput[EraseForm] = ui.TextInput(max_length=20)
        self.add_item(ui.TextDisplay(render.question(held)))
        self.add_item(ui.Label(text="Are you sure?", description=f"Type {render.WORD} to go on.", component=self.word))

    async def submit(self, interaction: Interaction) -> None:
        if self.word.value.strip().casefold() != render.WORD:
            raise BadRequest(f"Nothing was erased: the word was not “{render.WORD}”.")
        await interaction.response.defer()
        gone = await interaction.client.services.privacy.erase(interaction.user.id, self._rooms)
        await interaction.edit_original_response(view=still(render.erased(gone)))


ITEMS = (Erase,)
