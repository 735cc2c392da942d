"""How many rows a forward should take: where another row stops paying, and what memory holds. Pure; no torch.

Batching gains 2 to 3 times at 512 px on graphics cards, about 1.3 times on small models on a processor, and nothing at
1024 px, so the knee is learnt for each model and size from the forwards themselves.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

GAIN = 0.99  # seconds a row must fall at least this far for twice the rows to be worth it
SAMPLES = 3
RECHECK = 32  # forwards between two more looks at twice the rows: without a gain there is hardly a loss either
DRIFT = 0.05
GROW_AFTER = 64


@dataclass(slots=True)
class _Bucket:
    """Forwards of about as many rows. The first forward of a shape warms caches up and is not counted.

    Other work on the machine only ever makes a forward longer, so shorter times are believed at once.
    """

    seen: int = 0
    per_row: float = 0.0

    def add(self, per_row: float) -> None:
        self.seen += 1
        if self.seen == 2:
            self.per_row = per_row
        elif self.seen > 2:
            self.per_row = min(per_row, self.per_row + DRIFT * (per_row - self.per_row))

    @property
    def known(self) -> bool:
        return self.seen > SAMPLES


@dataclass(slots=True)
class Knee:
    """Rows worth merging, for each shape. Starts at ``start``, doubles only under demand, and stays where it gains."""

    start: int = 2
    most: int = 16
    _buckets: dict[tuple[Hashable, int], _Bucket] = field(default_factory=dict)
    _forwards: dict[Hashable, int] = field(default_factory=dict)

    def limit(self, shape: Hashable, demand: int) -> int:
        """Rows for the next forward of ``shape`` when ``demand`` rows are waiting."""
        rows = min(self.start, self.most)
        while rows < demand and rows * 2 <= self.most:
            here, double = self._bucket(shape, rows), self._bucket(shape, rows * 2)
            if not here.known:
                return rows  # measure the baseline first
            if double.known and double.per_row > GAIN * here.per_row and self._forwards.get(shape, 0) % RECHECK:
                return rows
            rows *= 2
            if not double.known:
                return rows  # a trial
        return rows

    def record(self, shape: Hashable, rows: int, seconds: float) -> None:
        self._forwards[shape] = self._forwards.get(shape, 0) + 1
        self._bucket(shape, _power_of_two(rows)).add(seconds / rows)

    def learnt(self) -> list[dict[str, Any]]:
        """What is known, as plain JSON values. A shape is (model, class, dimensions)."""
        found = []
        for (shape, rows), bucket in list(self._buckets.items()):
            if bucket.known and isinstance(shape, tuple) and len(shape) == 3:
                model, kind, sides = shape
                entry = {"model": model, "kind": kind, "sides": list(sides), "rows": rows}
                found.append(entry | {"seconds_per_row": bucket.per_row})
        return found

    def recall(self, learnt: Iterable[Mapping[str, Any]]) -> None:
        """Take over what ``learnt`` told in an earlier life. Raises KeyError, TypeError or ValueError otherwise."""
        for entry in learnt:
            shape = (str(entry["model"]), str(entry["kind"]), tuple(map(int, entry["sides"])))
            seconds = float(entry["seconds_per_row"])
            self._forwards[shape] = 1  # not yet time for another look at twice the rows
            if seconds > 0:
                self._buckets[shape, int(entry["rows"])] = _Bucket(SAMPLES + 1, seconds)

    def _bucket(self, shape: Hashable, rows: int) -> _Bucket:
        return self._buckets.setdefault((shape, rows), _Bucket())


@dataclass(slots=True)
class MemoryCap:
    """Rows that fit: halved when memory runs out, doubled again after a run of good forwards at the cap."""

    _caps: dict[Hashable, int] = field(default_factory=dict)
    _good: dict[Hashable, int] = field(default_factory=dict)

    def rows(self, shape: Hashable, wanted: int) -> int:
        return min(wanted, self._caps.get(shape, wanted))

    def failed(self, shape: Hashable, rows: int) -> bool:
        """Memory ran out with ``rows`` rows. False when fewer cannot be tried."""
        self._caps[shape] = max(1, rows // 2)
        self._good[shape] = 0
        return rows > 1

    def held(self, shape: Hashable, rows: int) -> None:
        """A forward of ``rows`` rows went well."""
        cap = self._caps.get(shape)
        if cap is None or rows < cap:
            return
        self._good[shape] += 1
        if self._good[shape] >= GROW_AFTER:
            self._caps[shape], self._good[shape] = cap * 2, 0

    def cap(self, shape: Hashable) -> int | None:
        return self._caps.get(shape)


def _power_of_two(rows: int) -> int:
    return 1 << max(0, rows - 1).bit_length()
