"""The same words and seeds once more: with another model, side by side, or with another sampler."""

from __future__ import annotations

import discord
from discord import ui

from bot.delivery import NOBODY, still
from bot.errors import NotFound
from bot.gpu.samplers import ALSO
from bot.imagine.composition import rivals
from bot.imagine.deriving import against, sampled
from bot.imagine.work import Work
from cogs.imagine.ask import ask
from cogs.imagine.render import CALM
from cogs.ui import Interaction, JobButton, RecordSelect

MOST = 25
"""Options in a menu of Discord's."""


async def compare(interaction: Interaction, work: Work, model: str) -> None:
    wish = against(work.wish, work.job.generation, work.job.id, model)
    await ask(interaction, wish, parent=work)


class Compare(JobButton, template=r"imagine:compare:(?P<job>\d+)"):
    """With the only other model at once, else it is chosen first."""

    async def press(self, interaction: Interaction) -> None:
        imagine = interaction.client.services.imagine
        work = await imagine.find_for(self.job_id, interaction.user.id)
        imagine.check_has_pictures(work)
        others = rivals(imagine.models, work.job.generation)
        if not others:
            raise NotFound("There is no other model here that could draw this.")
        if len(others) == 1:
            await compare(interaction, work, others[0].name)
            return
        options = [discord.SelectOption(label=model.label[:100], value=model.name[:100]) for model in others]
        about = "-# The same words and seeds, side by side."
        view = _menu("### Compare models", about, options, f"imagine:against:{work.job.id}")
        await interaction.response.send_message(view=still(view), ephemeral=True, allowed_mentions=NOBODY)


class Against(RecordSelect, template=r"imagine:against:(?P<job>\d+)"):
    async def choose(self, interaction: Interaction) -> None:
        imagine = interaction.client.services.imagine
        work = await imagine.find_for(int(self.given["job"]), interaction.user.id)
        imagine.check_has_pictures(work)
        await compare(interaction, work, self.values[0])


class Samplers(JobButton, template=r"imagine:samplers:(?P<job>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        work = await interaction.client.services.imagine.find_for(self.job_id, interaction.user.id)
        names = work.model.samplers if work.model is not None else ()
        if not names:
            raise NotFound("This model has no samplers to choose from.")
        drawn = work.job.generation.sampler or (work.model.sampler if work.model else "")
        others = {here: f"also called {name}" for name, here in ALSO.items()}
        options = [
            discord.SelectOption(label=name, value=name, description=others.get(name))
            for name in names
            if name != drawn
        ]
        about = f"-# The same words and seeds. This one was drawn with {drawn}."
        view = _menu("### Another sampler", about, options, f"imagine:sampler:{work.job.id}")
        await interaction.response.send_message(view=still(view), ephemeral=True, allowed_mentions=NOBODY)


class SampledWith(RecordSelect, template=r"imagine:sampler:(?P<job>\d+)"):
    async def choose(self, interaction: Interaction) -> None:
        work = await interaction.client.services.imagine.find_for(int(self.given["job"]), interaction.user.id)
        await ask(interaction, sampled(work.wish, work.job.generation, self.values[0]), parent=work)


def _menu(title: str, about: str, options: list[discord.SelectOption], custom_id: str) -> ui.LayoutView:
    menu: ui.Select[ui.LayoutView] = ui.Select(options=options[:MOST], custom_id=custom_id)
    view = ui.LayoutView(timeout=None)
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=CALM)
    box.add_item(ui.TextDisplay(f"{title}\n{about}"))
    box.add_item(ui.ActionRow(menu))
    view.add_item(box)
    return view


ITEMS = (Compare, Against, Samplers, SampledWith)
