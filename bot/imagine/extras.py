"""LoRAs and textual inversions that are there now: the folders are looked into whenever it matters."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from bot.errors import BadRequest
from bot.gpu.catalog import ModelInfo
from bot.gpu.extras import Extra, Known, read_extras
from bot.imagine.model import Wish
from bot.imagine.plan import pick
from bot.imagine.tags import completed, with_extras
from bot.settings import Settings


class Extras:
    """A file that is put there or taken away counts at once; headers are read once for each version of a file."""

    def __init__(self, settings: Settings, models: Callable[[], Sequence[ModelInfo]]) -> None:
        """``models`` are those there are at that moment."""
        self._settings = settings
        self._models = models
        self._known: Known = {}
        self._turn = asyncio.Lock()

    async def all(self) -> list[Extra]:
        async with self._turn:
            return await asyncio.to_thread(read_extras, self._settings.models_dir, self._known)

    async def onto(self, wish: Wish, wanted: str) -> Wish:
        """The wish with those that somebody chose by name. Raises BadRequest."""
        model = pick(self._models(), wish.model or self._settings.default_model)
        return with_extras(wish, wanted, await self.all(), model)

    async def completed(self, current: str, model: str | None) -> list[str]:
        """What an unfinished list of names could become, with the model of that name."""
        try:
            chosen = pick(self._models(), model or self._settings.default_model)
        except BadRequest:
            return []
        return completed(current, await self.all(), chosen)
