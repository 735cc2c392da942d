"""Keeping people out, and the audit log. Who may do so is the caller's affair: it knows the person's permissions."""

from __future__ import annotations

from bot.clock import Clock
from bot.db.database import Database, Tx
from bot.errors import NotAllowed, NotFound
from bot.moderation.model import MAX_REASON, PAGE, Action, AuditPage, Block, Deed
from bot.moderation.store import ModerationStore

KEPT_SECONDS = 365 * 24 * 3600.0
"""How long the audit log remembers."""
BLOCKED_HERE = "You are blocked from Inkling in this server{}. Its admins decide that, and can undo it."
BLOCKED_EVERYWHERE = "You are blocked from this Inkling{}. Whoever runs it decides that, and can undo it."


class Moderation:
    def __init__(self, database: Database, store: ModerationStore, clock: Clock) -> None:
        self._database = database
        self._store = store
        self._clock = clock

    # ---- blocks

    async def refusal(self, user_id: int, guild_id: int | None) -> str | None:
        """What somebody who is blocked is told there; None for everybody else."""
        found = await self._store.blocks_of(user_id, guild_id)
        if not found:
            return None
        text = BLOCKED_EVERYWHERE if found[0].guild_id is None else BLOCKED_HERE
        return text.format(f": {found[0].reason}" if found[0].reason else "")

    async def check(self, user_id: int, guild_id: int | None) -> None:
        """Raises NotAllowed for somebody who is blocked there."""
        if (text := await self.refusal(user_id, guild_id)) is not None:
            raise NotAllowed(text)

    async def block(self, user_id: int, guild_id: int | None, by: int, reason: str = "") -> None:
        """Keep somebody out of a server, or with None of everything. Again is fine: it gives another reason."""
        reason = " ".join(reason.split())[:MAX_REASON]
        now = self._clock()
        async with self._database.transaction() as tx:
            await self._store.put_block(tx, Block(user_id, guild_id, by, reason, now))
            await self.note(tx, Deed(Action.BLOCKED, guild_id, by, user_id, detail=reason))

    async def unblock(self, user_id: int, guild_id: int | None, by: int) -> None:
        """Raises NotFound for somebody who is not blocked there."""
        async with self._database.transaction() as tx:
            if not await self._store.drop_block(tx, user_id, guild_id):
                raise NotFound("They are not blocked.")
            await self.note(tx, Deed(Action.UNBLOCKED, guild_id, by, user_id))

    async def blocks(self, guild_id: int | None, number: int) -> tuple[tuple[Block, ...], int, int]:
        """A page of who is blocked in a server or (None) everywhere, its number, and how many pages there are."""
        count = max(1, -(-await self._store.count_blocks(guild_id) // PAGE))
        number = max(0, min(number, count - 1))
        return await self._store.blocks_in(guild_id, PAGE, number * PAGE), number, count

    # ---- the audit log

    async def note(self, tx: Tx, deed: Deed) -> None:
        """Write it down in the transaction that does it."""
        await self._store.add_entry(tx, deed, self._clock())

    async def record(self, deed: Deed) -> None:
        """Write down what no other row tells."""
        async with self._database.transaction() as tx:
            await self.note(tx, deed)

    async def audit(self, guild_id: int | None, number: int) -> AuditPage:
        """A page of a server's log, or (None) of everything; past the end it is the last."""
        count = max(1, -(-await self._store.count_entries(guild_id) // PAGE))
        number = max(0, min(number, count - 1))
        skip = number * PAGE
        if guild_id is None:
            entries = await self._store.entries(PAGE, skip)
        else:
            entries = await self._store.entries_in(guild_id, PAGE, skip)
        return AuditPage(entries, number, count, guild_id)

    async def forget(self) -> None:
        """Drop what is older than a year."""
        async with self._database.transaction() as tx:
            await self._store.forget_entries(tx, self._clock() - KEPT_SECONDS)
