"""Why it waited, in words."""

from __future__ import annotations

import dataclasses

import pytest

from bot.gpu.job import JobStatus, Promise, Standing
from cogs.imagine.why import more, why
from cogs.words import counted, span
from tests.cogs.test_render import seen, work
from tests.walks.people import buttons, words

MADE = dataclasses.replace(
    work().job, status=JobStatus.DELIVERED, started_utc=1012.0, ended_utc=1020.0, engine="this machine, cpu", attempts=1
)


def test_a_plain_one() -> None:
    lines = "\n".join(why(dataclasses.replace(MADE, promise=Promise(0, 0, 18.0, 1019.0, 1019.0))))
    for said in (
        "Asked for at <t:1000:T>. It waited 12 s and was made in 8 s.",
        "Nothing was ahead of it then; the engine was still starting, or loading the model.",
        "first said to be ready at <t:1019:T>, and came on time.",
        "made on this machine, cpu.",
        "Nothing was degraded.",
    ):
        assert said in lines
    prompt = dataclasses.replace(MADE, started_utc=1001.0, promise=Promise(0, 0))
    assert "Nothing was ahead of it then." in why(prompt)
    assert "share" not in lines
    assert "again" not in lines


def test_all_that_can_be_said() -> None:
    job = dataclasses.replace(
        MADE,
        promise=Promise(1, 2, 5.0, 1008.0, 1015.0),
        attempts=3,
        standing=Standing(weight=2.0),
        notes=("The memory was short: the picture was decoded in *tiles*.",),
    )
    lines = "\n".join(why(job))
    for said in (
        "Then 1 request was ahead of it and 2 were being made. Who had got least went first.",
        "and came 12 s later. The time was corrected on the way",
        "a share of ×2, set by whoever runs this bot",
        "begun again 2 times, because an engine ended under it",
        r"decoded in \*tiles\*",
    ):
        assert said in lines
    assert "Nothing was degraded" not in lines


def test_one_from_before_this_was_recorded() -> None:
    old = dataclasses.replace(work().job, started_utc=None, ended_utc=None)
    assert why(old) == ["Asked for at <t:1000:T>.", "Nothing was degraded."]
    assert buttons(seen(more(work()))) == {}
    assert "Why it waited" in words(seen(more(work())))


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0 s"), (99.4, "99 s"), (100, "2 min"), (3540, "59 min"), (3600, "1 h"), (5400, "1 h 30 min")],
)
def test_spans(seconds: float, said: str) -> None:
    assert span(seconds) == said


def test_counted() -> None:
    assert (counted(1, "request"), counted(2, "request"), counted(2, "was", "were")) == (
        "1 request",
        "2 requests",
        "2 were",
    )
