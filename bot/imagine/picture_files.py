"""The files of pictures, results and inputs alike: the same bytes are one file, and none goes that a row needs.

Between a file's writing and the commit of its row it is held: a deletion of its twin meanwhile leaves it alone.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator, Iterable

from bot.errors import NotFound
from bot.files import FileStore
from bot.imagine.model import SUFFIX
from bot.imagine.store import ImagineStore

INPUT_GONE = "The picture that it starts from was deleted here. Start from another one."


class PictureFiles:
    def __init__(self, files: FileStore, store: ImagineStore) -> None:
        self._files = files
        self._store = store
        self._filing = asyncio.Lock()
        self._held: Counter[str] = Counter()

    async def keep(self, png: bytes) -> str:
        """The sha256 of the file, which is durable and held until ``let_go``. Raises OSError."""
        async with self._filing:
            stored = await self._files.put(png, SUFFIX)
            self._held[stored.sha256] += 1
        return stored.sha256

    async def hold(self, sha256: str) -> None:
        """Hold one that is kept already. Raises NotFound when it is gone."""
        async with self._filing:
            if not await asyncio.to_thread(self._files.path(sha256, SUFFIX).is_file):
                raise NotFound(INPUT_GONE)
            self._held[sha256] += 1

    def let_go(self, sha256s: Iterable[str]) -> None:
        self._held -= Counter(sha256s)

    @contextlib.asynccontextmanager
    async def holding(self) -> AsyncIterator[Holding]:
        """What is kept or held through it is let go when the block ends, and goes if no row points to it by then."""
        holding = Holding(self)
        try:
            yield holding
        finally:
            self.let_go(holding.sha256s)
            await self.drop(dict.fromkeys(holding.sha256s))

    async def read(self, sha256: str) -> bytes:
        """Raises FileNotFoundError."""
        return await self._files.read(sha256, SUFFIX)

    async def drop(self, sha256s: Iterable[str]) -> None:
        """Remove those that no row points to any more and nobody holds."""
        async with self._filing:
            for sha256 in sha256s:
                if sha256 not in self._held and not await self._store.file_is_used(sha256):
                    await self._files.delete(sha256, SUFFIX)


class Holding:
    """Files that stay for as long as a block runs."""

    def __init__(self, files: PictureFiles) -> None:
        self._files = files
        self.sha256s: list[str] = []

    async def keep(self, png: bytes) -> str:
        sha256 = await self._files.keep(png)
        self.sha256s.append(sha256)
        return sha256

    async def hold(self, sha256: str) -> None:
        await self._files.hold(sha256)
        self.sha256s.append(sha256)
