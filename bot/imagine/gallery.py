"""Somebody's own pictures, newest first, with search in prompts and stars. Nobody sees another person's."""

from __future__ import annotations

from dataclasses import dataclass

from bot.db.database import Database
from bot.errors import NotFound
from bot.imagine.service import ImagineService
from bot.imagine.store import ImagineStore
from bot.imagine.work import Work

MAX_SEARCH = 50
"""Characters: they travel in the buttons."""


@dataclass(frozen=True, slots=True)
class Search:
    """``words`` must all be in the prompt."""

    words: str = ""
    starred: bool = False

    def finds(self, prompt: str, starred: bool) -> bool:
        text = prompt.casefold()
        return (starred or not self.starred) and all(word in text for word in self.words.casefold().split())


@dataclass(frozen=True, slots=True)
class GalleryPage:
    """``number`` of ``count`` is 0-based. ``work`` is None where nothing was found."""

    work: Work | None
    number: int
    count: int
    search: Search
    starred: bool = False


class Gallery:
    def __init__(self, database: Database, store: ImagineStore, imagine: ImagineService) -> None:
        self._database = database
        self._store = store
        self._imagine = imagine

    async def page(self, user_id: int, search: Search, number: int) -> GalleryPage:
        """One request of theirs that has pictures. Pages past the end are the last."""
        entries = await self._store.gallery(user_id)
        found = [(job_id, starred) for job_id, prompt, starred in entries if search.finds(prompt, starred)]
        if not found:
            return GalleryPage(None, 0, 0, search)
        number = max(0, min(number, len(found) - 1))
        job_id, starred = found[number]
        return GalleryPage(await self._imagine.find_for(job_id, user_id), number, len(found), search, starred)

    async def star(self, job_id: int, user_id: int) -> bool:
        """Put a star there or take it away; True when it is there now. Raises NotFound for what is not theirs."""
        work = await self._imagine.find(job_id)
        if work.job.user_id != user_id:
            raise NotFound("That is not one of your pictures.")
        async with self._database.transaction() as tx:
            await self._store.toggle_star(tx, job_id)
        return await self._store.is_starred(job_id)
