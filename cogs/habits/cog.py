"""``/habit``: parses, asks the service, shows the answer."""

from __future__ import annotations

import logging
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands, tasks

from bot.client import InklingBot
from bot.delivery import NOBODY, still
from bot.errors import BadRequest
from bot.habits import words
from bot.habits.days import read_day
from bot.habits.measures import remeasured, usual_target
from bot.habits.model import AREAS, COLOURS, QUALITIES, Mark, Measure
from bot.habits.schedules import EXAMPLES, read_schedule
from bot.habits.shelf import checked
from bot.habits.starters import SETS
from cogs.habits import render
from cogs.habits.challenges import begin_challenge
from cogs.habits.forms import read_amount, show_habit, show_proposal
from cogs.habits.stats import share, show_overview, show_page
from cogs.habits.today import show_today
from cogs.ui import check_may_write

log = logging.getLogger(__name__)

Interaction = discord.Interaction[InklingBot]
Choice = app_commands.Choice
RESULTS = (("done", "entry"), ("no", "no"), ("skip", "skip"))


def _choices(*names: str) -> list[Choice[str]]:
    return [Choice(name=name, value=name) for name in names]


@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
class HabitCog(commands.GroupCog, group_name="habit", group_description="Habits: what you did, and what comes of it"):
    def __init__(self, bot: InklingBot) -> None:
        self._bot = bot
        self._habits = bot.services.habits

    async def cog_load(self) -> None:
        self.tidy.start()

    async def cog_unload(self) -> None:
        self.tidy.cancel()

    @tasks.loop(hours=1)
    async def tidy(self) -> None:
        """Remove for good what was deleted 30 days ago."""
        try:
            await self._bot.services.habit_life.tidy()
        except Exception:  # a loop of discord.py's ends for good when it raises
            log.exception("removing deleted habits failed; it is tried again")

    @app_commands.command(description="Today on one card: choose what you did")
    async def today(self, interaction: Interaction) -> None:
        await show_today(interaction)

    @app_commands.command(description="Write one thing down, for today or any day before")
    @app_commands.describe(
        habit="Which habit",
        amount="Minutes or a number: 20, 1h30",
        day="Empty for today; yesterday, monday, 2026-11-20",
        result="Empty for done",
        quality="How good it was",
        feeling="How it felt, in a word or two",
        remark="Anything to remember; for a skip its reason",
    )
    @app_commands.choices(quality=[Choice(name=word, value=number) for number, word in enumerate(QUALITIES, start=1)])
    @app_commands.choices(result=[Choice(name=name, value=mark) for name, mark in RESULTS])
    async def done(
        self,
        interaction: Interaction,
        habit: app_commands.Range[str, 1, 100],
        amount: app_commands.Range[str, 1, 20] | None = None,
        day: app_commands.Range[str, 1, 40] | None = None,
        result: str = "entry",
        quality: int | None = None,
        feeling: app_commands.Range[str, 1, 100] | None = None,
        remark: app_commands.Range[str, 1, 500] | None = None,
    ) -> None:
        user_id = interaction.user.id
        found = await self._habits.by_name(user_id, habit)
        event = await self._habits.check_in(
            found.id,
            user_id,
            None if amount is None else read_amount(amount, found.measure),
            day=read_day(day or "", await self._habits.today(user_id)),
            mark=Mark(result),
            quality=quality,
            feeling=feeling or "",
            remark=remark or "",
            key=f"interaction:{interaction.id}",
        )
        standing = await self._habits.standing(found, event.day)
        view = still(render.written(standing, event))
        await interaction.response.send_message(view=view, ephemeral=True, allowed_mentions=NOBODY)

    @app_commands.command(description="A new habit, or some from a set")
    @app_commands.describe(
        name="What you want to do",
        schedule="daily, 3 a week, weekdays, every 2 days, 2 a month, 3 a day, occasional",
        measure="What is written down; empty for yes-no",
        target="How much a day or a week: 20",
        at_most="True makes the target a limit",
        unit="What is counted: cups, pages",
        area="Which part of life it belongs to",
        question="What its reminders ask",
        colour="For its charts",
        emoji="To find it quickly",
        reminder="In your words: every day 20:00",
        set="Choose from a starter set instead",
    )
    @app_commands.choices(measure=_choices(*Measure), colour=_choices(*COLOURS), set=_choices(*SETS))
    async def add(
        self,
        interaction: Interaction,
        name: app_commands.Range[str, 1, 60] | None = None,
        schedule: app_commands.Range[str, 1, 60] = "daily",
        measure: str = Measure.YES_NO,
        target: app_commands.Range[float, 0, 100_000] | None = None,
        at_most: bool = False,
        unit: app_commands.Range[str, 1, 20] | None = None,
        area: app_commands.Range[str, 1, 30] = "Other",
        question: app_commands.Range[str, 1, 120] | None = None,
        colour: str = "blue",
        emoji: app_commands.Range[str, 1, 40] | None = None,
        reminder: app_commands.Range[str, 1, 200] | None = None,
        set: str | None = None,
    ) -> None:
        user_id = interaction.user.id
        if name is None:
            if set is None:
                raise BadRequest("Give it a name, or choose a set.")
            view = still(render.starters(set, SETS[set]))
            await interaction.response.send_message(view=view, ephemeral=True, allowed_mentions=NOBODY)
            return
        wanted: dict[str, Any] = {"unit": unit or "", "question": question or "", "emoji": emoji or ""}
        kind = Measure(measure)
        if kind is Measure.YES_NO and target is not None:
            kind = Measure.COUNT  # a target without a measure counts something
        if kind is not Measure.YES_NO:
            wanted["target"] = usual_target(kind) if target is None else target
        if reminder is not None:
            await self._bot.services.schedule.read(user_id, reminder)  # refused before anything is made
        habit = await self._habits.add(
            user_id,
            name=name,
            measure=kind,
            schedule=read_schedule(schedule),
            at_most=at_most,
            area=area,
            colour=colour,
            **wanted,
        )
        await show_habit(interaction, habit, words.ADDED, edit=False)
        if reminder is not None:
            await show_proposal(interaction, habit, reminder)

    @app_commands.command(description="Change, remind, pause, archive or delete a habit")
    @app_commands.describe(
        habit="Which habit",
        area="Which part of life it belongs to",
        colour="For its charts",
        emoji="To find it quickly; - for none",
        unit="What is counted: cups, pages",
        at_most="True makes the target a limit",
        measure="What is written down",
        target="How much a day or a week: 20",
    )
    @app_commands.choices(colour=_choices(*COLOURS), measure=_choices(*Measure))
    async def edit(
        self,
        interaction: Interaction,
        habit: app_commands.Range[str, 1, 100],
        area: app_commands.Range[str, 1, 30] | None = None,
        colour: str | None = None,
        emoji: app_commands.Range[str, 1, 40] | None = None,
        unit: app_commands.Range[str, 1, 20] | None = None,
        at_most: bool | None = None,
        measure: str | None = None,
        target: app_commands.Range[float, 0, 100_000] | None = None,
    ) -> None:
        found = await self._habits.by_name(interaction.user.id, habit)
        given = {"area": area, "colour": colour, "emoji": emoji, "unit": unit, "at_most": at_most, "target": target}
        wanted = {name: value for name, value in given.items() if value is not None}
        if emoji == "-":
            wanted["emoji"] = ""
        if measure is not None and measure != found.measure:
            new = checked(remeasured(found, Measure(measure), target, at_most, unit))
            if not await self._habits.may_become(found, new):
                view = still(render.anew_offered(found, new))
                await interaction.response.send_message(view=view, ephemeral=True, allowed_mentions=NOBODY)
                return
            wanted |= {name: getattr(new, name) for name in ("measure", "target", "at_most", "unit", "schedule")}
        elif target is not None and not found.is_numeric:
            raise BadRequest(words.NO_TARGET)
        if wanted:
            found = await self._habits.change(found.id, interaction.user.id, **wanted)
        await show_habit(interaction, found, edit=False)

    @app_commands.command(description="Charts: all your habits, or one of them")
    @app_commands.describe(habit="Empty for all")
    async def stats(self, interaction: Interaction, habit: app_commands.Range[str, 1, 100] | None = None) -> None:
        if habit is None:
            await show_overview(interaction)
        else:
            await show_page(interaction, await self._habits.by_name(interaction.user.id, habit))

    @app_commands.command(description="Show one habit to everyone here, or begin a challenge")
    @app_commands.describe(
        habit="Which habit",
        reminder="Post its reminder in this channel too: every day 20:00",
        challenge="Name of a challenge that others may join",
        days="How long the challenge lasts",
    )
    async def share(
        self,
        interaction: Interaction,
        habit: app_commands.Range[str, 1, 100],
        reminder: app_commands.Range[str, 1, 200] | None = None,
        challenge: app_commands.Range[str, 1, 80] | None = None,
        days: app_commands.Range[int, 2, 365] = 30,
    ) -> None:
        found = await self._habits.by_name(interaction.user.id, habit)
        if reminder is not None:
            check_may_write(interaction)
            await self._bot.services.schedule.read(interaction.user.id, reminder)  # refused before anything is shown
        if challenge is not None:
            await begin_challenge(interaction, found, challenge, days)
        else:
            await share(interaction, found)
        if reminder is not None:
            await show_proposal(interaction, found, reminder, (interaction.guild_id, interaction.channel_id or 0))

    # ---- autocomplete

    @done.autocomplete("habit")
    @edit.autocomplete("habit")
    @stats.autocomplete("habit")
    @share.autocomplete("habit")
    async def habits(self, interaction: Interaction, current: str) -> list[Choice[str]]:
        return await habit_choices(interaction, current)

    @add.autocomplete("schedule")
    async def schedules(self, interaction: Interaction, current: str) -> list[Choice[str]]:
        return _choices(*(one for one in EXAMPLES if current.casefold().strip() in one))

    @add.autocomplete("area")
    @edit.autocomplete("area")
    async def areas(self, interaction: Interaction, current: str) -> list[Choice[str]]:
        return _choices(*(one for one in AREAS if current.casefold().strip() in one.casefold()))

    @done.autocomplete("day")
    async def days(self, interaction: Interaction, current: str) -> list[Choice[str]]:
        names = ("today", "yesterday", "2 days ago", "3 days ago")
        return _choices(*(one for one in names if current.casefold().strip() in one))


async def habit_choices(interaction: Interaction, current: str) -> list[Choice[str]]:
    habits = await interaction.client.services.habits.listed(interaction.user.id, archived=True)
    found = [one for one in habits if current.casefold().strip() in one.name.casefold()]
    return [Choice(name=one.title[:100], value=str(one.id)) for one in found[:25]]
