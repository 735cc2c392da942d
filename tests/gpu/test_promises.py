"""What people are told about when their pictures come: said anew when it no longer holds, and remembered."""

from __future__ import annotations

from bot.gpu.forecast import Forecast
from bot.gpu.history import FEWEST_PROMISES, FIRST_STRETCH, Kept
from bot.gpu.job import Job, JobStatus, Promise
from bot.gpu.promises import SLIP_SECONDS, Promises
from tests.gpu.recorder import generation


def at(position: int, seconds: float) -> Forecast:
    return Forecast(position, 0.0, seconds / FIRST_STRETCH)


def made(position: int = 3, seconds: float = 100.0) -> Promises:
    promises = Promises()
    promises.made(7, at(position, seconds), 2, 1000.0, known=True)
    return promises


def test_a_promise_is_written_down_once_with_what_was_ahead() -> None:
    promises = made()
    assert promises.unwritten() == {7: Promise(2, 2, 100 / FIRST_STRETCH, 1100.0, 1100.0)}
    assert promises.unwritten() == {}


def test_what_still_holds_is_not_said_again() -> None:
    promises = made()
    assert promises.moved({7: at(3, 100)}, 1000.0, known=True) == []
    assert promises.moved({7: at(3, 60)}, 1040.0, known=True) == [], "time went by as it was said"
    assert promises.moved({7: at(3, 60 + SLIP_SECONDS - 1)}, 1040.0, known=True) == [], "a small slip"


def test_a_new_position_a_slip_and_a_time_that_passed_are_said() -> None:
    promises = made()
    assert promises.moved({7: at(2, 100)}, 1000.0, known=True) == [7]
    assert promises.moved({7: at(2, 200)}, 1000.0, known=True) == [7]
    assert promises.moved({7: at(2, 30)}, 1201.0, known=True) == [7]
    assert promises.moved({7: at(2, 29)}, 1202.0, known=True) == []
    (promise,) = promises.unwritten().values()
    assert (promise.ready_utc, promise.latest_utc) == (1100.0, 1231.0), "the first one is not forgotten"


def test_far_back_in_a_long_line_a_place_more_is_no_news() -> None:
    promises = made(position=200, seconds=10_000)
    assert promises.moved({7: at(190, 10_000)}, 1000.0, known=True) == []
    assert promises.moved({7: at(180, 10_000)}, 1000.0, known=True) == [7]


def test_no_time_is_said_before_the_speed_is_known_and_then_it_is() -> None:
    promises = Promises()
    promises.made(7, at(1, 1), 0, 1000.0, known=False)
    assert promises.unwritten() == {7: Promise(0, 0)}
    assert promises.moved({7: at(1, 1)}, 1000.0, known=False) == []
    assert promises.moved({7: at(1, 50)}, 1000.0, known=True) == [7]
    assert promises.unwritten()[7].ready_utc == 1050.0


def test_what_runs_is_not_said_to_have_moved() -> None:
    assert made().moved({7: at(0, 500)}, 1000.0, known=True) == []


def test_experience_stretches_what_is_said_next() -> None:
    promises = Promises()
    seen = Forecast(1, 0.0, 10.0)
    assert promises.seconds(seen) == 10 * FIRST_STRETCH
    for number in range(FEWEST_PROMISES):
        promises.made(number, seen, 0, 1000.0, known=True)
        job = Job(number, 1, None, JobStatus.RUNNING, generation(), 1, 0, 1000.0)
        promises.over(job, 1020.0)
        promises.forget(number)
    assert promises.seconds(seen) == 20
    again = Promises()
    again.restore([], [Kept(10.0, 20.0)] * FEWEST_PROMISES)
    assert again.seconds(seen) == 20


def test_a_restart_says_everything_anew_and_keeps_the_first_promise() -> None:
    again = Promises()
    waiting = Job(7, 1, None, JobStatus.QUEUED, generation(), 0, 0, 1000.0, promise=Promise(2, 0, 80.0, 1100.0, 1100.0))
    again.restore([waiting], [])
    assert again.moved({7: at(1, 100)}, 1500.0, known=True) == [7]
    assert again.unwritten()[7] == Promise(2, 0, 80.0, 1100.0, 1600.0)
