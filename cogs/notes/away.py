"""What became of older messages while the bot was away: some were edited, some are gone."""

from __future__ import annotations

import discord

from bot.notes.capture import Capture
from cogs.notes.incoming import previews_of, text_of

LOOK_BACK = 100
"""Messages before the cursor that are looked at: one request to Discord for each channel."""


async def changed_since(
    capture: Capture, channel: discord.abc.Messageable, channel_id: int, owner_id: int, cursor: int
) -> list[discord.Message]:
    """Bring the notes of the channel's latest messages up to date; those that say something else now.

    Only what Discord answered counts: a message is gone when those around it are there. An empty answer says nothing.
    """
    history = channel.history(limit=LOOK_BACK, before=discord.Object(cursor + 1))
    seen = {message.id: message async for message in history}
    if not seen:
        return []
    first = min(seen) if len(seen) == LOOK_BACK else 0
    edited = []
    for part in await capture.parts(owner_id, channel_id, first, cursor):
        message = seen.get(part.message_id)
        if message is None:
            await capture.deleted(owner_id, part.message_id)
        elif message.edited_at is not None:
            note = await capture.edited(owner_id, message.id, text_of(message), previews_of(message))
            if note is not None:
                edited.append(message)
    return edited
