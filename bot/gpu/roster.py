"""The fleet as the queue sees it: a lasting name for each engine, and what they can do together."""

from __future__ import annotations

from collections.abc import Mapping

from bot.gpu.engine import Engine, EngineState
from bot.gpu.fleet import Fleet
from bot.gpu.policy import Seats


class Roster:
    def __init__(self, fleet: Fleet) -> None:
        self._fleet = fleet
        self._names: dict[Engine, str] = {}

    @property
    def ready(self) -> bool:
        """True while any engine takes jobs."""
        return any(engine.state is EngineState.READY for engine in self._fleet.engines)

    @property
    def count(self) -> int:
        """How many engines there are, whether they take jobs or not."""
        return sum(engine.state is not EngineState.CLOSED for engine in self._fleet.engines)

    def seats(self) -> tuple[Seats, ...]:
        """The engines for the policy, under names that stay theirs."""
        self._names = {engine: name for engine, name in self._names.items() if engine in self._fleet.engines}
        return tuple(
            Seats(self._name(e), e.places, frozenset(e.resident), frozenset(e.unusable)) for e in self._fleet.engines
        )

    def states(self) -> dict[str, EngineState]:
        """Every engine's state, also of those that were never ready."""
        return {self._names.get(engine, engine.name): engine.state for engine in self._fleet.engines}

    def engine(self, name: str) -> Engine | None:
        """The engine that ``seats`` calls so, unless it has left."""
        return next((e for e in self._fleet.engines if self._names.get(e) == name), None)

    def is_gone(self, engine: Engine) -> bool:
        """It left on purpose, so what it dropped is not held against the jobs."""
        return engine not in self._fleet.engines or engine.state is EngineState.CLOSED

    @property
    def problems(self) -> Mapping[str, str]:
        """Sources of further engines that cannot be used now -> why."""
        return dict(self._fleet.problems)

    def refusals(self) -> dict[tuple[str, str], str]:
        """Engine and model -> why it could not load it."""
        return {
            (self._names.get(engine, engine.name), model): why
            for engine in self._fleet.engines
            for model, why in engine.unusable.items()
        }

    def unusable(self) -> Mapping[str, str]:
        """Models that no engine could load -> why."""
        tried = [engine.unusable for engine in self._fleet.engines]
        hopeless = set(tried[0]).intersection(*tried[1:]) if tried else set()
        return {model: tried[0][model] for model in hopeless}

    def most_pixels(self, model: str) -> int | None:
        """The largest picture that any engine can ever make; None while one of them knows no limit."""
        known = [engine.most_pixels(model) for engine in self._fleet.engines]
        limits = [pixels for pixels in known if pixels is not None]
        return max(limits) if limits and len(limits) == len(known) else None

    def _name(self, engine: Engine) -> str:
        # A name is final once the engine is ready; before that nothing runs there.
        if engine.state is not EngineState.READY or engine in self._names:
            return self._names.get(engine, engine.name)
        taken, name, number = set(self._names.values()), engine.name, 1
        while name in taken:
            number += 1
            name = f"{engine.name} ({number})"
        self._names[engine] = name
        return name
