"""Pictures that people attach to a command, from Discord to the studio."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

import aiohttp
import discord

from bot.downloads import Downloads
from bot.errors import BadRequest, FileGone, FileTooLarge, NotFound
from bot.imagine.service import ImagineService
from bot.incoming_picture import MAX_BYTES, TOO_MANY_BYTES, IncomingPicture, check_size
from cogs.pictures import attached, seen_again
from cogs.ui import Interaction

ANSWER_SECONDS = 1.5
"""Discord waits three; what takes longer is answered with "thinking" first."""
NOT_FETCHED = "That picture could not be fetched from Discord. Please send it once more."

T = TypeVar("T")


async def bring(
    imagine: ImagineService,
    downloads: Downloads,
    picture: discord.Attachment,
    mask: discord.Attachment | None = None,
    blend: discord.Attachment | None = None,
) -> IncomingPicture:
    """The picture with what else is given. Raises BadRequest for what cannot be fetched or used."""
    for attachment in (picture, mask, blend):
        if attachment is not None:
            check_size(attachment.size)
    content = await _fetch(downloads, picture)
    others = [await _fetch(downloads, one) if one is not None else None for one in (mask, blend)]
    return await imagine.reading.picture(content, *others)


async def bring_posted(interaction: Interaction, message_id: int, number: int) -> IncomingPicture:
    """The picture of that number in a message of this channel, as it is now. Raises UserError."""
    client = interaction.client
    pictures = attached(await seen_again(interaction, message_id))
    if number >= len(pictures):
        raise NotFound("That picture is no longer in the message.")
    return await bring(client.services.imagine, client.downloads, pictures[number])


async def _fetch(downloads: Downloads, attachment: discord.Attachment) -> bytes:
    try:
        return await downloads.read(attachment.url, MAX_BYTES)
    except FileTooLarge:
        raise BadRequest(TOO_MANY_BYTES) from None
    except (FileGone, aiohttp.ClientError, TimeoutError, OSError):
        raise BadRequest(NOT_FETCHED) from None


async def patiently(interaction: Interaction, work: Awaitable[T], *, private: bool) -> T:
    """The result of ``work``. Where it takes its time, the interaction is acknowledged meanwhile."""
    task = asyncio.ensure_future(work)
    await asyncio.wait({task}, timeout=ANSWER_SECONDS)
    if not task.done() and not interaction.response.is_done():
        await interaction.response.defer(ephemeral=private, thinking=True)
    return await task
