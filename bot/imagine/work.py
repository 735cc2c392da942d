"""A job with everything that its message shows, and who shows it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from bot.address import Address
from bot.errors import NotFound
from bot.gpu.catalog import ModelInfo
from bot.gpu.job import Job, Mode, Stepped
from bot.gpu.listener import Place
from bot.imagine.model import Picture, Wish


@dataclass(frozen=True, slots=True)
class Work:
    """A job with everything that its message shows.

    ``remarks`` are sentences on the result; ``others`` are pictures shown before its own, to compare. ``withheld``
    counts those that the safety check flagged and that are not shown where they were asked for.
    """

    job: Job
    wish: Wish
    model: ModelInfo | None
    address: Address
    pictures: tuple[Picture, ...] = ()
    place: Place | None = None
    ready_utc: float | None = None
    parent: Address | None = None
    other_parent: Address | None = None
    is_first: bool = False
    remarks: tuple[str, ...] = ()
    others: tuple[tuple[Picture, bytes], ...] = ()
    withheld: int = 0

    def picture_at(self, position: int) -> Picture:
        """Raises NotFound when it was deleted."""
        picture = next((picture for picture in self.pictures if picture.position == position), None)
        if picture is None:
            raise NotFound("That picture was deleted.")
        return picture

    @property
    def words(self) -> str | None:
        """What a picture was put into; None for a job that draws, or is not done."""
        notes = self.job.notes
        return notes[0] if notes and self.job.generation.mode is Mode.DESCRIBE else None


class Presenter(Protocol):
    """Shows a job's life to people. Implemented by the cog; told what happened, never asked what to do."""

    def placing(self, token: str) -> AbstractContextManager[None]: ...
    async def show_waiting(self, work: Work) -> None: ...
    async def show_progress(self, work: Work, step: Stepped | None) -> None: ...
    async def deliver(self, work: Work) -> None: ...
    async def remove(self, work: Work) -> bool: ...
    def touched(self, job_id: int, token: str) -> None:
        """Somebody pressed a button of the job's private message: with that token it can be deleted for a while."""

    async def show_failed(self, work: Work, message: str) -> None: ...
    async def show_cancelled(self, work: Work, *, was_running: bool) -> None: ...
