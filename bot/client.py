"""The Discord client: intents, who may come in, and the one place where errors become replies."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import discord
import yarl
from discord import app_commands
from discord.ext import commands

from bot.access import Door, Visitor
from bot.downloads import Downloads
from bot.errors import NotAllowed, UserError
from bot.schedule.clock import Postman
from bot.services import Services

log = logging.getLogger(__name__)

PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    attach_files=True,
    read_message_history=True,
)
"""Exactly what Inkling needs: to see the channel, answer, attach pictures, and reply to its own messages."""
SCOPES = ("bot", "applications.commands")
GUILD_MEMORY_SECONDS = 600.0

ANSWERING = ("CommandTree-invoker", "discord-ui-", "discord.py: ")
"""How discord.py names the tasks that run commands, buttons and events."""
CLOSING_SECONDS = 5.0

MAX_CONTENT = 2000
"""Characters of a plain message."""

CLOSED = (
    "This Inkling is private: it runs on its owner's own hardware. "
    "Its owner can let this server or you in with ALLOWED_SERVERS or ALLOWED_USERS."
)


def point_at(api: str) -> None:
    """Send discord.py to a Discord on this machine instead (the playground's and the tests')."""
    parts = urlsplit(api)
    discord.http.Route.BASE = api
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"ws://{parts.netloc}/gateway/")


def invite_link(application_id: int) -> str:
    return discord.utils.oauth_url(application_id, permissions=PERMISSIONS, scopes=SCOPES)


def owners_of(application: discord.AppInfo) -> list[int]:
    """The application's owner, or its team without those who have only been invited."""
    if application.team is None:
        return [application.owner.id]
    accepted = discord.TeamMembershipState.accepted
    return [member.id for member in application.team.members if member.membership_state is accepted]


def permission_labels(permissions: discord.Permissions) -> list[str]:
    """The names that Discord's settings show for what is granted."""
    names = [name.replace("_", " ").title().replace(" In ", " in ") for name, granted in permissions if granted]
    return ["View Channels" if name == "Read Messages" else name for name in names]  # discord.py's name is older


class Tree(app_commands.CommandTree["InklingBot"]):
    """Slash commands and menus, behind the same door and the same error replies as buttons."""

    async def interaction_check(self, interaction: discord.Interaction[InklingBot], /) -> bool:
        if interaction.type is discord.InteractionType.autocomplete:
            return await interaction.client.refusal(interaction.user.id, interaction.guild_id) is None
        try:
            await interaction.client.check_admitted(interaction)
        except Exception as error:  # discord.py routes only its own kind of error to on_error from here
            await interaction.client.report(interaction, error)
            return False
        return True

    async def on_error(
        self, interaction: discord.Interaction[InklingBot], error: app_commands.AppCommandError, /
    ) -> None:
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        await interaction.client.report(interaction, cause)


class InklingBot(commands.Bot):
    """discord.py's bot with no privileged intent; people reach it by slash commands, buttons and DMs.

    ``postman`` is set by the reminders' cog before the clock starts.
    """

    postman: Postman
    downloads: Downloads
    """Of Discord's own attachments; from the login on."""

    def __init__(self, services: Services, extensions: tuple[str, ...]) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            intents=discord.Intents(guilds=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            tree_cls=Tree,
            max_messages=None,
        )
        self.services = services
        self._names = extensions
        self._owners: frozenset[int] = frozenset()
        self._guild_memory: dict[tuple[str, int, int], tuple[float, bool]] = {}

    async def setup_hook(self) -> None:
        self.downloads = Downloads(self.services.settings.discord_api)
        application = await self.application_info()
        self._owners = frozenset(owners_of(application))
        for name in self._names:
            await self.load_extension(name)
        await self.tree.sync()
        await self.services.queue.start(self.services.imagine.telling)
        await self.services.schedule.start(self.postman)

    @property
    def owners(self) -> frozenset[int]:
        """The application's owner, or its team."""
        return self._owners

    async def close(self) -> None:
        """Stop taking work before the way to Discord is closed: what is unfinished is told at the next start."""
        await self._finish_answers()
        await self.services.schedule.close()
        await self.services.queue.close()
        if downloads := getattr(self, "downloads", None):
            await downloads.close()
        await super().close()

    async def _finish_answers(self) -> None:
        """Let what is just being answered come to its end, for a short while."""
        mine = asyncio.current_task()
        busy = [task for task in asyncio.all_tasks() if task.get_name().startswith(ANSWERING) and task is not mine]
        if busy:
            await asyncio.wait(busy, timeout=CLOSING_SECONDS)

    async def on_ready(self) -> None:
        servers = "server" if len(self.guilds) == 1 else "servers"
        log.info("READY as %s in %d %s", self.user, len(self.guilds), servers)
        if not self.services.settings.discord_api:
            log.info("Invite it with %s", invite_link(self.application_id or 0))

    async def on_command_error(self, context: commands.Context[Any], error: commands.CommandError, /) -> None:
        """There are no prefix commands: a mention is answered by the help cog, not with an error."""

    # ---- who may come in

    async def admits_person(self, user_id: int, guild_id: int | None) -> bool:
        settings = self.services.settings
        door = Door(self._owners, settings.allowed_users, settings.allowed_servers, settings.open_to_everyone)
        if door.admits(Visitor(user_id, guild_id, owner_runs_guild=False)):
            return True
        if guild_id is not None:
            return door.admits(Visitor(user_id, guild_id, await self._owner_runs(guild_id)))
        return door.admits(Visitor(user_id, None, False, await self._shares_open_guild(user_id)))

    async def check_admitted(self, interaction: discord.Interaction[Any]) -> None:
        """Raises NotAllowed for strangers and for people who are blocked."""
        if text := await self.refusal(interaction.user.id, interaction.guild_id):
            raise NotAllowed(text)

    async def refusal(self, user_id: int, guild_id: int | None) -> str | None:
        """What strangers are told, and people who are blocked there; whoever runs the bot never is."""
        if not await self.admits_person(user_id, guild_id):
            return CLOSED
        return None if user_id in self._owners else await self.services.moderation.refusal(user_id, guild_id)

    async def _owner_runs(self, guild_id: int) -> bool:
        guild = self.get_guild(guild_id)
        if guild is None:
            return False
        if guild.owner_id in self._owners:
            return True
        return any([await self._member(guild, owner, administrator=True) for owner in self._owners])

    async def _shares_open_guild(self, user_id: int) -> bool:
        """True when the person is a member of a server that may use the bot: then their DMs may too."""
        for guild in self.guilds:
            is_open = guild.id in self.services.settings.allowed_servers or await self._owner_runs(guild.id)
            if is_open and await self._member(guild, user_id):
                return True
        return False

    async def _member(self, guild: discord.Guild, user_id: int, *, administrator: bool = False) -> bool:
        """Asked of Discord and remembered for ten minutes; there is no members intent."""
        key = ("administrator" if administrator else "member", guild.id, user_id)
        known = self._guild_memory.get(key)
        if known and time.monotonic() - known[0] < GUILD_MEMORY_SECONDS:
            return known[1]
        try:
            member = await guild.fetch_member(user_id)
            answer = not administrator or member.guild_permissions.administrator
        except discord.HTTPException as error:
            if error.status not in (403, 404):
                return False
            answer = False
        self._guild_memory[key] = (time.monotonic(), answer)
        return answer

    # ---- errors become replies

    async def report(self, interaction: discord.Interaction[Any], error: BaseException) -> None:
        """Answer privately: a UserError in its own words, anything else with a reference that the log carries too."""
        if isinstance(error, UserError):
            text = str(error)
        else:
            reference = secrets.token_hex(3)
            log.error("error %s in %s", reference, _what(interaction), exc_info=error)
            text = f"Something went wrong on my side. Nothing of yours is lost. Reference: `{reference}`"
        text = text if len(text) <= MAX_CONTENT else text[: MAX_CONTENT - 1] + "…"
        try:
            if interaction.response.is_done():
                await interaction.followup.send(text, ephemeral=True)
            else:
                await interaction.response.send_message(text, ephemeral=True)
        except (discord.HTTPException, aiohttp.ClientError, OSError) as refused:
            log.warning("could not tell %s about an error: %s", interaction.user.id, refused)


def _what(interaction: discord.Interaction[Any]) -> str:
    data: dict[str, Any] = dict(interaction.data or {})
    return str(data.get("custom_id") or data.get("name") or interaction.type.name)
