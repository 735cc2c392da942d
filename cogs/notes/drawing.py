"""From words to a picture's draft: a note's, or those of an ``/imagine`` that arrived as text."""

from __future__ import annotations

import discord

from bot.errors import BadRequest, NotFound
from bot.imagine.model import Wish
from bot.imagine.typed import typed_wish
from bot.notes.markup import draft_of
from bot.summaries.model import About, Target
from cogs.imagine.draft import DraftForm
from cogs.notes.views import NoteButton
from cogs.ui import Interaction, WordButton

NO_WORDS = "There are no words in that note that a picture could show."
GONE = "That message is not here any more."


class Illustrate(NoteButton, template=r"notes:illustrate:(?P<note>\d+)"):
    """The draft is the note's newest summary, or what its text says first.

    Elsewhere than in direct messages the picture is private, as the note is.
    """

    async def press(self, interaction: Interaction) -> None:
        note = await self.note(interaction)
        target = Target(About.NOTE, str(note.id))
        summary = await interaction.client.services.summaries.latest(interaction.user.id, target)
        words = draft_of(" ".join(line.text for line in summary.lines)) if summary is not None else ""
        words = words or draft_of(note.body)
        if not words:
            raise BadRequest(NO_WORDS)
        await interaction.response.send_modal(DraftForm(Wish(words, private=interaction.guild_id is not None)))


class Draw(WordButton, template=r"notes:draw:(?P<message>\d+)"):
    """The command as it was typed in that message, of the presser's own."""

    async def press(self, interaction: Interaction) -> None:
        channel = interaction.channel
        if not isinstance(channel, discord.DMChannel):
            raise NotFound(GONE)
        try:
            message = await channel.fetch_message(int(self.given["message"]))
        except discord.NotFound:
            raise NotFound(GONE) from None
        if message.author.id != interaction.user.id:
            raise NotFound(GONE)
        _, _, words = message.content.strip().partition(" ")
        await interaction.response.send_modal(DraftForm(typed_wish(words)))
