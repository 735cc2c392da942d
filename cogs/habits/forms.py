"""The forms of habits: details of a session, a habit's own fields, a pause, a reminder, an amount for a reminder."""

from __future__ import annotations

import re
from datetime import date

import discord
from discord import ui

from bot.delivery import NOBODY, still
from bot.errors import BadRequest
from bot.habits.days import read_day
from bot.habits.goals import SPANS
from bot.habits.model import QUALITIES, Event, Habit, Mark, Measure
from bot.habits.reminding import KIND
from bot.habits.replies import Reply
from bot.habits.schedules import describe_schedule, read_schedule
from bot.schedule.model import Occurrence
from cogs import cards
from cogs.habits import render
from cogs.remind.render import RECURS, proposal
from cogs.remind.views import show_again
from cogs.ui import Form, Interaction


def read_amount(text: str, measure: Measure) -> float:
    """ "20", "20 min", "1h30", "1.5". Raises BadRequest."""
    tidy = text.strip().lower().replace(",", ".")
    if measure is Measure.MINUTES and (
        match := re.fullmatch(r"(\d+(?:\.\d+)?) ?h(?:ours?|rs?)?(?: ?(\d{1,2}) ?m?(?:in)?)?", tidy)
    ):
        return float(match[1]) * 60 + float(match[2] or 0)
    if match := re.fullmatch(r"(\d+(?:\.\d+)?) ?[a-z×]*", tidy):
        return float(match[1])
    raise BadRequest(
        f"“{text[:30]}” is no number. Write for example 20" + (", or 1h30." if measure is Measure.MINUTES else ".")
    )


def _quality(chosen: int | None) -> ui.Select[Form]:
    return ui.Select(
        options=[
            discord.SelectOption(label=word, value=str(number), default=number == chosen)
            for number, word in enumerate(QUALITIES, start=1)
        ],
        min_values=0,
        required=False,
    )


async def show_proposal(
    interaction: Interaction, habit: Habit, phrase: str, channel: tuple[int | None, int] | None = None
) -> None:
    """A habit's reminder as it was understood, with its next times, to be saved."""
    services = interaction.client.services
    reading = await services.schedule.read(interaction.user.id, phrase)
    if not reading.rule.recurs:
        raise BadRequest(RECURS)
    alarm = await services.schedule.draft(
        interaction.user.id,
        habit.question or habit.name,
        reading.rule,
        kind=KIND,
        subject_id=habit.id,
        guild_id=channel[0] if channel else None,
        channel_id=channel[1] if channel else None,
    )
    person = await services.people.find(interaction.user.id)
    view = still(proposal(alarm, services.schedule.next_times(alarm), reading.notes, person))
    if interaction.response.is_done():
        await interaction.followup.send(view=view, ephemeral=True, allowed_mentions=NOBODY)
    else:
        await interaction.response.send_message(view=view, ephemeral=True, allowed_mentions=NOBODY)


class DetailForm(Form, title="Details"):
    """Of one session: how much, how good, how it felt."""

    def __init__(self, habit: Habit, event: Event) -> None:
        super().__init__()
        self._habit, self._event = habit, event
        self.amount: ui.TextInput[Form] = ui.TextInput(default=f"{event.value:g}", max_length=20)
        self.quality = _quality(event.quality)
        self.feeling: ui.TextInput[Form] = ui.TextInput(default=event.feeling or None, required=False, max_length=100)
        self.remark: ui.TextInput[Form] = ui.TextInput(
            default=event.remark or None, required=False, max_length=500, style=discord.TextStyle.paragraph
        )
        if habit.is_numeric and event.mark is Mark.ENTRY:
            self.add_item(ui.Label(text=f"How much ({habit.shown_unit or 'number'})", component=self.amount))
        if event.mark is Mark.ENTRY:
            self.add_item(ui.Label(text="How good", component=self.quality))
            self.add_item(ui.Label(text="How it felt", component=self.feeling))
        self.add_item(ui.Label(text="Remark" if event.mark is Mark.ENTRY else "Reason", component=self.remark))

    async def submit(self, interaction: Interaction) -> None:
        habits, user_id = interaction.client.services.habits, interaction.user.id
        wanted: dict[str, object] = {"remark": self.remark.value}
        if self._event.mark is Mark.ENTRY:
            wanted["feeling"] = self.feeling.value
            wanted["quality"] = int(self.quality.values[0]) if self.quality.values else None
            if self._habit.is_numeric:
                wanted["value"] = read_amount(self.amount.value, self._habit.measure)
        event = await habits.detail(self._event.id, user_id, **wanted)
        standing = await habits.standing(self._habit, event.day)
        await interaction.response.send_message(
            view=still(render.written(standing, event)), ephemeral=True, allowed_mentions=NOBODY
        )


class EditForm(Form, title="Edit habit"):
    def __init__(self, habit: Habit) -> None:
        super().__init__()
        self._habit = habit
        self.name: ui.TextInput[Form] = ui.TextInput(default=habit.name, max_length=60)
        self.schedule: ui.TextInput[Form] = ui.TextInput(default=describe_schedule(habit.schedule), max_length=60)
        self.target: ui.TextInput[Form] = ui.TextInput(default=f"{habit.target:g}", required=False, max_length=20)
        self.question: ui.TextInput[Form] = ui.TextInput(default=habit.question or None, required=False, max_length=120)
        self.tag: ui.TextInput[Form] = ui.TextInput(default=habit.tag or None, required=False, max_length=40)
        self.add_item(ui.Label(text="Name", component=self.name))
        self.add_item(
            ui.Label(text="How often", description="daily, 3 a week, weekdays, every 2 days", component=self.schedule)
        )
        if habit.is_numeric:
            unit = habit.shown_unit or "number"
            self.add_item(
                ui.Label(text=f"Target ({unit}){', at most' if habit.at_most else ''}", component=self.target)
            )
        self.add_item(ui.Label(text="Question", description="What its reminders ask", component=self.question))
        self.add_item(ui.Label(text="Tag", description="A note with this #tag counts as done", component=self.tag))

    async def submit(self, interaction: Interaction) -> None:
        habits, user_id, old = interaction.client.services.habits, interaction.user.id, self._habit
        wanted: dict[str, object] = {"name": self.name.value, "question": self.question.value, "tag": self.tag.value}
        if self.schedule.value.strip() != describe_schedule(old.schedule):
            wanted["schedule"] = read_schedule(self.schedule.value)
        if old.is_numeric and self.target.value.strip():
            wanted["target"] = read_amount(self.target.value, old.measure)
        await show_habit(interaction, await habits.change(old.id, user_id, **wanted))


class GoalForm(Form, title="Goals"):
    """So much a week, a month, a year; an empty field removes one."""

    def __init__(self, habit: Habit, known: dict[str, float]) -> None:
        super().__init__()
        self._habit = habit
        self.fields: dict[str, ui.TextInput[Form]] = {}
        for span in SPANS:
            held = known.get(span)
            self.fields[span] = ui.TextInput(default=f"{held:g}" if held else None, required=False, max_length=20)
            unit = habit.shown_unit or "times"
            self.add_item(ui.Label(text=f"A {span} ({unit})", component=self.fields[span]))

    async def submit(self, interaction: Interaction) -> None:
        amounts = {
            span: read_amount(field.value, self._habit.measure) if field.value.strip() else None
            for span, field in self.fields.items()
        }
        habits = interaction.client.services.habits
        await show_habit(interaction, await habits.set_goals(self._habit.id, interaction.user.id, amounts))


class PauseForm(Form, title="Pause"):
    def __init__(self, habit: Habit) -> None:
        super().__init__()
        self._habit = habit
        self.since: ui.TextInput[Form] = ui.TextInput(placeholder="today", required=False, max_length=60)
        self.until: ui.TextInput[Form] = ui.TextInput(
            placeholder="31 december, in 2 weeks", required=False, max_length=60
        )
        self.add_item(ui.Label(text="From", description="Empty: today", component=self.since))
        self.add_item(ui.Label(text="Until and with", description="Empty: until you go on", component=self.until))

    async def submit(self, interaction: Interaction) -> None:
        user_id = interaction.user.id
        since, until = [await _day(interaction, field.value) for field in (self.since, self.until)]
        habits = interaction.client.services.habits
        await show_habit(interaction, await habits.pause(self._habit.id, user_id, until, since))


async def _day(interaction: Interaction, text: str) -> date | None:
    """A day that was or is to come, in words; None for an empty field."""
    if not text.strip():
        return None
    services, user_id = interaction.client.services, interaction.user.id
    try:
        return read_day(text, await services.habits.today(user_id))
    except BadRequest:
        return (await services.schedule.read(user_id, text)).rule.start.date()


class ReminderForm(Form, title="Reminder"):
    def __init__(self, habit: Habit) -> None:
        super().__init__()
        self._habit = habit
        self.when: ui.TextInput[Form] = ui.TextInput(placeholder="every day 20:00, weekdays 7:30", max_length=200)
        self.add_item(ui.Label(text="When", component=self.when))

    async def submit(self, interaction: Interaction) -> None:
        await show_proposal(interaction, self._habit, self.when.value)


class OtherForm(Form, title="Skip, or no"):
    """A skip with its reason, or a plain no, for some habits of a day."""

    def __init__(self, habits: list[Habit], day: str) -> None:
        super().__init__()
        self._day = day
        shown = habits[: cards.MENU * render.IN_FORM]
        parts = [shown[at : at + cards.MENU] for at in range(0, len(shown), cards.MENU)]
        self.which: list[ui.Select[Form]] = [
            ui.Select(
                options=[discord.SelectOption(label=one.title[:100], value=str(one.id)) for one in part],
                min_values=0 if len(parts) > 1 else 1,
                max_values=len(part),
                required=len(parts) == 1,
            )
            for part in parts
        ]
        self.what: ui.Select[Form] = ui.Select(
            options=[
                discord.SelectOption(
                    label="Skip", value=Mark.SKIP, description="Keeps the streak as it is", default=True
                ),
                discord.SelectOption(label="No", value="no", description="Not done, and no more reminders today"),
            ]
        )
        self.reason: ui.TextInput[Form] = ui.TextInput(required=False, max_length=200)
        for number, which in enumerate(self.which, start=1):
            text = "Which" if len(parts) == 1 else f"Which, {number} of {len(parts)}"
            self.add_item(ui.Label(text=text, component=which))
        self.add_item(ui.Label(text="What", component=self.what))
        self.add_item(ui.Label(text="Reason", component=self.reason))

    async def submit(self, interaction: Interaction) -> None:
        from cogs.habits.today import show_today

        habits, user_id = interaction.client.services.habits, interaction.user.id
        day = read_day(f"{self._day[:4]}-{self._day[4:6]}-{self._day[6:]}", await habits.today(user_id))
        chosen = [value for which in self.which for value in which.values]
        if not chosen:
            raise BadRequest("Choose at least one habit.")
        for habit_id in chosen:
            await habits.check_in(
                int(habit_id),
                user_id,
                day=day,
                mark=Mark(self.what.values[0]),
                remark=self.reason.value,
                source=f"today:{interaction.id}",
            )
        await show_today(interaction, day, edit=True, undo=interaction.id)


class LogForm(Form, title="Write it down"):
    """The answer to a reminder of a habit that counts something."""

    def __init__(self, habit: Habit, one: Occurrence) -> None:
        super().__init__()
        self._habit, self._one = habit, one
        self.amount: ui.TextInput[Form] = ui.TextInput(default=f"{habit.target:g}", max_length=20)
        self.quality = _quality(None)
        self.remark: ui.TextInput[Form] = ui.TextInput(required=False, max_length=300)
        self.add_item(ui.Label(text=f"How much ({habit.shown_unit or 'number'})", component=self.amount))
        self.add_item(ui.Label(text="How good", component=self.quality))
        self.add_item(ui.Label(text="Remark", component=self.remark))

    async def submit(self, interaction: Interaction) -> None:
        services = interaction.client.services
        await check_open(interaction, self._one.id)
        quality = int(self.quality.values[0]) if self.quality.values else None
        value = read_amount(self.amount.value, self._habit.measure)
        await services.habit_reminders.log(self._one, Reply(Mark.ENTRY, value, quality=quality, rest=self.remark.value))
        await show_again(interaction, await services.schedule.occurrence(self._one.id, interaction.user.id))


async def check_open(interaction: Interaction, occurrence_id: int) -> Occurrence:
    """The reminder, one's own. Raises BadRequest when it is answered: by another form, or in words."""
    one = await interaction.client.services.schedule.occurrence(occurrence_id, interaction.user.id)
    if one.answer is not None:
        raise BadRequest("That is written down already.")
    return one


async def show_habit(interaction: Interaction, habit: Habit, head: str = "", *, edit: bool = True) -> None:
    """The habit's card as it stands now."""
    services = interaction.client.services
    alarms = [one for one in await services.schedule.about(KIND, habit.id) if one.next_utc is not None or one.muted]
    view = still(render.habit(await services.habits.standing(habit), alarms, head, await services.habits.goals(habit)))
    if edit:
        await interaction.response.edit_message(view=view)
    else:
        await interaction.response.send_message(view=view, ephemeral=True, allowed_mentions=NOBODY)
