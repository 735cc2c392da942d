"""A person's own clock: time zone, where their day begins, and when they want quiet. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import available_timezones

from bot.schedule.recurrence import to_local, to_utc

MINUTES_A_DAY = 24 * 60
HOURS_GONE = timedelta(hours=3)


@dataclass(frozen=True, slots=True)
class Person:
    """``day_start``, ``quiet_from``, ``quiet_to``: minutes after local midnight. ``zone`` None was never chosen."""

    user_id: int
    zone: str | None = None
    day_start: int = 180
    quiet_from: int | None = None
    quiet_to: int | None = None

    @property
    def clock_zone(self) -> str:
        return self.zone or "UTC"

    def local(self, utc: float) -> datetime:
        """Naive wall time."""
        return to_local(utc, self.clock_zone)

    def day(self, utc: float) -> date:
        """The day that this moment belongs to: before ``day_start`` it is still yesterday."""
        return (self.local(utc) - timedelta(minutes=self.day_start)).date()

    def day_begins(self, day: date) -> float:
        """UTC seconds."""
        return to_utc(datetime.combine(day, time()) + timedelta(minutes=self.day_start), self.clock_zone)

    @property
    def has_quiet(self) -> bool:
        return self.quiet_from is not None and self.quiet_to is not None and self.quiet_from != self.quiet_to

    def after_quiet(self, utc: float) -> float:
        """``utc`` itself, or the end of the quiet hours that it falls into."""
        if not self.has_quiet or self.quiet_from is None or self.quiet_to is None:
            return utc
        local = self.local(utc)
        minute = local.hour * 60 + local.minute
        begin, end = self.quiet_from, self.quiet_to
        inside = begin <= minute < end if begin < end else minute >= begin or minute < end
        if not inside:
            return utc
        days = 1 if begin > end and minute >= begin else 0
        wake = datetime.combine(local.date() + timedelta(days=days), time(end // 60, end % 60))
        return max(utc, to_utc(wake, self.clock_zone))


def cut_short(before: Person, after: Person, now_utc: float) -> list[date]:
    """The days that a change of someone's clock leaves out or makes much shorter.

    Those it jumps over, the one it leaves early, and the new one when some hours of it are gone. A first choice of
    zone is no journey, and a change that makes a day longer cuts none short.
    """
    first, last = before.day(now_utc), after.day(now_utc)
    lost = after.local(now_utc) - before.local(now_utc) - timedelta(minutes=after.day_start - before.day_start)
    whole = last if before.zone is not None and lost >= HOURS_GONE else last - timedelta(days=1)
    return [first + timedelta(days=number) for number in range((whole - first).days + 1)]


@lru_cache(maxsize=1)
def zones() -> tuple[str, ...]:
    """The IANA names that people may choose, without those kept for old software."""
    old = ("Etc/", "SystemV/", "US/", "Canada/", "Brazil/", "Chile/", "Mexico/")
    names = (name for name in available_timezones() if "/" in name and not name.startswith(old))
    return (*sorted(names), "UTC")


def find_zones(typed: str, limit: int = 25) -> list[str]:
    """The zones that fit what was typed, best first: the city's beginning counts more than the middle."""
    wanted = typed.casefold().strip().replace(" ", "_")
    ranked = []
    for name in zones():
        lower = name.casefold()
        city = lower.rpartition("/")[2]
        if wanted in lower:
            ranked.append((not city.startswith(wanted), not lower.startswith(wanted), name))
    return [name for *_, name in sorted(ranked)[:limit]]
