"""The buttons and the form under the picture studio's messages. Each carries a job id and calls the service."""

from __future__ import annotations

import dataclasses
import io
import re

import discord
from discord import ui

from bot.delivery import NOBODY, still
from bot.errors import BadRequest
from bot.gpu.queue import CancelOutcome
from bot.imagine.model import MAX_COUNT, MAX_PROMPT, SHAPES, Picture, Wish, quoted
from bot.imagine.service import Work
from cogs.imagine import render
from cogs.imagine.ask import ask, with_prompt
from cogs.imagine.why import more
from cogs.ui import Form, Interaction, JobButton, is_moderator, moderated_server


class Again(JobButton, template=r"imagine:again:(?P<job>\d+)"):
    """The same wish with a fresh seed, for whoever presses it, on their own quota."""

    async def press(self, interaction: Interaction) -> None:
        work = await interaction.client.services.imagine.find_for(self.job_id, interaction.user.id)
        await ask(interaction, work.wish.again(), parent=work)


class Edit(JobButton, template=r"imagine:edit:(?P<job>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        work = await interaction.client.services.imagine.find_for(self.job_id, interaction.user.id)
        await interaction.response.send_modal(EditForm(work))


class Cancel(JobButton, template=r"imagine:cancel:(?P<job>\d+)"):
    """Stops exactly this job; the message itself says which state it was in."""

    async def press(self, interaction: Interaction) -> None:
        imagine = interaction.client.services.imagine
        moderates = moderated_server(interaction)
        await imagine.check_may_cancel(self.job_id, interaction.user.id, moderator_of=moderates)
        await interaction.response.defer()
        outcome = await imagine.cancel(self.job_id, interaction.user.id, moderator_of=moderates)
        if outcome is CancelOutcome.TOO_LATE:
            await interaction.followup.send(render.cancel_outcome(outcome), ephemeral=True)


class Original(JobButton, template=r"imagine:original:(?P<job>\d+)"):
    """The files as the model drew them, with the settings inside."""

    async def press(self, interaction: Interaction) -> None:
        imagine = interaction.client.services.imagine
        work = await imagine.find_for(self.job_id, interaction.user.id)
        originals = await imagine.originals(work)
        await interaction.response.defer(ephemeral=True, thinking=True)  # the upload may take longer than 3 s
        limit = interaction.filesize_limit
        batches = [originals] if sum(len(png) for _, png in originals) <= limit else [[one] for one in originals]
        for batch in batches:
            await self._send(interaction, batch, limit)

    async def _send(self, interaction: Interaction, batch: list[tuple[Picture, bytes]], limit_bytes: int) -> None:
        if any(len(png) > limit_bytes for _, png in batch):
            size, limit = max(len(png) for _, png in batch) / 2**20, limit_bytes / 2**20
            raise BadRequest(
                f"The original has {size:.1f} MB, more than the {limit:.0f} MB that Discord takes here. "
                "Whoever runs this bot finds it in its data folder."
            )
        noun = "file" if len(batch) == 1 else "files"
        await interaction.followup.send(
            f"The original {noun}, with the prompt, seed and settings inside.",
            files=[
                discord.File(io.BytesIO(png), f"inkling-{self.job_id}-{picture.position + 1}-original{picture.suffix}")
                for picture, png in batch
            ],
            ephemeral=True,
            allowed_mentions=NOBODY,
        )


class More(JobButton, template=r"imagine:more:(?P<job>\d+)"):
    """Why it waited, and the original files; for anyone who sees the picture."""

    async def press(self, interaction: Interaction) -> None:
        work = await interaction.client.services.imagine.find_for(self.job_id, interaction.user.id)
        await interaction.response.send_message(view=still(more(work)), ephemeral=True, allowed_mentions=NOBODY)


class Delete(JobButton, template=r"imagine:delete:(?P<job>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        imagine = interaction.client.services.imagine
        work = await imagine.find_for(self.job_id, interaction.user.id)
        imagine.check_may_delete(work, interaction.user.id, moderator=is_moderator(interaction))
        await interaction.response.send_modal(DeleteForm(work))


BUTTONS = (Again, Edit, Cancel, Original, Delete, More)


class EditForm(Form, title="Edit and draw again"):
    """The wish in a form: whoever submits it gets a job of their own."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        wish = work.wish
        self.prompt: ui.TextInput[EditForm] = ui.TextInput(
            style=discord.TextStyle.paragraph, default=wish.prompt, max_length=MAX_PROMPT
        )
        self.negative: ui.TextInput[EditForm] = ui.TextInput(
            default=wish.negative or None, required=False, max_length=MAX_PROMPT
        )
        sizes = dict.fromkeys([wish.size or "square", *SHAPES])
        self.size: ui.Select[EditForm] = ui.Select(
            options=[discord.SelectOption(label=s, value=s, default=s == (wish.size or "square")) for s in sizes]
        )
        self.count: ui.Select[EditForm] = ui.Select(
            options=[
                discord.SelectOption(label=str(n), value=str(n), default=n == wish.count)
                for n in range(1, MAX_COUNT + 1)
            ]
        )
        made = work.job.generation
        self.numbers: ui.TextInput[EditForm] = ui.TextInput(
            default=f"{made.steps}, {made.guidance:g}, {made.seeds[0]}", required=False, max_length=40
        )
        self.add_item(ui.Label(text="Prompt", component=self.prompt))
        self.add_item(
            ui.Label(text="Negative", description="What should not be in the picture", component=self.negative)
        )
        self.add_item(ui.Label(text="Size", component=self.size))
        self.add_item(ui.Label(text="Pictures", component=self.count))
        self.add_item(
            ui.Label(
                text="Steps, guidance, seed",
                description="Keep the seed to change little; delete it for a fresh picture",
                component=self.numbers,
            )
        )

    async def submit(self, interaction: Interaction) -> None:
        try:
            steps, guidance, seed = parse_numbers(self.numbers.value)
        except BadRequest as error:
            raise BadRequest(with_prompt(str(error), self.prompt.value)) from None
        wish: Wish = dataclasses.replace(
            self._work.wish,
            prompt=self.prompt.value,
            negative=self.negative.value,
            size=self.size.values[0],
            count=int(self.count.values[0]),
            steps=steps,
            guidance=guidance,
            seed=seed,
        )
        await ask(interaction, wish, parent=self._work)


def parse_numbers(text: str) -> tuple[int | None, float | None, int | None]:
    """ "20, 3.5, 42" -> (20, 3.5, 42); parts may be missing from the end. Raises BadRequest otherwise."""
    parts = [part for part in re.split(r"[,;\s]+", text.strip()) if part]
    try:
        if len(parts) > 3:
            raise ValueError
        steps = int(parts[0]) if parts else None
        guidance = float(parts[1]) if len(parts) > 1 else None
        seed = int(parts[2]) if len(parts) > 2 else None
    except ValueError:
        raise BadRequest(
            f"{quoted(text)} is not steps, guidance and seed. Write three numbers, for example: 20, 3.5, 42"
        ) from None
    return steps, guidance, seed


class DeleteForm(Form, title="Delete for good?"):
    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        count = len(work.pictures)
        what = "this picture" if count == 1 else f"these {count} pictures"
        self.add_item(ui.TextDisplay(f"Submit removes {what} here and from the disk. It cannot be undone."))

    async def submit(self, interaction: Interaction) -> None:
        imagine = interaction.client.services.imagine
        await imagine.delete(self._work.job.id, interaction.user.id, moderator=is_moderator(interaction))
        await interaction.response.defer()
        await interaction.delete_original_response()
