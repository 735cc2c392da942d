"""The card of ``/habit today``: its menus and buttons. All carry the day, so they work after a restart."""

from __future__ import annotations

from datetime import date

import discord

from bot.delivery import NOBODY, still
from bot.errors import NotFound
from bot.habits import words
from bot.habits.days import read_day
from cogs import cards
from cogs.habits import render
from cogs.habits.forms import DetailForm, OtherForm
from cogs.ui import Interaction, RecordButton, RecordSelect


async def show_today(
    interaction: Interaction,
    day: date | None = None,
    *,
    edit: bool = False,
    notes: tuple[str, ...] = (),
    undo: int | None = None,
) -> None:
    habits, user_id = interaction.client.services.habits, interaction.user.id
    now_day = await habits.today(user_id)
    day = day or now_day
    standings = await habits.overview(user_id, day)
    for one in standings:
        if one.habit.at_most and one.today.is_empty:  # a limit is kept by what is not written down
            interaction.client.services.milestones.suspect(one.habit)
    events = [(one.habit, event) for one in standings for event in await habits.events(one.habit) if event.day == day]
    events.sort(key=lambda pair: pair[1].id)
    view = still(render.today(standings, day, now_day, events, notes, undo))
    if edit:
        await interaction.response.edit_message(view=view)
    else:
        await interaction.response.send_message(view=view, ephemeral=True, allowed_mentions=NOBODY)


async def _day(interaction: Interaction, stamp: str) -> date:
    today = await interaction.client.services.habits.today(interaction.user.id)
    return read_day(f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:]}", today)


class Did(RecordSelect, template=r"habit:did:(?P<day>\d{8})(?::\d)?"):
    """Everything chosen is written down: one session, or what is left of a target."""

    async def choose(self, interaction: Interaction) -> None:
        habits, user_id = interaction.client.services.habits, interaction.user.id
        day = await _day(interaction, self.given["day"])
        for habit_id in self.values:
            await habits.check_in(int(habit_id), user_id, day=day, source=f"today:{interaction.id}")
        await show_today(interaction, day, edit=True, undo=interaction.id)


class Detail(RecordSelect, template=r"habit:detail:(?P<day>\d{8})(?::\d)?"):
    async def choose(self, interaction: Interaction) -> None:
        habits, user_id = interaction.client.services.habits, interaction.user.id
        event = await habits.event(int(self.values[0]), user_id)
        await interaction.response.send_modal(DetailForm(await habits.find(event.habit_id, user_id), event))


class Day(RecordButton, template=r"habit:day:(?P<id>\d{8})"):
    async def press(self, interaction: Interaction) -> None:
        await show_today(interaction, await _day(interaction, self.given["id"]), edit=True)


class Undo(RecordButton, template=r"habit:undo:(?P<id>\d+)"):
    """Takes back all that one choice in the menu wrote down."""

    async def press(self, interaction: Interaction) -> None:
        habits, user_id = interaction.client.services.habits, interaction.user.id
        day = None
        for habit in await habits.listed(user_id, archived=True):
            for event in await habits.events(habit):
                if event.source == f"today:{self.record_id}":
                    await habits.undo(event.id, user_id)
                    day = event.day
        await show_today(interaction, day, edit=True, notes=(words.UNDONE,))


class Other(RecordButton, template=r"habit:other:(?P<id>\d{8})(?::(?P<start>\d+))?"):
    async def press(self, interaction: Interaction) -> None:
        habits = await interaction.client.services.habits.listed(interaction.user.id)
        shown = habits[int(self.given["start"] or 0) :]
        if not shown:
            raise NotFound(words.NO_HABITS)
        await interaction.response.send_modal(OtherForm(shown, self.given["id"]))


class Timers(RecordButton, template=r"habit:timers:(?P<id>\d{8})"):
    async def press(self, interaction: Interaction) -> None:
        standings = await interaction.client.services.habits.overview(interaction.user.id)
        view = render.pick("habit:timer", words.PICK_TIMER, [one for one in standings if not one.paused])
        await interaction.response.send_message(view=still(view), ephemeral=True, allowed_mentions=NOBODY)


class Timer(RecordSelect, template=r"habit:timer(?::\d)?"):
    """Starts the habit's timer, or stops it and writes the minutes down."""

    async def choose(self, interaction: Interaction) -> None:
        habits, user_id = interaction.client.services.habits, interaction.user.id
        habit = await habits.find(int(self.values[0]), user_id)
        if (await habits.standing(habit)).timer_utc is None:
            await habits.start_timer(habit.id, user_id)
            now = int(interaction.client.services.clock())
            view = cards.card(
                [f"Timer for **{cards.escaped(habit.title)}** since <t:{now}:t>."],
                [cards.row(cards.button("Stop", f"habit:halt:{habit.id}", cards.PRIMARY))],
                render.colour_of(habit),
            )
            await interaction.response.edit_message(view=still(view))
        else:
            await _stop(interaction, habit.id)


class StopTimer(RecordButton, template=r"habit:halt:(?P<id>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        await _stop(interaction, self.record_id)


async def _stop(interaction: Interaction, habit_id: int) -> None:
    habits, user_id = interaction.client.services.habits, interaction.user.id
    event = await habits.stop_timer(habit_id, user_id)
    standing = await habits.standing(await habits.find(habit_id, user_id), event.day)
    await interaction.response.edit_message(view=still(render.written(standing, event)))


class More(RecordButton, template=r"habit:more:(?P<id>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        habits, user_id = interaction.client.services.habits, interaction.user.id
        event = await habits.event(self.record_id, user_id)
        await interaction.response.send_modal(DetailForm(await habits.find(event.habit_id, user_id), event))


class Revoke(RecordButton, template=r"habit:revoke:(?P<id>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        habits = interaction.client.services.habits
        habit = await habits.undo(self.record_id, interaction.user.id)
        line = f"{words.UNDONE} {cards.escaped(habit.title)} · {words.today_line(await habits.standing(habit))}"
        await interaction.response.edit_message(view=still(render.plain(line.strip(" ·"))))


ITEMS: tuple[type[discord.ui.DynamicItem[discord.ui.Item[discord.ui.LayoutView]]], ...] = (
    Did, Detail, Day, Undo, Other, Timers, Timer, StopTimer, More, Revoke,
)  # fmt: skip
