"""Everyday phrases: right, or asked back; none silently misread."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import BadRequest, Unclear
from bot.schedule.describe import describe
from bot.schedule.phrases import read
from bot.schedule.recurrence import to_local, to_utc, upcoming

ZONE = "Europe/Berlin"
NOW = to_utc(datetime(2026, 11, 25, 14, 30), ZONE)
"""A Wednesday afternoon."""

RIGHT = """
in 10 minutes | 25 Nov 14:40
in an hour | 25 Nov 15:30
in half an hour | 25 Nov 15:00
in 1h30 | 25 Nov 16:00
in 1 hour and 30 minutes | 25 Nov 16:00
20 min | 25 Nov 14:50
10 minutes from now | 25 Nov 14:40
in 90 minutes | 25 Nov 16:00
in 3 days | 28 Nov 14:30
in 3 days at 9am | 28 Nov 09:00
in two weeks | 9 Dec 14:30
in a month | 25 Dec 14:30
9am | 26 Nov 09:00
at 9am | 26 Nov 09:00
9pm | 25 Nov 21:00
21:00 | 25 Nov 21:00
at 2100 | 25 Nov 21:00
half past 8pm | 25 Nov 20:30
quarter to 7pm | 25 Nov 18:45
noon | 26 Nov 12:00
midnight | 26 Nov 00:00
tomorrow | 26 Nov 09:00
tomorrow 9am | 26 Nov 09:00
tomorow at noon | 26 Nov 12:00
tomorrow morning | 26 Nov 09:00
tonight | 25 Nov 21:00
tonight at 8 | 25 Nov 20:00
this evening | 25 Nov 19:00
today 18:00 | 25 Nov 18:00
day after tomorrow 10:00 | 27 Nov 10:00
monday 9am | 30 Nov 09:00
next monday at 9:00 | 30 Nov 09:00
friday 18:30 | 27 Nov 18:30
wednesday 9am | 2 Dec 09:00
wednesday 18:00 | 25 Nov 18:00
on tuesday in the afternoon | 1 Dec 15:00
friday night | 27 Nov 21:00
3 march | 3 Mar 09:00
march 3 at 2pm | 3 Mar 14:00
3rd of march 2027 14:00 | 3 Mar 14:00
2026-12-24 18:00 | 24 Dec 18:00
24.12. 18:00 | 24 Dec 18:00
12/24 6pm | 24 Dec 18:00
the 15th at 9am | 15 Dec 09:00
end of the month | 30 Nov 09:00
dec 31 11pm | 31 Dec 23:00
on 24 december at 6 in the evening | 24 Dec 18:00
demain à 18h | 26 Nov 18:00
dans 20 minutes | 25 Nov 14:50
weekdays 8pm | 25 Nov 20:00, 26 Nov 20:00, 27 Nov 20:00, 30 Nov 20:00
every weekday at 20:00 | 25 Nov 20:00, 26 Nov 20:00, 27 Nov 20:00, 30 Nov 20:00
weekends 10am | 28 Nov 10:00, 29 Nov 10:00, 5 Dec 10:00
every day at 7:30 | 26 Nov 07:30, 27 Nov 07:30
daily 8am | 26 Nov 08:00, 27 Nov 08:00
every morning | 26 Nov 09:00, 27 Nov 09:00
every evening at 8 | 25 Nov 20:00, 26 Nov 20:00
every night at 10 | 25 Nov 22:00, 26 Nov 22:00
mondays 9am | 30 Nov 09:00, 7 Dec 09:00
9:30 every tuesday | 1 Dec 09:30, 8 Dec 09:30
at noon on fridays | 27 Nov 12:00, 4 Dec 12:00
every mon, wed and fri at 18:00 | 25 Nov 18:00, 27 Nov 18:00, 30 Nov 18:00, 2 Dec 18:00
mon wed fri 7am | 27 Nov 07:00, 30 Nov 07:00, 2 Dec 07:00
mon-fri 9:00 | 26 Nov 09:00, 27 Nov 09:00, 30 Nov 09:00
monday to friday at 9am | 26 Nov 09:00, 27 Nov 09:00, 30 Nov 09:00
tuesdays and thursdays at 18:30 | 26 Nov 18:30, 1 Dec 18:30, 3 Dec 18:30
sundays at 6 in the evening | 29 Nov 18:00, 6 Dec 18:00
every other day 9am | 26 Nov 09:00, 28 Nov 09:00, 30 Nov 09:00
every 3rd day 9am | 26 Nov 09:00, 29 Nov 09:00, 2 Dec 09:00
every other friday at 4pm | 27 Nov 16:00, 11 Dec 16:00
every 2 weeks on monday 9am | 30 Nov 09:00, 14 Dec 09:00
fortnightly on friday 10:00 | 27 Nov 10:00, 11 Dec 10:00
every 2 hours between 9 and 17 | 25 Nov 15:00, 25 Nov 17:00, 26 Nov 09:00, 26 Nov 11:00
every 2 hours between 9 and 5 | 25 Nov 15:00, 25 Nov 17:00, 26 Nov 09:00
every 30 minutes from 9am to 5pm on weekdays | 25 Nov 15:00, 25 Nov 15:30, 25 Nov 16:00
every 3 hours | 25 Nov 17:30, 25 Nov 20:30, 25 Nov 23:30
every 4h | 25 Nov 18:30, 25 Nov 22:30
hourly | 25 Nov 15:30, 25 Nov 16:30
last friday of the month | 27 Nov 09:00, 25 Dec 09:00, 29 Jan 09:00
last friday of the month 10:00 | 27 Nov 10:00, 25 Dec 10:00
first monday of every month at 9am | 7 Dec 09:00, 4 Jan 09:00
on the 1st and 15th of every month 8:00 | 1 Dec 08:00, 15 Dec 08:00, 1 Jan 08:00
monthly on the 15th 9am | 15 Dec 09:00, 15 Jan 09:00
every month on the 31st 9am | 31 Dec 09:00, 31 Jan 09:00, 31 Mar 09:00
last day of the month 17:00 | 30 Nov 17:00, 31 Dec 17:00, 31 Jan 17:00
last weekday of the month 16:00 | 30 Nov 16:00, 31 Dec 16:00, 29 Jan 16:00
quarterly | 25 Dec 09:00, 25 Mar 09:00
every year on 3 march | 3 Mar 09:00, 3 Mar 09:00
every day at 8am, 1pm and 9pm | 25 Nov 21:00, 26 Nov 08:00, 26 Nov 13:00, 26 Nov 21:00
every day at 9 and 17 | 25 Nov 17:00, 26 Nov 09:00, 26 Nov 17:00
every day 9am 2 times | 26 Nov 09:00, 27 Nov 09:00, -
every day for 2 days at 9am | 26 Nov 09:00, 27 Nov 09:00, -
every monday until 8 december 9am | 30 Nov 09:00, 7 Dec 09:00, -
every monday starting 7 december 9am | 7 Dec 09:00, 14 Dec 09:00
"""

ASKED_BACK = """
at 9 | morning or in the evening
half past 8 | morning or in the evening
tomorrow midnight | beginning or at the end
next friday 10am | 27 November or the 4 December
3/4 9am | 4 March or the 3 April
next week | Which day
next month | Which day
next year | Which day
every second tuesday | weeks or in the month
biweekly | every two weeks to some
3 times a day | at which times
twice a week | at which times
every few days | How many
every day at 8:00 and 13:30 | a reminder each
9am and 5pm | Which of these
every hour between 2 and 4 | morning or in the afternoon
every 15 min between 9 and 10 | morning or in the afternoon
yearly | which day of the year
soon | no time I can keep
sometime | no time I can keep
when I get home | not sure
every blue moon | not sure
every day except sunday | except
every weekday but friday | but
not tomorrow | not sure
saturday or sunday 9am | not sure
2 days before christmas | not sure
a week from friday | not sure
9-10am | not sure
mon 9 | not sure
in 5 | not sure
5 | not sure
yesterday | not sure
a week ago | not sure
every second | not sure
every sunday at 18:00 until june | Until when
in 3 hours at 9am | Write one of them
"""

REFUSED = """
today 9am | is past
24.12.2020 | is past
30 february | no 30.2.
at 25:00 | no time of day
every minute | the most often
in 99999999 days | too far
1 january 2099 | too far
"""


def lines(table: str) -> list[tuple[str, str]]:
    return [(line.partition(" | ")[0], line.partition(" | ")[2]) for line in table.strip().splitlines()]


def said(utc: float) -> str:
    local = to_local(utc, ZONE)
    return f"{local.day} {local:%b %H:%M}"


def test_there_are_enough() -> None:
    assert len(lines(RIGHT)) >= 60


@pytest.mark.parametrize(("phrase", "times"), lines(RIGHT))
def test_right(phrase: str, times: str) -> None:
    wanted = times.split(", ")
    rule = read(phrase, NOW, ZONE).rule
    found = [said(utc) for utc in upcoming(rule, NOW, len(wanted))]
    found += ["-"] * (len(wanted) - len(found))
    assert found == wanted
    assert rule.recurs == (len(wanted) > 1)
    assert describe(rule)


@pytest.mark.parametrize(("phrase", "why"), lines(ASKED_BACK))
def test_asked_back(phrase: str, why: str) -> None:
    with pytest.raises(Unclear, match=re.escape(why)) as asked:
        read(phrase, NOW, ZONE)
    for choice in asked.value.choices:
        read(choice, NOW, ZONE)  # each is a phrase that is understood


@pytest.mark.parametrize(("phrase", "why"), lines(REFUSED))
def test_refused(phrase: str, why: str) -> None:
    with pytest.raises(BadRequest, match=re.escape(why)):
        read(phrase, NOW, ZONE)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(lines(RIGHT)), st.floats(0, 3 * 366 * 86_400.0), st.sampled_from([ZONE, "America/New_York", "UTC"])
)
def test_nothing_understood_lies_in_the_past(line: tuple[str, str], later: float, zone: str) -> None:
    now = NOW + later
    try:
        rule = read(line[0], now, zone).rule
    except BadRequest:
        return  # a date of this year that is past by then, a midnight that the clocks skip
    times = upcoming(rule, now, 3)
    assert times
    assert all(utc > now for utc in times)


@settings(max_examples=300, deadline=None)
@given(st.text("abcdehimnorstuy0123456789 :.,/-", max_size=40))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        read(text, NOW, ZONE)
    except BadRequest as refused:
        assert str(refused)


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("weekdays 20:00", "every weekday at 20:00"),
        ("every 2 weeks on monday 9am", "every 2 weeks on Monday at 09:00"),
        ("last friday of the month 10:00", "every month on the last Friday at 10:00"),
        ("on the 1st and 15th of every month 8:00", "every month on the 1st and 15th at 08:00"),
        ("every 3 hours", "every 3 hours"),
        ("weekends 10am", "every Saturday and Sunday at 10:00"),
        ("every year on 3 march 9am", "every year on 3 March at 09:00"),
        ("every day until 31 december 9am", "every day at 09:00 until 31 December 2026"),
        ("2026-12-24 18:00", "once, on Thursday 24 December 2026 at 18:00"),
        ("every 2 hours between 9 and 17", "every day at 09:00, 11:00, 13:00, 15:00 and 17:00"),
    ],
)
def test_a_rule_is_said_back_in_words(phrase: str, words: str) -> None:
    assert describe(read(phrase, NOW, ZONE).rule) == words


def test_what_was_assumed_is_said() -> None:
    assert "no time of day" in read("tomorrow", NOW, ZONE).notes[0]
    assert "does not exist" in read("28 march 2027 2:30", NOW, ZONE).notes[0]
