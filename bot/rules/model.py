"""What each server and role may do, and what is used where nobody says otherwise. Pure.

A limit that is None is no limit. The operator's own limits, from the settings, are ceilings: a server's admins can only
stay below them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T", int, float)

DAY_SECONDS = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Limits:
    """For one person: requests ``waiting`` or running, and the cost (see Generation.cost) of 24 hours."""

    waiting: int | None = None
    daily: float | None = None

    def capped(self, ceiling: Limits) -> Limits:
        return Limits(_least(self.waiting, ceiling.waiting), _least(self.daily, ceiling.daily))


@dataclass(frozen=True, slots=True)
class Defaults:
    """Used for what a person leaves open. ``size`` is a shape or a ratio, which fits every model."""

    negative: str = ""
    size: str | None = None
    steps: int | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class ServerRules:
    """What a server's admins chose."""

    defaults: Defaults = field(default_factory=Defaults)
    limits: Limits = field(default_factory=Limits)
    roles: Mapping[int, Limits] = field(default_factory=dict)

    def limits_for(self, role_ids: Collection[int], ceiling: Limits) -> Limits:
        """A role's limits stand in for the server's; of several roles' the most generous count."""
        own = [limits for role_id, limits in self.roles.items() if role_id in role_ids]
        if not own:
            return self.limits.capped(ceiling)
        waiting = _most([role.waiting if role.waiting is not None else self.limits.waiting for role in own])
        daily = _most([role.daily if role.daily is not None else self.limits.daily for role in own])
        return Limits(waiting, daily).capped(ceiling)


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
