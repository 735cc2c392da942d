"""From a Discord message to what the notes service takes in. No address out of a message's text is ever fetched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import discord

from bot.downloads import Downloads
from bot.notes.model import Arriving, Incoming, Preview
from cogs.pictures import parts_of


class Attachments(Downloads):
    """Discord's attachments as files that arrive."""

    def arriving(self, attachments: Iterable[discord.Attachment]) -> tuple[Arriving, ...]:
        return tuple(
            Arriving(
                name=attachment.title or attachment.filename,
                size=attachment.size,
                open=lambda url=attachment.url: self.stream(url),  # type: ignore[misc]
                duration_seconds=attachment.duration,
            )
            for attachment in attachments
        )


def shown_text(components: Sequence[Any]) -> str:
    """What can be read in a message made of components."""
    return "\n".join(part.content for part in parts_of(components) if isinstance(part, discord.TextDisplay))


def text_of(message: discord.Message) -> str:
    """What a message says; a forward's words are quoted below what its sender wrote."""
    parts = [message.content.strip() or shown_text(message.components)]
    for snapshot in message.message_snapshots:
        said = snapshot.content.strip() or shown_text(snapshot.components)
        parts.append("\n".join(f"> {line}".rstrip() for line in said.splitlines()))
    return "\n\n".join(part for part in parts if part)


def attachments_of(message: discord.Message) -> list[discord.Attachment]:
    return [*message.attachments, *(a for snapshot in message.message_snapshots for a in snapshot.attachments)]


def previews_of(message: discord.Message) -> tuple[Preview, ...]:
    """What Discord's own embeds say about the addresses in a message."""
    embeds = [*message.embeds, *(e for snapshot in message.message_snapshots for e in snapshot.embeds)]
    return tuple(
        Preview(embed.url, (embed.title or "")[:300], (embed.description or "")[:1000])
        for embed in embeds
        if embed.url and (embed.title or embed.description)
    )


def forwarded_from(message: discord.Message) -> str:
    """Where a forward comes from; empty for any other message."""
    reference = message.reference
    if not message.message_snapshots or reference is None:
        return ""
    return f"Forwarded from {reference.jump_url}"


def from_direct(message: discord.Message, attachments: Attachments) -> Incoming:
    """A direct message as a note. A reply carries what it replies to."""
    reference = message.reference
    answers = reference.message_id if reference is not None and not message.message_snapshots else None
    return Incoming(
        message_id=message.id,
        sent_utc=message.created_at.timestamp(),
        text=text_of(message),
        files=attachments.arriving(attachments_of(message)),
        previews=previews_of(message),
        source=forwarded_from(message),
        channel_id=message.channel.id,
        reply_to=answers,
    )


def from_menu(message: discord.Message, saved_utc: float, attachments: Attachments) -> Incoming:
    """Any message that somebody may see, as a note of theirs, with its author and address."""
    author = discord.utils.escape_markdown(message.author.display_name)
    return Incoming(
        message_id=message.id,
        sent_utc=saved_utc,
        text=text_of(message),
        files=attachments.arriving(attachments_of(message)),
        previews=previews_of(message),
        source=f"{author}, {message.jump_url}",
    )
