"""Which pictures belong together: those that one message shows, and what a blend came from."""

from __future__ import annotations

from bot.address import Address
from bot.imagine.model import Picture, Wish
from bot.imagine.store import ImagineStore
from bot.imagine.work import Work


class Lineage:
    def __init__(self, store: ImagineStore) -> None:
        self._store = store

    async def other_parent(self, wish: Wish) -> Address | None:
        """Where the second job stands that a blend came from, if others may be shown the way there."""
        address = await self._store.address(wish.other_parent) if wish.other_parent is not None else None
        return address if address and not address.private and address.message_id is not None else None

    async def shown_together(self, work: Work) -> list[tuple[int, Picture]]:
        """The pictures that a job's message shows, in their order, each with its own job."""
        beside = work.wish.beside
        others = await self._store.pictures(beside) if beside is not None else ()
        return [*((beside or 0, picture) for picture in others), *((work.job.id, one) for one in work.pictures)]
