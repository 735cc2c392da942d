"""Whether one more request fits: the limits of a person and of a server, each refusal a sentence."""

from __future__ import annotations

from bot.address import Origin
from bot.clock import Clock
from bot.db.database import Tx
from bot.errors import BadRequest, OverLimit
from bot.gpu.job import Generation
from bot.gpu.queue import Queue
from bot.rules.model import DAY_SECONDS, Limits
from bot.rules.service import RulesService


class Admission:
    def __init__(self, queue: Queue, rules: RulesService, clock: Clock) -> None:
        self._queue = queue
        self._rules = rules
        self._clock = clock

    def check_fits(self, generation: Generation, label: str) -> None:
        """Raises BadRequest, with the size that would fit, for a picture that no engine can ever make."""
        most = self._queue.roster.most_pixels(generation.model)
        pixels = generation.pixels
        if most is None or pixels <= most:
            return
        if not most:
            raise BadRequest(f"{label} does not fit into the memory here, whatever the size. Choose a smaller model.")
        if generation.tile:
            raise BadRequest(f"Tiles of {generation.tile} pixels do not fit into the memory here with {label}.")
        scale = (most / pixels) ** 0.5
        width, height = (max(8, int(side * scale) // 8 * 8) for side in (generation.width, generation.height))
        raise BadRequest(
            f"{generation.width}×{generation.height} does not fit into the memory here with {label}. "
            f"Try {width}x{height}."
        )

    async def check_waiting(self, origin: Origin, limits: Limits) -> None:
        """Raises OverLimit. Right before the submit: nothing else gets its turn in between."""
        waiting = await self._queue.open_jobs(origin.user_id)
        if limits.waiting is not None and waiting >= limits.waiting:
            if not limits.waiting:
                raise OverLimit("You may not ask for pictures here. The server's admins decide that.")
            raise OverLimit(
                f"You already have {waiting} requests waiting, the most for one person. "
                "Cancel one, or ask again when one is done."
            )
        most = self._rules.server_ceiling.waiting
        if origin.guild_id is not None and most is not None and self._queue.open_in(origin.guild_id) >= most:
            raise OverLimit(f"This server already has {most} requests waiting, the most here. Ask again in a while.")

    async def check_spent(self, tx: Tx, origin: Origin, limits: Limits, generation: Generation) -> None:
        """Raises OverLimit. In the transaction that adds the job, which is counted already."""
        since = self._clock() - DAY_SECONDS
        spent = await self._queue.accounts.spent(tx, origin.user_id, since) if limits.daily is not None else 0.0
        if limits.daily is not None and spent > limits.daily:
            raise OverLimit(_too_much("you", spent - generation.cost, limits.daily, generation.cost))
        most = self._rules.server_ceiling.daily
        if origin.guild_id is not None and most is not None:
            spent = await self._queue.accounts.spent_in(tx, origin.guild_id, since)
            if spent > most:
                raise OverLimit(_too_much("this server", spent - generation.cost, most, generation.cost))


def _too_much(who: str, spent: float, most: float, cost: float) -> str:
    has = "have" if who == "you" else "has"
    return (
        f"That costs {points(cost)}, and {who} {has} used {points(spent)} of {points(most)} in the last 24 hours. "
        "Fewer pictures, fewer steps or a smaller size cost less; what fails or is cancelled is given back."
    )


def points(cost: float) -> str:
    """A cost as people read it."""
    return f"{cost:,.0f} points" if cost >= 10 else f"{cost:.2g} points"
