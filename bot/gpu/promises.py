"""What people were told about when their pictures come: kept honest, said anew when it no longer holds, recorded."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.gpu.forecast import Forecast
from bot.gpu.history import Kept, stretch
from bot.gpu.job import Job, Promise

MEMORY = 200
"""Promises are stretched by what became of so many of the latest."""

SLIP_SECONDS, SLIP_SHARE = 15.0, 0.25
"""A time said is corrected when it moves by more than both: this long, and this share of what remains."""


@dataclass(frozen=True, slots=True)
class Told:
    """The position last said, and the promise as it stands."""

    position: int
    promise: Promise


class Promises:
    def __init__(self) -> None:
        self._told: dict[int, Told] = {}
        self._unwritten: set[int] = set()
        self._kept: deque[Kept] = deque(maxlen=MEMORY)
        self._stretch = stretch(())

    def restore(self, jobs: Iterable[Job], kept: Iterable[Kept]) -> None:
        """Take over what an earlier life said. Positions are said anew."""
        self._told = {job.id: Told(-1, job.promise) for job in jobs if job.promise}
        self._kept.extend(kept)
        self._stretch = stretch(self._kept)

    def seconds(self, seen: Forecast) -> float:
        """What is said for a forecast: the bare estimate, stretched by experience."""
        return seen.seconds_until_done * self._stretch

    def made(self, job_id: int, seen: Forecast, running: int, now_utc: float, *, known: bool) -> None:
        """The caller says where a new job stands; ``known``: and when it is ready."""
        ready = now_utc + self.seconds(seen) if known else None
        bare = seen.seconds_until_done if known else None
        self._say(job_id, Told(seen.position, Promise(max(0, seen.position - 1), running, bare, ready, ready)))

    def moved(self, played: Mapping[int, Forecast], now_utc: float, *, known: bool) -> list[int]:
        """The jobs of which something else must be said now; it counts as said."""
        moved = []
        for job_id, seen in played.items():
            told = self._told.get(job_id)
            if told is None or not seen.position:
                continue
            ready = now_utc + self.seconds(seen) if known else None
            if _holds(told, seen.position, ready, now_utc):
                continue
            promise = told.promise if ready is None else _again(told.promise, ready)
            self._say(job_id, Told(seen.position, promise))
            moved.append(job_id)
        return moved

    def over(self, job: Job, ended_utc: float) -> None:
        """The job was made."""
        told = self._told.get(job.id)
        if told and told.promise.estimate_seconds:
            self._kept.append(Kept(told.promise.estimate_seconds, ended_utc - job.created_utc))
            self._stretch = stretch(self._kept)

    def forget(self, job_id: int) -> None:
        self._told.pop(job_id, None)
        self._unwritten.discard(job_id)

    def unwritten(self) -> dict[int, Promise]:
        """What was said since this was last asked for."""
        told = {job_id: self._told[job_id].promise for job_id in self._unwritten}
        self._unwritten.clear()
        return told

    def _say(self, job_id: int, told: Told) -> None:
        self._told[job_id] = told
        self._unwritten.add(job_id)


def _holds(told: Told, position: int, ready_utc: float | None, now_utc: float) -> bool:
    """Far back in a long line a place more or less is no news; a time that has passed, or slipped, is."""
    if abs(position - told.position) >= max(1, told.position // 10):
        return False
    if ready_utc is None:
        return True
    said = told.promise.latest_utc
    if said is None:
        return False
    if said < now_utc:
        return ready_utc - now_utc < 1
    return abs(ready_utc - said) <= max(SLIP_SECONDS, SLIP_SHARE * (said - now_utc))


def _again(promise: Promise, ready_utc: float) -> Promise:
    return replace(promise, ready_utc=promise.ready_utc or ready_utc, latest_utc=ready_utc)
