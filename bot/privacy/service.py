"""What is kept of a person, and erasing it for good."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Protocol

from bot.clock import Clock
from bot.db.database import Database
from bot.errors import BadRequest
from bot.privacy.model import Held, Room
from bot.privacy.store import PrivacyStore


class Notebook(Protocol):
    """The notes with all that hangs on them."""

    async def counts(self, owner_id: int) -> tuple[int, Mapping[str, int]]: ...
    async def erase(self, owner_id: int) -> object: ...


class Privacy:
    def __init__(
        self,
        database: Database,
        store: PrivacyStore,
        notebook: Notebook,
        drop_files: Callable[[Iterable[str]], Awaitable[None]],
        clock: Clock,
    ) -> None:
        """``drop_files`` removes the pictures of those sha256 that nobody's row points to any more."""
        self._database = database
        self._store = store
        self._notebook = notebook
        self._drop_files = drop_files
        self._clock = clock

    async def held(self, user_id: int) -> Held:
        rooms = {room: await self._counts(room, user_id) for room in Room}
        return Held({room: counts for room, counts in rooms.items() if counts})

    async def erase(self, user_id: int, rooms: Iterable[Room]) -> Held:
        """For good; what there was.

        Raises BadRequest while pictures are waiting or being drawn, and nothing is erased then.
        """
        wanted = [room for room in Room if room in set(rooms)]  # pictures first: they may refuse
        before = await self.held(user_id)
        for room in wanted:
            await self._erase(room, user_id)
        return Held({room: counts for room, counts in before.rooms.items() if room in wanted})

    async def _counts(self, room: Room, user_id: int) -> dict[str, int]:
        if room is not Room.NOTES:
            return await self._store.counts(room, user_id)
        notes, beside = await self._notebook.counts(user_id)
        return {name: count for name, count in {"note": notes, **beside}.items() if count}

    async def _erase(self, room: Room, user_id: int) -> None:
        if room is Room.NOTES:
            await self._notebook.erase(user_id)
        files = await self._store.files(user_id) if room is Room.PICTURES else []
        async with self._database.transaction() as tx:
            if room is Room.PICTURES and (count := await self._store.open_jobs(tx, user_id)):
                what = "One request of yours is" if count == 1 else f"{count} requests of yours are"
                raise BadRequest(f"{what} waiting or being drawn. Cancel with /queue or let it finish, then erase.")
            await self._store.erase(tx, room, user_id, self._clock())
        await self._drop_files(files)
