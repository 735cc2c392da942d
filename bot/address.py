"""Where an answer goes: plain values, so that services can keep them without knowing Discord."""

from __future__ import annotations

from dataclasses import dataclass

from bot.rules.showing import Place, Showing

TOKEN_SECONDS = 15 * 60
"""An interaction token's life. https://discord.com/developers/docs/interactions/receiving-and-responding"""
TOKEN_MARGIN_SECONDS = 20
"""A token this close to its end is not used any more: the upload itself takes time."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The interaction that a request came from; ``role_ids`` are those that its author has there, ``place`` is of which
    kind."""

    user_id: int
    guild_id: int | None
    channel_id: int
    token: str
    token_expires_utc: float
    role_ids: tuple[int, ...] = ()
    place: Place = Place.SERVER


@dataclass(frozen=True, slots=True)
class Address:
    """Where one job's messages go. ``message_id`` is the message to edit, once it is known; ``showing`` is what becomes
    of pictures that the safety check flags, as it was decided when they were asked for."""

    job_id: int
    user_id: int
    guild_id: int | None
    channel_id: int
    message_id: int | None
    token: str | None
    token_expires_utc: float | None
    private: bool
    showing: Showing = Showing.SHOW

    @property
    def link(self) -> str:
        """The message's own address, for people to follow."""
        return f"https://discord.com/channels/{self.guild_id or '@me'}/{self.channel_id}/{self.message_id}"

    def usable_token(self, now_utc: float) -> str | None:
        """The interaction token while it still has enough life to be used."""
        if self.token is None or self.token_expires_utc is None:
            return None
        return self.token if now_utc < self.token_expires_utc - TOKEN_MARGIN_SECONDS else None
