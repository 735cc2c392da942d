"""Watches the engines: one that keeps ending, or cannot load a model, is what whoever runs the bot should hear of."""

from __future__ import annotations

from collections.abc import Callable

from bot.gpu.engine import EngineState
from bot.gpu.roster import Roster
from bot.gpu.trouble import CrashWatch, Kind, Trouble


class FleetWatch:
    def __init__(self, roster: Roster, warn: Callable[[Trouble], None]) -> None:
        self._roster = roster
        self._warn = warn
        self._crashes = CrashWatch()
        self._states: dict[str, EngineState] = {}
        self._refusals: dict[tuple[str, str], str] = {}

    def look(self, now_utc: float) -> None:
        """After a change in the fleet."""
        states = self._roster.states()
        for name, state in states.items():
            ended = state is EngineState.RESTARTING and self._states.get(name) is not EngineState.RESTARTING
            if ended and self._crashes.ended(name, now_utc):
                text = f"The engine {name} keeps ending. It is started again with growing pauses; the log says why."
                self._warn(Trouble(Kind.CRASH_LOOP, text, name))
        if self._states and not self._roster.count:
            text = "The last engine has left. The bot goes on, and requests wait until an engine is there again."
            self._warn(Trouble(Kind.NO_ENGINE, text))
        self._states = states
        refusals = self._roster.refusals()
        for (name, model), why in refusals.items():
            if (name, model) not in self._refusals:
                text = f"The model {model} cannot be loaded on {name}: {why}"
                self._warn(Trouble(Kind.MODEL, text, f"{name} {model}"))
        self._refusals = refusals

    def made(self, engine: str) -> None:
        """It made a picture."""
        self._crashes.made(engine)
