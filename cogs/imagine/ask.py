"""From a wish to a queued job with its first message: the path shared by /imagine, Again and Edit."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import discord

from bot.address import TOKEN_SECONDS, Origin
from bot.client import MAX_CONTENT, PERMISSIONS, permission_labels
from bot.delivery import NOBODY, still
from bot.errors import NotAllowed, UserError
from bot.imagine.model import Wish
from bot.imagine.starting import Asked
from bot.imagine.work import Work
from cogs.imagine import render
from cogs.imagine.bringing import patiently
from cogs.imagine.places import place_of, roles_of
from cogs.ui import Interaction

GIVEN_BACK = "\nYour prompt, to copy:\n```\n{}\n```"
"""A refused prompt is shown again, so that nobody has to type it twice."""


async def ask(
    interaction: Interaction,
    wish: Wish,
    parent: Work | None = None,
    preparing: Callable[[], Awaitable[Asked]] | None = None,
) -> Work:
    """Queue the wish, or what ``preparing`` makes of it, and say at once where it stands; the work as it was queued.

    A refusal is answered privately, with the prompt given back. The job row is committed before the reply.
    """
    client, answered_before = interaction.client, interaction.response.is_done()
    imagine, presenter = client.services.imagine, client.services.imagine.presenter
    try:
        if not wish.private:
            check_may_post(interaction)
        asked = Asked(wish)
        if preparing is not None:
            asked = await patiently(interaction, preparing(), private=wish.private)
        with presenter.placing(interaction.token):
            before = parent.job.id if parent else None
            submitting = imagine.submit(_origin(interaction), asked.wish, before, asked.brought)
            work = await patiently(interaction, submitting, private=wish.private)  # a slow disk, or many at once
            message_id = await _show(interaction, work)
            if message_id is not None:
                await imagine.placed(work.job.id, message_id=message_id, channel_id=work.address.channel_id)
    except UserError as error:
        acknowledged = interaction.response.is_done() and not (answered_before and preparing is None)
        if acknowledged and not wish.private:  # a refusal in its place would be public
            await interaction.delete_original_response()
        raise type(error)(with_prompt(str(error), wish.prompt)) from None
    if work.is_first:
        engines = [seats.engine for seats in client.services.queue.roster.seats() if seats.places]
        said = render.first_use(engines, watermark=client.services.settings.watermark)
        await interaction.followup.send(said, ephemeral=True, allowed_mentions=NOBODY)
    elif (hint := await imagine.hint(work)) is not None:
        await interaction.followup.send(render.hint(hint), ephemeral=True, allowed_mentions=NOBODY)
    return work


async def _show(interaction: Interaction, work: Work) -> int | None:
    """The first message of a job; its id where Discord tells it."""
    view = still(render.waiting(work))
    if interaction.response.is_done():
        return (await interaction.edit_original_response(view=view, allowed_mentions=NOBODY)).id
    reply = await interaction.response.send_message(view=view, ephemeral=work.wish.private, allowed_mentions=NOBODY)
    return reply.message_id


def with_prompt(refusal: str, prompt: str) -> str:
    """The refusal, and as much of the prompt as one message holds."""
    text = prompt.strip().replace("`", "'")
    room = MAX_CONTENT - len(refusal) - len(GIVEN_BACK)
    return refusal + GIVEN_BACK.format(text[:room]) if text and room > 0 else refusal


def _origin(interaction: Interaction) -> Origin:
    return Origin(
        user_id=interaction.user.id,
        guild_id=interaction.guild_id,
        channel_id=interaction.channel_id or 0,
        token=interaction.token,
        token_expires_utc=interaction.client.services.clock() + TOKEN_SECONDS,
        role_ids=roles_of(interaction),
        place=place_of(interaction),
    )


def check_may_post(interaction: Interaction) -> None:
    """Raises NotAllowed, naming what is missing, where the bot could not bring a long job's result later."""
    if interaction.guild_id is None or not interaction.is_guild_integration():
        return
    in_thread = isinstance(interaction.channel, discord.Thread)
    needed = PERMISSIONS & ~discord.Permissions(send_messages=in_thread, send_messages_in_threads=not in_thread)
    missing = needed & ~interaction.app_permissions
    if missing:
        names = ", ".join(permission_labels(missing))
        raise NotAllowed(
            f"I may not post pictures in this channel: I need {names}. "
            "Ask a server admin, try another channel, or use `private: True`."
        )
