"""What hangs on notes and goes out, comes in and is erased with them: books, review cards, summaries.

Each such feature is a companion of the notebook, which does not know them. Row ids differ from one database to the
next, so a companion writes names instead: a note's or a book's uid, and what it makes of its own uid.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.db.database import Tx
from bot.errors import BadRequest
from bot.notes.exchange.model import Losses
from bot.notes.scope import Scope


class Keys:
    """Rows of this database by the names that they have elsewhere, and the other way round."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, int], str] = {}
        self._ids: dict[tuple[str, str], int] = {}

    def add(self, kind: str, row_id: int, name: str) -> None:
        self._names[kind, row_id] = name
        self._ids[kind, name] = row_id

    def name(self, kind: str, row_id: int | None) -> str | None:
        return None if row_id is None else self._names.get((kind, row_id))

    def id(self, kind: str, name: str | None) -> int | None:
        return None if name is None else self._ids.get((kind, name))


@dataclass(slots=True)
class Took:
    """``losses`` is told what could not be taken along."""

    import_id: int
    now_utc: float
    losses: Losses
    added: dict[str, int] = field(default_factory=dict)
    """By companion."""


class Companion(Protocol):
    name: str
    """Its key in the document."""

    async def count(self, scope: Scope) -> int:
        """How many there are: books, cards, summaries."""

    async def give(self, tx: Tx, scope: Scope, keys: Keys, losses: Losses) -> Any:
        """Everything of this person's as JSON values, None for nothing; its own rows' names are added to ``keys``."""

    def readable(self, values: Any, link: Callable[[str], str | None]) -> Sequence[tuple[str, str]]:
        """Titles and texts of Markdown pages that tell people of what ``give`` gave; ``link`` gives the name of a
        note's page by the note's uid."""

    def checked(self, values: Any) -> Any:
        """The values as ``take`` wants them. Raises ValueError, TypeError, KeyError for what ``give`` did not write."""

    async def take(self, tx: Tx, scope: Scope, values: Any, keys: Keys, took: Took) -> int:
        """Add what is not here yet; how many. What hangs on a note that is not here yet waits for it: the same file may
        be taken again. Raises OverLimit."""

    async def undo(self, tx: Tx, scope: Scope, import_id: int, now_utc: float) -> int:
        """Take back what that import added, as far as it does not go with its notes; how many."""

    async def erase(self, tx: Tx, scope: Scope) -> int:
        """All of it, for good; how many there were."""


class Companions:
    """All of them, in an order in which each only needs the names of those before it."""

    def __init__(self) -> None:
        self._each: list[Companion] = []

    def join(self, *companions: Companion) -> None:
        self._each.extend(companions)

    async def counts(self, scope: Scope) -> dict[str, int]:
        return {one.name: await one.count(scope) for one in self._each}

    async def give(self, tx: Tx, scope: Scope, keys: Keys, losses: Losses) -> dict[str, Any]:
        given = {one.name: await one.give(tx, scope, keys, losses) for one in self._each}
        return {name: values for name, values in given.items() if values is not None}

    def readable(self, given: Mapping[str, Any], link: Callable[[str], str | None]) -> list[tuple[str, str]]:
        return [page for one in self._each if one.name in given for page in one.readable(given[one.name], link)]

    def checked(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Raises BadRequest."""
        try:
            return {one.name: one.checked(values[one.name]) for one in self._each if one.name in values}
        except (ValueError, TypeError, KeyError, AttributeError, IndexError):
            raise BadRequest("What lies beside the notes cannot be read as mine. Nothing was taken.") from None

    async def take(self, tx: Tx, scope: Scope, values: Mapping[str, Any], keys: Keys, took: Took) -> None:
        for one in self._each:
            if one.name in values:
                took.added[one.name] = await one.take(tx, scope, values[one.name], keys, took)

    async def undo(self, tx: Tx, scope: Scope, import_id: int, now_utc: float) -> dict[str, int]:
        return {one.name: await one.undo(tx, scope, import_id, now_utc) for one in self._each}

    async def erase(self, tx: Tx, scope: Scope) -> dict[str, int]:
        return {one.name: await one.erase(tx, scope) for one in reversed(self._each)}
