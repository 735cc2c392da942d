"""Direct message channels, which Discord does not list: those seen once, and up to where each is dealt with."""

from __future__ import annotations

from collections.abc import Sequence

from bot.db.database import Database
from bot.notes.house_store import HouseStore


class Channels:
    def __init__(self, database: Database, house: HouseStore) -> None:
        self._database = database
        self._house = house

    async def known(self) -> Sequence[tuple[int, int, int]]:
        """(channel, owner, cursor) of every one."""
        return await self._house.dm_channels()

    async def know(self, channel_id: int, owner_id: int, since_id: int) -> None:
        """From that id on, what is written there is not missed. No change when the channel is known already."""
        async with self._database.transaction() as tx:
            await self._house.add_channel(tx, channel_id, owner_id, since_id)

    async def move_cursor(self, channel_id: int, owner_id: int, message_id: int) -> None:
        """All messages of the channel up to this one have been dealt with."""
        async with self._database.transaction() as tx:
            await self._house.move_cursor(tx, channel_id, owner_id, message_id)
