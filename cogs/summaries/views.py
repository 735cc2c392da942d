"""Asking for summaries, and the buttons under them. Each asks the service for the presser's own."""

from __future__ import annotations

import logging
import time

import aiohttp
import discord
from discord import ui

from bot.delivery import NOBODY, still
from bot.errors import BadRequest, NotAllowed
from bot.imagine.model import Wish
from bot.notes.markup import draft_of
from bot.notes.model import Incoming
from bot.summaries.digest import WHEN
from bot.summaries.model import About, Method, State, Summary, Target
from cogs.cards import View
from cogs.imagine.draft import DraftForm
from cogs.notes import render as notes_render
from cogs.remind.render import proposal
from cogs.summaries import render
from cogs.ui import Form, Interaction, RecordButton, WordButton

log = logging.getLogger(__name__)

FIRST_SECONDS = 1.5
"""Most summaries are ready by then; the answer comes in one piece."""
EDIT_SECONDS = 4.0
MOST_SECONDS = 13 * 60.0
"""An interaction's token ends soon after."""


async def summarise(interaction: Interaction, target: Target) -> None:
    """Asks for the summary and shows it, with its progress where it takes long, as a private answer. What cannot be
    shown there any more comes by direct message."""
    await interaction.response.defer(ephemeral=True, thinking=True)
    service, owner = interaction.client.services.summaries, interaction.user.id
    name = await service.name(owner, target)
    summary = await service.ask(owner, target)
    summary = await service.ended(owner, summary.id, FIRST_SECONDS)
    if not summary.state.is_open:
        await _edit(interaction, await view_of(interaction, summary))
        return
    await service.watch(owner, summary.id)
    try:
        summary = await _followed(interaction, name, summary)
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        log.info("a summary's progress cannot be shown any more: %s", error)
    if summary.state.is_open:
        await service.let_go(owner, summary.id)
        return
    try:
        await _edit(interaction, await view_of(interaction, summary))
    except (discord.HTTPException, aiohttp.ClientError, OSError):
        await service.let_go(owner, summary.id)
        raise
    await service.shown(owner, summary.id)


async def _followed(interaction: Interaction, name: str, summary: Summary) -> Summary:
    """Shows how far it is until it has ended, or for as long as that can be shown."""
    service, owner = interaction.client.services.summaries, interaction.user.id
    began, shown = time.monotonic(), None
    while summary.state.is_open:
        if time.monotonic() - began > MOST_SECONDS:
            await _edit(interaction, render.later(name, summary))
            break
        if (progress := await service.progress(summary)) != shown:
            shown = progress
            await _edit(interaction, render.making(name, summary, progress))
        summary = await service.ended(owner, summary.id, EDIT_SECONDS)
    return summary


async def _edit(interaction: Interaction, view: View) -> None:
    await interaction.edit_original_response(view=still(view), allowed_mentions=NOBODY)


async def view_of(interaction: Interaction, summary: Summary) -> View:
    services, owner = interaction.client.services, interaction.user.id
    name = await services.summaries.name(owner, summary.target)
    if summary.state is State.FAILED:
        return render.failed(name, summary)
    if summary.state is State.CANCELLED:
        return render.cancelled(name, summary)
    if summary.state is not State.READY:
        return render.making(name, summary, await services.summaries.progress(summary))
    found = await services.summaries.changes(owner, summary)
    on = summary.target.about is About.WEEK and await services.digests.alarm(owner) is not None
    return render.ready(name, summary, found, on)


async def _replace(interaction: Interaction, view: View) -> None:
    await interaction.response.edit_message(view=still(view), attachments=[])


class SummaryButton(RecordButton, template=r"(?!)"):
    async def summary(self, interaction: Interaction) -> Summary:
        """The presser's own. Raises NotFound."""
        return await interaction.client.services.summaries.find(interaction.user.id, self.record_id)

    async def ready(self, interaction: Interaction) -> Summary:
        """The same. Raises BadRequest while it says nothing."""
        summary = await self.summary(interaction)
        if summary.state is not State.READY:
            raise BadRequest("That summary is not made yet.")
        return summary


class Show(SummaryButton, template=r"sum:show:(?P<id>\d{1,18})"):
    """In place of this card; a reminder is answered with a new one."""

    async def press(self, interaction: Interaction) -> None:
        view = await view_of(interaction, await self.summary(interaction))
        schedule = interaction.client.services.schedule
        message = interaction.message
        told = await schedule.in_message(message.id, interaction.user.id) if message is not None else []
        if not told:
            await _replace(interaction, view)
            return
        await interaction.response.send_message(view=still(view), ephemeral=True, allowed_mentions=NOBODY)
        for one in told:
            await schedule.note_answer(one.id, "done")


class Again(SummaryButton, template=r"sum:again:(?P<id>\d{1,18})"):
    """Anew, from the notes as they are now."""

    async def press(self, interaction: Interaction) -> None:
        await summarise(interaction, (await self.summary(interaction)).target)


class Stop(SummaryButton, template=r"sum:stop:(?P<id>\d{1,18})"):
    """Not this one after all, whether it waits or is being made."""

    async def press(self, interaction: Interaction) -> None:
        summary = await interaction.client.services.summaries.cancel(interaction.user.id, self.record_id)
        await _replace(interaction, await view_of(interaction, summary))


class OfNote(RecordButton, template=r"sum:note:(?P<id>\d{1,18})"):
    """Under a note."""

    async def press(self, interaction: Interaction) -> None:
        await summarise(interaction, Target(About.NOTE, str(self.record_id)))


class OfSearch(RecordButton, template=r"sum:found:(?P<id>\d{1,18})"):
    """Under what a search found."""

    async def press(self, interaction: Interaction) -> None:
        search = interaction.client.services.notes.search
        await summarise(interaction, Target(About.SEARCH, await search.kept(interaction.user.id, self.record_id)))


class OfBook(RecordButton, template=r"sum:book:(?P<id>\d{1,18})"):
    """Under a book."""

    async def press(self, interaction: Interaction) -> None:
        await summarise(interaction, Target(About.BOOK, str(self.record_id)))


class Keep(SummaryButton, template=r"sum:keep:(?P<id>\d{1,18})"):
    """As a note of the notebook, where it can be found, edited and exported."""

    async def press(self, interaction: Interaction) -> None:
        services, owner = interaction.client.services, interaction.user.id
        summary = await self.ready(interaction)
        name = await services.summaries.name(owner, summary.target)
        lines = "\n".join(f"- {line.text}" for line in summary.lines)
        text = f"{render.TITLES[summary.target.about]} {name}\n\n{lines}\n\n{summary.made_by}."
        # No message has a negative id: pressed twice, it is one note.
        captured = await services.notes.add(owner, Incoming(-summary.id, services.clock(), text))
        note = await services.notes.find(owner, captured.note_id)
        view = still(notes_render.saved(note, (), again=captured.again))
        await interaction.response.send_message(view=view, ephemeral=True, allowed_mentions=NOBODY)


class Draw(SummaryButton, template=r"sum:draw:(?P<id>\d{1,18})"):
    """Its words as a picture's draft; elsewhere than in direct messages the picture is private, as notes are."""

    async def press(self, interaction: Interaction) -> None:
        words = draft_of(" ".join(line.text for line in (await self.ready(interaction)).lines))
        await interaction.response.send_modal(DraftForm(Wish(words, private=interaction.guild_id is not None)))


# ---- how they are made


async def _show_ways(interaction: Interaction, summary_id: int) -> None:
    service, owner = interaction.client.services.summaries, interaction.user.id
    view = render.ways(summary_id, await service.ways(owner), await service.chosen(owner))
    await _replace(interaction, view)


class Ways(RecordButton, template=r"sum:ways:(?P<id>\d{1,18})"):
    async def press(self, interaction: Interaction) -> None:
        await _show_ways(interaction, self.record_id)


class OneWay(RecordButton, template=r"sum:way:(?P<id>\d{1,18}):(?P<method>[a-z]+)"):
    async def press(self, interaction: Interaction) -> None:
        service, owner = interaction.client.services.summaries, interaction.user.id
        method = next((one for one in Method if one == self.given["method"]), Method.EXTRACT)
        try:
            await service.choose(owner, method)
        except NotAllowed:
            way = next(one for one in await service.ways(owner) if one.method is method)
            await _replace(interaction, render.consent(self.record_id, way))
            return
        await _show_ways(interaction, self.record_id)


class Agree(RecordButton, template=r"sum:agree:(?P<id>\d{1,18})"):
    """The person's word that their notes may be sent to the endpoint."""

    async def press(self, interaction: Interaction) -> None:
        await interaction.client.services.summaries.choose(interaction.user.id, Method.ENDPOINT, agree=True)
        await _show_ways(interaction, self.record_id)


class Withdraw(RecordButton, template=r"sum:withdraw:(?P<id>\d{1,18})"):
    async def press(self, interaction: Interaction) -> None:
        await interaction.client.services.summaries.withdraw(interaction.user.id)
        await _show_ways(interaction, self.record_id)


# ---- every week


class DigestForm(Form, title="A digest of your notes"):
    def __init__(self) -> None:
        super().__init__()
        self.when: ui.TextInput[Form] = ui.TextInput(default=WHEN, max_length=100)
        hint = "It comes by direct message, and not in weeks without notes"
        self.add_item(ui.Label(text="When", description=hint, component=self.when))

    async def submit(self, interaction: Interaction) -> None:
        services, owner = interaction.client.services, interaction.user.id
        alarm, notes = await services.digests.propose(owner, self.when.value)
        person = await services.people.find(owner)
        view = still(proposal(alarm, services.schedule.next_times(alarm), notes, person))
        await interaction.response.send_message(view=view, ephemeral=True, allowed_mentions=NOBODY)


class DigestOn(WordButton, template=r"digest:on"):
    async def press(self, interaction: Interaction) -> None:
        await interaction.response.send_modal(DigestForm())


class DigestOff(WordButton, template=r"digest:off"):
    async def press(self, interaction: Interaction) -> None:
        await interaction.client.services.digests.stop(interaction.user.id)
        text = "Stopped. `/notes digest` shows your week whenever you like."
        await interaction.response.send_message(text, ephemeral=True)


def target_of(about: str) -> Target:
    """What somebody typed or chose: a #tag, a book, or a search. Raises BadRequest for nothing."""
    text = " ".join(about.split())
    if text.startswith("book:") and text[5:].isdecimal():
        return Target(About.BOOK, text[5:])
    if text.startswith("#") and len(text) > 1 and " " not in text:
        return Target(About.TAG, text[1:].casefold())
    if not text:
        raise BadRequest("What shall I summarise? A #tag, a book, or words to search for.")
    return Target(About.SEARCH, text)


BUTTONS: tuple[type[discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]]], ...] = (
    Show,
    Again,
    Stop,
    OfNote,
    OfSearch,
    OfBook,
    Keep,
    Draw,
    Ways,
    OneWay,
    Agree,
    Withdraw,
    DigestOn,
    DigestOff,
)
