"""What our own readers leave over may be a date in other words or another language: dateparser is asked, with care.

https://dateparser.readthedocs.io (BSD-3-Clause). Its answer counts only if it lies ahead and every number in the
phrase is found in it again, for dateparser skips words that it does not know.
"""

from __future__ import annotations

import re
import warnings
from datetime import datetime

LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl"]
_RECURS = (
    r"\b(?:every|each|daily|weekly|monthly|yearly|until|between|times|jed\w*|täglich|wöchentlich|monatlich|chaque"
    r"|tous|toutes|cada|todos|todas|ogni|elke|iedere|next|and|or|und|oder|et|ou|y|o|or)\b"
)


def read_elsewhere(phrase: str, now: datetime) -> tuple[datetime, bool] | None:
    """A naive local moment after ``now``, and whether the phrase gave its time of day; None when not sure."""
    if re.search(_RECURS, phrase.lower()) or re.search(r"\d\s*-\s*\d{1,2}(?!\d)(?!-)", phrase):
        return None
    from dateparser.date import DateDataParser  # 0.3 s: only for phrases that need it

    settings = {
        "PREFER_DATES_FROM": "future",
        "RELATIVE_BASE": now,
        "RETURN_TIME_AS_PERIOD": True,
        "PARSERS": _PARSERS,
        "REQUIRE_PARTS": ["day", "month"],
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = DateDataParser(languages=LANGUAGES, settings=settings).get_date_data(phrase)
    moment, period = found["date_obj"], found["period"]
    if moment is None or moment.tzinfo is not None or period not in ("day", "time") or moment <= now:
        return None
    said = {moment.year, moment.year % 100, moment.month, moment.day}
    if period == "time":
        said |= {moment.hour, moment.hour % 12, moment.minute}
    ahead = moment - now
    said |= {round(ahead.total_seconds() / unit) for unit in (60, 3600, 86_400, 604_800)}
    numbers = [int(number) for number in re.findall(r"\d+", phrase)]
    if any(number not in said for number in numbers):
        return None
    if re.search(r"\d", phrase) is None and period == "time":
        return None
    return moment.replace(second=0, microsecond=0), period == "time"


_PARSERS = ["relative-time", "custom-formats", "absolute-time"]
