"""When clocks change."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo


def changes(zone: str) -> list[float]:
    """The instants in 2025 and 2026 at which the zone's offset changes."""
    found = []
    step = timedelta(hours=6)
    at = datetime(2025, 1, 1, tzinfo=UTC)
    here = ZoneInfo(zone)
    while at.year < 2027:
        low, high = at, at + step
        if low.astimezone(here).utcoffset() != high.astimezone(here).utcoffset():
            while high - low > timedelta(seconds=1):
                middle = low + (high - low) / 2
                same = middle.astimezone(here).utcoffset() == at.astimezone(here).utcoffset()
                low, high = (middle, high) if same else (low, middle)
            found.append(round(high.timestamp()))
        at += step
    return found
