"""Describe: a picture put into words by the model that the settings name. A job like any other, answered privately."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import discord
from discord import ui

from bot.errors import NotFound
from bot.imagine.deriving import start_of
from bot.imagine.model import MAX_PROMPT, Wish
from bot.imagine.starting import Asked
from bot.imagine.work import Work
from cogs.imagine.ask import ask
from cogs.imagine.bringing import bring_posted
from cogs.imagine.forms import Numbers, WishForm
from cogs.imagine.render import CALM, INK, button, shorten
from cogs.ui import Interaction, JobButton, WordButton

ASKED = Wish("Describe this picture", private=True, describe=True)
OFF = "-# **Describe** is off: name a captioning model in CAPTION_MODEL (README, Settings). Only you see this line."
MOST_SHOWN = 1500
MOST = 5
"""Buttons in a row."""


def offer(interaction: Interaction, view: ui.LayoutView, verb: str, pictures: Mapping[int, str]) -> ui.LayoutView:
    """The card with a button for each picture, number -> what its custom id ends with. Without a model nobody sees
    one, and whoever runs the bot is told how to get it."""
    captioner = interaction.client.services.imagine.captioner
    if captioner is not None and not captioner.problem:
        named = [("Describe" if len(pictures) == 1 else f"Describe {n + 1}", end) for n, end in pictures.items()]
        buttons: list[ui.Button[ui.LayoutView]] = [
            ui.Button(label=label, custom_id=f"imagine:{verb}:{end}") for label, end in named
        ]
        view.add_item(ui.ActionRow(*buttons[:MOST]))
    elif interaction.user.id in interaction.client.owners:
        view.add_item(ui.TextDisplay(f"-# **Describe** is off: {captioner.problem}" if captioner else OFF))
    return view


def words_card(work: Work) -> ui.LayoutView:
    """What was found, and what can be made of it."""
    label = work.model.label if work.model else work.job.generation.model
    view = ui.LayoutView(timeout=None)
    words = shorten(work.words or "", MOST_SHOWN)
    colour: discord.Colour = INK if words else CALM
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=colour)
    box.add_item(ui.TextDisplay(f"### In words\n{words or 'It found no words for it.'}"))
    box.add_item(ui.TextDisplay(f"-# By {discord.utils.escape_markdown(label)}, which can be wrong."))
    if words:
        box.add_item(ui.ActionRow(button("Draw with these words", "words", work, discord.ButtonStyle.primary)))
    view.add_item(box)
    return view


class Describe(JobButton, template=r"imagine:describe:(?P<job>\d+):(?P<position>\d{1,2})"):
    """A picture that we drew."""

    async def press(self, interaction: Interaction) -> None:
        work = await interaction.client.services.imagine.find_for(self.job_id, interaction.user.id)
        picture = work.picture_at(int(self.given["position"]))
        await ask(interaction, replace(ASKED, start=start_of(picture)), parent=work)


class DescribePosted(WordButton, template=r"imagine:describing:(?P<message>\d+):(?P<number>\d)"):
    """A picture that somebody posted, fetched anew."""

    async def press(self, interaction: Interaction) -> None:
        async def preparing() -> Asked:
            number = int(self.given["number"])
            return Asked(ASKED, await bring_posted(interaction, int(self.given["message"]), number))

        await ask(interaction, ASKED, preparing=preparing)


class DrawWords(JobButton, template=r"imagine:words:(?P<job>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        work = await interaction.client.services.imagine.find_for(self.job_id, interaction.user.id)
        if not work.words:
            raise NotFound("There are no words to draw with.")
        await interaction.response.send_modal(WishForm(Wish(work.words[:MAX_PROMPT]), Numbers()))


ITEMS = (Describe, DescribePosted, DrawWords)
