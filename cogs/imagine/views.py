"""The buttons and the form under the picture studio's messages. Each carries a job id and calls the service."""

from __future__ import annotations

import io

import discord

from bot.delivery import NOBODY, still
from bot.errors import BadRequest, NotAllowed
from bot.gpu.queue import CancelOutcome
from bot.imagine.composition import rivals
from bot.imagine.model import Picture
from cogs.imagine import render
from cogs.imagine.ask import ask
from cogs.imagine.forms import edit_form
from cogs.imagine.places import seen_here
from cogs.imagine.why import more
from cogs.ui import Interaction, JobButton, moderated_server

MOST_FILES = 10
"""In one message of Discord's."""
NOT_HERE = "The safety check flagged it, and such pictures are not shown here."


class Again(JobButton, template=r"imagine:again:(?P<job>\d+)"):
    """The same wish with a fresh seed, for whoever presses it, on their own quota."""

    async def press(self, interaction: Interaction) -> None:
        work = await interaction.client.services.imagine.find_for(self.job_id, interaction.user.id)
        await ask(interaction, work.wish.again(), parent=work)


class Edit(JobButton, template=r"imagine:edit:(?P<job>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        work = await interaction.client.services.imagine.find_for(self.job_id, interaction.user.id)
        await interaction.response.send_modal(edit_form(work))


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
        imagine.check_has_pictures(work)
        seen = await seen_here(interaction, work)
        if not seen.pictures:
            raise NotAllowed(NOT_HERE)
        originals = await imagine.originals(seen)
        await interaction.response.defer(ephemeral=True, thinking=True)  # the upload may take longer than 3 s
        limit = interaction.filesize_limit
        batches = [originals[at : at + MOST_FILES] for at in range(0, len(originals), MOST_FILES)]
        if any(sum(len(png) for _, png in batch) > limit for batch in batches):
            batches = [[one] for one in originals]
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
                discord.File(
                    io.BytesIO(png),
                    f"inkling-{self.job_id}-{picture.position + 1}-original{picture.suffix}",
                    spoiler=picture.spoiler,
                )
                for picture, png in batch
            ],
            ephemeral=True,
            allowed_mentions=NOBODY,
        )


class More(JobButton, template=r"imagine:more:(?P<job>\d+)"):
    """Why it waited, and the original files; for anyone who sees the picture."""

    async def press(self, interaction: Interaction) -> None:
        imagine = interaction.client.services.imagine
        work = await imagine.find_for(self.job_id, interaction.user.id)
        view = still(more(work, may_compare=bool(rivals(imagine.models, work.job.generation))))
        message = interaction.message
        if message is not None and message.flags.ephemeral and message.id == work.address.message_id:
            # Answered as a press on that message, its token can delete it, which nothing else can later.
            await interaction.response.defer()
            imagine.presenter.touched(work.job.id, interaction.token)
            await interaction.followup.send(view=view, ephemeral=True, allowed_mentions=NOBODY)
            return
        await interaction.response.send_message(view=view, ephemeral=True, allowed_mentions=NOBODY)


BUTTONS = (Again, Edit, Cancel, Original, More)
