"""Durations and numbers as people say them."""

from __future__ import annotations

from collections.abc import Sequence


def span(seconds: float) -> str:
    """ "0 s", "45 s", "3 min", "1 h 20 min"."""
    whole = round(seconds)
    if whole < 100:
        return f"{whole} s"
    minutes = round(seconds / 60)
    if minutes < 60:
        return f"{minutes} min"
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def listed(parts: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 request", "2 requests"; ``many`` where an s is not enough."""
    return f"{number} {one if number == 1 else many or one + 's'}"
