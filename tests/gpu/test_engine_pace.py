"""When silence is a hang."""

from __future__ import annotations

from bot.gpu.pace import FACTOR, FLOOR_SECONDS, UNKNOWN_SECONDS, Pace


def test_a_silent_job_is_overdue_by_its_own_measure() -> None:
    pace = Pace()
    pace.started(1, "m", 0)
    assert not pace.overdue(UNKNOWN_SECONDS) and pace.overdue(UNKNOWN_SECONDS + 1)
    pace.progressed(1, 20)  # a slow machine: 20 s a step
    assert pace.allowance("m") == FACTOR * 20
    assert not pace.overdue(20 + FACTOR * 20) and pace.overdue(21 + FACTOR * 20)
    pace.ended(1)
    assert not pace.overdue(1e9)


def test_quick_models_have_a_floor() -> None:
    pace = Pace()
    pace.started(1, "m", 0)
    pace.progressed(1, 0.05)
    assert pace.allowance("m") == FLOOR_SECONDS


def test_loading_is_exempt() -> None:
    pace = Pace()
    pace.started(1, "m", 0)
    pace.progressed(1, 1)
    pace.exempt({"other"}, 9000)
    pace.exempt({"m"}, 5000)
    assert not pace.overdue(5000 + FLOOR_SECONDS) and pace.overdue(5001 + FLOOR_SECONDS)
