"""A moderator takes pictures away: their files go, their rows stay as removed, and the audit log says who did it."""

from __future__ import annotations

from bot.clock import Clock
from bot.db.database import Database
from bot.errors import NotFound
from bot.imagine.picture_files import PictureFiles
from bot.imagine.store import ImagineStore
from bot.imagine.work import Work
from bot.moderation.model import MAX_REASON, Action, Deed
from bot.moderation.service import Moderation

ELSEWHERE = "That picture belongs to another server."


class Removing:
    def __init__(
        self, database: Database, store: ImagineStore, files: PictureFiles, moderation: Moderation, clock: Clock
    ) -> None:
        self._database = database
        self._store = store
        self._files = files
        self._moderation = moderation
        self._clock = clock

    async def job_in(self, message_id: int) -> int | None:
        """The job whose pictures this message shows."""
        return await self._store.job_in(message_id)

    @staticmethod
    def check(work: Work, guild_id: int) -> None:
        """Raises NotFound for what is no finished picture of this server."""
        if work.job.guild_id != guild_id:
            raise NotFound(ELSEWHERE)
        if not work.pictures:
            raise NotFound("It is not finished yet." if work.job.status.is_open else "These pictures were deleted.")

    async def remove(self, work: Work, guild_id: int, by: int, reason: str = "") -> None:
        """Remove a job's pictures; nothing can start from them any more. ``by`` is a moderator of the server.

        A file stays where somebody else's picture is the very same. Raises NotFound as ``check`` does.
        """
        self.check(work, guild_id)
        sha256s = [picture.sha256 for picture in work.pictures]
        detail = " ".join(reason.split())[:MAX_REASON]
        async with self._database.transaction() as tx:
            await self._store.remove_pictures(tx, work.job.id, self._clock())
            await self._store.drop_inputs(tx, work.job.id)
            await self._store.drop_inputs_from(tx, sha256s)
            await self._moderation.note(tx, Deed(Action.REMOVED, guild_id, by, work.job.user_id, work.job.id, detail))
        await self._files.drop([*sha256s, *work.job.generation.inputs])
