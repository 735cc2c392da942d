"""What the jobs table says about speed, shares and promises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gpu.history import (
    FEWEST_PROMISES,
    FIRST_STRETCH,
    KEPT_SHARE,
    LEAST_STRETCH,
    MOST_STRETCH,
    Kept,
    Pace,
    Past,
    Span,
    pace,
    replay,
    speeds,
    stretch,
)
from bot.gpu.policy import Shares

ANN = 1


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], None),
        ([Span(0, 10, 5)], 2.0),
        ([Span(0, 10, 5), Span(100, 110, 5)], 2.0),  # idle time does not count
        ([Span(0, 10, 5), Span(0, 10, 5)], 1.0),  # together
        ([Span(5, 10, 5), Span(0, 8, 5)], 1.0),  # overlapping, in any order
        ([Span(10, 0, 5)], None),  # the clock was set back
        ([Span(0, 0, 5)], None),
        ([Span(0, 10, 5), Span(100, 100 + 7 * 86_400, 5)], 2.0),  # somebody moved the clock, or the computer slept
        ([Span(0, 10, 5, "a"), Span(0, 10, 5, "b")], 2.0),  # side by side on two engines
    ],
)
def test_speed(spans: list[Span], expected: float | None) -> None:
    assert speeds(spans).overall == (None if expected is None else Pace(expected))


def test_each_model_and_engine_has_its_speed_and_the_unknown_gets_the_nearest() -> None:
    known = speeds([Span(0, 10, 10, "a", "small"), Span(20, 40, 10, "a", "large"), Span(0, 5, 10, "b", "small")])
    assert known.of("a", "small") == Pace(1.0)
    assert known.of("a", "large") == Pace(2.0)
    assert known.of("b", "small") == Pace(0.5)
    assert known.of("b", "large") == Pace(2.0), "the model on another engine"
    assert known.of("a", "new") == Pace(1.5), "the engine with other models"
    assert known.of("c", "new") == Pace(pytest.approx(35 / 30))
    assert speeds([]).of("a", "small") is None


def test_a_shared_second_belongs_in_equal_parts_to_those_who_shared_it() -> None:
    known = speeds([Span(0, 10, 1, "a", "m"), Span(4, 10, 1, "a", "n")])
    assert known.of("a", "m") == Pace(4 + 3)
    assert known.of("a", "n") == Pace(3)


spans = st.builds(
    lambda start, length, engine: Span(start, start + length, 1.0, engine, "m"),
    st.integers(0, 50),
    st.integers(1, 20),
    st.sampled_from("ab"),
)


@given(st.lists(spans, min_size=1, max_size=20))
def test_every_busy_second_is_counted_once(made: list[Span]) -> None:
    busy = {(span.engine, second) for span in made for second in range(int(span.started_utc), int(span.ended_utc))}
    overall = speeds(made).overall
    assert overall is not None
    assert overall.per_cost * len(made) == pytest.approx(len(busy))


def test_what_costs_the_same_for_few_steps_as_for_many_is_told_apart() -> None:
    points = [(cost, 3 + 2 * cost) for cost in (1, 2, 4, 8, 1, 2, 4, 8)]
    found = pace(points)
    assert found is not None
    assert (found.per_cost, found.fixed) == (pytest.approx(2), pytest.approx(3))
    assert found.seconds(10) == pytest.approx(23)
    loading = pace([*points, (1.0, 60.0)])
    assert loading is not None
    assert loading.seconds(10) == pytest.approx(23, rel=0.1), "one that waited for a model does not bend the line"
    assert pace(points[:3]) == Pace(pytest.approx(sum(s for _, s in points[:3]) / 7)), "too few for a line"
    assert pace([(1, 2.0)] * 20) == Pace(2.0), "all of one cost"
    assert pace([(cost, 10 - cost) for cost in range(1, 10)]) == Pace(1.0), "a line that falls makes no sense"


def test_replay_survives_a_clock_that_was_set_back() -> None:
    assert replay([Past(ANN, 3, created_utc=100, started_utc=90, ended_utc=None)]).of(ANN) == 3
    assert replay([Past(ANN, 3, created_utc=100, started_utc=90, ended_utc=80)]) == Shares()
    assert replay([Past(ANN, 3, created_utc=100, ended_utc=101)]) == Shares()


def test_replay_counts_weight_and_gives_back_what_was_not_made() -> None:
    runs_on = Past(2, 1, 0, 1)
    assert replay([runs_on, Past(ANN, 8, 0, 1, 2, weight=2.0)]).of(ANN) == 4
    assert replay([runs_on, Past(ANN, 8, 0, 1, 2, weight=2.0, done=0.25)]).of(ANN) == 1


def test_promises_are_stretched_until_most_are_kept() -> None:
    assert stretch([Kept(10, 30)] * (FEWEST_PROMISES - 1)) == FIRST_STRETCH
    mixed = [Kept(10, 10 + n) for n in range(20)]
    factor = stretch(mixed)
    kept = sum(promise.took <= factor * promise.estimated for promise in mixed)
    assert kept / len(mixed) >= KEPT_SHARE
    assert stretch([Kept(1, 100)] * 20) == MOST_STRETCH
    assert stretch([Kept(100, 1)] * 20) == LEAST_STRETCH
    assert stretch([Kept(0, 5)] * 20) == FIRST_STRETCH
    assert stretch([*mixed, *([Kept(10, 86_400)] * 20)]) == factor, "the clock was moved"
