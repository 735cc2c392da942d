"""Who and what there is: people, servers, channels. The first layer of the user-side interface."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Sequence
from typing import Any

import discord

from .audience import Audience
from .cdn import Cdn
from .ledger import Ledger
from .refusal import LoopbackRefused
from .simcord_adapter import DiscordState, Overwrite, OverwriteType

MODERATOR = discord.Permissions(manage_messages=True, manage_channels=True, moderate_members=True)
BOT_ROLE_NAME = "Inkling"
ROLE_COLOURS = {"Admin": 0xE67E22, "Moderator": 0x2FA36B}


def bot_token(application_id: int) -> str:
    """A token of Discord's shape, so that whatever hides or checks tokens is put to the test."""
    owner = base64.urlsafe_b64encode(str(application_id).encode()).decode().rstrip("=")
    return f"{owner}.{secrets.token_urlsafe(4)}.{secrets.token_urlsafe(28)}"


class World:
    def __init__(self, *, token: str | None, owner_name: str, bot_permissions: int | None) -> None:
        self.cdn = Cdn()
        self.state = DiscordState(self.cdn, bot_name=BOT_ROLE_NAME)
        self.audience = Audience()
        self.ledger = Ledger(self._announce)
        self.state.on_user_event = self.audience.tell
        self.token = token or bot_token(self.state.application_id)
        self.dismissed: dict[int, set[int]] = {}  # user -> ids of ephemeral messages put away
        self._bot_permissions = bot_permissions
        self._roles: dict[tuple[int, int], int] = {}  # (guild, permissions) -> role
        self.owner: int = self.state.make_user(owner_name).id
        self.guild = self.add_guild("Inkling playground")
        self.channel = self.add_channel("studio")

    @property
    def application_id(self) -> int:
        return int(self.state.application_id)

    @property
    def bot_user_id(self) -> int:
        return int(self.state.bot_user.id)

    @property
    def acks(self) -> dict[int, float]:
        """Seconds from a person's action to the bot's acknowledgement, by interaction id."""
        return self.ledger.acks

    @property
    def interactions(self) -> dict[int, str]:
        """``"pending"``, ``"done"`` or ``"failed"`` by interaction id."""
        return self.ledger.states

    # ---------------------------------------------------------------- set-up

    def add_user(
        self, name: str, *, admin: bool = False, moderator: bool = False, member: bool = True, guild: int | None = None
    ) -> int:
        """A new person; ``member`` joins them to ``guild`` (the first one unless named)."""
        user: int = self.state.make_user(name).id
        if member:
            self.join(user, guild or self.guild, admin=admin, moderator=moderator)
        return user

    def join(self, user: int, guild: int, *, admin: bool = False, moderator: bool = False) -> None:
        roles = []
        if admin:
            roles.append(self._role(guild, "Admin", discord.Permissions(administrator=True).value))
        if moderator:
            roles.append(self.moderators(guild))
        self.state.add_member(guild, user, roles=roles, announce=True)

    def moderators(self, guild: int) -> int:
        """The role of those who may delete what others wrote."""
        return self._role(guild, "Moderator", MODERATOR.value)

    def leave(self, user: int, guild: int) -> None:
        self.state.remove_member(guild, user)

    def add_channel(
        self,
        name: str,
        *,
        topic: str | None = None,
        only: Sequence[int] = (),
        bot_may_send: bool = True,
        bot_lacks: Sequence[str] = (),
        guild: int | None = None,
        age_restricted: bool = False,
    ) -> int:
        """``only`` names the roles that see the channel, besides the owner and the bot (default: everyone).

        ``bot_lacks`` names permissions (as ``discord.Permissions`` does) that the bot is denied here.
        """
        where = guild or self.guild
        denied = [*bot_lacks, *(() if bot_may_send else ("send_messages", "send_messages_in_threads"))]
        deny = discord.Permissions(**dict.fromkeys(denied, True)).value
        view = discord.Permissions(view_channel=True).value if only else 0
        overwrites = [Overwrite(role, OverwriteType.ROLE, allow=view) for role in only]
        if only:
            overwrites.append(Overwrite(where, OverwriteType.ROLE, deny=view))  # @everyone has the server's id
        if deny or view:
            overwrites.append(Overwrite(self.bot_user_id, OverwriteType.MEMBER, allow=view, deny=deny))
        channel = int(self.state.create_channel(where, name, overwrites=overwrites, topic=topic).id)
        if age_restricted:
            self.state.age_restricted.add(channel)
            self.state.edit_channel(channel, {"topic": topic})  # so that everyone hears of it
        return channel

    def set_topic(self, channel: int, topic: str) -> None:
        self.state.edit_channel(channel, {"topic": topic})

    def add_guild(self, name: str, *, owner: int | None = None) -> int:
        """A server with the bot in it, without channels yet; the first user owns it unless told otherwise."""
        guild = self.state.create_guild(name, owner_id=owner or self.owner)
        if self._bot_permissions is not None:
            [bot_role] = [role for role in guild.roles.values() if role.managed]
            bot_role.permissions = self._bot_permissions
        return int(guild.id)

    def is_person(self, user: int) -> bool:
        """Whether this is somebody in the first server, and not the bot."""
        return user != self.bot_user_id and user in self.state.get_guild(self.guild).members

    def dm_channel(self, user: int) -> int:
        return int(self.state.get_dm_channel(user).id)

    def guilds(self, user: int) -> list[dict[str, Any]]:
        """Server payloads with the channels that this person may see."""
        seen = []
        for guild in self.state.guilds.values():
            if user in guild.members:
                payload = self.state.guild_payload(guild.id)
                channels = [item for item in payload["channels"] if self.state.accessible(int(item["id"]), user)]
                seen.append(payload | {"channels": channels})
        return seen

    def users(self) -> list[dict[str, Any]]:
        return [self.state.user_payload(user) for user in self.state.users if user != self.bot_user_id]

    def advance(self, seconds: float) -> None:
        """Moves this Discord's clock: tokens expire, new ids and timestamps lie in the future. Negative: back."""
        self.state.advance_clock(seconds)

    @property
    def ahead(self) -> float:
        """Seconds by which this Discord's clock was moved."""
        return float(self.state.clock.skew.total_seconds())

    # ---------------------------------------------------------------- tokens

    def expire_token(self, interaction_id: int) -> None:
        """From now on this interaction answers as it does after fifteen minutes."""
        self.state.interactions[interaction_id].expires_at = self.state.now_iso()

    def expire_all_tokens(self) -> None:
        for interaction_id in self.state.interactions:
            self.expire_token(interaction_id)

    # --------------------------------------------------------------- for all

    def media(self, url: str) -> tuple[bytes, str] | None:
        """The bytes and content type behind one of the CDN's links, so that a page can serve them itself."""
        stored = self.cdn.find(url)
        return (stored.data, stored.content_type) if stored else None

    def _role(self, guild: int, name: str, permissions: int) -> int:
        key = (guild, permissions)
        if key not in self._roles:
            look = {"color": ROLE_COLOURS.get(name, 0), "hoist": True, "mentionable": True}
            self._roles[key] = self.state.create_role(guild, name, permissions=permissions, **look).id
        return self._roles[key]

    def _announce(self, user: int, event: str, payload: dict[str, Any]) -> None:
        self.audience.tell(event, payload, lambda watching: watching == user)

    def may(self, user: int, channel: int, *permissions: str) -> bool:
        """Whether this person sees the channel and holds ``permissions`` (as ``discord.Permissions`` names them)."""
        if not self.state.accessible(channel, user):
            return False
        guild = self.state.get_channel(channel).guild_id
        if guild is None:
            return True
        held = discord.Permissions(self.state.compute_permissions(guild, user, channel))
        return all(getattr(held, name) for name in permissions)

    def moderates(self, user: int, channel: int) -> bool:
        """Whether this person may delete what others wrote here; never in direct messages."""
        return self.state.get_channel(channel).guild_id is not None and self.may(user, channel, "manage_messages")

    def _require(self, user: int, channel: int, *permissions: str) -> None:
        if not self.may(user, channel, *permissions):
            raise LoopbackRefused("You do not have permission to do this here.")
