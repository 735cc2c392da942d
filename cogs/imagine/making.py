"""Vary and Upscale: what can be made of a finished picture, by anyone who sees it, on their own quota."""

from __future__ import annotations

from collections.abc import Sequence

import discord
from discord import ui

from bot.delivery import NOBODY, still
from bot.gpu.catalog import ModelInfo
from bot.gpu.job import Mode
from bot.imagine.deriving import How
from bot.imagine.work import Work
from cogs.imagine.ask import ask
from cogs.imagine.looking import looker
from cogs.imagine.render import CALM
from cogs.ui import Interaction, JobButton, RecordSelect, WordButton

VARY, UPSCALE, INPUT = "vary", "upscale", "input"
_LABELS = {
    How.SUBTLE: "Subtle",
    How.STRONG: "Strong",
    How.OUT_1_5: "Zoom out 1.5×",
    How.OUT_2: "Zoom out 2×",
    How.LEFT: "Left",
    How.UP: "Up",
    How.DOWN: "Down",
    How.RIGHT: "Right",
    How.TWICE: "2×",
}
_VARIED = "**Subtle** keeps the picture and changes its mood; **Strong** keeps the idea."
_OUTWARD = "Zooming out and moving to a side paint what was beyond the edge."
_ENLARGED = "**2×** draws the details anew, tile by tile; it takes as long as several pictures."
_WHICH = "-# Choose the picture to start from; then say what it should become."
_NOTHING = "The model that drew this can neither start from a picture nor paint into one."


def rows(work: Work, card: str, upscaler: ModelInfo | None) -> list[list[tuple[How, str]]]:
    """The ways that the model allows, row by row, with their labels."""
    if card == INPUT:
        return []
    modes = work.model.modes if work.model else tuple(Mode)
    if card == UPSCALE:
        found = [How.TWICE] if Mode.UPSCALE in modes and work.wish.upscale != 4 else []
        labelled = [(how, _LABELS[how]) for how in found]
        labelled += [(How.FOURFOLD, f"4× with {upscaler.label}"[:80])] if upscaler else []
        return [labelled] if labelled else []
    found_rows = [[How.SUBTLE, How.STRONG]] if Mode.IMAGE in modes else []
    if Mode.INPAINT in modes:
        found_rows += [[How.OUT_1_5, How.OUT_2], [How.LEFT, How.UP, How.DOWN, How.RIGHT]]
    return [[(how, _LABELS[how]) for how in row] for row in found_rows]


def chooser(
    work: Work, card: str, position: int, upscaler: ModelInfo | None, sees: ModelInfo | None = None
) -> ui.LayoutView:
    """Which picture of a job, and what to make of it."""
    ways = rows(work, card, upscaler)
    view = ui.LayoutView(timeout=None)
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=CALM)
    box.add_item(ui.TextDisplay("\n".join(_lines(card, ways))))
    if len(work.pictures) > 1:
        box.add_item(ui.ActionRow(_picker(work, card, position)))
    for row in ways:
        buttons: list[ui.Button[ui.LayoutView]] = [
            ui.Button(label=label, custom_id=f"imagine:make:{work.job.id}:{position}:{how}") for how, label in row
        ]
        if row[0][0] is How.SUBTLE:
            buttons.append(ui.Button(label="In your words", custom_id=f"imagine:input:{work.job.id}:{position}"))
        box.add_item(ui.ActionRow(*buttons))
    if card == INPUT:
        this = f"{work.job.id}:{position}"
        box.add_item(ui.ActionRow(ui.Button(label="Use this one", custom_id=f"imagine:input:{this}")))
        if sees is not None:
            box.add_item(ui.ActionRow(ui.Button(label="Look like this one", custom_id=f"imagine:look:{this}")))
    view.add_item(box)
    return view


def _lines(card: str, ways: Sequence[object]) -> list[str]:
    if card == INPUT:
        return ["### Use as input", _WHICH]
    title = "### Vary" if card == VARY else "### Upscale"
    if not ways:
        return [title, _NOTHING]
    return [title, *(f"-# {line}" for line in ((_VARIED, _OUTWARD) if card == VARY else (_ENLARGED,)))]


def _picker(work: Work, card: str, position: int) -> ui.Select[ui.LayoutView]:
    options = [
        discord.SelectOption(
            label=work.wish.grid.label(picture.position)[:100] if work.wish.grid else f"Picture {picture.position + 1}",
            description=f"seed {picture.seed}",
            value=str(picture.position),
            default=picture.position == position,
        )
        for picture in work.pictures
    ]
    return ui.Select(options=options, custom_id=f"imagine:pick:{work.job.id}:{card}")


class _Opens(JobButton, template=r"(?!)"):
    card: str

    async def press(self, interaction: Interaction) -> None:
        imagine = interaction.client.services.imagine
        work = await imagine.find_for(self.job_id, interaction.user.id)
        imagine.check_has_pictures(work)
        ways = [way for row in rows(work, self.card, imagine.upscaler) for way in row]
        position = work.pictures[0].position
        if len(ways) == 1 and len(work.pictures) == 1:
            await make(interaction, work, position, ways[0][0])
            return
        view = still(chooser(work, self.card, position, imagine.upscaler))
        await interaction.response.send_message(view=view, ephemeral=True, allowed_mentions=NOBODY)


class Vary(_Opens, template=r"imagine:vary:(?P<job>\d+)"):
    card = VARY


class Upscale(_Opens, template=r"imagine:upscale:(?P<job>\d+)"):
    card = UPSCALE


class Pick(RecordSelect, template=r"imagine:pick:(?P<job>\d+):(?P<card>vary|upscale|input)"):
    """Another picture of the same job."""

    async def choose(self, interaction: Interaction) -> None:
        imagine = interaction.client.services.imagine
        work = await imagine.find_for(int(self.given["job"]), interaction.user.id)
        position = int(self.values[0])
        view = still(chooser(work, self.given["card"], position, imagine.upscaler, looker(imagine)))
        await interaction.response.edit_message(view=view)


class Make(WordButton, template=r"imagine:make:(?P<job>\d+):(?P<position>\d{1,2}):(?P<how>[a-z0-9]{1,10})"):
    async def press(self, interaction: Interaction) -> None:
        work = await interaction.client.services.imagine.find_for(int(self.given["job"]), interaction.user.id)
        await make(interaction, work, int(self.given["position"]), How(self.given["how"]))


async def make(interaction: Interaction, work: Work, position: int, how: How) -> None:
    """Ask for that of the picture, as a message of its own that links to this one."""
    imagine = interaction.client.services.imagine
    await ask(interaction, work.wish, parent=work, preparing=lambda: imagine.derive(work, position, how))


ITEMS = (Vary, Upscale, Pick, Make)
