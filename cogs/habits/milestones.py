"""Milestones as people meet them: a card once it is reached, a picture on it when they like, both again later.

The card comes right after whatever reached it: a command, a menu, a reminder's button, a direct message. What could not
be shown then (the tag of a note written elsewhere) comes with the next thing that the person does here.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence
from typing import Any

import aiohttp
import discord
from discord import ui
from discord.ext import commands

from bot.client import InklingBot
from bot.delivery import NOBODY, still
from bot.errors import NotFound
from bot.habits.charts import Chart
from bot.habits.milestones import words
from bot.habits.milestones.model import Milestone
from bot.habits.model import Habit
from bot.imagine.model import Wish
from bot.services import Services
from cogs import cards
from cogs.habits import render
from cogs.imagine.ask import ask
from cogs.ui import Interaction, RecordButton, RecordSelect, answered

FRAME = "milestone"
OURS = ("habit:", "remind:")

log = logging.getLogger(__name__)


def view(habit: Habit, one: Milestone, chart: Chart) -> ui.LayoutView:
    found = ui.LayoutView(timeout=None)
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=render.colour_of(habit))
    box.add_item(ui.TextDisplay(f"**{cards.escaped(habit.title)}** · {words.head(one)}"))
    box.add_item(ui.MediaGallery(discord.MediaGalleryItem(f"attachment://{chart.name}", description=chart.alt)))
    label = words.DRAW if one.job_id is None else words.DRAW_AGAIN
    box.add_item(cards.row(cards.button(label, f"milestone:draw:{one.id}")))
    found.add_item(box)
    return found


def menu(found: Sequence[Milestone]) -> list[ui.ActionRow[ui.LayoutView]]:
    """For a habit's page."""
    options = [
        discord.SelectOption(label=words.head(one), value=str(one.id), description=words.period(one)) for one in found
    ]
    return cards.menus("milestone:open", words.OPEN, options)


async def chart_of(services: Services, habit: Habit, one: Milestone) -> Chart:
    """The card, with its picture where it has one that is still there."""
    if one.job_id is not None:
        try:
            framed = await services.imagine.framed(await services.imagine.find_for(one.job_id, habit.user_id))
            if framed:
                return Chart("milestone.png", framed[0].content, framed[0].alt)
        except (NotFound, OSError) as gone:
            log.info("a milestone is shown without its picture: %s", gone)
    return await services.milestones.card(habit, one)


class MilestoneCog(commands.Cog):
    def __init__(self, bot: InklingBot) -> None:
        self._bot = bot
        self._milestones = bot.services.milestones
        self._telling: set[int] = set()

    async def cog_load(self) -> None:
        self._bot.services.habits.on_change.append(self._milestones.suspect)

    async def cog_unload(self) -> None:
        self._bot.services.habits.on_change.remove(self._milestones.suspect)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Interaction) -> None:
        """Once it is answered, show what it reached."""
        if _is_about_habits(interaction) and await answered(interaction):
            await self._tell(interaction.user.id, interaction)

    @commands.Cog.listener()
    async def on_check_in(self, user_id: int, channel: discord.abc.Messageable) -> None:
        """Dispatched by the direct messages once one has been dealt with: an answer in words, or a note with a tag."""
        await self._tell(user_id, channel)

    async def _tell(self, user_id: int, way: Interaction | discord.abc.Messageable) -> None:
        if not self._milestones.is_suspect(user_id) or user_id in self._telling:
            return
        self._telling.add(user_id)
        try:
            while self._milestones.is_suspect(user_id):  # more may come while this is told
                for habit, one in await self._milestones.news(user_id):
                    await self._show(habit, one, way)
                    await self._milestones.shown(one.id)
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            log.info("a milestone could not be shown; it comes next time: %s", type(error).__name__)
        except Exception:
            log.exception("a milestone could not be shown")
        finally:
            self._telling.discard(user_id)

    async def _show(self, habit: Habit, one: Milestone, way: Interaction | discord.abc.Messageable) -> None:
        chart = await chart_of(self._bot.services, habit, one)
        shown = still(view(habit, one, chart))
        file = discord.File(io.BytesIO(chart.png), chart.name, description=chart.alt)
        if isinstance(way, discord.Interaction):
            await way.followup.send(view=shown, file=file, ephemeral=True, allowed_mentions=NOBODY)
        else:
            await way.send(view=shown, file=file, allowed_mentions=NOBODY, silent=True)


def _is_about_habits(interaction: Interaction) -> bool:
    """Cheaply: most of what people do here has nothing to do with habits."""
    if interaction.type is discord.InteractionType.modal_submit:
        return True
    data: dict[str, Any] = dict(interaction.data or {})
    if interaction.type is discord.InteractionType.component:
        return str(data.get("custom_id", "")).startswith(OURS)
    return interaction.type is discord.InteractionType.application_command and data.get("name") == "habit"


class Draw(RecordButton, template=r"milestone:draw:(?P<id>\d+)"):
    """The card with a picture: private, on the person's own quota and in the ordinary queue."""

    async def press(self, interaction: Interaction) -> None:
        habit, one = await interaction.client.services.milestones.find(self.record_id, interaction.user.id)
        await ask(interaction, Wish(words.prompt(habit), private=True, frame=f"{FRAME}:{one.id}"))


class Open(RecordSelect, template=r"milestone:open(?::\d)?"):
    async def choose(self, interaction: Interaction) -> None:
        services = interaction.client.services
        habit, one = await services.milestones.find(int(self.values[0]), interaction.user.id)
        await interaction.response.defer(ephemeral=True, thinking=True)
        chart = await chart_of(services, habit, one)
        await interaction.followup.send(
            view=still(view(habit, one, chart)),
            file=discord.File(io.BytesIO(chart.png), chart.name, description=chart.alt),
            ephemeral=True,
            allowed_mentions=NOBODY,
        )


ITEMS: tuple[type[discord.ui.DynamicItem[discord.ui.Item[discord.ui.LayoutView]]], ...] = (Draw, Open)
