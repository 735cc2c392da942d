"""Watches the engines: one that keeps ending, or cannot load a model, is what whoever runs the bot should hear of."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

from bot.clock import Clock
from bot.gpu.engine import EngineState
from bot.gpu.roster import Roster
from bot.gpu.trouble import CrashWatch, Kind, Trouble

ABSENT_SECONDS = 300.0
"""An engine that cannot even start ends without ever being ready; a large model on a cold disk takes a while."""

LOOK_SECONDS = 30.0


class FleetWatch:
    def __init__(self, roster: Roster, warn: Callable[[Trouble], None]) -> None:
        self._roster = roster
        self._warn = warn
        self._crashes = CrashWatch()
        self._states: dict[str, EngineState] = {}
        self._refusals: dict[tuple[str, str], str] = {}
        self._problems: Mapping[str, str] = {}
        self._absent_since: dict[str, float] = {}

    async def keep(self, clock: Clock) -> None:
        """Look now and then, for ever: what does not happen is no change."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            self.look(clock())

    def look(self, now_utc: float) -> None:
        """After a change in the fleet, and now and then."""
        states = self._roster.states()
        self._absent_since = {name: since for name, since in self._absent_since.items() if name in states}
        for name, state in states.items():
            ended = state is EngineState.RESTARTING and self._states.get(name) is not EngineState.RESTARTING
            if ended and self._crashes.ended(name, now_utc):
                text = f"The engine {name} keeps ending. It is started again with growing pauses; the log says why."
                self._warn(Trouble(Kind.CRASH_LOOP, text, name))
            if state is EngineState.READY or state is EngineState.CLOSED:
                self._absent_since.pop(name, None)
            elif now_utc - self._absent_since.setdefault(name, now_utc) >= ABSENT_SECONDS:
                text = f"The engine {name} has not been ready for {ABSENT_SECONDS / 60:.0f} minutes. The log says why."
                self._warn(Trouble(Kind.CRASH_LOOP, text, name))
        if self._states and not self._roster.count:
            text = "The last engine has left. The bot goes on, and requests wait until an engine is there again."
            self._warn(Trouble(Kind.LOST, text))
        self._states = states
        problems = self._roster.problems
        for source, problem in problems.items():
            if self._problems.get(source) != problem:
                text = f"{source[:1].upper()}{source[1:]}: {problem}. The bot goes on with the engines that are left."
                self._warn(Trouble(Kind.LOST, text, source))
        self._problems = problems
        refusals = self._roster.refusals()
        for (name, model), why in refusals.items():
            if (name, model) not in self._refusals:
                text = f"The model {model} cannot be loaded on {name}: {why}"
                self._warn(Trouble(Kind.MODEL, text, f"{name} {model}"))
        self._refusals = refusals

    def made(self, engine: str) -> None:
        """It made a picture."""
        self._crashes.made(engine)
