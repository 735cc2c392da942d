"""Pictures that the safety check flags where such are not shown: not previewed, not kept, and not paid for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.address import Address
from bot.db.database import Tx
from bot.gpu.accounts import Accounts
from bot.gpu.catalog import ModelInfo
from bot.gpu.job import Job, Rendered
from bot.imagine.store import ImagineStore
from bot.moderation.model import Action, Deed
from bot.moderation.service import Moderation
from bot.rules.showing import Showing


class Withholding:
    def __init__(
        self,
        store: ImagineStore,
        accounts: Accounts,
        moderation: Moderation,
        models: Callable[[], Sequence[ModelInfo]],
        *,
        all_checked: bool,
    ) -> None:
        """``all_checked``: the operator named a safety checker for models that bring none."""
        self._store = store
        self._accounts = accounts
        self._moderation = moderation
        self._models = models
        self._all_checked = all_checked

    def may_preview(self, address: Address, model: str) -> bool:
        """False where flagged pictures are hidden and the model's are checked: nothing is shown before that."""
        checked = self._all_checked or any(m.has_checker for m in self._models() if m.name == model)
        return address.showing is Showing.SHOW or not checked

    async def positions(self, job: Job, rendered: Rendered) -> frozenset[int]:
        """Which of the pictures are not to be kept."""
        address = await self._store.address(job.id)
        if address is None or address.showing is not Showing.WITHHOLD:
            return frozenset()
        return frozenset(position for position, flagged in enumerate(rendered.flagged) if flagged)

    async def write(self, tx: Tx, job: Job, positions: frozenset[int]) -> None:
        """Their rows, what is given back for them, and the audit log's."""
        if not positions:
            return
        await self._store.add_withheld(tx, job.id, sorted(positions))
        await self._accounts.give_back(tx, job.id, len(positions) / len(job.generation.seeds))
        count = "" if len(positions) == 1 else f"{len(positions)} pictures"
        deed = Deed(Action.WITHHELD, job.guild_id, subject_id=job.user_id, job_id=job.id, detail=count)
        await self._moderation.note(tx, deed)
