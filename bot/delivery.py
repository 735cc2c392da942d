"""Getting something to a person, whatever became of the interaction that it answers.

Public: interaction token -> bot-token edit -> new message in the channel -> DM -> kept.
Private: token -> DM -> kept; never the channel.

"No" from Discord (unknown message, missing permission, expired token) means the next way; a Discord that is down
(5xx, no network) is raised, so that the caller tries again later and nothing is sent twice.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import discord

from bot.address import Address
from bot.clock import Clock

log = logging.getLogger(__name__)

NOBODY = discord.AllowedMentions.none()
REFUSED = frozenset({400, 401, 403, 404})
"""HTTP statuses that mean this way is closed for good."""


EDITED_TOO_OFTEN = 30046
"""A message over an hour old takes few edits; Discord says so with status 429."""


class Outcome(StrEnum):
    EDITED = "edited"
    POSTED = "posted"
    DIRECT = "direct"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Letter:
    """What to say. ``view`` and ``files`` are called anew for each way that is tried: files are used up by sending."""

    view: Callable[[], discord.ui.LayoutView]
    files: Callable[[], Sequence[discord.File]] = field(default=lambda: ())


def still(view: discord.ui.LayoutView) -> discord.ui.LayoutView:
    """Mark the view finished: its buttons are dynamic items, so discord.py need not remember every message."""
    view.stop()
    return view


class Delivery:
    def __init__(self, client: discord.Client, clock: Clock) -> None:
        self._client = client
        self._clock = clock

    async def update(self, address: Address, letter: Letter) -> bool:
        """Edit the job's message in place, by token or as the bot. False when neither is possible."""
        return await self._by_token(address, letter) or await self._as_bot(address, letter)

    async def result(self, address: Address, letter: Letter) -> Outcome:
        """Bring a finished thing to its message, or by the next way that is open."""
        if await self.update(address, letter):
            return Outcome.EDITED
        if not address.private and await self.post(address, letter):
            return Outcome.POSTED
        return await self.direct(address, letter)

    async def remove(self, address: Address, fresh_token: str | None = None) -> bool:
        """Delete the job's message, as the bot or by token. False when neither is possible.

        ``fresh_token`` is of a press on that very message: to it the message is the original one.
        """
        if address.message_id is None:
            return False
        if not address.private:
            channel = self._client.get_partial_messageable(address.channel_id, guild_id=address.guild_id)
            with _refusals("deletion as the bot"):
                await channel.get_partial_message(address.message_id).delete()
                return True
        ways: list[tuple[str | None, int | str]] = [
            (fresh_token, "@original"),
            (address.usable_token(self._clock()), address.message_id),
        ]
        for token, target in ways:
            if token is None or self._client.application_id is None:
                continue
            webhook = discord.Webhook.partial(self._client.application_id, token, client=self._client)
            with _refusals("deletion by token"):
                await webhook.delete_message(target)  # type: ignore[arg-type]  # a name stands in for an id
                return True
        return False

    async def whisper(self, address: Address, letter: Letter) -> bool:
        """Something for the asker alone beside a public message: by token, else directly. False when neither works."""
        token, application_id = address.usable_token(self._clock()), self._client.application_id
        if token is not None and application_id is not None:
            # As discord.py makes an interaction's follow-up: others cannot be for one person alone.
            data: Any = {"id": application_id, "type": discord.WebhookType.application.value, "token": token}
            webhook = discord.Webhook.from_state(data, self._client._connection)
            with _refusals("a word by token"):
                await webhook.send(view=still(letter.view()), ephemeral=True, allowed_mentions=NOBODY, wait=True)
                return True
        return await self.direct(address, letter) is Outcome.DIRECT

    async def direct(self, address: Address, letter: Letter) -> Outcome:
        """A direct message; KEPT when the person's DMs are closed."""
        with _refusals("direct message"):
            channel = await self._client.create_dm(discord.Object(address.user_id))
            await self._send(channel, letter, address, mention=False)
            return Outcome.DIRECT
        return Outcome.KEPT

    async def post(self, address: Address, letter: Letter, *, mention: bool = False) -> discord.Message | None:
        """A new message in the channel, a reply to the job's message where there is one. None when it is refused."""
        channel = self._client.get_partial_messageable(address.channel_id, guild_id=address.guild_id)
        with _refusals("channel message"):
            return await self._send(channel, letter, address, mention=mention)
        return None

    async def _send(
        self, channel: discord.abc.Messageable, letter: Letter, address: Address, *, mention: bool
    ) -> discord.Message:
        people = discord.AllowedMentions(
            users=[discord.Object(address.user_id)], everyone=False, roles=False, replied_user=False
        )
        # A reply in a channel; in a direct message there may be nothing to reply to.
        direct = isinstance(channel, discord.DMChannel)
        replies = address.message_id is not None and not direct
        reference = discord.MessageReference(
            message_id=address.message_id or 0, channel_id=address.channel_id, fail_if_not_exists=False
        )
        return await channel.send(
            view=still(letter.view()),
            files=list(letter.files()),
            allowed_mentions=people if mention else NOBODY,
            nonce=f"job-{address.job_id}-{'direct' if direct else 'post'}",
            reference=reference if replies else None,  # type: ignore[arg-type]  # None is taken, and means no reply
        )

    async def _by_token(self, address: Address, letter: Letter) -> bool:
        token = address.usable_token(self._clock())
        application_id = self._client.application_id
        if token is None or application_id is None:
            return False
        webhook = discord.Webhook.partial(application_id, token, client=self._client)
        target: int = address.message_id or "@original"  # type: ignore[assignment]
        with _refusals("edit by token"):
            await webhook.edit_message(
                target,
                view=still(letter.view()),
                attachments=list(letter.files()),
                allowed_mentions=NOBODY,
            )
            return True
        return False

    async def _as_bot(self, address: Address, letter: Letter) -> bool:
        if address.private or address.message_id is None:
            return False
        channel = self._client.get_partial_messageable(address.channel_id, guild_id=address.guild_id)
        with _refusals("edit as the bot"):
            await channel.get_partial_message(address.message_id).edit(
                view=still(letter.view()),
                attachments=list(letter.files()),
                allowed_mentions=NOBODY,
            )
            return True
        return False


class _refusals(contextlib.AbstractContextManager[None]):
    """Swallows Discord's final "no" to one way of delivery, with a line in the log."""

    def __init__(self, way: str) -> None:
        self._way = way

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        if isinstance(error, discord.HTTPException) and (error.status in REFUSED or error.code == EDITED_TOO_OFTEN):
            log.info("%s was refused: %s %s (%s)", self._way, error.status, error.code, error.text)
            return True
        return False


class Pacer:
    """Coalesces edits: at most one every ``interval_seconds`` in a channel, the newest state of each message only.

    Discord throttles edits per channel; progress is worth little when it is old.
    """

    def __init__(self, interval_seconds: float = 3.0) -> None:
        self._interval = interval_seconds
        self._pending: dict[int, dict[int, Callable[[], Awaitable[object]]]] = {}
        self._workers: dict[int, asyncio.Task[None]] = {}
        self._busy: dict[int, asyncio.Lock] = {}

    def offer(self, channel_id: int, job_id: int, send: Callable[[], Awaitable[object]]) -> None:
        """Send this soon, unless something newer for the same job comes first."""
        self._pending.setdefault(channel_id, {})[job_id] = send
        if channel_id not in self._workers:
            task = asyncio.create_task(self._work(channel_id), name=f"pacer-{channel_id}")
            self._workers[channel_id] = task

    async def settle(self, channel_id: int, job_id: int) -> None:
        """Forget what is pending for the job and wait for an edit under way: the next edit is the caller's."""
        self._pending.get(channel_id, {}).pop(job_id, None)
        if lock := self._busy.get(job_id):
            async with lock:
                pass

    async def _work(self, channel_id: int) -> None:
        while waiting := self._pending.get(channel_id):
            job_id = next(iter(waiting))
            send = waiting.pop(job_id)
            lock = self._busy.setdefault(job_id, asyncio.Lock())
            async with lock:
                try:
                    await send()
                except discord.HTTPException as error:
                    log.info("a progress edit was refused: %s", error)
                except Exception:
                    log.exception("a progress edit failed")
            self._busy.pop(job_id, None)
            await asyncio.sleep(self._interval)
        # No await from the last look to here: what is offered next finds no worker and gets a new one.
        self._pending.pop(channel_id, None)
        self._workers.pop(channel_id, None)

    async def close(self) -> None:
        tasks = list(self._workers.values())
        self._workers.clear()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
