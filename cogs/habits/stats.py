"""``/habit stats`` and ``/habit share``: pages of charts, and the buttons under them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, timedelta

import discord
from discord import ui

from bot.delivery import NOBODY, still
from bot.habits import review_words, words
from bot.habits.charts import Chart
from bot.habits.goals import Progress
from bot.habits.milestones.model import Milestone
from bot.habits.model import Habit
from bot.habits.reports import Overview
from bot.habits.shelf import Standing
from bot.habits.streak_words import LEGEND
from cogs import cards
from cogs.habits import render
from cogs.habits.milestones import menu
from cogs.ui import Interaction, RecordButton, RecordSelect


def page(
    standing: Standing,
    charts: Sequence[Chart],
    goals: Sequence[Progress] = (),
    *,
    milestones: Sequence[Milestone] = (),
    shared_by: int | None = None,
) -> ui.LayoutView:
    """One habit: where it stands, its charts one below the other, and what can be done."""
    habit = standing.habit
    view = ui.LayoutView(timeout=None)
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=render.colour_of(habit))
    lines = [f"### {cards.escaped(habit.title)}", *words.standing_lines(standing)]
    lines += [words.goal_line(habit, goal) for goal in goals]
    if shared_by is not None:
        lines = [*words.shared_lines(standing), f"-# Shared by <@{shared_by}>"]
        lines.insert(0, f"### {cards.escaped(habit.title)}")
    box.add_item(ui.TextDisplay("\n".join(lines)))
    _galleries(box, charts)
    if shared_by is None:
        for row in menu(milestones):
            box.add_item(row)
        box.add_item(
            cards.row(
                cards.button("Why?", f"habit:why:{habit.id}", cards.PRIMARY),
                cards.button("Edit", f"habit:card:{habit.id}"),
                cards.button("Share", f"habit:share:{habit.id}"),
            )
        )
    view.add_item(box)
    return view


def overview(found: Overview, month: date, today: date) -> ui.LayoutView:
    """All habits: areas, the month, and a menu to open one."""
    if not found.standings:
        rows = [cards.row(cards.button("Import", "habit:import:0"))]
        return cards.card([words.NO_HABITS], rows, cards.CALM)
    view = ui.LayoutView(timeout=None)
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=cards.INK)
    lines = ["### Your habits", *words.area_lines(found.areas)]
    box.add_item(ui.TextDisplay("\n".join(lines)))
    _galleries(box, found.charts)
    box.add_item(ui.TextDisplay(f"-# {LEGEND[0]}"))
    options = [
        discord.SelectOption(
            label=one.habit.title[:100], value=str(one.habit.id), description=words.today_line(one)[:100] or None
        )
        for one in found.standings
    ]
    for row in cards.menus("habit:page", "Open one…", options):
        box.add_item(row)
    before, after = month - timedelta(days=1), (month.replace(day=28) + timedelta(days=4)).replace(day=1)
    box.add_item(
        cards.row(
            cards.button("◀", f"habit:month:{before:%Y%m}01"),
            cards.button("▶", f"habit:month:{after:%Y%m}01", off=after > today),
            cards.button("Export", "habit:export:0"),
            cards.button("Import", "habit:import:0"),
            cards.button("Sunday review", "habit:review:0"),
        )
    )
    view.add_item(box)
    return view


def _galleries(box: ui.Container[ui.LayoutView], charts: Sequence[Chart]) -> None:
    for chart in charts:
        box.add_item(
            ui.MediaGallery(discord.MediaGalleryItem(f"attachment://{chart.name}", description=chart.alt[:1000]))
        )


def files(charts: Sequence[Chart]) -> list[discord.File]:
    return [discord.File(io.BytesIO(one.png), one.name, description=one.alt[:1000]) for one in charts]


async def show_page(interaction: Interaction, habit: Habit) -> None:
    await interaction.response.defer(
        ephemeral=True, thinking=True
    )  # drawing may take longer than 3 s on a busy machine
    services = interaction.client.services
    charts = await services.habit_reports.page(habit)
    standing, goals = await services.habits.standing(habit), await services.habits.goals(habit)
    view = still(page(standing, charts, goals, milestones=await services.milestones.of_habit(habit)))
    await interaction.followup.send(view=view, files=files(charts), ephemeral=True, allowed_mentions=NOBODY)


async def show_overview(interaction: Interaction) -> None:
    await interaction.response.defer(ephemeral=True, thinking=True)
    services, user_id = interaction.client.services, interaction.user.id
    today = await services.habits.today(user_id)
    found = await services.habit_reports.overview(user_id)
    view = still(overview(found, today.replace(day=1), today))
    await interaction.followup.send(view=view, files=files(found.charts), ephemeral=True, allowed_mentions=NOBODY)


async def share(interaction: Interaction, habit: Habit) -> None:
    """Post it where the person is, for everyone to see: nothing else of theirs is public."""
    await interaction.response.defer(thinking=True)
    services = interaction.client.services
    charts = (await services.habit_reports.page(habit))[:1]
    view = still(page(await services.habits.standing(habit), charts, shared_by=interaction.user.id))
    await interaction.followup.send(view=view, files=files(charts), allowed_mentions=NOBODY)


class OpenPage(RecordSelect, template=r"habit:page(?::\d)?"):
    async def choose(self, interaction: Interaction) -> None:
        habits = interaction.client.services.habits
        await show_page(interaction, await habits.find(int(self.values[0]), interaction.user.id))


class Month(RecordButton, template=r"habit:month:(?P<id>\d{8})"):
    async def press(self, interaction: Interaction) -> None:
        services, user_id, stamp = interaction.client.services, interaction.user.id, self.given["id"]
        await interaction.response.defer()
        month = date(int(stamp[:4]), int(stamp[4:6]), 1)
        found = await services.habit_reports.overview(user_id, month)
        view = still(overview(found, month, await services.habits.today(user_id)))
        await interaction.edit_original_response(view=view, attachments=files(found.charts))


class ReviewSwitch(RecordButton, template=r"habit:review:(?P<id>0)"):
    """Opt in, or out again."""

    async def press(self, interaction: Interaction) -> None:
        on = await interaction.client.services.reviews.switch(interaction.user.id)
        text = review_words.ON if on else review_words.OFF
        await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)


class Share(RecordButton, template=r"habit:share:(?P<id>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        await share(interaction, await interaction.client.services.habits.find(self.record_id, interaction.user.id))


ITEMS: tuple[type[discord.ui.DynamicItem[discord.ui.Item[discord.ui.LayoutView]]], ...] = (
    OpenPage,
    Month,
    ReviewSwitch,
    Share,
)
