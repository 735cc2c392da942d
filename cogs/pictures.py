"""Pictures in a message that somebody points at: ours by their job, others by their attachment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import discord

from bot.errors import NotAllowed, NotFound
from bot.imagine.work import Work
from cogs.ui import Interaction

_JOB = re.compile(r"imagine:[a-z]+:(\d+)")
_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp")

NOT_YOURS = "Only pictures that you posted yourself, and those that I drew, can be used here."
NO_PICTURE = "There is no picture in that message."
NOT_SEEN = "I cannot see that message. Save the picture and attach it: `/imagine image:`."


def parts_of(components: Sequence[Any]) -> Iterator[Any]:
    """Every component with those inside it."""
    for component in components:
        yield component
        yield from parts_of(getattr(component, "children", None) or ())


def job_of(message: discord.Message) -> int | None:
    """The job whose pictures a message of ours shows."""
    names = (getattr(part, "custom_id", None) or "" for part in parts_of(message.components))
    return next((int(match[1]) for name in names if (match := _JOB.fullmatch(name))), None)


def anywhere(work: Work) -> Work:
    """With those pictures alone that no safety check flagged: what leaves the studio is bound to no place's rules."""
    return replace(work, pictures=tuple(picture for picture in work.pictures if not picture.flagged))


def attached(message: discord.Message) -> list[discord.Attachment]:
    """The pictures that a message brings along, by what Discord says they are."""
    return [
        attachment
        for attachment in message.attachments
        if (attachment.content_type or "").startswith("image/") or attachment.filename.lower().endswith(_PICTURES)
    ]


async def check_may_use(interaction: Interaction, message: discord.Message) -> None:
    """Raises NotAllowed for somebody else's pictures where the server does not open them, NotFound without any."""
    if not attached(message):
        raise NotFound(NO_PICTURE)
    if message.author.id == interaction.user.id:
        return
    rules = await interaction.client.services.rules.of(interaction.guild_id)
    if not rules.open_pictures:
        raise NotAllowed(NOT_YOURS)


async def seen_again(interaction: Interaction, message_id: int) -> discord.Message:
    """A message of this channel behind a button, as it is now. Raises NotFound or NotAllowed."""
    channel = interaction.client.get_partial_messageable(interaction.channel_id or 0)
    try:
        message = await channel.fetch_message(message_id)
    except discord.HTTPException:
        raise NotFound(NOT_SEEN) from None
    await check_may_use(interaction, message)
    return message
