"""Whose turn it is where one thing is done at a time: start-time fair queueing. Pure.

Goyal, Vin and Cheng 1996, https://doi.org/10.1145/248156.248171. Each person's next piece of work starts where their
last ended, or where the present one started if that is later: nobody saves up turns while they ask for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable


class Turns:
    def __init__(self) -> None:
        self._virtual = 0.0
        self._ends: dict[int, float] = {}

    def pick(self, waiting: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
        """Of (person, piece of work): that of whoever is furthest behind, and of theirs the oldest."""
        return min(waiting, key=lambda one: (self._start(one[0]), one[1]), default=None)

    def begin(self, person: int) -> None:
        self._virtual = self._start(person)

    def end(self, person: int, seconds: float) -> None:
        """What was begun last has taken so long."""
        self._ends[person] = self._virtual + seconds
        self._ends = {one: end for one, end in self._ends.items() if end > self._virtual}

    def _start(self, person: int) -> float:
        return max(self._virtual, self._ends.get(person, 0.0))
