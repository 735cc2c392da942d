"""Several engines seen as one fleet: joining, leaving, and who is told."""

from __future__ import annotations

from bot.gpu.engine import EngineState
from bot.gpu.fleet import Fleet
from tests.gpu.paper_engine import PaperEngine


async def test_engines_join_and_leave_while_others_watch() -> None:
    first, second = PaperEngine(name="one", ready=False), PaperEngine(name="two")
    fleet = Fleet([first])
    seen: list[tuple[str, ...]] = []
    fleet.on_change.append(lambda: seen.append(tuple(engine.name for engine in fleet.engines)))
    fleet.join(second)
    assert fleet.engines == (first, second)
    await fleet.start()
    assert first.state is EngineState.READY
    second.load("model")
    fleet.leave(first)
    fleet.leave(first)
    assert seen == [("one", "two"), ("one", "two"), ("one", "two"), ("one", "two"), ("two",)]
    first.load("model")
    assert len(seen) == 5, "who left is not listened to"
    await fleet.close()
    assert second.state is EngineState.CLOSED


async def test_letting_go_leaves_the_engines_at_work() -> None:
    engines = [PaperEngine(name=str(number)) for number in range(2)]
    fleet = Fleet(engines)
    fleet.let_go()
    assert fleet.engines == () and all(engine.state is EngineState.READY for engine in engines)
    assert all(not engine.on_state for engine in engines)
