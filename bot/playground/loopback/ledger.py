"""What became of each interaction: acknowledged in time, failed, opened a modal, answered an autocomplete."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

ACK_LIMIT_SECONDS = 3.0


class Ledger:
    """``announce(user, event, payload)`` reaches only the person who acted."""

    def __init__(self, announce: Callable[[int, str, dict[str, Any]], None]) -> None:
        self._announce = announce
        self.acks: dict[int, float] = {}  # interaction id -> seconds until the bot acknowledged
        self.states: dict[int, str] = {}  # "pending", "done" or "failed"
        self._sent: dict[int, float] = {}
        self._timers: dict[int, asyncio.TimerHandle] = {}
        self._choices: dict[int, asyncio.Future[list[dict[str, Any]]]] = {}

    def opened(self, interaction: int, user: int) -> None:
        self._sent[interaction] = time.monotonic()
        self._set(interaction, user, "pending")
        loop = asyncio.get_running_loop()
        self._timers[interaction] = loop.call_later(ACK_LIMIT_SECONDS, self._timed_out, interaction, user)

    def expect_choices(self, interaction: int) -> asyncio.Future[list[dict[str, Any]]]:
        self._sent[interaction] = time.monotonic()
        future = asyncio.get_running_loop().create_future()
        self._choices[interaction] = future
        future.add_done_callback(lambda _: self._choices.pop(interaction, None))
        return future

    def acknowledged(self, interaction: int, user: int, arrived: float, record: Any) -> None:
        """Called when the bot's callback was accepted; ``arrived`` is a time.monotonic() reading."""
        self.acks[interaction] = arrived - self._sent.pop(interaction, arrived)
        if timer := self._timers.pop(interaction, None):
            timer.cancel()
        if future := self._choices.get(interaction):
            if not future.done():
                future.set_result(list(record.autocomplete_choices or []))
            return
        self._set(interaction, user, "done")
        if record.modal is not None:
            self._announce(user, "MODAL_OPEN", {**record.modal, "id": str(interaction)})

    def _timed_out(self, interaction: int, user: int) -> None:
        self._timers.pop(interaction, None)
        self._sent.pop(interaction, None)
        self._set(interaction, user, "failed")

    def _set(self, interaction: int, user: int, state: str) -> None:
        self.states[interaction] = state
        self._announce(user, "INTERACTION_ACK", {"id": str(interaction), "state": state})

    def close(self) -> None:
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()
        for future in list(self._choices.values()):
            future.cancel()
