"""``/settings``: a person's own clock."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import InklingBot
from bot.delivery import NOBODY, still
from bot.people.model import find_zones
from bot.schedule.recurrence import to_local
from cogs.settings import render

COMMON = ("Europe/London", "Europe/Berlin", "America/New_York", "America/Los_Angeles", "Asia/Kolkata", "Asia/Tokyo")


class SettingsCog(commands.Cog):
    def __init__(self, bot: InklingBot) -> None:
        self._bot = bot

    @app_commands.command(description="Your time zone, when your day begins, your quiet hours")
    @app_commands.describe(
        timezone="Type your city",
        day_starts="The hour at which your new day begins: 3 means that 1 am is still yesterday",
        quiet_hours="When I stay silent, for example 22:00-7:00, or off",
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def settings(
        self,
        interaction: discord.Interaction[InklingBot],
        timezone: app_commands.Range[str, 1, 100] | None = None,
        day_starts: app_commands.Range[int, 0, 12] | None = None,
        quiet_hours: app_commands.Range[str, 1, 40] | None = None,
    ) -> None:
        people, user_id = self._bot.services.people, interaction.user.id
        moved = 0
        if timezone is not None:
            before = (await people.find(user_id)).clock_zone
            after = (await people.set_zone(user_id, timezone)).clock_zone
            moved = await self._bot.services.schedule.follow(user_id, before, after)
        if day_starts is not None:
            await people.set_day_start(user_id, day_starts)
        if quiet_hours is not None:
            await people.set_quiet(user_id, quiet_hours)
        view = render.clock(await people.find(user_id), self._bot.services.clock(), moved)
        await interaction.response.send_message(view=still(view), ephemeral=True, allowed_mentions=NOBODY)

    @settings.autocomplete("timezone")
    async def zones(self, interaction: discord.Interaction[InklingBot], current: str) -> list[app_commands.Choice[str]]:
        now = self._bot.services.clock()
        names = find_zones(current) if current.strip() else list(COMMON)
        return [
            app_commands.Choice(name=f"{name.replace('_', ' ')} · {to_local(now, name):%H:%M}", value=name)
            for name in names
        ]
