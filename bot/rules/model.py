"""What each server and role may do, and what is used where nobody says otherwise. Pure.

A limit that is None is no limit. The operator's own limits, from the settings, are ceilings: a server's admins can only
stay below them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from bot.rules.showing import Flagged

T = TypeVar("T", int, float)

DAY_SECONDS = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Limits:
    """For one person: requests ``waiting`` or running, ``daily`` cost (see Generation.cost), requests ``running``."""

    waiting: int | None = None
    daily: float | None = None
    running: int | None = None

    def capped(self, ceiling: Limits) -> Limits:
        return Limits(
            _least(self.waiting, ceiling.waiting),
            _least(self.daily, ceiling.daily),
            _least(self.running, ceiling.running),
        )

    def or_else(self, other: Limits) -> Limits:
        """``other`` counts where this has no number."""
        return Limits(
            other.waiting if self.waiting is None else self.waiting,
            other.daily if self.daily is None else self.daily,
            other.running if self.running is None else self.running,
        )


@dataclass(frozen=True, slots=True)
class Defaults:
    """Used for what a person leaves open. ``size`` is a shape or a ratio, which fits every model."""

    negative: str = ""
    size: str | None = None
    steps: int | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class ServerRules:
    """What a server's admins chose. With ``open_pictures`` people may use pictures that others posted there;
    ``refused`` are words and phrases that no prompt may hold, ``flagged`` says what becomes of pictures that the safety
    check flags.
    """

    defaults: Defaults = field(default_factory=Defaults)
    limits: Limits = field(default_factory=Limits)
    roles: Mapping[int, Limits] = field(default_factory=dict)
    open_pictures: bool = False
    refused: tuple[str, ...] = ()
    flagged: Flagged = field(default_factory=Flagged)

    def limits_for(self, role_ids: Collection[int], ceiling: Limits) -> Limits:
        """A role's limits stand in for the server's; of several roles' the most generous count."""
        own = [limits.or_else(self.limits) for role_id, limits in self.roles.items() if role_id in role_ids]
        if not own:
            return self.limits.capped(ceiling)
        generous = Limits(
            _most([role.waiting for role in own]),
            _most([role.daily for role in own]),
            _most([role.running for role in own]),
        )
        return generous.capped(ceiling)


def weight_of(boosts: Iterable[tuple[int, float]], ids: Collection[int]) -> float:
    """The share of somebody who is or has any of ``ids`` (user, roles, server): the largest boost of them, else 1."""
    own = [weight for boosted, weight in boosts if boosted in ids]
    return max(own, default=1.0)


def _least(one: T | None, other: T | None) -> T | None:
    known = [value for value in (one, other) if value is not None]
    return min(known) if known else None


def _most(values: list[T | None]) -> T | None:
    known = [value for value in values if value is not None]
    return max(known) if len(known) == len(values) else None
