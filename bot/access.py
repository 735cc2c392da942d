"""Who may use the bot: closed to strangers by default, so that nobody's GPU is used by passers-by. Pure."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody at the door. ``owner_runs_guild`` says that the application's owner administers this guild."""

    user_id: int
    guild_id: int | None
    owner_runs_guild: bool
    shares_open_guild: bool = False


@dataclass(frozen=True, slots=True)
class Door:
    """The rules in force. ``owners`` are the application's owner or its team."""

    owners: Set[int]
    users: Set[int]
    guilds: Set[int]
    everyone: bool = False

    def admits(self, visitor: Visitor) -> bool:
        if self.everyone or visitor.user_id in self.owners or visitor.user_id in self.users:
            return True
        if visitor.guild_id is None:
            return visitor.shares_open_guild
        return visitor.guild_id in self.guilds or visitor.owner_runs_guild
