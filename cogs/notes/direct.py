"""Direct messages: what each means, in the order in which they were written, none twice and none missed.

Each channel is dealt with one message at a time. A cursor says up to where; after every fresh session whatever came
later is read from Discord, and so is what could not be kept the first time; what was edited or deleted meanwhile is
found by looking back. Discord does not list a bot's direct message channels, so only those that it has seen once are
known.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter, defaultdict
from collections.abc import Sequence

import aiohttp
import discord
from discord.ext import commands, tasks

from bot.client import InklingBot
from bot.delivery import NOBODY, still
from bot.errors import StorageError, UserError
from bot.notes.file_text_store import Origin
from bot.notes.meaning import Verb, understand
from cogs.help.cog import TEXT as HELP
from cogs.notes import render
from cogs.notes.away import changed_since
from cogs.notes.incoming import Attachments, attachments_of, from_direct, previews_of, text_of
from cogs.ui import Interaction

log = logging.getLogger(__name__)

QUIET_SECONDS = 600.0
"""Somebody who is not let in, or only says hello, gets one answer in this time."""
RECEIVED, SAVED, CHANGED, WAITING, GREETED = "📥", "✅", "✏️", "⏳", "👋"
FRESH_SECONDS = 3600.0
MOST_TRIES = 5
BROKEN = (aiohttp.ClientError, OSError, TimeoutError, discord.DiscordServerError, StorageError)
"""What may be over in a minute: no network, a full disk."""


class DirectCog(commands.Cog):
    def __init__(self, bot: InklingBot, attachments: Attachments) -> None:
        self._bot = bot
        self._notes = bot.services.notes
        self._attachments = attachments
        self._owners: dict[int, int] = {}
        self._turns: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._behind: set[int] = set()
        self._answered: dict[int, float] = {}
        self._tries: Counter[int] = Counter()
        self._closing = False

    async def cog_load(self) -> None:
        self._notes.file_texts.on_heard = self._heard
        self._owners = {channel: owner for channel, owner, _ in await self._notes.channels.known()}
        self.try_again.start()

    async def cog_unload(self) -> None:
        """What is not finished by now is caught up at the next start."""
        self._closing = True
        self.try_again.cancel()

    # ---- what Discord tells

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        if message.guild is not None or not isinstance(message.channel, discord.DMChannel):
            return
        if message.author.bot:
            await self._know(message.channel.id, message.id)
            return
        async with self._turns[message.channel.id]:
            await self._take(message)

    @commands.Cog.listener()
    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        message = payload.message
        if payload.guild_id is not None or message.author.bot:
            return
        async with self._turns[payload.channel_id]:
            text, previews = text_of(message), previews_of(message)
            if await self._notes.capture.edited(message.author.id, message.id, text, previews) is not None:
                await self._react(message, CHANGED)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        owner = self._owners.get(payload.channel_id)
        if payload.guild_id is not None or owner is None:
            return
        async with self._turns[payload.channel_id]:
            await self._notes.capture.deleted(owner, payload.message_id)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Interaction) -> None:
        """Somebody who only used commands here may write while the bot is away: know the channel from now on."""
        channel = interaction.channel
        if isinstance(channel, discord.DMChannel) and interaction.context.dm_channel:
            await self._meet(channel.id, interaction.user.id, interaction.id)

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """A fresh session: Discord does not repeat what happened before it."""
        for channel_id, owner_id, cursor in await self._notes.channels.known():
            await self._catch_up(channel_id, owner_id, cursor, look_back=True)

    @tasks.loop(minutes=1)
    async def try_again(self) -> None:
        for channel_id, owner_id, cursor in await self._notes.channels.known():
            if channel_id in self._behind:
                await self._catch_up(channel_id, owner_id, cursor)

    # ---- one message after the other

    async def _know(self, channel_id: int, message_id: int) -> None:
        """The bot wrote here: the channel of somebody who may answer while it is away."""
        channel = self._bot.get_channel(channel_id)
        if isinstance(channel, discord.DMChannel) and channel.recipient is not None:
            await self._meet(channel_id, channel.recipient.id, message_id)

    async def _meet(self, channel_id: int, owner_id: int, since_id: int) -> None:
        if channel_id not in self._owners:
            self._owners[channel_id] = owner_id
            await self._notes.channels.know(channel_id, owner_id, since_id)

    async def _catch_up(self, channel_id: int, owner_id: int, cursor: int, *, look_back: bool = False) -> None:
        channel = self._bot.get_partial_messageable(channel_id, type=discord.ChannelType.private)
        async with self._turns[channel_id]:
            self._behind.discard(channel_id)
            try:
                if look_back:
                    for edited in await changed_since(self._notes.capture, channel, channel_id, owner_id, cursor):
                        await self._react(edited, CHANGED)
                async for message in channel.history(after=discord.Object(cursor), oldest_first=True, limit=None):
                    if message.author.bot:
                        continue
                    await self._take(message)
                    if channel_id in self._behind or self._closing:
                        return
            except discord.HTTPException as error:
                log.info("direct messages of %s could not be read: %s", owner_id, error)
                if isinstance(error, discord.DiscordServerError):
                    self._behind.add(channel_id)
            except (aiohttp.ClientError, OSError):
                self._behind.add(channel_id)

    async def _take(self, message: discord.Message) -> None:
        """Deal with one message for good; the cursor moves on when nothing before it is open."""
        author, channel_id = message.author.id, message.channel.id
        self._owners[channel_id] = author
        if self._closing:
            return
        try:
            if not await self._notes.capture.is_known(author, message.id):
                await self._deal_with(message)
                self._bot.dispatch("check_in", author, message.channel)  # it, or its tag, may have been one
        except Exception as error:
            status = getattr(error, "status", "")  # not the error itself: it may carry a signed address
            log.warning("a direct message could not be kept yet: %s %s", type(error).__name__, status)
            if isinstance(error, BROKEN) or not self._is_hopeless(message.id):
                if channel_id not in self._behind:
                    self._behind.add(channel_id)
                    await self._notes.channels.know(channel_id, author, message.id - 1)
                    await self._react(message, WAITING)
                return
            log.exception("a direct message could not be dealt with: those after it have their turn")
            await self._say(message, render.GIVEN_UP)
        if channel_id not in self._behind:
            await self._notes.channels.move_cursor(channel_id, author, message.id)

    async def _deal_with(self, message: discord.Message) -> None:
        if refusal := await self._bot.refusal(message.author.id, None):
            if self._once_in_a_while(message.author.id):
                await self._say(message, f"{refusal}\n{render.STRANGER}")
            await self._not_a_note(message)
            return
        bare = not attachments_of(message) and not message.message_snapshots
        if bare and message.content and await self._check_in(message):
            return
        names = frozenset(command.name for command in self._bot.tree.get_commands())
        meaning = understand(message.content, names, bare=bare)
        if meaning.verb in (Verb.NOTE, Verb.CHECK_IN):
            await self._keep(message)
        elif await self._not_a_note(message):
            await self._answer(message, meaning.verb, meaning.command)

    async def _check_in(self, message: discord.Message) -> bool:
        """True for an answer to a reminder, or "done …": the habits have dealt with it."""
        reply_to = message.reference.message_id if message.reference else None
        understanding = self._bot.services.understanding
        try:
            sent = message.created_at.timestamp()
            said = await understanding.understand_dm(message.author.id, message.content, reply_to, message.id, sent)
        except UserError as error:
            said = str(error)
        if said is None:
            return False
        if await self._not_a_note(message):
            await self._say(message, discord.utils.escape_markdown(said))
        return True

    async def _keep(self, message: discord.Message) -> None:
        incoming = from_direct(message, self._attachments)
        if not incoming.text and not incoming.files:
            await self._not_a_note(message)  # a sticker, a call: nothing to keep
            return
        if incoming.files:
            await self._react(message, RECEIVED)
        try:
            captured = await self._notes.capture.capture(message.author.id, incoming)
        except StorageError:
            raise
        except UserError as error:
            await self._not_a_note(message)
            await self._say(message, str(error))
            return
        await self._react(message, SAVED)
        if captured.missed:
            await self._say(message, "\n".join(captured.missed))
        if captured.is_first:
            await message.channel.send(view=still(render.first_note(captured)), allowed_mentions=NOBODY)

    async def _answer(self, message: discord.Message, verb: Verb, command: str) -> None:
        if verb is Verb.HELP:
            await self._say(message, HELP)
        elif verb is Verb.GREETING:
            if self._once_in_a_while(message.author.id):
                await self._say(message, HELP)
            else:
                await self._react(message, GREETED)
        elif verb is Verb.COMMAND and command == "imagine":
            view = still(render.typed_wish(message.id))
            await message.channel.send(view=view, allowed_mentions=NOBODY, silent=True)
        elif verb is Verb.COMMAND:
            await self._say(message, render.HELP_HINT.format(command))
        elif verb is Verb.UNDO:
            await self._undo(message)
        elif verb is Verb.STOP:
            muted = await self._bot.services.schedule.stopping.stop(message.author.id)
            await self._say(message, render.stopped(muted))
        else:
            back = await self._bot.services.schedule.stopping.resume(message.author.id)
            await self._say(message, render.started(back))

    async def _heard(self, owner_id: int, origin: Origin, texts: Sequence[tuple[float | None, str]]) -> None:
        """Show what a recording says, silently and below it; one that came long ago is only found by searching."""
        if self._bot.services.clock() - origin.sent_utc > FRESH_SECONDS:
            return
        channel = self._bot.get_partial_messageable(origin.channel_id, type=discord.ChannelType.private)
        below = discord.MessageReference(
            message_id=origin.message_id, channel_id=origin.channel_id, fail_if_not_exists=False
        )
        view = still(render.heard(origin.note_id, texts))
        try:
            sent = await channel.send(view=view, reference=below, allowed_mentions=NOBODY, silent=True)
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            log.info("a transcript was refused: %s", error)
        else:
            await self._notes.shown(owner_id, origin.note_id, sent.id)

    async def _undo(self, message: discord.Message) -> None:
        owner = message.author.id
        undone = await self._notes.capture.undo(owner)
        if undone is None:
            await self._say(message, render.NOTHING_TO_UNDO)
            return
        note = await self._notes.find(owner, undone)
        view = render.plain(render.UNDONE_PART) if note.trashed_utc is None else render.taken_back(note)
        await message.channel.send(view=still(view), allowed_mentions=NOBODY, silent=True)

    # ---- small

    async def _not_a_note(self, message: discord.Message) -> bool:
        sent = message.created_at.timestamp()
        return await self._notes.capture.not_a_note(message.author.id, message.id, message.channel.id, sent)

    def _is_hopeless(self, message_id: int) -> bool:
        """What no broken connection explains is tried a few times more."""
        self._tries[message_id] += 1
        return self._tries[message_id] > MOST_TRIES

    def _once_in_a_while(self, user_id: int) -> bool:
        now = self._bot.services.clock()
        if now - self._answered.get(user_id, 0.0) < QUIET_SECONDS:
            return False
        self._answered[user_id] = now
        return True

    async def _say(self, message: discord.Message, text: str) -> None:
        try:
            await message.channel.send(text, allowed_mentions=NOBODY, silent=True)
        except discord.HTTPException as error:
            log.info("an answer was refused: %s", error)

    async def _react(self, message: discord.Message, emoji: str) -> None:
        """A sign that costs nobody a notification; a message that is gone meanwhile takes none."""
        try:
            await message.add_reaction(emoji)
        except discord.HTTPException as error:
            log.info("a reaction was refused: %s", error)
