"""Checks of what a file says that anybody may have written: each gives the value back or raises ValueError or TypeError
(KeyError for what is missing). Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping
from typing import Any

Check = Callable[[Any], Any]
EARLIEST_UTC, LATEST_UTC = -60_000_000_000.0, 250_000_000_000.0
"""The years 69 and 9892: dates can be reckoned from them in every zone."""
UID = re.compile(r"[0-9a-f]{32}")
SHA256 = re.compile(r"[0-9a-f]{64}")
DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


def text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(type(value).__name__)
    value.encode()  # a lone surrogate cannot be kept
    return value


def number(value: Any) -> float:
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not abs(value) < 1e12:
        raise TypeError("not a number")
    return float(value)


def moment(value: Any) -> float:
    """UTC seconds."""
    if not EARLIEST_UTC < number(value) < LATEST_UTC:
        raise ValueError("no calendar has that day")
    return float(value)


def whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**53:
        raise TypeError("not a whole number")
    return value


def flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("neither true nor false")
    return value


def matching(pattern: re.Pattern[str], value: Any) -> str:
    if not pattern.fullmatch(text(value)):
        raise ValueError("not the form it has")
    return str(value)


# ---- checks made of others


def words(most: int, least: int = 0) -> Check:
    """A text of at most that many characters."""

    def check(value: Any) -> str:
        if not least <= len(text(value)) <= most:
            raise ValueError("longer than it may be")
        return str(value)

    return check


def within(low: float, high: float) -> Check:
    def check(value: Any) -> float:
        if not low <= number(value) <= high:
            raise ValueError("outside its limits")
        return float(value)

    return check


def up_to(most: int, least: int = 0) -> Check:
    """A whole number."""

    def check(value: Any) -> int:
        if not least <= whole(value) <= most:
            raise ValueError("outside its limits")
        return int(value)

    return check


def one_of(known: Container[str]) -> Check:
    def check(value: Any) -> str:
        if text(value) not in known:
            raise ValueError("not one of those that there are")
        return str(value)

    return check


def form(pattern: re.Pattern[str]) -> Check:
    return lambda value: matching(pattern, value)


def optional(check: Check) -> Check:
    return lambda value: None if value is None else check(value)


def listed(check: Check, most: int) -> Check:
    def every(value: Any) -> list[Any]:
        if not isinstance(value, list) or len(value) > most:
            raise ValueError("no list, or an endless one")
        return [check(one) for one in value]

    return every


def row(*checks: Check) -> Check:
    """A list with exactly these."""

    def every(value: Any) -> list[Any]:
        if not isinstance(value, list):
            raise TypeError("no list")
        return [check(one) for check, one in zip(checks, value, strict=True)]

    return every


def record(**checks: Check) -> Check:
    """An object with at least these keys; what else it has is left out."""

    def every(value: Any) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise TypeError("no object")
        return {key: check(value[key]) for key, check in checks.items()}

    return every
