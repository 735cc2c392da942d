"""Delete, behind More: the pictures, their files and their message, after asking."""

from __future__ import annotations

from discord import ui

from bot.delivery import still
from bot.imagine.work import Work
from cogs.imagine import render
from cogs.ui import Form, Interaction, JobButton, is_moderator


class Delete(JobButton, template=r"imagine:delete:(?P<job>\d+)"):
    async def press(self, interaction: Interaction) -> None:
        imagine = interaction.client.services.imagine
        work = await imagine.find_for(self.job_id, interaction.user.id)
        imagine.check_may_delete(work, interaction.user.id, moderator=is_moderator(interaction))
        await interaction.response.send_modal(DeleteForm(work))


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
        await interaction.response.edit_message(view=still(render.deleted()), attachments=[])
        if not await imagine.presenter.remove(self._work):
            await interaction.edit_original_response(view=still(render.deleted(is_left=True)))
