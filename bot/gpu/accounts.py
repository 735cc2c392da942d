"""What people have used of the engines: costs, as limits are checked against them."""

from __future__ import annotations

from bot.db.database import Tx
from bot.gpu.store import JobStore


class Accounts:
    """Read and written within a transaction, so that a limit checked in the submit that it limits holds."""

    def __init__(self, store: JobStore) -> None:
        self._store = store

    async def spent(self, tx: Tx, user_id: int, since_utc: float) -> float:
        """The cost of what this user asked for since then."""
        return await self._store.spent(tx, user_id, since_utc)

    async def spent_in(self, tx: Tx, guild_id: int, since_utc: float) -> float:
        """The same of everybody in a server."""
        return await self._store.spent_in(tx, guild_id, since_utc)

    async def give_back(self, tx: Tx, job_id: int, share: float) -> None:
        """That share (0 to 1) of a job's cost is not counted: what it was for is not delivered."""
        await self._store.set_refunded(tx, job_id, share)
