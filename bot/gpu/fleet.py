"""All engines that make pictures: the local ones, and those that join and leave while the bot runs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence

from bot.gpu.catalog import ModelInfo
from bot.gpu.engine import Engine, EngineState

Changed = Callable[[], None]


class Fleet:
    """The engines as they are now. Order is the order of joining."""

    def __init__(self, engines: Iterable[Engine] = ()) -> None:
        self._engines: tuple[Engine, ...] = ()
        self.on_change: list[Changed] = []
        """Called after an engine joined or left, or changed its state or its resident models, or a problem did."""
        self.problems: dict[str, str] = {}
        """Sources of further engines that cannot be used now -> why. Changed by ``report`` only."""
        for engine in engines:
            self.join(engine)

    @property
    def engines(self) -> tuple[Engine, ...]:
        return self._engines

    def join(self, engine: Engine) -> None:
        self._engines = (*self._engines, engine)
        engine.on_state.append(self._engine_changed)
        self._tell()

    def leave(self, engine: Engine) -> None:
        """``engine`` takes no more jobs; what it held raises EngineDied when it is closed. Unknown ones are ignored."""
        if engine in self._engines:
            self._engines = tuple(other for other in self._engines if other is not engine)
            engine.on_state.remove(self._engine_changed)
            self._tell()

    def report(self, source: str, problem: str | None) -> None:
        """``source``, such as a cluster, cannot be used for this reason, or can again."""
        if self.problems.get(source) == problem:
            return
        self.problems.pop(source, None)
        if problem is not None:
            self.problems[source] = problem
        self._tell()

    def know(self, models: Sequence[ModelInfo]) -> None:
        """Tell every engine which models there are from now on."""
        for engine in self._engines:
            engine.know(models)

    async def start(self) -> None:
        """Start every engine in the background."""
        await asyncio.gather(*(engine.start() for engine in self._engines))

    async def close(self) -> None:
        await asyncio.gather(*(engine.close() for engine in self._engines))

    def let_go(self) -> None:
        """Forget all engines without closing them."""
        for engine in self._engines:
            self.leave(engine)

    def _engine_changed(self, _: EngineState) -> None:
        self._tell()

    def _tell(self) -> None:
        for tell in list(self.on_change):
            tell()
