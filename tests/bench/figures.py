"""Medians and intervals of repeated measurements."""

from __future__ import annotations

import random
import statistics
from collections.abc import Sequence


def interval(values: Sequence[float], draws: int = 1000) -> tuple[float, float]:
    """95 % bootstrap interval of the median."""
    chance = random.Random(0)
    medians = sorted(statistics.median(chance.choices(values, k=len(values))) for _ in range(draws))
    return medians[int(0.025 * draws)], medians[int(0.975 * draws)]


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which ``share`` (0 to 1) of them lie, between neighbours linearly."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (place - low) * (ordered[high] - ordered[low])


def line(label: str, values: Sequence[float], unit: str, digits: int = 2) -> str:
    low, high = interval(values)
    middle = statistics.median(values)
    return f"| {label} | {middle:.{digits}f} {unit} | {low:.{digits}f} to {high:.{digits}f} | {len(values)} |"
