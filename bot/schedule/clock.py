"""The one clock: claims what is due, sends it, commits it as sent. One task, woken by the earliest due row.

Claim -> send -> commit: the claim (a row for this occurrence, and the alarm's next time) is one transaction, so an
occurrence is never claimed twice; what was claimed and not committed is sent after the next start. Whatever the number
of alarms, a wake looks only at the due ones.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from bot.clock import Clock
from bot.db.database import Database
from bot.people.service import PeopleService
from bot.schedule.model import LATE_SECONDS, Alarm, Face, Item, Occurrence, Placed, State
from bot.schedule.recurrence import latest, next_after
from bot.schedule.store import ScheduleStore

log = logging.getLogger(__name__)

LONGEST_SLEEP_SECONDS = 30.0
"""The wall clock may be set meanwhile, so no sleep is longer."""
BACK_SECONDS = 60.0
"""A clock set back by more than this is noticed, and next times are computed anew."""
LEASE_SECONDS = 900.0
BATCH = 200
AT_ONCE = 20
RETRY_SECONDS, LONGEST_RETRY_SECONDS = 30.0, 3600.0
MEMORY_SECONDS = 60 * 86_400.0
TIDY_SECONDS = 6 * 3600.0


class Kind(Protocol):
    """Who answers for the alarms of one kind."""

    waits_for_quiet: bool
    """False: it comes at its time even in quiet hours, because the person chose that time."""

    async def face(self, occurrence: Occurrence) -> Face | None:
        """What to say now; None when it is not wanted any more."""

    async def answered(self, occurrence: Occurrence, answer: str) -> None:
        """The person pressed Done or Skip, or took it back ("undo")."""


class Postman(Protocol):
    """Brings items to a person. Implemented by the cog."""

    async def send(self, items: Sequence[Item]) -> Placed | None:
        """One message with all of ``items``, which go to the same place. None when the person takes no message.

        Raises when it may be tried again later.
        """


class Ticker:
    def __init__(
        self, database: Database, store: ScheduleStore, people: PeopleService, kinds: dict[str, Kind], clock: Clock
    ) -> None:
        self._database = database
        self._store = store
        self._people = people
        self._kinds = kinds
        self._clock = clock
        self._alarm = asyncio.Event()
        self._loop: asyncio.Task[None] | None = None
        self._sending: set[asyncio.Task[None]] = set()
        self._room = asyncio.Semaphore(AT_ONCE)
        self._seen = 0.0
        self._leap = (0.0, 0.0)
        self._tidied = 0.0

    async def start(self, postman: Postman) -> None:
        self._postman = postman
        self._seen = await self._store.seen() or 0.0
        async with self._database.transaction() as tx:
            await self._store.release(tx, self._clock())
        self._loop = asyncio.create_task(self._run(), name="clock")

    async def close(self) -> None:
        """Stop waking; what is being sent is cancelled and comes again after the next start."""
        tasks = [task for task in (self._loop, *self._sending) if task]
        self._loop = None
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def wake(self) -> None:
        """Something earlier may be due now."""
        self._alarm.set()

    def leapt(self) -> None:
        """The clock was moved on purpose: what fell due in between is not late, and may be sent now."""
        self._leap = (self._seen, self._clock())
        self.wake()

    async def _run(self) -> None:
        while True:
            self._alarm.clear()
            wait = LONGEST_SLEEP_SECONDS
            try:
                await self.tick()
                next_utc = await self._store.next_wake()
                if next_utc is not None:
                    wait = min(wait, max(0.0, next_utc - self._clock()))
            except Exception:
                log.exception("the clock stumbled; it goes on")
                wait = 5.0
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await self._alarm.wait()

    async def tick(self) -> None:
        """Claim everything due and begin to send it."""
        now = self._clock()
        if now < self._seen - BACK_SECONDS:
            await self._set_back(now)
        while await self._claim(now):
            pass
        while found := await self._store.to_send(now, BATCH):
            await self._dispatch(found, now)
        if now - self._tidied > TIDY_SECONDS:
            self._tidied = now
            async with self._database.transaction() as tx:
                await self._store.forget_old(tx, now - MEMORY_SECONDS)
                await self._store.forget_drafts(tx, now - 86_400)
                await self._store.set_seen(tx, now)
        self._seen = now

    # ---- claim

    async def _claim(self, now: float) -> bool:
        """True when there may be more."""
        due = await self._store.due(now, BATCH)
        if not due:
            return False
        claims = [await self._planned(alarm, now) for alarm in due]
        async with self._database.transaction() as tx:
            await self._store.set_seen(tx, now)
            for alarm, due_utc, send_utc, next_utc in claims:
                if not await self._store.advance(tx, alarm, next_utc):
                    continue  # changed or removed meanwhile
                await self._store.drop_unsent(tx, alarm.id)
                await self._store.add_occurrence(tx, alarm, due_utc, send_utc)
        return len(due) == BATCH

    async def _planned(self, alarm: Alarm, now: float) -> tuple[Alarm, float, float, float | None]:
        """Of all that was missed only the latest is sent; the next time comes from the rule, not from now."""
        due = alarm.next_utc or now
        if alarm.rule.recurs:
            due = latest(alarm.rule, due, now) or due
        send = now
        kind = self._kinds.get(alarm.kind)
        if kind is not None and kind.waits_for_quiet:
            send = (await self._people.find(alarm.user_id)).after_quiet(now)
        return alarm, due, send, next_after(alarm.rule, due) if alarm.rule.recurs else None

    async def _set_back(self, now: float) -> None:
        log.warning("the clock was set back by %.0f s: next times are computed anew", self._seen - now)
        after = 0
        while alarms := await self._store.ahead_of(now, after, BATCH):
            async with self._database.transaction() as tx:
                for alarm in alarms:
                    next_utc = next_after(alarm.rule, now)
                    if next_utc is not None and alarm.next_utc is not None and next_utc < alarm.next_utc:
                        await self._store.set_next(tx, alarm.id, next_utc)
            after = alarms[-1].id

    # ---- send, commit

    async def _dispatch(self, found: list[Occurrence], now: float) -> None:
        async with self._database.transaction() as tx:
            await self._store.begin_telling(tx, [one.id for one in found], now + LEASE_SECONDS)
        together: dict[tuple[int, int | None], list[Occurrence]] = defaultdict(list)
        for one in (replace(one, attempts=one.attempts + 1) for one in found):
            together[one.alarm.user_id, one.alarm.channel_id].append(one)
        for group in together.values():
            task = asyncio.create_task(self._tell(group))
            self._sending.add(task)
            task.add_done_callback(self._sending.discard)

    async def _tell(self, group: list[Occurrence]) -> None:
        async with self._room:
            try:
                items = await self.items(sorted(group, key=lambda one: one.due_utc))
                wanted = {item.occurrence.id for item in items}
                gone = [one for one in group if one.id not in wanted]
                if gone:
                    async with self._database.transaction() as tx:
                        for one in gone:
                            await self._store.set_state(tx, one.id, State.DROPPED)
                for part in [items[at : at + Item.MOST] for at in range(0, len(items), Item.MOST)]:
                    await self._deliver(part)
            except Exception as error:
                log.warning("%d reminders could not be sent; they are tried again: %r", len(group), error)
                await self._later(group)

    async def _deliver(self, items: list[Item]) -> None:
        placed = await self._postman.send(items)
        async with self._database.transaction() as tx:
            for item in items:
                one = item.occurrence
                if placed is not None:
                    await self._store.set_sent(tx, one, placed, self._clock())
                else:
                    await self._store.set_state(tx, one.id, State.KEPT)
                    await self._store.drop_older_kept(tx, one.alarm.id, one.id)

    async def _later(self, group: list[Occurrence]) -> None:
        async with self._database.transaction() as tx:
            for one in group:
                current = await self._store.occurrence(one.id)
                if current is not None and current.state is State.PENDING:
                    wait = min(RETRY_SECONDS * 2.0 ** min(one.attempts - 1, 10), LONGEST_RETRY_SECONDS)
                    await self._store.postpone(tx, one.id, self._clock() + wait)
        self.wake()

    async def items(self, group: Sequence[Occurrence]) -> list[Item]:
        """Each with what it says now; without those that are not wanted any more."""
        items = []
        for one in group:
            kind = self._kinds.get(one.alarm.kind)
            face = None if kind is None else await kind.face(one)
            if face is not None and kind is not None:
                items.append(Item(one, face, late=await self._is_late(one, kind)))
        return items

    async def _is_late(self, one: Occurrence, kind: Kind) -> bool:
        if one.snoozes:
            return False
        expected = one.due_utc
        if kind.waits_for_quiet:
            expected = (await self._people.find(one.alarm.user_id)).after_quiet(expected)
        if self._leap[0] < expected <= self._leap[1]:
            return False
        return (one.sent_utc or self._clock()) - expected > LATE_SECONDS
