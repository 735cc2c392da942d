"""The charts: their size, their words, and that each value leaves its mark."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pytest
from PIL import Image, ImageChops

from bot.habits import charts, stats
from bot.habits.canvas import PAPER, WIDTH, mixed
from bot.habits.model import COLOURS, DAILY, DaySum, Event, Form, Habit, History, Mark, Measure, Schedule
from bot.habits.streaks import Verdict
from bot.habits.strength import scores

TODAY = date(2026, 11, 25)


def history(gaps: set[int] = frozenset(), **changes: object) -> History:  # type: ignore[assignment]
    begin = TODAY - timedelta(days=99)
    wanted = {"measure": Measure.MINUTES, "target": 30.0, "schedule": DAILY, "created": begin, **changes}
    one = Habit(1, 1, "Reading", **wanted)  # type: ignore[arg-type]
    days = {begin + timedelta(days=n): DaySum(30.0, 1) for n in range(100) if n not in gaps}
    return History(one, days)


def opened(chart: charts.Chart) -> Image.Image:
    picture = Image.open(io.BytesIO(chart.png))
    picture.load()
    assert picture.width == WIDTH
    assert len(chart.png) < 200_000
    assert chart.alt
    return picture.convert("RGB")


def drawn(past: History) -> list[charts.Chart]:
    habit = past.habit
    return [
        charts.year(habit, stats.cells(past, TODAY), TODAY),
        charts.strength(habit, scores(past, TODAY)),
        charts.weeks(habit, stats.weeks(past, TODAY), "minutes"),
        charts.weekdays(habit, stats.weekday_profile(past, TODAY)),
        charts.month(TODAY.replace(day=1), stats.month_matrix([past], TODAY.replace(day=1), date(2026, 11, 30), TODAY)),
    ]


def test_every_chart_shows_the_difference_a_week_makes() -> None:
    for whole, gap in zip(drawn(history()), drawn(history({90, 91, 92, 93, 94, 95, 96})), strict=True):
        assert ImageChops.difference(opened(whole), opened(gap)).getbbox() is not None, whole.name
        assert whole.alt != gap.alt


def test_what_is_said_of_a_chart_is_true() -> None:
    year, strength, weeks, weekdays, month = drawn(history({98}))
    assert year.alt == "Reading: reached on 99 of the last 100 days."
    assert "now 9" in strength.alt
    assert weeks.alt.endswith("210, 210, 60.")
    assert "Monday 100%" in weekdays.alt
    assert "Tuesday 93%" in weekdays.alt
    assert month.alt == "November 2026, days kept: Reading 24 days."


@pytest.mark.parametrize("colour", COLOURS)
def test_more_is_darker_so_that_hue_is_not_needed(colour: str) -> None:
    def light(rgb: tuple[int, int, int]) -> float:
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]

    steps = [light(mixed(COLOURS[colour], share / 10)) for share in range(11)]
    assert steps == sorted(steps, reverse=True)
    assert light(PAPER) - steps[0] > 8
    assert steps[0] - steps[-1] > 80


def test_an_empty_history_and_a_long_name_draw_too() -> None:
    empty = History(Habit(1, 1, "🧘 " + "x" * 58, Measure.YES_NO, DAILY, TODAY))
    for chart in drawn(empty):
        opened(chart)
    opened(charts.areas([]))


def test_areas_from_frequency_time_and_quality() -> None:
    past = history({98})
    own = [Event(1, 1, TODAY, 0.0, Mark.ENTRY, 15.0, quality=2)]
    weak = History(Habit(2, 1, "walk", Measure.YES_NO, DAILY, TODAY - timedelta(days=20), area="Body"))
    strong, other = stats.area_scores([past, weak], [own, []], TODAY)
    assert (strong.area, strong.long, strong.good) == ("Other", 0.5, pytest.approx(2 / 3))
    assert strong.often == pytest.approx(29 / 30)
    assert (other.area, other.often, other.long, other.good) == ("Body", 0.0, None, None)
    chart = charts.areas([strong, other])
    opened(chart)
    assert "Body 0%" in chart.alt


def test_a_months_checklist_knows_skips_and_days_off() -> None:
    past = history({95}, schedule=Schedule(Form.DAYS, 1, frozenset(range(5))))
    past.days[TODAY] = DaySum(skipped=True)
    [(name, row)] = stats.month_matrix([past], date(2026, 11, 1), date(2026, 11, 30), TODAY)
    assert name == "Reading"
    assert row[24] is Verdict.SKIPPED
    assert row[20] is Verdict.OFF
    assert row[25] is None


def test_a_months_checklist_goes_on_in_further_pictures() -> None:
    rows = [(f"number {number}", [Verdict.KEPT] * number) for number in range(3)]
    first, second = charts.month(date(2026, 11, 1), rows), charts.month(date(2026, 11, 1), rows, 2, 20)
    assert (first.name, second.name) == ("month.png", "month-2.png")


def test_of_very_many_areas_the_strongest_and_the_weakest_are_drawn() -> None:
    many = [stats.AreaScore(f"area {number}", 1 - number / 40, None, None) for number in range(40)]
    assert opened(charts.areas(many)).height < 2500
    assert "area 39" in charts.areas(many).alt
