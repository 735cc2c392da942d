"""Base classes for buttons and modals: the same door and the same error replies as slash commands.

discord.py only logs what a dynamic item raises, and modals have their own ``on_error``; both are routed here to
``InklingBot.report``.
"""

from __future__ import annotations

import asyncio
import io
import logging
from abc import abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from re import Match
from typing import Any, Self

import aiohttp
import discord

from bot.client import InklingBot
from bot.errors import NotAllowed

log = logging.getLogger(__name__)

Interaction = discord.Interaction[InklingBot]


FORM_SECONDS = 3600.0
MAX_BACK = 1800
BACK = "What you wrote, so that it is not lost:"


async def guarded(
    interaction: Interaction,
    act: Callable[[Interaction], Awaitable[None]],
    texts: Callable[[], Sequence[str]] = tuple,
) -> None:
    """Check the person at the door, then do it; whatever is raised becomes a private reply, with which ``texts`` that
    somebody took the trouble to write are given back."""
    try:
        await interaction.client.check_admitted(interaction)
        await act(interaction)
    except Exception as error:
        await interaction.client.report(interaction, error)
        if text := "\n\n".join(texts()):
            await _give_back(interaction, text)


async def _give_back(interaction: Interaction, text: str) -> None:
    fits = len(text) <= MAX_BACK and "```" not in text
    content = f"{BACK}\n```\n{text}\n```" if fits else BACK
    files = [] if fits else [discord.File(io.BytesIO(text.encode()), "what-you-wrote.txt")]
    try:
        await interaction.followup.send(content, files=files, ephemeral=True)
    except (discord.HTTPException, aiohttp.ClientError, OSError) as refused:
        log.warning("what %s wrote could not be given back: %s", interaction.user.id, refused)


def written(form: discord.ui.Modal) -> list[str]:
    """The long texts of a form that are not what it was opened with."""
    inputs = [item for item in form.walk_children() if isinstance(item, discord.ui.TextInput)]
    long = [one for one in inputs if one.style is discord.TextStyle.paragraph]
    return [one.value.strip() for one in long if one.value.strip() and one.value != one.default]


class WordButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=r"(?!)"):
    """A button that carries what it needs in its custom id, so it works after a restart.

    Subclasses give a ``template``, whose named groups are ``given``, and ``press``.
    """

    def __init__(self, item: discord.ui.Button[Any], given: dict[str, str]) -> None:
        super().__init__(item)
        self.given = given

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: Match[str], /
    ) -> Self:
        if not isinstance(item, discord.ui.Button):
            raise TypeError(f"{match.string} is not a button")
        return cls(item, match.groupdict())

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        await guarded(interaction, self.press)

    @abstractmethod
    async def press(self, interaction: Interaction) -> None:
        """What the button does. May raise UserError."""


class JobButton(WordButton, template=r"(?!)"):
    """A button that carries a job id and nothing else. Subclasses give a ``template`` with one group ``job``."""

    @property
    def job_id(self) -> int:
        return int(self.given["job"])


class Form(discord.ui.Modal):
    """A modal whose errors reach the person, with what they wrote: Discord keeps nothing of it. One that nobody sends
    is forgotten after an hour."""

    def __init__(self) -> None:
        super().__init__(timeout=FORM_SECONDS)

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        await guarded(interaction, self.submit, lambda: written(self))

    async def on_error(self, interaction: discord.Interaction[Any], error: Exception, /) -> None:  # type: ignore[override]  # as discord.py's own Modal does
        await interaction.client.report(interaction, error)

    @abstractmethod
    async def submit(self, interaction: Interaction) -> None:
        """What the form does. May raise UserError."""


def is_moderator(interaction: Interaction) -> bool:
    """Discord's own permission to remove other people's messages, in this channel."""
    return interaction.guild_id is not None and interaction.permissions.manage_messages


def moderated_server(interaction: Interaction) -> int | None:
    """The server, if the person is a moderator where they are now."""
    return interaction.guild_id if is_moderator(interaction) else None


def check_may_write(interaction: Interaction) -> None:
    """Raises NotAllowed for somebody who may not write here: then the bot does not do it for them either."""
    allowed = interaction.permissions
    in_thread = isinstance(interaction.channel, discord.Thread)
    may = allowed.send_messages_in_threads if in_thread else allowed.send_messages
    if interaction.guild_id is not None and not may:
        raise NotAllowed("You may not write in this channel, so I do not write here for you.")


def check_server_admin(interaction: Interaction) -> int:
    """The server, if the person may manage it. Raises NotAllowed otherwise."""
    if interaction.guild_id is None or not interaction.permissions.manage_guild:
        raise NotAllowed("This needs the permission Manage Server, in the server itself.")
    return interaction.guild_id


def check_operator(interaction: Interaction) -> None:
    """Raises NotAllowed for everybody but whoever runs the bot."""
    if interaction.user.id not in interaction.client.owners:
        raise NotAllowed("Only whoever runs this bot may do that everywhere.")


def check_moderator(interaction: Interaction) -> int:
    """The server, if the person is a moderator in this channel. Raises NotAllowed otherwise."""
    if interaction.guild_id is None or not is_moderator(interaction):
        raise NotAllowed("This needs the permission Manage Messages, in the server itself.")
    return interaction.guild_id


class RecordButton(WordButton, template=r"(?!)"):
    """A button about a record. Subclasses give a ``template`` with a group ``id`` for it, and others as they like."""

    @property
    def record_id(self) -> int:
        return int(self.given["id"])


class RecordSelect(discord.ui.DynamicItem[discord.ui.Select[Any]], template=r"(?!)"):
    """A menu that carries what it needs in its custom id, so it works after a restart."""

    def __init__(self, item: discord.ui.Select[Any], given: dict[str, str]) -> None:
        super().__init__(item)
        self.given = given

    @property
    def values(self) -> list[str]:
        return self.item.values

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: Match[str], /
    ) -> Self:
        if not isinstance(item, discord.ui.Select):
            raise TypeError(f"{match.string} is not a menu")
        return cls(item, match.groupdict())

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        await guarded(interaction, self.choose)

    @abstractmethod
    async def choose(self, interaction: Interaction) -> None:
        """What the choice does. May raise UserError."""


class Choices(discord.ui.View):
    """One button for each way to say what was unclear; it lives as long as the form it belongs to would."""

    def __init__(self, choices: Sequence[str], chosen: Callable[[Interaction, str], Awaitable[None]]) -> None:
        super().__init__(timeout=FORM_SECONDS)
        for choice in choices[:5]:
            self.add_item(_Choice(choice, chosen))


class _Choice(discord.ui.Button["Choices"]):
    def __init__(self, words: str, chosen: Callable[[Interaction, str], Awaitable[None]]) -> None:
        super().__init__(label=words[:80])
        self._words = words
        self._chosen = chosen

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        await guarded(interaction, lambda pressed: self._chosen(pressed, self._words))


async def answered(interaction: Interaction) -> bool:
    """Wait for the interaction's own answer: a follow-up can only come after it."""
    for _ in range(30):
        if interaction.response.is_done():
            return True
        await asyncio.sleep(0.1)
    return False
