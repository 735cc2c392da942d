"""``/remind``, the message menu "Remind me", and what was kept for people whose DMs are closed."""

from __future__ import annotations

import logging

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import InklingBot
from bot.delivery import NOBODY, still
from bot.schedule.model import Placed
from cogs.remind import render
from cogs.remind.views import RemindForm, propose
from cogs.ui import Interaction, answered

log = logging.getLogger(__name__)
EXAMPLES = (
    "in 20 minutes",
    "in 1 hour",
    "tonight",
    "tomorrow 9am",
    "weekdays 20:00",
    "every monday 18:00",
    "last friday of the month 10:00",
)
MENU = "Remind me"


@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
class RemindCog(commands.GroupCog, group_name="remind", group_description="Reminders, once or again and again"):
    def __init__(self, bot: InklingBot) -> None:
        self._bot = bot
        self._handing: set[int] = set()
        self._menu = app_commands.ContextMenu(name=MENU, callback=self.about_message)
        self._menu.allowed_installs = app_commands.AppInstallationType(guild=True, user=True)
        self._menu.allowed_contexts = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)

    async def cog_load(self) -> None:
        self._bot.tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        self._bot.tree.remove_command(self._menu.name, type=self._menu.type)

    @app_commands.command(description="Be reminded, once or again and again")
    @app_commands.describe(when="In your words: in 20 minutes, tomorrow 9am, weekdays 20:00", what="What it is about")
    async def me(
        self,
        interaction: discord.Interaction[InklingBot],
        when: app_commands.Range[str, 1, 200],
        what: app_commands.Range[str, 1, 500],
    ) -> None:
        await propose(interaction, what, when)

    @me.autocomplete("when")
    async def examples(
        self, interaction: discord.Interaction[InklingBot], current: str
    ) -> list[app_commands.Choice[str]]:
        typed = current.strip()
        words = [example for example in EXAMPLES if typed.casefold() in example]
        return [app_commands.Choice(name=word, value=word) for word in ([typed[:100]] if typed else []) + words]

    @app_commands.command(name="list", description="Your reminders: look, change, mute, remove")
    async def listed(self, interaction: discord.Interaction[InklingBot]) -> None:
        alarms = await self._bot.services.schedule.listed(interaction.user.id)
        await interaction.response.send_message(
            view=still(render.listing(alarms, 0)), ephemeral=True, allowed_mentions=NOBODY
        )

    async def about_message(self, interaction: discord.Interaction[InklingBot], message: discord.Message) -> None:
        text = " ".join(message.content.split()) or f"A message from {message.author.display_name}"
        await interaction.response.send_modal(RemindForm(text[:200], message.jump_url))

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Interaction) -> None:
        """Whatever somebody does here, show them what could not reach them before."""
        user_id = interaction.user.id
        if interaction.type is discord.InteractionType.autocomplete or user_id in self._handing:
            return
        self._handing.add(user_id)
        try:
            schedule = self._bot.services.schedule
            items = await schedule.kept_for(user_id)
            if not items or not await answered(interaction):
                return
            await interaction.followup.send(render.kept(items), ephemeral=True)
            view = still(render.reminder(items, self._bot.services.clock()))
            message = await interaction.followup.send(view=view, ephemeral=True, allowed_mentions=NOBODY, wait=True)
            await schedule.handed_over(items, Placed(interaction.channel_id or 0, message.id))
        except discord.HTTPException:
            log.info("kept reminders could not be shown; they stay kept")
        finally:
            self._handing.discard(user_id)
