"""When silence is a hang, and what a unit of work takes."""

from __future__ import annotations

import pytest

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
    pace.exempt(5000)
    assert not pace.overdue(5000 + FLOOR_SECONDS) and pace.overdue(5001 + FLOOR_SECONDS)


def test_seconds_a_unit_follow_the_measurements() -> None:
    pace = Pace()
    assert pace.seconds_per_unit("m") is None
    pace.measured("m", 2.0, 4.0)
    assert pace.seconds_per_unit("m") == 2.0
    pace.measured("m", 1.0, 3.0)
    assert pace.seconds_per_unit("m") == pytest.approx(2.2)
    pace.measured("m", 0.0, 3.0)
    assert pace.seconds_per_unit("m") == pytest.approx(2.2)
