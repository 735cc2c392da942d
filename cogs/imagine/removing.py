"""“Remove picture” in every message's menu: a moderator takes away whatever the bot posted in their server."""

from __future__ import annotations

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.client import InklingBot
from bot.delivery import NOBODY
from bot.errors import NotFound
from bot.imagine.work import Work
from bot.moderation.model import MAX_REASON, Action, Deed
from cogs.pictures import NO_PICTURE, job_of
from cogs.ui import Form, Interaction, check_moderator

MENU = "Remove picture"
NOT_MINE = "I can only remove what I posted. Delete that message in Discord."
REMOVED = "Removed, here and from the disk. The audit log says so."
LEFT = "Removed from the records and the disk. Discord did not let me delete the message: please delete that yourself."


class RemovingCog(commands.Cog):
    def __init__(self, bot: InklingBot) -> None:
        self._bot = bot
        self._menu = app_commands.ContextMenu(
            name=MENU,
            callback=self.remove_picture,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
        )
        self._menu.default_permissions = discord.Permissions(manage_messages=True)

    async def cog_load(self) -> None:
        self._bot.tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        self._bot.tree.remove_command(self._menu.name, type=self._menu.type)

    async def remove_picture(self, interaction: discord.Interaction[InklingBot], message: discord.Message) -> None:
        guild_id = check_moderator(interaction)
        work = await _work(interaction, message, guild_id)
        await interaction.response.send_modal(RemoveForm(message, work))


async def _work(interaction: Interaction, message: discord.Message, guild_id: int) -> Work | None:
    """The job behind a message of ours; None for another picture in it, such as a habit's. Raises NotFound."""
    imagine, me = interaction.client.services.imagine, interaction.client.user
    if me is None or message.author.id != me.id:
        raise NotFound(NOT_MINE)
    job_id = job_of(message)
    if job_id is None:
        job_id = await imagine.removing.job_in(message.id)
    if job_id is None:
        if not message.attachments:
            raise NotFound(NO_PICTURE)
        return None
    work = await imagine.find(job_id)
    imagine.removing.check(work, guild_id)
    return work


class RemoveForm(Form, title="Remove it for good?"):
    def __init__(self, message: discord.Message, work: Work | None) -> None:
        super().__init__()
        self._message, self._work = message, work
        self.reason: ui.TextInput[RemoveForm] = ui.TextInput(required=False, max_length=MAX_REASON)
        self.add_item(ui.TextDisplay("Submit deletes the message and its pictures. It cannot be undone."))
        self.add_item(ui.Label(text="Reason", description="For the audit log", component=self.reason))

    async def submit(self, interaction: Interaction) -> None:
        guild_id, services = check_moderator(interaction), interaction.client.services
        if self._work is not None:
            work = await services.imagine.find(self._work.job.id)
            await services.imagine.removing.remove(work, guild_id, interaction.user.id, self.reason.value)
        else:
            deed = Deed(Action.REMOVED, guild_id, interaction.user.id, detail=self.reason.value)
            await services.moderation.record(deed)
        said = REMOVED if await _deleted(interaction, self._message) else LEFT
        await interaction.response.send_message(said, ephemeral=True, allowed_mentions=NOBODY)


async def _deleted(interaction: Interaction, message: discord.Message) -> bool:
    """The message that was pointed at, which may not be the one that the job knows."""
    channel = interaction.client.get_partial_messageable(message.channel.id, guild_id=interaction.guild_id)
    try:
        await channel.get_partial_message(message.id).delete()
    except discord.NotFound:
        return True
    except discord.HTTPException:
        return False
    return True
