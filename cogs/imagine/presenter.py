"""Shows a job's life in Discord: position, progress with previews, pictures, or why there are none."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Iterator
from dataclasses import replace

import discord

from bot.address import TOKEN_SECONDS, Address
from bot.delivery import NOBODY, Delivery, Letter, Outcome, Pacer, still
from bot.gpu.job import JobStatus, Stepped
from bot.imagine import pictures
from bot.imagine.model import shown_as
from bot.imagine.work import Work
from bot.rules.showing import Place
from bot.services import Services
from cogs.imagine import render
from cogs.imagine.describing import words_card
from cogs.imagine.places import seen_here

log = logging.getLogger(__name__)

TOO_LARGE = 413
"""Discord's answer where the limit is lower than it says, as for the sum of a message's files."""
LONG_JOB_SECONDS = 60.0
"""Edits don't notify: what took longer than this comes as one new message that mentions the asker."""


class DiscordPresenter:
    def __init__(self, client: discord.Client, services: Services, pacer: Pacer | None = None) -> None:
        self._client = client
        self._services = services
        self._delivery = Delivery(client, services.clock)
        self._pacer = pacer or Pacer()
        self._placing: dict[str, asyncio.Event] = {}
        self._touched: dict[int, tuple[str, float]] = {}  # token of a press on a job's private message, and its end

    @contextlib.contextmanager
    def placing(self, token: str) -> Iterator[None]:
        """While a request's first message is on its way nothing else is said about it: there is nothing to edit."""
        event = self._placing[token] = asyncio.Event()
        try:
            yield
        finally:
            del self._placing[token]
            event.set()

    # ---- while it waits and is drawn

    async def show_waiting(self, work: Work) -> None:
        self._offer(work, Letter(lambda: render.waiting(work)))

    async def show_progress(self, work: Work, step: Stepped | None) -> None:
        self._offer(
            work,
            Letter(
                view=lambda: render.progress(work, step)[0],
                files=lambda: [picture.file() for picture in render.progress(work, step)[1]],
            ),
        )

    def _offer(self, work: Work, letter: Letter) -> None:
        if work.address.token in self._placing:
            return

        async def send() -> None:
            # Read again: the message id may have become known, and the job may have ended, since this was offered.
            now = await self._services.imagine.find(work.job.id)
            if now.job.status.is_open:
                await self._delivery.update(now.address, letter)

        self._pacer.offer(work.address.channel_id, work.job.id, send)

    # ---- when it is over

    async def deliver(self, work: Work) -> None:
        """Bring the pictures to their message, or by the next way that is open. Raises when Discord is down."""
        if work.words is not None:
            await self._tell(work, Letter(lambda: words_card(work)))
            return
        address = await self._settled(work)
        if work.withheld and not work.pictures:
            await self._withhold(work, address)
            return
        limit = self._upload_limit(address)
        try:
            await self._bring(work, address, await self.shown(work, limit))
        except discord.HTTPException as error:
            if error.status != TOO_LARGE:
                raise
            smaller = min(limit // 8, discord.utils.DEFAULT_FILE_SIZE_LIMIT_BYTES // 8)
            await self._bring(work, address, await self.shown(work, smaller))

    async def _bring(self, work: Work, address: Address, shown: list[pictures.Shown]) -> None:
        if not shown:
            return
        took = self._services.clock() - work.job.created_utc
        if took > LONG_JOB_SECONDS and not address.private and await self._post_new(work, address, shown):
            return
        letter = _gallery(work, shown)
        if await self._delivery.update(address, letter):
            return
        if not address.private and await self._delivery.post(address, letter):
            return
        directly = shown_as(work.pictures, self._services.rules.floors[Place.DIRECT])
        # What direct messages may not show waits for its asker to come by where it may be.
        if len(directly) < len(work.pictures) or await self._delivery.direct(address, letter) is Outcome.KEPT:
            await self._services.imagine.undelivered.keep(work.job.id)

    async def _withhold(self, work: Work, address: Address) -> None:
        """Nothing of it is shown: the asker is told why, for themselves, and others only that there is nothing."""
        explained = not address.private and await self._delivery.whisper(
            address, Letter(lambda: render.withheld_privately(work))
        )
        await self._tell(work, Letter(lambda: render.withheld(work, explained=explained)))

    async def _post_new(self, work: Work, address: Address, shown: list[pictures.Shown]) -> bool:
        message = await self._delivery.post(address, _gallery(work, shown, mention=True), mention=True)
        if message is None:
            return False
        if message.id == address.message_id:  # a crash repeated the sending, and Discord knew it by its nonce
            return True
        await self._services.imagine.placed(work.job.id, message_id=message.id, channel_id=message.channel.id)
        try:
            await self._delivery.update(address, Letter(lambda: render.moved_on(work, message.jump_url)))
        except (discord.HTTPException, OSError) as error:  # the picture is there: never send it again for this
            log.info("the progress message of job %d could not be made a link: %s", work.job.id, error)
        return True

    async def remove(self, work: Work) -> bool:
        """Take the message with the pictures away. False where Discord does not let us."""
        token, until_utc = self._touched.pop(work.job.id, ("", 0.0))
        return await self._delivery.remove(work.address, token if self._services.clock() < until_utc else None)

    def touched(self, job_id: int, token: str) -> None:
        now = self._services.clock()
        self._touched = {job: kept for job, kept in self._touched.items() if now < kept[1]}
        self._touched[job_id] = token, now + TOKEN_SECONDS

    async def show_failed(self, work: Work, message: str) -> None:
        await self._tell(work, Letter(lambda: render.failed(work, message)))

    async def show_cancelled(self, work: Work, *, was_running: bool) -> None:
        await self._tell(work, Letter(lambda: render.cancelled(work, was_running=was_running)))

    async def _tell(self, work: Work, letter: Letter) -> None:
        if await self._delivery.result(await self._settled(work), letter) is Outcome.KEPT:
            await self._services.imagine.undelivered.keep(work.job.id)

    async def _settled(self, work: Work) -> Address:
        """The job's address once its first message stands and no progress edit is under way."""
        if event := self._placing.get(work.address.token or ""):
            await event.wait()
        await self._pacer.settle(work.address.channel_id, work.job.id)
        return (await self._services.imagine.find(work.job.id)).address

    async def hand_over(self, work: Work, interaction: discord.Interaction[discord.Client]) -> bool:
        """Show what was kept to its owner, privately, now that they are here. False where it may not be shown."""
        seen = await seen_here(interaction, work)
        if seen.pictures:
            letter = _gallery(seen, await self.shown(seen, interaction.filesize_limit // 2))
        elif work.pictures:
            return False
        elif work.words is not None:
            letter = Letter(lambda: words_card(work))
        elif work.withheld:
            letter = Letter(lambda: render.withheld(work, explained=False))
        elif work.job.status in (JobStatus.FINISHED, JobStatus.DELIVERED):
            return True  # deleted meanwhile
        elif work.job.status is JobStatus.CANCELLED:
            was_running = work.job.started_utc is not None
            letter = Letter(lambda: render.cancelled(work, was_running=was_running))
        else:
            letter = Letter(lambda: render.failed(work, work.job.error or "It could not be drawn."))
        await interaction.followup.send(
            view=still(letter.view()), files=list(letter.files()), ephemeral=True, allowed_mentions=NOBODY
        )
        return True

    def _upload_limit(self, address: Address) -> int:
        """Bytes a file may have there."""
        guild = self._client.get_guild(address.guild_id or 0)
        return guild.filesize_limit if guild else discord.utils.DEFAULT_FILE_SIZE_LIMIT_BYTES

    async def shown(self, work: Work, limit_bytes: int) -> list[pictures.Shown]:
        """The pictures as they are uploaded, each within the limit."""
        if not work.pictures:
            return []
        if (framed := await self._services.imagine.framed(work)) is not None:
            return [
                await asyncio.to_thread(pictures.show_framed, one, work.job.id, position, limit_bytes=limit_bytes)
                for position, one in enumerate(framed)
            ]
        if (grid := work.wish.grid) is not None:
            pngs = {picture.position: png for picture, png in await self._services.imagine.originals(work)}
            sheet = await asyncio.to_thread(pictures.show_grid, pngs, grid, work.job.id, limit_bytes=limit_bytes)
            return [replace(sheet, spoiler=any(picture.spoiler for picture in work.pictures))]
        enlarge = bool(work.others or (work.model and work.model.starter))
        own = await self._services.imagine.originals(work)
        named = [(work.wish.beside or 0, *other) for other in work.others] + [(work.job.id, *one) for one in own]
        return [
            await asyncio.to_thread(pictures.show, picture, original, job, enlarge=enlarge, limit_bytes=limit_bytes)
            for job, picture, original in named
        ]

    async def close(self) -> None:
        await self._pacer.close()


def _gallery(work: Work, shown: list[pictures.Shown], *, mention: bool = False) -> Letter:
    return Letter(
        view=lambda: render.finished(work, shown, mention=mention)[0],
        files=lambda: [picture.file() for picture in render.finished(work, shown)[1]],
    )
