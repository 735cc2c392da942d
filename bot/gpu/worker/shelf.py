"""Which models are on the device: as many as the budget holds; the one unused for longest leaves first.

Only a model that no job uses may leave. Pure bookkeeping, under the lock of its owner.
"""

from __future__ import annotations

from collections import Counter
from typing import Generic, Protocol, TypeVar


class Item(Protocol):
    """Something that takes room on the shelf."""

    @property
    def name(self) -> str: ...

    @property
    def bytes(self) -> int: ...


T = TypeVar("T", bound=Item)


class Shelf(Generic[T]):
    """``budget`` is in bytes; one item alone may exceed it, for it has to be tried."""

    def __init__(self, budget: int) -> None:
        self._budget = budget
        self._items: dict[str, T] = {}  # least recently used first
        self._users: Counter[str] = Counter()
        self._retired: set[str] = set()

    @property
    def names(self) -> list[str]:
        return list(self._items)

    def get(self, name: str) -> T | None:
        return self._items.get(name)

    def put(self, item: T) -> None:
        self._items[item.name] = item

    def use(self, name: str) -> T:
        """A job begins with it."""
        item = self._items[name] = self._items.pop(name)
        self._users[name] += 1
        return item

    def done(self, name: str) -> None:
        """A job that used it is over."""
        self._users[name] -= 1
        if name in self._retired:
            self.retire(name)

    def retire(self, name: str) -> bool:
        """Drop an item for good, as soon as no job uses it. True when it was dropped at once."""
        if self._users[name]:
            self._retired.add(name)
            return False
        self._retired.discard(name)
        return self._items.pop(name, None) is not None

    def clear_for(self, needed: int) -> bool:
        """Drop idle items, least recently used first, until ``needed`` bytes fit. False: items in use are in the way,
        and nothing was dropped."""
        idle = [name for name in self._items if not self._users[name]]
        total = sum(item.bytes for item in self._items.values())
        leaving = []
        for name in idle:
            if total + needed <= self._budget:
                break
            total -= self._items[name].bytes
            leaving.append(name)
        if total + needed > self._budget and len(leaving) < len(self._items):
            return False
        for name in leaving:
            del self._items[name]
        return True

    def drop_idle(self, keep: str) -> bool:
        """Drop every idle item but ``keep``. True when one was dropped."""
        idle = [name for name in self._items if not self._users[name] and name != keep]
        for name in idle:
            del self._items[name]
        return bool(idle)
