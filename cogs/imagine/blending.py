"""Blend: two pictures of one message as what a third starts from, with words of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import discord
from discord import ui

from bot.delivery import NOBODY, still
from bot.errors import NotFound
from bot.imagine.deriving import blended
from bot.imagine.grid import cell_of
from bot.imagine.model import Picture, Wish
from bot.imagine.starting import Asked
from bot.imagine.work import Work
from cogs.imagine.bringing import bring
from cogs.imagine.forms import Numbers, WishForm
from cogs.imagine.render import CALM
from cogs.pictures import attached, seen_again
from cogs.ui import Interaction, JobButton, RecordSelect, WordButton

GONE = "There are no two pictures any more in that message."
_WHICH = "### Blend\n-# Choose two pictures. The new one starts halfway between them; you say what it shows."


def which(labels: Sequence[str], custom_id: str) -> ui.LayoutView:
    """Two of several."""
    view = ui.LayoutView(timeout=None)
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=CALM)
    box.add_item(ui.TextDisplay(_WHICH))
    options = [discord.SelectOption(label=label, value=str(number)) for number, label in enumerate(labels)]
    menu: ui.Select[ui.LayoutView] = ui.Select(options=options, custom_id=custom_id, min_values=2, max_values=2)
    box.add_item(ui.ActionRow(menu))
    view.add_item(box)
    return view


class Blend(JobButton, template=r"imagine:blend:(?P<job>\d+)"):
    """Pictures that we drew; those of a comparison come from two jobs."""

    async def press(self, interaction: Interaction) -> None:
        imagine = interaction.client.services.imagine
        work = await imagine.find_for(self.job_id, interaction.user.id)
        shown = await imagine.lineage.shown_together(work)
        if len(shown) < 2:
            raise NotFound(GONE)
        if len(shown) == 2:
            await interaction.response.send_modal(form(work, shown, (0, 1)))
            return
        labels = [f"Picture {number + 1}, seed {picture.seed}" for number, (_, picture) in enumerate(shown)]
        view = still(which(labels, f"imagine:blended:{work.job.id}"))
        await interaction.response.send_message(view=view, ephemeral=True, allowed_mentions=NOBODY)


class Blended(RecordSelect, template=r"imagine:blended:(?P<job>\d+)"):
    async def choose(self, interaction: Interaction) -> None:
        imagine = interaction.client.services.imagine
        work = await imagine.find_for(int(self.given["job"]), interaction.user.id)
        shown = await imagine.lineage.shown_together(work)
        first, second = sorted(int(value) for value in self.values)
        if second >= len(shown):
            raise NotFound(GONE)
        await interaction.response.send_modal(form(work, shown, (first, second)))


def form(work: Work, shown: Sequence[tuple[int, Picture]], chosen: tuple[int, int]) -> WishForm:
    (first_job, first), (second_job, second) = (shown[number] for number in chosen)
    wish = blended(cell_of(work.wish, first.position), first, second)
    other = next((job for job in (first_job, second_job) if job != work.job.id), None)
    return WishForm(replace(wish, other_parent=other), Numbers(), parent=work, starts=True)


class BlendFound(WordButton, template=r"imagine:found:blend:(?P<message>\d+):(?P<count>[2-9])"):
    """Pictures that somebody posted. They are fetched when the form is sent."""

    async def press(self, interaction: Interaction) -> None:
        message, count = int(self.given["message"]), int(self.given["count"])
        if count == 2:
            await interaction.response.send_modal(found_form(interaction, message, (0, 1)))
            return
        labels = [f"Picture {number + 1}" for number in range(count)]
        view = still(which(labels, f"imagine:found:blended:{message}"))
        await interaction.response.send_message(view=view, ephemeral=True, allowed_mentions=NOBODY)


class BlendedFound(RecordSelect, template=r"imagine:found:blended:(?P<message>\d+)"):
    async def choose(self, interaction: Interaction) -> None:
        first, second = sorted(int(value) for value in self.values)
        await interaction.response.send_modal(found_form(interaction, int(self.given["message"]), (first, second)))


def found_form(interaction: Interaction, message_id: int, chosen: tuple[int, int]) -> WishForm:
    preparing = partial(_bring, interaction, message_id, chosen)
    return WishForm(Wish(""), Numbers(), starts=True, preparing=preparing)


async def _bring(interaction: Interaction, message_id: int, chosen: tuple[int, int], wish: Wish) -> Asked:
    client = interaction.client
    pictures = attached(await seen_again(interaction, message_id))
    if max(chosen) >= len(pictures):
        raise NotFound(GONE)
    first, second = (pictures[number] for number in chosen)
    return Asked(wish, await bring(client.services.imagine, client.downloads, first, blend=second))


ITEMS = (Blend, Blended, BlendFound, BlendedFound)
