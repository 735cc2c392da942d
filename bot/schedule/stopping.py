"""Everything of a person's at once: what the word "stop" mutes, and "start" brings back."""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Callable

from bot.db.database import Database
from bot.errors import BadRequest, NotFound
from bot.schedule.stop_store import StopStore
from bot.schedule.store import ScheduleStore


class Stopping:
    def __init__(self, database: Database, store: ScheduleStore, save: Callable[[int, int], Awaitable[object]]) -> None:
        """``save`` lets an alarm of a person's come again; it raises BadRequest when its only time is past."""
        self._database = database
        self._store = store
        self._stopping = StopStore(database)
        self._save = save

    async def stop(self, user_id: int) -> int:
        """Mute everything of theirs, of every kind, until ``resume``; how many there were."""
        coming = await self._stopping.coming(user_id)
        async with self._database.transaction() as tx:
            for alarm_id in coming:
                await self._stopping.stop(tx, alarm_id)
                await self._store.forget_pending(tx, alarm_id)
        return len(coming)

    async def resume(self, user_id: int) -> int:
        """Bring back what ``stop`` muted; how many come again. What was meant for once and is past stays muted."""
        came_back = 0
        for alarm_id in await self._stopping.stopped(user_id):
            with contextlib.suppress(BadRequest, NotFound):
                await self._save(alarm_id, user_id)
                came_back += 1
        return came_back
