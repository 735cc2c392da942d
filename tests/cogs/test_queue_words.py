"""The wording of /queue and its report."""

from __future__ import annotations

import dataclasses
import io

from PIL import Image

from bot.gpu.job import JobStatus
from bot.gpu.queue import Place
from bot.gpu.report import DAY_SECONDS, Fact, report
from bot.imagine.model import Wish
from bot.rules.model import Limits
from cogs.queue import account, render
from tests.cogs.test_render import seen, work
from tests.walks.people import buttons, parts, words

NOW = 100 * DAY_SECONDS
FORCE = account.InForce((), Limits(10, None), Limits(), ("this machine, cpu",))


def facts(count: int) -> list[Fact]:
    return [
        Fact(n % 3, 1.0, JobStatus.DELIVERED, at := NOW - n * 3600, at + 5, at + 15, "a", 1, at + 20, at + 20)
        for n in range(count, 0, -1)
    ]


def test_the_report_is_one_screen_with_a_chart_that_is_described() -> None:
    made = report(facts(100), NOW, 7)
    view, file = account.account(made, FORCE, 2, account.picture(made))
    text = words(seen(view))
    for said in (
        "100 requests of 3 people, 100 made.",
        "half 15 s · 9 of 10 15 s",
        "Ideal sharing: half 10 s",
        "100% ready by the time first said",
        "2 maybe told twice",
        "Boosts: none. Nobody’s share is larger.",
        "10 waiting or running",
        "Drawn on: this machine, cpu.",
    ):
        assert said in text
    assert len(text) < 1500
    assert buttons(seen(view)) == {"30 days": "queue:report:30"}, "the other period"
    assert "half were ready within 15 s" in (file.description or "")
    assert len(file.description or "") < 1024


def test_every_rule_that_gives_somebody_priority_is_told() -> None:
    rules = dataclasses.replace(
        FORCE,
        boosts=(account.Boost("<@1>", 2.0), account.Boost("<@&2>", 0.5)),
        server=Limits(50, 1000.0),
        each=Limits(10, None, 3),
        some_lost=True,
    )
    text = "\n".join(account.in_force(rules))
    for said in (
        "<@1> ×2, <@&2> ×0.5",
        "10 waiting or running · 3 at once",
        "Each server: 50 waiting",
        "1,000 points a day",
        "Other",
    ):
        assert said in text


def test_a_report_of_nothing() -> None:
    made = report([], NOW, 30)
    view, file = account.account(made, FORCE, 0, account.picture(made))
    assert "Nobody asked for anything." in words(seen(view))
    assert "there were none" in (file.description or "")


def test_the_chart_is_a_picture_for_any_waits() -> None:
    for days, long in ((7, 3), (30, 100_000)):
        slow = [dataclasses.replace(fact, ended_utc=(fact.ended_utc or 0) + long) for fact in facts(50)]
        chart = Image.open(io.BytesIO(account.picture(report(slow, NOW, days))))
        assert chart.size == (960, 480)
        assert len(chart.convert("RGB").getcolors(10_000) or []) > 5


def test_a_full_page_of_the_queue_is_within_discords_limits() -> None:
    long = work(Wish("x" * 1000, private=True), place=Place(3, 12.0, True), ready_utc=2000.0)
    works = [dataclasses.replace(long, job=dataclasses.replace(long.job, id=10**12 + n)) for n in range(8)]
    page = render.Page(works, "server", 1, 3, 99, viewer_id=5, moderates=True, said="Cancelled while it was waiting.")
    message = seen(render.queue(page))
    assert len(list(parts(message["components"]))) <= 40
    assert "xxx" not in words(message), "private words are their owner's"
    assert "xxx" in words(seen(render.queue(dataclasses.replace(page, viewer_id=1))))
    assert list(buttons(message)) == ["Cancel", "Refresh", "Mine", "Report", "Next"]
    last = dataclasses.replace(page, number=2)
    assert "First" in buttons(seen(render.queue(last)))
