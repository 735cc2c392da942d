"""Grid, behind More: one or two settings with several values, every combination on one sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import discord
from discord import ui

from bot.errors import BadRequest
from bot.imagine.axes import MOST_CELLS, Setting
from bot.imagine.grid import parse_grid
from bot.imagine.tags import has_tags
from bot.imagine.work import Work
from cogs.imagine.ask import ask, with_prompt
from cogs.ui import Form, Interaction, JobButton

NOTHING = "nothing else"
_HINTS: Mapping[str, str] = {
    Setting.GUIDANCE: "3, 5, 7 or 3-9 (+2)",
    Setting.STEPS: "5, 10, 20",
    Setting.SAMPLER: "Euler, DDIM, DPM++ 2M",
    Setting.SEED: "1, 2, 3 or 1-4",
    Setting.STRENGTH: "0.3, 0.5, 0.7",
    Setting.LORA: "0, 0.5, 1",
    Setting.WORDS: "apple, pear, plum: the first stand in the prompt",
}


class GridButton(JobButton, template=r"imagine:grid:(?P<job>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        imagine = interaction.client.services.imagine
        work = await imagine.find_for(self.job_id, interaction.user.id)
        imagine.check_has_pictures(work)
        await interaction.response.send_modal(GridForm(work))


class GridForm(Form, title="A grid"):
    """Prompt, size and everything that does not vary stay as they were; the seed, too."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        settings = _settings(work)
        self.first: ui.Select[GridForm] = ui.Select(options=_options(settings, settings[0]))
        self.values: ui.TextInput[GridForm] = ui.TextInput(placeholder=_HINTS[settings[0]], max_length=200)
        self.second: ui.Select[GridForm] = ui.Select(options=_options([NOTHING, *settings], NOTHING))
        self.others: ui.TextInput[GridForm] = ui.TextInput(required=False, max_length=200)
        about = f"Values with commas between them; at most {MOST_CELLS} pictures in all"
        self.add_item(ui.Label(text="What varies from left to right", component=self.first))
        self.add_item(ui.Label(text="Its values", description=about, component=self.values))
        self.add_item(ui.Label(text="And from top to bottom", component=self.second))
        self.add_item(ui.Label(text="The values of that", component=self.others))

    async def submit(self, interaction: Interaction) -> None:
        wish, made = self._work.wish, self._work.job.generation
        second = "" if self.second.values[0] == NOTHING else self.second.values[0]
        try:
            if not second and self.others.value.strip():
                raise BadRequest("There are values for a second setting, but it says “nothing else”. Choose it, too.")
            grid = parse_grid(self.first.values[0], self.values.value, second, self.others.value)
        except BadRequest as error:
            raise BadRequest(with_prompt(str(error), wish.prompt)) from None
        asked = replace(wish, grid=grid, count=1, seed=made.seeds[0], replay=False, beside=None, frame="")
        await ask(interaction, asked, parent=self._work)


def _settings(work: Work) -> list[Setting]:
    """Those that mean something for this wish and its model."""
    model, left_out = work.model, set()
    if work.wish.start is None:
        left_out.add(Setting.STRENGTH)
    if model is not None and not model.samplers:
        left_out.add(Setting.SAMPLER)
    if not has_tags(work.wish.prompt):
        left_out.add(Setting.LORA)
    return [setting for setting in Setting if setting not in left_out]


def _options(names: Sequence[str], chosen: str) -> list[discord.SelectOption]:
    return [
        discord.SelectOption(label=name, value=name, default=name == chosen, description=_HINTS.get(name))
        for name in names
    ]
