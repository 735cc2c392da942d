"""The buttons of one habit's card, of starter sets, and of its reminders."""

from __future__ import annotations

import discord

from bot.delivery import NOBODY, still
from bot.habits import words
from bot.habits.model import Measure
from bot.habits.starters import SETS
from cogs.habits import render
from cogs.habits.forms import EditForm, GoalForm, LogForm, PauseForm, ReminderForm, check_open, show_habit
from cogs.habits.today import show_today
from cogs.ui import Interaction, RecordButton, RecordSelect


class Open(RecordButton, template=r"habit:(?P<verb>edit|remind|pause|goals):(?P<id>\d+)"):
    """Opens the form for it."""

    async def press(self, interaction: Interaction) -> None:
        habit = await interaction.client.services.habits.find(self.record_id, interaction.user.id)
        verb = self.given["verb"]
        if verb == "goals":
            known = {one.goal.span: one.goal.amount for one in await interaction.client.services.habits.goals(habit)}
            await interaction.response.send_modal(GoalForm(habit, known))
            return
        form = EditForm(habit) if verb == "edit" else ReminderForm(habit) if verb == "remind" else PauseForm(habit)
        await interaction.response.send_modal(form)


class Card(RecordButton, template=r"habit:card:(?P<id>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        habit = await interaction.client.services.habits.find(self.record_id, interaction.user.id)
        await show_habit(interaction, habit, edit=False)


class Resume(RecordButton, template=r"habit:resume:(?P<id>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        await show_habit(
            interaction, await interaction.client.services.habits.resume(self.record_id, interaction.user.id)
        )


class Archive(RecordButton, template=r"habit:archive:(?P<id>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        services, user_id = interaction.client.services, interaction.user.id
        habit = await services.habits.find(self.record_id, user_id)
        changed = await services.habit_life.archive(habit.id, user_id, archived=not habit.archived)
        await show_habit(interaction, changed)


class Delete(RecordButton, template=r"habit:delete:(?P<id>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        habit = await interaction.client.services.habit_life.delete(self.record_id, interaction.user.id)
        await interaction.response.edit_message(view=still(render.deleted(habit)))


class Restore(RecordButton, template=r"habit:restore:(?P<id>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        await show_habit(
            interaction, await interaction.client.services.habit_life.restore(self.record_id, interaction.user.id)
        )


class Anew(
    RecordButton,
    template=r"habit:anew:(?P<id>\d+):(?P<measure>yes-no|count|minutes):(?P<target>[\d.e+]+):(?P<most>[01]):(?P<unit>.{0,20})",
):
    """Another measure, where the check-ins would not be true for it: a new habit takes over from today on."""

    async def press(self, interaction: Interaction) -> None:
        given = self.given
        new, old = await interaction.client.services.habit_life.begin_anew(
            self.record_id,
            interaction.user.id,
            Measure(given["measure"]),
            float(given["target"]),
            given["most"] == "1",
            given["unit"],
        )
        await interaction.response.edit_message(view=still(render.begun_anew(new, old)))


class Back(RecordButton, template=r"habit:back:(?P<id>\d+):(?P<old>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        life = interaction.client.services.habit_life
        await show_habit(interaction, await life.take_back(self.record_id, int(self.given["old"]), interaction.user.id))


class Take(RecordSelect, template=r"habit:take:(?P<set>[a-z_]+)"):
    """Makes the chosen habits of a starter set; those that exist are left alone."""

    async def choose(self, interaction: Interaction) -> None:
        habits, user_id = interaction.client.services.habits, interaction.user.id
        offered = SETS[self.given["set"].replace("_", " ")]
        known = {one.name.casefold() for one in await habits.listed(user_id, archived=True)}
        wanted = [offered[int(number)] for number in self.values]
        for one in wanted:
            if one["name"].casefold() not in known:
                await habits.add(user_id, **one)
        await show_today(interaction, edit=True)


class Why(RecordButton, template=r"habit:why:(?P<id>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        habits = interaction.client.services.habits
        standing = await habits.standing(await habits.find(self.record_id, interaction.user.id))
        await interaction.response.send_message(
            view=still(render.why(standing)), ephemeral=True, allowed_mentions=NOBODY
        )


# ---- reminders


class Log(RecordButton, template=r"habit:log:(?P<id>\d+)"):
    """The first button of a reminder whose habit counts something."""

    async def press(self, interaction: Interaction) -> None:
        one = await check_open(interaction, self.record_id)
        habit = await interaction.client.services.habits.find(one.alarm.subject_id or 0, interaction.user.id)
        await interaction.response.send_modal(LogForm(habit, one))


class AfterSilence(RecordButton, template=r"habit:(?P<verb>keep|fewer|stop):(?P<id>\d+)"):
    """The one question after five reminders without an answer."""

    async def press(self, interaction: Interaction) -> None:
        services, user_id, verb = interaction.client.services, interaction.user.id, self.given["verb"]
        if verb == "stop":
            await services.schedule.mute(self.record_id, user_id)
            text = words.STOPPED
        elif verb == "fewer":
            text = words.fewer(await services.habit_reminders.fewer(self.record_id, user_id))
        else:
            await services.schedule.find(self.record_id, user_id)
            text = words.KEPT_AS_IS
        await interaction.response.edit_message(view=still(render.plain(text)))


ITEMS: tuple[type[discord.ui.DynamicItem[discord.ui.Item[discord.ui.LayoutView]]], ...] = (
    Open, Card, Resume, Archive, Delete, Restore, Anew, Back, Take, Why, Log, AfterSilence,
)  # fmt: skip
